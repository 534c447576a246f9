import Glibc

/// A file outside a board, such as a sheet or a draft.
struct ByteFile {
  let path: String

  /// Why a file could not be read or written.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32
    let isWriting: Bool
    var isNoFile = false

    var description: String {
      if isNoFile { return "\(path) is no plain file: give the path of one." }
      if code == EEXIST {
        return "\(path) is there already, and stays as it is: give another path."
      }
      return
        "\(path) cannot be \(isWriting ? "written" : "read"): \(String(cString: strerror(code)))."
    }
  }

  /// All bytes of the file, or so many of its first ones; `-` is standard input.
  func read(atMost limit: Int = .max) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(isWriting: false) }
    defer { close(descriptor) }
    return try read(descriptor, atMost: limit)
  }

  /// All bytes of a plain file, or so many of its first ones; nothing is waited for.
  ///
  /// - Throws: ``Failure`` for a pipe, a device or a folder too: the screen would hang on them.
  func readPlain(atMost limit: Int = .max) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(isWriting: false) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, code: errno, isWriting: false, isNoFile: true)
    }
    return try read(descriptor, atMost: limit)
  }

  private func read(_ descriptor: Int32, atMost limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(isWriting: false) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(min(count, limit - bytes.count))
      if bytes.count == limit { return bytes }
    }
  }

  /// Writes the whole file, which only this person can then read.
  func write(_ bytes: [UInt8]) throws(Failure) { try write(bytes, O_TRUNC) }

  /// Writes a file that is not there yet, which only this person can then read.
  func create(_ bytes: [UInt8]) throws(Failure) { try write(bytes, O_EXCL) }

  private func write(_ bytes: [UInt8], _ way: Int32) throws(Failure) {
    let flags = O_WRONLY | O_CREAT | way | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw failure(isWriting: true) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw failure(isWriting: true) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private func failure(isWriting: Bool) -> Failure {
    Failure(path: path, code: errno, isWriting: isWriting)
  }
}
