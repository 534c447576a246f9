import Glibc

extension Folder {
  /// Something that stands in a folder.
  struct Entry {
    enum Kind { case file, folder, link, other, unknown }

    let name: String
    let kind: Kind
  }

  /// Everything in the folder but hidden files, in no order.
  func entries() throws(Errno) -> [Entry] { try allEntries().filter { !$0.name.hasPrefix(".") } }

  /// The names of the hidden files, in no order.
  func hiddenNames() throws(Errno) -> [String] {
    try allEntries().map(\.name).filter { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
  }

  private func allEntries() throws(Errno) -> [Entry] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last }
    guard let stream = fdopendir(copy) else {
      let error = Errno.last
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .last }
        return entries
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      entries.append(Entry(name: name, kind: Entry.Kind(type: Int(entry.pointee.d_type))))
    }
  }

  /// Why a file cannot be read.
  enum ReadingError: Error {
    case notAFile
    case tooLarge(limit: Int)
    case changing
    case system(Errno)
  }

  /// The bytes of a file, without following a link or waiting for a pipe.
  func bytes(of name: String, limit: Int) throws(ReadingError) -> [UInt8] {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .system(.last) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(.last) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
    let size = Int(status.st_size)
    var error: ReadingError?
    // One byte more than the file has, so that a file that grows is noticed.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < size {
        let more = read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if more < 0, errno == EINTR { continue }
        if more < 0 { error = .system(.last) }
        guard more > 0 else { break }
        count += more
      }
      if count != size, error == nil { error = .changing }
    }
    if let error { throw error }
    return bytes
  }
}

extension Folder.Entry.Kind {
  /// What `readdir` says without opening the file; some file systems do not say.
  init(type: Int) {
    self =
      switch type {
      case DT_REG: .file
      case DT_DIR: .folder
      case DT_LNK: .link
      case DT_UNKNOWN: .unknown
      default: .other
      }
  }
}

extension Folder {
  /// Whether something of a name stands in the folder, be it a link that leads nowhere.
  func holds(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT
  }
}
