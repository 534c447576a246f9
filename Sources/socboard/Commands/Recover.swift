import ArgumentParser
import Domain
import JSON
import Store

/// Puts in order what a crash or a failing disk has left of a board.
struct Recover: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finish the last save, and rebuild damaged records from the log.",
    discussion: """
      Records that were changed outside socboard are left alone, and listed; --adopt takes them into \
      the log as they stand. Exit status 1 when something is left to be done.
      """)

  @Argument(help: "The folder of the board.")
  var boardFolder: String?

  @Flag(help: "Take what was changed outside socboard into the log, under your name.")
  var adopt = false

  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let surroundings = Surroundings.current()
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    let recovery = try answering {
      try board.folder(boardFolder, surroundings).recover(adoptingAs: adopt ? stamp : nil)
    }
    if output.json {
      try Output.print([
        "done": .array(
          recovery.steps.map { ["file": .string($0.file), "done": .string($0.what)] }),
        "left": .array(recovery.left.map(\.value)),
      ])
    } else {
      let left = recovery.left.map { "left: \($0)" }
      let lines = recovery.steps.map(\.description) + left
      try Output.print(lines.isEmpty ? "Nothing to recover." : lines.joined(separator: "\n"))
    }
    if !recovery.left.isEmpty { throw ExitStatus.problems }
  }
}
