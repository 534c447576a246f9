/// Encodes one value into its node.
struct TreeEncoder: Encoder {
  let node: Node
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject(keyedBy: type)
    return KeyedEncodingContainer(KeyedWriter<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return UnkeyedWriter(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  /// The key type that the standard library encodes dictionaries by; it has no name for us.
  static let dictionaryKeyType: ObjectIdentifier? = {
    let encoder = TreeEncoder(node: Node(), codingPath: [])
    try? [String: Int]().encode(to: encoder)
    return encoder.node.keyType
  }()
}

extension TreeEncoder: SingleValueEncodingContainer {
  func encodeNil() { node.become(.null) }
  func encode(_ value: Bool) { node.become(.bool(value)) }
  func encode(_ value: String) { node.become(.string(value)) }
  func encode(_ value: Double) throws { node.become(try number(value)) }
  func encode(_ value: Float) throws { node.become(try number(value)) }

  func encode<T: Encodable & FixedWidthInteger>(_ value: T) {
    node.become(.number(Number(checked: String(value))))
  }

  func encode<T: Encodable>(_ value: T) throws {
    do {
      try value.encode(to: self)
    } catch let error as EncodingError {
      throw error
    } catch {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "\(error)"))
    }
  }

  /// The shortest way to write a number that reads back as the same number.
  private func number<T: BinaryFloatingPoint & LosslessStringConvertible>(
    _ value: T
  ) throws -> Value {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "is not a finite number"))
    }
    return .number(Number(checked: value.description))
  }
}
