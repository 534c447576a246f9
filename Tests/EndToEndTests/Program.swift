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

  /// Writes a small program beside the board, such as an editor that needs no person.
  func script(_ name: String, _ lines: String) throws -> String {
    let file = folder.appending(path: name)
    try "#!/bin/sh\n\(lines)\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return file.path
  }
}
