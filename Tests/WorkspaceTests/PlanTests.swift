import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The Plan pane: where the gaps are, what is late, and how one goes there.
struct PlanTests {
  var desk: Desk

  init() throws { desk = Desk(try .planned()) }

  @Test mutating func `the grid counts actions, names the worst status and what is late`() {
    desk.press("2")
    #expect(desk.rows[4].contains("1 Modern slavery"))
    #expect(desk.rows[4].contains("2 A1 B1 late 1"))
    #expect(desk.rows[4].contains("1 R1 late 1"))
    #expect(desk.rows[4].contains("gap"))
    #expect(desk.rows[4].contains("4 late 2"))
    #expect(desk.rows.contains { $0.contains("No area") && $0.contains("3 late 1") })
  }

  @Test mutating func `the totals count the actions and gaps of each P`() throws {
    desk.press("2")
    let totals = try #require(desk.rows.first { $0.hasPrefix("│     All") })
    #expect(totals.contains("5, 8 gaps"))
    #expect(totals.contains("2 late 1"))
    #expect(totals.contains("12 late 3"))
  }

  @Test mutating func `Enter goes from an area to the first gap of its plan`() {
    desk.press(.enter)
    #expect(desk.state.plan.view == .area)
    #expect(desk.shows("Modern slavery: Prepare is a gap: a adds an action."))
    desk.press("1", "j", .enter)
    #expect(desk.shows("Child sexual exploitation: Pursue is a gap: a adds an action."))
  }

  @Test mutating func `n goes through all gaps and late actions and comes round`() {
    desk.press("2", .enter)
    var seen: Set<String> = []
    for _ in 0..<200 {
      desk.press("n")
      seen.insert(desk.rows[desk.rows.count - 3])
    }
    // Ten areas × four Ps are 40 cells, of which seven have actions.
    let gaps = seen.filter { $0.contains("is a gap") }
    #expect(gaps.count == 33)
    #expect(seen.count == 36)
  }

  @Test mutating func `h and l, Tab and the brackets go from P to P and area to area`() {
    desk.press("2", .enter)
    #expect(desk.shows("> A Joint visits to"))
    desk.press("l")
    #expect(desk.shows("> R Agencies highlight"))
    desk.press(.backTab, "j")
    #expect(desk.shows("> B Share the labour"))
    desk.press("]")
    #expect(desk.rows[1].hasSuffix("Area: Child sexual exploitation"))
    #expect(desk.shows("Pursue · gap"))
    desk.press("[", "[")
    #expect(desk.rows[1].hasSuffix("Area: Modern slavery"))
  }

  @Test mutating func `Esc and q go back to the grid, and only then q quits`() {
    desk.press("2", .enter, .escape)
    #expect(desk.state.plan.view == .grid)
    desk.press(.enter, "q")
    #expect(desk.state.plan.view == .grid)
    #expect(desk.takeEffects().isEmpty)
    desk.press("q")
    #expect(desk.takeEffects() == [.quit])
  }

  @Test mutating func `the list of all actions keeps the cursor on the action`() {
    desk.press("2", .enter, "l", ">")
    #expect(desk.state.plan.view == .list)
    #expect(desk.rows.contains { $0.hasPrefix("│> R Agencies highlight") })
    desk.press("o")
    #expect(desk.shows("by area"))
    #expect(desk.rows.contains { $0.hasPrefix("│> R Agencies highlight") })
    desk.press("<")
    #expect(desk.state.plan.view == .area)
    #expect(desk.shows("> R Agencies highlight"))
  }

  @Test
  mutating func `> goes through the lists of what is due, late, not agreed and without owner`() {
    desk.press("2", ">", ">", ">")
    #expect(desk.shows("No meeting is planned after 27 Sep 2018: :add-meeting adds one."))
    desk.press(">")
    #expect(desk.shows("Actions · all agencies · late"))
    #expect(desk.shows("1 of 3") || desk.shows("Agencies highlight"))
    #expect(!desk.shows("Letters to money"))
    desk.press(">", ">")
    #expect(desk.shows("no owner"))
    #expect(desk.shows("Posters in serviced apartments"))
    desk.press(">")
    #expect(desk.shows("review passed"))
    #expect(desk.shows("Letters to money service businesses"))
  }

