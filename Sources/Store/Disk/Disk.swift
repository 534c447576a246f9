import Glibc

/// The calls by which a board is changed, one by one, so that each can be seen to fail.
package struct Disk: Sendable {
  /// One call to the system.
  package enum Call: CaseIterable, Sendable {
    case open, lock, setMode, write, sync, close, rename, remove, makeFolder, truncate
  }

  /// Asked before each call; an error number lets the call fail with it instead of being made, and
  /// 0 lets it seem to have been made.
  private let fault: @Sendable (Call) -> CInt?

  /// Since when the machine runs, as the system names it: another name means that it has been
  /// without power, or that the board stood on another machine.
  let boot: String

  /// What every folder is said to stand on; `nil` on the real disk, where the system is asked.
  private let fileSystem: FileSystem?

  /// The real disk, unless a test says what it is and what goes wrong.
  package init(
    boot: String = Disk.currentBoot, fileSystem: FileSystem? = nil,
    fault: @escaping @Sendable (Call) -> CInt? = { _ in nil }
  ) {
    self.boot = boot
    self.fileSystem = fileSystem
    self.fault = fault
  }

  /// The file system that an open folder stands on.
  func fileSystem(of descriptor: CInt) -> FileSystem {
    fileSystem ?? FileSystem(of: descriptor)
  }

  /// Makes a call, again when a signal broke it off where that is safe.
  ///
  /// A failed `fsync` is never repeated: the system may have dropped the pages and would then
  /// answer that all is well. A broken-off `close` has closed.
  @discardableResult
  func make(_ call: Call, _ body: () -> Int) throws(Errno) -> Int {
    while true {
      var error = fault(call).map(Errno.init)
      if let error, error == 0 { return 0 }
      if error == nil || call == .close {
        let result = body()
        if result >= 0, error == nil { return result }
        error = error ?? .last
      }
      guard let error else { continue }
      guard error == EINTR, call == .open || call == .write else { throw error }
    }
  }

  /// Writes all bytes to a file; where it stands, or at a place of the file.
  func write(_ bytes: [UInt8], to file: CInt, at place: Int? = nil) throws(Errno) {
    var done = 0
    while done < bytes.count {
      let count = try make(.write) {
        bytes[done...].withUnsafeBytes { rest in
          guard let place else { return Glibc.write(file, rest.baseAddress, rest.count) }
          return pwrite(file, rest.baseAddress, rest.count, off_t(place + done))
        }
      }
      // A disk that takes nothing and does not say why would be asked for ever.
      guard count > 0 else { throw Errno(code: EIO) }
      done += count
    }
  }
}

extension Disk {
  /// The name of the machine's present run, see random(4); empty where the system has none.
  package static let currentBoot: String = {
    guard let file = fopen("/proc/sys/kernel/random/boot_id", "re") else { return "" }
    defer { fclose(file) }
    var text = [UInt8](repeating: 0, count: 64)
    let count = fread(&text, 1, text.count, file)
    return String(decoding: text.prefix(count).prefix { $0 > 32 }, as: UTF8.self)
  }()
}
