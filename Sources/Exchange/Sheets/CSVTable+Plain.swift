extension CSVTable {
  /// The rows that say anything.
  var filledRows: [Int] {
    (0..<rowCount).filter { row in
      header.indices.contains { !ScaleReader.trimmed(text(row, $0)).isEmpty }
    }
  }

  /// The text of a cell as it is meant: without the spaces around it, without what defuses formulas.
  static func plain(_ cell: ArraySlice<UInt8>) -> String {
    let cell = Formulas.undone(cell)
    guard cell.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else { return trimmed(cell) }
    // Nearly all cells: nothing in them but ASCII.
    var plain = cell
    while let first = plain.first, isSpace(first) { plain.removeFirst() }
    while let last = plain.last, isSpace(last) { plain.removeLast() }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> String {
    let text = String(decoding: cell, as: UTF8.self)
      .map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0C).contains(byte)
  }
}
