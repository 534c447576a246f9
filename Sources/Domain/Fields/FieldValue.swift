package import JSON

/// A type of value that stands in fields and says itself what it takes.
package protocol FieldValue: Decodable {
  static var shape: FieldShape { get }

  /// Any value: with it a type can be asked for its fields while there is no document.
  static var sample: Self { get }
}

extension String: FieldValue {
  package static var shape: FieldShape { .text }
  package static var sample: String { "" }
}

extension Bool: FieldValue {
  package static var shape: FieldShape { .yesNo }
  package static var sample: Bool { false }
}

extension Int: FieldValue {
  package static var shape: FieldShape { .whole }
  package static var sample: Int { 0 }
}

extension Exact: FieldValue {
  package static var shape: FieldShape { .number }
  package static var sample: Exact { .zero }
}

extension CalendarDate: FieldValue {
  package static var shape: FieldShape { .date }
  package static var sample: CalendarDate {
    guard let date = CalendarDate(year: 2000) else {
      preconditionFailure("The calendar has the year 2000.")
    }
    return date
  }
}

extension Timestamp: FieldValue {
  package static var shape: FieldShape { .time }
  package static var sample: Timestamp { Timestamp(seconds: 0) }
}

extension Identifier: FieldValue {
  package static var shape: FieldShape { .name((Subject.self as? any RecordContent.Type)?.kind) }
  package static var sample: Identifier { "sample" }
}

extension RecordName: FieldValue {
  package static var shape: FieldShape { .record }
  package static var sample: RecordName { .board }
}

extension Value: FieldValue {
  package static var shape: FieldShape { .anything }
  package static var sample: Value { .null }
}

extension Choice {
  package static var shape: FieldShape { .word(allCases.map(\.rawValue)) }
  package static var sample: Self {
    guard let word = allCases.first else { preconditionFailure("A choice has words.") }
    return word
  }
}

extension Array: FieldValue where Element: Decodable {
  package static var shape: FieldShape { .set(FieldShape(of: Element.self)) }
  package static var sample: [Element] { [] }
}

extension Dictionary: FieldValue where Key: FieldValue, Value: Decodable {
  package static var shape: FieldShape {
    .list(
      FieldShape.Entries(
        key: Key.shape, entry: FieldShape(of: Value.self),
        isKeyFree: Key.self == Identifier<Value>.self))
  }
  package static var sample: [Key: Value] { [:] }
}
