/// The names that a captured line may use behind prefixes.
package struct CaptureNames: Equatable, Sendable {
  /// Something that can be named.
  package struct Name<Subject>: Equatable, Sendable {
    package let id: Identifier<Subject>

    /// What it is called.
    package let title: String

    /// How it is typed so that nothing else is meant: as its title, or as its name on the board where
    /// another one has the same title.
    package internal(set) var word: String

    /// Its title in lower case with dashes for all that parts words.
    let titleWord: String

    /// What means it as well as its word does: its name on the board, an area's number.
    let others: [String]

    /// The first letters of its words, with and without the small words.
    let initials: [String]

    init(_ id: Identifier<Subject>, _ title: String, others: [String] = []) {
      self.id = id
      self.title = title
      let words = CaptureNames.words(of: title)
      titleWord = words.isEmpty ? id.text : words.joined(separator: "-")
      word = titleWord
      self.others = [id.text] + others
      let greater = words.filter {
        !["a", "and", "for", "in", "of", "on", "the", "to"].contains($0)
      }
      initials = [words, greater].map { String($0.compactMap(\.first)) }
    }
  }

  /// The partners that have not left, for `@`.
  package let partners: [Name<Partner>]

  /// The markings from the lowest, for `!`.
  package let markings: [Name<Marking>]

  /// The areas that are not closed, for `#`.
  package let areas: [Name<Area>]

  /// How a threat is marked while nobody says: as its area, without one as low as can be.
  private let lowestMarking: Identifier<Marking>?
  private let areaMarkings: [Identifier<Area>: Identifier<Marking>?]

  package init(on board: Board, today: CalendarDate) {
    partners = CaptureNames.distinct(
      board.partners.standing.filter { !board.hasLeft($0.id, on: today) }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { Name($0.id, $0.name) })
    markings = CaptureNames.distinct(
      board.settings.markings.sorted { ($0.value.level, $0.key) < ($1.value.level, $1.key) }
        .map { Name($0.key, $0.value.title) })
    let open = board.orderedAreas.filter { $0.status != .closed }
    areas = CaptureNames.distinct(
      open.map { area in
        Name(area.id, area.title, others: [area.number.map { String($0) }].compactMap(\.self))
      })
    lowestMarking = board.lowestMarking
    areaMarkings = Dictionary(
      open.map { ($0.id, $0.header.marking) }, uniquingKeysWith: { first, _ in first })
  }

  /// How a threat in an area is marked while nobody says; `nil` counts as the highest.
  package func usualMarking(in area: Identifier<Area>?) -> Identifier<Marking>? {
    guard let area, let marking = areaMarkings[area] else { return lowestMarking }
    return marking
  }

  /// What a word means: what it names in full, else by initials, else by how it, or a word of it,
  /// begins.
  static func meant<Subject>(
    by typed: String, among names: [Name<Subject>]
  ) -> [Name<Subject>] {
    let word = words(of: typed).joined(separator: "-")
    guard !word.isEmpty else { return [] }
    let rules: [(Name<Subject>) -> Bool] = [
      { $0.word == word || $0.others.contains(word) },
      { $0.titleWord == word },
      { $0.initials.contains(word) },
      { $0.titleWord.hasPrefix(word) },
      { name in name.titleWord.split(separator: "-").contains { $0.hasPrefix(word) } },
    ]
    return rules.lazy.map { names.filter($0) }.first { !$0.isEmpty } ?? []
  }

  /// The runs of letters and digits of a text in lower case; an apostrophe parts none.
  private static func words(of text: String) -> [String] {
    text.lowercased().filter { $0 != "'" && $0 != "’" }
      .split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }

  /// Names of which no two are typed alike.
  private static func distinct<Subject>(_ names: [Name<Subject>]) -> [Name<Subject>] {
    var counts: [String: Int] = [:]
    for name in names { counts[name.word, default: 0] += 1 }
    return names.map { name in
      var name = name
      if counts[name.word, default: 0] > 1 { name.word = name.id.text }
      return name
    }
  }
}

extension CaptureNames {
  /// What stands before a name and says what it names.
  package enum Prefix: Character, CaseIterable, Sendable {
    case source = "@"
    case marking = "!"
    case area = "#"

    /// What it stands before, in words.
    var what: String {
      switch self {
      case .source: "partner"
      case .marking: "marking"
      case .area: "area"
      }
    }
  }

  /// The words that may stand behind a prefix.
  package func words(behind prefix: Prefix) -> [String] {
    switch prefix {
    case .source: partners.map(\.word)
    case .marking: markings.map(\.word)
    case .area: areas.map(\.word)
    }
  }

  /// The words in full of what a word behind a prefix may mean: one where it is certain.
  package func words(meantBy typed: String, behind prefix: Prefix) -> [String] {
    switch prefix {
    case .source: CaptureNames.meant(by: typed, among: partners).map(\.word)
    case .marking: CaptureNames.meant(by: typed, among: markings).map(\.word)
    case .area: CaptureNames.meant(by: typed, among: areas).map(\.word)
    }
  }
}
