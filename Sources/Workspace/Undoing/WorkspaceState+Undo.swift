import Domain
import Screen

extension WorkspaceState {
  /// Asks for an act to be taken back or done again, after all that waits to be saved.
  mutating func undo(_ which: Undoing) -> [Effect] {
    flash = which == .undo ? "Doing it again." : "Undoing."
    return saves.add(which, by: stamp, effective: isTodayGiven ? today : nil)
  }

  /// Takes note that an act no longer counts, or counts again, and shows its records as they are.
  mutating func undone(_ undone: UndoneAct) -> [Effect] {
    savedAt = now
    saves.begin(after: undone.leadingBack)
    let effects = received(undone.readings, isOwn: true)
    showRemovalsAndReturns(in: undone)
    follow(undone)
    followAnswers(of: undone)
    followThreats(of: undone)
    risk.scoring?.lastChange = nil
    flash = sentence(undone)
    _ = shelf.moveUp(isSaved: true)
    return effects + saves.saved() + whenAllIsSaved()
  }

  /// Tells why nothing was taken back.
  mutating func notUndone(_ failure: UndoFailure) -> [Effect] {
    isQuitting = false
    switch failure {
    case .nothing(.undo): flash = "Nothing to do again: you have undone nothing since you did more."
    case .nothing: flash = "Nothing of yours is left to undo."
    case .changed(let refusal): flash = "NOT UNDONE: \(sentence(refusal))"
    case .failure(let sentence): flash = "NOT UNDONE: \(sentence)"
    case .uncertain(let sentence):
      tell("NOT CONFIRMED: \(sentence)")
      isStale = true
    }
    _ = shelf.moveUp(isSaved: true)
    return saves.dropped() + whenAllIsSaved()
  }

  /// Keeps the cursor of a plan on the action that was led back: one goes on with it.
  private mutating func follow(_ undone: UndoneAct) {
    let actions = undone.entries.filter { $0.record.kind == .action && board.holds($0.record) }
    guard pane == .plan, let first = actions.first?.record,
      let id = try? Identifier<Action>(first.id)
    else { return }
    sortCells()
    if plan.view == .area, actions.count == 1 { select(action: id) }
    if plan.view == .list, !actions.contains(where: { $0.record == selectedName }) {
      plan.list.select(id)
    }
  }

  /// Puts the cursor back on the cell or the row of what was led back, to go on from there.
  private mutating func followAnswers(of undone: UndoneAct) {
    guard isMatrixShown else { return }
    sortRespondents()
    let answers: [Identifier<Response>] = undone.act.edits.compactMap { $0.record.identifier() }
    if answers.count == 1 {
      select(response: answers[0])
      return
    }
    let partners = undone.act.edits.filter { $0.record.kind == .round }.flatMap(\.changes)
      .filter { $0.path.first == "invitations" && $0.path.count > 1 }.map { $0.path[1] }
    if Set(partners).count == 1, let partner = try? Identifier<Partner>(partners[0]) {
      select(respondent: partner)
    }
  }

  /// Takes a record that one has removed out of its list, or puts it back, or in its former place:
  /// one asked for it, so no ghost is left, and the list may move.
  private mutating func showRemovalsAndReturns(in undone: UndoneAct) {
    let entries = undone.entries.filter { entry in
      entry.fate != .changed || entry.changes.contains { $0.path == ["rank"] }
    }
    guard !entries.isEmpty else { return }
    if let issue = selectedIssue, risk.scoring != nil, board.issues[slot: issue].isDeleted {
      endScoring()
    }
    for pane in visited where entries.contains(where: { pane.kinds.contains($0.record.kind) }) {
      // What has only moved in its cell has moved nowhere else.
      if pane == .plan, entries.allSatisfy({ $0.fate == .changed }) {
        sortCells()
      } else {
        prepare(pane)
      }
    }
  }
}

extension UndoneAct {
  /// What the act had done to each of its records.
  var entries: [HistoryEntry] {
    act.edits.map { HistoryEntry($0, of: act, isTakenBack: true) }
  }

  /// The edits that lead from what the act made to what was before it.
  fileprivate var leadingBack: [Edit] {
    act.edits.map { Edit(record: $0.record, changes: $0.changes.map(\.inverse)) }
  }
}
