import Domain

/// A text cut at the marks of the form: what stands in marked places, and what does not.
struct FormReading {
  /// What was written at a place of the form.
  struct Place {
    /// What the place is for; an answer, the general one, or the role.
    let marker: FormMarker

    /// Whose form it is, by the mark above it; `nil` where there is none.
    let form: FormIdentity?
    let text: String

    /// Whether the mark that ends the place stands there.
    let isClosed: Bool
  }

  private(set) var forms: [FormIdentity] = []
  private(set) var places: [Place] = []

  /// What stands in no place, line by line; those of the form itself are among them.
  private(set) var loose: [Loose] = []

  struct Loose {
    let line: QuotedLine

    /// Whether it stands behind the first mark of the form and before its last.
    var isInside: Bool
  }

  /// How deep the form itself is quoted.
  private(set) var depth = 0
  private(set) var hasMarks = false

  /// How many lines were passed over that are quoted as deep as the form, or deeper.
  private(set) var quoted = 0

  /// How many lines were passed over that are a signature.
  private(set) var signed = 0

  /// The most lines that are taken for a signature: what is longer is text.
  private static let longestSignature = 10

  init(_ text: String) {
    let marks = FormMarker.all(in: text)
    hasMarks = !marks.isEmpty
    var cursor = text.startIndex
    var current = 0
    var open: (marker: FormMarker, depth: Int)?
    for (index, mark) in marks.enumerated() {
      let lines = FormReading.lines(
        text[cursor..<mark.range.lowerBound], continuing: cursor > text.startIndex ? current : nil)
      current = lines.last?.depth ?? current
      take(lines, open, isClosed: mark.marker == .end, isInside: index > 0)
      open = nil
      switch mark.marker {
      case .form(let round, let respondent):
        forms.append(FormIdentity(round: round, respondent: respondent))
      case .answer, .general, .role, .note: open = (mark.marker, current)
      case .end: break
      }
      if index == 0 { depth = current } else { depth = min(depth, current) }
      cursor = mark.range.upperBound
    }
    let rest = FormReading.lines(
      text[cursor...], continuing: marks.isEmpty ? nil : current)
    take(rest, open, isClosed: false, isInside: false)
  }

  private mutating func take(
    _ lines: [QuotedLine], _ open: (marker: FormMarker, depth: Int)?, isClosed: Bool,
    isInside: Bool
  ) {
    guard let open, !open.marker.isNote else {
      if case .note(let words)? = open?.marker,
        lines.reduce(0, { $0 + FormMarker.words(in: $1.text).count }) == words
      {
        return
      }
      loose += lines.map { Loose(line: $0, isInside: isInside) }
      return
    }
    let text = lines.map { line in
      String(repeating: "> ", count: max(0, line.depth - open.depth)) + line.text
    }
    places.append(
      Place(
        marker: open.marker, form: forms.last, text: FormReading.trimmed(text),
        isClosed: isClosed))
  }

  /// The lines of a piece of text; its first one goes on where a line was cut.
  private static func lines(_ text: Substring, continuing depth: Int?) -> [QuotedLine] {
    TextLines.lines(of: String(text)).enumerated().map { index, line in
      if index == 0, let depth { return QuotedLine(depth: depth, text: line) }
      return QuotedLine(line)
    }
  }

  /// Lines as one text, without empty ones at its ends.
  static func trimmed(_ lines: [String]) -> String {
    lines.map { line in
      String(line.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.reversed())
    }
    .joined(separator: "\n").trimmedOfSpace
  }

