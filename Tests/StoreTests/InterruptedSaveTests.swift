import Domain
import Foundation
import JSON
import Store
import Testing

/// What comes after a save that was not carried to its end.
struct InterruptedSaveTests {
  static let act = [SaveTests.decide, SaveTests.rename(to: "Drug supply")]
  static let note = Edit(
    record: RecordName(Identifier<Area>("cse")),
    changes: [FieldChange(path: ["notes"], old: nil, new: "N")])

  /// A board on which the disk failed after the first record of an act was in its place.
  static func halfDone(_ edits: [Edit]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder.board()
    let fault = Fault(at: 2, of: .rename) { EIO }
    let error = #expect(throws: StoreError.self) {
      try folder.board(disk: fault.disk).save(edits)
    }
    guard case .unfinished = error else {
      Testing.Issue.record(error ?? CancellationError())
      return folder
    }
    return folder
  }

  @Test func `an act that is half done is finished before the next one is begun`() throws {
    let folder = try Self.halfDone(Self.act)
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drugs")
    try folder.board.save(Act([Self.note], by: "anna@desk"))
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
    #expect(try folder.board.history().history.acts.map(\.number) == [1, 2, 3])
    #expect(try folder.problems() == [])
  }

  @Test func `a check tells of an act that is half done, and changes nothing`() throws {
    let folder = try Self.halfDone(Self.act)
    let before = try folder.contents()
    #expect(
      try folder.problems().map(\.description) == [
        "issues/drugs.json: does not show act 2 of chair@desk yet: the save was interrupted. "
          + "The next save, or “socboard recover”, finishes it."
      ])
    #expect(try folder.contents() == before)
  }

  @Test func `an act that is half done can be taken back`() throws {
    let folder = try Self.halfDone([SaveTests.rename(to: "Drug supply"), SaveTests.decide])
    #expect(!folder.holds("decisions/first.json"))
    _ = try folder.board.undo(.last, stamp: Act([]).stamp)
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drugs")
    #expect(try folder.value(of: "decisions/first.json")["deleted"] != nil)
    #expect(try folder.problems() == [])
  }

  @Test func `a program that opens the board finishes it, and tells which records changed`() throws
  {
    let folder = try Self.halfDone(Self.act)
    #expect(try folder.board.finishInterruptedSave() == [SaveTests.drugs])
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "Drug supply")
    #expect(try folder.board.finishInterruptedSave() == [])
  }

  @Test func `a board on which nothing is half done is not written to when it is opened`() throws {
    let folder = try TemporaryFolder.board()
    let none = Fault(at: 0) { nil }
    #expect(try folder.board(disk: none.disk).finishInterruptedSave() == [])
    try FileManager.default.removeItem(at: folder.url("locks"))
    #expect(try folder.board(disk: none.disk).finishInterruptedSave() == [])
    #expect(none.seen == [])
    #expect(!folder.holds("locks"))
  }

  @Test func `what somebody brought into the logs counts for the next number`() throws {
    let folder = try TemporaryFolder.board()
    let copy = try TemporaryFolder()
    try FileManager.default.removeItem(atPath: copy.path)
    try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
    try copy.board.save(Act([Self.note], by: "anna@desk"))
    for name in ["areas/cse.json", "log/anna@desk.jsonl"] {
      try folder.write(try copy.bytes(of: name), to: name)
    }
    try folder.board.save([SaveTests.rename(to: "A")])
    #expect(try folder.board.history().history.acts.map(\.number) == [1, 2, 3])
    #expect(try folder.problems() == [])
  }

  @Test func `two writers whose logs are called the same take back only their own acts`() throws {
    let folder = try TemporaryFolder.board()
    try folder.board.save(Act([SaveTests.rename(to: "A")], by: "anna b"))
    let stamp = Act([], by: "anna_b").stamp
    #expect(throws: StoreError.nothingToUndo(.last)) { try folder.board.undo(.last, stamp: stamp) }
    #expect(try folder.value(of: "issues/drugs.json")["title"] == "A")
  }
}
