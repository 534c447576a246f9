import Domain
import JSON

/// What the rows of one issue come to.
struct IssueReading {
  /// The issue as the board has it; `nil` when it is new.
  let old: Record<Issue>?

  /// The issue as the rows want it.
  var issue: Record<Issue>

  /// The scorecards that are added or changed.
  var cards: [Record<Scorecard>] = []
  var remarks: [Problem] = []

  /// Whether it is added with the lowest marking, because nobody says another.
  var isUnmarked = false
  var problems: [Problem] = []
}

extension IssueImport {
  /// Reads all cells of the rows of one issue; nothing is to be taken when there are problems then.
  mutating func read(_ entry: IssueEntry) -> IssueReading {
    let old = entry.known.flatMap { board[$0] }
    let title = entry.rows.lazy.compactMap { [cells] row in cells[row, .title]?.words }.first ?? ""
    var reading = IssueReading(
      old: old,
      issue: old
        ?? Record(
          id: name(), header: newHeader(marking: nil),
          content: Issue(title: title, stage: intake.stage)))
    if let problem = entry.problem {
      reading.problems = [problem]
      return reading
    }
    for column in cells.columns.ofIssue { take(column, of: entry, into: &reading) }
    keepNotes(of: entry, in: &reading.issue)
    if old == nil, reading.issue.header.marking == nil {
      reading.issue.header.marking = intake.marking ?? board.marking(forNewIn: reading.issue.area)
      reading.isUnmarked = intake.marking == nil && reading.issue.area == nil
    }
    remark(on: entry, old, &reading)
    refuseOversize(entry, &reading)
    readCards(of: entry, into: &reading)
    return reading
  }

  /// Gives the issue what its rows want of a column, which must be one thing.
  private mutating func take(
    _ column: IssueColumn, of entry: IssueEntry, into reading: inout IssueReading
  ) {
    let before = entry.rows.count > 1 ? reading.issue : nil
    var first: Int?
    for row in entry.rows {
      guard let text = cells[row, column] else { continue }
      do throws(CellFlaw) {
        guard let former = first else {
          try apply(text, column, ofRow: row, to: &reading.issue, reading.old)
          first = row
          continue
        }
        guard var other = before else { continue }
        try apply(text, column, ofRow: row, to: &other, reading.old)
        guard other != reading.issue else { continue }
        throw CellFlaw(
          what: "says “\(text.cut(to: 40))”, but line \(cells.line(ofRow: former)) says another "
            + "thing of the same issue",
          remedy: "Say the same in both rows, or leave one empty.")
      } catch {
        reading.problems.append(cells.problem(row, column, error))
      }
    }
  }

  private mutating func apply(
    _ text: String, _ column: IssueColumn, ofRow row: Int, to issue: inout Record<Issue>,
    _ old: Record<Issue>?
  ) throws(CellFlaw) {
    let isNothing = text == PlanImport.nothing
    switch column {
    case .title:
      if isNothing { throw CellFlaw(what: "cannot be taken away", remedy: "Write a title.") }
      // With its ID a row can mend the title's case; without, the title only finds the issue.
      let isOther =
        cells[row, .id] == nil
        ? IssueImport.key(text) != IssueImport.key(issue.title) : text.words != issue.title.words
      if isOther { issue.title = text.words }
    case .text: issue.text = isNothing ? nil : text
    case .theme: issue.theme = isNothing ? nil : try theme(text)
    case .goldenThemes:
      let themes = isNothing ? [] : try goldenThemes(text)
      if themes != Set(issue.goldenThemes) { issue.goldenThemes = themes.sorted() }
    case .standsAlone: issue.standsAlone = isNothing ? nil : try yesOrNo(text, issue.standsAlone)
    case .area: issue.area = isNothing ? nil : try names.areas.one(called: text)
    case .stage:
      let stage = try stage(text, old?.stage)
      if stage != issue.stage { issue.content.move(to: stage) }
    case .sourcePartner:
      issue.sourcePartner = isNothing ? nil : try names.partners.one(called: text)
    case .raised:
      if isNothing {
        issue.raised = nil
      } else if try date(text) != issue.raised {
        issue.raised = try pastDate(text)
      }
    case .marking: issue.header.marking = try names.markings.one(called: text)
    case .notes: issue.header.notes = isNothing ? nil : text
    case .id, .context, .basis, .agency, .scored, .model, .modelVersion: break
    }
  }

  // MARK: Cells

