// Swift compares texts by what they mean to a reader; a store compares them by their bytes.

extension String {
  func hasSameBytes(as other: String) -> Bool {
    utf8Span.span.hasSameBytes(as: other.utf8Span.span)
  }

  func bytesPrecede(_ other: String) -> Bool {
    utf8Span.span.compare(with: other.utf8Span.span) < 0
  }
}

extension Span<UInt8> {
  @inline(__always)
  func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// Less than 0, 0 or more than 0, as these bytes sort before, with or after the others.
  @inline(__always)
  func compare(with other: Span<UInt8>) -> Int {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return Int(self[index]) - Int(other[index])
    }
    return count - other.count
  }
}

extension [UInt8] {
  /// The text of bytes that a scanner has found to be UTF-8.
  func text(in range: Range<Int>) -> String {
    guard let text = try? UTF8Span(validating: span.extracting(range)) else { return "\u{FFFD}" }
    return String(copying: text)
  }

  /// Whether a name stands at an offset.
  @inline(__always)
  func has(_ name: Span<UInt8>, at offset: Int) -> Bool {
    for index in name.indices where self[offset + index] != name[index] { return false }
    return true
  }
}
