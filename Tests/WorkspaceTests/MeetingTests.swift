import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Meetings that are added, and decisions that are written down.
struct MeetingTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func saved() -> [String: Value] {
    guard case .save(let act)? = desk.takeEffects().first else { return [:] }
    return Dictionary(
      act.edits.flatMap(\.changes).filter { $0.path.first != "created" }
        .map { ($0.field, $0.new ?? .null) }
    ) { first, _ in first }
  }

  @Test mutating func `a meeting is added with a kind that is completed and a date as typed`() {
    desk.press("6", "a")
    desk.type("work")
    desk.press(.tab)
    desk.type("wed")
    desk.press(.enter)
    #expect(
      saved() == [
        "kind": "Working group", "date": "2018-10-03", "marking": "official",
        "source": "entered by tester",
      ])
    #expect(desk.shows("Added the meeting: Working group, 3 Oct 2018. u undoes."))
    #expect(desk.rows.contains { $0.hasPrefix("│>") && $0.contains("Working group, 3 Oct 2018") })
  }

  @Test mutating func `a meeting of another kind is added from any pane by its name`() {
    desk.press("4", ":")
    desk.type("add-meeting")
    desk.press(.enter)
    desk.type("Chief officers")
    desk.press(.tab)
    desk.type("eom")
    desk.press(.enter)
    #expect(saved()["kind"] == "Chief officers")
    #expect(saved().isEmpty)
  }

  @Test mutating func `a meeting needs its date`() {
    desk.press("6", "a", "X", .enter)
    #expect(desk.shows("Date is needed"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `D writes down a decision about what is selected`() throws {
    desk.press("6")
    let selected = try #require(desk.state.selectedName)
    #expect(selected.kind == .meeting)
    desk.press("D")
    desk.type("The round is closed")
    desk.press(.tab, .tab, .tab, .tab, .tab)
    desk.type("all have answered")
    desk.press(.enter)
    #expect(
      saved() == [
        "what": "The round is closed", "meeting": .string(selected.id), "date": "2018-02-14",
        "rationale": "all have answered", "marking": "official", "source": "entered by tester",
      ])
  }

  @Test mutating func `in other panes a decision is about the record under the cursor`() throws {
    desk.press(":")
    desk.type("decide")
    desk.press(.enter)
    #expect(desk.shows("Decide about Modern slavery"))
    desk.type("Review it each quarter")
    desk.press(.tab)
    desk.type("twice a year")
    desk.press(.tab)
    desk.type("quarterly")
    desk.press(.tab, .control("u"), .tab)
    desk.type("yesterday")
    desk.press(.tab)
    desk.type("the scale is not known")
    desk.press(.enter)
    #expect(
      saved() == [
        "what": "Review it each quarter", "subject": "areas/modern-slavery",
        "from": "twice a year", "to": "quarterly", "date": "2018-09-26",
        "rationale": "the scale is not known", "marking": "official",
        "source": "entered by tester",
      ])
    #expect(desk.state.board.problems.isEmpty)
    desk.press(".")
    #expect(desk.shows("repeat: your last change was a decision; :decide takes another one."))
  }

  @Test func `without anything selected there is nothing to decide about`() {
    var desk = Desk(.bare)
    desk.press("6", "D")
    #expect(desk.shows("decide: nothing is selected."))
  }
}
