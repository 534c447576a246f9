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

  init(act: Int, boot: String) {
    self.act = act
    self.boot = boot
  }

  /// Reads a lock that was just taken.
  init?(in file: CInt) {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count > 0, let rest = try? Value(parsing: Array(bytes.prefix(count))),
      let act = rest["act"]?.intValue, (0...LoggedAct.highestNumber).contains(act),
      let boot = rest["boot"]?.stringValue
    else { return nil }
    self.init(act: act, boot: boot)
  }

  func write(to file: CInt) {
    let rest: Value = ["act": .number(Number(act)), "boot": .string(boot)]
    let bytes = rest.canonicalBytes
    ftruncate(file, 0)
    _ = pwrite(file, bytes, bytes.count, 0)
  }
}
