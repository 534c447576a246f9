import Domain

/// A text cut at the marks of the form: what stands in marked places, and what does not.
struct FormReading {
  /// What was written at a place of the form.
  struct Passage {
    /// What the place is for; an answer, the general one, or the role.
    let marker: FormMarker

    /// Whose form it is, by the mark above it; `nil` where there is none.
    let form: FormIdentity?
    let text: String

    /// Whether the mark that ends the place stands there.
    let isClosed: Bool

    /// Whether its lines are quoted otherwise: the words of several people may be among them.
    let isMixed: Bool
  }

  private(set) var forms: [FormIdentity] = []
  private(set) var passages: [Passage] = []

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
      take(lines, open, endedBy: mark.marker, isInside: index > 0)
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
    take(rest, open, endedBy: nil, isInside: false)
  }

  private mutating func take(
    _ lines: [QuotedLine], _ open: (marker: FormMarker, depth: Int)?, endedBy end: FormMarker?,
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
    let isBlank = { (line: QuotedLine) in line.text.allSatisfy(\.isWhitespace) }
    let depths = lines.filter { !isBlank($0) }.map(\.depth)
    let base = min(open.depth, depths.min() ?? open.depth)
    let text = lines.map { line in
      isBlank(line) ? "" : String(repeating: "> ", count: line.depth - base) + line.text
    }
    passages.append(
      Passage(
        marker: open.marker, form: forms.last, text: FormReading.trimmed(text),
        isClosed: end == open.marker.end,
        isMixed: depths.contains { $0 != depths[0] || $0 > open.depth }))
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
}
