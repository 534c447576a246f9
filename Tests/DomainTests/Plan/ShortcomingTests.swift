import Domain
import TestSupport
import Testing

/// What an action lacks.
struct ShortcomingTests {
  /// One change of the sketch, and what the action lacks then.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let today: String
    let kinds: [Shortcoming.Kind]
    let change: @Sendable (inout Action) -> Void

    init(
      _ name: String, on today: String = "2018-02-14", _ kinds: [Shortcoming.Kind],
      _ change: @escaping @Sendable (inout Action) -> Void = { _ in }
    ) {
      testDescription = name
      self.today = today
      self.kinds = kinds
      self.change = change
    }
  }

  static let cases = [
    Case("nothing is missing", []),
    Case("the last day of the milestone", on: "2018-03-31", []),
    Case("the day after it", on: "2018-04-01", [.overdue]),
    Case("after the review, too", on: "2018-05-01", [.overdue, .reviewPassed]),
    Case("no milestone", [.noMilestone]) { $0.milestones = [:] },
    Case("a milestone without a date", [.noDate]) { $0.milestones["visits"]?.due = nil },
    Case("one of two has a date", []) { $0.milestones["more"] = .init(text: "More") },
    Case("all is done", on: "2018-04-01", []) {
      $0.milestones["visits"]?.done = CalendarDate("2018-03-02")
    },
    Case("no lead", [.noLead]) { $0.lead = nil },
    Case("a lead is an owner", []) { $0.owners = [:] },
    Case("nobody at all", [.noLead, .noOwner]) {
      $0.lead = nil
      $0.owners = [:]
    },
    Case("an owner refuses", [.notAgreed]) { $0.owners["unit"]?.agreed = .no },
    Case("an owner has not answered", []) { $0.owners["unit"]?.agreed = .unknown },
    Case("the review is before the milestone", [.reviewBeforeMilestone]) {
      $0.review = CalendarDate("2018-02-28")
    },
    Case("the review is in the month of the milestone", []) {
      $0.review = CalendarDate("2018-03-01")
    },
    Case("no review", []) { $0.review = nil },
    Case("amber once", []) { $0.setStatuses("green", "amber") },
    Case("amber twice", [.amberTwice]) { $0.setStatuses("green", "amber", "amber") },
    Case("amber twice, and green again", []) { $0.setStatuses("amber", "amber", "green") },
    Case("amber, green, amber", []) { $0.setStatuses("amber", "green", "amber") },
    Case("set to green without a reason", []) {
      $0.setStatuses("amber", "amber")
      $0.status = "green"
    },
    Case("complete: only what is not done matters", on: "2018-05-01", [.overdue]) {
      $0.lead = nil
      $0.owners = [:]
      $0.setStatuses("blue")
    },
    Case("complete and done", on: "2018-05-01", []) {
      $0.milestones = [:]
      $0.lead = nil
      $0.setStatuses("blue")
    },
  ]

  @Test(arguments: cases)
  func `an action lacks what it lacks, the most pressing first`(example: Case) throws {
    let sketch = PlanSketch().changed(example.change)
    let today = try #require(CalendarDate(example.today))
    let found = sketch.board.shortcomings(of: sketch.action, today: today)
    #expect(found.map(\.kind) == example.kinds)
    #expect(found.allSatisfy { $0.action == "one" && $0.what.count <= 40 })
    #expect(found.allSatisfy { $0.remedy.hasSuffix(".") })
    #expect(sketch.board.shortcomings(today: today) == found)
  }

  @Test func `every kind is told`() {
    let told = Set(Self.cases.flatMap(\.kinds))
    #expect(told.union([.ownerLeft]) == Set(Shortcoming.Kind.allCases))
  }

  @Test(arguments: [
    ("fire", "2018-02-13", true), ("fire", "2018-02-14", false), ("fire", "2018-02", false),
    ("unit", "2018-01", true), ("police", "2018-01", true), ("health", "2018-01", false),
  ])
  func `an owner has left with its agency, once the day has passed`(
    partner: Identifier<Partner>, left: String, isTold: Bool
  ) throws {
    var sketch = PlanSketch()
    let today = try #require(CalendarDate("2018-02-14"))
    sketch.board[partner]?.left = CalendarDate(left)
    let kinds = sketch.board.shortcomings(of: sketch.action, today: today).map(\.kind)
    #expect(kinds == (isTold ? [.ownerLeft] : []))
    sketch.board[partner]?.left = nil
    sketch.board[partner]?.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    let removed = sketch.board.shortcomings(of: sketch.action, today: today).map(\.kind)
    #expect(removed == (partner == "health" ? [] : [.ownerLeft]))
  }

  @Test func `agencies that are units of each other come to an end`() throws {
    var sketch = PlanSketch()
    sketch.board["police" as Identifier<Partner>]?.parent = "unit"
    let today = try #require(CalendarDate("2018-02-14"))
    #expect(sketch.board.shortcomings(of: sketch.action, today: today).isEmpty)
  }

  @Test func `what is told names the milestone, the days and the partners`() throws {
    var sketch = PlanSketch().changed { action in
      action.owners["unit"]?.agreed = .no
      action.lead = nil
      action.milestones["first"] = .init(text: "First", due: CalendarDate("2018-02-13"))
    }
    sketch.board["fire" as Identifier<Partner>]?.left = CalendarDate("2018")
    sketch.board["police" as Identifier<Partner>]?.left = CalendarDate("2017")
    let today = try #require(CalendarDate("2018-02-14"))
    let found = sketch.board.shortcomings(of: sketch.action, today: today)
    #expect(
      found.map(\.what) == [
        "late by 1 day", "Drugs unit left", "Drugs unit does not agree", "no lead",
      ])
    #expect(found.first?.remedy == "Tick off “First”, or set another date with w.")
  }

  @Test func `what is superseded, removed or in a closed area is in no plan`() throws {
    var sketch = PlanSketch().changed { $0.lead = nil }
    let today = try #require(CalendarDate("2018-02-14"))
    func lacking() -> [Identifier<Action>] { sketch.board.shortcomings(today: today).map(\.action) }
    #expect(lacking() == ["one"])
    var other = PlanSketch.action("two")
    other.lead = nil
    other.supersedes = "one"
    sketch.board["two"] = other
    #expect(lacking() == ["two"])
    other.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    sketch.board["two"] = other
    #expect(lacking() == ["one"])
    sketch.board["drugs" as Identifier<Area>]?.status = .closed
    #expect(lacking() == [])
  }

  @Test func `the plan is listed by area, P and rank, what is of no area last`() {
    var sketch = PlanSketch()
    sketch.board["arms"] = Record<Area>(id: "arms", content: Area(number: 0, title: "Arms"))
    let rows: [(Identifier<Action>, Identifier<Area>?, Identifier<P>, String?)] = [
      ("none", nil, "pursue", "1"), ("late", "drugs", "prevent", nil),
      ("two", "drugs", "pursue", "2"),
      ("first", "drugs", "pursue", "1"), ("arms", "arms", "prepare", nil),
      ("odd", "drugs", "other", nil),
    ]
    for (id, area, p, rank) in rows {
      var action = Action(area: area, p: p, recommendation: id.text)
      action.rank = rank
      sketch.board[id] = Record<Action>(id: id, content: action)
    }
    #expect(
      sketch.board.plannedActions.map(\.id)
        == ["arms", "first", "two", "one", "late", "odd", "none"])
  }

  @Test func `the shipped actions lack what no source states`() throws {
    let board = try Board.shipped()
    let today = try #require(CalendarDate("2018-09-27"))
    let found = Dictionary(grouping: board.shortcomings(today: today), by: \.action)
    #expect(found.count == board.actions.count)
    #expect(
      found["construction-vulnerability"]?.map(\.what) == ["no milestone", "no lead", "no owner"])
    #expect(found["example-cyber-protect"]?.map(\.what) == ["review passed", "no date", "no lead"])
  }
}

extension Action {
  /// Sets the last of some statuses, each with a reason, a day after the other.
  mutating func setStatuses(_ statuses: Identifier<ActionStatus>...) {
    statusHistory = [:]
    // The names of the entries run against their days.
    for (day, status) in statuses.enumerated() {
      guard let id = try? Identifier<StatusChange>("change-\(9 - day)") else { continue }
      statusHistory[id] = StatusChange(
        status: status, reason: "So it is", at: CalendarDate(year: 2018, month: 1, day: day + 1))
    }
    status = statuses.last
  }
}
