/// How one priority area stands: its gaps, what is late, who has answered.
package struct AreaSummary: Equatable, Sendable {
  /// The actions under each P; a P that is missing here has none and is a gap.
  package var cells: [Identifier<P>: PlanCell] = [:]

  /// How many actions have a milestone that has passed and is not done.
  package var late: Int { cells.values.reduce(0) { $0 + $1.late } }

  /// The information requests that its actions wait for, each with how many actions do.
  package var blockers: [Identifier<Request>: Int] = [:]

  /// The respondents that have said something about the area in the current round.
  package var respondents: Set<Identifier<Partner>> = []
}

/// How every area of a board stands, on one day.
package struct AreaSummaries: Equatable, Sendable {
  /// By area; actions that belong to no area stand under `nil`.
  package private(set) var byArea: [Identifier<Area>?: AreaSummary] = [:]

  /// The actions that have taken the place of each action.
  private var successors: [Identifier<Action>: Set<Identifier<Action>>] = [:]

  /// The round that answers are counted for: the latest that is not closed, else the latest.
  package private(set) var round: Identifier<Round>?

  /// How many partners were invited to that round.
  package private(set) var invited: Int

  /// How many responses each respondent has given on each area in that round.
  private var responses: [Identifier<Area>: [Identifier<Partner>: Int]] = [:]

  package init(of board: Board, today: CalendarDate) {
    let round = board.currentRound
    self.round = round?.id
    invited = round?.invitations.count ?? 0
    for action in board.actions.standing { noteSuccession(of: action, stands: true) }
    for action in board.actions.standing { count(action, 1, today: today) }
    for response in board.responses.standing { count(response, 1) }
  }

  /// Takes note of a round that was added, changed or removed: another one may be asked.
  package mutating func takeRounds(of board: Board) {
    let current = board.currentRound
    invited = current?.invitations.count ?? 0
    guard current?.id != round else { return }
    round = current?.id
    responses = [:]
    for area in byArea.keys { byArea[area]?.respondents = [] }
    for response in board.responses.standing { count(response, 1) }
  }

  /// Takes note of an action that was added, changed or removed.
  package mutating func replace(
    _ old: Record<Action>?, with new: Record<Action>, in board: Board, today: CalendarDate
  ) {
    // What either supersedes may count again, or no longer.
    let superseded = Set([old?.supersedes, new.supersedes].compactMap(\.self))
      .subtracting([new.id]).compactMap { board[$0] }
    for action in superseded + [old].compactMap(\.self) { count(action, -1, today: today) }
    if let old { noteSuccession(of: old, stands: false) }
    noteSuccession(of: new, stands: true)
    for action in superseded + [new] { count(action, 1, today: today) }
  }

  /// The action that has taken the place of another one; `nil` while that one counts itself.
  package func successor(of action: Identifier<Action>) -> Identifier<Action>? {
    successors[action]?.min()
  }

  private mutating func noteSuccession(of action: Record<Action>, stands: Bool) {
    guard let former = action.supersedes, former != action.id, !action.isDeleted else { return }
    if stands {
      successors[former, default: []].insert(action.id)
    } else {
      successors[former]?.remove(action.id)
    }
  }

  /// Takes note of a response that was added, changed or removed.
  package mutating func replace(_ old: Record<Response>?, with new: Record<Response>) {
    if let old { count(old, -1) }
    count(new, 1)
  }

  private mutating func count(_ action: Record<Action>, _ times: Int, today: CalendarDate) {
    guard !action.isDeleted, successor(of: action.id) == nil else { return }
    byArea[action.area, default: AreaSummary()].cells[action.p, default: PlanCell()]
      .count(action, times, isLate: action.isLate(on: today))
    for request in Set(action.blockedBy) {
      let count = (self[action.area].blockers[request] ?? 0) + times
      byArea[action.area]?.blockers[request] = count > 0 ? count : nil
    }
    if self[action.area].cells[action.p]?.actions.isEmpty == true {
      byArea[action.area]?.cells[action.p] = nil
    }
  }

  private mutating func count(_ response: Record<Response>, _ times: Int) {
    guard !response.isDeleted, let area = response.area, response.round == round else { return }
    let count = (responses[area]?[response.respondent] ?? 0) + times
    responses[area, default: [:]][response.respondent] = count > 0 ? count : nil
    if count > 0 {
      byArea[area, default: AreaSummary()].respondents.insert(response.respondent)
    } else {
      byArea[area]?.respondents.remove(response.respondent)
    }
  }

  /// How an area stands; `nil` for the actions that belong to none.
  package subscript(area: Identifier<Area>?) -> AreaSummary { byArea[area] ?? AreaSummary() }
}

extension Record<Action> {
  /// Whether a milestone has passed and is not done.
  package func isLate(on today: CalendarDate) -> Bool {
    content.milestones.values.contains { milestone in
      guard milestone.done == nil, let due = milestone.due else { return false }
      return due.lastDayNumber < today.firstDayNumber
    }
  }
}

extension Board {
  /// The Ps that plans are grouped under here: the four, and the board's own.
  package var ps: [(id: Identifier<P>, title: String)] {
    P.four + settings.extraPs.ranked().map { ($0.key, $0.value.title) }
  }

  /// The areas in the order that people gave them.
  package var orderedAreas: [Record<Area>] {
    areas.standing.sorted { left, right in
      switch (left.rank, right.rank) {
      case (let one?, let other?) where one != other: one < other
      case (_?, nil): true
      case (nil, _?): false
      default: (left.number ?? .max, left.id) < (right.number ?? .max, right.id)
      }
    }
  }
}
