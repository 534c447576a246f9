import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

struct SaveTests {
  static let drugs = RecordName(Identifier<Domain.Issue>("drugs"))
  static let decision = RecordName(Identifier<Decision>("first"))

  static func rename(from old: Value = "Drugs", to new: Value) -> Edit {
    Edit(record: drugs, changes: [FieldChange(path: ["title"], old: old, new: new)])
  }

  static let decide = Edit(
    record: decision,
    changes: FieldChange.between([:], ["date": "2018-02-06", "what": "Rename it"]), isNew: true)

  @Test func `a saved edit is on the disk, in canonical bytes`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save([Self.rename(to: "Drug supply")])
    #expect(
      try String(decoding: folder.bytes(of: "issues/drugs.json"), as: UTF8.self)
        == "{\n  \"stage\": \"registered\",\n  \"title\": \"Drug supply\"\n}\n")
    #expect(
      try folder.board.load().board["drugs" as Identifier<Domain.Issue>]?.title == "Drug supply")
  }

  @Test func `what the program does not know survives an edit`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(
      #"{"title": "Drugs", "stage": "registered", "colour": {"of": [1.50, "é", null]}}"#,
      to: "issues/drugs.json")
    try folder.board.save([Self.rename(to: "Drug supply")])
    #expect(
      try folder.value(of: "issues/drugs.json") == [
        "colour": ["of": [.number(try #require(Number(literal: "1.50"))), "é", .null]],
        "stage": "registered", "title": "Drug supply",
      ])
  }

  @Test func `another field that somebody changed meanwhile is kept`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(
      #"{"title": "Drugs", "stage": "watched", "notes": "theirs"}"#, to: "issues/drugs.json")
    try folder.board.save([Self.rename(to: "Drug supply")])
    #expect(
      try folder.value(of: "issues/drugs.json")
        == ["notes": "theirs", "stage": "watched", "title": "Drug supply"])
  }

  @Test func `two values for one field are both kept, and the reading says so`() throws {
    let folder = try TemporaryFolder.board()
    let theirs = Act([Self.rename(to: "Theirs")], by: "anna@desk")
    #expect(try folder.board.save(theirs) == [])
    let readings = try folder.board.save([Self.rename(to: "Mine")])
    let document = try folder.value(of: "issues/drugs.json")
    #expect(readings == [RecordReading(name: Self.drugs, outcome: .document(document))])
    #expect(document["title"] == "Mine")
    let at: Value = "2018-02-06T10:42:00Z"
    #expect(
      document["conflicts"] == [
        [
          "base": "Drugs", "field": "title",
          "kept": ["at": at, "by": "chair@desk", "value": "Mine"],
          "other": ["at": at, "by": "anna@desk", "value": "Theirs"],
        ]
      ])
  }

  @Test func `a contested value is its author's, not the record's last editor's`() throws {
    let folder = try TemporaryFolder.board()
    let notes = Edit(
      record: Self.drugs,
      changes: [
        FieldChange(path: ["notes"], old: nil, new: "N"),
        FieldChange(
          path: ["updated"], old: nil, new: ["at": "2018-02-06T10:42:00Z", "by": "ben@desk"]),
      ])
    try folder.board.save(Act([Self.rename(to: "Theirs")], by: "anna@desk"))
    try folder.board.save(Act([notes], by: "ben@desk"))
    try folder.board.save([Self.rename(to: "Mine")])
    let conflict = try folder.value(of: "issues/drugs.json")["conflicts"]?.arrayValue?.first
    #expect(conflict?["other"]?["by"] == "anna@desk")
  }

  @Test func `somebody else's stamp refuses nobody`() throws {
    let folder = try TemporaryFolder.board()
    let loaded = try folder.board.load().board
    for (writer, field) in [("one@desk", "notes"), ("two@desk", "source")] {
      var board = loaded
      var issue = try #require(board["drugs" as Identifier<Domain.Issue>])
      if field == "notes" { issue.header.notes = "A" } else { issue.header.source = "B" }
      let stamp = Stamp(at: Timestamp(seconds: 1_517_913_720), by: writer)
      let edit = board.put(issue, stamp: stamp)
      try folder.board.save([try #require(edit)])
    }
    let issue = try #require(
      try folder.board.load().board["drugs" as Identifier<Domain.Issue>])
    #expect(issue.header.notes == "A" && issue.header.source == "B")
    #expect(issue.header.updated?.by == "two@desk")
  }

  @Test func `an edit that changes nothing changes no byte`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(#"{"title":"Drugs",   "stage":"registered"}"#, to: "issues/drugs.json")
    let before = try status(of: folder, "issues/drugs.json")
    let bytes = try folder.bytes(of: "issues/drugs.json")
    try folder.board.save([Self.rename(from: "Old", to: "Drugs")])
    #expect(try folder.bytes(of: "issues/drugs.json") == bytes)
    let after = try status(of: folder, "issues/drugs.json")
    #expect(before.st_ino == after.st_ino && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
  }

  @Test func `the group can read and write what is saved`() throws {
    let folder = try TemporaryFolder.board()
    try FileManager.default.removeItem(at: folder.url("decisions"))
    try FileManager.default.removeItem(at: folder.url("locks"))
    try folder.board.save([Self.decide, Self.rename(to: "Drug supply")])
    for name in ["issues/drugs.json", "decisions/first.json", "locks/board.lock", "board.json"] {
      #expect(try status(of: folder, name).st_mode & 0o7777 == 0o660, "\(name)")
    }
    for name in ["decisions", "locks", "issues"] {
      #expect(try status(of: folder, name).st_mode & 0o7777 == 0o2770, "\(name)")
    }
  }

  @Test func `a narrow umask does not shut the group out`() async throws {
    let folder = try TemporaryFolder()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      umask(0o077)
      try BoardFolder.create(at: path + "/board", records: TemporaryFolder.smallBoard)
      try BoardFolder(path: path + "/board").save([
        SaveTests.decide, SaveTests.rename(to: "Drug supply"),
      ])
    }
    for name in ["board/issues/drugs.json", "board/decisions/first.json", "board/locks/board.lock"]
    {
      #expect(try status(of: folder, name).st_mode & 0o7777 == 0o660, "\(name)")
    }
    for name in ["board", "board/decisions", "board/locks"] {
      #expect(try status(of: folder, name).st_mode & 0o7777 == 0o2770, "\(name)")
    }
  }

  private func status(of folder: TemporaryFolder, _ name: String) throws -> stat {
    var status = stat()
    try #require(lstat(folder.url(name).path, &status) == 0)
    return status
  }
}

