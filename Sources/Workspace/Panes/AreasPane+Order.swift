import Domain

extension WorkspaceState {
  mutating func move(_ area: Record<Area>, by step: Int) -> [Effect] {
    let ranks = rankUnranked()
    let ordered = board.orderedAreas
    guard let index = ordered.firstIndex(where: { $0.id == area.id }) else { return [] }
    let target = index + step
    guard ordered.indices.contains(target) else {
      flash = step < 0 ? "It is the first already." : "It is the last already."
      return saves.add(ranks)
    }
    let beyond = target + step
    let neighbour = ordered[target].rank
    let other = ordered.indices.contains(beyond) ? ordered[beyond].rank : nil
    guard var moved = board[area.id] else { return [] }
    moved.rank = step < 0 ? Rank.between(other, neighbour) : Rank.between(neighbour, other)
    let edit = put(moved)
    sortAreas()
    flash = "Moved \(area.title) \(step < 0 ? "up" : "down")."
    return saves.add(ranks + [edit].compactMap(\.self))
  }

  /// Gives every area a rank where some have none, so that one can be put between two others.
  mutating func rankUnranked() -> [Edit] {
    let ordered = board.orderedAreas
    guard ordered.contains(where: { $0.rank == nil }) else { return [] }
    var last: String?
    return ordered.compactMap { area in
      var area = area
      area.rank = Rank.between(last, nil)
      last = area.rank
      return put(area)
    }
  }
}
