import Domain

extension CSVTable {
  /// A sheet that lacks more cells than this is refused: each of them takes memory.
  private static let mostMissing = 5_000_000

  /// Reads a sheet, strictly: what is not plain RFC 4180 in UTF-8 is refused with its place.
  ///
  /// A byte order mark is dropped, lines may end in LF or CRLF, and the last one need not end.
  /// Characters that could steer the terminal a cell ends in are refused, because a sheet has no
  /// way to write them harmlessly.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: What messages call the sheet.
  ///   - separator: What stands between two cells.
  ///   - keepsRagged: Whether rows with too few or too many cells are kept, so that whoever takes
  ///     the sheet in can refuse them one by one.
  /// - Throws: ``SheetProblems``: the first thing that makes the sheet unreadable, or all rows that
  ///   have too few or too many cells.
  package init(
    parsing bytes: [UInt8], file: String, separator: UInt8 = UInt8(ascii: ","),
    keepsRagged: Bool = false
  ) throws(SheetProblems) {
    if let flaw = SheetText.firstFlaw(in: bytes) {
      throw SheetProblems([flaw.problem(file, LineStarts(of: bytes))])
    }
    var reader = CSVReader(bytes, separator: separator)
    do {
      try reader.read()
    } catch {
      throw SheetProblems([error.problem(file, LineStarts(of: bytes))])
    }
    guard reader.missingCells <= CSVTable.mostMissing else {
      throw SheetProblems([
        Problem(
          file: file, line: 1,
          what: "names far more columns than most rows have cells",
          remedy: "Give every row one cell for each column, empty where there is nothing.")
      ])
    }
    let flaws = reader.squareRows()
    self.init(
      file: file, lineEnding: reader.lineEnding ?? .lineFeed, bytes: bytes, cells: reader.cells,
      columns: reader.rowEnds[0], ragged: flaws)
    if !keepsRagged, !flaws.isEmpty {
      let lines = LineStarts(of: bytes)
      throw SheetProblems(
        flaws.sorted { $0.key < $1.key }.map { row, flaw in
          Problem(
            file: file, line: lines.place(of: offset(row, 0)).line, what: flaw.what,
            remedy: flaw.remedy)
        })
    }
  }
}

/// Something wrong at one place of a sheet.
struct SheetFlaw: Error {
  let offset: Int
  let what: String
  let remedy: String

  func problem(_ file: String, _ lines: LineStarts) -> Problem {
    let place = lines.place(of: offset)
    return Problem(
      file: file, line: place.line, column: place.column, what: what, remedy: remedy)
  }
}

/// One walk over the bytes of a sheet that finds its cells.
struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset: Int
  private(set) var cells: [CSVTable.Cell] = []

  /// For each row the number of cells up to its end.
  private(set) var rowEnds: [Int] = []
  private(set) var lineEnding: CSVTable.LineEnding?

  init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func read() throws(SheetFlaw) {
    guard offset < bytes.count else {
      throw SheetFlaw(
        offset: offset, what: "there is nothing here",
        remedy: "The first line must hold the names of the columns.")
    }
    while offset < bytes.count {
      repeat { cells.append(try cell()) } while skip(separator)
      try endLine()
      rowEnds.append(cells.count)
    }
  }

  /// How many cells the rows lack together.
  var missingCells: Int {
    guard hasRaggedRow, let columns = rowEnds.first else { return 0 }
    return zip(rowEnds, [0] + rowEnds).reduce(0) { $0 + max(0, columns - ($1.0 - $1.1)) }
  }

  /// Gives every row as many cells as there are column names.
  ///
  /// - Returns: What is wrong with the rows below the names that had too few or too many.
  mutating func squareRows() -> [Int: CellFlaw] {
    let columns = rowEnds[0]
    guard hasRaggedRow else { return [:] }
    var flaws: [Int: CellFlaw] = [:]
    var squared: [CSVTable.Cell] = []
    var start = 0
    for (line, end) in rowEnds.enumerated() {
      let row = cells[start..<end]
      let last = cells[end - 1].end
      let missing = max(0, columns - row.count)
      squared += row.prefix(columns)
      squared += Array(repeating: CSVTable.Cell(start: last, end: last), count: missing)
      if row.count != columns {
        flaws[line - 1] = CellFlaw(
          what: "this row has \(counted(row.count)), but there are \(columns) column names",
          remedy: "Give every row one cell for each column, empty where there is nothing.")
      }
      start = end
    }
    cells = squared
    return flaws
  }

  private var hasRaggedRow: Bool {
    rowEnds.enumerated().contains { line, end in end != (line + 1) * rowEnds[0] }
  }

  private func counted(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }

  private mutating func cell() throws(SheetFlaw) -> CSVTable.Cell {
    skip(UInt8(ascii: "\"")) ? try quotedCell() : try plainCell()
  }

  private mutating func plainCell() throws(SheetFlaw) -> CSVTable.Cell {
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        break
      }
      guard byte != UInt8(ascii: "\"") else {
        throw SheetFlaw(
          offset: offset, what: "a quote stands inside a cell that does not begin with one",
          remedy: "Put the whole cell in quotes and write the quotes inside it twice.")
      }
      offset += 1
    }
    return CSVTable.Cell(start: start, end: offset)
  }

  private mutating func quotedCell() throws(SheetFlaw) -> CSVTable.Cell {
    var cell = CSVTable.Cell(start: offset, end: offset)
    while offset < bytes.count {
      cell.end = offset
      offset += 1
      guard bytes[cell.end] == UInt8(ascii: "\"") else { continue }
      guard skip(UInt8(ascii: "\"")) else { return cell }
      cell.hasDoubledQuotes = true
    }
    throw SheetFlaw(
      offset: cell.start - 1, what: "the quote that opens this cell is never closed",
      remedy: "Close the cell with a quote.")
  }

  private mutating func endLine() throws(SheetFlaw) {
    guard offset < bytes.count else { return }
    let hasReturn = skip(UInt8(ascii: "\r"))
    if skip(UInt8(ascii: "\n")) {
      lineEnding = lineEnding ?? (hasReturn ? .carriageReturnLineFeed : .lineFeed)
    } else if hasReturn {
      throw SheetFlaw(
        offset: offset - 1, what: "a carriage return stands here without a line feed",
        remedy: "Save the file with line endings LF or CRLF, or put the cell in quotes.")
    } else {
      throw SheetFlaw(
        offset: offset, what: "text follows the quote that closes this cell",
        remedy: "Put a comma between the cells, or write quotes inside the cell twice.")
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }
}
