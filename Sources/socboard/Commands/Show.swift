import ArgumentParser
import Domain
import JSON
import Store
import Workspace

/// Shows everything that one record says.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show everything that one record says.")

  @Argument(help: "Its name, the beginning of it (4 characters or more), or KIND/NAME.")
  var id: String

  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let folder = try board.folder(nil, .current())
    let loaded = try folder.readTelling(for: audience, asAt: asAt.date)
    let board = loaded.board
    let name = try loaded.name(matching: id, in: audience.isPublic ? nil : folder, asAt: asAt.date)
    if output.json {
      try board.identified(name).map { try Output.print($0) }
    } else {
      try Output.print("\(name)\n" + board.lines(of: name).map(\.text).joined(separator: "\n"))
    }
    try loaded.endIfIncomplete()
  }
}
