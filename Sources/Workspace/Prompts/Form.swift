package import Screen

/// Fields that a person fills in together: typed, chosen, and kept or left as one.
package struct Form: Equatable, Sendable {
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
    // The ends are ends: text typed behind one too many is no choice in the first field.
    case .tab: go(to: min(current + 1, fields.count - 1))
    case .backTab: go(to: max(current - 1, 0))
    case .down: step(1)
    case .up: step(-1)
    default:
      if let refusal = fields[current].refusal(of: key) {
        complaint = refusal
      } else if fields[current].take(key) {
        go(to: min(current + 1, fields.count - 1))
      }
    }
    return .open
  }

  /// Takes a pasted text, whole or not at all.
  package mutating func paste(_ text: String) {
    complaint = nil
    if !fields[current].editor.paste(text) { complaint = LineEditor.refusal(of: text) }
  }

  private mutating func go(to index: Int) {
    fields[current].complete()
    fields[current].sought = nil
    if fields[current].isWrong { complaint = fields[current].complaint }
    current = index
  }

  /// The options that fit what is typed; all of them while an option's whole label stands there.
  package func suggestions(_ index: Int) -> [Option] { fields[index].suggestions }

  /// Up and down choose among options; in a text field they change the field.
  private mutating func step(_ by: Int) {
    if !fields[current].step(by) { current = min(max(current + by, 0), fields.count - 1) }
  }

  private mutating func keep() -> Outcome {
    for index in fields.indices {
      fields[index].complete()
      guard let complaint = fields[index].complaint else { continue }
      complain(complaint, at: index)
      return .open
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
