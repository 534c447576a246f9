import Glibc

/// The end of a log: its last whole line, found without reading the rest.
struct LogTail {
  /// How many bytes the file has.
  let size: Int

  /// Where the last whole line ends; what stands behind it is half a line.
  let end: Int

  /// The last whole line without its line break; `nil` where there is none.
  let last: [UInt8]?

  /// How much is read at first; most lines are shorter.
  private static let piece = 4096

  init(of file: CInt) throws(Errno) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Errno(code: EISDIR) }
    size = Int(status.st_size)
    var length = min(LogTail.piece, size)
    while true {
      let start = size - length
      let bytes = try LogTail.bytes(of: file, from: start)
      if let line = LogTail.lastLine(of: bytes, isAll: start == 0) {
        end = start + line.endIndex + 1
        last = Array(line)
        return
      }
      if start == 0 {
        end = 0
        last = nil
        return
      }
      length = min(length * 8, size)
    }
  }

  /// So many bytes at the end of a file, or all of it.
  static func bytes(of file: CInt, atMost count: Int) throws(Errno) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    return try bytes(of: file, from: max(0, Int(status.st_size) - count))
  }

  /// The last whole line; `nil` where none is, or it cannot be told where it begins.
  private static func lastLine(of bytes: [UInt8], isAll: Bool) -> ArraySlice<UInt8>? {
    var rest = bytes[...]
    while let end = rest.lastIndex(of: UInt8(ascii: "\n")) {
      let before = rest[..<end].lastIndex(of: UInt8(ascii: "\n"))
      guard before != nil || isAll else { return nil }
      let line = rest[(before.map { $0 + 1 } ?? rest.startIndex)..<end]
      if LogTail.isWhole(line) { return line }
      rest = rest[..<line.startIndex]
    }
    return nil
  }

  /// Whether a line is more than the room for one: where the power fails, a file can have grown
  /// without its bytes, and then holds NULs in their place.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool { !line.contains(0) }

  /// The bytes of a file from some place to its end; what is added meanwhile is left out.
  static func bytes(of file: CInt, from start: Int) throws(Errno) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    let size = max(0, Int(status.st_size) - start)
    var error: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = pread(
          file, buffer.baseAddress?.advanced(by: count), size - count, off_t(start + count))
        if more < 0, errno == EINTR { continue }
        if more < 0 { error = .last }
        guard more > 0 else { break }
        count += more
      }
    }
    if let error { throw error }
    return bytes
  }
}

extension Folder {
  /// Opens a log to read it, without following a link or waiting for a pipe.
  func readingLog<Result>(
    _ name: String, _ body: (CInt) throws(Errno) -> Result
  ) throws(Errno) -> Result {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    return try body(file)
  }
}
