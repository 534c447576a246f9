/// Encodes members into an object.
struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: Node
  let codingPath: [any CodingKey]

  /// A dictionary keeps its empty members; they are not fields, whose absence says the same.
  private var isDictionary: Bool { ObjectIdentifier(Key.self) == TreeEncoder.dictionaryKeyType }

  private func open(_ key: any CodingKey) -> TreeEncoder {
    let encoder = TreeEncoder(node: Node(), codingPath: codingPath + [key])
    node.append(encoder.node, at: key.stringValue)
    return encoder
  }

  func encodeNil(forKey key: Key) { open(key).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) { open(key).encode(value) }
  func encode(_ value: String, forKey key: Key) { open(key).encode(value) }
  func encode(_ value: Double, forKey key: Key) throws { try open(key).encode(value) }
  func encode(_ value: Float, forKey key: Key) throws { try open(key).encode(value) }

  func encode<T: Encodable & FixedWidthInteger>(_ value: T, forKey key: Key) {
    open(key).encode(value)
  }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    if !isDictionary, let container = value as? any EmptyWhenAbsent, container.isEmpty { return }
    try open(key).encode(value)
  }

  /// An optional container that is there but empty is written, so that it is not read as nil.
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    if let value { try open(key).encode(value) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    open(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    open(key).unkeyedContainer()
  }

  func superEncoder(forKey key: Key) -> any Encoder { open(key) }
  func superEncoder() -> any Encoder { open(PathKey.super) }
}
