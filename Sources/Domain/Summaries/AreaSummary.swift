/// How one priority area stands: its gaps, what is late, who has answered.
package struct AreaSummary: Equatable, Sendable {
  /// How many actions stand under each P; what is missing here has none and is a gap.
  package var actions: [Identifier<P>: Int] = [:]

  /// How many actions have a milestone that has passed and is not done.
  package var late = 0

  /// The respondents that have said something about the area in the current round.
  package var respondents: Set<Identifier<Partner>> = []
}

/// How every area of a board stands, on one day.
package struct AreaSummaries: Equatable, Sendable {
  package private(set) var byArea: [Identifier<Area>: AreaSummary] = [:]

  /// The round that answers are counted for: the latest that is not closed, else the latest.
  package let round: Identifier<Round>?

  /// How many partners were invited to that round.
  package let invited: Int

  package init(of board: Board, today: CalendarDate) {
    let round = board.currentRound
    self.round = round?.id
    invited = round?.invitations.count ?? 0
    for action in board.actions.standing { count(action, 1, today: today) }
    for response in board.responses.standing { count(response) }
  }

  /// Takes note of an action that was added, changed or removed.
  package mutating func replace(
    _ old: Record<Action>?, with new: Record<Action>, today: CalendarDate
  ) {
    if let old, !old.isDeleted { count(old, -1, today: today) }
    if !new.isDeleted { count(new, 1, today: today) }
  }

  /// Takes note of a response that was added, changed or removed.
  ///
  /// Only where one no longer counts are the others looked through: they may be of the same
  /// respondent.
  package mutating func replace(
    _ old: Record<Response>?, with new: Record<Response>, in board: Board
  ) {
    if let old, let area = old.area, !old.isDeleted, old.round == round {
      let isSame =
        !new.isDeleted && new.area == area && new.round == round
        && new.respondent == old.respondent
      if isSame { return }
      byArea[area]?.respondents = []
      for other in board.responses.standing where other.area == area { count(other) }
    }
    if !new.isDeleted { count(new) }
  }

  private mutating func count(_ action: Record<Action>, _ times: Int, today: CalendarDate) {
    guard let area = action.area else { return }
    var summary = self[area]
    let count = summary.actions[action.p, default: 0] + times
    summary.actions[action.p] = count == 0 ? nil : count
    if action.isLate(on: today) { summary.late += times }
    byArea[area] = summary
  }

  private mutating func count(_ response: Record<Response>) {
    guard let area = response.area, response.round == round else { return }
    byArea[area, default: AreaSummary()].respondents.insert(response.respondent)
  }

  package subscript(area: Identifier<Area>) -> AreaSummary { byArea[area] ?? AreaSummary() }
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
  /// The round that is being asked: the latest that is not closed, else the latest.
  package var currentRound: Record<Round>? {
    rounds.standing.max { left, right in
      let isOpen = (left.closed == nil, right.closed == nil)
      if isOpen.0 != isOpen.1 { return isOpen.1 }
      return (left.due?.lastDayNumber ?? 0, left.id) < (right.due?.lastDayNumber ?? 0, right.id)
    }
  }

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
