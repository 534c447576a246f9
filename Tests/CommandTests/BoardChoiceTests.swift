import Foundation
import Testing

/// Which board a command takes where none, one or several are named.
struct BoardChoiceTests {
  let shell: Shell

  /// Boards by their names, each in a folder of its name.
  init() throws {
    shell = try Shell()
    for name in ["argument", "option", "variable", "stood-in", "newest"] {
      _ = try shell.run("init", name, "--name", name)
    }
  }

  /// The name of the board that a command without an argument takes.
  private func taken(
    _ arguments: [String] = [], environment: [String: String] = [:], in place: String? = nil
  ) throws -> String? {
    let answer = try shell.run(
      ["show", "board", "--json"] + arguments, environment: environment,
      in: place.map { "\(shell.folder)/\($0)" })
    return try (answer.json() as? [String: Any])?["name"] as? String
  }

  private func remember(_ name: String) throws {
    let state = "\(shell.folder)/.local/state/socboard"
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    try "\(shell.folder)/\(name)\n".write(
      toFile: "\(state)/recent", atomically: true, encoding: .utf8)
  }

  @Test func `the option, the variable, the folder stood in and the newest, in this order`() throws
  {
    defer { shell.remove() }
    try remember("newest")
    let variable = ["SOCBOARD": "\(shell.folder)/variable"]
    let option = ["--board", "\(shell.folder)/option"]
    #expect(try taken(option, environment: variable, in: "stood-in") == "option")
    #expect(try taken(environment: variable, in: "stood-in") == "variable")
    #expect(try taken(environment: ["SOCBOARD": ""], in: "stood-in") == "stood-in")
    #expect(try taken() == "newest")
  }

  @Test func `an argument comes before the variable and the folder stood in`() throws {
    defer { shell.remove() }
    try "{".write(
      toFile: "\(shell.folder)/variable/board.json", atomically: true, encoding: .utf8)
    let variable = ["SOCBOARD": "\(shell.folder)/variable"]
    #expect(try shell.run("check", "argument", environment: variable).status == 0)
    #expect(try shell.run("check", environment: variable).status == 1)
  }

  @Test(
    arguments: [
      ["check", "argument", "--board", "option"], ["recover", "argument", "--board", "option"],
      ["backup", "copy", "--board", "argument", "--board", "option"],
    ])
  func `two boards are refused`(arguments: [String]) throws {
    defer { shell.remove() }
    let answer = try shell.run(arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("Two boards are named: argument, option. Name one."))
  }

  @Test func `without any board a sentence says how to name one`() throws {
    defer { shell.remove() }
    let answer = try shell.run("list", "areas")
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "No board was named: give its folder, or stand in it. "
        + "“socboard init DIR --name NAME” makes a new one.\n")
  }

  @Test func `a newest board that is gone is not taken`() throws {
    defer { shell.remove() }
    try remember("gone")
    #expect(try shell.run("list", "areas").status == 64)
  }
}
