import Domain
import Screen

/// What was typed into a field that has a form of its own.
enum Typed<Value: Sendable>: Sendable {
  case empty
  case value(Value)
  /// Something else; the form says so.
  case wrong

  /// The value, or `nil` when nothing was typed.
  var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  var isWrong: Bool {
    if case .wrong = self { true } else { false }
  }
}

extension Form {
  /// The date in a field.
  mutating func date(at index: Int) -> Typed<CalendarDate> {
    let typed = fields[index].text
    if typed.isEmpty { return .empty }
    if let date = CalendarDate(typed) { return .value(date) }
    complain("“\(typed.cut(to: 20))” is not a date: write 2018-02-14 or 2018-02.", at: index)
    return .wrong
  }

  /// The whole number from 1 to 999 in a field.
  mutating func number(at index: Int) -> Typed<Int> {
    let typed = fields[index].text
    if typed.isEmpty { return .empty }
    if let number = Int(typed), (1...999).contains(number) { return .value(number) }
    complain("“\(typed.cut(to: 20))” is not a number from 1 to 999.", at: index)
    return .wrong
  }
}
