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
    let (end, hasEscapes, flaw) = StringGrammar.scan(bytes.span, from: position + 1)
    switch flaw {
    case .open?: throw failure(.openString, at: position)
    case .controlCharacter?: throw failure(.controlCharacter(bytes[end]), at: end)
    case .unknownEscape?: throw failure(.unknownEscape, at: end)
    case .loneSurrogate?: throw failure(.loneSurrogate, at: end)
    case nil: break
    }
    append(.string, from: position + 1, to: end)
    if hasEscapes { tokens[tokens.count - 1].isIrregular = true }
    position = end + 1
  }
}
