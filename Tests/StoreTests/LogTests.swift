import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

struct LogTests {
  @Test func `an act is one line, with who, when, from and to`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save(
      Act(
        stamp: Act([]).stamp, effective: CalendarDate("2018-02"),
        edits: [SaveTests.decide, SaveTests.rename(to: "Drug supply")]))
    let lines = try folder.lines(of: "log/chair@desk.jsonl")
    #expect(lines.count == 2)
    let line = try Value(parsing: Array(try #require(lines.last).utf8))
    #expect(line["act"] == 2)
    #expect(line["at"] == "2018-02-06T10:42:00Z")
    #expect(line["by"] == "chair@desk")
    #expect(line["effective"] == "2018-02")
    #expect(line["prev"]?.stringValue?.utf8.count == 64)
    let edits = try #require(line["edits"]?.arrayValue)
    #expect(edits.map { $0["record"] } == ["decisions/first", "issues/drugs"])
    #expect(edits[0]["before"] == nil)
    #expect(edits[1]["before"] != nil)
    #expect(
      edits[1]["changes"] == [["field": ["title"], "new": "Drug supply", "old": "Drugs"]])
    #expect(line.compactText == lines.last)
  }

  @Test func `acts of several writers are numbered in the order they were done`() throws {
    let folder = try TemporaryFolder.board()
    for (count, writer) in ["anna@desk", "ben@desk", "anna@desk"].enumerated() {
      try folder.board.save(
        Act([SaveTests.rename(from: .string("\(count)"), to: .string("\(count + 1)"))], by: writer))
    }
    let (history, problems) = try folder.board.history()
    #expect(problems == [])
    #expect(history.acts.map(\.number) == [1, 2, 3, 4])
    #expect(history.acts.map(\.stamp.by) == ["chair@desk", "anna@desk", "ben@desk", "anna@desk"])
    #expect(
      try folder.everything().filter { $0.hasPrefix("log/") }
        == ["log/anna@desk.jsonl", "log/ben@desk.jsonl", "log/chair@desk.jsonl"])
  }

  @Test(arguments: [
    ("anna@desk", "anna@desk"), ("Anna Lee", "Anna_Lee"), ("../etc/x", "_../etc/x"),
    (".hidden", "_.hidden"), ("", "_"), ("\u{1B}[2Jé", "__2J__"),
  ])
  func `any writer has a log whose name harms nobody`(writer: String, name: String) throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save(Act([SaveTests.rename(to: "A")], by: writer))
    let plain = name.replacingOccurrences(of: "/", with: "_")
    #expect(folder.holds("log/\(plain).jsonl"))
    #expect(try folder.board.history().history.acts.last?.stamp.by == writer)
  }

  @Test func `the logs say what the records say`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save([SaveTests.decide, SaveTests.rename(to: "A")])
    try folder.board.save(Act([SaveTests.rename(to: "B")], by: "anna@desk"))
    let documents = try folder.board.history().history.documents
    #expect(documents.count == 4)
    for (name, document) in documents {
      #expect(document.canonicalBytes == (try folder.bytes(of: name.path)), "\(name)")
    }
  }

  @Test func `half a line is put aside, and the log goes on behind the last whole one`() throws {
    let folder = try TemporaryFolder.board()
    let whole = try folder.bytes(of: "log/chair@desk.jsonl")
    try folder.write(whole + Array(#"{"act":2,"at""#.utf8), to: "log/chair@desk.jsonl")
    #expect(try folder.board.history().problems.map(\.what) == ["ends in the middle of a line"])
    try folder.board.save([SaveTests.rename(to: "A")])
    #expect(
      try folder.bytes(of: "log/chair@desk.torn") == Array("{\"act\":2,\"at\"\n".utf8))
    let (history, problems) = try folder.board.history()
    #expect(problems == [])
    #expect(history.acts.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    ("\"Drugs\"", "\"Drogs\"", "does not continue the line before"),
    ("\"act\":2", "\"act\":1", "is 1, after 1"),
    ("\"by\":\"chair@desk\"", "\"by\":7", "is not what a log says there"),
    ("{\"act\":2,", "{\"act\":2,,", "expected"),
  ])
  func `a log that was tampered with is told, with its line`(
    old: String, new: String, what: String
  ) throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save([SaveTests.rename(to: "A")])
    try folder.board.save([SaveTests.rename(from: "A", to: "B")])
    var lines = try folder.lines(of: "log/chair@desk.jsonl")
    lines[1] = lines[1].replacingOccurrences(of: old, with: new)
    try folder.write(lines.joined(separator: "\n") + "\n", to: "log/chair@desk.jsonl")
    let problems = try folder.board.history().problems
    #expect(problems.contains { $0.what.contains(what) || what == "expected" }, "\(problems)")
    #expect(problems.allSatisfy { $0.file == "log/chair@desk.jsonl" && $0.line != nil })
  }

  @Test func `the shipped log is read whole`() throws {
    let board = BoardFolder(path: House.root.appending(path: "data/city-of-london").path)
    let (history, problems) = try board.history()
    #expect(problems == [])
    #expect(history.acts.count == 20)
    for (name, document) in history.documents {
      let file = House.root.appending(path: "data/city-of-london/\(name.path)")
      #expect(document.canonicalBytes == [UInt8](try Data(contentsOf: file)), "\(name)")
    }
  }
}

extension TemporaryFolder {
  /// The lines of a file, without the last line break.
  func lines(of name: String) throws -> [String] {
    String(decoding: try bytes(of: name), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
