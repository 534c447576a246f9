import Domain
import Foundation
import JSON
import Store
import Testing

/// What the next save does about one that was interrupted or refused in its middle.
struct AfterInterruptionTests {
  /// A board on which somebody's act is in the log, and its second record is as it was before.
  private func boardWithUnfinishedAct() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.board()
    let second = try FailingSaveTests.calls().count - 1
    let fault = Fault(at: second) { EIO }
    let error = #expect(throws: StoreError.self) {
      try folder.board(disk: fault.disk).save(FailingSaveTests.act)
    }
    #expect(error == .unfinished(missing: SaveTests.drugs, Errno(code: EIO)))
    return folder
  }

  @Test func `an act that was left unfinished is finished by the next save of anybody`() throws {
    let folder = try boardWithUnfinishedAct()
    #expect(try folder.count(as: "ben@desk", in: [.cse]) == nil)
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
    let audit = try Audit(folder)
    #expect(try audit.mistakes() == [])
    #expect(audit.history.acts.map(\.number) == [1, 2, 3])
  }

  @Test func `what a log says is on the disk before it is done`() throws {
    let folder = try boardWithUnfinishedAct()
    let fault = Fault(at: 0) { nil }
    try folder.board(disk: fault.disk).save([])
    #expect(
      fault.seen == [.open, .setMode, .lock]
        // The log; the record that was left behind; its place, and that of the other record.
        + [.sync] + [.open, .setMode, .write, .sync, .close] + [.rename, .sync] + [.sync])
  }

  @Test func `what the disk did not confirm is confirmed by the next save`() throws {
    let folder = try TemporaryFolder.board()
    let last = try FailingSaveTests.calls().count
    #expect(throws: StoreError.unconfirmed(path: "issues/drugs.json", Errno(code: EIO))) {
      try folder.board(disk: Fault(at: last) { EIO }.disk).save(FailingSaveTests.act)
    }
    let fault = Fault(at: 0) { nil }
    try folder.board(disk: fault.disk).save([])
    #expect(fault.seen == [.open, .setMode, .lock] + [.sync, .sync, .sync])
    try folder.board(disk: fault.disk).save([])
    #expect(fault.seen.suffix(3) == [.open, .setMode, .lock])
  }

  @Test(arguments: ["{\"act\":2,", "\0\0\0\n", "{\"act\":2,\0\0\0\"}\n", "\0\0\n\0\0\0\n"])
  func `what power left of a line is put aside`(rest: String) throws {
    let folder = try TemporaryFolder.board()
    let log = try folder.bytes(of: "log/chair@desk.jsonl")
    try folder.write(log + Array(rest.utf8), to: "log/chair@desk.jsonl")
    try FileManager.default.removeItem(at: folder.url("locks/board.lock"))
    let halves = try folder.board.history().problems.filter { $0.what.contains("the middle") }
    #expect(halves.count == 1)
    #expect(try folder.count(as: "chair@desk") == nil)
    #expect(try folder.bytes(of: "log/chair@desk.torn") == Array("\(rest)\n".utf8))
    #expect(try Audit(folder).mistakes() == [])
  }

  @Test func `a disk that takes nothing and gives no reason refuses`() throws {
    let folder = try TemporaryFolder.board()
    let disk = Disk { $0 == .write ? 0 : nil }
    #expect(throws: StoreError.cannotWrite(path: "issues/drugs.json", Errno(code: EIO))) {
      try folder.board(disk: disk).save([SaveTests.rename(to: "A")])
    }
  }

  @Test func `writers whose names make one file name undo only their own acts`() throws {
    let folder = try TemporaryFolder.board()
    #expect(try folder.count(as: "ada b", in: [.drugs]) == nil)
    #expect(try folder.count(as: "ada_b", in: [.cse]) == nil)
    #expect(try folder.everything().filter { $0.hasSuffix(".jsonl") }.count == 2)
    let undone = try folder.board.undo(.last, stamp: Act([], by: "ada b").stamp)
    #expect(undone.act.number == 2)
    #expect(try Audit(folder).mistakes() == [])
  }

  @Test(arguments: ["0", "-1", "9007199254740993", "9223372036854775807", "1.5"])
  func `a number that no act can have is in no log and no lock`(number: String) throws {
    let folder = try TemporaryFolder.board()
    try folder.write(
      #"{"act": \#(number), "boot": "\#(Disk.currentBoot)"}"#, to: "locks/board.lock")
    let line =
      #"{"act":\#(number),"at":"2018-02-06T10:42:00Z","by":"x","edits":[]}"# + "\n"
    try folder.write(line, to: "log/x.jsonl")
    #expect(try folder.board.history().problems.map(\.field) == ["act"])
    #expect(try folder.count(as: "chair@desk") == nil)
    #expect(try Audit(folder).history.acts.map(\.number) == [1, 2])
  }

  @Test func `a field deeper than any record is in no log`() throws {
    let folder = try TemporaryFolder.board()
    let keys = Array(repeating: #""a""#, count: 1_000_000).joined(separator: ",")
    let digest = String(repeating: "0", count: 64)
    let line =
      #"{"act":2,"at":"2018-02-06T10:42:00Z","by":"x","edits":[{"after":"\#(digest)","#
      + #""changes":[{"field":[\#(keys)],"new":1}],"record":"issues/drugs"}]}"# + "\n"
    try folder.write(line, to: "log/x.jsonl")
    #expect(try folder.board.history().problems.map(\.field) == ["edits"])
  }
}
