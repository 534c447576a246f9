import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The conversation about a score: agencies' cards, their spread, and what is agreed.
struct ScoreCardsTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .conversed())
    desk.press("4")
  }

  private mutating func lastAct() -> Act? {
    guard case .save(let act)? = desk.takeEffects().first else { return nil }
    return act
  }

  private mutating func goToVolume() { for _ in 0..<9 { desk.press("l") } }

  @Test mutating func `the spread is told in steps, with the outlier and its reason`() {
    #expect(desk.shows("3 agencies, up to 2 steps"))
    #expect(desk.rows[4].contains("*.5"))
    goToVolume()
    #expect(desk.shows("Agencies: 2 steps apart"))
    #expect(desk.shows("3 Health (outlier)"))
    #expect(desk.shows("three clinics reported"))
    desk.press("h")
    #expect(desk.shows("Agencies: all agree"))
  }

  @Test mutating func `SCORE for an agency begins a card of the day, which ranks nothing`() throws {
    desk.press("p")
    desk.type("health")
    desk.press(.enter)
    #expect(desk.shows("SCORE edits the card of Health"))
    goToVolume()
    desk.press(.enter, "1")
    #expect(desk.shows("SCORE for Health"))
    #expect(desk.shows("Volume 3 → 1: on the card of Health, all agree"))
    // The row is that of the card, which is not whole and ranks nothing.
    #expect(!desk.rows[4].prefix(90).contains("198"))
    #expect(desk.shows("1 CSE                  198"))
    let edit = try #require(lastAct()?.edits.first)
    #expect(edit.isNew && edit.record.kind == .scorecard)
    let id = try Identifier<Scorecard>(edit.record.id)
    let card = try #require(desk.state.board[id])
    #expect((card.basis, card.agency) == (.agency, "health"))
    #expect(card.date == desk.state.today)
    #expect(card.values["frequency"] == 1 && card.values["volume"] == 1)
    #expect(desk.state.board["cse-by-health" as Identifier<Scorecard>]?.values["volume"] == 3)
    desk.send(.saved)
    desk.press("1")  // under Confidence, on the same card
    #expect(lastAct()?.edits.first?.isNew == false)
    desk.press(.enter)
    #expect(desk.shows("CSE: 2 values on the card of Health."))
    #expect(desk.rows[4].contains("198"))
    desk.press(.escape, .escape)
    #expect(desk.shows("SCORE edits the working card again."))
  }

  @Test(arguments: [[.enter], []] as [[Key]])
  mutating func `a value has a line of reason`(keys: [Key]) throws {
    goToVolume()
    for key in keys { desk.press(key) }
    desk.press("i")
    desk.type("two reports a year")
    desk.press(.enter)
    let change = try #require(lastAct()?.edits.first?.changes.first { $0.path.first == "values" })
    #expect(change.path == ["values", "volume", "reason"])
    #expect(change.new == "two reports a year")
    #expect((desk.state.risk.scoring != nil) == !keys.isEmpty)
  }

  @Test mutating func `where there is no value there is nothing to give a reason for`() {
    desk.press("n", "l", "i")
    #expect(desk.shows("There is no value on this card: give one, then say why."))
    #expect(desk.takeEffects().isEmpty)
  }

  // MARK: Agreeing

  private mutating func agree(_ reason: String) {
    desk.press("A", .tab, .tab)
    desk.type(reason)
    desk.press(.enter)
  }

  @Test mutating func `agreeing copies the working card by a decision`() throws {
    let working = try #require(
      desk.state.board.scorecards.all.first { $0.issue == "cse" && $0.basis == .working })
    agree("as the group saw it")
    let edits = try #require(lastAct()?.edits)
    #expect(edits.map(\.record.kind) == [.decision, .scorecard])
    let decision = try #require(
      desk.state.board[try Identifier<Decision>(edits[0].record.id)])
    let card = try #require(desk.state.board[try Identifier<Scorecard>(edits[1].record.id)])
    #expect(card.values == working.values)
    #expect((card.basis, card.decision) == (.agreed, decision.id))
    #expect(card.date == decision.date)
    #expect(decision.what == "Agreed CSE: risk 99, grade 198.")
    #expect(decision.rationale == "as the group saw it")
    #expect(decision.subject == RecordName("issues/cse"))
    #expect(desk.state.board[working.id]?.basis == .working)
    #expect(desk.rows[4].hasPrefix("│>  CSE"))
    #expect(desk.shows("CSE is agreed by a decision of"))
  }

  @Test mutating func `what is agreed again on the same day takes the place of what was`() throws {
    agree("first")
    let first = try #require(lastAct()?.edits.last?.record)
    desk.send(.saved)
    desk.press(.enter, "8")
    #expect(desk.rows[4].contains("234"))
    desk.press(.enter)
    _ = desk.takeEffects()
    desk.send(.saved)
    #expect(desk.rows[4].contains("198"))
    #expect(desk.shows("the working score; the agreed one counts until it is agreed anew"))
    agree("second thoughts")
    let edit = try #require(lastAct()?.edits.last)
    #expect(edit.record == first && !edit.isNew)
    #expect(desk.rows[4].contains("234"))
  }

  @Test mutating func `the history of a score is a small line`() throws {
    var former = try #require(
      desk.state.board.scorecards.all.first { $0.issue == "cse" && $0.basis == .working })
    former.content.basis = .agreed
    former.content.date = CalendarDate("2018-02-14")
    former.content.values["volume"] = 3
    var board = desk.state.board
    board["agreed-in-february"] = Record(
      id: "agreed-in-february", header: former.header, content: former.content)
    desk = Desk(board)
    desk.press("4")
    #expect(desk.shows("Over time █▅"))
    #expect(desk.shows("308 14 Feb 2018 → 198"))
  }

  @Test mutating func `several scores are agreed by one decision`() throws {
    desk.press(" ", " ")
    agree("both")
    let act = try #require(lastAct())
    #expect(act.edits.map(\.record.kind) == [.decision, .scorecard, .scorecard])
    let decision = try #require(
      desk.state.board[try Identifier<Decision>(act.edits[0].record.id)])
    #expect(decision.subject == nil)
    #expect(decision.what.contains("CSE: risk 99") && decision.what.contains("Modern Slavery"))
  }

  @Test mutating func `values that somebody changes while one agrees are told first`() throws {
    desk.press("A", .tab, .tab)
    desk.type("as the group saw it")
    var anna = Colleague()
    desk.receive(anna.changes(try working) { $0.values["volume"] = 1 })
    desk.press(.enter)
    #expect(desk.shows("By now CSE: risk 110, grade 220. Enter goes on with that."))
    #expect(desk.shows("Agree CSE: risk 110, grade 220"))
    #expect(desk.takeEffects().isEmpty)
    desk.press(.enter)
    let edits = try #require(lastAct()?.edits)
    let decision = try #require(desk.state.board[try Identifier<Decision>(edits[0].record.id)])
    #expect(decision.what == "Agreed CSE: risk 110, grade 220.")
  }

  @Test mutating func `so are those of one among several, and what was agreed meanwhile`() throws {
    desk.press(" ", " ", "k", "A", .tab, .tab)
    desk.type("both")
    var anna = Colleague()
    desk.receive(anna.changes(try working) { $0.values["volume"] = 1 })
    desk.press(.enter)
    #expect(desk.shows("By now CSE: risk 110, grade 220. Enter goes on with that."))
    var agreed = try working
    agreed.content.basis = .agreed
    agreed.content.date = desk.state.today
    desk.receive(
      anna.adds(Record(id: "agreed-by-anna", header: agreed.header, content: agreed.content)))
    desk.press(.enter)
    #expect(desk.shows("By now CSE: risk 110, grade 220. Enter goes on with that."))
    #expect(desk.takeEffects().isEmpty)
    desk.press(.enter)
    #expect(lastAct()?.edits.count == 3)
  }

  private var working: Record<Scorecard> {
    get throws {
      try #require(
        desk.state.board.scorecards.all.first { $0.issue == "cse" && $0.basis == .working })
    }
  }

  @Test mutating func `a reason that somebody gives meanwhile is told, and not overwritten`() throws
  {
    let former = try working.values.reason(for: "volume")
    goToVolume()
    desk.press("i")
    desk.type("two reports a year")
    var anna = Colleague()
    desk.receive(anna.changes(try working) { $0.values.setReason("ten reports", for: "volume") })
    #expect(desk.shows("anna changed") && desk.shows("meanwhile"))
    desk.press(.enter)
    let change = try #require(lastAct()?.edits.first?.changes.first { $0.path.last == "reason" })
    #expect(change.old == former.map { .string($0) })
    #expect(change.new == "two reports a year")
  }

  @Test(arguments: ["14 feb", "14 feb 2019"])
  mutating func `no decision is dated after today`(date: String) {
    desk.press("A", .tab)
    desk.type(date)
    desk.press(.tab)
    desk.type("as the group saw it")
    desk.press(.enter)
    #expect(desk.shows("14 Feb 2019 is still to come: give the day of the decision"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `at a meeting that is still to come nothing has been decided`() throws {
    var board = desk.state.board
    let date = try #require(CalendarDate("2018-10-03"))
    board["october"] = Record(
      id: "october", content: Meeting(kind: "Partnership board", date: date))
    desk = Desk(board)
    desk.press("4", "A", .control("u"))
    desk.type("Partnership board")
    desk.press(.tab, .tab)
    desk.type("as the group saw it")
    desk.press(.enter)
    #expect(desk.shows("3 Oct 2018 is still to come: give the day of the decision"))
    #expect(desk.takeEffects().isEmpty)
    desk.type("20 sep 2018")
    desk.press(.enter)
    #expect(lastAct()?.edits.count == 2)
  }

  @Test mutating func `a card that begins from another one is handled as that is`() throws {
    var board = desk.state.board
    board["cse-by-health" as Identifier<Scorecard>]?.header.exemptParagraph = "3"
    desk = Desk(board)
    desk.press("4", "p")
    desk.type("health")
    desk.press(.enter, .enter, "4")
    let edit = try #require(lastAct()?.edits.first)
    #expect(edit.isNew)
    let card = try #require(desk.state.board[try Identifier<Scorecard>(edit.record.id)])
    #expect(card.header.exemptParagraph == "3")
    #expect(card.values.reason(for: "volume") == "three clinics reported it")
  }

  @Test mutating func `what is agreed anew, and its decision, are handled as the working card`()
    throws
  {
    agree("first")
    let card = try #require(lastAct()?.edits.last?.record)
    desk.send(.saved)
    var anna = Colleague()
    desk.receive(anna.changes(try working) { $0.header.exemptParagraph = "3" })
    agree("second thoughts")
    let edits = try #require(lastAct()?.edits)
    #expect(edits.last?.record == card)
    let agreed = try #require(desk.state.board[try Identifier<Scorecard>(card.id)])
    let decision = try #require(desk.state.board[try Identifier<Decision>(edits[0].record.id)])
    #expect(agreed.header.exemptParagraph == "3")
    #expect(decision.header.exemptParagraph == "3")
  }

  @Test mutating func `what is not whole is not agreed`() {
    desk.press("n", "A")
    #expect(desk.shows("it has no working values: Enter gives it some."))
    desk.press(.enter, "1", .enter, "A")
    #expect(desk.shows("11 criteria are unscored: an agreed score is whole."))
  }

  @Test mutating func `a place agrees its own values`() throws {
    desk.press(">")
    agree("in block 2")
    let edits = try #require(lastAct()?.edits)
    let card = try #require(
      desk.state.board[try Identifier<Scorecard>(edits[1].record.id)])
    #expect(card.context == "block-2" && card.values.entries.map(\.criterion) == ["volume"])
    #expect(
      desk.state.board[try Identifier<Decision>(edits[0].record.id)]?.what
        == "Agreed CSE, Illustration, block 2: risk 110, grade 220.")
  }

  @Test mutating func `a working score that differs from the agreed one is marked and told`() throws
  {
    desk.press("A", .tab, .tab)
    desk.type("agreed by all")
    desk.press(.enter)
    desk.send(.saved)
    #expect(!desk.shows("the working one differs"))
    desk.press(.enter, "2")
    desk.send(.saved)
    desk.press(.enter, "l", "h")
    let row = try #require(desk.rows.first { $0.hasPrefix("│>") })
    #expect(row.contains("CSE") && row.contains(" d ") && row.contains("198│"))
    #expect(desk.rows.joined().contains("the working one differs"))
    desk.press("A")
    #expect(desk.shows("Agree CSE: risk 90, grade 180, before: risk 99, grade 198"))
    desk.press(.escape, " ", "j", " ", "A")
    #expect(desk.shows("2 issues · agree: 1 differs from what was agreed"))
  }

  @Test mutating func `SCORE is for one issue, however many are marked`() {
    desk.press(" ", "j", " ", .enter)
    #expect(desk.shows("SCORE is for one issue: + - x change all that are marked"))
    #expect(!desk.shows("Enter score"))
  }
}
