import Domain
import Screen

extension WorkspaceState {
  // MARK: Working out

  /// Works out what the pane shows, and puts the rows in their order again.
  mutating func sortResponses() {
    responses.staleness = .nothing
    if responses.turnout == nil { responses.turnout = Turnout(of: board) }
    sortRounds()
    if shownRound?.isDeleted != false { responses.round = board.currentRound?.id }
    guard let round = shownRound else {
      responses.heard = nil
      responses.list.show([], of: 0)
      return
    }
    hear(RoundAnswers(to: round.id, on: board))
    sortRespondents()
  }

  /// Works out what follows from the answers to the round that is shown.
  private mutating func hear(_ answers: RoundAnswers) {
    guard let round = shownRound else { return }
    responses.heard = ResponsesPane.Heard(
      answers: answers, respondents: Respondents(of: round, answers, on: board),
      awaited: Awaited(in: round, answers, on: board, today: today))
  }

  /// Takes note of a record on which the pane depends.
  mutating func noteInResponses<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?
  ) {
    guard visited.contains(.responses) else { return }
    switch record {
    case let response as Record<Response>: note(response, after: old as? Record<Response>)
    case let round as Record<Round>: note(round)
    case let partner as Record<Partner>:
      let former = old as? Record<Partner>
      // Who belongs to whom is counted with the answers.
      if former?.parent != partner.parent, let round = responses.round {
        responses.heard?.answers = RoundAnswers(to: round, on: board)
      }
      responses.staleness = .all
    case is Record<Area>: responses.staleness = .all
    default: break
    }
  }

  private mutating func note(_ response: Record<Response>, after old: Record<Response>?) {
    responses.turnout?.replace(old, with: response, on: board)
    guard let round = shownRound, [old?.round, response.round].contains(round.id),
      var heard = responses.heard
    else { return }
    // One copy only, or all answers would be copied with the first change.
    responses.heard = nil
    let uninvited = [old?.respondent, response.respondent].compactMap(\.self)
      .filter { round.invitations[$0] == nil }
    let former = uninvited.filter(heard.answers.hasResponded)
    heard.answers.replace(old, with: response, on: board)
    heard.awaited.replace(old, with: response, heard.answers, on: board)
    if former != uninvited.filter(heard.answers.hasResponded) {
      responses.staleness = max(responses.staleness, .rows)
    }
    responses.heard = heard
  }

  private mutating func note(_ round: Record<Round>) {
    responses.turnout?.take(round)
    listRound(round)
    guard round.id == responses.round, var heard = responses.heard else {
      if shownRound == nil { responses.staleness = .all }
      return
    }
    responses.heard = nil
    if !heard.awaited.take(round, heard.answers, on: board) || round.isDeleted {
      responses.staleness = .all
    }
    responses.heard = heard
  }

  /// Catches up with what changed; no row moves and none goes.
  ///
  /// - Parameter isOwn: Whether the person here did it: a new row then stands under its agency,
  ///   else it comes last.
  mutating func settleResponses(isOwn: Bool = false) {
    guard pane == .responses, responses.staleness > .nothing else { return }
    if shownRound?.isDeleted != false { return sortResponses() }
    defer { responses.staleness = .nothing }
    guard let round = shownRound, let answers = responses.heard?.answers else { return }
    if responses.staleness == .all {
      hear(answers)
    } else {
      responses.heard?.respondents = Respondents(of: round, answers, on: board)
    }
    addRespondents(underAgencies: isOwn)
  }

  /// Adds the rows of those who are new.
  private mutating func addRespondents(underAgencies: Bool) {
    guard let heard = responses.heard else { return }
    let all = heard.respondents.rows
    var rows = responses.list.rows
    let present = Set(all)
    var taken = Set(rows)
    // An agency whose first unit has answered is the same row, seen otherwise.
    for (index, row) in rows.enumerated() where !present.contains(row) {
      guard let same = all.first(where: { $0.partner == row.partner && !taken.contains($0) })
      else { continue }
      rows[index] = same
      taken.insert(same)
    }
    for row in all where !taken.contains(row) && isShown(row, heard.respondents) {
      let agency = agency(of: row.partner)
      let last = rows.lastIndex { self.agency(of: $0.partner) == agency }
      rows.insert(row, at: underAgencies ? last.map { $0 + 1 } ?? rows.count : rows.count)
    }
    guard rows != responses.list.rows || all.count != responses.list.total else { return }
    responses.list.show(rows, of: max(all.count, rows.count))
  }

  // MARK: Order

  /// Puts the rows in their order again, narrowed and folded.
  mutating func sortRespondents() {
    guard let heard = responses.heard else { return }
    let all = heard.respondents.rows
    let rows = ordered(all).filter { isShown($0, heard.respondents) }
    responses.list.show(rows, of: all.count)
  }

  /// The agency at the head of a partner's rows.
  func agency(of partner: Identifier<Partner>) -> Identifier<Partner> {
    board.withAgencies(partner).last ?? partner
  }

  /// Whether a row is neither folded away nor narrowed away.
  private func isShown(_ row: Respondent, _ respondents: Respondents) -> Bool {
    let filter = responses.list.filter.text.trimmed.folded
    let agencies = board.withAgencies(row.partner)
    let isBelow = row.standing == .unit || row.standing == .unitUnknown
    if isBelow, let agency = agencies.last, responses.folded.contains(agency) { return false }
    if filter.isEmpty { return true }
    return (agencies + respondents.partners(of: row)).contains {
      name(of: $0).contains(folded: filter)
    }
  }

  /// Agencies in the order that is asked for, the units of each in the same order below it.
  private func ordered(_ rows: [Respondent]) -> [Respondent] {
    guard responses.order != .name || responses.isReversed else { return rows }
    var blocks: [[Respondent]] = []
    for row in rows {
      if row.standing == .agency || row.standing == .whole || blocks.isEmpty {
        blocks.append([row])
      } else {
        blocks[blocks.count - 1].append(row)
      }
    }
    let matrix = matrix
    let isClosed = shownRound?.isClosed == true
    func key(_ row: Respondent) -> Int {
      switch responses.order {
      case .name: return 0
      case .fewest: return matrix.map { $0.comments(among: $0.states(of: row)) } ?? 0
      case .chase:
        guard !isClosed, let heard = responses.heard else { return .max }
        return heard.respondents.partners(of: row).compactMap(heard.awaited.place).min() ?? .max
      }
    }
    func sorted<Item>(_ items: [Item], _ first: (Item) -> Respondent) -> [Item] {
      let sorted = items.enumerated().map { (key: key(first($1)), place: $0) }
        .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map { items[$0.place] }
      return responses.isReversed ? sorted.reversed() : sorted
    }
    return sorted(blocks) { $0[0] }.flatMap { block in
      let head = block.prefix { $0.standing != .unit }
      return head + sorted(Array(block.dropFirst(head.count))) { $0 }
    }
  }

  mutating func changeResponsesOrder() {
    guard responses.view != .rounds else {
      flash = "Rounds stand by their date, the latest first."
      return
    }
    guard tellsAbsence else {
      flash = "Rows stand by name: who has answered less is never public."
      return
    }
    responses.order = responses.order.next
    sortRespondents()
    flash = "Ordered by \(responses.order.rawValue)."
  }

  mutating func reverseResponsesOrder() {
    responses.isReversed.toggle()
    sortRounds()
    sortRespondents()
  }

  mutating func changeResponsesFilter(_ change: (inout LineEditor) -> Void) {
    if responses.view == .rounds {
      change(&responses.rounds.filter)
      sortRounds()
    } else {
      change(&responses.list.filter)
      sortRespondents()
    }
  }

  // MARK: Folding

  /// Hides the units of an agency behind its row, or shows them.
  mutating func fold(_ agency: Identifier<Partner>, _ isFolded: Bool) {
    if isFolded { responses.folded.insert(agency) } else { responses.folded.remove(agency) }
    sortRespondents()
    if isFolded { responses.list.select(Respondent(agency, .whole)) }
  }

  /// Puts the cursor on the row of a partner itself, in sight whatever is folded or narrowed.
  ///
  /// - Returns: Whether there is such a row.
  @discardableResult
  mutating func select(respondent partner: Identifier<Partner>) -> Bool {
    let all = responses.heard?.respondents.rows.filter { $0.partner == partner } ?? []
    guard let row = all.last else { return false }
    if !responses.list.rows.contains(row) {
      responses.folded.remove(agency(of: partner))
      responses.list.filter = LineEditor()
      sortRespondents()
    }
    responses.list.select(row)
    return responses.list.selected == row
  }
}
