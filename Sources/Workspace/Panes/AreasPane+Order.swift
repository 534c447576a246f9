import Domain

extension WorkspaceState {
  /// Moves the marked areas, or the selected one, by a row: all of them or none.
  mutating func moveAreas(by step: Int) -> [Effect] {
    let names = targets
    if let sentence = ghostAmong(names) {
      flash = sentence
      return []
    }
    let ids = names.compactMap { try? Identifier<Area>($0.id) }
    let moved = Set(ids)
    let ordered = board.orderedAreas.map(\.id)
    guard let edge = step < 0 ? ordered.first : ordered.last, !moved.contains(edge) else {
      flash = step < 0 ? "It is the first already." : "It is the last already."
      return []
    }
    var edits: [Edit] = []
    // Those ahead make room for those behind them.
    for id in step < 0 ? ids : ids.reversed() {
      if let area = board[id] { edits += move(area, by: step) }
    }
    sortAreas()
    lastChange = .move(step)
    let what = ids.count == 1 ? board[ids[0]]?.title ?? "" : "\(ids.count) areas"
    flash = "Moved \(what) \(step < 0 ? "up" : "down")."
    return save(edits)
  }

  private mutating func move(_ area: Record<Area>, by step: Int) -> [Edit] {
    let ranks = rankUnranked()
    let ordered = board.orderedAreas
    guard let index = ordered.firstIndex(where: { $0.id == area.id }) else { return [] }
    let target = index + step
    guard ordered.indices.contains(target) else { return ranks }
    let beyond = target + step
    let neighbour = ordered[target].rank
    let other = ordered.indices.contains(beyond) ? ordered[beyond].rank : nil
    guard var moved = board[area.id] else { return [] }
    let (low, high) = step < 0 ? (other, neighbour) : (neighbour, other)
    let rank = Rank.between(low, high)
    guard low ?? "" < rank, high.map({ rank < $0 }) ?? true else {
      // Two neighbours have one rank, or one that leaves no room: all are ranked afresh.
      let afresh = rankAfresh()
      return ranks + afresh + self.move(area, by: step)
    }
    moved.rank = rank
    return ranks + [put(moved)].compactMap(\.self)
  }

  /// Gives every area a rank where some have none, so that one can be put between two others.
  mutating func rankUnranked() -> [Edit] {
    board.orderedAreas.contains { $0.rank == nil } ? rankAfresh() : []
  }

  private mutating func rankAfresh() -> [Edit] {
    var last: String?
    return board.orderedAreas.compactMap { area in
      var area = area
      area.rank = Rank.between(last, nil)
      last = area.rank
      return put(area)
    }
  }
}
