import Domain
import TestSupport
import Testing

/// Which actions a list shows.
struct ActionFilterTests {
  /// Conditions, a change of the sketch, and whether they are met.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let isAccepted: Bool
    let today: String
    let conditions: @Sendable (inout ActionFilter) -> Void
    let change: @Sendable (inout Action) -> Void

    init(
      _ name: String, _ isAccepted: Bool, on today: String = "2018-02-14",
      _ conditions: @escaping @Sendable (inout ActionFilter) -> Void,
      when change: @escaping @Sendable (inout Action) -> Void = { _ in }
    ) {
      testDescription = name
      self.isAccepted = isAccepted
      self.today = today
      self.conditions = conditions
      self.change = change
    }
  }

  @Test(arguments: [
    Case("no condition", true, { _ in }),
    Case("the lead's agency", true, { $0.agency = "fire" }),
    Case("an owner", true, { $0.agency = "unit" }),
    Case("the agency of a unit that owns it", true, { $0.agency = "police" }),
    Case("another agency", false, { $0.agency = "health" }),
    Case("a unit, where its agency owns it", false, { $0.agency = "unit" }) {
      $0.owners = ["police": .init(agreed: .yes)]
    },
    Case("its area", true, { $0.area = "drugs" }),
    Case("another area", false, { $0.area = "arms" }),
    Case("late", false, on: "2018-03-31", { $0.isLate = true }),
    Case("late the day after", true, on: "2018-04-01", { $0.isLate = true }),
    Case("due before April", true, { $0.dueBefore = CalendarDate("2018-04-01") }),
    Case("due before the end of its month", false, { $0.dueBefore = CalendarDate("2018-03-31") }),
    Case("due, but done", false, { $0.dueBefore = CalendarDate("2018-04-01") }) {
      $0.milestones["visits"]?.done = CalendarDate("2018-01")
    },
    Case("due, without a date", false, { $0.dueBefore = CalendarDate("2019") }) {
      $0.milestones["visits"]?.due = nil
    },
    Case("all have agreed", false, { $0.isNotAgreed = true }),
    Case("one has not answered", true, { $0.isNotAgreed = true }) {
      $0.owners["unit"]?.agreed = .unknown
    },
    Case(
      "another than the agency has not answered", false,
      {
        $0.isNotAgreed = true
        $0.agency = "fire"
      }
    ) { $0.owners["unit"]?.agreed = .unknown },
    Case(
      "a unit of the agency refuses", true,
      {
        $0.isNotAgreed = true
        $0.agency = "police"
      }
    ) { $0.owners["unit"]?.agreed = .no },
    Case("the lead has not been asked", true, { $0.isNotAgreed = true }) {
      $0.owners["fire"] = nil
    },
    Case("nobody is there to agree", false, { $0.isNotAgreed = true }) {
      $0.owners = [:]
      $0.lead = nil
    },
    Case("a lead is an owner", false, { $0.hasNoOwner = true }) { $0.owners = [:] },
    Case("no owner", true, { $0.hasNoOwner = true }) {
      $0.owners = [:]
      $0.lead = nil
    },
    Case("a lead", false, { $0.hasNoLead = true }),
    Case("no lead", true, { $0.hasNoLead = true }) { $0.lead = nil },
    Case("no lead, but complete", false, { $0.hasNoLead = true }) {
      $0.lead = nil
      $0.status = "blue"
    },
    Case("before the review has passed", false, on: "2018-04-30", { $0.isReviewPassed = true }),
    Case("after the review", true, on: "2018-05-01", { $0.isReviewPassed = true }),
    Case(
      "after the review of what is complete", false, on: "2018-05-01", { $0.isReviewPassed = true }
    ) { $0.status = "blue" },
    Case(
      "one of two conditions", false,
      {
        $0.isLate = true
        $0.agency = "fire"
      }),
  ])
  func `an action is listed when it meets every condition`(example: Case) throws {
    let sketch = PlanSketch().changed(example.change)
    var filter = ActionFilter()
    example.conditions(&filter)
    let today = try #require(CalendarDate(example.today))
    #expect(
      filter.accepts(sketch.action, on: sketch.board, today: today) == example.isAccepted)
  }
}
