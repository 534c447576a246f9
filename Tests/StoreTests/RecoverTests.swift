import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

struct RecoverTests {
  /// A copy of the shipped board.
  static func shipped() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.copyItem(
      atPath: House.root.appending(path: "data/city-of-london").path, toPath: folder.path)
    return folder
  }

  /// The files of records in a folder.
  static func records(in folder: TemporaryFolder) throws -> [String] {
    try folder.everything().filter { $0.hasSuffix(".json") && !$0.contains("/.") }
  }

  /// What is wrong with a record, and what that does to its file.
  enum Damage: CaseIterable {
    case deleted, emptied, zeroed, truncated, overwritten, replaced

    func happen(to name: String, in folder: TemporaryFolder) throws {
      let bytes = try folder.bytes(of: name)
      switch self {
      case .deleted: try FileManager.default.removeItem(at: folder.url(name))
      case .emptied: try folder.write([], to: name)
      case .zeroed: try folder.write(bytes.map { _ in 0 }, to: name)
      case .truncated: try folder.write(Array(bytes.prefix(bytes.count / 2)), to: name)
      case .overwritten: try folder.write(Array(bytes.reversed()), to: name)
      case .replaced:
        try FileManager.default.removeItem(at: folder.url(name))
        try #require(symlink("elsewhere", folder.url(name).path) == 0)
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func `every record of the shipped board is rebuilt to the same bytes`(damage: Damage) throws {
    let folder = try Self.shipped()
    let before = try folder.contents()
    let records = try Self.records(in: folder)
    #expect(records.count == 89)
    for name in records { try damage.happen(to: name, in: folder) }
    let recovery = try folder.board.recover()
    #expect(recovery.left == [])
    #expect(recovery.steps.map(\.file).sorted() == records)
    for name in records { #expect(try folder.bytes(of: name) == before[name], "\(name)") }
    #expect(try folder.problems() == [])
    #expect(try folder.board.recover().steps == [])
  }

  @Test func `a damaged file is kept beside, and never replaced`() throws {
    let folder = try Self.shipped()
    for text in ["{1", "{2", "{3"] {
      try folder.write(text, to: "issues/cse.json")
      _ = try folder.board.recover()
    }
    let kept = try ["", "-2", "-3"].map { ending in
      String(decoding: try folder.bytes(of: "issues/.cse.json.damaged\(ending)"), as: UTF8.self)
    }
    #expect(kept == ["{1", "{2", "{3"])
  }

  @Test func `a board in order has nothing to recover, and no byte changes`() throws {
    for folder in [try Self.shipped(), try CheckTests.board()] {
      let before = try folder.contents()
      let recovery = try folder.board.recover()
      #expect(recovery.steps == [] && recovery.left == [])
      #expect(try folder.contents() == before)
    }
  }

  @Test func `the last act is finished`() throws {
    let folder = try InterruptedSaveTests.halfDone(InterruptedSaveTests.act)
    #expect(
      try folder.board.recover().steps.map(\.description)
        == ["issues/drugs.json: act 2 was finished."])
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
  }

  @Test func `half a line and files of interrupted saves are put out of the way`() throws {
    let folder = try CheckTests.board()
    let log = try folder.bytes(of: CheckTests.chairs)
    try folder.write(log + Array(#"{"act":6"#.utf8), to: CheckTests.chairs)
    try folder.write("x", to: "issues/.drugs.json.saving")
    try folder.write("x", to: ".board.json.saving")
    let recovery = try folder.board.recover()
    #expect(
      recovery.steps.map(\.file) == [
        CheckTests.chairs, ".board.json.saving", "issues/.drugs.json.saving",
      ])
    #expect(recovery.left == [])
    #expect(try folder.bytes(of: CheckTests.chairs) == log)
    #expect(try folder.bytes(of: "log/chair@desk.torn") == Array("{\"act\":6\n".utf8))
    #expect(try folder.everything().filter { $0.hasSuffix(".saving") } == [])
  }

  @Test func `a record that lacks several acts is brought up to the log`() throws {
    let folder = try CheckTests.board()
    let whole = try folder.bytes(of: "issues/drugs.json")
    try folder.write(#"{"title": "B", "stage": "registered"}"#, to: "issues/drugs.json")
    let recovery = try folder.board.recover()
    #expect(recovery.left == [])
    #expect(
      recovery.steps.map(\.what)
        == ["was brought up to the log, as act 5 of anna@desk left it"])
    #expect(try folder.bytes(of: "issues/drugs.json") == whole)
  }

  @Test func `what was altered is left alone, until somebody adopts it`() throws {
    let folder = try CheckTests.board()
    try folder.write(#"{"title": "By hand", "stage": "registered"}"#, to: "issues/drugs.json")
    try folder.write(#"{"date": "2018-02-06", "what": "W"}"#, to: "decisions/put-there.json")
    let before = try folder.contents()
    let untouched = try folder.board.recover()
    #expect(untouched.steps == [])
    #expect(untouched.left.map(\.file) == ["decisions/put-there.json", "issues/drugs.json"])
    #expect(try folder.contents() == before)
    let adopted = try folder.board.recover(adoptingAs: Act([], by: "ben@desk").stamp)
    #expect(adopted.left == [])
    #expect(
      adopted.steps.map(\.description) == [
        "decisions/put-there.json: was taken into the log by act 6.",
        "issues/drugs.json: was taken into the log by act 6: title from \"D\" to \"By hand\".",
      ])
    #expect(try folder.problems() == [])
    let act = try #require(try folder.board.history().history.acts.last)
    #expect(act.number == 6 && act.stamp.by == "ben@desk" && act.edits.count == 2)
    for (name, bytes) in before { #expect(try folder.bytes(of: name) == bytes, "\(name)") }
    // What was adopted is what is rebuilt, and the next act comes after it.
    try folder.board.save([SaveTests.rename(from: "By hand", to: "E")])
    let whole = try folder.bytes(of: "issues/drugs.json")
    try folder.write("", to: "issues/drugs.json")
    #expect(try folder.board.recover().left == [])
    #expect(try folder.bytes(of: "issues/drugs.json") == whole)
    #expect(try folder.board.history().history.acts.last?.number == 7)
  }

  @Test func `a change by hand that a save went over can be adopted`() throws {
    let folder = try CheckTests.board()
    try folder.write(
      #"{"title": "D", "stage": "registered", "notes": "theirs"}"#, to: "issues/drugs.json")
    try folder.board.save([SaveTests.rename(from: "D", to: "E")])
    let whole = try folder.bytes(of: "issues/drugs.json")
    #expect(try folder.board.recover(adoptingAs: Act([]).stamp).left == [])
    try folder.write("", to: "issues/drugs.json")
    #expect(try folder.board.recover().left == [])
    #expect(try folder.bytes(of: "issues/drugs.json") == whole)
  }

  @Test func `a board without a log gets one`() throws {
    let folder = try CheckTests.board()
    for name in ["log", "locks"] { try FileManager.default.removeItem(at: folder.url(name)) }
    #expect(try folder.board.recover(adoptingAs: Act([]).stamp).left == [])
    #expect(try folder.board.history().history.acts.map(\.edits.count) == [3])
    try FileManager.default.removeItem(at: folder.url("board.json"))
    #expect(try folder.board.recover().left == [])
    #expect(try folder.board.load().problems == [])
  }

  @Test func `what a damaged log cannot give back stays, and is told`() throws {
    let folder = try TemporaryFolder.board()
    let notes = FieldChange(path: ["notes"], old: nil, new: "N")
    try folder.board.save([Edit(record: SaveTests.drugs, changes: [notes])])
    try folder.board.save(Act([SaveTests.rename(to: "A")], by: "anna@desk"))
    try CheckTests.edit(CheckTests.chairs, in: folder) { $0[1] = "{" + $0[1] }
    try folder.write("", to: "issues/drugs.json")
    let recovery = try folder.board.recover()
    #expect(recovery.steps == [])
    let told = recovery.left.first { $0.file == "issues/drugs.json" }
    #expect(told?.remedy.hasPrefix("The log cannot rebuild it.") == true)
    #expect(try folder.bytes(of: "issues/drugs.json") == [])
    // All else is rebuilt from what can be read.
    try folder.write("", to: "areas/cse.json")
    #expect(try folder.board.recover().steps.map(\.file) == ["areas/cse.json"])
  }

  @Test func `numbers of acts that were taken out of the logs are not given again`() throws {
    let folder = try CheckTests.board()
    try CheckTests.edit(CheckTests.annas, in: folder) { $0.removeLast() }
    #expect(
      try folder.board.recover(adoptingAs: Act([]).stamp).left.map(\.what)
        == ["act 5 is in no log"])
    #expect(try folder.board.history().history.acts.last?.number == 6)
  }

  @Test func `a record of a newer format is left alone`() throws {
    let folder = try CheckTests.board()
    let text = #"{"format": 2, "stage": "registered", "title": "D"}"#
    try folder.write(text, to: "issues/drugs.json")
    let recovery = try folder.board.recover()
    #expect(recovery.steps == [])
    #expect(recovery.left.map(\.field) == ["format"])
    #expect(try folder.bytes(of: "issues/drugs.json") == Array(text.utf8))
  }

  @Test func `a recovery that fails at any step can be done again`() throws {
    func damaged() throws -> TemporaryFolder {
      let folder = try CheckTests.board()
      try folder.write("", to: "issues/drugs.json")
      try FileManager.default.removeItem(at: folder.url("areas/cse.json"))
      return folder
    }
    let complete = Fault(at: 0) { nil }
    let other = try damaged()
    _ = try other.board(disk: complete.disk).recover()
    for number in 1...complete.seen.count {
      let folder = try damaged()
      _ = try? folder.board(disk: Fault(at: number) { ENOSPC }.disk).recover()
      #expect(try folder.board.recover().left == [], "\(number)")
      #expect(try folder.value(of: "issues/drugs.json")["title"] == "D")
      #expect(try folder.bytes(of: "issues/.drugs.json.damaged") == [])
      #expect(try folder.everything().filter { $0.hasSuffix(".saving") } == [])
    }
  }

  @Test func `a folder that is no board is left alone`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.notABoard(path: folder.path)) { try folder.board.recover() }
    #expect(try folder.everything() == [])
  }
}
