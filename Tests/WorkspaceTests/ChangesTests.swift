import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// `c`: what changed since one last looked, and settling two values for one field.
struct ChangesTests {
  var desk: Desk
  var anna = Colleague()

  init() throws { desk = Desk(try .shipped()) }

  private mutating func edits() -> [Edit] {
    desk.takeEffects().flatMap { effect in
      if case .save(let act) = effect { act.edits } else { [] as [Edit] }
    }
  }

  /// Three conflicts: one over a number, two over texts.
  private mutating func quarrel() {
    let number = desk.conflict("values.volume.value", base: 2, mine: 1, theirs: 3)
    desk.receive(
      anna.changes(desk.card("cse")) {
        $0.values["volume"] = 3
        $0.header.conflicts = [number]
      })
    for id in ["modern-slavery", "illicit-trade-in-drugs"] as [Identifier<Area>] {
      let text = desk.conflict("title", base: "Old", mine: "Mine", theirs: "Theirs")
      desk.receive(
        anna.changes(desk.area(id)) {
          $0.title = "Theirs"
          $0.header.conflicts = [text]
        })
    }
  }

  @Test mutating func `every change is listed with who, when and from what to what`() {
    desk.receive(anna.changes(desk.card("cse")) { $0.values["volume"] = 3 })
    desk.receive(anna.changes(desk.area("illicit-trade-in-drugs")) { $0.title = "Drugs" })
    desk.press("c")
    #expect(desk.shows("Since you last looked: 2"))
    #expect(desk.rows.contains { $0.contains("08:35 anna") && $0.contains("volume 0.5 → 3") })
    #expect(
      desk.rows.contains {
        $0.contains("08:36 anna") && $0.contains("title Illicit trade in drugs → Drugs")
      })
    desk.press(.escape, "c")
    #expect(desk.shows("Seen before: 2"))
    #expect(!desk.shows("Since you last looked"))
  }

  @Test mutating func `what stands on the list has been looked at`() {
    desk.receive(anna.changes(desk.area("illicit-trade-in-drugs")) { $0.title = "Drugs" })
    #expect(desk.shows("changed"))
    #expect(desk.shows("c what changed"))
    desk.press("c", .escape)
    #expect(!desk.shows("changed"))
  }

  @Test mutating func `Enter goes to the record, in its pane`() {
    desk.receive(anna.changes(desk.card("modern-slavery-illustration")) { $0.values["volume"] = 2 })
    desk.press("c", .enter)
    #expect(desk.state.pane == .risk)
    #expect(desk.state.selectedName == RecordName("issues/modern-slavery-illustration"))
    desk.receive(anna.changes(desk.area("illicit-trade-in-drugs")) { $0.title = "Drugs" })
    desk.press("1", "/")
    desk.type("fraud")
    desk.press(.enter, "c", .enter)
    #expect(desk.state.selectedName == RecordName("areas/illicit-trade-in-drugs"))
  }

  @Test mutating func `what others did before this session is told`() throws {
    let day = try #require(CalendarDate("2018-09-20"))
    for by in ["ben@x", "tester"] {
      desk.send(.news([try renaming(by: by, at: Timestamp(startOf: day))]))
    }
    #expect(!desk.state.hasSeenAll)
    #expect(desk.rows.contains { $0.contains("Illicit trade") && $0.contains("changed") })
    desk.press("c")
    #expect(desk.rows.contains { $0.contains("20 Sep 2018 ben") && $0.contains("Narcotics →") })
    #expect(desk.shows("Since you last looked: 1"))
    #expect(desk.state.hasSeenAll)
  }

  /// An act of another session that gave an area the title it has.
  private func renaming(by writer: String, at time: Timestamp) throws -> LoggedAct {
    let digest = try #require(Digest(String(repeating: "0", count: 64)))
    let edit = LoggedAct.Edit(
      record: RecordName(Identifier<Area>("illicit-trade-in-drugs")), before: digest,
      after: digest,
      changes: [FieldChange(path: ["title"], old: "Narcotics", new: "Illicit trade in drugs")])
    return LoggedAct(
      number: 30, stamp: Stamp(at: time, by: writer), edits: [edit], previous: nil)
  }

  @Test func `which day it is follows the clock on the wall`() throws {
    var desk = Desk(try .shipped(), minutesAhead: 14 * 60)
    // Half past midnight there, and the day before in universal time.
    desk.send(.news([try renaming(by: "ben@x", at: Timestamp(seconds: 1_537_957_800))]))
    desk.press("c")
    #expect(desk.rows.contains { $0.contains("00:30 ben") })
  }

  @Test mutating func `a conflict is marked wherever its record is listed`() {
    quarrel()
    #expect(desk.rows[4].contains("conflict"))
    #expect(desk.shows("2 values for title: c settles"))
    desk.press("l")
    #expect(desk.shows("conflict: 2 values for title, c settles"))
    desk.press("4")
    #expect(desk.rows[4].contains("c!") || desk.rows[4].contains("conflict"))
    #expect(desk.shows("conflict: 2 values for volume, c settles"))
    desk.press(":")
    desk.type("read-issue")
    desk.press(.enter)
    #expect(desk.shows("CSE"))
  }

  @Test(arguments: [("m", "Mine"), ("t", nil), ("b", "Theirs / Mine")] as [(Key, Value?)])
  mutating func `a conflict is settled by one key, as one act`(key: Key, title: Value?) throws {
    quarrel()
    desk.press("c")
    #expect(desk.shows("Two values for one field: 3"))
    #expect(desk.shows("before  Old"))
    desk.press(key)
    let saved = edits()
    #expect(saved.map(\.record) == [RecordName("areas/illicit-trade-in-drugs")])
    #expect(saved.first?.changes.first { $0.field == "title" }?.new == title)
    #expect(saved.first?.changes.first { $0.field == "conflicts" }?.new == nil)
    #expect(desk.area("illicit-trade-in-drugs").header.conflicts.isEmpty)
    #expect(desk.shows("Two values for one field: 2"))
    #expect(desk.rows.contains { $0.contains(">conflict") && $0.contains("Theirs") })
  }

  @Test mutating func `numbers are settled by mine or theirs, not both`() throws {
    quarrel()
    desk.press("c", "j", "j", "b")
    #expect(edits().isEmpty)
    desk.press("m")
    #expect(desk.card("cse").values["volume"] == 1)
    #expect(edits().flatMap(\.changes).contains { $0.field == "values.volume.value" })
    desk.press(.escape, "4")
    #expect(!desk.rows[4].contains("c!"))
  }

  @Test mutating func `two others' values are told by their names`() {
    var conflict = desk.conflict("title", base: "Old", mine: "A", theirs: "B")
    conflict.other.by = "ben@x"
    desk.receive(
      anna.changes(desk.area("illicit-trade-in-drugs")) {
        $0.title = "B"
        $0.header.conflicts = [conflict]
      })
    desk.press("c")
    #expect(desk.rows.contains { $0.contains("1 anna's  B") })
    #expect(desk.rows.contains { $0.contains("2 ben's   A") })
    desk.press("2")
    #expect(desk.area("illicit-trade-in-drugs").title == "A")
  }

  @Test mutating func `what somebody else settled first is not settled twice`() {
    quarrel()
    desk.press("c")
    desk.receive(anna.changes(desk.area("illicit-trade-in-drugs")) { $0.header.conflicts = [] })
    desk.press("m")
    #expect(edits().isEmpty)
    #expect(desk.shows("It was settled meanwhile."))
  }

  @Test func `a board that begins with conflicts shows them`() throws {
    var board = try Board.shipped()
    var area = try #require(board["illicit-trade-in-drugs" as Identifier<Area>])
    area.header.conflicts = [
      Desk(board).conflict("title", base: "Old", mine: "A", theirs: "Illicit trade in drugs")
    ]
    board[area.id] = area
    var desk = Desk(board)
    #expect(desk.rows.contains { $0.contains("Illicit trade") && $0.contains("conflict") })
    desk.press("c", .enter)
    #expect(desk.state.selectedName == area.recordName)
  }
}
