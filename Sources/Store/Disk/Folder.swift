import Glibc

/// An open folder; what is in it is reached by name from here, and never through a link.
final class Folder: Sendable {
  let descriptor: CInt

  /// Where it is, for messages: the path of a board's folder, or `issues/` below it.
  private let path: String
  let disk: Disk

  private init(descriptor: CInt, path: String, disk: Disk) {
    self.descriptor = descriptor
    self.path = path
    self.disk = disk
  }

  /// Opens the folder of a board; its path is the user's own and may lead through links.
  convenience init(board path: String, disk: Disk) throws(Errno) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    self.init(descriptor: descriptor, path: "", disk: disk)
  }

  deinit { close(descriptor) }

  /// How a file in the folder is called in messages: `issues/cse.json`.
  func path(of name: String) -> String { path + name }

  /// Opens a folder in this one.
  func folder(_ name: String) throws(Errno) -> Folder {
    let descriptor = openat(
      descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    return Folder(descriptor: descriptor, path: path + name + "/", disk: disk)
  }

  // MARK: Changing

  /// Opens a folder in this one, and makes it where it is missing.
  func folder(making name: String) throws(Errno) -> Folder {
    do {
      return try folder(name)
    } catch {
      guard error == ENOENT else { throw error }
    }
    do {
      try make(folder: name)
    } catch {
      // Another program may make it at the same moment.
      guard error == EEXIST else { throw error }
    }
    return try folder(name)
  }

  /// Makes a folder that the group shares, and lets the disk confirm it.
  func make(folder name: String) throws(Errno) {
    try disk.make(.makeFolder) { Int(mkdirat(descriptor, name, 0o770)) }
    // After mkdir, because the umask and the parent's group decide what mkdir makes of a mode.
    let made = try folder(name)
    try disk.make(.setMode) { Int(fchmod(made.descriptor, 0o2770)) }
    try sync()
  }

  /// Opens or makes a file that is locked, never replaced.
  func openLockFile(_ name: String) throws(Errno) -> CInt {
    let file = try disk.make(.open) {
      Int(openat(descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o660))
    }
    // Refused to all but the one who made the file, and needed by no other.
    _ = try? disk.make(.setMode) { Int(fchmod(CInt(file), 0o660)) }
    return CInt(file)
  }

  /// Writes a file that must not exist yet, down to the disk; after an error nothing is left of it.
  func create(_ name: String, holding bytes: [UInt8]) throws(Errno) {
    let file = try disk.make(.open) {
      Int(openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o660))
    }
    do {
      try fill(CInt(file), with: bytes)
    } catch {
      try? remove(name)
      throw error
    }
  }

  private func fill(_ file: CInt, with bytes: [UInt8]) throws(Errno) {
    do {
      try disk.make(.setMode) { Int(fchmod(file, 0o660)) }
      try disk.write(bytes, to: file)
      try disk.make(.sync) { Int(fsync(file)) }
    } catch {
      close(file)
      throw error
    }
    try disk.make(.close) { Int(close(file)) }
  }

  func rename(_ old: String, to new: String) throws(Errno) {
    try disk.make(.rename) { Int(renameat(descriptor, old, descriptor, new)) }
  }

  func remove(_ name: String) throws(Errno) {
    try disk.make(.remove) { Int(unlinkat(descriptor, name, 0)) }
  }

  func remove(folder name: String) throws(Errno) {
    try disk.make(.remove) { Int(unlinkat(descriptor, name, AT_REMOVEDIR)) }
  }

  /// Lets the disk confirm which names the folder holds.
  func sync() throws(Errno) {
    try disk.make(.sync) { Int(fsync(descriptor)) }
  }
}
