/// Checks a text strictly and makes its table, in one pass and without recursion.
struct Scanner {
  /// A container whose closing bracket has not come.
  struct Frame {
    let place: Int
    let isObject: Bool
    var count: UInt32 = 0
    var lastKey = 0
    var isIrregular = false
  }

  let bytes: [UInt8]
  let limits: Limits
  var tokens: [Token] = []
  var position = 0
  var innermost: Frame?
  var outer: [Frame] = []
  private var nodes = 0
  private var hasIrregularObject = false

  static func scan(_ bytes: [UInt8], limits: Limits) throws(SyntaxError) -> Tape {
    var scanner = Scanner(bytes, limits)
    try scanner.checkEncoding()
    try scanner.scanDocument()
    let tape = Tape(bytes: bytes, tokens: scanner.tokens)
    if scanner.hasIrregularObject { try tape.checkKeysDiffer() }
    return tape
  }

  private init(_ bytes: [UInt8], _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  func failure(_ reason: SyntaxError.Reason, at offset: Int) -> SyntaxError {
    SyntaxError(reason, at: offset, in: bytes)
  }

  private func checkEncoding() throws(SyntaxError) {
    guard bytes.count <= limits.maximumBytes else {
      throw failure(.tooManyBytes(limit: limits.maximumBytes), at: 0)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw failure(.byteOrderMark, at: 0) }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.prefix(2).contains(0)
    {
      throw failure(.wideEncoding, at: 0)
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw failure(.invalidUTF8, at: error.byteOffsets.lowerBound)
    }
  }

  private mutating func scanDocument() throws(SyntaxError) {
    tokens.reserveCapacity(bytes.count / 12 + 8)
    guard peek() != nil else { throw failure(.empty, at: position) }
    try scanValue()
    while let frame = innermost {
      if frame.isObject {
        try scanMember(of: frame)
      } else {
        try scanElement(of: frame)
      }
    }
    if peek() != nil { throw failure(.textAfterEnd, at: position) }
  }

  /// The byte that comes after white space; nil at the end.
  @inline(__always)
  private mutating func peek() -> UInt8? {
    position = afterSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  @inline(__always)
  private func afterSpace() -> Int {
    let bytes = bytes.span
    var end = position
    while end < bytes.count {
      switch bytes[end] {
      case 0x20, 0x0A, 0x0D, 0x09: end += 1
      default: return end
      }
    }
    return end
  }

  private mutating func scanValue() throws(SyntaxError) {
    guard let byte = peek() else { throw failure(.endsEarly, at: position) }
    nodes += 1
    guard nodes <= limits.maximumNodes else {
      throw failure(.tooManyNodes(limit: limits.maximumNodes), at: position)
    }
    switch byte {
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "{"): try open(.object)
    case UInt8(ascii: "["): try open(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    default: try scanWord()
    }
  }

  // MARK: Containers

  private mutating func scanElement(of frame: Frame) throws(SyntaxError) {
    if try scanBoundary(of: frame, bracket: UInt8(ascii: "]")) { return }
    innermost?.count += 1
    try scanValue()
  }

  private mutating func scanMember(of frame: Frame) throws(SyntaxError) {
    if try scanBoundary(of: frame, bracket: UInt8(ascii: "}")) { return }
    guard let quote = peek() else { throw failure(.endsEarly, at: position) }
    guard quote == UInt8(ascii: "\"") else { throw failure(.keyExpected, at: position) }
    let key = tokens.count
    try scanString()
    if !isInOrder(key, after: frame) { innermost?.isIrregular = true }
    innermost?.lastKey = key
    innermost?.count += 1
    guard let colon = peek() else { throw failure(.endsEarly, at: position) }
    guard colon == UInt8(ascii: ":") else { throw failure(.colonExpected, at: position) }
    position += 1
    try scanValue()
  }

  /// Keys in rising order cannot repeat; only objects whose keys are not are searched afterwards.
  private func isInOrder(_ key: Int, after frame: Frame) -> Bool {
    if tokens[key].isIrregular { return false }
    guard frame.count > 0 else { return true }
    let bytes = bytes.span
    return bytes.extracting(tokens[frame.lastKey].range)
      .compare(with: bytes.extracting(tokens[key].range)) < 0
  }

  /// Takes what may stand between two elements or members.
  ///
  /// - Returns: Whether that was the closing bracket.
  private mutating func scanBoundary(of frame: Frame, bracket: UInt8) throws(SyntaxError) -> Bool {
    guard let byte = peek() else { throw failure(.endsEarly, at: position) }
    if byte == bracket {
      close(frame)
      return true
    }
    guard frame.count > 0 else { return false }
    guard byte == UInt8(ascii: ",") else { throw failure(.commaExpected, at: position) }
    let comma = position
    position += 1
    if peek() == bracket { throw failure(.trailingComma, at: comma) }
    return false
  }

  private mutating func open(_ kind: Token.Kind) throws(SyntaxError) {
    let depth = outer.count + (innermost == nil ? 0 : 1)
    guard depth < limits.maximumDepth else {
      throw failure(.tooDeep(limit: limits.maximumDepth), at: position)
    }
    if let innermost { outer.append(innermost) }
    innermost = Frame(place: tokens.count, isObject: kind == .object)
    append(kind, from: position, to: position)
    position += 1
  }

  private mutating func close(_ frame: Frame) {
    position += 1
    tokens[frame.place].count = frame.count
    tokens[frame.place].isIrregular = frame.isIrregular
    tokens[frame.place].end = UInt32(tokens.count)
    if frame.isIrregular { hasIrregularObject = true }
    innermost = outer.popLast()
  }
}
