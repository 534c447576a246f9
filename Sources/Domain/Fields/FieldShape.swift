/// What a field takes, as the Swift type of its record says.
package indirect enum FieldShape: Hashable, Sendable {
  case text
  case yesNo
  case whole
  case number
  case date
  case time

  /// One of a few words.
  case word([String])

  /// The name of a record of a kind; where the kind is `nil`, of something inside a record.
  case name(Kind?)

  /// Any record, by folder and name.
  case record

  /// An array whose order means nothing.
  case set(FieldShape)

  /// Entries by their keys.
  case list(Entries)

  /// Fields by their names.
  case group([Field])

  /// Whatever JSON can say.
  case anything

  /// One field of a record, or of a part of it.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let shape: FieldShape

    /// Whether it may not be left out.
    package let isNeeded: Bool

    package init(name: String, shape: FieldShape, isNeeded: Bool) {
      self.name = name
      self.shape = shape
      self.isNeeded = isNeeded
    }
  }

  /// What the keys and the entries of a list are.
  package struct Entries: Hashable, Sendable {
    package let key: FieldShape
    package let entry: FieldShape

    /// Whether a key names nothing but its own entry, so that the program can make one up.
    package let isKeyFree: Bool

    package init(key: FieldShape, entry: FieldShape, isKeyFree: Bool) {
      self.key = key
      self.entry = entry
      self.isKeyFree = isKeyFree
    }
  }
}

extension FieldShape {
  /// The fields of a group; none of anything else.
  package var fields: [Field] {
    if case .group(let fields) = self { fields } else { [] }
  }

  /// The field of a group with a name, or `nil`.
  package subscript(name: String) -> Field? { fields.first { $0.name == name } }

  /// What a person may write, as the rest of “takes …”.
  package var words: String {
    switch self {
    case .text: "text"
    case .yesNo: "yes or no"
    case .whole: "a whole number"
    case .number: "a plain decimal number, such as 0.5"
    case .date: "a date: 2018-02-14, 2018-02 or 2018"
    case .time: "a time in UTC: 2018-02-06T10:42:00Z"
    case .word(let words): "one of: \(words.joined(separator: ", "))"
    case .name(nil): "a name: 3 to 32 of a-z, 0-9 and -, not beginning with -"
    case .name(let kind?): "the name of \(kind.withArticle)"
    case .record: "a record by folder and name, such as issues/cse"
    case .set(let element): "several, separated by commas, each \(element.words)"
    case .list, .group: "a JSON object"
    case .anything: "JSON"
    }
  }
}

extension Kind {
  /// The kind with its article: `an area`.
  package var withArticle: String {
    ("aeiou".contains(rawValue.prefix(1)) ? "an " : "a ") + rawValue
  }

  /// The fields that a record of this kind has, those of every record first.
  package var shape: FieldShape {
    let own = FieldShape(of: content).fields
    let common = FieldShape(of: Header.self).fields
      .filter { field in !own.contains { $0.name == field.name } }
    return .group(common + own)
  }
}
