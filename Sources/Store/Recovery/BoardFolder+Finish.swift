package import Domain
import Glibc
import JSON

extension BoardFolder {
  /// Finishes the board's last act where a save was interrupted, and nobody else is saving.
  ///
  /// Where nothing is to be done, nothing is written.
  ///
  /// - Returns: The records that were put in place.
  /// - Throws: ``StoreError`` where that cannot be done; the next save tries it again.
  package func finishInterruptedSave() throws(StoreError) -> [RecordName] {
    if SharedLock.isSettled(try open()) { return [] }
    let inPassing = BoardFolder(path: path, writer: writer, patience: .zero, disk: disk)
    return try inPassing.locked { folder, lock throws(StoreError) in
      guard lock.lastAct == nil else { return [] }
      let (number, finished) = try finishLastAct(in: folder)
      lock.settle(act: number)
      return finished
    }
  }

  /// Puts the records in place that the board's last act has left behind.
  ///
  /// Acts are done one after the other, so only the last one can be done by half: its line stands in
  /// a log, and some of its records may still be as they were before it. Who calls this holds the
  /// lock.
  ///
  /// - Returns: The number of the last act, 0 without one, and the records put in place.
  func finishLastAct(
    in folder: Folder
  ) throws(StoreError) -> (number: Int, finished: [RecordName]) {
    guard let act = try lastLoggedAct(in: folder) else { return (0, []) }
    var files: [PendingFile] = []
    for edit in act.edits {
      guard var file = try readable(edit.record, in: folder), file.isLeftBehind(by: edit) else {
        continue
      }
      try file.replay(edit)
      files.append(file)
    }
    guard !files.isEmpty else { return (act.number, []) }
    try PendingFile.stage(files)
    do throws(PendingFile.Failure) {
      try PendingFile.publish(files)
    } catch {
      PendingFile.discard(files)
      throw .cannotWrite(path: error.record.path, error.errno)
    }
    return (act.number, files.map(\.record))
  }

  /// The record as it stands; `nil` where it is damaged, which is for “socboard recover”, where a
  /// person is told what is done.
  ///
  /// - Throws: ``StoreError/cannotWrite(path:_:)`` where we may not look: somebody who may has to
  ///   finish the act, before another one hides that it is not.
  private func readable(
    _ record: RecordName, in folder: Folder
  ) throws(StoreError) -> PendingFile? {
    do throws(StoreError) {
      return try PendingFile(of: record, in: folder)
    } catch {
      if case .cannotWrite = error { throw error }
      return nil
    }
  }

  /// The act of the highest number in any log.
  private func lastLoggedAct(in folder: Folder) throws(StoreError) -> LoggedAct? {
    guard let logs = try logNames(in: folder) else { return nil }
    var last: LoggedAct?
    for name in logs.names {
      guard let act = lastAct(of: name, in: logs.folder) else { continue }
      if act.number > last?.number ?? 0 { last = act }
    }
    return last
  }

  /// The last act of a log; where its last line cannot be read, the last one that can.
  private func lastAct(of name: String, in logs: Folder) -> LoggedAct? {
    let tail = try? logs.readingLog(name) { file throws(Errno) in try LogTail(of: file) }
    guard let line = tail?.last else { return nil }
    if let value = try? Value(parsing: line, limits: LogReader.limits),
      let act = try? LoggedAct(value)
    {
      return act
    }
    return LogReader(name, in: logs).acts.last
  }
}
