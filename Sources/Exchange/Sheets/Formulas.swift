/// Cells that a spreadsheet would calculate instead of show.
///
/// The rule is OWASP's for CSV injection, with Symfony's for what follows a line break: white space
/// before the sign does not help, and each line of a cell counts for itself.
enum Formulas {
  /// The cell, its lines led by an apostrophe where a spreadsheet would take them for a formula.
  ///
  /// A plain number such as `-0.5` is left alone.
  static func defused(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard mayHoldFormula(cell), !isNumber(cell) else { return cell }
    var text: [UInt8] = []
    var start = cell.startIndex
    while true {
      let end = cell[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? cell.endIndex
      let isFirst = start == cell.startIndex
      if isFormula(isFirst ? cell : cell[start..<end]) { text.append(UInt8(ascii: "'")) }
      text.append(contentsOf: cell[start..<end])
      guard end < cell.endIndex else { return text[...] }
      text.append(cell[end])
      start = end + 1
    }
  }

  /// The cell without the apostrophes that lead lines which would else be formulas.
  static func undone(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard cell.contains(UInt8(ascii: "'")) else { return cell }
    var text: [UInt8] = []
    var rest = cell
    while true {
      if rest.first == UInt8(ascii: "'"), isFormula(rest.dropFirst()) { rest = rest.dropFirst() }
      guard let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { break }
      text += rest[...end]
      rest = rest[(end + 1)...]
    }
    return (text + rest)[...]
  }

  /// Whether there is anything to look at: nearly all cells are single words.
  private static func mayHoldFormula(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    return isFormula(cell) || first == 0x0A || cell.contains { $0 == 0x0A || $0 == 0x0D }
  }

  private static func isFormula(_ line: ArraySlice<UInt8>) -> Bool {
    switch line[afterSpace(line)...].first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    case 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// Where a line begins after spaces and no-break spaces.
  private static func afterSpace(_ line: ArraySlice<UInt8>) -> Int {
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == 0x20 {
        index += 1
      } else if line[index...].starts(with: [0xC2, 0xA0]) {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// Whether a cell is a decimal number with at most a sign before it.
  private static func isNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    let unsigned = cell.dropFirst(
      cell.first == UInt8(ascii: "-") || cell.first == UInt8(ascii: "+") ? 1 : 0)
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
  }
}