  private mutating func theme(_ text: String) throws(CellFlaw) -> Identifier<Theme> {
    if intake.addsThemes, names.themes.index.meaning(of: text) == .none {
      let id: Identifier<Theme> = name()
      addedThemes.append(id)
      board.settings.content.themes[id] = Theme(title: text.words)
      names.themes.index.add(id, text.words)
    }
    return try names.themes.one(
      called: text,
      otherwise: intake.addsThemes ? "" : " Or have unknown themes added.")
  }

  /// Takes back the themes beyond the first so many that were added.
  mutating func takeBackThemes(to count: Int) {
    while addedThemes.count > count {
      let id = addedThemes.removeLast()
      board.settings.content.themes[id] = nil
      names.themes.removeLast(id)
    }
  }

  /// Puts the themes that are added behind the others.
  mutating func rankAddedThemes() {
    let last = board.settings.themes.values.compactMap(\.rank).max()
    for (id, rank) in zip(addedThemes, Rank.behind(last, count: addedThemes.count)) {
      board.settings.content.themes[id]?.rank = rank
    }
  }

  private mutating func goldenThemes(_ text: String) throws(CellFlaw) -> Set<Identifier<Theme>> {
    var themes: Set<Identifier<Theme>> = []
    for part in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      let title = part.words
      if !title.isEmpty { themes.insert(try names.goldenThemes.one(called: title)) }
    }
    return themes
  }

  /// Reads yes or no; what was not said and is not so stays unsaid.
  private func yesOrNo(_ text: String, _ former: Bool?) throws(CellFlaw) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true": return true
    case "no", "n", "false": return former == nil ? nil : false
    default: throw CellFlaw(what: "“\(text.cut(to: 40))” is not taken", remedy: "Use yes or no.")
    }
  }

  private func stage(_ text: String, _ former: Issue.Stage?) throws(CellFlaw) -> Issue.Stage {
    let stage = Issue.Stage(rawValue: text.lowercased())
    if let stage, stage == former || IssueIntake.stages.contains(stage) { return stage }
    let words = IssueIntake.stages.map(\.rawValue).joined(separator: " or ")
    throw CellFlaw(
      what: stage == nil
        ? "there is no stage “\(text.cut(to: 40))”" : "a sheet cannot make an issue \(text)",
      remedy: stage == nil
        ? "Use \(words)." : "Use \(words); the rest is done in Threats, with its reason.")
  }

  /// Keeps what no column of issues holds, a line for each cell, unless the notes hold it already.
  private func keepNotes(of entry: IssueEntry, in issue: inout Record<Issue>) {
    guard !cells.columns.notes.isEmpty else { return }
    var lines = issue.header.notes?.split(separator: "\n").map(String.init) ?? []
    var known = Set(lines)
    let former = lines.count
    for row in entry.rows {
      for line in cells.notes(ofRow: row) where known.insert(line).inserted { lines.append(line) }
    }
    guard lines.count > former else { return }
    let added = lines[former...].joined(separator: "\n")
    issue.header.notes = issue.header.notes.map { "\($0)\n\(added)" } ?? added
  }

  // MARK: What a person should look at

  private func remark(
    on entry: IssueEntry, _ old: Record<Issue>?, _ reading: inout IssueReading
  ) {
    for row in entry.rows {
      for column in [IssueColumn.title, .text] where cells.isFormula(row, column) {
        let flaw = CellFlaw(
          what: "begins as a formula does",
          remedy: "It is kept as text, and defused wherever it is written into a sheet.")
        reading.remarks.append(cells.problem(row, column, flaw))
      }
    }
    guard let old, !reading.issue.isRanked else { return }
    let reason = old.dismissReason.map { ": “\($0.cut(to: 60))”" } ?? ""
    let flaw = CellFlaw(
      what: "is an issue that was \(old.stage.rawValue)\(reason)",
      remedy: "It takes no part in the ranking.")
    reading.remarks.append(cells.problem(entry.rows[0], .title, flaw))
  }

  private func refuseOversize(_ entry: IssueEntry, _ reading: inout IssueReading) {
    let texts = [reading.issue.title, reading.issue.text, reading.issue.header.notes]
    let limit = Limits.record.maximumBytes - 65_536
    // A character takes six bytes at most where it must be escaped.
    guard texts.reduce(0, { $0 + ($1?.utf8.count ?? 0) }) > limit / 6,
      let value = try? Value(encoding: reading.issue), value.canonicalBytes.count > limit
    else { return }
    let flaw = CellFlaw(
      what: "is more than a record can hold",
      remedy: "Shorten its texts to less than 900,000 bytes.")
    reading.problems.append(cells.problem(entry.rows[0], at: nil, flaw))
  }
}
