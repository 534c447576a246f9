"""Scores and ranks the rows of a CSV file, as a person would write it in an afternoon."""

import csv
import sys

HARM = ["individual", "community", "expectation", "environmental", "financial",
        "organisational", "economic"]
LIKELIHOOD = ["frequency", "volume", "confidence"]
POSITION = ["capacity", "capability"]
SCALES = (dict.fromkeys(HARM, {0, 1, 2, 4, 8}) | dict.fromkeys(LIKELIHOOD, {0.5, 1, 2, 3})
          | dict.fromkeys(POSITION, {0, 1, 2, 3}))
MULTIPLIERS = {0: 0.6, 1: 0.6, 2: 0.8, 3: 0.8, 4: 1, 5: 1, 6: 2}
LOW = MULTIPLIERS | {2: 0.6, 3: 0.6, 4: 0.6}
HIGH = MULTIPLIERS | {2: 1, 3: 1, 4: 1}
RESULTS = ["total_harm", "total_likelihood", "risk", "total_op", "op_grading", "op_grading_low",
           "op_grading_high", "rank_by_risk", "rank_by_grading"]


def value(row, name):
    number = float(row[name])
    if number not in SCALES[name]:
        sys.exit(f"{name} {number} is not on the scale")
    return number


def rank(rows, figure, place):
    before = None
    for index, row in enumerate(sorted(rows, key=lambda row: -row[figure])):
        if row[figure] != before:
            before, shared = row[figure], index + 1
        row[place] = shared


def text(number):
    return f"{number:g}" if isinstance(number, float) else number


with open(sys.argv[1], newline="") as file:
    reader = csv.DictReader(file)
    names = reader.fieldnames
    rows = list(reader)

for row in rows:
    harm = sum(value(row, name) for name in HARM)
    likelihood = sum(value(row, name) for name in LIKELIHOOD)
    position = sum(value(row, name) for name in POSITION)
    risk = harm * likelihood
    row["total_harm"] = harm
    row["total_likelihood"] = likelihood
    row["risk"] = risk
    row["total_op"] = position
    row["op_grading"] = round(risk * MULTIPLIERS[position], 6)
    row["op_grading_low"] = round(risk * LOW[position], 6)
    row["op_grading_high"] = round(risk * HIGH[position], 6)

rank(rows, "risk", "rank_by_risk")
rank(rows, "op_grading", "rank_by_grading")

writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(names + RESULTS)
for row in rows:
    writer.writerow([text(row[name]) for name in names + RESULTS])
