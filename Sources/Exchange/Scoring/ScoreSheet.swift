package import Domain

/// A sheet whose rows have been scored and ranked under a model.
///
/// What comes out are the columns that came in, then the totals, the risk, the grading with its
/// bounds and both ranks. Columns that already have one of these names are replaced.
package struct ScoreSheet: Sendable {
  /// What was worked out for one row.
  struct Result: Sendable {
    let totals: [Exact]
    let score: Score
    var rankByRisk = 0
    var rankByGrading = 0
  }

  let table: CSVTable
  let columns: SheetColumns

  /// For each row its figures; `nil` while a criterion of it is unscored.
  let results: [Result?]

  /// Scores all rows of a sheet, or none.
  ///
  /// Columns are found by the title or name of a criterion, whatever their case, spaces,
  /// underscores and hyphens. A row with an empty input is not scored and has no rank; that is not
  /// an error.
  ///
  /// - Throws: ``SheetProblems`` with every missing column, or every cell that is off its scale.
  package init(_ table: CSVTable, scorer: Scorer) throws(SheetProblems) {
    self.table = table
    columns = try SheetColumns(of: table, scorer)
    var reader = RowReader(table, columns, scorer)
    var results = (0..<table.rowCount).map { reader.result(ofRow: $0) }
    if !reader.flaws.isEmpty { throw SheetProblems(reader.problems) }
    ScoreSheet.rank(&results, by: \.score.risk.value, into: \.rankByRisk)
    ScoreSheet.rank(&results, by: \.score.grading.value, into: \.rankByGrading)
    self.results = results
  }

  /// Gives each result its place by a figure, the greatest first; equal ones share the better.
  private static func rank(
    _ results: inout [Result?], by figure: (Result) -> Exact,
    into rank: WritableKeyPath<Result, Int>
  ) {
    let figures = results.indices.compactMap { row in
      results[row].map { (row: row, figure: figure($0)) }
    }.sorted { $0.figure > $1.figure }
    var place = 0
    for (index, entry) in figures.enumerated() {
      if index == 0 || figures[index - 1].figure != entry.figure { place = index + 1 }
      results[entry.row]?[keyPath: rank] = place
    }
  }
}

/// Reads and scores one row after the other, and collects what is wrong.
private struct RowReader {
  /// A cell that cannot be taken.
  struct Flaw {
    let row: Int
    let column: Int
    let what: String
    let remedy: String
  }

  private let table: CSVTable
  private let columns: SheetColumns
  private let scorer: Scorer
  private let scales: [ScaleReader]
  private var values: [Exact?]
  private(set) var flaws: [Flaw] = []

  init(_ table: CSVTable, _ columns: SheetColumns, _ scorer: Scorer) {
    self.table = table
    self.columns = columns
    self.scorer = scorer
    scales = scorer.criteria.map(ScaleReader.init)
    values = Array(repeating: nil, count: scorer.criteria.count)
  }

  mutating func result(ofRow row: Int) -> ScoreSheet.Result? {
    for index in columns.inputs.indices { values[index] = value(row, criterion: index) }
    do {
      guard let score = try scorer.score(values) else { return nil }
      let totals = columns.totals.compactMap { scorer.total(of: $0.section, values) }
      guard totals.count == columns.totals.count else { return nil }
      return ScoreSheet.Result(totals: totals, score: score)
    } catch {
      let what = "this row has no score: \(error)"
      flaws.append(Flaw(row: row, column: 0, what: what, remedy: "Mend the model."))
      return nil
    }
  }

  private mutating func value(_ row: Int, criterion: Int) -> Exact? {
    let column = columns.inputs[criterion]
    let cell = ScaleReader.trimmed(table.text(row, column))
    if cell.isEmpty { return nil }
    if let value = scales[criterion].value(of: cell) { return value }
    flaws.append(
      Flaw(
        row: row, column: column,
        what: "“\(String(decoding: cell, as: UTF8.self))” is not on the scale",
        remedy: "Use one of: \(scorer.criteria[criterion].allowed); or leave it empty."))
    return nil
  }

  var problems: [Problem] {
    let lines = LineStarts(of: table.bytes)
    return flaws.map { flaw in
      let line = lines.place(of: table.offset(flaw.row, flaw.column)).line
      return Problem(
        file: table.file, line: line, column: flaw.column + 1,
        field: table.header[flaw.column], what: flaw.what, remedy: flaw.remedy)
    }
  }
}
