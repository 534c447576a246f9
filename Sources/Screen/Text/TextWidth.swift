/// How many columns text takes on a terminal.
package enum TextWidth {
  /// How many columns a scalar takes: 0, 1 or 2, or `nil` when it cannot be shown.
  package static func columns(of scalar: UInt32) -> Int? {
    if scalar < 0x7F { return scalar < 0x20 ? nil : 1 }
    if isIn(TextWidthTable.unprintable, scalar) { return nil }
    if scalar < 0x300 { return 1 }
    if isIn(TextWidthTable.combining, scalar) { return 0 }
    return isIn(TextWidthTable.wide, scalar) ? 2 : 1
  }

  /// How many columns a text takes once it is made safe to show.
  package static func columns(of text: String) -> Int {
    if text.isPrintableASCII { return text.utf8.count }
    var columns = 0
    for glyph in Glyphs(text) { columns += glyph.columns }
    return columns
  }

  /// Whether a flat table of first and last scalars holds this one.
  private static func isIn(_ table: [UInt32], _ scalar: UInt32) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if table[2 * middle + 1] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < table.count / 2 && table[2 * low] <= scalar
  }
}

extension String {
  /// Whether every byte is a character of one column: most text is, and need not be looked at
  /// glyph by glyph.
  var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}
