/// Which agencies have to do with an area, each in its own way.
package struct Engagement: Equatable, Sendable {
  /// Those that say they have an impact on it, themselves or by a unit.
  package var impact: [Identifier<Partner>] = []

  /// The agency or unit that leads on it.
  package var lead: Identifier<Partner>?

  /// Those that lead or own actions of its plan.
  package var acting: [Identifier<Partner>] = []

  /// Those that have said something about it in the current round.
  package var answered: [Identifier<Partner>] = []

  package init() {}

  /// Whether no agency has to do with the area in any way.
  package var isNobody: Bool {
    impact.isEmpty && lead == nil && acting.isEmpty && answered.isEmpty
  }

  /// In how many ways somebody has to do with the area, from 0 to 4.
  package var ways: Int {
    [impact.isEmpty, lead == nil, acting.isEmpty, answered.isEmpty].count { !$0 }
  }
}

extension Board {
  /// Who has to do with an area.
  ///
  /// - Parameters:
  ///   - area: The area.
  ///   - impacts: Who has an impact on each area.
  ///   - accounts: What partners answer for.
  ///   - answers: What was heard in the current round; `nil` where there is none.
  /// - Returns: The agencies, each list by name of the record.
  package func engagement(
    in area: Record<Area>, _ impacts: Impacts, _ accounts: PartnerAccounts,
    _ answers: RoundAnswers?
  ) -> Engagement {
    var engagement = Engagement()
    engagement.impact = impacts[area.id]
    engagement.lead = area.lead
    engagement.acting = accounts.agencies(in: area.id)
    engagement.answered = answers?.agencies(on: Matter(area: .one(area.id))) ?? []
    return engagement
  }
}
