import Domain

extension WorkspaceState {
  mutating func move(_ area: Record<Area>, by step: Int) -> [Effect] {
    let ranks = rankUnranked()
    let ordered = board.orderedAreas
    guard let index = ordered.firstIndex(where: { $0.id == area.id }) else { return [] }
    let target = index + step
    guard ordered.indices.contains(target) else {
      flash = step < 0 ? "It is the first already." : "It is the last already."
      return save(ranks)
    }
    let beyond = target + step
    let neighbour = ordered[target].rank
    let other = ordered.indices.contains(beyond) ? ordered[beyond].rank : nil
    guard var moved = board[area.id] else { return [] }
    let (low, high) = step < 0 ? (other, neighbour) : (neighbour, other)
    let rank = Rank.between(low, high)
    guard low ?? "" < rank, high.map({ rank < $0 }) ?? true else {
      // Two neighbours have one rank, or one that leaves no room: all are ranked afresh.
      return save(rankAfresh()) + self.move(area, by: step)
    }
    moved.rank = rank
    let edit = put(moved)
    sortAreas()
    lastChange = .move(step)
    flash = "Moved \(area.title) \(step < 0 ? "up" : "down")."
    return save(ranks + [edit].compactMap(\.self))
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
