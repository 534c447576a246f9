extension ScoringModel {
  /// The name under which a new board keeps the model it starts with.
  package static let startingName: Identifier<ScoringModel> = "morile-2015"

  /// The model a new board starts with, as its file: the one of the shipped board.
  ///
  /// A test compares the two, so there is one text of the model. Its provenance stands in it.
  package static let starting = #"""
    {
      "created": {
        "at": "2015-12-01T00:00:00Z",
        "by": "import"
      },
      "criteria": {
        "capability": {
          "meaning": "The shortfall of capability, not its strength: a higher value means that more is missing (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "c",
          "scale": {
            "0": {
              "anchor": "as Dwelling Burglary",
              "key": "0"
            },
            "1": {
              "anchor": "as Aggravated Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "as Modern Slavery",
              "key": "2"
            },
            "3": {
              "anchor": "as CSE",
              "key": "3"
            }
          },
          "section": "position",
          "short": "Cb",
          "title": "Capability"
        },
        "capacity": {
          "meaning": "The shortfall of capacity, not its strength: a higher value means that more is missing (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "b",
          "scale": {
            "0": {
              "anchor": "as Dwelling Burglary, Aggravated Burglary",
              "key": "0"
            },
            "1": {
              "anchor": "not seen in the illustration",
              "key": "1"
            },
            "2": {
              "anchor": "not seen in the illustration",
              "key": "2"
            },
            "3": {
              "anchor": "as Modern Slavery, CSE",
              "key": "3"
            }
          },
          "section": "position",
          "short": "Ca",
          "title": "Capacity"
        },
        "community": {
          "meaning": "A higher value means more harm (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "2",
          "scale": {
            "0": {
              "anchor": "not seen in the illustration",
              "key": "0"
            },
            "1": {
              "anchor": "as Dwelling Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "as Aggravated Burglary, CSE",
              "key": "2"
            },
            "4": {
              "anchor": "as Modern Slavery",
              "key": "4"
            },
            "8": {
              "anchor": "not seen in the illustration",
              "key": "8"
            }
          },
          "section": "harm",
          "short": "Co",
          "title": "Community"
        },
        "confidence": {
          "meaning": "How much is not known: a higher value means a larger knowledge gap and adds to the risk (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "a",
          "scale": {
            "0.5": {
              "anchor": "not seen in the illustration",
              "key": "5"
            },
            "1": {
              "anchor": "as Dwelling Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "as Aggravated Burglary",
              "key": "2"
            },
            "3": {
              "anchor": "as Modern Slavery, CSE",
              "key": "3"
            }
          },
          "section": "likelihood",
          "short": "Cf",
          "title": "Confidence"
        },
        "economic": {
          "meaning": "A higher value means more harm (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "7",
          "scale": {
            "0": {
              "anchor": "not seen in the illustration",
              "key": "0"
            },
            "1": {
              "anchor": "as Dwelling Burglary, Aggravated Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "not seen in the illustration",
              "key": "2"
            },
            "4": {
              "anchor": "as Modern Slavery, CSE",
              "key": "4"
            },
            "8": {
              "anchor": "not seen in the illustration",
              "key": "8"
            }
          },
          "section": "harm",
          "short": "OE",
          "title": "Org Economic"
        },
        "environmental": {
          "meaning": "A higher value means more harm (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "4",
          "scale": {
            "0": {
              "anchor": "as Dwelling Burglary, Aggravated Burglary, Modern Slavery, CSE",
              "key": "0"
            },
            "1": {
              "anchor": "not seen in the illustration",
              "key": "1"
            },
            "2": {
              "anchor": "not seen in the illustration",
              "key": "2"
            },
            "4": {
              "anchor": "not seen in the illustration",
              "key": "4"
            },
            "8": {
              "anchor": "not seen in the illustration",
              "key": "8"
            }
          },
          "section": "harm",
          "short": "En",
          "title": "Environmental"
        },
        "expectation": {
          "meaning": "A higher value means more harm (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "3",
          "scale": {
            "0": {
              "anchor": "not seen in the illustration",
              "key": "0"
            },
            "1": {
              "anchor": "as Dwelling Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "as Aggravated Burglary",
              "key": "2"
            },
            "4": {
              "anchor": "not seen in the illustration",
              "key": "4"
            },
            "8": {
              "anchor": "as Modern Slavery, CSE",
              "key": "8"
            }
          },
          "section": "harm",
          "short": "PE",
          "title": "Public Expectation"
        },
        "financial": {
          "meaning": "A higher value means more harm (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "5",
          "scale": {
            "0": {
              "anchor": "as CSE",
              "key": "0"
            },
            "1": {
              "anchor": "as Dwelling Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "as Aggravated Burglary, Modern Slavery",
              "key": "2"
            },
            "4": {
              "anchor": "not seen in the illustration",
              "key": "4"
            },
            "8": {
              "anchor": "not seen in the illustration",
              "key": "8"
            }
          },
          "section": "harm",
          "short": "Fi",
          "title": "Financial"
        },
        "frequency": {
          "meaning": "A higher value means more likely (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "8",
          "scale": {
            "0.5": {
              "anchor": "as Aggravated Burglary, Modern Slavery",
              "key": "5"
            },
            "1": {
              "anchor": "as CSE",
              "key": "1"
            },
            "2": {
              "anchor": "as Dwelling Burglary",
              "key": "2"
            },
            "3": {
              "anchor": "not seen in the illustration",
              "key": "3"
            }
          },
          "section": "likelihood",
          "short": "Fr",
          "title": "Frequency"
        },
        "individual": {
          "meaning": "A higher value means more harm (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "1",
          "scale": {
            "0": {
              "anchor": "not seen in the illustration",
              "key": "0"
            },
            "1": {
              "anchor": "as Dwelling Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "not seen in the illustration",
              "key": "2"
            },
            "4": {
              "anchor": "as Aggravated Burglary, Modern Slavery, CSE",
              "key": "4"
            },
            "8": {
              "anchor": "not seen in the illustration",
              "key": "8"
            }
          },
          "section": "harm",
          "short": "In",
          "title": "Individual"
        },
        "organisational": {
          "meaning": "A higher value means more harm (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "6",
          "scale": {
            "0": {
              "anchor": "not seen in the illustration",
              "key": "0"
            },
            "1": {
              "anchor": "as Dwelling Burglary",
              "key": "1"
            },
            "2": {
              "anchor": "as Aggravated Burglary",
              "key": "2"
            },
            "4": {
              "anchor": "as Modern Slavery, CSE",
              "key": "4"
            },
            "8": {
              "anchor": "not seen in the illustration",
              "key": "8"
            }
          },
          "section": "harm",
          "short": "Or",
          "title": "Organisational"
        },
        "volume": {
          "meaning": "A higher value means more likely (inferred). No wording is published for the values; they are shown by the themes of the illustration that have them.",
          "rank": "9",
          "scale": {
            "0.5": {
              "anchor": "as CSE (block 1)",
              "key": "5"
            },
            "1": {
              "anchor": "as Dwelling Burglary (blocks 1 and 3), CSE (block 2)",
              "key": "1"
            },
            "2": {
              "anchor": "as Aggravated Burglary (blocks 1 and 2), Dwelling Burglary (block 2), Modern Slavery (block 2)",
              "key": "2"
            },
            "3": {
              "anchor": "as Modern Slavery (blocks 1 and 3), Aggravated Burglary (block 3), CSE (block 3)",
              "key": "3"
            }
          },
          "section": "likelihood",
          "short": "Vo",
          "title": "Volume"
        }
      },
      "formula": {
        "grading": "harm * likelihood * multiplier(position)",
        "risk": "harm * likelihood"
      },
      "marking": "official",
      "multipliers": {
        "0": {
          "basis": "published",
          "value": 0.6
        },
        "1": {
          "basis": "published",
          "value": 0.6
        },
        "2": {
          "basis": "assumed",
          "value": 0.8
        },
        "3": {
          "basis": "assumed",
          "value": 0.8
        },
        "4": {
          "basis": "assumed",
          "value": 1
        },
        "5": {
          "basis": "published",
          "value": 1
        },
        "6": {
          "basis": "published",
          "value": 2
        }
      },
      "provenance": "MoRiLE is Management of Risk in Law Enforcement. Published: the twelve criteria, their three sections, and twelve scored rows in three blocks; the formulas and the multipliers for totals 0, 1, 5 and 6 follow from the rows and fit all twelve exactly. Inferred: the scales, which are the values seen in each section, and which way each scale points. Assumed: the multipliers for totals 2, 3 and 4, which no row shows and which lie between 0.6 and 1 if the table never falls.",
      "sections": {
        "harm": {
          "rank": "1",
          "short": "Harm",
          "title": "Harm"
        },
        "likelihood": {
          "rank": "2",
          "short": "Like",
          "title": "Likelihood"
        },
        "position": {
          "column": "op",
          "rank": "3",
          "short": "OP",
          "title": "Organisational position"
        }
      },
      "source": "Home Office slide deck \"SOC Local Delivery\", December 2015",
      "title": "MoRiLE illustration 2015",
      "version": "2015-12"
    }
    """#
}
