import Domain
import Screen

/// What a record says in long texts, which are written together in the person's editor.
protocol LongTexts: RecordContent {
  /// What the texts are together, in a word.
  static var textsTitle: String { get }

  /// The texts in the order in which they are written; the last takes what has no heading.
  static var texts: [LongText<Self>] { get }
}

/// One of the long texts of a record.
struct LongText<Content: RecordContent> {
  /// The heading it stands under.
  let title: String
  let field: WritableKeyPath<Record<Content>, String?>

  /// Whether it is one line wherever it is shown, so that it can hold no line break.
  var isOneLine = false
}

extension LongTexts {
  /// How the line begins that says what the text is.
  private static var opening: String { "<!-- The \(textsTitle) of" }

  /// All texts of a record as one, each under its heading.
  static func text(of record: Record<Self>) -> String {
    "\(opening) \(record.content.label.cut(to: 60)). "
      + "Write under the headings; an empty part is left out. -->\n"
      + texts.map { part in
        "\n# \(part.title)\n\(record[keyPath: part.field].map { $0 + "\n" } ?? "")"
      }.joined()
  }

  /// Takes into a record the texts that were written anew, and leaves the others as they are.
  static func take(_ text: String, after before: String, into record: inout Record<Self>) {
    var (former, written) = (record, record)
    read(before, into: &former)
    read(text, into: &written)
    for field in texts.map(\.field) where written[keyPath: field] != former[keyPath: field] {
      record[keyPath: field] = written[keyPath: field]
    }
  }

  /// Reads the texts back into a record.
  ///
  /// Nothing written is lost: what stands before the first heading belongs to the last text, and a
  /// heading that is none of these belongs to the text it stands in.
  static func read(_ text: String, into record: inout Record<Self>) {
    var sections: [String: [Substring]] = [:]
    var current = texts.last?.title ?? ""
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    if lines.first?.hasPrefix(opening) == true { lines = lines.dropFirst() }
    for line in lines {
      let title = line.hasPrefix("# ") ? String(line.dropFirst(2)).trimmed.folded : nil
      if let part = texts.first(where: { $0.title.folded == title }) {
        current = part.title
      } else {
        sections[current, default: []].append(line)
      }
    }
    for part in texts {
      var lines = sections[part.title] ?? []
      if part.isOneLine { lines.removeAll { $0.allSatisfy(\.isWhitespace) } }
      let text = lines.joined(separator: part.isOneLine ? " " : "\n").trimmed
      record[keyPath: part.field] = text.isEmpty ? nil : text
    }
  }
}

extension Area: LongTexts {
  static var textsTitle: String { "profile" }

  /// The local profile, in the words of the national strategy.
  static var texts: [LongText<Area>] {
    [
      LongText(title: "Who", field: \.content.profile.who),
      LongText(title: "How", field: \.content.profile.how),
      LongText(title: "What", field: \.content.profile.what),
      LongText(title: "Locations", field: \.content.profile.locations),
      LongText(title: "Vulnerabilities", field: \.content.profile.vulnerabilities),
      LongText(title: "Narrative", field: \.content.profile.narrative),
    ]
  }
}

extension Action: LongTexts {
  static var textsTitle: String { "text" }

  static var texts: [LongText<Action>] {
    [
      LongText(title: "Recommendation", field: \.stated, isOneLine: true),
      LongText(title: "Outcome", field: \.content.outcome),
      LongText(title: "Notes", field: \.header.notes),
    ]
  }
}

extension Response: LongTexts {
  static var textsTitle: String { "answer" }

  static var texts: [LongText<Response>] {
    [
      LongText(title: "Text", field: \.content.text),
      LongText(title: "Notes", field: \.header.notes),
    ]
  }
}

extension Issue: LongTexts {
  static var textsTitle: String { "text" }

  static var texts: [LongText<Issue>] {
    [
      LongText(title: "Text", field: \.content.text),
      LongText(title: "Notes", field: \.header.notes),
    ]
  }
}

extension Record<Action> {
  /// The recommendation; taking it away leaves it as it is, for no action is without one.
  fileprivate var stated: String? {
    get { content.recommendation }
    set { content.recommendation = newValue ?? content.recommendation }
  }
}
