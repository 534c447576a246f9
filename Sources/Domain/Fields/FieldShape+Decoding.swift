import JSON

extension FieldShape {
  /// What values of a type are made of.
  ///
  /// The type is decoded from nothing, and tells by what it asks for: no list of fields stands
  /// beside the type that could fall behind it.
  package init<Subject: Decodable>(of type: Subject.Type) {
    guard let (_, shape) = try? FieldShape.asking(type) else {
      preconditionFailure("A type in a record is made of fields, or is a field's value.")
    }
    self = shape
  }

  fileprivate static func asking<Subject: Decodable>(
    _ type: Subject.Type
  ) throws -> (sample: Subject, shape: FieldShape) {
    if let known = type as? any FieldValue.Type, let sample = known.sample as? Subject {
      return (sample, known.shape)
    }
    let decoder = AskingDecoder()
    let sample = try Subject(from: decoder)
    return (sample, .group(decoder.fields.all))
  }
}

/// A decoder without a document: it gives samples, and notes which fields it was asked for.
private struct AskingDecoder: Decoder {
  final class Fields {
    var all: [FieldShape.Field] = []
  }

  let fields = Fields()
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(AskingContainer(fields: fields))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Unanswerable() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Unanswerable() }
}

/// Something was asked for that is no field.
private struct Unanswerable: Error {}

private struct AskingContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: AskingDecoder.Fields
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try note(type, key, isNeeded: !(type is any EmptyWhenAbsent.Type))
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try note(type, key, isNeeded: false)
  }

  // The library has its own of these, which would pass for needed fields.
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try note(type, key, isNeeded: false)
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try note(type, key, isNeeded: false)
  }

  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try note(type, key, isNeeded: false)
  }

  private func note<T: Decodable>(_ type: T.Type, _ key: Key, isNeeded: Bool) throws -> T {
    let (sample, shape) = try FieldShape.asking(type)
    fields.all.append(FieldShape.Field(name: key.stringValue, shape: shape, isNeeded: isNeeded))
    return sample
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw Unanswerable() }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw Unanswerable()
  }

  func superDecoder() throws -> any Decoder { throw Unanswerable() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw Unanswerable() }
}
