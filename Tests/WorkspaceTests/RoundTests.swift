import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Rounds that are started, changed, closed and compared.
struct RoundTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func edits() -> [Edit] {
    guard case .save(let act)? = desk.takeEffects().first else { return [] }
    return act.edits
  }

  private mutating func ask(_ command: String) {
    desk.press("3", ":")
    desk.type(command)
    desk.press(.enter)
  }

  private var rounds: [Record<Round>] { desk.state.board.roundsLatestFirst }

  @Test mutating func `a round takes the board's questions and those who were asked last time`()
    throws
  {
    desk.press("3", "a", .tab, .tab)
    desk.type("+3w")
    desk.press(.enter)
    #expect(edits().count == 1)
    let round = try #require(rounds.first)
    #expect(round.title == "Round 2")
    #expect(round.questions == desk.state.board.settings.questions)
    #expect(Set(round.invitations.keys) == Set(rounds[1].invitations.keys))
    #expect(round.invitations.values.allSatisfy { $0.sent == nil && $0.reminders.isEmpty })
    #expect(round.due == CalendarDate("2018-10-18"))
    #expect(desk.shows("Started Round 2: 4 questions to 9 respondents. u undoes."))
    desk.press("3", "a")
    #expect(desk.shows("Title"))
    #expect(desk.shows("Round 3"))
  }

  @Test mutating func `a round cannot be due before it is asked`() {
    desk.press("3", "a", .tab, .tab)
    desk.type("1 jan 2018")
    desk.press(.enter)
    #expect(desk.shows("Answers cannot be due 1 Jan 2018, before they are asked for, 27 Sep 2018."))
    #expect(desk.takeEffects().isEmpty)
    #expect(rounds.count == 1)
  }

  @Test mutating func `a round without a question is refused, one of its own will do`() throws {
    var board = try Board.shipped()
    board.settings.questions = [:]
    let former: Identifier<Round> = "round-1"
    board[former]?.questions = [:]
    desk = Desk(board)
    desk.press("3", "a", .enter)
    #expect(desk.shows("A round asks something"))
    desk.type("What has changed?")
    desk.press(.enter)
    #expect(edits().count == 1)
    #expect(rounds.contains { $0.questions.values.map(\.text) == ["What has changed?"] })
  }

  @Test mutating func `a round asks somebody, and nobody is added while it is refused`() {
    desk.press("3", "a", .tab, .tab, .tab, .tab, .tab, .control("u"))
    for _ in 0..<400 { desk.press(.backspace) }
    desk.press(.enter)
    #expect(desk.shows("A round asks somebody"))
    #expect(desk.takeEffects().isEmpty)
    #expect(rounds.count == 1)
  }

  @Test mutating func `questions of a round are changed until they are answered`() throws {
    ask("change-round")
    desk.press(.tab, .tab, .tab)
    desk.type(" And how?")
    desk.press(.enter)
    _ = edits()
    #expect(rounds[0].questions["q1-impact"]?.text.hasSuffix("and why? And how?") == true)
    // The board's own template is another one.
    let template = desk.state.board.settings.questions["q1-impact"]?.text
    #expect(template?.hasSuffix("and why?") == true)
    ask("change-round")
    desk.press(.tab, .tab, .tab, .tab, .tab, .tab)
    for _ in 0..<220 { desk.press(.backspace) }
    desk.press(.enter)
    #expect(desk.shows("Trading Standards has answered this question: it stays."))
  }

  @Test mutating func `an answered question is not asked in other words`() {
    ask("change-round")
    desk.press(.tab, .tab, .tab, .tab, .tab, .tab)
    desk.type(" Or not?")
    desk.press(.enter)
    #expect(desk.shows("Trading Standards has answered this question: it stays."))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `a question is changed as the one it was, whatever others took away`() throws
  {
    let questions = rounds[0].questions.ranked()
    var anna = Colleague()
    ask("change-round")
    desk.press(.tab, .tab, .tab, .tab)
    desk.type(" And why?")
    desk.receive(anna.changes(rounds[0]) { $0.questions[questions[0].key] = nil })
    desk.press(.enter)
    #expect(edits().count == 1)
    #expect(rounds[0].questions[questions[1].key]?.text == questions[1].value.text + " And why?")
    #expect(rounds[0].questions[questions[2].key] == questions[2].value)
    desk.send(.saved)

    ask("change-round")
    desk.press(.tab, .tab, .tab)
    desk.type(" Really?")
    desk.receive(anna.changes(rounds[0]) { $0.questions[questions[1].key] = nil })
    desk.press(.enter)
    #expect(desk.shows("Somebody has taken this question away meanwhile."))
    #expect(desk.takeEffects().isEmpty)
    #expect(Set(rounds[0].questions.keys) == Set(questions.dropFirst(2).map(\.key)))
  }

  @Test mutating func `no two rounds have one title`() {
    desk.press("3", "a")
    for _ in 0..<20 { desk.press(.backspace) }
    desk.type("round 1")
    desk.press(.enter)
    #expect(desk.shows("There is a round “round 1” already: give this one another title."))
    #expect(desk.takeEffects().isEmpty)
    #expect(rounds.count == 1)
  }

  @Test mutating func `a round is closed on the day that is said, and not before it was asked`()
    throws
  {
    var board = try Board.shipped()
    board["round-1" as Identifier<Round>]?.asked = CalendarDate("2018-01-24")
    desk = Desk(board)
    ask("close-round")
    desk.press(.control("u"))
    desk.type("2 jan 2018")
    desk.press(.enter)
    #expect(
      desk.shows("Round 1 cannot be closed 2 Jan 2018, before it was asked, 24 Jan 2018."))
    desk.press(.control("u"))
    desk.type("1 mar 2018")
    desk.press(.enter)
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("The round was not closed.")
      return
    }
    #expect(act.effective == CalendarDate("2018-03-01"))
    #expect(rounds[0].closed == CalendarDate("2018-03-01"))
  }

  @Test mutating func `in the list of rounds a command is about the one under the cursor`() throws {
    var board = try Board.shipped()
    let former = try #require(board["round-1" as Identifier<Round>])
    var later = former.content
    later.title = "Round 2"
    later.due = CalendarDate("2018-10-20")
    board["round-2" as Identifier<Round>] = Record(
      id: "round-2", header: former.header, content: later)
    desk = Desk(board)
    desk.press("3", "<", "g", "g", "j", ":")
    desk.type("close-round")
    desk.press(.enter)
    #expect(desk.shows("Close Round 1"))
    desk.press(.escape, ":")
    desk.type("change-round")
    desk.press(.enter)
    #expect(desk.shows("Change Round 1"))
    desk.press(.escape, ":")
    desk.type("compare-rounds")
    desk.press(.enter, .enter)
    #expect(desk.shows("Round 1 and Round 2"))
  }

  @Test mutating func `a closed round is opened again, and its closing undone`() throws {
    let before = reading(rounds[0])
    ask("close-round")
    #expect(desk.shows("Close Round 1: 7 have not answered"))
    desk.press(.enter)
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("The round was not closed.")
      return
    }
    #expect(rounds[0].closed == CalendarDate("2018-09-27"))
    desk.send(.saved)
    desk.press("u")
    desk.send(.undone(UndoneAct(act: LoggedAct.of(act, 30), readings: [before])))
    #expect(rounds[0].closed == nil)
    _ = desk.takeEffects()
    ask("close-round")
    desk.press(.enter)
    #expect(edits().count == 1)
    ask("change-round")
    #expect(desk.shows("the round is closed; :reopen-round opens it again."))
    ask("reopen-round")
    #expect(edits().count == 1 || rounds[0].closed == nil)
    #expect(rounds[0].closed == nil)
  }

  @Test mutating func `whoever was asked meanwhile stays asked`() throws {
    ask("set-respondents")
    for _ in 0..<400 { desk.press(.backspace) }
    desk.type("Fire")
    var anna = Colleague()
    desk.receive(
      anna.changes(rounds[0]) { $0.invitations["private-sector"] = Round.Invitation() })
    desk.press(.enter)
    _ = edits()
    #expect(Set(rounds[0].invitations.keys) == ["fire", "private-sector"])
  }

  @Test mutating func `two rounds are compared`() {
    ask("compare-rounds")
    #expect(desk.shows("there is one round only."))
    desk.press("3", "a", .enter)
    desk.send(.saved)
    ask("compare-rounds")
    desk.press(.enter)
    #expect(desk.shows("Answered Round 1 only: City of London Police, Health and Trading"))
  }
}
