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

// MARK: Words

extension WorkspaceState {
  /// What was undone or done again, as `Undone: volume of CSE 3 → 0.5 (10:42). U does it again.`.
  private func sentence(_ undone: UndoneAct) -> String {
    // What an act adds on the way, such as a partner, comes before what it is about.
    guard let entry = undone.entries.first(where: { $0.fate == .changed }) ?? undone.entries.last
    else { return "Undone." }
    let invitations = invitations(in: entry)
    let lines =
      entry.fate == .changed && invitations == nil ? board.lines(of: entry).count - 1 : 0
    let others = undone.entries.count - 1 + lines
    let more = others > 0 ? " and \(others) more" : ""
    let what = (invitations ?? deed(entry)) + more
    return undone.act.undoes == nil
      ? "Undone: \(what) (\(when(undone.act.stamp.at))). U does it again."
      : "Done again: \(what). u undoes."
  }

  /// What an act says of the invitations to a round, as `the reminder of Fire`; `nil` where it says
  /// something else.
  private func invitations(in entry: HistoryEntry) -> String? {
    let changes = entry.changes.filter { !$0.isStamp }
    guard entry.record.kind == .round, entry.fate == .changed, !changes.isEmpty,
      changes.allSatisfy({ $0.path.first == "invitations" && $0.path.count > 1 })
    else { return nil }
    let partners = Set(changes.map { $0.path[1] }).map { id in
      (try? Identifier<Partner>(id)).map(name(of:)) ?? id
    }.sorted()
    let whose = partners.count > 3 ? "\(partners.count) partners" : partners.list
    let fields = Set(changes.map { $0.path.count > 2 ? $0.path[2] : "" })
    let isOne = partners.count == 1
    return switch fields {
    case ["reminders"]: "\(isOne ? "the reminder" : "the reminders") of \(whose)"
    case ["undelivered"]: "what came back from \(whose)"
    case ["sent"]: "when \(whose) \(isOne ? "was" : "were") written to"
    default: "what was noted on the \(isOne ? "invitation" : "invitations") of \(whose)"
    }
  }

  /// What becomes of a record as its part of an act is taken back.
  private func deed(_ entry: HistoryEntry) -> String {
    let title = board.title(of: subject(of: entry.record)) ?? "\(entry.record)"
    switch entry.fate {
    case .added: return "\(whole(entry.record)) is removed"
    case .restored: return "\(whole(entry.record)) is removed again"
    case .removed: return "\(whole(entry.record)) is back"
    case .changed:
      // That two values were noted tells less than the field that has them.
      let changes = entry.changes.filter { $0.path != ["conflicts"] }
      // A field of the record itself tells more than an entry in one of its lists.
      let telling = changes.first { $0.path.count == 1 && $0.path != ["rank"] }
      guard let change = telling ?? changes.first ?? entry.changes.first else { return title }
      if change.path.first == "statusHistory" { return "what was said of the status of \(title)" }
      if change.path.last == "rank" { return "\(title) in its former place" }
      let back = change.inverse
      let field = board.title(of: back.path, in: entry.record)
      let place = back.path == ["title"] ? "" : " of \(title)"
      let (old, new) = (
        board.words(for: back.old, in: back.path, of: entry.record),
        board.words(for: back.new, in: back.path, of: entry.record)
      )
      return "\(field)\(place) \(old.cut(to: 30)) → \(new.cut(to: 30))"
    }
  }

  /// A record as one calls all of it: a scorecard is the score of its issue.
  private func whole(_ record: RecordName) -> String {
    let title = board.title(of: subject(of: record)) ?? "\(record)"
    return record.kind == .scorecard ? "the score of \(title)" : title
  }

  /// Why an act was not taken back, and what can be done instead.
  private func sentence(_ refusal: UndoRefusal) -> String {
    reason(refusal) + (refusal.wayOut.map { " \($0)" } ?? "")
  }

  /// Who changed what since, as in `anna has changed volume of CSE since (10:50), to 3.`.
  private func reason(_ refusal: UndoRefusal) -> String {
    if let first = refusal.resting.first {
      let others = refusal.resting.count > 1 ? " and \(refusal.resting.count - 1) more" : ""
      let title = board.title(of: first).map { "“\($0.cut(to: 40))”" } ?? "\(first)"
      return "\(title)\(others) would be left without \(whole(refusal.record))."
    }
    let who =
      refusal.since.map { $0.by == writer ? "you have" : "\(person($0.by)) has" } ?? "somebody has"
    let time = refusal.since.map { " (\(when($0.at)))" } ?? ""
    if refusal.field.first == "deleted" {
      let deed = refusal.found == nil ? "put back" : "removed"
      return "\(who) \(deed) \(whole(refusal.record)) since\(time)."
    }
    let title = board.title(of: subject(of: refusal.record)) ?? "\(refusal.record)"
    let field = board.title(of: refusal.field, in: refusal.record)
    let found = board.words(for: refusal.found, in: refusal.field, of: refusal.record)
    let (deed, to) = refusal.isSettled ? ("settled", "for") : ("changed", "to")
    return "\(who) \(deed) \(field) of \(title) since\(time), \(to) \(found.cut(to: 40))."
  }
}

extension UndoneAct {
  /// What the act had done to each of its records.
  fileprivate var entries: [HistoryEntry] {
    act.edits.map { HistoryEntry($0, of: act, isTakenBack: true) }
  }

  /// The edits that lead from what the act made to what was before it.
  fileprivate var leadingBack: [Edit] {
    act.edits.map { Edit(record: $0.record, changes: $0.changes.map(\.inverse)) }
  }
}
