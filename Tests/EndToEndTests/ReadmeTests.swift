import Foundation
import TestSupport
import Testing

/// What the README says, run as it says it.
struct ReadmeTests {
  /// The program's own commands in the README, without what explains them.
  private func commands() throws -> [[String]] {
    try House.text("README.md").split(separator: "\n").compactMap { line in
      guard line.hasPrefix("    socboard ") else { return nil }
      let command = line.split(separator: "#")[0]
      return command.split(separator: " ").dropFirst().map(String.init)
    }
  }

  @Test func `every command in the README runs on the shipped board`() throws {
    let program = try Program()
    defer { program.remove() }
    let commands = try commands()
    #expect(commands.count >= 6)
    for command in commands {
      let arguments = command.map { word in
        switch word {
        case "DIR", "COPY", "MAILS", "PUBLIC":
          program.board.deletingLastPathComponent().appending(path: word).path
        case "NAME": "A new board"
        case _ where word.hasPrefix("data/"): House.root.appending(path: word).path
        default: word
        }
      }
      let result = try ChildProcess.run(
        [House.program("socboard")] + arguments,
        environment: ChildProcess.surroundings.merging(["SOCBOARD": program.board.path]) { $1 })
      #expect(result.status == 0, "socboard \(command.joined(separator: " ")): \(result.output)")
    }
  }

  @Test func `the README's map names every module`() throws {
    let text = try House.text("README.md")
    for module in try House.folders(in: "Sources") where !module.hasPrefix("C") {
      #expect(text.contains("`Sources/\(module)`"))
    }
  }
}
