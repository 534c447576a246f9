import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

/// What somebody's hand does to a board and its logs, and what a check says of it.
struct CheckTests {
  /// A board on which two people have worked: acts 1, 2 and 4 are the chair's, 3 and 5 Anna's.
  static func board() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.board()
    for (old, new, writer) in [
      ("Drugs", "A", "chair@desk"), ("A", "B", "anna@desk"), ("B", "C", "chair@desk"),
      ("C", "D", "anna@desk"),
    ] {
      let rename = SaveTests.rename(from: .string(old), to: .string(new))
      try folder.board.save(Act([rename], by: writer))
    }
    #expect(try folder.problems() == [])
    return folder
  }

  static let chairs = "log/chair@desk.jsonl"
  static let annas = "log/anna@desk.jsonl"

  /// Changes the lines of a log.
  static func edit(
    _ log: String, in folder: TemporaryFolder, _ body: (inout [String]) -> Void
  ) throws {
    let text = String(decoding: try folder.bytes(of: log), as: UTF8.self)
    var lines = text.split(separator: "\n").map(String.init)
    body(&lines)
    try folder.write(lines.map { $0 + "\n" }.joined(), to: log)
  }

  /// What is wrong, without what is to be done about it.
  static func findings(in folder: TemporaryFolder) throws -> [String] {
    let before = try folder.contents()
    let problems = try folder.problems()
    #expect(try folder.contents() == before, "A check writes nothing.")
    return problems.map { problem in
      let place = [problem.line.map { "line \($0)" }, problem.field].compactMap(\.self)
      return ([problem.file] + place).joined(separator: ", ") + ": " + problem.what
    }
  }

  @Test func `a line that was taken out of a log`() throws {
    let folder = try Self.board()
    try Self.edit(Self.chairs, in: folder) { $0.remove(at: 1) }
    #expect(
      try Self.findings(in: folder) == [
        "log/: act 2 is in no log",
        "log/chair@desk.jsonl, line 2, prev: does not continue the line before: a line was taken "
          + "out, put in or changed",
      ])
  }

  @Test func `a name that was changed in a line`() throws {
    let folder = try Self.board()
    try Self.edit(Self.chairs, in: folder) {
      $0[1] = $0[1].replacing(#""by":"chair@desk""#, with: #""by":"anna@desk""#)
    }
    #expect(
      try Self.findings(in: folder) == [
        "log/chair@desk.jsonl, line 3, prev: does not continue the line before: a line was taken "
          + "out, put in or changed"
      ])
  }

  @Test func `a value that was changed in the last line`() throws {
    let folder = try Self.board()
    try Self.edit(Self.annas, in: folder) {
      $0[1] = $0[1].replacing(#""new":"D""#, with: #""new":"E""#)
    }
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: is what the log says, but the changes in the log do not lead there"
      ])
  }

  @Test func `a tail that was cut off`() throws {
    let folder = try Self.board()
    let bytes = try folder.bytes(of: Self.annas)
    try folder.write(Array(bytes.dropLast(10)), to: Self.annas)
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: is altered: since act 4 it was changed outside socboard, title from "
          + #""C" to "D""#,
        "log/: act 5 is in no log",
        "log/anna@desk.jsonl, line 2: ends in the middle of a line",
      ])
  }

  @Test func `a last line that was taken away`() throws {
    let folder = try Self.board()
    try Self.edit(Self.annas, in: folder) { $0.removeLast() }
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: is altered: since act 4 it was changed outside socboard, title from "
          + #""C" to "D""#,
        "log/: act 5 is in no log",
      ])
  }

  @Test func `a line that was made unreadable`() throws {
    let folder = try Self.board()
    try Self.edit(Self.chairs, in: folder) { $0[2] = $0[2].replacing(#","by""#, with: #",,"by""#) }
    let problems = try folder.problems().filter { $0.file == Self.chairs }
    #expect(problems.map(\.line) == [3])
    #expect(
      problems.first?.remedy == "Bring the line back from a copy of the log. Until then what the "
        + "log says of issues/drugs may lack an act.")
  }

  @Test func `a log that was taken away`() throws {
    let folder = try Self.board()
    try FileManager.default.removeItem(at: folder.url(Self.annas))
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: is altered: since act 4 it was changed outside socboard, title from "
          + #""C" to "D""#,
        "log/: act 3 is in no log", "log/: act 5 is in no log",
      ])
  }

  @Test func `the only log that was taken away`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save([SaveTests.rename(to: "A")])
    try FileManager.default.removeItem(at: folder.url("log"))
    #expect(try Self.findings(in: folder) == ["log/: acts 1 to 2 are in no log"])
  }

  @Test func `one number twice in a log`() throws {
    let folder = try Self.board()
    try Self.edit(Self.annas, in: folder) { $0.append($0[1]) }
    #expect(
      try Self.findings(in: folder).filter { $0.hasPrefix(Self.annas) } == [
        "log/anna@desk.jsonl, line 3, act: is 5, after 5",
        "log/anna@desk.jsonl, line 3, prev: does not continue the line before: a line was taken "
          + "out, put in or changed",
      ])
  }

  @Test func `a record that was forged`() throws {
    let folder = try Self.board()
    try folder.write(
      #"{"title": "D", "stage": "dismissed", "dismissReason": "none"}"#, to: "issues/drugs.json")
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: is altered: since act 5 it was changed outside socboard, dismissReason "
          + #"from nothing to "none", stage from "registered" to "dismissed""#
      ])
  }

  @Test func `an earlier state that was put back`() throws {
    let folder = try Self.board()
    try folder.write(#"{"title": "B", "stage": "registered"}"#, to: "issues/drugs.json")
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: does not show 2 acts, the last of them act 5 of anna@desk"
      ])
  }

  @Test func `a record that was laid out otherwise is the same record`() throws {
    let folder = try Self.board()
    try folder.write(#"{"title":"D",   "stage":"registered"}"#, to: "issues/drugs.json")
    #expect(try Self.findings(in: folder) == [])
  }

  @Test func `a record that was taken away`() throws {
    let folder = try Self.board()
    try FileManager.default.removeItem(at: folder.url("issues/drugs.json"))
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: is missing, and the log has it since act 1"
      ])
  }

  @Test func `a board file that was taken away`() throws {
    let folder = try Self.board()
    try FileManager.default.removeItem(at: folder.url("board.json"))
    #expect(
      try Self.findings(in: folder) == ["board.json: is missing, and the log has it since act 1"])
  }

  @Test func `a record that no log knows`() throws {
    let folder = try Self.board()
    try folder.write(#"{"date": "2018-02-06", "what": "W"}"#, to: "decisions/put-there.json")
    #expect(
      try Self.findings(in: folder).contains(
        "decisions/put-there.json: is in no log: it was put here outside socboard"))
  }

  @Test func `a change by hand that a later save went over`() throws {
    let folder = try Self.board()
    try folder.write(
      #"{"title": "D", "stage": "registered", "notes": "theirs"}"#, to: "issues/drugs.json")
    try folder.board.save([SaveTests.rename(from: "D", to: "E")])
    #expect(
      try Self.findings(in: folder) == [
        "issues/drugs.json: was changed outside socboard before act 6 of chair@desk, and no log has "
          + "that change"
      ])
  }

  @Test(arguments: [
    ("", "there is nothing here"), ("\0\0\0\0", "there is nothing here but zeros"),
    (#"{"title": "D", "stage""#, "the text ends in the middle"),
    (#"{"title": "D", "stage": "lost"}"#, "use one of"),
  ])
  func `a damaged record is told from an altered one`(text: String, what: String) throws {
    let folder = try Self.board()
    try folder.write(text, to: "issues/drugs.json")
    let problems = try folder.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.what.hasPrefix("is damaged: ") == true)
    #expect(problems.first?.what.contains(what) == true, "\(problems)")
    #expect(problems.first?.remedy == "“socboard recover” rebuilds it from the log.")
  }

  @Test func `nothing is compared where there has never been a log`() throws {
    let folder = try Self.board()
    for name in ["log", "locks"] { try FileManager.default.removeItem(at: folder.url(name)) }
    #expect(try Self.findings(in: folder) == [])
  }

  @Test func `open conflicts are listed, and are no problems`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save(Act([SaveTests.rename(to: "Theirs")], by: "anna@desk"))
    try folder.board.save([SaveTests.rename(to: "Mine")])
    #expect(try folder.problems() == [])
    let checked = try folder.board.check()
    #expect(
      checked.conflicts.map(\.description) == [
        #"issues/drugs.json, title: has two values: "Mine" of chair@desk stands, "Theirs" of "#
          + "anna@desk does not. Settle it on the screen, with c."
      ])
  }

  @Test func `nobody is seen half way while others save`() async throws {
    let folder = try TemporaryFolder.board()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in ["anna@desk", "ben@desk"] {
        group.addTask { [path = folder.path] in
          let board = BoardFolder(path: path, writer: writer)
          for count in 1...40 {
            let change = FieldChange(
              path: ["x-\(writer.prefix(3))"], old: count == 1 ? nil : .number(Number(count - 1)),
              new: .number(Number(count)))
            try board.save(Act([Edit(record: SaveTests.drugs, changes: [change])], by: writer))
          }
        }
      }
      group.addTask { [folder] in
        for _ in 1...10 {
          let problems = try folder.problems()
          #expect(problems == [])
        }
      }
      try await group.waitForAll()
    }
  }
}
