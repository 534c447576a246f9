import Glibc

/// The boards this person has opened, newest first, so that the last one opens by itself.
struct RecentBoards {
  private let file: ByteFile
  private let folder: String

  /// - Parameter surroundings: Where the person keeps what programs remember.
  init(_ surroundings: Surroundings) {
    folder = "\(surroundings.stateFolder)/socboard"
    file = ByteFile(path: "\(folder)/recent")
  }

  /// The newest board opened that is still there.
  var newest: String? { paths.first { isBoard($0) } }

  private var paths: [String] {
    guard let bytes = try? file.read() else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Takes note of a board; that it cannot be written down is no reason not to open it.
  func remember(_ path: String) {
    guard let path = realPath(of: path) else { return }
    let kept = ([path] + paths.filter { $0 != path }).prefix(10)
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
    try? file.write(Array((kept.joined(separator: "\n") + "\n").utf8))
  }
}

/// The one path of a file that no link leads through; `nil` when nothing is there.
func realPath(of path: String) -> String? {
  guard let absolute = realpath(path, nil) else { return nil }
  defer { free(absolute) }
  return String(cString: absolute)
}

/// Whether a folder holds a board.
func isBoard(_ path: String) -> Bool { access(path + "/board.json", F_OK) == 0 }
