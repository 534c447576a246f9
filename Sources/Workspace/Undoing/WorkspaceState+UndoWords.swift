import Domain
import JSON
import Screen

extension WorkspaceState {
  /// What was undone or done again, as `Undone: volume of CSE 3 → 0.5 (10:42). U does it again.`.
  func sentence(_ undone: UndoneAct) -> String {
    let entries = undone.entries
    guard let first = telling(entries) else { return "Undone." }
    let isUndo = undone.act.undoes == nil
    let what = entries.count == 1 ? single(first) : several(entries, first, isUndo: isUndo)
    return isUndo
      ? "Undone: \(what) (\(when(undone.act.stamp.at))). U does it again."
      : "Done again: \(what). u undoes."
  }

  /// The part of an act that tells most.
  ///
  /// It is what the act did to the most records of a kind, and of those to what was there before. What
  /// it adds to the board's settings or to other lists is on the way.
  private func telling(_ entries: [HistoryEntry]) -> HistoryEntry? {
    let counts = Dictionary(grouping: entries, by: \.record.kind).mapValues(\.count)
    func weight(_ entry: HistoryEntry) -> Int {
      entry.record == .board
        ? 0 : 2 * (counts[entry.record.kind] ?? 0) + (entry.fate == .changed ? 1 : 0)
    }
    // Of several that weigh the same, the first.
    return entries.max { weight($0) < weight($1) }
  }

  /// What an act on one record did, with how many of its fields go unnamed.
  private func single(_ entry: HistoryEntry) -> String {
    if let invitations = invitations(in: entry) { return invitations }
    let others = entry.fate == .changed ? board.lines(of: entry).count - 1 : 0
    return deed(entry)
      + (others > 0 ? " and \(others) more field\(others == 1 ? "" : "s")" : "")
  }

  /// What an act did to how many records of which kind, and what becomes of the first.
  private func several(
    _ entries: [HistoryEntry], _ first: HistoryEntry, isUndo: Bool
  ) -> String {
    let records = [first.record] + entries.map(\.record).filter { $0 != first.record }
    let verb = verb(entries.filter { $0.record.kind == .issue }, isUndo: isUndo)
    let settings = entries.first { $0.record == .board }.map { ", \(deed($0))" } ?? ""
    // What was added to the settings has no title any more.
    let fate = settings.isEmpty ? "; the first: \(invitations(in: first) ?? deed(first))" : ""
    return verb + records.filter { $0 != .board }.counted + settings + fate
  }

  /// What was decided of all issues of an act, as `dismissed `; empty where it was not one thing.
  private func verb(_ issues: [HistoryEntry], isUndo: Bool) -> String {
    let stages = Set(
      issues.map { entry -> Value? in
        entry.changes.first { $0.path == ["stage"] }.flatMap { isUndo ? $0.new : $0.old }
      })
    guard stages.count == 1, case .string(let stage)?? = stages.first else { return "" }
    return stage == Issue.Stage.emerging.rawValue ? "brought back " : "\(stage) "
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
      // A field of the record itself tells more than an entry in one of its lists, and the stage most.
      let telling =
        changes.first { $0.path == ["stage"] }
        ?? changes.first { $0.path.count == 1 && $0.path != ["rank"] }
      if telling == nil, entry.record == .board { return settings(in: changes) }
      guard let change = telling ?? changes.first ?? entry.changes.first else { return title }
      if change.path.first == "statusHistory" { return "what was said of the status of \(title)" }
      if change.path == ["rank"] { return "\(title) in its former place" }
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

  /// Which of the board's own lists were changed, as `golden themes of the board`.
  private func settings(in changes: [FieldChange]) -> String {
    let lists = Set(changes.compactMap(\.path.first)).sorted()
    return "\(lists.map { board.title(of: [$0], in: .board) }.list) of the board"
  }

  /// A record as one calls all of it: a scorecard is the score of its issue.
  private func whole(_ record: RecordName) -> String {
    let title = board.title(of: subject(of: record)) ?? "\(record)"
    return record.kind == .scorecard ? "the score of \(title)" : title
  }

  /// Why an act was not taken back, and what can be done instead.
  func sentence(_ refusal: UndoRefusal) -> String {
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
