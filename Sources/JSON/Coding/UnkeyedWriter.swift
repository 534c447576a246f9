/// Encodes elements into an array.
struct UnkeyedWriter: UnkeyedEncodingContainer {
  let node: Node
  let codingPath: [any CodingKey]

  var count: Int {
    guard case .array(let nodes) = node.content else { return 0 }
    return nodes.count
  }

  private func open() -> TreeEncoder {
    let encoder = TreeEncoder(
      node: Node(), codingPath: codingPath + [PathKey(intValue: count)])
    node.append(encoder.node)
    return encoder
  }

  func encodeNil() { open().encodeNil() }
  func encode(_ value: Bool) { open().encode(value) }
  func encode(_ value: String) { open().encode(value) }
  func encode(_ value: Double) throws { try open().encode(value) }
  func encode(_ value: Float) throws { try open().encode(value) }
  func encode<T: Encodable & FixedWidthInteger>(_ value: T) { open().encode(value) }
  func encode<T: Encodable>(_ value: T) throws { try open().encode(value) }

  func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) -> KeyedEncodingContainer<Key> {
    open().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { open().unkeyedContainer() }
  func superEncoder() -> any Encoder { open() }
}
