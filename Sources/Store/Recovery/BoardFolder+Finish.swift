import Domain
import Glibc
import JSON

extension BoardFolder {
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
      // A damaged record is for “socboard recover”, where a person is told what is done.
      guard var file = try? PendingFile(of: edit.record, in: folder), file.isLeftBehind(by: edit)
      else { continue }
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
