import Domain
import Foundation
import Glibc

/// The system calls of one save, made one after the other with bytes that are ready.
struct BareSave {
  private let folder: URL
  private let bytes: [UInt8]
  private let line: [UInt8]
  private let kind: String
  private let name: String

  /// - Parameters:
  ///   - record: A record that has been saved.
  ///   - folder: Its board.
  ///   - writer: Who saved it last; the line of the log is as long as theirs.
  /// - Throws: ``Failure`` or the system's error when their files cannot be read.
  init(like record: RecordName, in folder: URL, writer: String) throws {
    self.folder = folder
    kind = record.kind.folder ?? "."
    name = "\(record.id).json"
    bytes = [UInt8](try Data(contentsOf: folder.appending(path: record.path)))
    let log = [UInt8](try Data(contentsOf: folder.appending(path: "log/\(writer).jsonl")))
    line = Array(log.split(separator: UInt8(ascii: "\n")).last ?? []) + [UInt8(ascii: "\n")]
    try Data(line).write(to: folder.appending(path: "log/bare.bytes"))
  }

  func run() throws {
    let board = try opened(AT_FDCWD, folder.path, O_RDONLY | O_DIRECTORY)
    defer { close(board) }
    try read(board, "board.json")
    let locks = try opened(board, "locks", O_RDONLY | O_DIRECTORY)
    let lock = try opened(locks, "bare.lock", O_RDWR | O_CREAT)
    defer { for file in [locks, lock] { close(file) } }
    try check(flock(lock, LOCK_EX | LOCK_NB))
    try check(pwrite(lock, line, 60, 0))
    let records = try opened(board, kind, O_RDONLY | O_DIRECTORY)
    defer { close(records) }
    try read(records, name)
    try stage(in: records)
    try log(in: board)
    try check(renameat(records, ".bare.saving", records, "." + name))
    try check(fsync(records))
    try check(ftruncate(lock, 0))
    try check(pwrite(lock, line, 60, 0))
  }

  private func stage(in records: Int32) throws {
    let file = try opened(records, ".bare.saving", O_WRONLY | O_CREAT | O_EXCL)
    defer { close(file) }
    try check(fchmod(file, 0o660))
    try check(write(file, bytes, bytes.count))
    try check(fsync(file))
  }

  private func log(in board: Int32) throws {
    let folder = try opened(board, "log", O_RDONLY | O_DIRECTORY)
    let file = try opened(folder, "bare.bytes", O_RDWR)
    defer { for file in [folder, file] { close(file) } }
    var status = stat()
    try check(fstat(file, &status))
    var tail = [UInt8](repeating: 0, count: 4096)
    try check(pread(file, &tail, tail.count, max(0, status.st_size - 4096)))
    try check(pwrite(file, line, line.count, status.st_size))
    try check(fdatasync(file))
  }

  private func read(_ folder: Int32, _ name: String) throws {
    let file = try opened(folder, name, O_RDONLY)
    defer { close(file) }
    var status = stat()
    try check(fstat(file, &status))
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    try check(Glibc.read(file, &bytes, bytes.count))
  }

  private func opened(_ folder: Int32, _ name: String, _ flags: Int32) throws -> Int32 {
    let file = openat(folder, name, flags | O_CLOEXEC, 0o660)
    try check(file)
    return file
  }

  private func check(_ result: some BinaryInteger) throws {
    if result < 0 { throw Failure("a bare call failed: \(String(cString: strerror(errno)))") }
  }
}
