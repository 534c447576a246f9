import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// The path of a number: from the grade to its sources.
struct PathTests {
  @Test(arguments: [["T"], ["l", "T"]] as [[Key]])
  func `one key leads from an issue to what its grade is made of`(keys: [Key]) throws {
    var desk = Desk(try .conversed())
    desk.press("4")
    for key in keys { desk.press(key) }
    #expect(desk.shows("Grade · CSE"))
    #expect(desk.shows("22 × 4.5 × 2 = 198, 1st"))
    #expect(desk.shows("as harm * likelihood * multiplier(position)"))
    #expect(desk.shows("4 + 2 + 8 + 0 + 0 + 4 + 4 = 22"))
    #expect(desk.shows("3 Health (outlier): three clinics reported it"))
    desk.press("G")
    let asked = desk.takeEffects()
    guard case .history(let names)? = asked.first else {
      Testing.Issue.record("The log was not asked.")
      return
    }
    #expect(names == [RecordName("issues/cse"), RecordName("scorecards/cse-block-1")])
  }

  @Test func `Enter on a figure shows its path`() throws {
    var desk = Desk(try .shipped())
    desk.press("4")
    for _ in 0..<13 { desk.press("l") }
    desk.press(.enter)
    #expect(desk.shows("Risk · CSE"))
    #expect(desk.shows("22 × 4.5 = 99, 2nd"))
    desk.press(.escape, "l", .enter)
    #expect(desk.shows("Grade · CSE"))
    #expect(desk.state.risk.scoring == nil)
    desk.press(.escape, .escape, .enter)
    #expect(desk.state.risk.scoring != nil)
  }

  @Test func `in a place it says which card each value is from`() throws {
    var desk = Desk(try .shipped())
    desk.press("4", ">", "T")
    #expect(desk.shows("Volume 1") && desk.shows("working card of Illustration, block 2"))
    #expect(desk.shows("working card of the baseline"))
  }

  @Test func `the public reads it without the log`() throws {
    var desk = Desk(try .conversed())
    desk.press("4", "P", "T")
    #expect(desk.shows("22 × 4.5 × 2 = 198, 1st"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test func `the public is not told what is missing`() throws {
    var board = try Board.conversed()
    board["cse-block-1" as Identifier<Scorecard>]?.content.values["capacity"] = nil
    var desk = Desk(board)
    desk.press("4", "/", "C", "S", "E", .enter)
    #expect(desk.shows("Could move it") && desk.shows("Capacity unscored"))
    #expect(desk.shows("no score: 1 criterion is unscored"))
    desk.press("P")
    #expect(!desk.shows("unscored"))
    desk.press("T")
    #expect(desk.shows("No score.") && !desk.shows("of 12"))
    desk.press(.escape, "n")
    #expect(desk.shows("what has no score is never public"))
    desk.press("T")
    #expect(desk.shows("No score.") && !desk.shows("of 12"))
    #expect(desk.shows("Capacity .") && !desk.shows("unscored") && !desk.shows("no total"))
    desk.press(.escape, "n")
    #expect(desk.shows("what has no score is never public"))
    desk.press("W")
    #expect(desk.shows("what is missing is never public"))
  }

  @Test func `no mark and no line tells the public that a value is missing`() throws {
    var board = try Board.conversed()
    board["cse-block-1" as Identifier<Scorecard>]?.content.values["volume"] = nil
    board.settings.content.cuts["morile-2015"] = Cut(value: 200)
    var desk = Desk(board)
    desk.press("4", "/", "C", "S", "E", .enter)
    for _ in 0..<9 { desk.press("l") }
    let row = try #require(desk.rows.first { $0.hasPrefix("│>") })
    #expect(row.contains("CSE") && row.contains("! "))
    #expect(desk.shows("Volume unscored, given:"))
    desk.press("P")
    let shown = try #require(desk.rows.first { $0.hasPrefix("│>") })
    #expect(shown.contains("CSE") && !shown.contains("! "))
    for _ in 0..<14 { desk.press("h") }
    for _ in 0..<9 { desk.press("l") }
    #expect(desk.shows("Volume ., given:") && !desk.shows("unscored"))
  }

  @Test func `without a score it says what is missing`() throws {
    var desk = Desk(try .shipped())
    desk.press("4", "n", "T")
    #expect(desk.shows("No score: 12 of 12 are unscored."))
  }
}
