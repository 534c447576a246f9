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
      let bytes = try LogTail.bytes(of: file, from: size - length)
      let whole = bytes.lastIndex(of: UInt8(ascii: "\n"))
      let before = whole.flatMap { bytes[..<$0].lastIndex(of: UInt8(ascii: "\n")) }
      if length == size || before != nil {
        let start = size - length
        end = whole.map { start + $0 + 1 } ?? 0
        last = whole.map { Array(bytes[((before ?? -1) + 1)..<$0]) }
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
