import Domain
import Glibc
import JSON

/// The sign by which others see that we have a board open, and which record we look at.
///
/// It is a file in `locks/`, locked while we live: the system takes the lock from a program that is
/// killed, and whoever notices a sign without a lock removes it.
final class Presence: Sendable {
  private static let ending = ".here"

  /// How many bytes a sign has, filled up with spaces: it is rewritten by one call, at one length,
  /// so that nobody reads half of it.
  static let size = 2048

  /// How many characters of a writer's name are told.
  static let longestName = 128

  /// How many programs of one number there may be on the hosts that share a board.
  private static let namesakes = 16

  /// The name of the file in `locks/`.
  let name: String
  private let file: CInt
  private let locks: Folder
  private let writer: String
  private let since: Timestamp

  /// Whether a file in `locks/` is a sign of presence.
  static func isName(_ name: String) -> Bool { name.utf8.suffix(5).elementsEqual(ending.utf8) }

  /// Begins to be present; `nil` where we may not write, which keeps nobody from reading.
  init?(of writer: String, at board: Folder) {
    guard let locks = try? board.folder(making: BoardLock.folder),
      let (name, file) = Presence.sign(in: locks)
    else { return nil }
    self.locks = locks
    self.name = name
    self.file = file
    self.writer = String(String.UnicodeScalarView(writer.unicodeScalars.prefix(Self.longestName)))
    // The time by the clock of the disk, which is the same for all who share it.
    futimens(file, nil)
    var status = stat()
    fstat(file, &status)
    since = Timestamp(seconds: Int(status.st_mtim.tv_sec))
  }

  deinit {
    if locks.holds(file, as: name) { try? locks.remove(name) }
    close(file)
  }

  /// A file that nobody else holds, locked.
  private static func sign(in locks: Folder) -> (name: String, file: CInt)? {
    for number in 1...namesakes {
      let name = "\(getpid())" + (number == 1 ? "" : "-\(number)") + ending
      guard let file = try? locks.openLockFile(name) else { return nil }
      // Who finds a file before it is locked removes it, and then we hold one without a name.
      if flock(file, LOCK_EX | LOCK_NB) == 0, locks.holds(file, as: name) { return (name, file) }
      close(file)
    }
    return nil
  }

  /// Whether others who look at the board find our sign.
  func stands(at board: Folder) -> Bool {
    (try? board.folder(BoardLock.folder))?.holds(file, as: name) ?? false
  }

  /// Shows others which record is looked at.
  ///
  /// What a full disk does not take, they do not see.
  func show(_ record: RecordName?) {
    var sign: [(String, Value)] = [
      ("process", .number(Number(Int(getpid())))), ("since", .string(since.description)),
      ("writer", .string(writer)),
    ]
    if let record { sign.append(("record", .string(record.description))) }
    var object = Object()
    for (key, value) in sign { object[key] = value }
    var bytes = Value.object(object).canonicalBytes
    guard bytes.count <= Self.size else { return }
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: Self.size - bytes.count)
    _ = pwrite(file, bytes, bytes.count, 0)
  }
}

extension Folder {
  /// Whether an open file still stands under a name in the folder.
  func holds(_ file: CInt, as name: String) -> Bool {
    FileMark(of: file)?.isSameFile(as: FileMark(of: name, in: self)) ?? false
  }
}
