import Domain

/// Which columns of a sheet hold what, and which columns are worked out.
struct SheetColumns {
  /// For each criterion of the scorer its column in the sheet.
  let inputs: [Int]

  /// The columns that are copied as they are, inputs among them.
  let passedThrough: [Int]

  /// The sections of the scorer whose totals are written, and the names of those columns.
  let totals: [(section: Int, name: String)]

  /// How many of ``totals`` stand before the risk: those it is made of.
  let totalsBeforeRisk: Int

  /// The names of all columns that are worked out, in their order.
  let results: [String]

  private static let afterTotals = [
    "op_grading", "op_grading_low", "op_grading_high", "rank_by_risk", "rank_by_grading",
  ]

  /// Finds every criterion's column by its title or name.
  init(of table: CSVTable, _ scorer: Scorer) throws(SheetProblems) {
    totals = SheetColumns.totals(of: scorer)
    totalsBeforeRisk = totals.count { scorer.isPartOfRisk($0.section) }
    results = SheetColumns.results(of: scorer)
    let resultKeys = results.map(SheetColumns.key)
    let inputKeys = scorer.criteria.map { criterion in
      Set([criterion.criterion.title, criterion.id.text].map(SheetColumns.key))
    }
    if let clash = SheetColumns.clash(resultKeys + inputKeys.flatMap(\.self), in: scorer) {
      throw SheetProblems([clash])
    }
    let headerKeys = table.header.map(SheetColumns.key)
    let matched = inputKeys.map { names in
      headerKeys.indices.filter { names.contains(headerKeys[$0]) }
    }
    let problems = zip(scorer.criteria, matched).flatMap { criterion, columns in
      SheetColumns.problems(criterion, columns, table)
    }
    if !problems.isEmpty { throw SheetProblems(problems) }
    inputs = matched.map { $0[0] }
    passedThrough = headerKeys.indices.filter { !resultKeys.contains(headerKeys[$0]) }
  }

  /// The names of the columns that a model's figures stand in, in their order.
  static func results(of scorer: Scorer) -> [String] {
    let totals = totals(of: scorer)
    let split = totals.count { scorer.isPartOfRisk($0.section) }
    return totals[..<split].map(\.name) + ["risk"] + totals[split...].map(\.name) + afterTotals
  }

  /// What names are compared by: case, spaces, underscores and hyphens do not matter.
  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" && !$0.isWhitespace }
  }

  /// The sections whose totals are written: those that the risk is made of come first.
  static func totals(of scorer: Scorer) -> [(section: Int, name: String)] {
    let all = scorer.sections.enumerated().map { index, entry in
      (section: index, name: "total_" + (entry.section.column ?? entry.id.text))
    }
    return all.filter { scorer.isPartOfRisk($0.section) }
      + all.filter { !scorer.isPartOfRisk($0.section) }
  }

  /// A model whose names cannot all head columns of one sheet cannot score sheets.
  private static func clash(_ keys: [String], in scorer: Scorer) -> Problem? {
    var known: Set<String> = []
    return keys.first { !known.insert($0).inserted }.map { key in
      Problem(
        file: RecordName(scorer.id).path, what: "two columns of a sheet would be headed “\(key)”",
        remedy: "Rename a criterion, or give a section another column.")
    }
  }

  private static func problems(
    _ criterion: Scorer.CriterionEntry, _ columns: [Int], _ table: CSVTable
  ) -> [Problem] {
    let title = criterion.criterion.title
    guard let first = columns.first else {
      return [
        Problem(
          file: table.file, line: 1, what: "no column is headed “\(title)”",
          remedy: "Add one; leave a cell of it empty where nothing is scored.")
      ]
    }
    return columns.dropFirst().map { column in
      let place = table.place(-1, column)
      return Problem(
        file: table.file, line: place.line, column: place.column, field: table.header[column],
        what: "is a second column for “\(title)” beside \(table.header[first])",
        remedy: "Keep one of them.")
    }
  }
}
