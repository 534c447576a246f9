package import Domain
import Glibc
package import JSON

extension BoardFolder {
  /// Makes a board of some records, with a folder for every kind.
  ///
  /// The folder may exist while it is empty (hidden files do not count). After an error nothing is
  /// left of the board, unless it is ``StoreError/unconfirmed(path:_:)``.
  ///
  /// - Parameters:
  ///   - path: The board's folder; what it stands in must exist.
  ///   - records: The records as they stand in their files; one of them is the board's settings.
  ///   - stamp: Who makes it, and when: the first line of its log.
  ///   - disk: The disk; a test gives one that fails.
  /// - Throws: ``StoreError``.
  package static func create(
    at path: String, records: [(RecordName, Value)], stamp: Stamp, disk: Disk = Disk()
  ) throws(StoreError) {
    let names = records.map(\.0)
    precondition(names.contains(.board), "A board has settings.")
    precondition(Set(names).count == names.count, "A board has one record of a name.")
    try refuseUnsafePlace(for: path, disk)
    let isOurs = try makeFolder(at: path)
    let folder = try BoardFolder(path: path, disk: disk).open()
    guard let entries = try? folder.entries(), entries.isEmpty else {
      throw .notEmpty(path: path)
    }
    do {
      try fill(folder, with: records, stamp)
    } catch {
      if case .unconfirmed = error { throw error }
      empty(folder, of: names, by: stamp.by)
      if isOurs { rmdir(path) }
      throw error.withNothingLeft
    }
  }

  /// The folders that a board begins with.
  private static var folderNames: [String] {
    Kind.allCases.compactMap(\.folder) + [BoardLock.folder, LogFile.folder]
  }

  /// Makes the folder unless it is there; whether it was made.
  static func makeFolder(at path: String) throws(StoreError) -> Bool {
    if mkdir(path, 0o770) == 0 {
      // After mkdir, because the umask takes from the mode that mkdir is given.
      chmod(path, 0o2770)
      return true
    }
    guard errno == EEXIST else { throw .cannotWrite(path: path, .last) }
    return false
  }

  private static func fill(
    _ folder: Folder, with records: [(RecordName, Value)], _ stamp: Stamp
  ) throws(StoreError) {
    for name in folderNames {
      try saving(name + "/") { () throws(Errno) in try folder.make(folder: name) }
    }
    var files: [PendingFile] = []
    var folders = RecordFolders(of: folder)
    // The settings come last: while they are missing, the folder is no board.
    for (name, value) in records.filter({ $0.0 != .board }) + records.filter({ $0.0 == .board }) {
      var file = try PendingFile(making: name, saying: value, in: &folders)
      try file.check()
      files.append(file)
    }
    try PendingFile.stage(files)
    do throws(StoreError) {
      var lock = try BoardLock.take(of: folder, for: stamp.by, patience: .zero)
      let board = BoardFolder(path: "", disk: folder.disk)
      try board.commit(Act(stamp: stamp, edits: []), 1, files, in: folder, &lock)
      lock.release()
    } catch {
      PendingFile.discard(files)
      throw error
    }
  }

  private static func empty(_ folder: Folder, of records: [RecordName], by writer: String) {
    try? folder.folder(BoardLock.folder).remove(BoardLock.name)
    try? folder.folder(LogFile.folder).remove(LogFile.name(of: writer) + ".jsonl")
    for record in records {
      guard let name = record.kind.folder else {
        try? folder.remove(record.fileName)
        continue
      }
      try? folder.folder(name).remove(record.fileName)
    }
    for name in folderNames { try? folder.remove(folder: name) }
  }
}

extension StoreError {
  /// The error where all that was written has been taken away again.
  fileprivate var withNothingLeft: StoreError {
    switch self {
    case .unfinished(let record, let error): .cannotWrite(path: record.path, error)
    case .uncertain(let path, let error): .cannotWrite(path: path, error)
    default: self
    }
  }
}
