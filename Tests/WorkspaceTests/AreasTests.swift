import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The Areas pane: what a person changes there, and what is saved.
struct AreasTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  /// The edits of the acts that were asked to be saved.
  private mutating func acts() -> [[Edit]] {
    desk.takeEffects().compactMap { if case .save(let act) = $0 { act.edits } else { nil } }
  }

  private func value(_ edit: Edit, _ field: String) -> Value? {
    edit.changes.first { $0.field == field }?.new
  }

  @Test func `a refused request is counted on the area whose action it blocks`() throws {
    var board = try Board.shipped()
    let blocked = try #require(board.actions.standing.first { $0.area == "modern-slavery" })
    #expect(!Desk(board).shows(" Ref "))
    board[blocked.id]?.blockedBy = ["refused-data-protection"]
    var desk = Desk(board)
    #expect(desk.shows(" Ref "))
    #expect(desk.shows("1 refused request blocks it"))
    #expect(desk.shows("Refused: Requests for information"))
    desk.press(.enter)
    desk.press("n")
    #expect(desk.state.selectedName == blocked.recordName || desk.shows("REQUEST REFUSED"))
    #expect(desk.shows("REQUEST REFUSED"))
  }

  @Test mutating func `a change of status writes its decision first`() throws {
    desk.press("j", "s", .tab, .tab, .tab)
    desk.type("grave harm")
    desk.press(.enter)
    let act = try #require(acts().first)
    #expect(act.map(\.record.kind) == [.decision, .area])
    #expect(act[0].isNew)
    #expect(value(act[0], "subject") == "areas/child-sexual-exploitation")
    #expect(value(act[0], "from") == "monitored")
    #expect(value(act[0], "to") == "focus")
    #expect(value(act[0], "rationale") == "grave harm")
    #expect(value(act[0], "date") == "2018-09-27")
    #expect(value(act[1], "status") == "focus")
    #expect(desk.rows[5].contains("* 2 Child sexual exploitation"))
    #expect(desk.state.board.problems.isEmpty)
  }

  @Test mutating func `a decision needs a reason, and Esc leaves everything as it was`() {
    desk.press("s", .enter)
    #expect(desk.shows("Reason is needed"))
    desk.press(.escape)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.rows[4].contains("* 1 Modern slavery"))
  }

  @Test(arguments: [
    ("31 Feb", "31 Feb does not exist: February has 28 or 29 days."),
    ("2018-02-30", "30 Feb 2018 does not exist: February 2018 has 28 days."),
    ("soon", "“soon” is not a date: type 14 feb"),
  ])
  mutating func `a date that does not exist is named, and the form stays`(
    date: String, what: String
  ) {
    desk.press("s", .tab, .tab)
    desk.type(date)
    desk.press(.tab)
    desk.type("x")
    desk.press(.enter)
    #expect(desk.shows(what))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `an area is added at the end, by a decision, and selected`() throws {
    desk.press("a")
    desk.type("Firearms")
    desk.press(.tab)
    desk.type("9")
    desk.press(.tab, .tab, .tab, .tab, .tab)
    desk.type("raised by the region")
    desk.press(.enter)
    let act = try #require(acts().first)
    #expect(act.map(\.record.kind) == [.decision, .area])
    #expect(value(act[1], "title") == "Firearms")
    #expect(value(act[1], "number") == 9)
    #expect(desk.rows.contains { $0.hasPrefix("│>  9 Firearms") })
  }

  @Test mutating func `title and lead are changed in one form`() throws {
    desk.press("i", .control("u"))
    desk.type("Slavery")
    desk.press(.tab, .tab)
    desk.type("fire")
    desk.press(.enter)
    let edit = try #require(acts().first?.first)
    #expect(value(edit, "title") == "Slavery")
    #expect(value(edit, "lead") == "fire")
    #expect(desk.shows("Lead   Fire"))
  }

  @Test(arguments: [
    ("Navy", "“Navy” is no partner of this board; +Navy adds one."),
    ("Heatlh", "“Heatlh” is no partner of this board, the nearest: Health; +Heatlh adds one."),
    ("Police", "“Police” can be one of 6: City of London Police, Police: Acquisitive crime,"),
  ])
  mutating func `an unknown lead is refused with what can be typed instead`(
    name: String, what: String
  ) {
    desk.press("i", .tab, .tab)
    desk.type(name)
    desk.press(.enter)
    #expect(desk.shows(what))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `a lead that the board does not have is added in the same act`() throws {
    desk.press("i", .tab, .tab)
    desk.type("+Border Force")
    desk.press(.enter)
    let act = try #require(acts().first)
    #expect(act.map(\.record.kind) == [.partner, .area])
    #expect(value(act[0], "name") == "Border Force")
    #expect(value(act[0], "marking") == "official")
    #expect(value(act[1], "lead")?.stringValue == act[0].record.id)
    #expect(desk.shows("Lead   Border Force"))
  }

  @Test mutating func `areas are put in another order by one field of one record`() throws {
    desk.press("J")
    let edit = try #require(acts().first?.first)
    #expect(edit.changes.map(\.field).filter { !$0.hasPrefix("updated") } == ["rank"])
    #expect(desk.rows[5].hasPrefix("│>* 1 Modern slavery"))
    desk.press("K")
    #expect(desk.rows[4].hasPrefix("│>* 1 Modern slavery"))
    desk.press("K")
    #expect(desk.shows("It is the first already."))
  }

  @Test mutating func `a profile goes to the editor and comes back as fields`() throws {
    desk.press("j", "e")
    guard case .edit(let text)? = desk.takeEffects().first else {
      Testing.Issue.record("The editor was not asked for.")
      return
    }
    #expect(text.contains("# Vulnerabilities"))
    desk.send(.edited(text.replacing("# Who\n", with: "# Who\nTwo groups.\n\nAnd more.\n")))
    let edit = try #require(acts().first?.first)
    #expect(value(edit, "profile.who") == "Two groups.\n\nAnd more.")
  }

  @Test mutating func `a profile that came back unchanged saves nothing`() {
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().first else { return }
    desk.send(.edited(text))
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("Nothing was changed."))
  }

  @Test mutating func `nothing written in the editor is lost`() throws {
    desk.press("e")
    _ = desk.takeEffects()
    desk.send(.edited("first words\n# Whom\nunder a heading of mine\n# Who\nthem\n"))
    let edit = try #require(acts().first?.first)
    #expect(
      value(edit, "profile.narrative") == "first words\n# Whom\nunder a heading of mine")
    #expect(value(edit, "profile.who") == "them")
  }

  @Test mutating func `a review keeps what was said and when to look again`() throws {
    desk.press("C", .tab)
    desk.type("growing")
    desk.press(.enter)
    let edit = try #require(acts().first?.first)
    #expect(edit.changes.contains { $0.field.hasPrefix("reviews.") })
    #expect(desk.shows("Review due 27 Sep 2019 in 365 days"))
    #expect(desk.shows("growing"))
  }

  @Test mutating func `narrowing keeps the selection by name and Esc brings all back`() {
    desk.press("j", "j", "/")
    desk.type("kid")
    #expect(desk.shows("Areas · /kid"))
    #expect(desk.shows("1 of 1 (10)"))
    desk.press(.enter, .escape)
    #expect(desk.rows[6].hasPrefix("│>  3 Blackmail and kidnap"))
  }

  @Test mutating func `Enter goes to the plan, with the area as context`() {
    desk.press("j", "j", "j", "j", .enter)
    #expect(desk.state.pane == .plan)
    #expect(desk.shows("Area: Organised acquisitive crime"))
    #expect(desk.shows("A working group on"))
    #expect(desk.state.plan.view == .area)
  }
}
