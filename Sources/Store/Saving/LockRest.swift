import Domain
import Glibc
import JSON

/// What stands in a lock that nobody holds, so that the next one need not look at every log.
///
/// It is a shortcut, never the truth: whatever else stands there, the logs are looked at.
struct LockRest {
  /// The number of the board's last act, all of which is on the disk.
  let act: Int

  /// The run of the machine in which that was so; after a power cut it need not be.
  let boot: String

  /// How many bytes the logs had; other bytes mean that lines came from elsewhere, as by git.
  let logBytes: Int

  /// What is to stand in the lock of a board after an act.
  init(act: Int, of board: Folder) {
    self.init(act: act, boot: board.disk.boot, logBytes: board.logBytes)
  }

  private init(act: Int, boot: String, logBytes: Int) {
    self.act = act
    self.boot = boot
    self.logBytes = logBytes
  }

  /// Whether it still says how a board is.
  func isValid(for board: Folder) -> Bool {
    boot == board.disk.boot && !boot.isEmpty && logBytes == board.logBytes
  }

  /// Reads a lock that was just taken, or looks at one that others may hold.
  init?(in file: CInt) {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count > 0, let rest = try? Value(parsing: Array(bytes.prefix(count))),
      let act = rest["act"]?.intValue, (0...LoggedAct.highestNumber).contains(act),
      let boot = rest["boot"]?.stringValue,
      let logBytes = rest["logs"]?.intValue
    else { return nil }
    self.init(act: act, boot: boot, logBytes: logBytes)
  }

  func write(to file: CInt) {
    let rest: Value = [
      "act": .number(Number(act)), "boot": .string(boot), "logs": .number(Number(logBytes)),
    ]
    let bytes = rest.canonicalBytes
    ftruncate(file, 0)
    _ = pwrite(file, bytes, bytes.count, 0)
  }
}

extension Folder {
  /// How many bytes the logs of the board in this folder have.
  fileprivate var logBytes: Int {
    guard let logs = try? folder(LogFile.folder), let entries = try? logs.entries() else {
      return 0
    }
    return entries.reduce(0) { bytes, entry in
      var status = stat()
      guard fstatat(logs.descriptor, entry.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        return bytes
      }
      return bytes + Int(status.st_size)
    }
  }
}
