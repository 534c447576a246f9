import Glibc

extension ByteFile {
  /// Makes the file, or puts it in the place of the one that is there.
  ///
  /// Until all is written and on disk, a file that is there stays as it is.
  ///
  /// - Parameters:
  ///   - bytes: All that it holds.
  ///   - replacing: Whether a file that is there may be replaced.
  /// - Throws: ``Failure``; nothing has changed then.
  func place(_ bytes: [UInt8], replacing: Bool) throws(Failure) {
    // Beside the file, so that the rename stays on one disk.
    let path = replacing ? "\(path).\(getpid()).part" : path
    var former = stat()
    let mode = replacing && stat(self.path, &former) == 0 ? former.st_mode & 0o777 : 0o666
    // Whatever a run of the same number has left.
    if replacing { unlink(path) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure() }
    let isWritten = ByteFile.write(bytes, to: descriptor) && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWritten else {
      unlink(path)
      throw failure(code)
    }
    guard replacing, rename(path, self.path) != 0 else { return }
    let refusal = failure()
    unlink(path)
    throw refusal
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  private func failure(_ code: Int32 = errno) -> Failure {
    Failure(path: path, code: code, isWriting: true)
  }
}

extension ByteFile.Failure {
  /// Whether a file was not made because there is one.
  var isThereAlready: Bool { isWriting && code == EEXIST }
}
