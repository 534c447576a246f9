import Domain
import Screen

/// The rows of the matrix: a name, the states, and what is to be done next.
extension WorkspaceState {
  func draw(
    _ row: Respondent, of matrix: Matrix, _ layout: MatrixLayout, in place: Rect,
    on canvas: inout Canvas
  ) {
    let isSelected = row == responses.list.selected
    let states = matrix.states(of: row)
    writeTitle(
      " \(title(of: row))", of: RecordName(row.partner), width: layout.nameWidth, in: place,
      style: isSelected ? .strong : .plain, on: &canvas)
    for index in layout.columns where tellsAbsence || states[index].recorded != nil {
      canvas.write(
        String(states[index].letter), x: place.x + layout.x(of: index) + 2, y: place.y, in: place,
        style: states[index].style)
    }
    for (tail, x, width) in layout.tails {
      let (text, style): (String, Style) =
        switch tail {
        case .comments: (matrix.commentsText(among: states), .plain)
        case .reminded: reminded(row, in: matrix.round)
        case .next: next(of: row, in: matrix.round, width: width - 1)
        }
      canvas.write(
        text, x: place.x + x + 1, y: place.y, width: width - 1, in: place, style: style)
    }
  }

  /// What a row is called; units stand below their agency, further in.
  private func title(of row: Respondent) -> String {
    switch row.standing {
    case .agency: name(of: row.partner)
    case .whole:
      responses.folded.contains(row.partner)
        ? "\(name(of: row.partner)) +" : name(of: row.partner)
    case .unitUnknown: "  unit not known"
    case .unit: "  \(name(of: row.partner))"
    }
  }

  /// How often a row was reminded, and when last.
  private func reminded(_ row: Respondent, in round: Record<Round>) -> (String, Style) {
    let reminders = round.invitations[row.partner]?.reminders.values.map(\.on) ?? []
    guard let last = reminders.max(by: { $0.lastDayNumber < $1.lastDayNumber }) else {
      return (row.standing == .whole ? "" : "-", .faint)
    }
    return ("\(reminders.count) (\(last.shortWords))", .plain)
  }

  /// What is to be done next about a row, as far as there is room.
  private func next(
    of row: Respondent, in round: Record<Round>, width: Int
  ) -> (String, Style) {
    let text = next(of: row, in: round)
    if text.utf8.count <= width { return (text, text == "-" ? .faint : .warning) }
    return (text.replacing("not invited", with: "uninvited"), .warning)
  }

  /// What is to be done next about a row, in a word.
  private func next(of row: Respondent, in round: Record<Round>) -> String {
    if row.standing == .whole {
      let partners = responses.heard?.respondents.partners(of: row) ?? []
      let count = partners.count { deed(of: $0).map { !$0.isToWait } ?? false }
      return count == 0 ? "-" : "chase \(count)"
    }
    switch deed(of: row.partner) {
    case .remind: return "chase"
    case .resend: return "resend"
    case .wait(let until): return "wait \(until.firstDayNumber - today.firstDayNumber) d"
    case nil where !isInvited(row, to: round): return "not invited"
    case nil where board.hasLeft(row.partner, on: today): return "left"
    case nil: return isToBeAsked(row, in: round) ? "ask" : "-"
    }
  }

  /// Whether somebody who has answered otherwise has said nothing on what the view is about.
  private func isToBeAsked(_ row: Respondent, in round: Record<Round>) -> Bool {
    guard let heard = responses.heard, !round.isClosed, let matter = responses.view.matter else {
      return false
    }
    return round.invitations[row.partner] != nil
      && heard.answers.state(of: row.partner, on: matter) == nil
  }

  /// Whether the partner of a row was invited, or where its unit is not known, one of its units.
  func isInvited(_ row: Respondent, to round: Record<Round>) -> Bool {
    if round.invitations[row.partner] != nil { return true }
    guard row.standing == .unitUnknown || row.standing == .whole else { return false }
    let partners =
      responses.heard?.respondents.partners(of: Respondent(row.partner, .whole)) ?? []
    return partners.contains { round.invitations[$0] != nil }
  }
}

extension AnswerState {
  /// How its letter is drawn; the letter says the same.
  fileprivate var style: Style {
    switch self {
    case .awaited: .faint
    case .undelivered: .alarm
    case .declined: .warning
    case .notApplicable, .nilReturn: .plain
    case .answered: .good
    }
  }
}

extension CalendarDate {
  /// Day and month where both are known: `2 Feb`.
  fileprivate var shortWords: String {
    day == nil ? words : words.split(separator: " ").prefix(2).joined(separator: " ")
  }
}
