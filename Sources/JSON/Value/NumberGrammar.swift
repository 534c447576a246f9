/// The grammar of RFC 8259, section 6: `-`, whole part, `.` and digits, `e` and digits.
enum NumberGrammar {
  enum Flaw {
    case leadingZero
    case malformed
  }

  static func allows(_ literal: String) -> Bool {
    let bytes = Array(literal.utf8)
    let (end, flaw) = scan(bytes.span, from: 0)
    return flaw == nil && end == bytes.count
  }

  /// Reads a number as far as it goes.
  ///
  /// - Returns: The offset after it, or the offset of the first byte that is wrong, with the flaw.
  @inline(__always)
  static func scan(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, flaw: Flaw?) {
    var end = start
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    let whole = end
    end = afterDigits(bytes, from: whole)
    guard end > whole else { return (end, .malformed) }
    if end > whole + 1, bytes[whole] == UInt8(ascii: "0") { return (whole, .leadingZero) }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let fraction = end + 1
      end = afterDigits(bytes, from: fraction)
      guard end > fraction else { return (end, .malformed) }
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") {
        end += 1
      }
      let exponent = end
      end = afterDigits(bytes, from: exponent)
      guard end > exponent else { return (end, .malformed) }
    }
    return (end, nil)
  }

  @inline(__always)
  private static func afterDigits(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] &- UInt8(ascii: "0") < 10 { end += 1 }
    return end
  }
}