  @Test mutating func `what is due before the next meeting is listed`() throws {
    var board = desk.state.board
    let november = try #require(CalendarDate("2018-11-14"))
    board["board-november"] = Record(
      id: "board-november", content: Meeting(kind: "board", date: november))
    desk = Desk(board)
    desk.press("2", ">", ">", ">")
    #expect(desk.shows("due before board, 14 Nov 2018"))
    #expect(desk.shows("Letters to money service businesses"))
    #expect(!desk.shows("Signs of exploitation"))
    #expect(!desk.shows("Exercise an attack"))
  }

  @Test mutating func `A lists the actions of one agency with its units, and :mine one's own`()
    throws
  {
    desk.press("2", "A")
    desk.type("fire")
    desk.press(.enter)
    #expect(desk.shows("Actions · Fire"))
    #expect(desk.shows("Joint visits"))
    #expect(desk.shows("Share the labour"))
    #expect(!desk.shows("Posters"))
    desk.press("A", .control("u"), .enter)
    #expect(desk.shows("Actions · all agencies"))

    var board = desk.state.board
    var fire = try #require(board["fire"] as Record<Partner>?)
    fire.roles["liaison"] = Partner.Role(role: "liaison", login: "tester")
    board[fire.id] = fire
    desk = Desk(board)
    desk.press(":")
    desk.type("mine")
    desk.press(.enter)
    #expect(desk.state.pane == .plan)
    #expect(desk.state.plan.agency == "fire")
    #expect(desk.shows("Actions · Fire"))
  }

  @Test mutating func `cards and rows are narrowed by words and owners`() {
    desk.press("2", .enter, "/")
    desk.type("labour")
    desk.press(.enter)
    #expect(desk.shows("Pursue 2 · /labour"))
    #expect(!desk.shows("Joint visits"))
    desk.press(.escape, ">", "/")
    desk.type("trading")
    #expect(desk.shows("Letters to money service businesses"))
    #expect(desk.shows("1 of 1 (12)"))
  }

  @Test mutating func `what somebody else adds to the area stands last and moves nothing`() throws {
    desk.press("2", .enter)
    var action = Action(area: "modern-slavery", p: "pursue", recommendation: "Theirs")
    action.rank = "0"
    let header = Header(marking: "official")
    let record = Record<Action>(id: "their-action", header: header, content: action)
    let name = RecordName(record.id)
    desk.send(
      .changed([RecordReading(name: name, outcome: .document(try Value(encoding: record)))]))
    #expect(desk.shows("Pursue 3"))
    #expect(desk.shows("> A Joint visits to"))
    desk.press("G")
    #expect(desk.shows("> . Theirs"))
  }

  @Test mutating func `an action that another one has superseded is in no cell`() throws {
    var board = desk.state.board
    var action = Action(area: "modern-slavery", p: "pursue", recommendation: "Its successor")
    action.supersedes = "invented-01"
    board["the-successor"] = Record(id: "the-successor", content: action)
    desk = Desk(board)
    desk.press("2", .enter)
    #expect(desk.shows("Its successor"))
    #expect(!desk.shows("Joint visits to"))
    #expect(desk.shows("Pursue 2"))
  }

  @Test mutating func `a fifth P has its column, and phases order the cards`() throws {
    var board = desk.state.board
    board.settings.extraPs["partnership"] = P(title: "Partnership")
    board.settings.phases["clear"] = Phase(title: "Clear", rank: "1")
    board.settings.phases["hold"] = Phase(title: "Hold", rank: "2")
    for (id, phase) in [("invented-01", "hold"), ("invented-02", "clear")] {
      let name = try Identifier<Action>(id)
      var action = try #require(board[name])
      action.phase = try Identifier<Phase>(phase)
      board[name] = action
    }
    desk = Desk(board, width: 160)
    desk.press("2")
    #expect(desk.rows[3].contains("Prepare") && desk.rows[3].contains("Partnership"))
    #expect(desk.rows[4].matches(of: /gap/).count == 2)
    desk.press(.enter)
    #expect(desk.shows("Partnership · gap"))
    let clear = try #require(desk.rows.firstIndex { $0.contains("Share the labour") })
    let hold = try #require(desk.rows.firstIndex { $0.contains("Joint visits") })
    #expect(clear < hold)
    #expect(desk.shows("Clear · rev Nov 2018"))
    #expect(desk.shows("Hold · rev Oct 2018"))
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `the views are drawn as their pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("plan-grid", []), ("plan-cards", [.enter]), ("plan-cards-gap", [.enter, "l", "l", "l"]),
      ("plan-actions", [">", ">"]),
    ] as [(String, [Key])] {
      var desk = Desk(try .planned(), width: width, height: height)
      desk.press("2")
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }
}
