/// Which actions a list shows: those that meet every condition that is set.
///
/// Whether an action was removed or superseded is not asked here.
package struct ActionFilter: Equatable, Sendable {
  /// A partner that leads or owns it, itself or by one of its units; `nil` takes everyone's.
  package var agency: Identifier<Partner>?
  package var area: Identifier<Area>?

  /// Whether a milestone has passed and is not done.
  package var isLate = false

  /// A day before which a milestone that is not done must be reached.
  package var dueBefore: CalendarDate?

  /// Whether the agency, or where none is set anyone who leads or owns it, has not agreed yet.
  package var isNotAgreed = false

  /// Whether nobody leads or owns it.
  package var hasNoOwner = false
  package var hasNoLead = false
  package var isReviewPassed = false

  package init() {}

  /// Whether an action meets the conditions.
  ///
  /// A complete action lacks no owner, lead, agreement or review.
  package func accepts(
    _ action: Record<Action>, on board: Board, today: CalendarDate
  ) -> Bool {
    if let area, action.area != area { return false }
    let involved = partners(of: action, on: board)
    if agency != nil, involved.isEmpty { return false }
    if isLate, !action.isLate(on: today) { return false }
    if let dueBefore {
      guard let due = action.nextMilestone?.milestone.due, due.hasPassed(on: dueBefore) else {
        return false
      }
    }
    if isReviewPassed, !board.isReviewPassed(of: action, today: today) { return false }
    guard isNotAgreed || hasNoOwner || hasNoLead else { return true }
    return !board.isComplete(action)
      && !(isNotAgreed && involved.allSatisfy { action.owners[$0]?.agreed == .yes })
      && !(hasNoOwner && !action.partners.isEmpty) && !(hasNoLead && action.lead != nil)
  }

  /// Who leads or owns the action, of the agency where one is set.
  private func partners(
    of action: Record<Action>, on board: Board
  ) -> [Identifier<Partner>] {
    guard let agency else { return action.partners }
    return action.partners.filter { board.withAgencies($0).contains(agency) }
  }
}
