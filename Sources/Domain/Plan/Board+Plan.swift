extension Board {
  /// Actions in the order of a cell: by phase, then as people ordered them, then by name.
  package func ordered(_ actions: some Sequence<Identifier<Action>>) -> [Record<Action>] {
    let phases = Dictionary(
      uniqueKeysWithValues: settings.phases.ranked().enumerated().map { ($1.key, $0) })
    func place(_ action: Record<Action>) -> Int {
      action.phase.flatMap { phases[$0] } ?? phases.count
    }
    return actions.compactMap { self[$0] }.sorted { left, right in
      let (one, other) = (place(left), place(right))
      if one != other { return one < other }
      switch (left.rank, right.rank) {
      case (let one?, let other?) where one != other: return one < other
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left.id < right.id
      }
    }
  }

  /// The status of a cell's actions that is last in the board's legend, with how many have it;
  /// `nil` where nobody has said one.
  package func worstStatus(in cell: PlanCell) -> (status: ActionStatus, count: Int)? {
    settings.statusLegend.ranked().reversed().lazy
      .compactMap { id, status in cell.statuses[id].map { (status, $0) } }.first
  }

  /// What a P is called here; its name where the board does not know it.
  package func title(of p: Identifier<P>) -> String {
    ps.first { $0.id == p }?.title ?? p.text
  }
}
