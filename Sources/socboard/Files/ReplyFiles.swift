import Domain
import Exchange
import Glibc
import Store
import Workspace

/// Files with replies, which a person names.
struct ReplyFiles {
  /// Whether the terminal is the screen's, so that only plain files are read.
  var isOnScreen = false

  /// What was read, and the messages as they were received.
  struct Reading {
    let preview: ReplyPreview
    let originals: [Digest: [UInt8]]
  }

  /// Reads files, and all files in the folders among them, and what they would do to a board.
  ///
  /// - Throws: `ByteFile.Failure` where one cannot be read.
  func read(
    _ paths: [String], into board: Board, in folder: BoardFolder, _ intake: ReplyIntake,
    today: CalendarDate, stamp: Stamp, names: IdentifierSource
  ) throws -> Reading {
    var names = names
    var replies = ReplyImport(
      into: board, intake, today: today, stamp: stamp, digest: { Digest(of: $0) },
      original: { folder.original($0) }, newName: { names.next() })
    try read(paths, into: &replies)
    return Reading(preview: replies.preview, originals: replies.originals)
  }

  private func read(_ paths: [String], into replies: inout ReplyImport) throws {
    for path in paths.flatMap(files) {
      let file = ByteFile(path: path)
      let limit = ReplyImport.limit + 1
      let bytes = isOnScreen ? try file.readPlain(atMost: limit) : try file.read(atMost: limit)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      replies.read(bytes, file: path == "-" ? "standard input" : name)
    }
  }

  /// The file itself, or the files in a folder by name; hidden ones are none.
  private func files(_ path: String) -> [String] {
    guard path != "-", let stream = opendir(path) else { return [path] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), entry.pointee.d_type != DT_DIR { names.append(name) }
    }
    return names.sorted().map { "\(path)/\($0)" }
  }
}
