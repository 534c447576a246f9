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
    for action in board.actions.standing {
      guard let area = action.area else { continue }
      byArea[area, default: AreaSummary()].actions[action.p, default: 0] += 1
      if action.isLate(on: today) { byArea[area, default: AreaSummary()].late += 1 }
    }
    for response in board.responses.standing where response.round == round?.id {
      guard let area = response.area else { continue }
      byArea[area, default: AreaSummary()].respondents.insert(response.respondent)
    }
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
