import Domain
import Glibc
import JSON

/// The one lock of a board: who holds it may write.
///
/// The file is never removed: two programs could then hold the locks of two files of one name.
struct BoardLock: ~Copyable {
  static let folder = "locks"
  private static let name = "board.lock"

  private let file: CInt

  private init(file: CInt) { self.file = file }

  /// Nobody's name stands in a lock that nobody holds.
  deinit {
    ftruncate(file, 0)
    close(file)
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
    LockHolder.sign(file, writer)
    return BoardLock(file: file)
  }

  /// Whether the lock was free, at once or within a time.
  private static func wait(
    for file: CInt, _ patience: Duration, on disk: Disk
  ) throws(Errno) -> Bool {
    let start = ContinuousClock.now
    var pause = Duration.milliseconds(1)
    while try !lock(file, on: disk) {
      let left = patience - (ContinuousClock.now - start)
      guard left > .zero else { return false }
      usleep(useconds_t(min(pause, left) / .microseconds(1)))
      pause = min(pause * 2, .milliseconds(50))
    }
    return true
  }

  private static func lock(_ file: CInt, on disk: Disk) throws(Errno) -> Bool {
    do {
      try disk.make(.lock) { Int(flock(file, LOCK_EX | LOCK_NB)) }
      return true
    } catch {
      guard error == EWOULDBLOCK else { throw error }
      return false
    }
  }
}

/// Tells of a system's refusal that it kept us from saving a file.
func saving<Result>(
  _ path: String, _ body: () throws(Errno) -> Result
) throws(StoreError) -> Result {
  do {
    return try body()
  } catch {
    throw .cannotWrite(path: path, error)
  }
}
