package import Domain
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
  /// What a name in a field of options stands for.
  package enum Named: Equatable, Sendable {
    /// An option, by its value.
    case option(String)
    /// Something that is to be added, by its name.
    case added(String)
  }

  /// What the names in a field of options stand for, in their order.
  package func named(at index: Int) -> [Named] {
    let field = fields[index]
    return field.names.compactMap { name in
      if let option = field.options.first(where: { $0.label == name }) {
        return .option(option.value)
      }
      return name.hasPrefix("+") ? .added(String(name.dropFirst()).trimmed) : nil
    }
  }

  /// The values of the options that a field named when the form was opened.
  func formerChoices(_ index: Int) -> [String] {
    var field = fields[index]
    field.editor = LineEditor(field.initial)
    let names = field.names
    return field.options.filter { names.contains($0.label) }.map(\.value)
  }

  /// The value of the option a field names, or `nil` when it names none.
  package func choice(_ index: Int) -> String? {
    if case .option(let value)? = named(at: index).first { value } else { nil }
  }

  /// The date in a field; `nil` while it is empty, and in a form that was not kept.
  package func date(at index: Int) -> CalendarDate? {
    guard case .date(let today) = fields[index].kind else { return nil }
    return try? CalendarDate(typed: fields[index].text, today: today)
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