  /// What a person has written outside the marked places: not the form, nor what mailers add.
  ///
  /// - Parameter template: The form as it was sent; empty where that is not known.
  /// - Returns: The text; empty where there is none.
  mutating func unplaced(besides template: [String]) -> String {
    var track = FormTrack(template)
    var kept: [String] = []
    var signature: [String]?
    func endSignature() {
      guard let lines = signature else { return }
      let count = lines.count { !$0.allSatisfy(\.isWhitespace) }
      if count > FormReading.longestSignature { kept += lines } else { signed += count }
      signature = nil
    }
    for loose in loose {
      let line = loose.line
      if line.depth > 0 || loose.isInside { endSignature() }
      if hasMarks, !loose.isInside, line.depth > 0, line.depth >= max(depth, 1) {
        quoted += 1
        continue
      }
      if track.takes(line.text) {
        if !line.text.allSatisfy(\.isWhitespace) { endSignature() }
        continue
      }
      // The mark of RFC 3676; without its space it may part two paragraphs.
      if line.depth == 0, !loose.isInside, line.text == "-- " {
        endSignature()
        signature = []
        continue
      }
      if FormReading.isOfMailer(line.text) {
        endSignature()
        continue
      }
      if signature != nil {
        signature?.append(String(line.text))
        continue
      }
      let mark = hasMarks ? "" : String(repeating: "> ", count: line.depth)
      kept.append(mark + line.text)
    }
    endSignature()
    return FormReading.trimmed(FormReading.withoutGaps(kept))
  }

  /// The lines with at most one empty one between two others.
  private static func withoutGaps(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if isEmpty, result.last.map({ $0.allSatisfy(\.isWhitespace) }) ?? true { continue }
      result.append(line)
    }
    return result
  }

  /// Whether a line is one that mailers put above what they quote.
  private static func isOfMailer(_ line: Substring) -> Bool {
    let text = String(line.prefix(200)).trimmedOfSpace.lowercased()
    if text.hasSuffix("wrote:") || text.hasPrefix("begin forwarded message") { return true }
    if text.hasPrefix("-----original") || text.contains("forwarded message ---") { return true }
    if text.count > 3, text.allSatisfy({ $0 == "_" || $0 == "-" || $0 == "=" }) { return true }
    if text == "--" { return true }
    let fields = ["from:", "sent:", "to:", "cc:", "subject:", "date:", "reply-to:", "importance:"]
    return fields.contains { text.hasPrefix($0) || text.hasPrefix("*\($0.dropLast())*") }
  }
}

/// Which round and which respondent something belongs to.
struct FormIdentity: Hashable {
  let round: Identifier<Round>
  let respondent: Identifier<Partner>

  init(round: Identifier<Round>, respondent: Identifier<Partner>) {
    self.round = round
    self.respondent = respondent
  }

  /// The identities that the names of our mails tell in a field such as `In-Reply-To`.
  static func all(inNames field: String) -> [FormIdentity] {
    field.split { $0 == "<" || $0 == ">" || $0.isWhitespace || $0 == "," }.compactMap { name in
      let parts = name.split(separator: "@")
      guard parts.count == 2, parts[1] == RoundForm.host else { return nil }
      let ids = parts[0].split(separator: ".")
      guard ids.count == 2, let round = try? Identifier<Round>(String(ids[0])),
        let respondent = try? Identifier<Partner>(String(ids[1]))
      else { return nil }
      return FormIdentity(round: round, respondent: respondent)
    }
  }
}

/// Follows the words of a form that was sent, however its lines were broken since.
private struct FormTrack {
  private let words: [String]
  private var places: [String: [Int]] = [:]
  private var next = 0

  init(_ lines: [String]) {
    words = lines.filter { FormMarker.count(in: $0) == 0 }.flatMap { FormMarker.words(in: $0) }
    for start in words.indices.dropLast(2) {
      places[words[start...(start + 2)].joined(separator: " "), default: []].append(start)
    }
  }

  /// Whether a line is one of the form's: it goes on where the last one ended, or is long enough to
  /// be found elsewhere in it.
  mutating func takes(_ line: Substring) -> Bool {
    guard !words.isEmpty else { return false }
    let found = FormMarker.words(in: line)
    guard !found.isEmpty else { return line.allSatisfy { $0.isWhitespace } }
    if words[min(next, words.count)...].starts(with: found) {
      next += found.count
      return true
    }
    guard found.count >= 3 else { return false }
    let key = found[0...2].joined(separator: " ")
    guard let start = places[key]?.first(where: { words[$0...].starts(with: found) }) else {
      return false
    }
    next = start + found.count
    return true
  }
}
