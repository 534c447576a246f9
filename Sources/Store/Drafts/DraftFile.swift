import Glibc
import JSON

/// The file in which a session keeps what was typed and is not on the board yet.
///
/// A session holds a lock on its file while it lives: another one can tell which files nobody will
/// come back for. The file is replaced as a whole, and the lock goes with it.
struct DraftFile: ~Copyable {
  /// The longest text of an editor that is kept, many times over.
  static let limits = Limits(maximumBytes: 1 << 24)
  static let ending = ".json"

  let folder: String
  let session: String
  let disk: Disk

  /// The file as it stands; `nil` while there is none.
  private var held: CInt?

  /// The files of ended sessions, so that only one session takes them over.
  var takenOver: [CInt] = []

  /// Files to be taken away once ours is on the disk.
  private var obsolete: Set<String> = []

  init(folder: String, session: String, disk: Disk) {
    self.folder = folder
    self.session = session
    self.disk = disk
  }

  deinit {
    for descriptor in takenOver { close(descriptor) }
    if let held { close(held) }
  }

  private var path: String { "\(folder)/\(session)\(DraftFile.ending)" }

  /// Puts a content in place of what the file says, then takes other files away.
  ///
  /// - Parameters:
  ///   - content: What to say; `nil` takes the file itself away.
  ///   - obsolete: The files whose text stands in the content, or is wanted no more.
  /// - Throws: ``Errno``; the file then says what it said, and the other files are taken away with
  ///   the next content.
  mutating func replace(with content: Value?, obsolete: Set<String>) throws(Errno) {
    self.obsolete.formUnion(obsolete)
    if let content {
      try write(content.canonicalBytes)
    } else if let held {
      try disk.make(.remove) { Int(unlink(path)) }
      close(held)
      self.held = nil
    }
    for file in self.obsolete { unlink(file) }
    self.obsolete = []
  }

  private mutating func write(_ bytes: [UInt8]) throws(Errno) {
    let temporary = path + ".new"
    let file = try openOrMake(temporary)
    // Without locks on this file system a text is offered twice rather than never.
    flock(file, LOCK_EX | LOCK_NB)
    do throws(Errno) {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = try disk.make(.write) {
          rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        }
        rest = rest.dropFirst(count)
      }
      try disk.make(.sync) { Int(fdatasync(file)) }
      try disk.make(.rename) { Int(rename(temporary, path)) }
    } catch {
      unlink(temporary)
      close(file)
      throw error
    }
    if let held { close(held) }
    held = file
  }

  /// Opens a file that only this person can read, and makes its folders where they are missing.
  private func openOrMake(_ path: String) throws(Errno) -> CInt {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    do {
      return CInt(try disk.make(.open) { Int(open(path, flags, 0o600)) })
    } catch {
      guard error == ENOENT else { throw error }
    }
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
    return CInt(try disk.make(.open) { Int(open(path, flags, 0o600)) })
  }
}
