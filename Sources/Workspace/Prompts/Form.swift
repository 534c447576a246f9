package import Screen

/// Fields that a person fills in together: typed, chosen, and kept or left as one.
package struct Form: Equatable, Sendable {
  /// One field of a form.
  package struct Field: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      case text
      /// One of the options, by its label; empty where nothing need be chosen.
      case choice([Option])
    }

    package let label: String
    package let kind: Kind
    package let isRequired: Bool

    /// What to type, shown while the field is empty.
    package let hint: String
    package var editor: LineEditor

    /// The text when the form was opened.
    package let initial: String

    package init(
      _ label: String, _ text: String = "", kind: Kind = .text, isRequired: Bool = false,
      hint: String = ""
    ) {
      self.label = label
      self.kind = kind
      self.isRequired = isRequired
      self.hint = hint
      editor = LineEditor(text)
      initial = text
    }

    /// A field in which one of some options is chosen.
    ///
    /// - Parameters:
    ///   - label: What is chosen.
    ///   - value: What is chosen now; it is an option even where it is none any more.
    ///   - options: What can be chosen; those that read alike are told apart by their values.
    ///   - isRequired: Whether something must be chosen.
    ///   - hint: What to choose, shown while nothing is.
    package init(
      choose label: String, _ value: String?, among options: [Option], isRequired: Bool = false,
      hint: String = ""
    ) {
      var options = Option.distinct(options)
      if let value, !options.contains(where: { $0.value == value }) {
        options.append(Option(value: value, label: "\(value) (not among the others)"))
      }
      let text = options.first { $0.value == value }?.label ?? ""
      self.init(label, text, kind: .choice(options), isRequired: isRequired, hint: hint)
    }

    /// Takes a key; the first letter typed over a choice begins another one.
    mutating func take(_ key: Key) {
      if case .character = key, case .choice(let options) = kind, !text.isEmpty,
        options.contains(where: { $0.label == text })
      {
        editor = LineEditor()
      }
      _ = editor.take(key)
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

    /// The options with labels that each stand for one of them.
    static func distinct(_ options: [Option]) -> [Option] {
      var counts: [String: Int] = [:]
      for option in options { counts[option.label, default: 0] += 1 }
      return options.map { option in
        counts[option.label, default: 0] < 2
          ? option : Option(value: option.value, label: "\(option.label) (\(option.value))")
      }
    }
  }

  /// What a key did to a form.
  package enum Outcome: Equatable, Sendable { case open, kept, left }

  package internal(set) var title: String
  package var fields: [Field]
  package private(set) var current = 0

  /// What is wrong with the fields, as a sentence.
  package var complaint: String?

  package init(title: String, fields: [Field]) {
    precondition(!fields.isEmpty, "A form has at least one field.")
    self.title = title
    self.fields = fields
  }

  /// Takes a key.
  package mutating func update(_ key: Key) -> Outcome {
    complaint = nil
    switch key {
    case .escape, .control("g"), .control("c"): return .left
    case .enter: return keep()
    case .tab: complete(); current = (current + 1) % fields.count
    case .backTab: complete(); current = (current + fields.count - 1) % fields.count
    case .down: step(1)
    case .up: step(-1)
    default: fields[current].take(key)
    }
    return .open
  }

  package mutating func paste(_ text: String) {
    fields[current].editor.paste(text)
    if fields[current].editor.wasCut {
      complaint = "The pasted text was cut: a line holds \(LineEditor.longest) characters."
    }
  }

  /// The value of the option a choice field names, or `nil` when it names none.
  package func choice(_ index: Int) -> String? {
    guard case .choice(let options) = fields[index].kind else { return nil }
    return options.first { $0.label == fields[index].text }?.value
  }

  /// The options that fit what is typed; all of them while an option's whole label stands there.
  package func suggestions(_ index: Int) -> [Option] {
    guard case .choice(let options) = fields[index].kind else { return [] }
    let typed = fields[index].text
    if typed.isEmpty || options.contains(where: { $0.label == typed }) { return options }
    return options.filter { $0.label.containsFolded(typed) }
  }

  /// Up and down choose among options; in a text field they change the field.
  private mutating func step(_ by: Int) {
    let options = suggestions(current)
    guard !options.isEmpty else {
      current = min(max(current + by, 0), fields.count - 1)
      return
    }
    let now = options.firstIndex { $0.label == fields[current].text }
    let next = now.map { min(max($0 + by, 0), options.count - 1) } ?? 0
    fields[current].editor = LineEditor(options[next].label)
  }

  /// Completes a choice where what was typed fits one option, or begins only one.
  private mutating func complete() {
    let typed = fields[current].text
    let options = suggestions(current)
    guard !typed.isEmpty, !options.contains(where: { $0.label == typed }) else { return }
    let beginning = options.filter { $0.label.folded.hasPrefix(typed.folded) }
    let fitting = beginning.count == 1 ? beginning : options
    if fitting.count == 1 { fields[current].editor = LineEditor(fitting[0].label) }
  }

  private mutating func keep() -> Outcome {
    complete()
    for (index, field) in fields.enumerated() {
      if field.isRequired, field.text.isEmpty {
        current = index
        complaint = "\(field.label) is needed: type it, or Esc leaves everything as it was."
        return .open
      }
      if case .choice(let options) = field.kind, !field.text.isEmpty, choice(index) == nil {
        current = index
        let fitting = suggestions(index)
        complaint =
          "“\(field.text.cut(to: 30))” "
          + (fitting.isEmpty ? "is not one of: " : "can be one of \(fitting.count): ")
          + (fitting.isEmpty ? options : fitting).map(\.label).joined(separator: ", ")
        return .open
      }
    }
    return .kept
  }

  /// Marks a field as wrong and goes there.
  package mutating func complain(_ sentence: String, at index: Int) {
    complaint = sentence
    current = index
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The text for comparing without regard to case.
  var folded: String { lowercased() }

  /// Whether another text stands in this one, without regard to case.
  func containsFolded(_ other: String) -> Bool {
    contains(folded: other.folded)
  }

  /// Whether a text that is folded already stands in this one, without regard to case.
  func contains(folded needle: String) -> Bool {
    needle.isEmpty || folded.utf8.containsSequence(needle.utf8)
  }
}

extension Collection where Element: Equatable {
  /// Whether a sequence of elements stands somewhere in this one.
  func containsSequence(_ other: some Collection<Element>) -> Bool {
    guard let first = other.first else { return true }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].starts(with: other) { return true }
      start = index(after: found)
    }
    return false
  }
}
