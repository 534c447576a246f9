package import Domain
import Glibc

/// A copy of a board that was made while others worked with it.
package struct Backup: Sendable {
  /// How many records the copy has.
  package let records: Int

  /// How many acts its logs tell of.
  package let acts: Int

  /// What is wrong with the copy, or was not copied, sorted.
  package let problems: [Problem]
}

extension BoardFolder {
  /// Copies the board into a new or empty folder, while others may save.
  ///
  /// Everything is copied but `locks/`, hidden files and links, with the modes it has, and synced.
  /// Then the copy is recovered and held against its own logs.
  ///
  /// - Parameter path: The folder of the copy; what it stands in must exist.
  /// - Returns: What is in the copy, and what is wrong with it.
  /// - Throws: ``StoreError``; what was copied until then is no board, for it has no `board.json`.
  package func backUp(to path: String) throws(StoreError) -> Backup {
    let source = try open()
    guard source.holds(RecordName.board.path) else { throw .notABoard(path: self.path) }
    if let place = BoardFolder.place(of: path, disk), place.isInside(source) {
      throw .insideBoard(path: path)
    }
    _ = try BoardFolder.makeFolder(at: path)
    let board = BoardFolder(path: path, writer: writer, disk: disk)
    let target = try board.open()
    guard let entries = try? target.entries(), entries.isEmpty else { throw .notEmpty(path: path) }
    // Records first, then logs. An act's line is in its log before its records are in place, so
    // the logs copied later know of every state that was copied before, and recovering the copy
    // brings each record up to them. The other way round there would be records of which no log
    // knows. Half an act cannot be told from an act that somebody takes back just then, and one
    // writer's act may build on another's: so nobody saves while the logs are copied.
    var copy = FolderCopy(disk: disk)
    let settings = try FolderCopy.reading(RecordName.board.path, in: source)
    let others: Set<String> = [
      LogFile.folder, BoardLock.folder, BoardFolder.originals, RecordName.board.path,
    ]
    try copy.contents(of: source, to: target) { !others.contains($0) }
    try copyLogs(&copy, from: source, to: target)
    // An original is there before the act that names it.
    try copy.contents(of: source, to: target) { $0 == BoardFolder.originals }
    // The settings come last: while they are missing, the folder is no board.
    try saving(RecordName.board.path) { () throws(Errno) in
      try target.create(RecordName.board.path, holding: settings)
      try copy.takeMode(of: RecordName.board.path, from: source, to: target)
      try copy.takeMode(from: source, to: target)
      try target.sync()
    }
    let recovered = try board.recover(target, knowing: 0, adoptingAs: nil)
    return Backup(
      records: recovered.comparison.records, acts: recovered.comparison.history.acts.count,
      problems: (copy.problems + recovered.result.left).sorted())
  }

  private func copyLogs(
    _ copy: inout FolderCopy, from source: Folder, to target: Folder
  ) throws(StoreError) {
    guard source.holds(LogFile.folder) else { return }
    try SharedLock.hold(of: source, patience: patience) { _ throws(StoreError) in
      try copy.contents(of: source, to: target) { $0 == LogFile.folder }
    }
  }
}
