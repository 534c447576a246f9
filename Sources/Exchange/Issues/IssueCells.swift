import Domain

/// The cells of a sheet of issues, read as people mean them, with their places in the file.
struct IssueCells {
  let table: CSVTable
  let columns: IssueColumns
  private let lines: LineStarts

  init(_ table: CSVTable, _ columns: IssueColumns) {
    self.table = table
    self.columns = columns
    lines = LineStarts(of: table.bytes)
  }

  /// What a cell says; `nil` where it is empty, or the sheet has no such column.
  subscript(row: Int, column: IssueColumn) -> String? {
    columns[column].flatMap { self[row, at: $0] }
  }

  /// What the cell at a place of a row says; `nil` where it is empty.
  subscript(row: Int, at place: Int) -> String? {
    let text = CSVTable.plain(table.text(row, place))
    return text.isEmpty ? nil : text
  }

  /// What the cells say that are kept as notes, a line for each.
  func notes(ofRow row: Int) -> [String] {
    columns.notes.compactMap { place in
      guard let text = self[row, at: place] else { return nil }
      let heading = CSVTable.plain(Array(table.header[place].utf8)[...]).words
      let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return heading.isEmpty ? "Column \(place + 1): \(line)" : "\(heading): \(line)"
    }
  }

  /// Whether a spreadsheet would take a cell for a formula.
  func isFormula(_ row: Int, _ column: IssueColumn) -> Bool {
    guard let place = columns[column] else { return false }
    let cell = table.text(row, place)
    return Formulas.defused(cell).count != cell.count
  }

  func line(ofRow row: Int) -> Int { lines.place(of: table.offset(row, 0)).line }

  /// Something wrong with a cell; with the whole row where there is no such column.
  func problem(_ row: Int, _ column: IssueColumn, _ flaw: CellFlaw) -> Problem {
    guard let place = columns[column] else {
      return problem(row, at: nil, called: column.heading, flaw)
    }
    return problem(row, at: place, flaw)
  }

  /// Something wrong with the cell at a place of a row; `nil` is the whole row.
  func problem(_ row: Int, at place: Int?, called field: String? = nil, _ flaw: CellFlaw) -> Problem
  {
    Problem(
      file: table.file, line: lines.place(of: table.offset(row, place ?? 0)).line,
      column: place.map { $0 + 1 }, field: field ?? place.map { table.header[$0].words },
      what: flaw.what, remedy: flaw.remedy)
  }
}
