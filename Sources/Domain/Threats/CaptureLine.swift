/// A threat as it is captured in one line: `cryptocurrency sector unregulated @trading-standards !os`.
///
/// The title stands first. Behind it come, in any order and each at most once, `@` with the partner
/// it comes from, `!` with its marking, `#` with its area, and the date on which it was raised.
/// Source: `docs/threats.md`, "Capture".
package struct CaptureLine: Equatable, Sendable {
  package let title: String

  /// Who raised it; `nil` where the line does not say.
  package private(set) var source: Identifier<Partner>?

  /// How it is marked; `nil` where the line does not say.
  package private(set) var marking: Identifier<Marking>?

  /// What it belongs to; `nil` where the line does not say.
  package private(set) var area: Identifier<Area>?

  /// When it was raised; `nil` where the line does not say.
  package private(set) var raised: CalendarDate?

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - names: What may stand behind the prefixes.
  ///   - today: The day from which dates are reckoned; a threat is not raised later.
  /// - Throws: ``UnreadableCapture`` for the first word that cannot be read, or can be read in
  ///   several ways.
  package init(
    _ text: String, among names: CaptureNames, today: CalendarDate
  ) throws(UnreadableCapture) {
    let words = text.split(whereSeparator: \.isWhitespace).map { String($0) }
    let first = words.firstIndex { CaptureLine.prefixed($0) != nil } ?? words.endIndex
    title = words[..<first].joined(separator: " ")
    guard !title.isEmpty else {
      throw UnreadableCapture("The title is missing: it stands before @source, !marking and #area.")
    }
    var dates: [[String]] = [[]]
    for word in words[first...] {
      guard let (prefix, name) = CaptureLine.prefixed(word) else {
        dates[dates.count - 1].append(word)
        continue
      }
      dates.append([])
      try take(name, behind: prefix, among: names)
    }
    for date in dates where !date.isEmpty { try take(date: date, today: today) }
  }

  /// What stands before a name and the name; `nil` where it is a word like others.
  private static func prefixed(_ word: String) -> (CaptureNames.Prefix, String)? {
    guard let prefix = word.first.flatMap({ CaptureNames.Prefix(rawValue: $0) }) else { return nil }
    let name = word.dropFirst()
    guard let letter = name.first, letter.isLetter || letter.isNumber else { return nil }
    return (prefix, String(name))
  }

  private mutating func take(
    _ name: String, behind prefix: CaptureNames.Prefix, among names: CaptureNames
  ) throws(UnreadableCapture) {
    switch prefix {
    case .source:
      guard source == nil else { throw .second(prefix, name) }
      source = try CaptureLine.one(name, prefix, among: names.partners)
    case .marking:
      guard marking == nil else { throw .second(prefix, name) }
      marking = try CaptureLine.one(name, prefix, among: names.markings)
    case .area:
      guard area == nil else { throw .second(prefix, name) }
      area = try CaptureLine.one(name, prefix, among: names.areas)
    }
  }

  /// The only thing that a name can mean.
  private static func one<Subject>(
    _ name: String, _ prefix: CaptureNames.Prefix, among names: [CaptureNames.Name<Subject>]
  ) throws(UnreadableCapture) -> Identifier<Subject> {
    let meant = CaptureNames.meant(by: name, among: names)
    if meant.count == 1 { return meant[0].id }
    throw meant.isEmpty
      ? .unknown(prefix, name, among: names.map(\.word))
      : .doubtful(prefix, name, between: meant.map(\.word))
  }

  private mutating func take(
    date words: [String], today: CalendarDate
  ) throws(UnreadableCapture) {
    let text = words.joined(separator: " ")
    guard raised == nil else {
      throw UnreadableCapture("“\(text)” would be a second date: one says when it was raised.")
    }
    let date: CalendarDate
    do throws(UnreadableDate) {
      date = try CalendarDate(typed: text, today: today, isPast: true)
    } catch {
      throw text.contains(where: \.isNumber) ? UnreadableCapture("\(error)") : .noDate(text)
    }
    guard date.firstDayNumber <= today.lastDayNumber else {
      throw UnreadableCapture(
        "\(date.words) is still to come: a threat is captured once it is raised.")
    }
    raised = date
  }

  /// The line as it was read, in words.
  package func words(_ names: CaptureNames) -> String {
    func title<Subject>(
      _ id: Identifier<Subject>?, _ names: [CaptureNames.Name<Subject>]
    ) -> String? {
      id.flatMap { id in names.first { $0.id == id }?.title }
    }
    let marking = marking ?? names.usualMarking(in: area)
    return [
      "“\(self.title)”", title(source, names.partners).map { "from \($0)" },
      title(marking, names.markings) ?? "no marking", title(area, names.areas),
      "raised \(raised?.words ?? "today")",
    ].compactMap(\.self).joined(separator: " · ")
  }
}

/// Why a line does not say a threat.
package struct UnreadableCapture: Error, Equatable, CustomStringConvertible {
  /// What cannot be read and what is allowed instead, as a sentence.
  package let description: String

  init(_ description: String) { self.description = description }

  static func second(_ prefix: CaptureNames.Prefix, _ name: String) -> UnreadableCapture {
    UnreadableCapture(
      "“\(prefix.rawValue)\(name)” would be a second \(prefix.what): one is enough.")
  }

  static func noDate(_ text: String) -> UnreadableCapture {
    // Two lines of a small screen hold no more.
    let shown = text.count > 30 ? text.prefix(29) + "…" : text[...]
    return UnreadableCapture(
      "“\(shown)” is not a date: the title stands first, and @names of several words take dashes.")
  }

  static func doubtful(
    _ prefix: CaptureNames.Prefix, _ name: String, between words: [String]
  ) -> UnreadableCapture {
    UnreadableCapture(
      "“\(prefix.rawValue)\(name)” can be one of \(words.count): \(listed(words)).")
  }

  static func unknown(
    _ prefix: CaptureNames.Prefix, _ name: String, among words: [String]
  ) -> UnreadableCapture {
    let shown = "“\(prefix.rawValue)\(name)” is no \(prefix.what) of this board"
    if words.isEmpty { return UnreadableCapture("\(shown), which has none.") }
    let near = words.nearest(to: name.lowercased())
    return UnreadableCapture(
      near.isEmpty
        ? "\(shown): type one of \(listed(words))."
        : "\(shown); the nearest: \(listed(near)).")
  }

  private static func listed(_ words: [String]) -> String {
    // Two lines of a small screen hold no more.
    words.prefix(5).joined(separator: ", ")
      + (words.count > 5 ? " and \(words.count - 5) more" : "")
  }
}
