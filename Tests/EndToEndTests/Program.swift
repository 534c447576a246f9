import Foundation
import TestSupport

/// The built program, with a copy of the shipped board to work on.
struct Program {
  /// The copy of the board.
  let board: URL
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "socboard-\(UUID().uuidString)")
    board = folder.appending(path: "board")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: House.root.appending(path: "data/city-of-london"), to: board)
  }

  /// A board with nothing in it but what every board begins with.
  init(named name: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "socboard-\(UUID().uuidString)")
    board = folder.appending(path: "board")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try run("init", board.path, "--name", name)
  }

  /// What a command of the program prints; its exit status must be 0.
  func run(_ arguments: String...) throws -> String {
    let (status, output) = try ChildProcess.run([House.program("socboard")] + arguments)
    guard status == 0 else { throw Failed(status: Int(status), output: output) }
    return output
  }

  /// A command that should succeed did not.
  struct Failed: Error {
    let status: Int
    let output: String
  }

  /// Takes the copy away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Opens the board in a window of a private tmux.
  func open(
    width: Int = 120, height: Int = 36, arguments: String = "--today 2018-09-27",
    environment: [String: String] = [:]
  ) throws -> Tmux {
    let surroundings = [
      "SOCBOARD_USER": "tester", "LC_ALL": "C.UTF-8", "TZ": "UTC", "XDG_STATE_HOME": folder.path,
    ]
    return try Tmux(
      width: width, height: height,
      command: "\(House.program("socboard")) \(board.path) \(arguments)",
      environment: surroundings.merging(environment) { $1 })
  }

  /// The text of a file of the board.
  func text(_ path: String) throws -> String {
    try String(contentsOf: board.appending(path: path), encoding: .utf8)
  }

  /// The value of a criterion on a scorecard, as another program reads it.
  func value(of criterion: String, on card: String) throws -> Double? {
    let data = try Data(contentsOf: board.appending(path: "scorecards/\(card).json"))
    let record = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let values = record?["values"] as? [String: [String: Any]]
    return values?[criterion]?["value"] as? Double
  }

  /// Writes a file of the board as somebody else would.
  func write(_ text: String, to path: String) throws {
    try text.write(to: board.appending(path: path), atomically: true, encoding: .utf8)
  }

  /// The names of a folder of the board, sorted.
  func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: board.appending(path: path).path).sorted()
  }

  /// The texts of the files in which sessions keep drafts.
  func drafts() throws -> [String] { try texts(in: draftFolder, ending: ".json") }

  /// Puts a text in place of every draft.
  func damageDrafts(_ text: String) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: draftFolder.path)
    where path.hasSuffix(".json") {
      try text.write(to: draftFolder.appending(path: path), atomically: true, encoding: .utf8)
    }
  }

  private var draftFolder: URL { folder.appending(path: "socboard/drafts") }

  /// The texts of the files below a folder whose names end so; none where there is no folder.
  func texts(in folder: URL, ending: String) throws -> [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    // A file may be gone by now.
    return paths.filter { $0.hasSuffix(ending) }.compactMap {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }

  /// Writes a small program beside the board, such as an editor that needs no person.
  ///
  /// - Returns: The command that runs it. Not the file alone: it counts as busy as long as another
  ///   test's child holds it open, which was started while it was written.
  func script(_ name: String, _ lines: String) throws -> String {
    let file = folder.appending(path: name)
    try "\(lines)\n".write(to: file, atomically: true, encoding: .utf8)
    return "sh \(file.path)"
  }
}
