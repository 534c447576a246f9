extension Scanner {
  mutating func append(_ kind: Token.Kind, from start: Int, to end: Int) {
    tokens.append(
      Token(
        kind: kind, start: UInt32(start), count: UInt32(end - start), end: UInt32(tokens.count + 1))
    )
  }

  // MARK: Words and numbers

  mutating func scanWord() throws(SyntaxError) {
    var end = position
    while end < bytes.count, end < position + 20, isWordByte(bytes[end]) { end += 1 }
    let word = String(decoding: bytes[position..<end], as: UTF8.self)
    switch word {
    case "null": append(.null, from: position, to: end)
    case "true": append(.true, from: position, to: end)
    case "false": append(.false, from: position, to: end)
    case "":
      let isNumber = [UInt8(ascii: "+"), UInt8(ascii: ".")].contains(bytes[position])
      throw failure(isNumber ? .malformedNumber : .valueExpected, at: position)
    default: throw failure(.unknownWord(word), at: position)
    }
    position = end
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  mutating func scanNumber() throws(SyntaxError) {
    let (end, flaw) = NumberGrammar.scan(bytes.span, from: position)
    switch flaw {
    case .malformed?: throw failure(.malformedNumber, at: position)
    case .leadingZero?: throw failure(.leadingZero, at: position)
    case nil: break
    }
    guard end - position <= limits.maximumNumberLength else {
      throw failure(.numberTooLong(limit: limits.maximumNumberLength), at: position)
    }
    append(.number, from: position, to: end)
    position = end
  }

  // MARK: Strings

  /// Reads a text in quotes; the position stands on the first quote.
  mutating func scanString() throws(SyntaxError) {
    let (end, hasEscapes) = try closingQuote()
    append(.string, from: position + 1, to: end)
    tokens[tokens.count - 1].isIrregular = hasEscapes
    position = end + 1
  }

  @inline(__always)
  private func closingQuote() throws(SyntaxError) -> (offset: Int, hasEscapes: Bool) {
    let bytes = bytes.span
    var offset = position + 1
    var hasEscapes = false
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""): return (offset, hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        offset = try afterEscape(at: offset)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw failure(.openString, at: position)
      case 0..<0x20: throw failure(.controlCharacter(bytes[offset]), at: offset)
      default: offset += 1
      }
    }
    throw failure(.openString, at: position)
  }

  private func afterEscape(at offset: Int) throws(SyntaxError) -> Int {
    guard offset + 1 < bytes.count else { return bytes.count }
    guard bytes[offset + 1] == UInt8(ascii: "u") else {
      guard Escape.scalar(of: bytes[offset + 1]) != nil else {
        throw failure(.unknownEscape, at: offset)
      }
      return offset + 2
    }
    guard let unit = Escape.unit(in: bytes.span, at: offset) else {
      throw failure(.unknownEscape, at: offset)
    }
    guard UTF16.isSurrogate(unit) else { return offset + 6 }
    guard UTF16.isLeadSurrogate(unit),
      let trail = Escape.unit(in: bytes.span, at: offset + 6), UTF16.isTrailSurrogate(trail)
    else { throw failure(.loneSurrogate, at: offset) }
    return offset + 12
  }
}
