/// What a sheet would do to the issues of a board and their scores; nothing is written yet.
package struct IssuePreview: Equatable, Sendable {
  package typealias Fate = PlanPreview.Fate

  /// A column of the sheet, and what it is taken for.
  package struct Column: Equatable, Sendable {
    package enum Use: Equatable, Sendable {
      /// A field of issues or a criterion, by its title.
      case field(String)

      /// Nothing that the board knows: its cells are kept in the notes of their issues.
      case notes

      /// Left out, because that is worked out from the values, or was asked for.
      case leftOut
    }

    package let heading: String
    package let use: Use

    package init(_ heading: String, _ use: Use) {
      self.heading = heading
      self.use = use
    }
  }

  /// What the sheet says of one issue: the issue is taken whole or refused whole.
  package struct Row: Equatable, Sendable {
    /// The lines of the sheet that say it, from 1.
    package let lines: [Int]

    /// The issue on the board; `nil` for one that would be added.
    package let known: RecordName?
    package let title: String
    package let fate: Fate

    /// The issue as it would be; `nil` where it says the same already, or is refused.
    package let issue: Record<Issue>?

    /// The scorecards that would be added or changed.
    package let cards: [Record<Scorecard>]

    /// What changes on records that are there, a line for each field, from what to what.
    package let changes: [String]

    /// What a person should look at, though it is taken.
    package let remarks: [Problem]

    /// Why the issue is refused; else empty.
    package let problems: [Problem]

    package init(
      lines: [Int], known: RecordName?, title: String, fate: Fate, issue: Record<Issue>? = nil,
      cards: [Record<Scorecard>] = [], changes: [String] = [], remarks: [Problem] = [],
      problems: [Problem] = []
    ) {
      self.lines = lines
      self.known = known
      self.title = title
      self.fate = fate
      self.issue = issue
      self.cards = cards
      self.changes = changes
      self.remarks = remarks
      self.problems = problems
    }
  }

  /// What messages call the sheet.
  package let file: String
  package let columns: [Column]

  /// In the order of the sheet.
  package let rows: [Row]

  /// The board's settings with the themes that would be added; `nil` where none would.
  package let settings: Record<BoardSettings>?

  /// What of the sheet is left out or could not be looked at, as sentences.
  package let notes: [String]
  private var counts: [Fate: Int] = [:]

  package init(
    file: String, columns: [Column], rows: [Row], settings: Record<BoardSettings>? = nil,
    notes: [String]
  ) {
    self.file = file
    self.columns = columns
    self.rows = rows
    self.settings = settings
    self.notes = notes
    // Rows are large: going through their places copies none.
    for place in rows.indices { counts[rows[place].fate, default: 0] += 1 }
  }

  /// Why rows are refused, in the order of the sheet.
  package var problems: [Problem] { rows.flatMap(\.problems) }

  /// The titles of the themes that would be added.
  package func newThemes(on board: Board) -> [String] {
    guard let settings else { return [] }
    return settings.themes.ranked().filter { board.settings.themes[$0.key] == nil }
      .map(\.value.title)
  }

  /// A board with the themes that would be added, so that issues can be told with theirs.
  package func themed(_ board: Board) -> Board {
    var board = board
    if let settings { board.settings = settings }
    return board
  }

  /// Whether there is nothing to write.
  package var isEmpty: Bool {
    settings == nil
      && rows.indices.allSatisfy { rows[$0].issue == nil && rows[$0].cards.isEmpty }
  }

  /// How many issues have a fate.
  package func count(of fate: Fate) -> Int { counts[fate] ?? 0 }

  /// How many issues have each fate, as in `2 added, 1 changed, 4 unchanged, 1 refused`.
  package var summary: String {
    Fate.allCases.map { "\(count(of: $0)) \($0.rawValue)" }.joined(separator: ", ")
  }
}

// MARK: Writing

extension IssuePreview {
  /// The most records that are written as one act: what a line of the log holds in any case.
  package static let recordsInAct = 20_000

  /// What is to be written, as the edits of acts; one act but for a very large sheet.
  ///
  /// - Parameters:
  ///   - board: The board that the preview was made for.
  ///   - stamp: Who writes it, and when.
  ///   - limit: From how many records on another act is begun.
  /// - Returns: The acts in their order, an issue and its cards always in one.
  package func acts(
    on board: Board, stamp: Stamp, recordsInAct limit: Int = recordsInAct
  ) -> [[Edit]] {
    var board = board
    var acts: [[Edit]] = []
    var act = [settings.flatMap { board.put($0, stamp: stamp) }].compactMap(\.self)
    for row in rows {
      if act.count >= limit {
        acts.append(act)
        act = []
      }
      if let edit = row.issue.flatMap({ board.put($0, stamp: stamp) }) { act.append(edit) }
      act += row.cards.compactMap { board.put($0, stamp: stamp) }
    }
    return act.isEmpty ? acts : acts + [act]
  }
}

extension IssuePreview.Row {
  /// What would be written, in a few lines: what is new of an issue that is added, else the changes.
  package func words(on board: Board) -> [String] {
    guard fate == .added, let issue else { return changes }
    let theme = issue.theme.map { board.settings.themes[$0]?.title ?? $0.text }
    let places = cards.map { card in
      let place = [
        card.context.map { board.title(of: $0) },
        card.agency.map { "by \(board[$0]?.name ?? $0.text)" },
      ].compactMap(\.self)
      let count = card.values.entries.count
      let values = "\(count) value\(count == 1 ? "" : "s")"
      return place.isEmpty ? values : "\(values) for \(place.joined(separator: ", "))"
    }
    return [
      ([issue.stage.rawValue, theme] + places).compactMap(\.self).joined(separator: " · ")
    ]
  }

  /// What it writes that looks as if it told who somebody is, and did not stand there.
  package func personalData(on board: Board) -> [PersonalData.Occurrence] {
    newTexts(on: board).flatMap { record, field, text in
      PersonalData.suspicions(in: text).map {
        PersonalData.Occurrence(record: record, field: field, suspicion: $0)
      }
    }
  }

  /// The texts that are new, with where they go.
  private func newTexts(on board: Board) -> [(record: RecordName, field: String, text: String)] {
    var texts: [(RecordName, String, String)] = []
    if let issue {
      let former = board[issue.id]
      let fields = [
        ("title", issue.title, former?.title), ("text", issue.text, former?.text),
        ("notes", issue.header.notes, former?.header.notes),
      ]
      for (field, text, old) in fields where text != old {
        if let text { texts.append((issue.recordName, field, text)) }
      }
    }
    for card in cards {
      let former = board[card.id]?.values
      for entry in card.values.entries {
        guard let reason = card.values.reason(for: entry.criterion),
          reason != former?.reason(for: entry.criterion)
        else { continue }
        texts.append((card.recordName, "values.\(entry.criterion).reason", reason))
      }
    }
    return texts
  }
}
