import Glibc

/// What the system reports of some folders (inotify), without being asked again and again.
final class FolderEvents {
  /// One thing that happened to a folder, or to what stands in it.
  struct Event {
    /// The number of the folder; -1 when reports were lost.
    let folder: CInt

    /// What stands in the folder; empty when it happened to the folder itself.
    let name: String
    private let bits: UInt32

    init(folder: CInt, name: String, bits: UInt32) {
      self.folder = folder
      self.name = name
      self.bits = bits
    }

    /// Whether there was no room for all reports.
    var isLoss: Bool { has(IN_Q_OVERFLOW) }

    /// Whether the folder is not where it was.
    var isEnd: Bool { has(IN_DELETE_SELF) || has(IN_MOVE_SELF) || has(IN_UNMOUNT) }

    /// Whether the system has stopped reporting of the folder, after its end or at our wish.
    var isLast: Bool { has(IN_IGNORED) }

    /// Whether what stands in the folder is itself a folder.
    var isOfFolder: Bool { has(IN_ISDIR) }

    /// Whether it appeared just then.
    var isArrival: Bool { has(IN_CREATE) || has(IN_MOVED_TO) }

    private func has(_ bit: CInt) -> Bool { bits & UInt32(bitPattern: bit) != 0 }
    private func has(_ bit: Int) -> Bool { bits & UInt32(truncatingIfNeeded: bit) != 0 }
  }

  /// What to wait on.
  let descriptor: CInt

  /// - Throws: The system gives each person a few of these only.
  init() throws(Errno) {
    descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    guard descriptor >= 0 else { throw .last }
  }

  deinit { close(descriptor) }

  /// Asks for reports of a folder, and gives its number in them; what is read is not reported.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - following: Whether the path itself may be a link.
  ///   - writing: Whether what is written into a file that stays open is reported, too.
  /// - Returns: The number of the folder.
  /// - Throws: The folder is not there, or the system has no more reports to give.
  func watch(_ path: String, following: Bool, writing: Bool) throws(Errno) -> CInt {
    var bits =
      IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR
    if !following { bits |= IN_DONT_FOLLOW }
    if writing { bits |= IN_MODIFY }
    let number = inotify_add_watch(descriptor, path, UInt32(truncatingIfNeeded: bits))
    guard number >= 0 else { throw .last }
    return number
  }

  /// Ends the reports of a folder.
  func forget(_ folder: CInt) { inotify_rm_watch(descriptor, folder) }

  /// The events that came up to now, in order, but for those of hidden files.
  func read() -> [Event] {
    var events: [Event] = []
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return events }
      bytes.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count]), into: &events) }
    }
  }

  private func take(_ bytes: UnsafeRawBufferPointer, into events: inout [Event]) {
    var rest = bytes[...]
    let header = MemoryLayout<inotify_event>.size
    while rest.count >= header {
      let event = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: inotify_event.self)
      let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
      if name.first != UInt8(ascii: ".") {
        events.append(
          Event(folder: event.wd, name: String(decoding: name, as: UTF8.self), bits: event.mask))
      }
      rest = rest.dropFirst(header + Int(event.len))
    }
  }
}
