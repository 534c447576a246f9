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
  }

  @Test func `without a score it says what is missing`() throws {
    var desk = Desk(try .shipped())
    desk.press("4", "n", "T")
    #expect(desk.shows("No score: 12 of 12 are unscored."))
  }
}
