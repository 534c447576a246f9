import Domain
import Glibc
import JSON

extension Visitor {
  /// More than these are not told apart by anybody.
  private static let most = 200

  /// Those who have a board open, sorted by name, but for the one whose sign is named.
  ///
  /// Signs that were left behind are removed.
  static func all(at board: Folder, but own: String?) -> [Visitor] {
    guard let locks = try? board.folder(BoardLock.folder), let entries = try? locks.entries()
    else { return [] }
    let names = entries.map(\.name).filter { Presence.isName($0) && $0 != own }.sorted()
    return names.prefix(most).compactMap { Visitor(signed: $0, in: locks) }.sorted()
  }

  /// Reads a sign; `nil` where it says nothing we understand, or nobody holds it any more.
  private init?(signed name: String, in locks: Folder) {
    let file = openat(
      locks.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    // Shared, so that two who look at the same time do not take each other for the holder.
    if flock(file, LOCK_SH | LOCK_NB) == 0 {
      if locks.holds(file, as: name) { try? locks.remove(name) }
      return nil
    }
    guard errno == EWOULDBLOCK else { return nil }
    self.init(signedIn: file)
  }

  private init?(signedIn file: CInt) {
    // One byte more than a sign has, so that a longer one is refused.
    var bytes = [UInt8](repeating: 0, count: Presence.size + 1)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count > 0, count <= Presence.size,
      let sign = try? Value(parsing: Array(bytes.prefix(count))),
      let writer = sign["writer"]?.stringValue,
      !writer.isEmpty, writer.unicodeScalars.count <= Presence.longestName,
      let since = sign["since"]?.stringValue.flatMap(Timestamp.init)
    else { return nil }
    self.init(
      writer: writer, record: sign["record"]?.stringValue.flatMap(RecordName.init), since: since)
  }
}
