import ArgumentParser
import Domain
import JSON
import Store

/// Copies a board while others may work with it.
struct BackUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a board, though others may be saving, and check the copy.")

  @Argument(help: "The folder of the copy; it must not hold anything yet.")
  var folder: String

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let backup = try answering { try board.folder(nil, .current()).backUp(to: folder) }
    if output.json {
      try Output.print([
        "acts": .number(Number(backup.acts)), "problems": .array(backup.problems.map(\.value)),
        "records": .number(Number(backup.records)),
      ])
    } else {
      let summary = "Backed up \(backup.records) records, \(backup.acts) acts"
      try Output.print(
        backup.problems.isEmpty
          ? summary + "."
          : (backup.problems.map(\.description) + [summary + ", with the problems above."])
            .joined(separator: "\n"))
    }
    if !backup.problems.isEmpty { throw ExitStatus.problems }
  }
}
