import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// What others change appears while one works, and disturbs nothing.
struct SharingTests {
  var desk: Desk
  var anna = Colleague()

  init() throws { desk = Desk(try .shipped()) }

  private mutating func edits() -> [Edit] {
    desk.takeEffects().flatMap { effect in
      if case .save(let act) = effect { act.edits } else { [] as [Edit] }
    }
  }

  @Test mutating func `a changed record shows what it says, who changed it and when`() {
    desk.receive(anna.changes(desk.area("blackmail-and-kidnap")) { $0.title = "Kidnap" })
    #expect(desk.rows[6].contains("3 Kidnap") && desk.rows[6].contains("changed"))
    #expect(desk.rows[4].hasPrefix("│>* 1 Modern slavery"))
    desk.press("j", "j")
    #expect(desk.shows("anna changed title 08:35 · Kidnap"))
    desk.press("j")
    #expect(!desk.shows("changed"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `what was changed by hand is not told of who saved the record last`() {
    var area = desk.area("illicit-trade-in-drugs")
    area.header.updated = Stamp(at: Timestamp(seconds: 1_538_000_000), by: "ben@x")
    desk.receive(reading(area))
    area.title = "Drugs"
    desk.receive(reading(area))
    desk.press("c")
    #expect(desk.rows.contains { $0.contains("somebody") && $0.contains("→ Drugs") })
  }

  @Test mutating func `a record that says what memory holds changes nothing and marks nothing`() {
    let before = desk.screen
    desk.receive(reading(desk.area("modern-slavery")), reading(desk.issue("cse")))
    #expect(desk.screen == before)
    desk.press("c")
    #expect(desk.shows("nobody else has changed anything"))
  }

  @Test mutating func `what was typed and waits to be saved stays on the screen`() throws {
    desk.press("4", .enter, "1")
    var theirs = try Board.shipped().scorecards.all.first { $0.issue == "cse" }
    let before = try #require(theirs)
    theirs?.values["volume"] = 3
    let reading = anna.changes(before) { $0.values["volume"] = 3 }
    desk.receive(reading)
    let card = desk.card("cse")
    #expect(card.values["individual"] == 1)
    #expect(card.values["volume"] == 3)
    #expect(desk.shows("SCORE  CSE · Individual 4 → 1"))
    #expect(desk.shows("anna changed volume 08:35"))
    #expect(theirs?.values["volume"] == card.values["volume"])
  }

  @Test mutating func `a value of mine that waits stands until the disk has kept both`() throws {
    desk.press("4", .enter, "1")
    let before = try #require(Board.shipped().scorecards.all.first { $0.issue == "cse" })
    desk.receive(anna.changes(before) { $0.values["individual"] = 8 })
    #expect(desk.card("cse").values["individual"] == 1)
    #expect(!desk.shows("2 values"))
    let both = desk.conflict("values.individual.value", base: 4, mine: 8, theirs: 1)
    desk.send(.saved)
    desk.receive(
      anna.changes(desk.card("cse")) {
        $0.values["individual"] = 8
        $0.header.conflicts = [both]
      })
    #expect(desk.card("cse").values["individual"] == 8)
    #expect(desk.shows("2 values for individual: c settles"))
    #expect(desk.rows[4].contains("conflict"))
  }

  @Test mutating func `a new record stands last until the list is sorted afresh`() {
    let issue = Record<Domain.Issue>(id: "new-issue", content: Domain.Issue(title: "Aardvarks"))
    desk.press("4", "o", "o")
    desk.receive(anna.adds(issue))
    let last = desk.rows.last { $0.contains("Aardvarks") }
    #expect(last?.contains("new") == true)
    #expect(desk.state.listedNames.last == issue.recordName)
    desk.press("R")
    desk.send(.loaded(desk.state.board, []))
    #expect(desk.state.listedNames.first == issue.recordName)
  }

