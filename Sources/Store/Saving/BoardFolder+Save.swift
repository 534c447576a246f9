package import Domain
import Glibc
import JSON

extension BoardFolder {
  /// Saves an act.
  ///
  /// When this returns, it survives kill -9, a full disk and a power cut. Saving an act again that
  /// is saved already changes nothing.
  ///
  /// - Returns: The records that others have changed meanwhile, as they are now: their edits and
  ///   ours are merged, and two values for one field are both kept.
  /// - Throws: ``StoreError``; nothing has changed then, and nothing will, unless it is
  ///   ``StoreError/unfinished(missing:_:)``, ``StoreError/uncertain(path:_:)`` or
  ///   ``StoreError/unconfirmed(path:_:)``.
  @discardableResult
  package func save(_ act: Act) throws(StoreError) -> [RecordReading] {
    try locked { folder, lock throws(StoreError) in try carryOut(act, in: folder, &lock) }
  }

  /// Does an act while nobody else writes.
  func carryOut(
    _ act: Act, in folder: Folder, _ lock: inout BoardLock
  ) throws(StoreError) -> [RecordReading] {
    let number = try lastAct(in: folder, &lock) + 1
    let files = try files(of: act, in: folder)
    let changed = files.filter(\.isChanged)
    if !changed.isEmpty {
      try PendingFile.stage(changed)
      do throws(StoreError) {
        try commit(act, number, changed, in: folder, &lock)
      } catch {
        PendingFile.discard(changed)
        throw error
      }
    }
    return files.compactMap(\.mergedReading)
  }

  /// Does something while nobody else writes.
  func locked<Result>(
    _ body: (Folder, inout BoardLock) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let folder = try open()
    try refuseUnsafePlace(folder)
    _ = try settingsText(in: folder)
    return try locked(folder, body)
  }

  /// Does something in an open folder while nobody else writes.
  func locked<Result>(
    _ folder: Folder, _ body: (Folder, inout BoardLock) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var lock = try BoardLock.take(of: folder, for: writer, patience: patience)
    let result: Swift.Result<Result, StoreError>
    do throws(StoreError) {
      result = .success(try body(folder, &lock))
    } catch {
      result = .failure(error)
    }
    lock.release()
    return try result.get()
  }

  /// The number of the board's last act, after which nothing is left half done.
  func lastAct(in folder: Folder, _ lock: inout BoardLock) throws(StoreError) -> Int {
    let act: Int
    if let known = lock.lastAct { act = known } else { act = try finishLastAct(in: folder).number }
    lock.settle(act: act)
    guard act < LoggedAct.numbers.upperBound else {
      throw .damaged(
        Problem(
          file: LogFile.folder + "/",
          what: "has an act of number \(act), after which there is none",
          remedy: "Compare the logs with a copy of them, such as another agency's."))
    }
    return act
  }

  /// Writes the act's line, which decides that it is done, and then puts its records in place.
  func commit(
    _ act: Act, _ number: Int, _ files: [PendingFile], in folder: Folder, _ lock: inout BoardLock
  ) throws(StoreError) {
    var log = try log(of: act.stamp.by, in: folder)
    let logged = LoggedAct(
      number: number, stamp: act.stamp, effective: act.effective, edits: files.map(\.logged),
      undoes: act.undoes, previous: log.last.map(Digest.init(of:)))
    let line = logged.line
    let path = log.path
    lock.unsettle()
    try logging(path, &lock, number - 1) { () throws(LogFile.Failure) in try log.append(line) }
    do throws(PendingFile.Failure) {
      try PendingFile.publish(files)
    } catch {
      switch error.extent {
      case .nothing:
        try logging(path, &lock, number - 1) { () throws(LogFile.Failure) in
          try log.takeBack(line, after: error.errno)
        }
        lock.settle(act: number - 1)
        throw .cannotWrite(path: error.record.path, error.errno)
      case .unfinished:
        throw .unfinished(missing: error.record, error.errno)
      case .unconfirmed:
        throw .unconfirmed(path: error.record.path, error.errno)
      }
    }
    lock.settle(act: number)
  }

  /// Opens the log of a writer for one more line.
  func log(of writer: String, in folder: Folder) throws(StoreError) -> LogFile {
    do throws(Errno) {
      return try LogFile.open(of: writer, in: folder)
    } catch {
      let name = LogFile.name(of: writer) + ".jsonl"
      if [EACCES, EPERM].contains(error.code), let logs = try? folder.folder(LogFile.folder),
        logs.holds(name)
      {
        throw .foreignLog(path: logs.path(of: name), writer: writer)
      }
      throw .cannotWrite(path: LogFile.folder + "/", error)
    }
  }

  /// Does something to a log; a refusal that is certain leaves the board as it was after its last
  /// act.
  private func logging(
    _ path: String, _ lock: inout BoardLock, _ lastAct: Int,
    _ body: () throws(LogFile.Failure) -> Void
  ) throws(StoreError) {
    do throws(LogFile.Failure) {
      try body()
    } catch {
      guard error.isCertain else { throw .uncertain(path: path, error.errno) }
      lock.settle(act: lastAct)
      throw .cannotWrite(path: path, error.errno)
    }
  }

  /// The records as the act leaves them, each once, in its order.
  private func files(of act: Act, in folder: Folder) throws(StoreError) -> [PendingFile] {
    var files: [PendingFile] = []
    var places: [RecordName: Int] = [:]
    var folders = RecordFolders(of: folder)
    for edit in act.edits {
      let place = places[edit.record] ?? files.count
      if place == files.count {
        files.append(try PendingFile(of: edit.record, in: &folders))
        places[edit.record] = place
      }
      try files[place].apply(edit, of: act) { () throws(StoreError) in
        try history(of: [edit.record], in: folder).stamps(of: edit.record)
      }
    }
    for index in files.indices { try files[index].check() }
    return files
  }
}
