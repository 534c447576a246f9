package import Domain
import Glibc
import JSON

/// Who holds the lock of a board, so that the others know whom to ask.
package struct LockHolder: Hashable, Sendable {
  /// The person and installation.
  package let writer: String

  /// The number of the program on its machine.
  package let process: Int

  /// When it took the lock.
  package let since: Timestamp
}

extension LockHolder: CustomStringConvertible {
  package var description: String {
    // The name comes from a file that others write: quoted, it cannot drive a terminal.
    "\(Value.string(writer).compactText) (process \(process)) since \(since)"
  }
}

extension LockHolder {
  /// The most bytes that a holder's name takes in the file.
  private static let limit = 1024

  /// Writes into a lock who holds it; the file's own time says since when.
  ///
  /// This is a courtesy to others: a lock is held whether or not a full disk takes the name.
  static func sign(_ file: CInt, _ writer: String) {
    let signature: Value = ["process": .number(Number(Int(getpid()))), "writer": .string(writer)]
    let bytes = signature.canonicalBytes
    ftruncate(file, 0)
    _ = pwrite(file, bytes, bytes.count, 0)
  }

  /// Reads who holds a lock; `nil` when the holder has not said so.
  init?(signedIn file: CInt) {
    var bytes = [UInt8](repeating: 0, count: Self.limit)
    let count = pread(file, &bytes, bytes.count, 0)
    var status = stat()
    guard count > 0, fstat(file, &status) == 0,
      let signature = try? Value(parsing: Array(bytes.prefix(count))),
      let writer = signature["writer"]?.stringValue,
      let process = signature["process"]?.intValue
    else { return nil }
    self.init(
      writer: writer, process: process, since: Timestamp(seconds: Int(status.st_mtim.tv_sec)))
  }
}
