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
    guard let (act, log) = try lastLoggedAct(in: folder) else { return (0, []) }
    // Whoever was interrupted may not have waited for the disk: the line is there before what it
    // says is done, here too.
    try saving(log.path) { () throws(Errno) in try log.confirm() }
    var placed: [PendingFile] = []
    var files: [PendingFile] = []
    var folders = RecordFolders(of: folder)
    for edit in act.edits {
      guard var file = try readable(edit.record, in: &folders) else { continue }
      guard file.isLeftBehind(by: edit) else {
        placed.append(file)
        continue
      }
      try file.replay(edit)
      files.append(file)
    }
    try PendingFile.stage(files)
    do throws(PendingFile.Failure) {
      try PendingFile.publish(files)
      try PendingFile.confirm(placed)
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
    _ record: RecordName, in folders: inout RecordFolders
  ) throws(StoreError) -> PendingFile? {
    do throws(StoreError) {
      return try PendingFile(of: record, in: &folders)
    } catch {
      if case .cannotWrite = error { throw error }
      return nil
    }
  }

  /// A log that is there, in its folder.
  private struct Place {
    let name: String
    let logs: Folder

    var path: String { logs.path(of: name) }

    /// Lets the disk confirm all that is in the log.
    func confirm() throws(Errno) {
      _ = try logs.readingLog(name) { file throws(Errno) in
        try logs.disk.make(.sync) { Int(fdatasync(file)) }
      }
    }
  }

  /// The act of the highest number in any log, and the log it stands in.
  private func lastLoggedAct(
    in folder: Folder
  ) throws(StoreError) -> (act: LoggedAct, log: Place)? {
    guard let logs = try logNames(in: folder) else { return nil }
    var last: (act: LoggedAct, log: Place)?
    for name in logs.names {
      let place = Place(name: name, logs: logs.folder)
      guard let act = try lastAct(of: place) else { continue }
      if act.number > last?.act.number ?? 0 { last = (act, place) }
    }
    return last
  }

  /// The last act of a log; where its last line cannot be read, the last one that can.
  ///
  /// - Throws: ``StoreError`` when the system does not let us read it: the board's last act might
  ///   stand in it.
  private func lastAct(of log: Place) throws(StoreError) -> LoggedAct? {
    let line: [UInt8]?
    do throws(Errno) {
      line = try log.logs.readingLog(log.name) { file throws(Errno) in
        try LogTail(of: file).last
      }
    } catch {
      // A link or a folder that looks like a log is none.
      if error == ENOENT || error == ELOOP || error == EISDIR { return nil }
      throw .unreadable(path: log.path, error)
    }
    guard let line else { return nil }
    if let value = try? Value(parsing: line, limits: LogReader.limits),
      let act = try? LoggedAct(value)
    {
      return act
    }
    return LogReader(log.name, in: log.logs).acts.last
  }
}