struct ActTests {
  @Test func `the records of an act are all saved`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save([SaveTests.decide, SaveTests.rename(to: "Drug supply")])
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
    #expect(try folder.value(of: "decisions/first.json")["what"] == "Rename it")
  }

  @Test func `several edits of one record build on each other`() throws {
    let folder = try TemporaryFolder.board()
    let notes = Edit(
      record: SaveTests.decision, changes: [FieldChange(path: ["notes"], old: nil, new: "N")])
    try folder.board.save([
      SaveTests.decide, SaveTests.rename(to: "A"), notes, SaveTests.rename(from: "A", to: "B"),
    ])
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "B")
    #expect(try folder.value(of: "decisions/first.json")["notes"] == "N")
  }

  @Test func `a refusal of the second record refuses the first too`() throws {
    let folder = try TemporaryFolder.board()
    let before = try folder.contents()
    let gone = Edit(
      record: RecordName(Identifier<Domain.Issue>("never-made")),
      changes: [FieldChange(path: ["title"], old: "Old", new: "Mine")])
    let error = try #require(throws: StoreError.self) {
      try folder.board.save([SaveTests.decide, gone])
    }
    #expect(error.category == .conflict)
    #expect(try folder.contents() == before)
  }

  @Test func `an act that is saved twice is saved once`() throws {
    let folder = try TemporaryFolder.board()
    let act = [SaveTests.decide, SaveTests.rename(to: "Drug supply")]
    try folder.board.save(act)
    let before = try folder.contents()
    try folder.board.save(act)
    #expect(try folder.contents() == before)
  }
}

/// What refuses a save because of what stands on the disk.
struct SaveRefusalTests {
  /// The error of a save, after which nothing has changed.
  private func refusal(of edits: [Edit], in folder: TemporaryFolder) throws -> StoreError {
    let before = try folder.contents()
    let error = try #require(throws: StoreError.self) { try folder.board.save(edits) }
    #expect(try folder.contents() == before)
    #expect(error.description.hasSuffix("."))
    return error
  }

