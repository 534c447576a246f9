import Domain

/// A mark of the form, such as `[[answer/q1-impact]]`.
///
/// Whatever a mailer does to it inside is undone: line breaks with marks of quoting, other spaces and
/// hyphens.
enum FormMarker: Equatable {
  /// Which round's form it is, and whose.
  case form(Identifier<Round>, Identifier<Partner>)

  /// The place for the answer to a question begins.
  case answer(Identifier<Question>)

  /// The place for what is about no question begins.
  case general

  /// The place for the role that answers begins.
  case role

  /// A note of ours begins, of so many words: what has others is no longer ours alone.
  case note(words: Int)

  /// The place of such a name ends.
  case end(String)

  /// The mark as it stands in the form.
  var text: String {
    switch self {
    case .form(let round, let respondent): "[[socboard/\(round)/\(respondent)]]"
    case .answer(let question): "[[answer/\(question)]]"
    case .general: "[[general]]"
    case .role: "[[role]]"
    case .note(let words): "[[note/\(words)]]"
    case .end(let place): "[[end/\(place)]]"
    }
  }

  /// The mark that ends the place that this one begins; `nil` where it begins none.
  var end: FormMarker? {
    switch self {
    case .answer(let question): .end(question.text)
    case .general: .end("general")
    case .role: .end("role")
    case .note: .end("note")
    case .form, .end: nil
    }
  }

  var isNote: Bool { if case .note = self { true } else { false } }

  /// How many bytes may stand between the brackets.
  static let longest = 240

  /// Reads what stands between the brackets.
  init?(inside text: Substring) {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case ">", "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}": continue
      case "\u{2010}"..."\u{2015}", "\u{2212}": plain += "-"
      default: if !scalar.properties.isWhitespace { plain += scalar.properties.lowercaseMapping }
      }
    }
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("socboard", 3):
      guard let round = try? Identifier<Round>(parts[1]),
        let respondent = try? Identifier<Partner>(parts[2])
      else { return nil }
      self = .form(round, respondent)
    case ("answer", 2):
      guard let question = try? Identifier<Question>(parts[1]) else { return nil }
      self = .answer(question)
    case ("note", 2):
      guard let words = Int(parts[1]) else { return nil }
      self = .note(words: words)
    case ("general", 1): self = .general
    case ("role", 1): self = .role
    case ("end", 2): self = .end(parts[1])
    default: return nil
    }
  }

  /// The marks in a text, each with where it stands.
  static func all(in text: String) -> [(marker: FormMarker, range: Range<String.Index>)] {
    var found: [(FormMarker, Range<String.Index>)] = []
    let bytes = text.utf8
    let bracket = UInt8(ascii: "[")
    let closing = UInt8(ascii: "]")
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(of: bracket) {
      index = bytes.index(after: open)
      guard index < bytes.endIndex, bytes[index] == bracket else { continue }
      let inside = bytes.index(after: index)
      var end = inside
      var count = 0
      while end < bytes.endIndex, count < longest, bytes[end] != closing, bytes[end] != bracket {
        end = bytes.index(after: end)
        count += 1
      }
      guard end < bytes.endIndex, bytes[end] == closing else { continue }
      let second = bytes.index(after: end)
      guard second < bytes.endIndex, bytes[second] == closing,
        let marker = FormMarker(inside: text[inside..<end])
      else { continue }
      index = bytes.index(after: second)
      found.append((marker, open..<index))
    }
    return found
  }

  /// The words of a text, for comparing what mailers have broken and quoted.
  static func words(in text: some StringProtocol) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }

  /// How many marks stand in a text.
  static func count(in text: String) -> Int { all(in: text).count }
}
