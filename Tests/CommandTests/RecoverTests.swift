import Foundation
import TestSupport
import Testing

struct RecoverTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `a board in order has nothing to recover`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    let answer = try shell.run("recover", shell.board)
    #expect(answer.status == 0 && answer.errors.isEmpty)
    #expect(answer.output == "Nothing to recover.\n")
    #expect(try shell.files().filter { !$0.key.hasPrefix("locks/") } == before)
    let json = try shell.run("recover", "--board", shell.board, "--json")
    let object = try json.json() as? [String: [Any]]
    #expect(object?["done"]?.isEmpty == true && object?["left"]?.isEmpty == true)
  }

  @Test func `what is damaged is rebuilt, and what was altered waits to be adopted`() throws {
    defer { shell.remove() }
    let whole = try shell.text(of: "issues/cryptocurrency.json")
    try shell.write("", to: "issues/cryptocurrency.json")
    try shell.write(
      try shell.text(of: "issues/cse.json").replacing(#""CSE""#, with: #""By hand""#),
      to: "issues/cse.json")
    let checked = try shell.run("check", shell.board)
    #expect(checked.status == 1)
    #expect(checked.output.contains("issues/cryptocurrency.json, line 1, column 1: is damaged: "))
    #expect(checked.output.contains(#"title from "CSE" to "By hand""#))
    let answer = try shell.run("recover", shell.board)
    #expect(answer.status == 1 && answer.errors.isEmpty)
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(
      lines.first == "issues/cryptocurrency.json: was damaged, and rebuilt from the log as act 10 "
        + "of import left it; the damaged file is kept in issues/.cryptocurrency.json.damaged.")
    #expect(lines.last?.hasPrefix("left: issues/cse.json: is altered: since act 2") == true)
    #expect(try shell.text(of: "issues/cryptocurrency.json") == whole)
    let adopted = try shell.run("recover", "--adopt", "--json", shell.board)
    #expect(adopted.status == 0)
    let done = try (adopted.json() as? [String: Any])?["done"] as? [[String: String]]
    #expect(done?.map { $0["file"] } == ["issues/cse.json"])
    #expect(try shell.text(of: "log/tester.jsonl").contains(#""by":"tester""#))
    #expect(try shell.run("check", shell.board).status == 0)
  }

  @Test func `a conflict is listed, and is what a check ends with when nothing is wrong`() throws {
    defer { shell.remove() }
    let conflict = """
      {"conflicts": [{"field": "title", "base": "A", "kept": {"at": "2018-02-06T10:42:00Z", \
      "by": "anna", "value": "CSE"}, "other": {"at": "2018-02-06T10:42:00Z", "by": "ben", \
      "value": "Abuse"}}],
      """
    let text = try shell.text(of: "issues/cse.json")
    try shell.write(conflict + text.dropFirst(), to: "issues/cse.json")
    #expect(try shell.run("recover", "--adopt", shell.board).status == 0)
    let answer = try shell.run("check", shell.board)
    #expect(answer.status == 2)
    #expect(
      answer.output.hasPrefix(
        #"issues/cse.json, title: has two values: "CSE" of anna stands, "Abuse" of ben does not. "#
          + "Settle it on the screen, with c.\n"))
    #expect(
      answer.output.hasSuffix("\n89 records, nothing wrong, 1 conflict to be settled.\n"))
    let rows = try shell.run("check", shell.board, "--json").rows()
    #expect(rows.map { $0["field"] as? String } == ["title"])
  }

  @Test func `a board that somebody holds is not recovered, and the refusal names him`() throws {
    defer { shell.remove() }
    _ = try shell.run("recover", shell.board)
    try shell.write(#"{"process": 4711, "writer": "anna@desk"}"#, to: "locks/board.lock")
    let file = open("\(shell.board)/locks/board.lock", O_RDWR)
    defer { close(file) }
    try #require(flock(file, LOCK_EX) == 0)
    let answer = try shell.run("recover", shell.board)
    #expect(answer.status == 75)
    #expect(
      answer.errors.hasPrefix(#"locks/board.lock is held by "anna@desk" (process 4711) since "#))
    #expect(answer.errors.hasSuffix("Try again in a moment.\n"))
    #expect(answer.output.isEmpty)
    // Reading needs no lock.
    #expect(try shell.run("show", "cse", "--board", shell.board).status == 0)
  }

  @Test func `what is no board is told apart from one that lacks its settings`() throws {
    defer { shell.remove() }
    let none = try shell.run("recover", shell.folder)
    #expect(none.status == 65)
    #expect(none.errors.contains("is not a board: it has no board.json."))
    let whole = try shell.text(of: "board.json")
    try FileManager.default.removeItem(atPath: "\(shell.board)/board.json")
    #expect(try shell.run("recover", shell.board).status == 0)
    #expect(try shell.text(of: "board.json") == whole)
  }
}

struct BackupTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `a copy says what is in it, and is a board`() throws {
    defer { shell.remove() }
    let copy = "\(shell.folder)/copy"
    let answer = try shell.run("backup", copy, "--board", shell.board)
    #expect(answer.status == 0 && answer.errors.isEmpty)
    #expect(answer.output == "Backed up 89 records, 20 acts.\n")
    let checked = try shell.run("check", copy)
    #expect(checked.output.hasSuffix("\n89 records, nothing wrong.\n"))
    let again = try shell.run("backup", copy, "--board", shell.board)
    #expect(again.status == 73)
    #expect(again.errors == "\(copy) is not empty. Choose another folder for the board.\n")
  }

  @Test func `what is wrong with a copy is told, and the copy is kept`() throws {
    defer { shell.remove() }
    try shell.write(
      #"{"title": "New", "stage": "emerging", "marking": "official"}"#, to: "issues/new-one.json")
    let answer = try shell.run("backup", "copy", "--board", shell.board)
    #expect(answer.status == 1)
    #expect(answer.output.hasPrefix("issues/new-one.json: is in no log"))
    #expect(answer.output.hasSuffix("\nBacked up 90 records, 20 acts, with the problems above.\n"))
    let json = try shell.run("backup", "other", "--board", shell.board, "--json")
    let object = try json.json() as? [String: Any]
    #expect(object?["records"] as? Int == 90 && object?["acts"] as? Int == 20)
    #expect((object?["problems"] as? [Any])?.count == 1)
  }
}
