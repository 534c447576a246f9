import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

/// The board as it was, read from its logs.
struct AsAtTests {
  /// The board that ships, with its log.
  private let shipped = BoardFolder(
    path: House.root.appending(path: "data/city-of-london").path)

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test(arguments: [
    ("2018-02-06", 8, 0, 2, 1), ("2018-05-31", 8, 0, 5, 4), ("2018-09-27", 10, 3, 5, 8),
    ("2018-02", 8, 0, 2, 2), ("2016", 0, 0, 2, 0),
  ])
  func `the shipped board shows what was known on a day`(
    day: String, areas: Int, focus: Int, actions: Int, meetings: Int
  ) throws {
    let loaded = try shipped.load(asAt: date(day))
    #expect(loaded.problems == [])
    #expect(loaded.board.areas.count == areas)
    #expect(loaded.board.areas.standing.count { $0.status == .focus } == focus)
    #expect(loaded.board.actions.count == actions)
    #expect(loaded.board.meetings.count == meetings)
  }

  @Test func `as at its last day the shipped board is what its files say`() throws {
    let past = try shipped.load(asAt: date("2018-09-27")).board
    let now = try shipped.load().board
    for kind in Kind.allCases {
      for name in now.names(of: kind) { #expect(past.value(of: name) == now.value(of: name)) }
    }
  }

  @Test func `before its first day there is no board, and the day is named`() throws {
    let day = try date("2015-11-30")
    let first = try date("2015-12-31")
    #expect(throws: StoreError.unknownThen(day, first: first)) { try shipped.load(asAt: day) }
    #expect(
      "\(StoreError.unknownThen(day, first: first))"
        == "nothing is known of 30 Nov 2015: the board's log begins on 31 Dec 2015.")
  }

  @Test func `a board without logs says so`() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"format": 1, "name": "By hand"}"#, to: "board.json")
    let day = try date("2018-02-06")
    #expect(throws: StoreError.unknownThen(day, first: nil)) { try folder.board.load(asAt: day) }
  }

  @Test func `a record that stands in no log is listed, not guessed`() throws {
    let folder = try TemporaryFolder.board()
    try folder.write(#"{"title": "By hand", "stage": "watched"}"#, to: "issues/by-hand.json")
    let loaded = try folder.board.load(asAt: date("2018-02-06"))
    #expect(loaded.board["by-hand" as Identifier<Domain.Issue>] == nil)
    #expect(loaded.board["drugs" as Identifier<Domain.Issue>]?.title == "Drugs")
    #expect(loaded.problems.map(\.file) == ["issues/by-hand.json"])
    // Changed with the program later, it is known by that change only, which is no whole record.
    let edit = Edit(
      record: RecordName(Identifier<Domain.Issue>("by-hand")),
      changes: [FieldChange(path: ["title"], old: "By hand", new: "B")])
    try folder.board.save([edit])
    let again = try folder.board.load(asAt: date("2018-02-06"))
    #expect(again.board["by-hand" as Identifier<Domain.Issue>] == nil)
    #expect(again.problems.map(\.file) == ["issues/by-hand.json"])
    #expect(again.problems.map(\.field) == ["stage"])
  }

  @Test func `what came true earlier than it was typed counts from that day`() throws {
    let folder = try TemporaryFolder.board()
    let edit = SaveTests.rename(to: "Drug supply")
    try folder.board.save(
      Act(
        stamp: Stamp(at: Timestamp(startOf: date("2018-06-01")), by: "chair@desk"),
        effective: date("2018-03-05"), edits: [edit]))
    func title(_ day: String) throws -> String? {
      try folder.board.load(asAt: date(day)).board["drugs" as Identifier<Domain.Issue>]?.title
    }
    #expect(try title("2018-03-04") == "Drugs")
    #expect(try title("2018-03-05") == "Drug supply")
  }
}
