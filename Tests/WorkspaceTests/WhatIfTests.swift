import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// WHAT IF: values that are tried, kept or dropped.
struct WhatIfTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .cut(atTop: 1))
    desk.press("4", "j", "W")  // Modern Slavery
  }

  /// Capability 2 → 3, which makes the total 6.
  private mutating func tryIt() {
    for _ in 0..<11 { desk.press(.tab) }
    desk.press("3")
  }

  @Test mutating func `a tried value shows totals, grade and both places, and saves nothing`() {
    tryIt()
    #expect(desk.rows[2].contains("WHAT IF"))
    #expect(
      desk.shows(
        "WHAT IF  Modern Slavery · Capability 2 → 3: risk stays 169, grade 169 → 338, 2nd → 1st "
          + "by grade, 1st by risk"))
    #expect(desk.rows.joined().contains("ABOVE"))
    #expect(desk.shows("338"))
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.rows[4].contains("CSE"))
  }

  @Test(arguments: ["n", .enter, .escape] as [Key])
  mutating func `it is dropped unless y keeps it`(key: Key) {
    tryIt()
    desk.press(.enter)
    #expect(desk.shows("Keep these values on the working card?"))
    desk.press(key)
    #expect(desk.shows("Nothing was kept."))
    #expect(!desk.shows("338"))
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.state.risk.scoring == nil)
  }

  @Test mutating func `what is kept is one act on the working card`() throws {
    desk.press("8")
    tryIt()
    desk.press(.enter, "y")
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    #expect(
      try #require(act.edits.first).changes.map(\.field).filter { $0.hasPrefix("values") }.sorted()
        == ["values.capability.value", "values.individual.value"])
    #expect(act.edits.count == 1)
    #expect(desk.rows[4].contains("Modern Slavery"))
  }

  @Test mutating func `what is kept is what was shown, though the working card had other values`()
    throws
  {
    var board = try Board.shipped()
    let working = try #require(board["cse-block-1" as Identifier<Scorecard>])
    var agreed = working
    agreed.content.basis = .agreed
    agreed.content.date = CalendarDate("2018-09-05")
    agreed.content.values["volume"] = 3
    agreed.header.exemptParagraph = "3"
    board["agreed"] = Record(id: "agreed", header: agreed.header, content: agreed.content)
    desk = Desk(board)
    desk.press("4", "W", "8")
    #expect(desk.rows[4].contains("182"))
    desk.press(.enter)
    #expect(desk.rows.joined().contains("With it Volume 0.5 → 3, as it is shown here."))
    desk.press("y")
    #expect(desk.rows.joined().contains("With it Volume 0.5 → 3"))
    let kept = try #require(desk.state.board[working.id])
    #expect(kept.values["individual"] == 8 && kept.values["volume"] == 3)
    #expect(kept.header.exemptParagraph == "3")
  }

  @Test mutating func `a key takes the last try back, and x the one under the cursor`() {
    tryIt()
    desk.press("u")
    #expect(!desk.shows("338"))
    tryIt()
    desk.press(.tab, "x")
    #expect(!desk.shows("338"))
    desk.press(.enter)
    #expect(desk.state.overlay == nil && desk.state.risk.scoring == nil)
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `the cursor stays on the issue while something is tried`() {
    tryIt()
    desk.press(.down)
    #expect(desk.shows("WHAT IF is on for this issue"))
    desk.press("A", "{", "/", "U", ".")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("WHAT IF is on; Enter ends it."))
  }

  @Test mutating func `on the board of another day one can try, but not keep`() throws {
    desk = Desk(try .shipped())
    desk.send(.loadedAsAt(try #require(CalendarDate("2018-02-28")), try .shipped(), []))
    desk.press("4", "j", "W")
    tryIt()
    #expect(desk.shows("338"))
    desk.press("+", .enter)
    #expect(desk.state.overlay == nil && desk.state.risk.scoring == nil)
    #expect(desk.takeEffects().isEmpty)
  }
}