  @Test func `a record made meanwhile under the same name is not overwritten`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(#"{"date": "2018-02-06", "what": "Theirs"}"#, to: "decisions/first.json")
    let error = try refusal(of: [SaveTests.decide], in: folder)
    #expect(error == .madeMeanwhile(SaveTests.decision))
    #expect(error.category == .conflict)
  }

  @Test func `a record that was taken away is not made again`() throws {
    let folder = try TemporaryFolder.board()
    try FileManager.default.removeItem(at: folder.url("issues/drugs.json"))
    let error = try refusal(of: [SaveTests.rename(to: "A")], in: folder)
    #expect(error == .goneMeanwhile(SaveTests.drugs))
    #expect(error.category == .conflict)
  }

  @Test func `a record that was damaged is not touched`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write("{\n\"title\": \"Drugs\",\n}", to: "issues/drugs.json")
    let error = try refusal(of: [SaveTests.rename(to: "A")], in: folder)
    #expect(error.category == .badData)
    #expect(error.description.hasPrefix("issues/drugs.json, line 2, column 17: a comma"))
  }

  @Test func `a record of a newer format is not touched`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(
      #"{"format": 2, "stage": "registered", "title": "Drugs"}"#, to: "issues/drugs.json")
    let error = try refusal(of: [SaveTests.rename(to: "A")], in: folder)
    #expect(error == .tooNew(path: "issues/drugs.json", format: 2))
  }

  @Test func `a board of a newer format is not written`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(#"{"format": 2, "name": "A"}"#, to: "board.json")
    let error = try refusal(of: [SaveTests.rename(to: "A")], in: folder)
    #expect(error == .tooNew(path: "board.json", format: 2))
  }

  @Test func `a record that has become a link is not followed`() throws {
    let folder = try TemporaryFolder.board()
    try FileManager.default.moveItem(
      at: folder.url("issues/drugs.json"), to: folder.url("elsewhere.json"))
    try #require(symlink("../elsewhere.json", folder.url("issues/drugs.json").path) == 0)
    let error = try refusal(of: [SaveTests.rename(to: "A")], in: folder)
    #expect(error.description.contains("links are not followed"))
  }

  @Test(arguments: ["issues", "locks"])
  func `a folder that has become a link or a file is not written to`(name: String) throws {
    for isLink in [true, false] {
      let folder = try TemporaryFolder.board()
      try FileManager.default.moveItem(at: folder.url(name), to: folder.url("moved"))
      if isLink {
        try #require(symlink("moved", folder.url(name).path) == 0)
      } else {
        try folder.write("", to: name)
      }
      let error = try refusal(of: [SaveTests.rename(to: "A")], in: folder)
      #expect(error.category == .cannotWrite)
      #expect(error.description.hasPrefix("\(name)/ could not be saved: it is not a folder"))
    }
  }

  @Test func `a lock that is a link is not followed`() throws {
    let folder = try TemporaryFolder.board()
    try FileManager.default.removeItem(at: folder.url("locks/board.lock"))
    try #require(symlink("../board.json", folder.url("locks/board.lock").path) == 0)
    let error = try refusal(of: [SaveTests.rename(to: "A")], in: folder)
    #expect(error.category == .cannotWrite)
    #expect(error.description.contains("links are not followed"))
  }

  @Test func `a record that would be too large to read is not written`() throws {
    let folder = try TemporaryFolder.board()
    let text = Value.string(String(repeating: "a", count: 1 << 20))
    let error = try refusal(of: [SaveTests.rename(to: text)], in: folder)
    #expect(error.category == .badData)
    #expect(error.description.contains("1048576 bytes"))
  }

  @Test func `an edit that leaves no whole record is not written`() throws {
    let folder = try TemporaryFolder.board()
    let error = try refusal(of: [SaveTests.rename(to: 3)], in: folder)
    #expect(error.description.contains("title"))
    #expect(error.category == .badData)
  }

  @Test func `a folder that is no board is not made one`() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: StoreError.self) {
      try folder.board.save([SaveTests.rename(to: "A")])
    }
    #expect(error == .notABoard(path: folder.path))
    #expect(try folder.everything() == [])
  }
}
