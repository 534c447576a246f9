extension Board {
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
