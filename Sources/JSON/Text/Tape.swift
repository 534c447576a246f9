/// A checked text with the flat table of what stands in it.
final class Tape: Sendable {
  let bytes: [UInt8]
  let tokens: [Token]

  init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// The text of a string or key.
  func text(at index: Int) -> String {
    let token = tokens[index]
    return token.isIrregular ? Escape.text(of: bytes[token.range]) : bytes.text(in: token.range)
  }

  /// The bytes between start and end of a value, as written.
  func literal(at index: Int) -> String {
    bytes.text(in: tokens[index].range)
  }

  /// The tape of a value that was never a text; it has no limits of its own.
  convenience init(_ value: Value) {
    var writer = TapeWriter()
    writer.write(value)
    self.init(bytes: writer.bytes, tokens: writer.tokens)
  }

  // MARK: Objects

  /// The place of the value of a key; nil when the object has no such key.
  func value(of key: String, in object: Int) -> Int? {
    let name = key.utf8Span.span
    let end = Int(tokens[object].end)
    var index = object + 1
    while index < end {
      let token = tokens[index]
      if token.isIrregular {
        if text(at: index).hasSameBytes(as: key) { return index + 1 }
      } else if token.count == name.count, bytes.has(name, at: Int(token.start)) {
        return index + 1
      }
      index = Int(tokens[index + 1].end)
    }
    return nil
  }

  /// The places of an object's keys, in the order of the text.
  func keys(of object: Int) -> [Int] {
    var keys: [Int] = []
    keys.reserveCapacity(Int(tokens[object].count))
    var index = object + 1
    while index < Int(tokens[object].end) {
      keys.append(index)
      index = Int(tokens[index + 1].end)
    }
    return keys
  }

  /// The keys of an object with their places, sorted by their bytes, then by their places.
  func sortedKeys(of object: Int) -> [(text: String, place: Int)] {
    let keys = keys(of: object).map { (text: text(at: $0), place: $0) }
    guard tokens[object].isIrregular else { return keys }
    return keys.sorted { one, other in
      one.text.bytesPrecede(other.text)
        || one.place < other.place && one.text.hasSameBytes(as: other.text)
    }
  }

  func checkKeysDiffer() throws(SyntaxError) {
    for object in tokens.indices where tokens[object].kind == .object && tokens[object].isIrregular
    {
      let keys = sortedKeys(of: object)
      for (one, other) in zip(keys, keys.dropFirst()) where one.text.hasSameBytes(as: other.text) {
        let key = String(String.UnicodeScalarView(other.text.unicodeScalars.prefix(40)))
        throw SyntaxError(.duplicateKey(key), at: start(of: other.place), in: bytes)
      }
    }
  }

  // MARK: Values

  /// The offset where a value or key begins, its quote included.
  func start(of index: Int) -> Int {
    Int(tokens[index].start) - (tokens[index].kind == .string ? 1 : 0)
  }

  /// The value at a place; recursion ends at the depth the scanner has allowed.
  func value(at index: Int) -> Value {
    let token = tokens[index]
    switch token.kind {
    case .null: return .null
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .number: return .number(Number(checked: literal(at: index)))
    case .string: return .string(text(at: index))
    case .array: return .array(elements(of: index).map(value))
    case .object:
      let members = sortedKeys(of: index).map { key in
        Object.Member(key: key.text, value: value(at: key.place + 1))
      }
      return .object(Object(sorted: members))
    }
  }

  /// The places of an array's elements.
  func elements(of array: Int) -> [Int] {
    var elements: [Int] = []
    elements.reserveCapacity(Int(tokens[array].count))
    var index = array + 1
    while index < Int(tokens[array].end) {
      elements.append(index)
      index = Int(tokens[index].end)
    }
    return elements
  }
}

extension Token {
  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
