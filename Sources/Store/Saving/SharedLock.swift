import Domain
import Glibc

/// The lock of a board as a reader has it: while it is held nobody saves, and others may read.
///
/// Nothing is written for it, so that reading changes nothing.
struct SharedLock: ~Copyable {
  private let file: CInt

  /// Opens the lock without taking it; `nil` where nobody has ever saved.
  private init?(of board: Folder) {
    guard let locks = try? board.folder(BoardLock.folder) else { return nil }
    let file = openat(
      locks.descriptor, BoardLock.name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    self.file = file
  }

  deinit { close(file) }

  /// Does something while nobody saves; where nobody has ever saved, or the file system has no
  /// locks, it is just done.
  ///
  /// - Parameters:
  ///   - board: The board's folder.
  ///   - patience: How long to wait while somebody saves.
  ///   - body: What is done; it is told the number of an act that is known to have been done,
  ///     perhaps not the last one, and 0 where none is.
  /// - Returns: What the body returns.
  /// - Throws: ``StoreError/locked(path:holder:)``, and what the body throws.
  static func hold<Result>(
    of board: Folder, patience: Duration, _ body: (Int) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    guard let lock = SharedLock(of: board) else { return try body(0) }
    let isHad = try? BoardLock.wait(for: lock.file, patience, on: board.disk, sharing: true)
    guard isHad != false else {
      throw .locked(
        path: "\(BoardLock.folder)/\(BoardLock.name)", holder: LockHolder(signedIn: lock.file))
    }
    return try body(LockRest(in: lock.file)?.act ?? 0)
  }

  /// Whether who saved last has said that nothing of the board's last act is missing, or nobody has
  /// ever saved; whoever may hold the lock.
  static func isSettled(_ board: Folder) -> Bool {
    guard let lock = SharedLock(of: board) else { return true }
    return LockRest(in: lock.file)?.isValid(for: board) ?? false
  }
}
