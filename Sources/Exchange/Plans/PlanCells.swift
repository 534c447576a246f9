import Domain

/// The cells of a plan's sheet, read as people mean them.
struct PlanCells {
  let table: CSVTable
  let columns: PlanColumns
  private let lines: LineStarts

  init(_ table: CSVTable, _ columns: PlanColumns) {
    self.table = table
    self.columns = columns
    lines = LineStarts(of: table.bytes)
  }

  /// What a cell says; `nil` where it is empty, or the sheet has no such column.
  subscript(row: Int, column: PlanColumn) -> PlanCellText? {
    guard let place = columns[column] else { return nil }
    let text = CSVTable.plain(table.text(row, place))
    return text.isEmpty ? nil : PlanCellText(row: row, column: column, text: text)
  }

  /// The text of a cell that is written, as it will be read.
  static func plain(_ text: String) -> String {
    CSVTable.plain(Formulas.defused(Array(text.harmless.utf8)[...]))
  }

  func line(ofRow row: Int) -> Int { lines.place(of: table.offset(row, 0)).line }

  func problem(_ flaw: PlanFlaw) -> Problem {
    let column = flaw.column.flatMap { columns[$0] }
    let line = lines.place(of: table.offset(flaw.row, column ?? 0)).line
    return Problem(
      file: table.file, line: line, column: column.map { $0 + 1 },
      field: flaw.column.map { column in columns[column].map { table.header[$0] } ?? column.title },
      what: flaw.what, remedy: flaw.remedy)
  }
}
