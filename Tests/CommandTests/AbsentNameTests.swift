import Foundation
import Testing

/// Names of records that are damaged, missing or removed, where other names begin with them.
struct AbsentNameTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func run(_ arguments: String...) throws -> Shell.Answer {
    try shell.run(arguments + ["--board", shell.board])
  }

  @Test(arguments: [["show"], ["set", "title=Wrong"]])
  func `a damaged record is not the beginning of another one`(command: [String]) throws {
    defer { shell.remove() }
    try shell.write("{", to: "areas/fraud.json")
    let before = try shell.files()
    for id in ["fraud", "areas/fraud"] {
      let answer = try shell.run(
        [command[0], id] + command.dropFirst() + ["--board", shell.board])
      #expect(answer.status == 65)
      #expect(answer.output.isEmpty)
      #expect(answer.errors.contains("areas/fraud cannot be used: areas/fraud.json, line 1, "))
      #expect(answer.errors.hasSuffix("or let “socboard recover” rebuild it.\n"))
    }
    #expect(try shell.files() == before)
    #expect(try run("log", "fraud").output.contains("areas/fraud "))
  }

  @Test func `a missing record is not the beginning of another one`() throws {
    defer { shell.remove() }
    try FileManager.default.removeItem(atPath: "\(shell.board)/areas/fraud.json")
    for id in ["fraud", "areas/fraud"] {
      let answer = try run("set", id, "title=Wrong")
      #expect(answer.status == 65)
      #expect(
        answer.errors == "areas/fraud.json is missing, though the logs tell of it. "
          + "“socboard recover” rebuilds it.\n")
    }
    #expect(try run("show", "fraud").status == 65)
  }

  @Test func `a removed record is not the beginning of another one, and is restored`() throws {
    defer { shell.remove() }
    #expect(try run("set", "fraud", "deleted=yes").status == 0)
    let sentence = "areas/fraud is removed. “socboard set areas/fraud deleted=no” restores it.\n"
    for arguments in [
      ["set", "fraud", "title=Wrong"], ["show", "fraud"], ["show", "areas/fraud"],
    ] {
      let answer = try shell.run(arguments + ["--board", shell.board])
      #expect(answer.status == 65)
      #expect(answer.errors == sentence)
    }
    #expect(try run("set", "issues/cse", "area=fraud").status == 65)
    #expect(try run("set", "areas/fraud", "deleted=no").output == "areas/fraud: restored\n")
  }

  @Test func `a field does not take another record for a damaged one`() throws {
    defer { shell.remove() }
    try shell.write("{", to: "areas/fraud.json")
    let answer = try run("set", "issues/cse", "area=fraud")
    #expect(answer.status == 65)
    #expect(
      answer.errors.hasSuffix(
        "issues/cse, area: areas/fraud cannot be read. “socboard check” tells why.\n"))
  }

  @Test func `as at a day, a record of a later day is told of as such`() throws {
    defer { shell.remove() }
    let answer = try run(
      "add", "area", "id=frau", "title=A", "status=monitored", "marking=official")
    #expect(answer.status == 0, "\(answer.errors)")
    let shown = try run("show", "frau", "--as-at", "2018-10-01")
    #expect(shown.status == 65)
    #expect(shown.errors.hasSuffix("areas/frau was not on the board on 1 Oct 2018.\n"))
  }
}
