package import Domain

extension BoardFolder {
  /// Takes back an act of one's own, by an act that leads its records back.
  ///
  /// Acts are found in the logs, so those of earlier sessions can be taken back, too.
  ///
  /// - Parameters:
  ///   - which: Which act.
  ///   - stamp: Who takes it back, and when.
  ///   - effective: When that came true; `nil` on the day of the stamp.
  /// - Returns: The act that no longer counts, and its records as they are now.
  /// - Throws: ``StoreError``; ``StoreError/nothingToUndo(_:)`` without such an act, and
  ///   ``StoreError/notUndone(_:)`` when somebody has changed a field since.
  package func undo(
    _ which: Undoing, stamp: Stamp, effective: CalendarDate? = nil
  ) throws(StoreError) -> UndoneAct {
    try locked { folder, lock throws(StoreError) in
      // What an interrupted save has left must be whole before it is read.
      _ = try lastAct(in: folder, &lock)
      let history = try history().history
      let act = try target(which, among: history.acts(of: stamp.by))
      // From the last record to the first: what was made for another one goes after it.
      let edits = try act.edits.reversed().map { edit throws(StoreError) in
        try inverse(of: edit, of: act, history, stamp: stamp, in: folder)
      }
      let undo = Act(stamp: stamp, effective: effective, edits: edits, undoes: act.number)
      _ = try carryOut(undo, in: folder, &lock)
      return UndoneAct(act: act, readings: read(act.edits.map(\.record)))
    }
  }

  /// The edit that leads a record from what it says to what it said before an act.
  private func inverse(
    of edit: LoggedAct.Edit, of act: LoggedAct, _ history: History, stamp: Stamp, in folder: Folder
  ) throws(StoreError) -> Edit {
    let record = edit.record
    guard let current = try PendingFile(of: record, in: folder).document else {
      throw .goneMeanwhile(record)
    }
    do {
      let wanted = try history.takingBack(edit, of: act, in: current, stamp: stamp)
      return Edit(record: record, changes: FieldChange.between(current, wanted))
    } catch {
      throw .notUndone(error)
    }
  }

  private func target(_ which: Undoing, among acts: OwnActs) throws(StoreError) -> LoggedAct {
    let act =
      switch which {
      case .last: acts.undoable
      case .undo: acts.redoable
      case .act(let number):
        acts[number].flatMap {
          acts.takenBack.contains(number) || $0.makesTheBoard ? nil : $0
        }
      }
    guard let act else { throw .nothingToUndo(which) }
    return act
  }
}
