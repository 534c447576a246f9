/// The grammar of RFC 8259, section 7: what may stand between two quotes.
enum StringGrammar {
  enum Flaw {
    case open
    case controlCharacter
    case unknownEscape
    case loneSurrogate
  }

  /// Reads a text from the byte after its first quote.
  ///
  /// - Returns: The offset of the closing quote, or of what is wrong, with the flaw.
  @inline(__always)
  static func scan(
    _ bytes: Span<UInt8>, from start: Int
  ) -> (end: Int, hasEscapes: Bool, flaw: Flaw?) {
    var end = start
    var hasEscapes = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") { return (end, hasEscapes, nil) }
      if byte == UInt8(ascii: "\\") {
        let (length, flaw) = escape(in: bytes, at: end)
        if let flaw { return (end, true, flaw) }
        hasEscapes = true
        end += length
      } else if byte >= 0x20 {
        end += 1
      } else {
        let isLineBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        return (end, hasEscapes, isLineBreak ? .open : .controlCharacter)
      }
    }
    return (end, hasEscapes, .open)
  }

  @inline(never)
  private static func escape(in bytes: Span<UInt8>, at offset: Int) -> (length: Int, flaw: Flaw?) {
    guard offset + 1 < bytes.count else { return (0, .open) }
    guard bytes[offset + 1] == UInt8(ascii: "u") else {
      return Escape.scalar(of: bytes[offset + 1]) == nil ? (0, .unknownEscape) : (2, nil)
    }
    guard let unit = Escape.unit(in: bytes, at: offset) else { return (0, .unknownEscape) }
    guard UTF16.isSurrogate(unit) else { return (6, nil) }
    guard UTF16.isLeadSurrogate(unit),
      let trail = Escape.unit(in: bytes, at: offset + 6), UTF16.isTrailSurrogate(trail)
    else { return (0, .loneSurrogate) }
    return (12, nil)
  }
}
