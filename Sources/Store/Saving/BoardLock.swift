import Domain
import Glibc
import JSON

/// The one lock of a board: who holds it may write.
///
/// The file is never removed: two programs could then hold the locks of two files of one name.
struct BoardLock: ~Copyable {
  static let folder = "locks"
  static let name = "board.lock"

  private let file: CInt
  private let board: Folder

  /// The number of the board's last act, when the one who held the lock before left it in order;
  /// `nil` when it may have been interrupted, or nobody can tell.
  private(set) var lastAct: Int?

  /// The number of an act that is known to have been done, perhaps not the last one; 0 for none.
  let knownAct: Int

  private init(file: CInt, of board: Folder) {
    self.file = file
    self.board = board
    let rest = LockRest(in: file)
    lastAct = rest.flatMap { $0.isValid(for: board) ? $0.act : nil }
    knownAct = rest?.act ?? 0
  }

  deinit { close(file) }

  /// Takes note that all acts up to a number are done.
  mutating func settle(act: Int) { lastAct = act }

  /// Takes note that an act may be done by half: who takes the lock next looks.
  mutating func unsettle() { lastAct = nil }

  /// Leaves the lock to others; who was interrupted does not come so far.
  consuming func release() {
    guard let lastAct else { return }
    LockRest(act: lastAct, of: board).write(to: file)
  }

  /// Takes the lock, and asks again for some time while another program holds it.
  static func take(
    of board: Folder, for writer: String, patience: Duration
  ) throws(StoreError) -> BoardLock {
    let locks = try saving(folder + "/") { () throws(Errno) in try board.folder(making: folder) }
    let path = locks.path(of: name)
    let file = try saving(path) { () throws(Errno) in try locks.openLockFile(name) }
    do throws(StoreError) {
      let isOurs = try saving(path) { () throws(Errno) in
        try wait(for: file, patience, on: board.disk)
      }
      guard isOurs else { throw .locked(path: path, holder: LockHolder(signedIn: file)) }
    } catch {
      close(file)
      throw error
    }
    let lock = BoardLock(file: file, of: board)
    LockHolder.sign(file, writer)
    return lock
  }

  /// Whether the lock was free, at once or within a time.
  static func wait(
    for file: CInt, _ patience: Duration, on disk: Disk, sharing: Bool = false
  ) throws(Errno) -> Bool {
    let start = ContinuousClock.now
    var pause = Duration.milliseconds(1)
    while try !lock(file, on: disk, sharing) {
      let left = patience - (ContinuousClock.now - start)
      guard left > .zero else { return false }
      usleep(useconds_t(min(pause, left) / .microseconds(1)))
      pause = min(pause * 2, .milliseconds(50))
    }
    return true
  }

  private static func lock(_ file: CInt, on disk: Disk, _ sharing: Bool) throws(Errno) -> Bool {
    do {
      try disk.make(.lock) { Int(flock(file, (sharing ? LOCK_SH : LOCK_EX) | LOCK_NB)) }
      return true
    } catch {
      guard error == EWOULDBLOCK else { throw error }
      return false
    }
  }
}

/// Tells of a system's refusal that it kept us from saving a file.
func saving<Result: ~Copyable>(
  _ path: String, _ body: () throws(Errno) -> Result
) throws(StoreError) -> Result {
  do {
    return try body()
  } catch {
    throw .cannotWrite(path: path, error)
  }
}
