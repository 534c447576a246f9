import Glibc

/// A text in a file of its own while a person's editor has it.
struct Draft {
  let path: String

  /// Why a draft could not be written or read back.
  enum Failure: Error, CustomStringConvertible {
    case cannotWrite(folder: String, code: Int32)
    case cannotRead(path: String, code: Int32)
    case notText(path: String)

    var description: String {
      switch self {
      case .cannotWrite(let folder, let code):
        "No draft can be written in \(folder): \(String(cString: strerror(code))). "
          + "Set TMPDIR to a folder that can be written."
      case .cannotRead(let path, let code):
        "The draft \(path) cannot be read: \(String(cString: strerror(code)))."
      case .notText(let path):
        "The draft \(path) is not UTF-8 text, so nothing was taken from it; it is kept there."
      }
    }
  }

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
      throw .cannotWrite(folder: folder, code: error.code)
    }
  }

  /// Reads the text back; the file stays until the text is kept elsewhere.
  func text() throws(Failure) -> String {
    let bytes: [UInt8]
    do {
      bytes = try ByteFile(path: path).read()
    } catch {
      throw .cannotRead(path: path, code: error.code)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path: path) }
    return text
  }

  /// Takes the file away.
  func discard() { unlink(path) }
}
