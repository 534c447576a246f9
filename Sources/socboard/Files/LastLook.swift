/// The number of the last act that a person has looked at on a board, kept from session to session.
struct LastLook {
  private let file: ByteFile
  private let folder: String

  /// - Parameters:
  ///   - board: The board's folder.
  ///   - surroundings: Where the person keeps what programs remember.
  init(at board: String, _ surroundings: Surroundings) {
    folder = "\(surroundings.stateFolder)/socboard/looked"
    let key = (realPath(of: board) ?? board).replacing("/", with: "%").utf8.suffix(200)
    file = ByteFile(path: "\(folder)/\(String(decoding: key, as: UTF8.self))")
  }

  /// The act; `nil` before the first look.
  var act: Int? {
    guard let bytes = try? file.read(atMost: 32) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" })
  }

  /// Takes note of an act; that it cannot be written down only shows more the next time.
  func remember(_ act: Int) {
    makeFolders(folder)
    try? file.write(Array("\(act)\n".utf8))
  }
}
