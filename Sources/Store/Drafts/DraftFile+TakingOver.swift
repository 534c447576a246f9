import Glibc
package import JSON

/// What an ended session has left in its file.
package struct LeftDrafts: Sendable {
  /// The file, to be taken away once what it says stands elsewhere.
  package let path: String
  package let content: Value
}

extension DraftFile {
  /// Reads the files of ended sessions; from here on no other session will.
  ///
  /// - Returns: What they say, and what cannot be read, as sentences; such a file stays.
  mutating func takeOver() -> (left: [LeftDrafts], problems: [String]) {
    guard let opened = try? Folder(board: folder, disk: disk), let entries = try? opened.entries()
    else { return ([], []) }
    var left: [LeftDrafts] = []
    var problems: [String] = []
    for name in entries.map(\.name).sorted() where !name.hasPrefix("\(session).") {
      guard name.hasSuffix(DraftFile.ending) || name.hasSuffix(".new"),
        let descriptor = lock(name, in: opened)
      else { continue }
      let path = "\(folder)/\(name)"
      guard name.hasSuffix(DraftFile.ending) else {
        // Its session was killed while it wrote; what it wrote before stands in the file itself.
        unlink(path)
        close(descriptor)
        continue
      }
      do {
        left.append(LeftDrafts(path: path, content: try content(of: name, in: opened)))
        takenOver.append(descriptor)
      } catch {
        problems.append("The drafts in \(path) cannot be used, and stay there: \(error.what).")
        close(descriptor)
      }
    }
    return (left, problems)
  }

  /// Locks a file whose session has ended; `nil` when the session lives.
  private func lock(_ name: String, in folder: Folder) -> CInt? {
    let file = openat(
      folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    let isHeld = flock(file, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK
    var opened = stat()
    var named = stat()
    // A living session may have put another file in place of the one we opened.
    guard !isHeld, fstat(file, &opened) == 0,
      fstatat(folder.descriptor, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
      opened.st_ino == named.st_ino
    else {
      close(file)
      return nil
    }
    return file
  }

  private struct Unusable: Error { let what: String }

  private func content(of name: String, in folder: Folder) throws(Unusable) -> Value {
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(of: name, limit: DraftFile.limits.maximumBytes)
    } catch {
      switch error {
      case .notAFile: throw Unusable(what: "it is not a plain file")
      case .tooLarge(let limit): throw Unusable(what: "it is larger than \(limit >> 20) MiB")
      case .changing: throw Unusable(what: "it is being changed")
      case .system(let error): throw Unusable(what: error.description)
      }
    }
    do {
      return try Value(parsing: bytes, limits: DraftFile.limits)
    } catch {
      throw Unusable(what: "\(error)")
    }
  }
}
