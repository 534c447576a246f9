import Glibc

/// A text in a file of its own while a person's editor has it.
struct EditorFile {
  let path: String

  /// The longest text that is taken back.
  private static let limit = 1 << 23

  /// Why a text could not be given to an editor or read back.
  enum Failure: Error, CustomStringConvertible {
    case cannotWrite(folder: String, code: Int32)
    case cannotRead(path: String, code: Int32)
    case notOurs(path: String)
    case tooLarge(path: String)
    case notText(path: String)

    var description: String {
      switch self {
      case .cannotWrite(let folder, let code):
        "No text can be written in \(folder): \(String(cString: strerror(code))). "
          + "Set TMPDIR to a folder that can be written."
      case .cannotRead(let path, let code):
        "The text in \(path) cannot be read: \(String(cString: strerror(code)))."
      case .notOurs(let path):
        "\(path) is not a plain file of yours, so nothing was taken from it."
      case .tooLarge(let path):
        "The text in \(path) is larger than \(EditorFile.limit >> 20) MiB; it is kept there."
      case .notText(let path):
        "What stands in \(path) is not UTF-8 text, so nothing was taken from it; it is kept there."
      }
    }
  }

  /// The file that an earlier session gave to an editor.
  init(path: String) { self.path = path }

  /// Writes a text where only this person can read it.
  init(_ text: String, in folder: String) throws(Failure) {
    var template = Array("\(folder)/socboard-XXXXXX.md".utf8CString)
    let descriptor = mkstemps(&template, 3)
    guard descriptor >= 0 else { throw .cannotWrite(folder: folder, code: errno) }
    close(descriptor)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do {
      try ByteFile(path: path).write(Array(text.utf8))
    } catch {
      unlink(path)
      throw .cannotWrite(folder: folder, code: error.code)
    }
  }

  /// Whether something stands at the path.
  var isThere: Bool {
    var status = stat()
    return lstat(path, &status) == 0 || errno != ENOENT
  }

  /// Reads the text back; the file stays until the text is kept elsewhere.
  func text() throws(Failure) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .cannotRead(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == getuid() else {
      throw .notOurs(path: path)
    }
    guard status.st_size <= EditorFile.limit else { throw .tooLarge(path: path) }
    let bytes: [UInt8]
    do {
      bytes = try ByteFile(path: path).read()
    } catch {
      throw .cannotRead(path: path, code: error.code)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path: path) }
    return text
  }
}
