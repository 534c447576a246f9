/// Decodes the elements of an array, one after the other.
struct UnkeyedReader: UnkeyedDecodingContainer {
  private let tape: Tape
  private let array: Int
  private var next: Int
  private(set) var currentIndex = 0

  init(tape: Tape, array: Int) {
    self.tape = tape
    self.array = array
    next = array + 1
  }

  var codingPath: [any CodingKey] { tape.path(to: array) }
  var count: Int? { Int(tape.tokens[array].count) }
  var isAtEnd: Bool { next == tape.tokens[array].end }

  /// Reads the next element; one that is refused stays the next.
  private mutating func take<T>(_ read: (Int) throws -> T) throws -> T {
    guard !isAtEnd else {
      let path = codingPath + [PathKey(intValue: currentIndex)]
      throw DecodingError.valueNotFound(
        T.self, .init(codingPath: path, debugDescription: "is missing: the list is too short"))
    }
    let value = try read(next)
    next = Int(tape.tokens[next].end)
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, tape.tokens[next].kind == .null else { return false }
    return try take { _ in true }
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try take(tape.boolean) }
  mutating func decode(_ type: String.Type) throws -> String { try take(tape.string) }
  mutating func decode(_ type: Double.Type) throws -> Double { try take(tape.floatingPoint) }
  mutating func decode(_ type: Float.Type) throws -> Float { try take(tape.floatingPoint) }

  mutating func decode<T: Decodable & FixedWidthInteger>(_ type: T.Type) throws -> T {
    try take(tape.integer)
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let tape = tape
    return try take { try tape.decode(type, at: $0) }
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try nestedDecoder { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try nestedDecoder { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try nestedDecoder { $0 } }

  private mutating func nestedDecoder<T>(_ open: (TapeDecoder) throws -> T) throws -> T {
    let tape = tape
    return try take { try open(TapeDecoder(tape: tape, index: $0)) }
  }
}
