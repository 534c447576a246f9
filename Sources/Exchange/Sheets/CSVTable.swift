/// A sheet of comma-separated values (RFC 4180): a row of column names, then rows of cells.
///
/// Every row has as many cells as there are column names, and every cell knows where it stands in
/// the file it came from. Of a row that was written with too few or too many that is told.
package struct CSVTable: Sendable {
  /// Where a cell's text stands in the bytes of the file, without the quotes around it.
  struct Cell: Sendable {
    var start: Int
    var end: Int

    /// Whether quotes inside the cell are written twice.
    var hasDoubledQuotes = false
  }

  /// What ends a line of the file.
  package enum LineEnding: Sendable {
    case lineFeed
    case carriageReturnLineFeed
  }

  /// What a message calls the sheet: its file name, or `standard input`.
  package let file: String

  /// How the first line ends; line feed where there is only one line.
  package let lineEnding: LineEnding

  /// The names of the columns, as written.
  package let header: [String]

  let bytes: [UInt8]

  /// What is wrong with the rows that were written with too few or too many cells.
  let ragged: [Int: CellFlaw]

  /// All cells row by row, the column names first.
  private let cells: [Cell]

  init(
    file: String, lineEnding: LineEnding, bytes: [UInt8], cells: [Cell], columns: Int,
    ragged: [Int: CellFlaw] = [:]
  ) {
    self.file = file
    self.ragged = ragged
    self.lineEnding = lineEnding
    self.bytes = bytes
    self.cells = cells
    header = cells.prefix(columns).map { cell in
      String(decoding: CSVTable.text(of: cell, in: bytes), as: UTF8.self)
    }
  }

  /// How many rows there are below the column names.
  package var rowCount: Int { cells.count / header.count - 1 }

  /// The text of a cell; rows and columns count from 0, and the column names are no row.
  package subscript(row: Int, column: Int) -> String {
    String(decoding: text(row, column), as: UTF8.self)
  }

  /// Where a cell stands: the line that it begins in, and the column of the sheet, both from 1.
  package func place(_ row: Int, _ column: Int) -> (line: Int, column: Int) {
    (LineStarts(of: bytes).place(of: offset(row, column)).line, column + 1)
  }

  /// The text of a cell as UTF-8.
  func text(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    CSVTable.text(of: cells[(row + 1) * header.count + column], in: bytes)
  }

  /// Where a cell's text begins in ``bytes``; row -1 holds the column names.
  func offset(_ row: Int, _ column: Int) -> Int {
    cells[(row + 1) * header.count + column].start
  }

  private static func text(of cell: Cell, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let written = bytes[cell.start..<cell.end]
    guard cell.hasDoubledQuotes else { return written }
    var text: [UInt8] = []
    var isSecondQuote = false
    for byte in written {
      isSecondQuote = byte == UInt8(ascii: "\"") && !isSecondQuote
      if !isSecondQuote { text.append(byte) }
    }
    return text[...]
  }
}
