import Domain
import Foundation
import JSON
import Store
import TestSupport

/// A folder for one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init(in parent: URL = FileManager.default.temporaryDirectory) throws {
    path = parent.appending(path: "socboard-\(UUID().uuidString.lowercased())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// A copy of all that is in another folder.
  init(
    copying original: TemporaryFolder, to parent: URL = FileManager.default.temporaryDirectory
  ) throws {
    path =
      parent
      .appending(path: "socboard-\(UUID().uuidString.lowercased())").path
    try FileManager.default.copyItem(atPath: original.path, toPath: path)
  }

  /// Where folders are fast because they are in memory, and where no test is about the disk.
  static let memory: URL = {
    let memory = URL(filePath: "/dev/shm")
    let isThere = FileManager.default.isWritableFile(atPath: memory.path)
    return isThere ? memory : FileManager.default.temporaryDirectory
  }()

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A small board: one area, one issue, and the settings.
  static func board(
    in parent: URL = FileManager.default.temporaryDirectory
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(in: parent)
    try BoardFolder.create(at: folder.path, records: smallBoard)
    return folder
  }

  static let smallBoard: [(RecordName, Value)] = [
    (.board, ["format": 1, "name": "A board"]),
    (RecordName(Identifier<Area>("cse")), ["number": 1, "status": "monitored", "title": "CSE"]),
    (RecordName(Identifier<Issue>("drugs")), ["stage": "registered", "title": "Drugs"]),
  ]

  var board: BoardFolder { BoardFolder(path: path, writer: "chair@desk") }

  func board(patience: Duration = .seconds(10), disk: Disk) -> BoardFolder {
    BoardFolder(path: path, writer: "chair@desk", patience: patience, disk: disk)
  }

  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  func write(_ text: String, to name: String) throws {
    try write([UInt8](text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url(name))
  }

  func bytes(of name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: url(name))) }

  func value(of name: String) throws -> Value { try Value(parsing: bytes(of: name)) }

  /// Whether something of a name is there.
  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  /// The names of all files and folders below, hidden ones too, sorted.
  func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  /// The bytes of every file below but the lock, which any save may make.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try everything() where name != "locks/board.lock" {
      contents[name] = try? bytes(of: name)
    }
    return contents
  }
}

extension Act {
  /// An act of a test, at a time that does not matter.
  init(_ edits: [Edit], by writer: String = "chair@desk") {
    self.init(stamp: Stamp(at: Timestamp(seconds: 1_517_913_720), by: writer), edits: edits)
  }
}

extension BoardFolder {
  static func create(
    at path: String, records: [(RecordName, Value)], disk: Disk = Disk()
  ) throws(StoreError) {
    try create(at: path, records: records, stamp: Act([]).stamp, disk: disk)
  }

  @discardableResult
  func save(_ edits: [Edit]) throws(StoreError) -> [RecordReading] { try save(Act(edits)) }
}

extension Writer {
  func save(_ edits: [Edit]) { save(Act(edits)) }
}
