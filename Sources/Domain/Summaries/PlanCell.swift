/// One cell of the 4P grid: the actions of an area under one P.
///
/// An action that another one has superseded is in no cell.
package struct PlanCell: Equatable, Sendable {
  package private(set) var actions: Set<Identifier<Action>> = []

  /// How many of them have a milestone that has passed and is not done.
  package private(set) var late = 0

  /// How many have each status; `nil` counts those of which nobody has said it.
  package private(set) var statuses: [Identifier<ActionStatus>?: Int] = [:]

  /// Takes an action in, `times` being 1, or out, `times` being -1.
  mutating func count(_ action: Record<Action>, _ times: Int, isLate: Bool) {
    if times > 0 { actions.insert(action.id) } else { actions.remove(action.id) }
    if isLate { late += times }
    let count = statuses[action.status, default: 0] + times
    statuses[action.status] = count == 0 ? nil : count
  }
}