  @Test mutating func `a filter keeps out what does not fit, and lets in what does`() {
    desk.press("/")
    desk.type("fraud")
    desk.receive(anna.adds(Record(id: "tax-fraud", content: Area(title: "Tax fraud"))))
    desk.receive(anna.adds(Record(id: "arson-only", content: Area(title: "Arson"))))
    #expect(desk.shows("Tax fraud"))
    #expect(!desk.shows("Arson"))
    #expect(desk.shows("of 3 (12)"))
    desk.press(.escape)
    #expect(desk.shows("Arson"))
  }

  @Test mutating func `a removed record leaves a ghost until one moves away`() {
    desk.press("j")
    desk.receive(anna.removes(desk.area("child-sexual-exploitation")))
    #expect(desk.rows[5].contains("Child sexual expl"))
    #expect(desk.rows[5].contains("removed"))
    for key in ["s", "i", "e", "C", "J"] as [Key] {
      desk.press(key)
      #expect(desk.shows("it is removed by anna 08:35; move on, or R."))
    }
    #expect(desk.takeEffects().isEmpty)
    desk.press("j")
    #expect(!desk.shows("Child sexual expl"))
    #expect(desk.rows[5].hasPrefix("│>  3 Blackmail"))
  }

  @Test mutating func `a ghost that nobody stands on goes when the list is sorted`() {
    desk.receive(anna.removes(desk.area("blackmail-and-kidnap")))
    desk.press("j", "k")
    #expect(desk.shows("Blackmail"))
    desk.press("o", "o")
    #expect(!desk.shows("Blackmail"))
  }

  @Test mutating func `a file that is gone leaves a ghost, and comes back as it was`() {
    let area = desk.area("modern-slavery")
    desk.receive(RecordReading(name: area.recordName, outcome: .gone))
    #expect(desk.rows[4].contains("removed"))
    #expect(desk.shows("somebody removed it"))
    desk.receive(reading(area))
    #expect(!desk.rows[4].contains("removed"))
    #expect(desk.area("modern-slavery") == area)
  }

