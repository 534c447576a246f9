import Domain
import Glibc
import JSON

/// The copying of a folder, file by file, down to the disk.
struct FolderCopy {
  let disk: Disk

  /// What was not copied.
  private(set) var problems: [Problem] = []

  init(disk: Disk) { self.disk = disk }

  /// Copies files and folders, with what is in them.
  ///
  /// - Parameters:
  ///   - source: The folder to copy from.
  ///   - target: A folder in which nothing is in the way.
  ///   - isMeant: Whether something in the folder itself is to be copied, by its name.
  /// - Throws: ``StoreError`` where something cannot be read or written.
  mutating func contents(
    of source: Folder, to target: Folder, where isMeant: (String) -> Bool = { _ in true }
  ) throws(StoreError) {
    let entries: [Folder.Entry]
    do {
      entries = try source.entries().filter { isMeant($0.name) }
    } catch {
      throw .unreadable(path: source.path(of: "."), error)
    }
    for entry in entries.sorted(by: { $0.name < $1.name }) {
      try copy(entry, from: source, to: target)
    }
    try saving(target.path(of: ".")) { () throws(Errno) in try target.sync() }
  }

  private mutating func copy(
    _ entry: Folder.Entry, from source: Folder, to target: Folder
  ) throws(StoreError) {
    let path = source.path(of: entry.name)
    switch entry.kind {
    case .folder:
      let inner = try opening(path) { () throws(Errno) in try source.folder(entry.name) }
      let copied = try saving(path) { () throws(Errno) in try target.folder(making: entry.name) }
      try contents(of: inner, to: copied)
      try saving(path) { () throws(Errno) in try takeMode(from: inner, to: copied) }
    case .file, .unknown:
      try copyFile(entry.name, from: source, to: target)
    case .link, .other:
      problems.append(
        Problem(
          file: visible(path), what: "is no plain file, so it was not copied",
          remedy: "Put the real thing in its place, or copy it by hand."))
    }
  }

  private func copyFile(_ name: String, from source: Folder, to target: Folder) throws(StoreError) {
    let path = source.path(of: name)
    let file = try opening(path) { () throws(Errno) in
      let file = openat(source.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { throw .last }
      return file
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, Errno(code: EINVAL))
    }
    try saving(path) { () throws(Errno) in
      try target.create(name, copying: file, mode: status.st_mode & 0o7777)
    }
  }

  /// Gives a copied folder the mode of its original.
  func takeMode(from source: Folder, to target: Folder) throws(Errno) {
    var status = stat()
    guard fstat(source.descriptor, &status) == 0 else { throw .last }
    try disk.make(.setMode) { Int(fchmod(target.descriptor, status.st_mode & 0o7777)) }
  }

  /// Gives a copied file the mode of its original.
  func takeMode(of name: String, from source: Folder, to target: Folder) throws(Errno) {
    var status = stat()
    guard fstatat(source.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw .last }
    try disk.make(.setMode) { Int(fchmodat(target.descriptor, name, status.st_mode & 0o7777, 0)) }
  }

  /// The bytes of a record's file.
  static func reading(_ name: String, in folder: Folder) throws(StoreError) -> [UInt8] {
    do {
      return try folder.bytes(of: name, limit: Limits.record.maximumBytes)
    } catch {
      throw .damaged(Problem(error, in: folder.path(of: name)))
    }
  }
}

/// Tells of a system's refusal that it kept us from reading a file.
private func opening<Result>(
  _ path: String, _ body: () throws(Errno) -> Result
) throws(StoreError) -> Result {
  do {
    return try body()
  } catch {
    throw .unreadable(path: path, error)
  }
}

extension Folder {
  /// How much of a file is held at once.
  private static let piece = 1 << 18

  /// Copies an open file as it is by now, down to the disk; after an error nothing is left of it.
  fileprivate func create(
    _ name: String, copying source: CInt, mode: mode_t
  ) throws(Errno) {
    let file = try disk.make(.open) {
      Int(openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600))
    }
    do {
      try fill(CInt(file), from: source, mode)
    } catch {
      try? remove(name)
      throw error
    }
  }

  private func fill(_ file: CInt, from source: CInt, _ mode: mode_t) throws(Errno) {
    do throws(Errno) {
      var bytes = [UInt8](repeating: 0, count: Folder.piece)
      while true {
        let count = read(source, &bytes, bytes.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Errno.last }
        guard count > 0 else { break }
        try disk.write(Array(bytes[..<count]), to: file)
      }
      try disk.make(.setMode) { Int(fchmod(file, mode)) }
      try disk.make(.sync) { Int(fsync(file)) }
    } catch {
      close(file)
      throw error
    }
    try disk.make(.close) { Int(close(file)) }
  }

  /// Whether the folder is another one, or stands in it.
  func isInside(_ other: Folder) -> Bool {
    guard let wanted = other.number else { return false }
    var place: Folder? = self
    while let folder = place, let number = folder.number {
      if number == wanted { return true }
      let parent = try? folder.parent()
      place = parent?.number == number ? nil : parent
    }
    return false
  }

  private struct Number: Equatable {
    let device: dev_t
    let file: ino_t
  }

  private var number: Number? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return Number(device: status.st_dev, file: status.st_ino)
  }

  private func parent() throws(Errno) -> Folder { try folder("..") }
}
