import Domain
import Foundation
import JSON
import Store
import Testing

/// What a crash has left half done is finished by whoever writes next.
struct FinishTests {
  private static let notes = Edit(
    record: SaveTests.drugs, changes: [FieldChange(path: ["notes"], old: nil, new: "N")])

  /// A board whose last act stands in the log, while its records were put back.
  private func crashed(undoing names: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder.board()
    let before = try folder.contents()
    try folder.board.save(FailingSaveTests.act)
    for name in names {
      if let bytes = before[name] {
        try folder.write(bytes, to: name)
      } else {
        try FileManager.default.removeItem(at: folder.url(name))
      }
    }
    return folder
  }

  @Test(arguments: [
    ["issues/drugs.json"], ["decisions/first.json"], ["decisions/first.json", "issues/drugs.json"],
  ])
  func `all of an act is there after the next save, or none of it`(names: [String]) throws {
    let folder = try crashed(undoing: names)
    // The one who crashed has not left the lock in order.
    try folder.write(#"{"process": 1, "writer": "chair@desk"}"#, to: "locks/board.lock")
    try folder.board.save(Act([Self.notes], by: "anna@desk"))
    #expect(try folder.value(of: "decisions/first.json")["what"] == "Rename it")
    let issue = try folder.value(of: "issues/drugs.json")
    #expect(issue["title"] == "Drug supply")
    #expect(issue["notes"] == "N")
    let (history, problems) = try folder.board.history()
    #expect(problems == [])
    #expect(history.documents[SaveTests.drugs] == issue)
    #expect(history.acts.map(\.number) == [1, 2, 3])
  }

  @Test func `after a power cut the logs are looked at, whatever the lock says`() throws {
    let folder = try crashed(undoing: ["issues/drugs.json"])
    let rebooted = folder.board(disk: Disk(boot: "another run"))
    try rebooted.save(Act([Self.notes], by: "anna@desk"))
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
  }

  @Test func `an act that was refused is never finished`() throws {
    let rename = try #require(
      try FailingSaveTests.calls().firstIndex(of: .rename))
    let folder = try TemporaryFolder.board()
    let before = try folder.contents()
    #expect(throws: StoreError.self) {
      try folder.board(disk: Fault(at: rename + 1) { EIO }.disk).save(FailingSaveTests.act)
    }
    #expect(try folder.contents() == before)
    try folder.write("", to: "locks/board.lock")
    try folder.board.save(Act([Self.notes], by: "anna@desk"))
    #expect(!folder.holds("decisions/first.json"))
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drugs")
    #expect(try folder.board.history().history.acts.map(\.number) == [1, 2])
  }

  @Test func `a line that can neither be synced nor taken back is told as uncertain`() throws {
    let calls = try FailingSaveTests.calls()
    let sync = try #require(calls.lastIndex(of: .write)) + 1
    let fault = Fault(from: sync + 1) { EIO }
    let folder = try TemporaryFolder.board()
    let error = #expect(throws: StoreError.self) {
      try folder.board(disk: fault.disk).save(FailingSaveTests.act)
    }
    #expect(error == StoreError.uncertain(path: "log/chair@desk.jsonl", Errno(code: EIO)))
    // Whatever became of it, the next save finds log and records agreeing.
    try folder.board.save(Act([Self.notes], by: "anna@desk"))
    let history = try folder.board.history().history
    for (name, document) in history.documents {
      #expect(document.canonicalBytes == (try folder.bytes(of: name.path)), "\(name)")
    }
  }
}
