package import Domain

/// What one key does to an action.
package enum ActionDeed: Equatable, Sendable {
  /// It is grouped under a P.
  case put(under: Identifier<P>)
  /// It moves down in its cell by so many places.
  case move(Int)
  case clearStatus
  case remove

  /// The command that must be on where it is repeated; that of a P is on wherever an action is.
  var command: Command {
    switch self {
    case .put: .changeAction
    case .move(let step): step < 0 ? .raiseAction : .lowerAction
    case .clearStatus: .clearStatus
    case .remove: .removeAction
    }
  }
}

extension WorkspaceState {
  /// Does to some actions what a key says, in one act: to all of them or to none.
  mutating func perform(_ deed: ActionDeed, on ids: [Identifier<Action>]) -> [Effect] {
    let actions = ids.compactMap { board[$0] }
    guard let first = actions.first else { return [] }
    if let reason = ghostAmong(actions.map(\.recordName)) ?? whyNot(deed, actions) {
      flash = reason
      return []
    }
    // Those ahead make room for those behind them.
    let isDown = if case .move(let step) = deed { step > 0 } else { false }
    let isFollowed = ids == [selectedAction?.id] && deed != .remove
    let act = (isDown ? ids.reversed() : ids).flatMap { edits(deed, on: $0) }
    if deed == .remove {
      let removed = Set(ids)
      let left = plan.list.rows.filter { !removed.contains($0) }
      plan.list.show(left, of: max(0, plan.list.total - actions.count))
    }
    lastChange = .deed(deed)
    let what = actions.count == 1 ? quoted(first) : "\(actions.count) actions"
    flash = act.isEmpty ? "Nothing was changed." : sentence(deed, what)
    if isFollowed { select(action: first.id) }
    return save(act)
  }

  /// Why not all of the actions can move, as a sentence; `nil` when they can.
  private func whyNot(_ deed: ActionDeed, _ actions: [Record<Action>]) -> String? {
    guard case .move(let step) = deed else { return nil }
    for action in actions {
      let row = row(of: action)
      guard let index = row.firstIndex(of: action.id) else { return "It is in no plan." }
      guard row.indices.contains(index + step) else {
        return step < 0 ? "It is the first already." : "It is the last already."
      }
    }
    return nil
  }

  private func sentence(_ deed: ActionDeed, _ what: String) -> String {
    switch deed {
    case .put(let p): "Moved \(what) to \(board.title(of: p))"
    case .move(let step): "Moved \(what) \(step < 0 ? "up" : "down")"
    case .clearStatus: "\(what): nobody has said the status"
    case .remove: "Removed \(what)"
    }
  }

  private mutating func edits(_ deed: ActionDeed, on id: Identifier<Action>) -> [Edit] {
    guard var action = board[id] else { return [] }
    switch deed {
    case .put(let p):
      guard action.p != p else { return [] }
      action.p = p
      return rank(&action) + [put(action: action)].compactMap(\.self)
    case .move(let step): return move(action, by: step)
    case .clearStatus:
      action.status = nil
      return [put(action: action)].compactMap(\.self)
    case .remove:
      action.header.deleted = stamp
      marks.remove(action.recordName)
      let edit = put(action: action)
      marks.remove(action.recordName)
      return [edit].compactMap(\.self)
    }
  }

  // MARK: Order

  /// The actions among which one can be moved: those of its cell, and of its phase.
  private func row(of action: Record<Action>) -> [Identifier<Action>] {
    board.ordered(summaries[action.area].cells[action.p]?.actions ?? [])
      .filter { $0.phase == action.phase }.map(\.id)
  }

  private mutating func move(_ action: Record<Action>, by step: Int) -> [Edit] {
    var row = row(of: action)
    guard let index = row.firstIndex(of: action.id), row.indices.contains(index + step) else {
      return []
    }
    row.remove(at: index)
    row.insert(action.id, at: index + step)
    return rank(row, moving: index + step)
  }

  /// Ranks an action behind all others of the cell it comes to.
  ///
  /// - Returns: The edits by which the others get a rank that had none.
  mutating func rank(_ action: inout Record<Action>) -> [Edit] {
    let row = row(of: action).filter { $0 != action.id }
    let changes = Rank.changes(moving: row.count, in: row.map { board[$0]?.rank } + [nil])
    action.rank = changes[row.count]
    return row.enumerated().compactMap { place, id in
      changes[place].flatMap { give(id, rank: $0) }
    }
  }

  private mutating func rank(_ row: [Identifier<Action>], moving place: Int) -> [Edit] {
    Rank.changes(moving: place, in: row.map { board[$0]?.rank }).sorted { $0.key < $1.key }
      .compactMap { give(row[$0.key], rank: $0.value) }
  }

  private mutating func give(_ id: Identifier<Action>, rank: String) -> Edit? {
    guard var action = board[id] else { return nil }
    action.rank = rank
    return put(action: action)
  }
}
