import Domain
import Screen

extension WorkspaceState {
  mutating func moveInResponses(rows: Int) {
    if responses.view == .rounds {
      responses.rounds.move(by: rows)
    } else {
      responses.list.move(by: rows)
    }
  }

  mutating func moveInResponses(columns step: Int) {
    let columns = responseColumns
    guard !columns.isEmpty else { return }
    let now = place(of: responses.column, among: columns)
    select(column: columns[min(max(now + step, 0), columns.count - 1)])
  }

  /// Goes on to the next cell: a reply is gone through along its row, then comes the next row.
  mutating func moveToNextCell() {
    let columns = responseColumns
    guard !columns.isEmpty else { return }
    let now = place(of: responses.column, among: columns)
    if now + 1 < columns.count { return select(column: columns[now + 1]) }
    guard responses.list.selected != responses.list.rows.last else { return }
    responses.list.move(by: 1)
    select(column: columns[0])
  }

  // MARK: Views

  /// All views, in the order in which `<` and `>` go through them.
  private var views: [ResponsesPane.View] {
    guard let round = shownRound else { return [.rounds] }
    let questions = round.questions.ranked().map {
      ResponsesPane.View.areas(question: .one($0.key))
    }
    let area = area ?? board.orderedAreas.first?.id
    return [.rounds, .areas(question: .any)] + questions
      + [area.map { .questions(of: $0) }].compactMap(\.self)
  }

  mutating func changeResponsesView(by step: Int) {
    let views = views
    let now = views.firstIndex(of: responses.view) ?? min(1, views.count - 1)
    let next = views[min(max(now + step, 0), views.count - 1)]
    guard next != responses.view else { return }
    responses.view = next
    if next == .rounds {
      sortRounds()
      if let round = responses.round { responses.rounds.select(round) }
    } else {
      takeContextInResponses()
    }
  }

  /// Takes the previous or next area as the context: its column, or the view of it.
  mutating func changeAreaInResponses(by step: Int) {
    let ordered = board.orderedAreas.map(\.id)
    guard !ordered.isEmpty else { return }
    let now = area.flatMap { ordered.firstIndex(of: $0) } ?? 0
    let next = ordered[min(max(now + step, 0), ordered.count - 1)]
    area = next
    areas.list.select(next)
    takeContextInResponses()
    flash = "Area: \(board[next]?.title ?? next.text)."
  }

  /// Whether there is a level to go back to.
  var isInsideResponses: Bool {
    pane == .responses && responses.view != .areas(question: .any) && shownRound != nil
  }

  /// Goes back to the answers to all questions.
  mutating func leaveResponsesView() {
    responses.view = .areas(question: .any)
    takeContextInResponses()
  }

  // MARK: Whom to chase

  /// Goes to the next one to chase, the most pressing first, and around.
  mutating func goToNextChase() {
    guard let heard = responses.heard, let round = shownRound, responses.view != .rounds else {
      flash = "Enter shows the round first."
      return
    }
    guard !round.isClosed, let next = heard.awaited.next(after: responses.list.selected?.partner)
    else {
      flash = nobodyToChase(heard, in: round)
      return
    }
    guard select(respondent: next), let chase = chase(of: next) else { return }
    flash = "\(sentence(chase)) C notes that you did."
  }

  /// Goes to the most pressing one to chase.
  mutating func goToMostPressingChase() {
    if let next = responses.heard?.awaited.next(after: nil) { select(respondent: next) }
  }

  private func nobodyToChase(_ heard: ResponsesPane.Heard, in round: Record<Round>) -> String {
    if round.isClosed { return "The round is closed: nobody is to be chased." }
    if let first = heard.awaited.mostPressing(on: board), case .wait(let until) = first.deed {
      return "Nobody is to be chased today: \(name(of: first.respondent)) has time until "
        + "\(until.words)."
    }
    return round.invitations.isEmpty
      ? "Nobody was invited to this round." : "Everybody has answered."
  }

  /// What is to be done about somebody who is silent, and why.
  ///
  /// - Parameters:
  ///   - chase: What is to be done.
  ///   - isNext: Whether it is the one to begin with.
  /// - Returns: The sentence, with its full stop.
  func sentence(_ chase: Chase, isNext: Bool = false) -> String {
    let name = name(of: chase.respondent)
    let lead = isNext ? "Next to" : "To"
    return switch chase.deed {
    case .remind: "\(lead) chase: \(name): \(chase.because)."
    case .resend: "\(lead) send again: \(name): \(chase.because)."
    case .wait(let until): "\(name) has time until \(until.words): \(chase.because)."
    }
  }

  // MARK: Places

  /// Where the cursor of the matrix is.
  var spotInResponses: ResponsesPane.Spot? {
    guard pane == .responses else { return nil }
    return ResponsesPane.Spot(
      round: responses.round, view: responses.view, column: selectedColumn,
      row: selectedRespondent)
  }

  mutating func go(to spot: ResponsesPane.Spot) {
    if let round = spot.round, round != responses.round, board[round]?.isDeleted == false {
      showRound(round)
    }
    responses.isJustShown = false
    responses.view = spot.view
    if let column = spot.column { select(column: column) }
    guard let row = spot.row, !responses.list.rows.contains(row) else {
      if let row = spot.row { responses.list.select(row) }
      return
    }
    select(respondent: row.partner)
  }

  /// Puts the cursor on the cell of a response, in the round it belongs to.
  ///
  /// - Returns: Whether its cell is shown.
  @discardableResult
  mutating func select(response id: Identifier<Response>) -> Bool {
    guard let response = board[id], board[response.round]?.isDeleted == false else { return false }
    if responses.round != response.round || responses.view == .rounds {
      showRound(response.round)
    }
    let column: ResponsesPane.Column
    switch responses.view {
    case .questions(let area) where response.area == area:
      column = response.question.map { .question($0) } ?? .general
    case .areas(.one(let question)) where response.question == question:
      column = response.area.map { .area($0) } ?? .general
    default:
      responses.view = .areas(question: .any)
      column = response.area.map { .area($0) } ?? .general
    }
    responses.isJustShown = false
    select(column: column)
    return select(respondent: response.respondent)
  }

  /// Puts the cursor on a partner's row, on a response's cell, or on a round among all of them.
  mutating func selectInResponses(_ name: RecordName) {
    if let partner: Identifier<Partner> = name.identifier() {
      select(respondent: partner)
    } else if let response: Identifier<Response> = name.identifier() {
      select(response: response)
    } else if let round: Identifier<Round> = name.identifier() {
      showRound(round)
      responses.view = .rounds
      responses.rounds.select(round)
    }
  }

  /// Scrolls the lists of the pane so that the selection is in sight.
  mutating func keepResponsesInSight() {
    responses.list.keepInSight(height: matrixHeight)
    responses.rounds.keepInSight(height: max(1, body.height - 3))
  }
}

extension Chase.Deed {
  /// Whether there is nothing to be done today.
  var isToWait: Bool { if case .wait = self { true } else { false } }
}
