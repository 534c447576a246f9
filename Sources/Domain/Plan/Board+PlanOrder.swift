extension Board {
  /// The standing actions as a plan lists them: by area, P and rank; those of no area come last.
  package var plannedActions: [Record<Action>] {
    let areas = places(of: orderedAreas.map(\.id))
    let ps = places(of: ps.map(\.id))
    func place(_ action: Record<Action>) -> (Int, Int) {
      (action.area.flatMap { areas[$0] } ?? .max, ps[action.p] ?? .max)
    }
    return actions.standing.map { (place: place($0), action: $0) }.sorted { one, other in
      if one.place != other.place { return one.place < other.place }
      return one.action.precedes(other.action)
    }.map(\.action)
  }

  private func places<Subject>(of names: [Identifier<Subject>]) -> [Identifier<Subject>: Int] {
    Dictionary(zip(names, 0...)) { first, _ in first }
  }
}

extension Record<Action> {
  /// Whether the action stands before another one in their cell: by rank, else by name.
  package func precedes(_ other: Record<Action>) -> Bool {
    switch (content.rank, other.content.rank) {
    case (let one?, let other?) where one != other: one < other
    case (_?, nil): true
    case (nil, _?): false
    default: id < other.id
    }
  }
}
