import Domain
import TestSupport
import Testing

/// The status that dates speak for.
struct StatusSuggestionTests {
  @Test(arguments: [
    ("2018-02-14", "green", "nothing is late, and the next milestone is due Mar 2018"),
    ("2018-03-31", "green", "nothing is late, and the next milestone is due Mar 2018"),
    ("2018-04-01", "amber", "“Ten visits” is 1 day late"),
    ("2018-04-30", "amber", "“Ten visits” is 30 days late"),
    ("2018-05-01", "red", "“Ten visits” is 31 days late"),
  ])
  func `a milestone that is late turns amber, and red after 30 days`(
    today: String, status: Identifier<ActionStatus>, because: String
  ) throws {
    let sketch = PlanSketch()
    let today = try #require(CalendarDate(today))
    let suggestion = sketch.board.suggestedStatus(of: sketch.action, today: today)
    #expect(suggestion == StatusSuggestion(status: status, because: because))
  }

  @Test(arguments: [
    ("2018-04-30", "green", "nothing is late, and the review is due Apr 2018"),
    ("2018-05-01", "amber", "the review of Apr 2018 has passed"),
  ])
  func `without a dated milestone the review counts`(
    today: String, status: Identifier<ActionStatus>, because: String
  ) throws {
    let sketch = PlanSketch().changed { $0.milestones["visits"]?.due = nil }
    let today = try #require(CalendarDate(today))
    let suggestion = sketch.board.suggestedStatus(of: sketch.action, today: today)
    #expect(suggestion == StatusSuggestion(status: status, because: because))
  }

  @Test func `when all milestones are done it is complete`() throws {
    let today = try #require(CalendarDate("2018-09-01"))
    var sketch = PlanSketch().changed { $0.milestones["visits"]?.done = CalendarDate("2018-08") }
    #expect(
      sketch.board.suggestedStatus(of: sketch.action, today: today)
        == StatusSuggestion(status: "blue", because: "its milestone is done"))
    sketch.action.milestones["report"] = .init(text: "Report", done: CalendarDate("2018"))
    #expect(
      sketch.board.suggestedStatus(of: sketch.action, today: today)?.because
        == "all milestones are done")
    sketch.action.milestones["more"] = .init(text: "More")
    sketch.action.review = nil
    #expect(sketch.board.suggestedStatus(of: sketch.action, today: today) == nil)
  }

  @Test func `nothing is suggested without a date, or a status of the letter`() throws {
    let today = try #require(CalendarDate("2018-02-14"))
    var sketch = PlanSketch()
    sketch.board.settings.statusLegend["green"]?.letter = "T"
    #expect(sketch.board.suggestedStatus(of: sketch.action, today: today) == nil)
    sketch = PlanSketch().changed { action in
      action.review = nil
      action.milestones = [:]
    }
    #expect(sketch.board.suggestedStatus(of: sketch.action, today: today) == nil)
  }
}
