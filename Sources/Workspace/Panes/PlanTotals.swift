import Domain

/// What the areas of the grid have together under each P, kept as they change.
struct PlanTotals: Sendable {
  /// What one area, or all of them, have under a P.
  struct Tally: Sendable {
    var actions = 0

    /// How many of the actions are late.
    var late = 0

    /// How many areas that are not closed have no action.
    var gaps = 0

    mutating func add(_ other: Tally, times: Int = 1) {
      actions += times * other.actions
      late += times * other.late
      gaps += times * other.gaps
    }
  }

  private var byP: [Identifier<P>: Tally] = [:]
  private var byArea: [Identifier<Area>?: [Identifier<P>: Tally]] = [:]

  /// What all areas have under a P.
  subscript(p: Identifier<P>) -> Tally { byP[p] ?? Tally() }

  /// What all areas have.
  var all: Tally { byP.values.reduce(into: Tally()) { $0.add($1) } }

  /// Whether an area is among those that are counted.
  func counts(_ area: Identifier<Area>?) -> Bool { byArea[area] != nil }

  /// Counts an area, in place of what it had when it was counted before.
  mutating func count(_ area: Identifier<Area>?, _ tallies: [Identifier<P>: Tally]) {
    for (p, tally) in byArea[area] ?? [:] { byP[p, default: Tally()].add(tally, times: -1) }
    for (p, tally) in tallies { byP[p, default: Tally()].add(tally) }
    byArea[area] = tallies
  }
}

extension WorkspaceState {
  /// Counts what all areas of the grid have.
  mutating func countTotals() {
    plan.totals = PlanTotals()
    for row in plan.grid.rows { plan.totals.count(row.area, tallies(of: row.area)) }
  }

  /// Counts again what some areas have, where the grid has them.
  mutating func recountTotals(of areas: Set<Identifier<Area>?>) {
    for area in areas where plan.totals.counts(area) {
      plan.totals.count(area, tallies(of: area))
    }
  }

  /// Counts again what follows from an action that was added, changed or removed.
  mutating func recountTotals(_ action: Record<Action>, after old: Record<Action>?) {
    let superseded = [old?.supersedes, action.supersedes].compactMap { $0.flatMap { board[$0] } }
    recountTotals(of: Set(([action] + [old].compactMap(\.self) + superseded).map(\.content.area)))
  }

  private func tallies(of area: Identifier<Area>?) -> [Identifier<P>: PlanTotals.Tally] {
    var tallies = summaries[area].cells.mapValues {
      PlanTotals.Tally(actions: $0.actions.count, late: $0.late)
    }
    guard let area, board[area]?.status != .closed else { return tallies }
    for p in board.ps where tallies[p.id] == nil { tallies[p.id] = PlanTotals.Tally(gaps: 1) }
    return tallies
  }
}
