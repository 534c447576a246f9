package import Domain
import Glibc
import JSON

extension BoardFolder {
  /// Puts in order what a crash, a failing disk or somebody's hand has left of a board.
  ///
  /// The last act is finished, half lines of logs are put aside, what interrupted saves have left is
  /// taken away, and damaged, missing and outdated records are made anew from the logs; a damaged
  /// file is kept beside the new one. Records that were changed outside socboard are left alone.
  ///
  /// - Parameter adopter: Who takes what was changed outside socboard into the log, and when; `nil`
  ///   leaves it out of the log.
  /// - Returns: What was done, and what is left to people.
  /// - Throws: ``StoreError``; what was done until then stands, and doing it again goes on from
  ///   there.
  package func recover(adoptingAs adopter: Stamp? = nil) throws(StoreError) -> Recovery {
    let folder = try open()
    try refuseUnsafePlace(folder)
    try refuseStranger(folder)
    return try locked(folder) { folder, lock throws(StoreError) in
      // The lock may know of acts that were taken out of the logs: their numbers stay theirs.
      let known = lock.knownAct
      lock.unsettle()
      let recovery = try recover(folder, knowing: known, adoptingAs: adopter)
      // A last act that may be half done is looked at again by the next save.
      if recovery.isFinished { lock.settle(act: max(known, recovery.lastAct)) }
      return recovery.result
    }
  }

  /// Refuses a folder that is no board, and one that a newer program writes.
  private func refuseStranger(_ folder: Folder) throws(StoreError) {
    do throws(StoreError) {
      _ = try settingsText(in: folder)
    } catch .damaged {
      // That is what we are here for.
    } catch .notABoard(let path) {
      guard try history(in: folder).history.acts(on: .board).first != nil else {
        throw .notABoard(path: path)
      }
    }
  }

  /// Recovers a board in a folder in which nobody else writes.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - known: The number of the last act known to have been done; 0 where none is.
  ///   - adopter: Who adopts what was changed outside socboard.
  /// - Returns: What was done, and how the records and the logs are after it.
  /// - Throws: ``StoreError`` where the disk refuses.
  func recover(
    _ folder: Folder, knowing known: Int, adoptingAs adopter: Stamp?
  ) throws(StoreError) -> RecoveredFolder {
    var (steps, isFinished) = try finishedSteps(in: folder)
    steps += try putTornLinesAside(in: folder)
    var comparison = try comparison(in: folder, knowing: known, adopter)
    steps += try rebuild(comparison.findings, in: folder)
    steps += removeLeftovers(in: folder)
    if let adopter {
      let number = max(known, comparison.lastAct) + 1
      steps += try adopt(comparison.findings, as: adopter, number, in: folder)
    }
    if !steps.isEmpty { comparison = try self.comparison(in: folder, knowing: known, adopter) }
    return RecoveredFolder(
      result: Recovery(steps: steps, left: comparison.allProblems), isFinished: isFinished,
      comparison: comparison)
  }

  private func comparison(
    in folder: Folder, knowing known: Int, _ adopter: Stamp?
  ) throws(StoreError) -> LogComparison {
    try LogComparison(of: self, in: folder, knowing: known, knowsUnlogged: adopter != nil)
  }

  private func finishedSteps(
    in folder: Folder
  ) throws(StoreError) -> (steps: [Recovery.Step], isFinished: Bool) {
    do throws(StoreError) {
      let (number, finished) = try finishLastAct(in: folder)
      let steps = finished.map {
        Recovery.Step(file: $0.path, what: "act \(number) was finished")
      }
      return (steps, true)
    } catch .damaged, .unreadableAfterwards {
      // The comparison tells of it.
      return ([], false)
    } catch .cannotWrite(_, let error) where [EACCES, EPERM].contains(error.code) {
      // What we may do to the other records is done all the same.
      return ([], false)
    }
  }

  private func putTornLinesAside(in folder: Folder) throws(StoreError) -> [Recovery.Step] {
    guard let logs = try logNames(in: folder) else { return [] }
    return logs.names.compactMap { name in
      // Where it may not be done, the reading of the log says so.
      guard let torn = try? LogFile.putAsideTorn(name, in: logs.folder) else { return nil }
      return Recovery.Step(
        file: logs.folder.path(of: name),
        what: "half a line, of a save that was never confirmed, was put aside in \(torn)")
    }
  }

  /// Takes away what interrupted saves have left beside the records.
  private func removeLeftovers(in folder: Folder) -> [Recovery.Step] {
    let folders =
      [folder] + Kind.allCases.compactMap { $0.folder.flatMap { try? folder.folder($0) } }
    return folders.flatMap { folder -> [Recovery.Step] in
      let names = ((try? folder.hiddenNames()) ?? []).filter(PendingFile.isLeftover).sorted()
      return names.compactMap { name in
        guard (try? folder.remove(name)) != nil else { return nil }
        return Recovery.Step(
          file: folder.path(of: visible(name)), what: "was removed, left from an interrupted save")
      }
    }
  }
}

/// A folder as a recovery leaves it.
struct RecoveredFolder {
  let result: Recovery

  /// Whether nothing of the board's last act is missing.
  let isFinished: Bool
  let comparison: LogComparison

  /// The number of the board's last act; 0 without one.
  var lastAct: Int { comparison.lastAct }
}