  @Test mutating func `in SCORE an issue that was removed takes no more values`() {
    desk.press("4", .enter)
    desk.receive(anna.removes(desk.issue("cse")))
    #expect(desk.shows("SCORE"))
    desk.press("1")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("CSE: it is removed by anna"))
    desk.press(.enter)
    #expect(!desk.shows("SCORE"))
  }

  @Test mutating func `a damaged record keeps what it said, is marked and listed`() {
    let area = desk.area("modern-slavery")
    let problem = Problem(
      file: area.recordName.path, line: 3, what: "is torn", remedy: "Mend it.")
    desk.receive(RecordReading(name: area.recordName, outcome: .damaged(problem)))
    #expect(desk.rows[4].contains("Modern slavery") && desk.rows[4].contains("damaged"))
    #expect(desk.shows("its file is damaged"))
    #expect(desk.state.problems.contains(problem))
    desk.receive(reading(area))
    #expect(!desk.rows[4].contains("damaged"))
    #expect(!desk.state.problems.contains(problem))
  }

  @Test mutating func `a damaged file that memory does not hold has a row until it is mended`() {
    desk.press("5")
    let issue = Record<Domain.Issue>(id: "torn-issue", content: Domain.Issue(title: "Torn"))
    let problem = Problem(file: issue.recordName.path, what: "is torn", remedy: "Mend it.")
    desk.receive(RecordReading(name: issue.recordName, outcome: .damaged(problem)))
    #expect(desk.shows("! issues/torn-issue.json"))
    desk.receive(anna.adds(issue))
    #expect(!desk.shows("issues/torn-issue.json"))
    #expect(desk.rows.contains { $0.contains("Torn") && $0.contains("new") })
  }

  @Test mutating func `a document that is no record of its kind counts as damaged`() {
    let name = desk.area("modern-slavery").recordName
    desk.receive(RecordReading(name: name, outcome: .document(["status": 5])))
    #expect(desk.rows[4].contains("Modern slavery") && desk.rows[4].contains("damaged"))
    #expect(desk.state.problems.contains { $0.file == name.path })
  }

  @Test mutating func `an open form stays, says what changed, and both values are kept`() throws {
    desk.press("i", .control("u"))
    desk.type("Slavery")
    desk.receive(
      anna.changes(desk.area("modern-slavery")) {
        $0.title = "Servitude"
        $0.header.notes = "not in the form"
      })
    #expect(desk.shows("anna changed title meanwhile"))
    #expect(desk.shows(">Title   Slavery"))
    desk.press(.enter)
    let change = try #require(edits().flatMap(\.changes).first { $0.field == "title" })
    #expect(change.old == "Modern slavery")
    #expect(change.new == "Slavery")
    desk.press("i")
    #expect(!desk.shows("meanwhile"))
  }

  @Test mutating func `a form says nothing of fields that it does not show`() {
    desk.press("i")
    desk.receive(anna.changes(desk.area("modern-slavery")) { $0.header.notes = "a note" })
    #expect(!desk.shows("meanwhile"))
  }

  @Test mutating func `what others change is counted where it counts`() throws {
    var action = try #require(desk.state.board.actions.all.first)
    let area = try #require(action.area)
    let row = try #require(desk.rows.firstIndex { $0.contains(desk.area(area).title) })
    let before = desk.rows[row]
    action.header.deleted = Stamp(at: Timestamp(seconds: 1_538_037_240), by: "anna@cityhost")
    desk.receive(reading(action))
    #expect(desk.rows[row] != before)
    desk.receive(anna.changes(desk.card("cse")) { $0.values["volume"] = 3 })
    desk.press("4")
    #expect(desk.rows[4].contains("154") && desk.rows[4].contains("308"))
  }

  @Test mutating func `a board read again unasked is told as changes, and sorts nothing`() throws {
    desk.press("4", "j")
    desk.send(.changedEverywhere)
    #expect(desk.takeEffects() == [.load])
    var board = desk.state.board
    var card = desk.card("modern-slavery-illustration")
    card.values["capacity"] = 3
    card.values["capability"] = 3
    card.header.updated = Stamp(at: Timestamp(seconds: 1_538_037_600), by: "ben")
    board[card.id] = card
    let rows = desk.state.listedNames
    desk.send(.loaded(board, []))
    #expect(desk.state.listedNames == rows)
    #expect(desk.rows[5].hasPrefix("│>w Modern Slavery"))
    #expect(desk.shows("ben changed "))
    desk.press("R")
    desk.send(.loaded(board, []))
    #expect(desk.state.listedNames != rows)
  }

  @Test mutating func `a change that the disk refused is nobody's change`() throws {
    desk.press("4", .enter, "1")
    desk.send(.refused(.impossible("it is too large.")))
    desk.send(.loaded(try .shipped(), []))
    desk.press(.enter, "c")
    #expect(desk.shows("nobody else has changed anything"))
  }

  @Test mutating func `Enter does not begin SCORE on an issue that was removed`() {
    desk.press("4")
    desk.receive(anna.removes(desk.issue("cse")))
    desk.press(.enter)
    #expect(!desk.shows("SCORE"))
    #expect(desk.shows("open: it is removed by anna"))
  }

  @Test mutating func `two who each begin a card see the same one count`() throws {
    let issue: Identifier<Domain.Issue> = "construction-industry"
    let name = desk.state.board.issues.all.map(\.id).first {
      id in !desk.state.board.scorecards.all.contains { $0.issue == id }
    }
    let unscored = name ?? issue
    var cards = ["aaa-card", "zzz-card"].compactMap { try? Identifier<Scorecard>($0) }.map { id in
      Record(id: id, content: Scorecard(issue: unscored, model: "morile", modelVersion: ""))
    }
    cards[0].values["volume"] = 1
    cards[1].values["volume"] = 3
    var others = desk
    for card in cards { desk.receive(anna.adds(card)) }
    for card in cards.reversed() { others.receive(anna.adds(card)) }
    desk.press("4")
    others.press("4")
    #expect(desk.rows.dropFirst(4).prefix(20) == others.rows.dropFirst(4).prefix(20))
    #expect(desk.state.problems.contains { $0.what.contains("second working card") })
    #expect(desk.state.problems == others.state.problems)
  }

  @Test(arguments: [Scorecard.Basis.working, .agreed, .agency])
  mutating func `a second card stays told while others change other cards`(
    basis: Scorecard.Basis
  ) throws {
    var card = desk.card("cse")
    card.basis = basis
    card.agency = basis == .agency ? "fire" : nil
    card.date = CalendarDate("2018-09-26")
    for id in ["yyy-card", "zzz-card"] as [Identifier<Scorecard>] {
      desk.receive(anna.adds(Record(id: id, header: card.header, content: card.content)))
    }
    func told() -> [String] {
      desk.state.problems.filter { $0.what.contains("is a second") }.map(\.file)
    }
    #expect(told().contains("scorecards/yyy-card.json"))
    let before = told()
    desk.receive(anna.changes(desk.card("modern-slavery-illustration")) { $0.values["volume"] = 1 })
    #expect(told() == before)
    for id in ["yyy-card", "zzz-card"] as [Identifier<Scorecard>] {
      desk.receive(anna.removes(try #require(desk.state.board[id])))
    }
    #expect(told().isEmpty)
  }

  @Test mutating func `a card counts as soon as its issue is there, and no longer once it left it`()
    throws
  {
    func row(_ title: String) -> String { desk.rows.first { $0.contains(title) } ?? "" }
    desk.press("4")
    #expect(row("CSE").contains(" 22 "))
    var card = desk.card("cse")
    card.issue = "still-to-come"
    desk.receive(anna.adds(Record(id: "zzz-card", header: card.header, content: card.content)))
    desk.receive(
      anna.adds(Record(id: "still-to-come", content: Domain.Issue(title: "Still to come"))))
    #expect(row("Still to come").contains("198"))
    desk.receive(anna.changes(desk.card("cse")) { $0.issue = "nowhere" })
    #expect(!row("CSE").contains(" 22 "))
  }

  @Test mutating func `a theme that goes is missed at once, and one that comes is found`() throws {
    let issue = try #require(desk.state.board.issues.standing.first { $0.theme != nil })
    let theme = try #require(issue.theme)
    let entry = try #require(desk.state.board.settings.themes[theme])
    func isMissed() -> Bool {
      desk.state.problems.contains { $0.file == issue.recordName.path && $0.field == "theme" }
    }
    desk.receive(anna.changes(desk.state.board.settings) { $0.themes[theme] = nil })
    #expect(isMissed())
    desk.receive(anna.changes(desk.state.board.settings) { $0.themes[theme] = entry })
    #expect(!isMissed())
    desk.receive(anna.changes(desk.state.board.settings) { $0.themes["another"] = entry })
    #expect(!isMissed())
  }
}

/// Who else is here, and where.
struct PresenceTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private func visitor(_ name: String, on record: String?) -> Visitor {
    Visitor(
      writer: name, record: record.flatMap { RecordName($0) }, since: Timestamp(seconds: 0))
  }

  @Test mutating func `line 1 counts all who are here, and their records are marked`() {
    #expect(!desk.rows[0].contains("here"))
    desk.send(
      .here([
        visitor("anna@cityhost", on: "areas/illicit-trade-in-drugs"),
        visitor("ben@x", on: "issues/cse"),
      ]))
    #expect(desk.rows[0].contains("3 here"))
    let row = desk.rows.first { $0.contains("@anna") }
    #expect(row?.contains("Illicit trade") == true)
    desk.press("4")
    #expect(desk.rows[4].contains("@ben") || desk.rows[4].contains("@b"))
    #expect(desk.shows("ben is here"))
    desk.send(.here([]))
    #expect(!desk.rows[0].contains("here"))
    #expect(!desk.shows("ben"))
  }

  @Test mutating func `the others are told when the selection changes, not at every key`() {
    #expect(desk.looks == [RecordName("areas/modern-slavery")])
    desk.press("j", "h", "?", .escape, "k", "k")
    #expect(
      desk.looks.compactMap { $0?.id } == [
        "modern-slavery", "child-sexual-exploitation", "modern-slavery",
      ])
    desk.press("4")
    #expect(desk.looks.last == RecordName("issues/cse"))
  }
}
