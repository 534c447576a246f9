package import Domain
import Screen

extension Form {
  /// One field of a form.
  package struct Field: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      case text
      /// A text that is completed from those that were used before.
      case words([String])
      /// A date as people type it, reckoned from a day.
      case date(today: CalendarDate)
      /// One of the options, by its label; empty where nothing need be chosen.
      case choice([Option])
      /// One of the options by the first letter of its label, which goes on to the next field.
      case letter([Option])
      /// Any of the options, by their labels with `;` between them.
      case choices([Option])
      /// One of the options that were found for what is typed, by its label.
      case found([Option])
      /// A threat in one line, with names behind prefixes; dates are reckoned from a day.
      case capture(CaptureNames, today: CalendarDate)
    }

    package let label: String

    /// What stands for the label inside a card: a word of up to four letters.
    package let short: String
    package internal(set) var kind: Kind
    package let isRequired: Bool

    /// Whether the label tells by its number only where the field stands among others of its sort.
    let isNumbered: Bool

    /// What to type, shown while the field is empty.
    package let hint: String

    /// What `+Name` typed among the options adds to the board, in a word; `nil` for nothing.
    package let adds: String?
    package var editor: LineEditor

    /// What was typed before one began to go through the options that fit it.
    var sought: String?

    /// The text when the form was opened.
    package let initial: String

    package init(
      _ label: String, _ text: String = "", kind: Kind = .text, short: String? = nil,
      isRequired: Bool = false, isNumbered: Bool = false, hint: String = "", adds: String? = nil
    ) {
      self.label = label
      self.isNumbered = isNumbered
      self.short = short ?? String(label.prefix(4))
      self.kind = kind
      self.isRequired = isRequired
      self.hint = hint
      self.adds = adds
      editor = LineEditor(text)
      initial = editor.text
    }

    /// A field for a date; it says again what it took a date for.
    package init(
      date label: String, _ date: CalendarDate?, today: CalendarDate, short: String? = nil,
      isRequired: Bool = false, hint: String = ""
    ) {
      self.init(
        label, date?.words ?? "", kind: .date(today: today), short: short, isRequired: isRequired,
        hint: hint)
    }

    /// A field in which one of some options is chosen.
    ///
    /// - Parameters:
    ///   - label: What is chosen.
    ///   - value: What is chosen now; it is an option even where it is none any more.
    ///   - options: What can be chosen; those that read alike are told apart by their values.
    ///   - short: The label where there is little room; `nil` takes the whole one.
    ///   - isRequired: Whether something must be chosen.
    ///   - hint: What to choose, shown while nothing is.
    ///   - adds: What `+Name` adds.
    package init(
      choose label: String, _ value: String?, among options: [Option], short: String? = nil,
      isRequired: Bool = false, hint: String = "", adds: String? = nil
    ) {
      let options = Option.distinct(options, with: [value].compactMap(\.self))
      let text = options.first { $0.value == value }?.label ?? ""
      self.init(
        label, text, kind: .choice(options), short: short, isRequired: isRequired, hint: hint,
        adds: adds)
    }

    /// A field in which any number of some options are chosen.
    package init(
      chooseAny label: String, _ values: [String], among options: [Option], short: String? = nil,
      hint: String = "", adds: String? = nil
    ) {
      let options = Option.distinct(options, with: values)
      let labels = values.compactMap { value in options.first { $0.value == value }?.label }
      self.init(
        label, labels.joined(separator: "; "), kind: .choices(options), short: short, hint: hint,
        adds: adds)
    }

    /// Whether something else stands there than when the form was opened.
    package var isChanged: Bool { editor.text != initial }

    /// The text without the spaces around it.
    package var text: String { editor.text.trimmed }
  }

  /// Something that can be chosen: what is kept, and what a person reads.
  package struct Option: Equatable, Sendable {
    package let value: String
    package let label: String

    package init(value: String, label: String) {
      self.value = value
      self.label = label.trimmed
    }

    /// The options, and what is chosen already, with labels that each stand for one of them.
    static func distinct(_ options: [Option], with values: [String]) -> [Option] {
      let others = values.filter { value in !options.contains { $0.value == value } }
        .map { Option(value: $0, label: "\($0) (not among the others)") }
      let options = options + others
      var counts: [String: Int] = [:]
      for option in options { counts[option.label, default: 0] += 1 }
      return options.map { option in
        counts[option.label, default: 0] < 2
          ? option : Option(value: option.value, label: "\(option.label) (\(option.value))")
      }
    }
  }
}
