package import Domain
import JSON

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
  /// - Throws: ``StoreError``; ``StoreError/nothingToUndo(_:)`` and
  ///   ``StoreError/cannotUndo(_:_:)`` without such an act, and ``StoreError/notUndone(_:)`` when
  ///   somebody has changed a field since, settled a conflict about it, or written records that
  ///   name one that the act made.
  package func undo(
    _ which: Undoing, stamp: Stamp, effective: CalendarDate? = nil
  ) throws(StoreError) -> UndoneAct {
    try locked { folder, lock throws(StoreError) in
      // What an interrupted save has left must be whole before it is read.
      _ = try lastAct(in: folder, &lock)
      let own = try acts(of: stamp.by, in: folder)
      let act = try target(which, among: own)
      let edits = try edits(takingBack: act, among: own, stamp: stamp, in: folder)
      if let refusal = try whatRests(on: act, among: own) { throw .notUndone(refusal) }
      let undo = Act(stamp: stamp, effective: effective, edits: edits, undoes: act.number)
      _ = try carryOut(undo, in: folder, &lock)
      return UndoneAct(act: act, readings: read(act.edits.map(\.record)))
    }
  }

  /// The edits that lead an act's records from what they say to what they said before it.
  private func edits(
    takingBack act: LoggedAct, among own: OwnActs, stamp: Stamp, in folder: Folder
  ) throws(StoreError) -> [Edit] {
    let records = act.edits.map(\.record)
    let history = try history(of: Set(records), in: folder)
    var documents: [RecordName: Value] = [:]
    var folders = RecordFolders(of: folder)
    for record in records {
      guard let current = try PendingFile(of: record, in: &folders).document else {
        throw .goneMeanwhile(record)
      }
      documents[record] = current
    }
    do {
      return try history.takingBack(act, in: documents, stamp: stamp)
    } catch {
      var refusal = error
      if act.undoes == nil { refusal.earlier = own.undoable(before: act.number)?.number }
      throw .notUndone(refusal)
    }
  }

  /// Why the records that an act made cannot be removed: others, which it did not write, name them.
  private func whatRests(
    on act: LoggedAct, among own: OwnActs
  ) throws(StoreError) -> UndoRefusal? {
    let made = act.edits.filter { $0.before == nil }.map(\.record)
    guard !made.isEmpty else { return nil }
    let board = try load().board
    let written = Set(act.edits.map(\.record))
    for record in made {
      let resting = board.names(pointingAt: record).filter { !written.contains($0) }
      guard !resting.isEmpty else { continue }
      return UndoRefusal(
        act: act.number, record: record, field: [], found: nil, since: nil, resting: resting,
        earlier: own.undoable(before: act.number)?.number)
    }
    return nil
  }

  private func target(_ which: Undoing, among acts: OwnActs) throws(StoreError) -> LoggedAct {
    let act: LoggedAct? =
      switch which {
      case .last: acts.undoable
      case .undo: acts.redoable
      case .act(let number): try self.act(number, among: acts)
      }
    guard let act else { throw .nothingToUndo(which) }
    return act
  }

  private func act(_ number: Int, among acts: OwnActs) throws(StoreError) -> LoggedAct {
    guard let act = acts[number] else { throw .cannotUndo(number, .notOwn) }
    if act.makesTheBoard { throw .cannotUndo(number, .makesTheBoard) }
    if acts.takenBack.contains(number) { throw .cannotUndo(number, .takenBack) }
    return act
  }
}
