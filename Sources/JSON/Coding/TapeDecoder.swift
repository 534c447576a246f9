/// Decodes the value at one place of a tape; it stands for the value itself.
struct TapeDecoder: Decoder {
  let tape: Tape
  let index: Int

  var codingPath: [any CodingKey] { tape.path(to: index) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try tape.expect(.object, at: index)
    return KeyedDecodingContainer(KeyedReader<Key>(tape: tape, object: index))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try tape.expect(.array, at: index)
    return UnkeyedReader(tape: tape, array: index)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension TapeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tape.tokens[index].kind == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try tape.boolean(at: index) }
  func decode(_ type: String.Type) throws -> String { try tape.string(at: index) }
  func decode(_ type: Double.Type) throws -> Double { try tape.floatingPoint(at: index) }
  func decode(_ type: Float.Type) throws -> Float { try tape.floatingPoint(at: index) }

  func decode<T: Decodable & FixedWidthInteger>(_ type: T.Type) throws -> T {
    try tape.integer(at: index)
  }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try tape.decode(type, at: index) }
}
