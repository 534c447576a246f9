import Domain
import Glibc

/// The log of one writer, open for one more line; only who holds the board's lock has it open so.
struct LogFile: ~Copyable {
  static let folder = "log"

  private let file: CInt
  private let disk: Disk

  /// How the file is called in messages.
  let path: String

  /// Where the next line begins.
  private var end: Int

  /// The last line without its line break; `nil` in an empty log.
  let last: [UInt8]?

  /// Opens the log of a writer, and makes it where it is missing.
  ///
  /// Half a line at the end, left from an interrupted save, is put aside in a file beside the log.
  static func open(of writer: String, in board: Folder) throws(Errno) -> LogFile {
    let folder = try board.folder(making: LogFile.folder)
    let name = LogFile.name(of: writer)
    let file = try folder.openLog(name + ".jsonl")
    do {
      let tail = try LogTail(of: file)
      if tail.size == 0 { try folder.sync() }
      if tail.end < tail.size { try folder.putAside(file, from: tail.end, to: name + ".torn") }
      return LogFile(
        file: file, disk: board.disk, path: folder.path(of: name + ".jsonl"), tail: tail)
    } catch {
      close(file)
      throw error
    }
  }

  private init(file: CInt, disk: Disk, path: String, tail: LogTail) {
    self.file = file
    self.disk = disk
    self.path = path
    end = tail.end
    last = tail.last
  }

  deinit { close(file) }

  /// How the log of a writer is called, without its ending.
  static func name(of writer: String) -> String {
    let name = writer.utf8.prefix(64).map { byte -> UInt8 in
      let isPlain =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "@"), UInt8(ascii: "-"),
          UInt8(ascii: "."):
          true
        default: false
        }
      return isPlain ? byte : UInt8(ascii: "_")
    }
    // Hidden files are nobody's logs.
    let text = String(decoding: name, as: UTF8.self)
    return text.isEmpty || text.hasPrefix(".") ? "_" + text : text
  }

  /// Adds a line, down to the disk.
  ///
  /// - Throws: ``Failure``; unless it is uncertain, the log is as it was.
  mutating func append(_ line: [UInt8]) throws(Failure) {
    do throws(Errno) {
      try disk.write(line + [UInt8(ascii: "\n")], to: file, at: end)
      try disk.make(.sync) { Int(fdatasync(file)) }
    } catch {
      try takeBack(after: error)
      throw Failure(isCertain: true, errno: error)
    }
    end += line.count + 1
  }

  /// Takes the line back that was added last, because its records could not be written.
  mutating func takeBack(_ line: [UInt8], after error: Errno) throws(Failure) {
    end -= line.count + 1
    try takeBack(after: error)
  }

  private func takeBack(after error: Errno) throws(Failure) {
    do {
      try disk.make(.truncate) { Int(ftruncate(file, off_t(end))) }
      try disk.make(.sync) { Int(fdatasync(file)) }
    } catch {
      throw Failure(isCertain: false, errno: error)
    }
  }

  /// Why a line is not in the log.
  struct Failure: Error {
    /// Whether the log is as it was; else the line may be in it, and a recovery would then finish
    /// what it says.
    let isCertain: Bool
    let errno: Errno
  }
}

extension LogFile {
  /// Puts half a line at the end of a log aside, in a file beside it; who calls this holds the lock.
  ///
  /// - Returns: Where it is kept; `nil` when the log ends with a whole line.
  static func putAsideTorn(_ name: String, in logs: Folder) throws(Errno) -> String? {
    let tail = try logs.readingLog(name) { file throws(Errno) in try LogTail(of: file) }
    guard tail.end < tail.size else { return nil }
    let file = try logs.openLog(name)
    defer { close(file) }
    let torn = name.dropLast(".jsonl".count) + ".torn"
    try logs.putAside(file, from: tail.end, to: String(torn))
    return logs.path(of: String(torn))
  }
}

extension Folder {
  /// Opens a log; its owner writes it and the group reads it.
  fileprivate func openLog(_ name: String) throws(Errno) -> CInt {
    let file = try disk.make(.open) {
      Int(openat(descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o640))
    }
    // Needed after it was made under a narrow umask, and refused to all but its owner.
    _ = try? disk.make(.setMode) { Int(fchmod(CInt(file), 0o640)) }
    return CInt(file)
  }

  /// Moves the end of a log to another file, where a person can look at it.
  fileprivate func putAside(_ file: CInt, from end: Int, to name: String) throws(Errno) {
    let torn = try disk.make(.open) {
      Int(
        openat(
          descriptor, name, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
          0o640))
    }
    defer { close(CInt(torn)) }
    let bytes = try LogTail.bytes(of: file, from: end)
    try disk.write(bytes + [UInt8(ascii: "\n")], to: CInt(torn))
    try disk.make(.sync) { Int(fsync(CInt(torn))) }
    try disk.make(.truncate) { Int(ftruncate(file, off_t(end))) }
    try disk.make(.sync) { Int(fdatasync(file)) }
  }
}
