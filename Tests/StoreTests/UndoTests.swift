import Domain
import Foundation
import JSON
import Store
import Testing

struct UndoTests {
  private let folder: TemporaryFolder
  private let chair = Stamp(at: Timestamp(seconds: 1_517_920_000), by: "chair@desk")

  init() throws { folder = try TemporaryFolder.board() }

  private func title() throws -> Value? { try folder.value(of: "issues/drugs.json")["title"] }

  private func rename(_ old: Value, _ new: Value, by writer: String = "chair@desk") throws {
    try folder.board.save(Act([SaveTests.rename(from: old, to: new)], by: writer))
  }

  @Test func `acts are taken back from the last, and done again from the last undo`() throws {
    for (old, new) in [("Drugs", "A"), ("A", "B"), ("B", "C")] as [(Value, Value)] {
      try rename(old, new)
    }
    var titles: [Value?] = []
    for which: Undoing in [.last, .last, .undo, .last, .last, .undo, .undo, .undo] {
      _ = try folder.board.undo(which, stamp: chair)
      titles.append(try title())
    }
    #expect(titles == ["B", "A", "B", "A", "Drugs", "A", "B", "C"])
    #expect(throws: StoreError.nothingToUndo(.undo)) {
      try folder.board.undo(.undo, stamp: chair)
    }
  }

  @Test func `what was done since an undo ends what can be done again`() throws {
    try rename("Drugs", "A")
    _ = try folder.board.undo(.last, stamp: chair)
    try rename("Drugs", "B")
    #expect(throws: StoreError.nothingToUndo(.undo)) {
      try folder.board.undo(.undo, stamp: chair)
    }
    _ = try folder.board.undo(.last, stamp: chair)
    #expect(try title() == "Drugs")
  }

  @Test func `only one's own acts are taken back, and not the making of the board`() throws {
    try rename("Drugs", "A", by: "anna@desk")
    #expect(throws: StoreError.nothingToUndo(.last)) {
      try folder.board.undo(.last, stamp: chair)
    }
    #expect(throws: StoreError.nothingToUndo(.act(2))) {
      try folder.board.undo(.act(2), stamp: chair)
    }
    #expect(try title() == "A")
  }

  @Test func `an act is not taken back where somebody has changed the field since`() throws {
    try rename("Drugs", "A")
    try rename("A", "B", by: "anna@desk")
    let before = try folder.contents()
    let error = try #require(throws: StoreError.self) {
      try folder.board.undo(.last, stamp: chair)
    }
    #expect(error.category == .conflict)
    #expect(error.description.contains("set title to \"B\""))
    #expect(try folder.contents() == before)
  }

  @Test func `what others did to other fields stays`() throws {
    try rename("Drugs", "A")
    let notes = Edit(
      record: SaveTests.drugs, changes: [FieldChange(path: ["notes"], old: nil, new: "N")])
    try folder.board.save(Act([notes], by: "anna@desk"))
    _ = try folder.board.undo(.last, stamp: chair)
    let issue = try folder.value(of: "issues/drugs.json")
    #expect(issue["title"] == "Drugs")
    #expect(issue["notes"] == "N")
    #expect(issue["updated"]?["by"] == "chair@desk")
  }

  @Test func `a record that was made is removed, and comes back`() throws {
    try folder.board.save([SaveTests.decide])
    _ = try folder.board.undo(.last, stamp: chair)
    #expect(try folder.value(of: "decisions/first.json")["deleted"]?["by"] == "chair@desk")
    _ = try folder.board.undo(.undo, stamp: chair)
    #expect(try folder.value(of: "decisions/first.json")["deleted"] == nil)
  }

  @Test func `an entry of a list goes as a whole`() throws {
    let review = Edit(
      record: RecordName(Identifier<Area>("cse")),
      changes: FieldChange.between(
        [:], ["reviews": ["first": ["date": "2018-02-06", "next": "2018-08"]]]))
    let before = try folder.value(of: "areas/cse.json")
    try folder.board.save([review])
    _ = try folder.board.undo(.last, stamp: chair)
    var after = try #require(try folder.value(of: "areas/cse.json").objectValue)
    after["updated"] = nil
    #expect(.object(after) == before)
  }

  @Test func `a record that was made is not removed when it says more by now`() throws {
    try folder.board.save([SaveTests.decide])
    let notes = Edit(
      record: SaveTests.decision, changes: [FieldChange(path: ["notes"], old: nil, new: "N")])
    try folder.board.save(Act([notes], by: "anna@desk"))
    let error = try #require(throws: StoreError.self) {
      try folder.board.undo(.last, stamp: chair)
    }
    #expect(error.description.contains("set notes to \"N\""))
  }

  @Test func `an act of some number is taken back once`() throws {
    try rename("Drugs", "A")
    try folder.board.save([SaveTests.decide])
    let undone = try folder.board.undo(.act(2), stamp: chair)
    #expect(undone.act.number == 2)
    #expect(undone.readings.map(\.name) == [SaveTests.drugs])
    #expect(try title() == "Drugs")
    #expect(throws: StoreError.nothingToUndo(.act(2))) {
      try folder.board.undo(.act(2), stamp: chair)
    }
  }
}
