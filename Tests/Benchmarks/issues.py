"""Makes issues and scorecards of the rows of a CSV file, as a person would write it in an afternoon."""

import csv
import datetime
import sys

HARM = ["individual", "community", "expectation", "environmental", "financial",
        "organisational", "economic"]
LIKELIHOOD = ["frequency", "volume", "confidence"]
POSITION = ["capacity", "capability"]
SCALES = (dict.fromkeys(HARM, {0, 1, 2, 4, 8}) | dict.fromkeys(LIKELIHOOD, {0.5, 1, 2, 3})
          | dict.fromkeys(POSITION, {0, 1, 2, 3}))

issues = {}
cards = []
with open(sys.argv[1], newline="") as file:
    for line, row in enumerate(csv.DictReader(file), start=2):
        title = " ".join(row["Title"].split())
        key = title.lower()
        if key in issues:
            sys.exit(f"line {line}: {title} is said twice")
        raised = datetime.date.fromisoformat(row["Raised"])
        issues[key] = {"title": title, "text": row["Text"], "raised": raised, "stage": "emerging"}
        values = {}
        for name, scale in SCALES.items():
            value = float(row[name])
            if value not in scale:
                sys.exit(f"line {line}: {name} {value} is not on the scale")
            values[name] = value
        cards.append({"issue": key, "values": values})
print(len(issues))
