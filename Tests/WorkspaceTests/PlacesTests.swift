import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// Places kept under a letter, the way back, and a box that takes the whole screen.
struct PlacesTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private var here: [String] {
    ["\(desk.state.pane)", desk.state.selectedName?.description ?? ""]
  }

  @Test mutating func `a place is kept under a letter and found again from another pane`() {
    desk.press("j", "m", "x")
    let place = here
    #expect(desk.shows("Place x is Child sexual exploitation: 'x comes back."))
    desk.press("4", "G")
    let issue = here
    desk.press("'", "x")
    #expect(here == place)
    desk.press("'", "'")
    #expect(here == issue)
    desk.press("'", "'")
    #expect(here == place)
  }

  @Test(arguments: [["G"], ["4"], ["n"], ["]"], [.enter], ["g", "g"]] as [[Key]])
  mutating func `one comes back from every jump`(jump: [Key]) {
    desk.press("j", "j")
    let place = here
    for key in jump { desk.press(key) }
    #expect(here != place)
    desk.press("'", "'")
    #expect(here == place)
  }

  @Test mutating func `one comes back to a cell of the plan, and to its view`() {
    desk.press("2", "j", "l", "l", .enter, "m", "p")
    let cell = (desk.state.plan.view, desk.rows)
    desk.press("1", "G", "2", ">", "'", "p")
    #expect(desk.state.plan.view == cell.0)
    #expect(desk.rows.dropLast(3) == cell.1.dropLast(3))
  }

  @Test mutating func `a place is found behind a filter`() {
    desk.press("m", "a", "/")
    desk.type("fraud")
    desk.press(.enter, "'", "a")
    #expect(desk.state.selectedName?.description == "areas/modern-slavery")
  }

  @Test mutating func `an unknown place tells which there are`() {
    desk.press("'", "q")
    #expect(desk.shows("There is no place q: mq sets it."))
    desk.press("m", "a", "j", "m", "b", "'", "q")
    #expect(desk.shows("There is no place q: a Modern slavery, b Child sexual exploitation."))
    desk.press("'", "7")
    #expect(desk.shows("'7 means nothing here"))
  }

  @Test mutating func `before any jump there is no way back`() {
    desk.press("'", "'")
    #expect(desk.shows("you have not gone far yet."))
  }

  @Test mutating func `a place whose record was removed is told`() {
    var anna = Colleague()
    desk.press("4", "m", "a")
    guard let name = desk.state.selectedName, let id = try? Identifier<Domain.Issue>(name.id) else {
      Testing.Issue.record("An issue is selected.")
      return
    }
    desk.press("1")
    desk.receive(anna.removes(desk.issue(id)))
    desk.press("4", "j", "R")
    desk.send(.loaded(desk.state.board, []))
    desk.press("'", "a")
    #expect(desk.shows("is not on the list: removed."))
  }

  @Test mutating func `the footer tells what the keys pressed so far can come to`() {
    desk.press("y")
    #expect(desk.shows("yy copy the line   yi copy the name   yt copy the table"))
    desk.press(.escape)
    #expect(!desk.shows("yy copy"))
    #expect(!desk.shows("means nothing here"))
  }

  @Test mutating func `a command that takes a letter waits for it when asked for by name`() {
    desk.press(":")
    desk.type("set-place")
    desk.press(.enter, "k")
    #expect(desk.shows("Place k is Modern slavery"))
  }

  @Test mutating func `zoom gives the box in front the whole screen, and back`() {
    let before = desk.screen
    desk.press("z")
    #expect(desk.shows("ZOOM"))
    #expect(desk.screen != before)
    desk.press(.tab)
    #expect(desk.rows[2].contains("1 Modern slavery"))
    desk.press(.tab, "z")
    #expect(desk.screen == before)
  }

  @Test func `where one box fills the screen zoom says so`() throws {
    var desk = Desk(try .shipped(), width: 80, height: 24)
    desk.press("z")
    #expect(desk.shows("the box in front has the whole screen already."))
  }

  @Test func `a zoomed box is drawn as its picture`() throws {
    for (name, keys) in [
      ("zoom-areas", ["z"]), ("zoom-details", [.tab, "z"]), ("zoom-risk", ["4", "z"]),
      ("zoom-cards", ["2", .enter, "l", "l", "z"]), ("zoom-grid", ["2", "z"]),
    ] as [(String, [Key])] {
      var desk = Desk(try .shipped(), width: 120, height: 36)
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).120x36")
    }
  }
}
