import Domain
import Foundation
import TestSupport

/// A temporary folder with what the measures share: boards of every size, and compiled helpers.
///
/// It is removed with this value.
final class Workshop {
  let folder: URL
  let model: Record<ScoringModel>

  /// The numbers of issues the boards have, the least first.
  let sizes: [Int]

  private var boards: [Int: Board] = [:]

  init(sizes: [Int]) throws {
    self.sizes = sizes
    model = try Board.shippedModel()
    folder = FileManager.default.temporaryDirectory.appending(path: "socboard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The board of a size, in memory only.
  func board(_ issues: Int) -> Board {
    if let board = boards[issues] { return board }
    var generator = BoardGenerator(model: model, seed: UInt64(issues))
    let board = generator.board(issues: issues)
    boards[issues] = board
    return board
  }

  /// The folder of the board of a size, written when it is first asked for.
  func boardFolder(_ issues: Int) throws -> URL {
    let place = folder.appending(path: "board-\(issues)")
    if !FileManager.default.fileExists(atPath: place.path) {
      note("writing a board of \(issues) issues")
      try board(issues).write(to: place)
    }
    return place
  }

  /// A copy of the City of London board.
  func cityBoard() throws -> URL {
    let place = folder.appending(path: "city")
    if !FileManager.default.fileExists(atPath: place.path) {
      try FileManager.default.copyItem(
        at: House.root.appending(path: "data/city-of-london"), to: place)
    }
    return place
  }

  /// The program that is measured, or `nil` when it was not built beside the benchmark.
  var program: String? {
    let path = House.program("socboard")
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Compiles the program that does nothing but take the terminal and answer keys.
  func emptyProgram() throws -> String {
    let path = folder.appending(path: "empty_curses").path
    if FileManager.default.fileExists(atPath: path) { return path }
    let (status, output) = try ChildProcess.run([
      "cc", "-O2", "-o", path, Workshop.source("empty_curses.c"), "-lncursesw", "-ltinfo",
    ])
    guard status == 0 else { throw Failure(output) }
    return path
  }

  /// The path of a file that stands beside the benchmark's source.
  static func source(_ name: String) -> String {
    House.root.appending(path: "Tests/Benchmarks/\(name)").path
  }
}

/// Tells whoever waits what is being done.
func note(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
