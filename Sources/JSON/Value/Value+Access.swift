extension Value {
  /// The member of an object; nil when there is none, or when this is no object.
  package subscript(key: String) -> Value? { objectValue?[key] }

  /// Whether this is `null`.
  package var isNull: Bool { self == .null }

  /// True or false; nil when this is something else.
  package var boolValue: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The number; nil when this is something else.
  package var numberValue: Number? {
    guard case .number(let value) = self else { return nil }
    return value
  }

  /// The whole number; nil when this is something else, or written with a point or exponent.
  package var intValue: Int? { numberValue?.intValue }

  /// The text; nil when this is something else.
  package var stringValue: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The elements; nil when this is something else.
  package var arrayValue: [Value]? {
    guard case .array(let value) = self else { return nil }
    return value
  }

  /// The object; nil when this is something else.
  package var objectValue: Object? {
    guard case .object(let value) = self else { return nil }
    return value
  }
}
