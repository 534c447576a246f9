import Domain
import Screen

/// What a column of the list of rounds shows.
private enum RoundColumn: Hashable, Sendable {
  case asked, due, closed, invited, answered
}

extension WorkspaceState {
  /// Shows the answers to a round, past or present.
  mutating func showRound(_ id: Identifier<Round>) {
    responses.round = id
    responses.view = .areas(question: .any)
    responses.list.filter = LineEditor()
    sortResponses()
    takeContextInResponses()
    responses.isJustShown = true
  }

  /// Puts the rounds in their order, the latest first.
  mutating func sortRounds() {
    let all = board.roundsLatestFirst
    let filter = responses.rounds.filter.text.trimmed
    let rows = all.filter { $0.title.containsFolded(filter) }.map(\.id)
    responses.rounds.show(responses.isReversed ? rows.reversed() : rows, of: all.count)
  }

  /// Lists a round that is new, behind all others.
  mutating func listRound(_ round: Record<Round>) {
    guard !round.isDeleted, responses.rounds.row(of: round.id) == nil else { return }
    let isShown = round.title.containsFolded(responses.rounds.filter.text.trimmed)
    responses.rounds.append(round.id, isShown: isShown)
  }

  /// How many of those invited have answered a round.
  private func answered(_ round: Record<Round>) -> Int {
    responses.turnout?.answered(round.id) ?? 0
  }

  func drawRounds(in area: Rect, on canvas: inout Canvas) {
    let filter = responses.rounds.filter.text
    let inside = canvas.box(
      area,
      title: filter.isEmpty ? "Responses · all rounds" : "Responses · all rounds · /\(filter)",
      note: damagedNote ?? responses.rounds.note(height: max(0, area.height - 3)))
    let (headings, rows) = inside.splitTop(1)
    let layout = ColumnLayout<RoundColumn>(
      [
        Column(.asked, "asked", width: 13, align: .left, spare: 5),
        Column(.due, "due", width: 13, align: .left, spare: 1),
        Column(.closed, "closed", width: 13, align: .left, spare: 2),
        Column(.invited, "invited", width: 9, spare: 4),
      ] + (tellsAbsence ? [Column(.answered, "answered", width: 10, spare: 3)] : []),
      width: inside.width, leastTitle: 16)
    layout.drawHeadings(title: " Round", in: headings, on: &canvas)
    for (index, id) in responses.rounds.visible(height: rows.height).enumerated() {
      guard let round = board[id] else { continue }
      let place = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      let mark = id == responses.round ? "*" : " "
      writeTitle(
        " \(mark)\(round.title)", of: round.recordName, width: layout.titleWidth, in: place,
        on: &canvas)
      for (column, x) in layout.columns {
        layout.write(text(column.id, of: round), column, x, in: place, style: .plain, on: &canvas)
      }
      if id == responses.rounds.selected { canvas.markSelected(place) }
    }
    guard responses.rounds.rows.isEmpty else { return }
    let text =
      responses.rounds.total == 0
      ? emptiness(noRoundText) : "No round fits the filter: Esc drops it."
    canvas.write(text, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
    canvas.cursor = Position(x: rows.x, y: rows.y)
  }

  /// What a board without a round says.
  var noRoundText: String { emptiness("Nobody has been asked anything yet: a starts a round.") }

  private func text(_ column: RoundColumn, of round: Record<Round>) -> String {
    switch column {
    case .asked: round.asked?.words ?? "."
    case .due: round.due?.words ?? "."
    case .closed: round.closed?.words ?? "."
    case .invited: "\(round.invitations.count)"
    case .answered: "\(answered(round))"
    }
  }

  /// Rounds as they are copied.
  func roundTable(of ids: [Identifier<Round>]) -> RowTable {
    RowTable(
      headings: ["Round", "Asked", "Due", "Closed", "Invited"]
        + (tellsAbsence ? ["Answered"] : []),
      rows: ids.compactMap { board[$0] }.map { round in
        [round.title]
          + ([RoundColumn.asked, .due, .closed, .invited] + (tellsAbsence ? [.answered] : []))
          .map { text($0, of: round) }
          .map { $0 == "." ? "" : $0 }
      }, telling: 1)
  }

  /// The round under the cursor, in a line.
  var roundDetail: String {
    guard let round = responses.rounds.selected.flatMap({ board[$0] }) else { return "" }
    let count =
      tellsAbsence ? " · \(answered(round)) of \(round.invitations.count) have answered" : ""
    return
      "\(round.title) · \(deadline(of: round)) · \(round.questions.count) questions\(count). "
      + "Enter shows it."
  }

  /// How much time a round has, and to the public only when it ends.
  func deadline(of round: Record<Round>) -> String {
    if tellsAbsence || round.isClosed { return round.deadline(on: today) }
    return round.due.map { "due \($0.words)" } ?? "no date"
  }
}
