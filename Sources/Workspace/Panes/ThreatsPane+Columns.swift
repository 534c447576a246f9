import Domain
import Screen

/// What a column of a list of the Threats pane shows.
enum ThreatsColumn: Hashable, Sendable {
  case age, source, marking, note
  case until, stage, outcome, changed, writer, area, place
  case kind, issues, scored, above
}

extension ThreatsPane.View {
  /// The columns beside the title.
  var columns: [Column<ThreatsColumn>] {
    switch self {
    case .inbox:
      [
        Column(.age, "Age", width: 9), Column(.source, "From", width: 18, align: .left, spare: 2),
        Column(.marking, "Mark", width: 5, align: .left, spare: 3),
        Column(.note, "Note", width: 11, align: .left, spare: 1),
      ]
    case .watched:
      [
        Column(.until, "Until", width: 14, align: .left), Column(.age, "Age", width: 9, spare: 3),
        Column(.source, "From", width: 15, align: .left, spare: 1),
        Column(.marking, "Mark", width: 5, align: .left, spare: 2),
      ]
    case .decided:
      [
        Column(.stage, "Stage", width: 11, align: .left),
        Column(.outcome, "Why, or where", width: 22, align: .left, spare: 1),
        Column(.changed, "Changed", width: 12, align: .left, spare: 2),
        Column(.writer, "By", width: 10, align: .left, spare: 3),
      ]
    case .funnel:
      [
        Column(.kind, "", width: 8, align: .left, spare: 1), Column(.issues, "Issues", width: 8),
        Column(.scored, "Scored", width: 8), Column(.above, "Above", width: 8),
      ]
    case .all:
      [
        Column(.place, "Place", width: 6, spare: 1),
        Column(.stage, "Stage", width: 12, align: .left),
        Column(.area, "Area", width: 16, align: .left, spare: 2),
        Column(.source, "From", width: 15, align: .left, spare: 3),
        Column(.marking, "Mark", width: 5, align: .left, spare: 4),
      ]
    }
  }

  /// What the titles of the rows are called.
  var heading: String { self == .funnel ? " Issues" : " Threat" }

  /// What an empty list says.
  var absence: String {
    switch self {
    case .inbox: "Nothing waits: a captures a threat."
    case .watched: "Nothing is watched: w in the inbox watches a threat."
    case .decided: "Nothing has been decided yet."
    case .funnel, .all: "There is no issue yet: a captures a threat."
    }
  }
}

extension WorkspaceState {
  /// What a column says of a row; `.` is nothing.
  func cell(_ column: ThreatsColumn, of row: ThreatsPane.Row) -> (String, Style) {
    switch row {
    case .group(let group): cell(column, of: group)
    case .issue(let id): board[id].map { cell(column, of: $0) } ?? ("", .plain)
    case .damaged: ("", .plain)
    }
  }

  private func cell(_ column: ThreatsColumn, of issue: Record<Issue>) -> (String, Style) {
    switch column {
    case .age: return (age(of: issue), .plain)
    case .source:
      let title = sourceTitle(of: issue)
      return title.isEmpty ? (".", .faint) : (title, .plain)
    case .marking: return markingInitials(of: issue.header)
    case .note: return note(on: issue)
    case .until:
      guard let until = issue.watchUntil else { return ("no day", .warning) }
      return issue.isOpen(on: today) ? ("\(until.words) !", .warning) : (until.words, .plain)
    case .stage: return (issue.stage.rawValue, issue.stage == .registered ? .strong : .plain)
    case .outcome: return (outcome(of: issue) ?? ".", .faint)
    case .changed:
      return (issue.header.lastStamp.map { when($0.at) } ?? ".", .faint)
    case .writer:
      return (issue.header.lastStamp.map { person($0.by) } ?? ".", .faint)
    case .place:
      guard let place = place(of: issue) else { return (".", .faint) }
      return (String(place), isAboveCut(issue) ? .strong : .plain)
    case .area: return (issue.area.map { board[$0]?.title ?? $0.text } ?? ".", .faint)
    case .kind, .issues, .scored, .above: return ("", .plain)
    }
  }

  /// How long an issue has been known: in days where its day is, else since when.
  func age(of issue: Record<Issue>) -> String {
    guard let raised = issue.raised ?? issue.header.created?.at.date else { return "." }
    guard raised.precision == .day else { return raised.words }
    return "\(max(0, today.firstDayNumber - raised.firstDayNumber)) d"
  }

  /// A marking by the first letters of its words, as it is typed behind `!`.
  private func markingInitials(of header: Header) -> (String, Style) {
    guard let marking = header.marking.flatMap({ board.settings.markings[$0] }) else {
      return ("none", .alarm)
    }
    let words = marking.title.split { !$0.isLetter && !$0.isNumber }
    return (
      words.compactMap(\.first).map { $0.uppercased() }.joined(),
      marking.isPublic ? .plain : .strong
    )
  }

  /// What is to be known of an open issue at a glance: where it is already, or what it may be.
  private func note(on issue: Record<Issue>) -> (String, Style) {
    if isEscalated(issue) { return ("on agenda", .faint) }
    if issue.stage == .watched { return ("is back", .warning) }
    return threats.likely[issue.id]?.first.map { (alike($0), .warning) } ?? ("", .plain)
  }

  /// How like another one an issue is, in a few characters.
  func alike(_ match: Lookalikes.Match) -> String { "like \(match.likeness / 10) %" }

  /// Why or where an issue went, by its stage; `nil` while it is in the inbox.
  func outcome(of issue: Record<Issue>) -> String? {
    switch issue.stage {
    case .emerging: return nil
    case .watched: return issue.watchUntil.map { "until \($0.words)" } ?? "without a day"
    case .registered:
      return issue.area.map { board[$0]?.title ?? $0.text } ?? (tellsAbsence ? "in no area" : nil)
    case .referred: return "to the Safer City Partnership"
    case .dismissed: return issue.dismissReason ?? "without a reason"
    case .merged:
      return issue.mergedInto.map { "into \(board[$0]?.title ?? $0.text)" } ?? "into another one"
    }
  }

  /// The stage of an issue with why or where, as a sentence has it.
  func stageWords(_ issue: Record<Issue>) -> String {
    guard let outcome = outcome(of: issue) else { return issue.stage.rawValue }
    switch issue.stage {
    case .dismissed: return "dismissed: \(outcome)"
    case .registered where issue.area != nil: return "registered in \(outcome)"
    default: return "\(issue.stage.rawValue) \(outcome)"
    }
  }

  /// Where an issue stands by its grade; `nil` where it does not.
  func place(of issue: Record<Issue>) -> Int? {
    board.issues.slot(of: issue.id).flatMap { placed($0) }?.standing.byGrading
  }

  private func isAboveCut(_ issue: Record<Issue>) -> Bool {
    guard let cutLine, let slot = board.issues.slot(of: issue.id) else { return false }
    return assessment?.side(of: slot, at: cutLine) == .above
  }

  /// The rows as they are copied.
  func threatsTable(of names: [RecordName]) -> RowTable {
    let columns = threats.view.columns
    let rows: [ThreatsPane.Row] =
      threats.view == .funnel
      ? threats.list.rows
      : names.compactMap { $0.identifier() }.map { (id: Identifier<Issue>) in .issue(id) }
    return RowTable(
      headings: [threats.view.heading.trimmed] + columns.map(\.heading),
      rows: rows.map { row in
        [title(of: row)] + columns.map { cell($0.id, of: row).0 }.map { $0 == "." ? "" : $0 }
      }, telling: 1)
  }
}
