package import Domain

/// Which act of the writer's own is to be taken back.
package enum Undoing: Hashable, Sendable {
  /// The last one that still stands.
  case last

  /// The last undo, so that what it took back is done again.
  case undo

  /// The act of a number.
  case act(Int)
}

/// An act that was taken back.
package struct UndoneAct: Sendable {
  /// The act that no longer counts; an undo itself when something was done again.
  package let act: LoggedAct

  /// The records as they are now.
  package let readings: [RecordReading]
}

extension BoardFolder {
  /// Takes back an act of one's own, by an act that leads every field back.
  ///
  /// Acts are found in the writer's log, so those of earlier sessions can be taken back, too.
  ///
  /// - Parameters:
  ///   - which: Which act.
  ///   - stamp: Who takes it back, and when.
  ///   - effective: When that came true; `nil` on the day of the stamp.
  /// - Returns: The act that no longer counts, and the records as they are then.
  /// - Throws: ``StoreError``; ``StoreError/nothingToUndo(_:)`` without such an act, and
  ///   ``StoreError/notUndone(act:_:_:)`` when somebody has changed a field since.
  package func undo(
    _ which: Undoing, stamp: Stamp, effective: CalendarDate? = nil
  ) throws(StoreError) -> UndoneAct {
    try locked { folder, lock throws(StoreError) in
      // First of all, so that an act that is half done is seen whole.
      _ = try lastAct(in: folder, &lock)
      let own = try ownActs(of: stamp.by, in: folder)
      let act = try target(which, among: own)
      for edit in act.edits where edit.before == nil {
        try refuseWhereChanged(edit, of: act, in: folder)
      }
      let inverse = act.inverse(stamp: stamp, effective: effective)
      do throws(StoreError) {
        _ = try carryOut(inverse, in: folder, &lock)
      } catch .changedMeanwhile(let record, let refusal) {
        throw .notUndone(act: act.number, record, refusal)
      }
      return UndoneAct(act: act, readings: read(act.edits.map(\.record)))
    }
  }

  /// A record that was made is not removed when it says more by now.
  private func refuseWhereChanged(
    _ edit: LoggedAct.Edit, of act: LoggedAct, in folder: Folder
  ) throws(StoreError) {
    let since = try PendingFile(of: edit.record, in: folder).changes(since: edit)
    guard let change = since.first(where: { !$0.isStamp }) else { return }
    let refusal = EditRefusal.changedMeanwhile(
      field: change.field, found: change.new, wanted: change.old)
    throw .notUndone(act: act.number, edit.record, refusal)
  }

  private func target(_ which: Undoing, among acts: OwnActs) throws(StoreError) -> LoggedAct {
    switch which {
    case .last:
      guard let act = acts.undoable else { throw .nothingToUndo(which) }
      return act
    case .undo:
      guard let act = acts.redoable else { throw .nothingToUndo(which) }
      return act
    case .act(let number):
      guard let act = acts[number], !acts.isTakenBack(number), !act.makesTheBoard else {
        throw .nothingToUndo(which)
      }
      return act
    }
  }
}
