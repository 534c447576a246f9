/// Decodes the members of an object by their keys.
struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let tape: Tape
  private let object: Int

  /// The keys of a large object, to be searched by halves; nil of a small one, which is walked.
  private let sortedKeys: [(text: String, place: Int)]?

  init(tape: Tape, object: Int) {
    self.tape = tape
    self.object = object
    sortedKeys = tape.tokens[object].count > 32 ? tape.sortedKeys(of: object) : nil
  }

  var codingPath: [any CodingKey] { tape.path(to: object) }

  var allKeys: [Key] {
    var keys: [Key] = []
    keys.reserveCapacity(Int(tape.tokens[object].count))
    for place in tape.keys(of: object) {
      if let key = Key(stringValue: tape.text(at: place)) { keys.append(key) }
    }
    return keys
  }

  func contains(_ key: Key) -> Bool { place(of: key) != nil }

  private func place(of key: Key) -> Int? {
    guard let sortedKeys else { return tape.value(of: key.stringValue, in: object) }
    let name = key.stringValue
    var low = 0
    var high = sortedKeys.count
    while low < high {
      let middle = (low + high) / 2
      if sortedKeys[middle].text.bytesPrecede(name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < sortedKeys.count, sortedKeys[low].text.hasSameBytes(as: name) else { return nil }
    return sortedKeys[low].place + 1
  }

  private func presentPlace(of key: Key) throws -> Int {
    guard let place = place(of: key) else { throw missing(key) }
    return place
  }

  /// The place of a value that is there and not null.
  private func valuePlace(of key: Key) -> Int? {
    guard let place = place(of: key), tape.tokens[place].kind != .null else { return nil }
    return place
  }

  private func missing(_ key: Key) -> DecodingError {
    .keyNotFound(key, .init(codingPath: codingPath, debugDescription: "is missing"))
  }

  // MARK: Fields that must be there

  func decodeNil(forKey key: Key) throws -> Bool {
    tape.tokens[try presentPlace(of: key)].kind == .null
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try tape.boolean(at: presentPlace(of: key))
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try tape.string(at: presentPlace(of: key))
  }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try tape.floatingPoint(at: presentPlace(of: key))
  }

  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    try tape.floatingPoint(at: presentPlace(of: key))
  }

  func decode<T: Decodable & FixedWidthInteger>(_ type: T.Type, forKey key: Key) throws -> T {
    try tape.integer(at: presentPlace(of: key))
  }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    guard let place = place(of: key) else { return try absent(type, key) }
    return try tape.decode(type, at: place)
  }

  @inline(never)
  private func absent<T>(_ type: T.Type, _ key: Key) throws -> T {
    guard let empty = (type as? any EmptyWhenAbsent.Type)?.init() as? T else { throw missing(key) }
    return empty
  }

  // MARK: Fields that may be absent or null

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try valuePlace(of: key).map(tape.boolean)
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try valuePlace(of: key).map(tape.string)
  }

  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
    try valuePlace(of: key).map(tape.floatingPoint)
  }

  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? {
    try valuePlace(of: key).map(tape.floatingPoint)
  }

  func decodeIfPresent<T: Decodable & FixedWidthInteger>(
    _ type: T.Type, forKey key: Key
  ) throws -> T? {
    try valuePlace(of: key).map(tape.integer)
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try valuePlace(of: key).map { try tape.decode(type, at: $0) }
  }

  // MARK: Containers

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(at: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(at: key).unkeyedContainer()
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(at: key) }

  func superDecoder() throws -> any Decoder {
    guard let place = tape.value(of: PathKey.super.stringValue, in: object) else {
      throw DecodingError.keyNotFound(
        PathKey.super, .init(codingPath: codingPath, debugDescription: "is missing"))
    }
    return TapeDecoder(tape: tape, index: place)
  }

  private func decoder(at key: Key) throws -> TapeDecoder {
    TapeDecoder(tape: tape, index: try presentPlace(of: key))
  }
}
