import Domain

/// The marks of all files of a board at one time, to be compared where nobody reports changes.
///
/// A file that is written in place, not replaced, is noticed with the next change of its folder.
struct BoardSnapshot {
  /// The records of one kind.
  private struct FolderMarks {
    let mark: FileMark
    let files: [RecordName: FileMark]

    /// Whether the folder had not changed for one comparison.
    ///
    /// Clocks of file systems are coarse: a folder that changed just then may change again and
    /// keep its time.
    let isSettled: Bool
  }

  private let board: FileMark?
  private let settings: FileMark?
  private var kinds: [Kind: FolderMarks] = [:]

  /// The board as it stands; `nil` where it does not stand, or cannot be reached.
  ///
  /// Folders are opened anew: a network's file system looks for news only then.
  ///
  /// - Parameters:
  ///   - path: The folder of the board.
  ///   - last: The snapshot before; what has settled is taken from there.
  init(of path: String, after last: BoardSnapshot? = nil) {
    guard let folder = try? Folder(board: path, disk: Disk()) else {
      board = nil
      settings = nil
      return
    }
    board = FileMark(of: folder.descriptor)
    settings = FileMark(of: RecordName.board.path, in: folder)
    for kind in Kind.allCases {
      kinds[kind] = BoardSnapshot.marks(of: kind, in: folder, after: last?.kinds[kind])
    }
  }

  private static func marks(
    of kind: Kind, in board: Folder, after last: FolderMarks?
  ) -> FolderMarks? {
    guard let name = kind.folder, let folder = try? board.folder(name),
      let mark = FileMark(of: folder.descriptor)
    else { return nil }
    let isSettled = mark == last?.mark
    if let last, last.isSettled, isSettled { return last }
    var files: [RecordName: FileMark] = [:]
    for entry in (try? folder.entries()) ?? [] {
      guard let record = RecordName(ofFile: entry.name, in: kind) else { continue }
      files[record] = FileMark(of: entry.name, in: folder)
    }
    return FolderMarks(mark: mark, files: files, isSettled: isSettled)
  }

  /// What has happened since another snapshot.
  func changes(since last: BoardSnapshot) -> BoardChanges {
    var changes = BoardChanges()
    // Who was killed changes no file, so others are always looked for.
    changes.concernsVisitors = true
    if let board, !board.isSameFile(as: last.board) { changes.addAnotherFolder() }
    if board == nil, last.board != nil { changes.addAnotherFolder() }
    if settings != last.settings { changes.add(.board) }
    for kind in Kind.allCases {
      let files = kinds[kind]?.files ?? [:]
      let before = last.kinds[kind]?.files ?? [:]
      for (record, mark) in files where before[record] != mark { changes.add(record) }
      for record in before.keys where files[record] == nil { changes.add(record) }
    }
    return changes
  }
}
