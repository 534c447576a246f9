/// Writes a sheet so that it reads back the same, and no cell of it is taken for a formula.
struct CSVWriter {
  private let lineEnding: [UInt8]
  private(set) var bytes: [UInt8] = []
  private var isFirstInRow = true

  init(_ lineEnding: CSVTable.LineEnding) {
    self.lineEnding = lineEnding == .lineFeed ? [0x0A] : [0x0D, 0x0A]
  }

  mutating func write(_ text: String) {
    write(Array(text.utf8)[...])
  }

  mutating func write(_ text: ArraySlice<UInt8>) {
    if !isFirstInRow { bytes.append(UInt8(ascii: ",")) }
    isFirstInRow = false
    let text = Formulas.defused(text)
    guard text.contains(where: CSVWriter.needsQuotes) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func endRow() {
    bytes.append(contentsOf: lineEnding)
    isFirstInRow = true
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }
}

extension CSVTable {
  /// The sheet as a file: quotes where they are needed, line ends as the first one was read.
  ///
  /// Cells that a spreadsheet would take for a formula are led by an apostrophe; a sheet without
  /// such cells reads back the same.
  package var text: [UInt8] {
    var writer = CSVWriter(lineEnding)
    for row in -1..<rowCount {
      for column in header.indices { writer.write(text(row, column)) }
      writer.endRow()
    }
    return writer.bytes
  }
}
