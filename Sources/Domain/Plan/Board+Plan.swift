extension Board {
  /// Actions in the order of a cell: by phase, then as people ordered them, then by name.
  package func ordered(_ actions: some Sequence<Identifier<Action>>) -> [Record<Action>] {
    let phases = Dictionary(
      uniqueKeysWithValues: settings.phases.ranked().enumerated().map { ($1.key, $0) })
    // Records are heavy to move about: what decides is sorted, with the slots.
    let places = actions.compactMap { self.actions.slot(of: $0) }.map { slot in
      let action = self.actions[slot: slot]
      let phase = action.phase.flatMap { phases[$0] } ?? phases.count
      return (phase: phase, rank: action.rank, id: action.id, slot: slot)
    }
    return places.sorted { left, right in
      if left.phase != right.phase { return left.phase < right.phase }
      switch (left.rank, right.rank) {
      case (let one?, let other?) where one != other: return one < other
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left.id < right.id
      }
    }.map { self.actions[slot: $0.slot] }
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

  /// The standing actions as a plan lists them: by area, P and place in the cell; those of no area
  /// come last.
  package var plannedActions: [Record<Action>] {
    let areas = places(of: orderedAreas.map(\.id))
    let ps = places(of: ps.map(\.id))
    let rows = ordered(actions.standing.map(\.id)).enumerated().map { offset, action in
      let area = action.area.flatMap { areas[$0] } ?? .max
      return (place: (area, ps[action.p] ?? .max, offset), action: action)
    }
    return rows.sorted { $0.place < $1.place }.map(\.action)
  }

  private func places<Subject>(of names: [Identifier<Subject>]) -> [Identifier<Subject>: Int] {
    Dictionary(zip(names, 0...)) { first, _ in first }
  }
}
