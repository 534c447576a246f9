package import Domain

/// What a person has typed and is not on the board yet, so that it can be kept outside it.
package struct Draft: Hashable, Codable, Sendable {
  /// One text of a draft.
  package struct Field: Hashable, Codable, Sendable {
    /// What the person was asked for.
    package var label: String

    /// What stood there before anything was typed.
    package var before: String
    package var text: String

    package init(label: String, before: String, text: String) {
      self.label = label
      self.before = before
      self.text = text
    }

    package var isChanged: Bool { text != before }

    /// The lines that did not stand there before, as one.
    var gist: String {
      let known = Set(before.split(whereSeparator: \.isNewline))
      return text.split(whereSeparator: \.isNewline).filter { !known.contains($0) }
        .joined(separator: " ")
    }
  }

  /// When it was typed.
  package var at: Timestamp

  /// What the person was doing: the title of the form.
  package var title: String

  /// The name of the command that opens it again; `nil` for what no command takes back.
  package var command: String?

  /// The record it is about; `nil` for one that was to be made.
  package var record: RecordName?

  /// The entry of the record that it is about, where the form was of one; `nil` of the whole.
  package var entry: String?
  package var fields: [Field]

  /// The file that an editor has or had the text in; what stands there is newer than the fields.
  package var file: String?

  package init(
    at: Timestamp, title: String, command: Command?, record: RecordName?, entry: String? = nil,
    fields: [Field], file: String? = nil
  ) {
    self.at = at
    self.title = title
    self.command = command?.rawValue
    self.record = record
    self.entry = entry
    self.fields = fields
    self.file = file
  }

  /// The texts that were changed.
  package var changes: [Field] { fields.filter(\.isChanged) }
}

extension Draft {
  /// How much of one list of drafts is not in another, in bytes of text: never less than the
  /// characters that were typed or taken out.
  package static func difference(from old: [Draft], to new: [Draft]) -> Int {
    new.enumerated().reduce(0) { sum, entry in
      let (index, draft) = entry
      let before = old.indices.contains(index) ? old[index].fields : []
      return sum
        + draft.fields.enumerated().reduce(0) { sum, entry in
          let (index, field) = entry
          let known = before.indices.contains(index) ? before[index].text : field.before
          return sum + distance(known, field.text)
        }
    }
  }

  /// The bytes between what two texts begin with and what they end with.
  private static func distance(_ one: String, _ other: String) -> Int {
    guard one != other else { return 0 }
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    let shorter = min(one.count, other.count)
    let head = zip(one, other).prefix { $0 == $1 }.count
    let tail = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    return max(one.count, other.count) - min(shorter, head + tail)
  }
}
