import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// What was done to a record, and the board of another day.
struct PastTests {
  static let area = RecordName(Identifier<Area>("modern-slavery"))
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// What was done to the area in three acts, of which one was taken back.
  private func entries() throws -> [HistoryEntry] {
    func act(
      _ number: Int, _ changes: [FieldChange], effective: String? = nil, undoes: Int? = nil
    ) -> LoggedAct {
      LoggedAct.of(
        Act(
          stamp: Stamp(
            at: Timestamp(seconds: 1_538_000_000 + number * 3_600), by: "anna@cityhost"),
          effective: effective.flatMap { CalendarDate($0) },
          edits: [Edit(record: Self.area, changes: changes, isNew: number == 1)], undoes: undoes),
        number)
    }
    let title = FieldChange(path: ["title"], old: "Modern slavery", new: "Slavery")
    return History([
      act(
        1, FieldChange.between([:], ["title": "Modern slavery", "status": "monitored"]),
        effective: "2018-02-06"),
      act(2, [FieldChange(path: ["lead"], old: nil, new: "fire")], effective: "2018-07-03"),
      act(3, [title]), act(4, [title.inverse], undoes: 3),
    ]).entries(on: [Self.area])
  }

  @Test mutating func `r reads the record with its history, which comes when it is read`() throws {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
      var desk = Desk(try .shipped(), width: width, height: height)
      desk.press("r")
      #expect(desk.takeEffects() == [.history([Self.area])])
      desk.press(.tab)
      #expect(desk.shows("reading the log…"))
      desk.send(.history([Self.area], try entries()))
      desk.press("g", .tab)
      try expectScreen(desk.screen, matches: "history.\(width)x\(height)")
    }
  }

  @Test mutating func `the history says who, when, from what to what`() throws {
    desk.press("r")
    desk.send(.history([Self.area], try entries()))
    desk.press(.tab)
    #expect(desk.shows("4 · 27 Sep 2018 02:13 anna@cityhost changed it, taking back 3"))
    #expect(desk.shows("3 · 27 Sep 2018 01:13 anna@cityhost changed it, undone since"))
    #expect(desk.shows("  title: Modern slavery → Slavery"))
    #expect(desk.shows("changed it, true from 3 Jul 2018"))
    #expect(desk.shows("  lead: nothing → Fire"))
  }

  @Test mutating func `an issue's history is that of its scorecards, too`() throws {
    desk.press("4", "r")
    guard case .history(let names)? = desk.takeEffects().first else {
      Testing.Issue.record("The history is asked for.")
      return
    }
    #expect(names.first == RecordName(Identifier<Domain.Issue>("cse")))
    #expect(names.contains(RecordName(Identifier<Scorecard>("cse-block-1"))))
  }

  @Test(arguments: Pane.allCases)
  mutating func `in every pane a record's history is one key away`(pane: Pane) throws {
    desk.type("\(pane.rawValue)")
    desk.press("r")
    guard pane != .partners || desk.state.selectedName != nil else { return }
    #expect(desk.takeEffects().contains { if case .history = $0 { true } else { false } })
  }

  @Test mutating func `a history that comes too late, or not at all, disturbs nothing`() throws {
    desk.press("r", .escape, "i")
    desk.send(.history([Self.area], try entries()))
    #expect(desk.shows("Change Modern slavery"))
    desk.press(.escape, "r")
    desk.send(.noHistory("log/ cannot be read: it is locked."))
    desk.press(.tab)
    #expect(desk.shows("log/ cannot be read: it is locked."))
  }
}

// MARK: As at

extension PastTests {
  /// A board that has one area only.
  private func past() throws -> Board {
    var board = Board.bare
    board["fraud" as Identifier<Area>] = Record(id: "fraud", content: Area(title: "Fraud of old"))
    return board
  }

  private mutating func goBack() throws {
    desk.send(.loadedAsAt(try date("2018-02"), try past(), []))
  }

  @Test mutating func `a date is asked for, and the board of its last day is shown`() throws {
    desk.type(":as-at")
    desk.press(.enter)
    desk.type("2018-02x")
    desk.press(.enter)
    #expect(desk.shows("is not a date"))
    desk.press(.backspace, .enter)
    #expect(desk.takeEffects() == [.loadAsAt(try date("2018-02"))])
    try goBack()
    #expect(desk.rows[0].contains("AS AT Feb 2018"))
    #expect(desk.rows[0].hasSuffix("read only"))
    #expect(desk.shows("Fraud of old"))
    #expect(desk.state.today == CalendarDate("2018-02-28"))
    #expect(desk.shows("This is the board as at Feb 2018, to be read only: R goes back to now."))
  }

  @Test mutating func `whatever edits is off there, and says why`() throws {
    try goBack()
    for entry in CommandTable.entries where entry.danger == .reversible {
      #expect(
        desk.state.whyNot(entry.command) == "this is the board as at Feb 2018: R goes back to now.")
    }
    for key in ["a", "i", "e", "s", "C", "J", "K", "u", "U", ".", "4", "a", "i", "x"] as [Key] {
      desk.press(key)
      #expect(desk.state.overlay == nil)
    }
    desk.press(.enter)
    #expect(desk.state.risk.scoring == nil)
    #expect(desk.state.saves.isEmpty)
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `what others do meanwhile is not shown there`() throws {
    try goBack()
    var anna = Colleague()
    let other = Record<Area>(id: "fraud", content: Area(title: "Fraud of now"))
    desk.receive(anna.changes(other) { _ in })
    desk.send(.changedEverywhere)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("Fraud of old"))
  }

  @Test(arguments: [["R"], [":", "t", "o", "d", "a", "y", .enter]] as [[Key]])
  mutating func `the board of now comes back`(keys: [Key]) throws {
    try goBack()
    for key in keys { desk.press(key) }
    #expect(desk.takeEffects() == [.load])
    #expect(desk.shows("AS AT"))
    desk.send(.loaded(try .shipped(), []))
    #expect(!desk.shows("AS AT"))
    #expect(desk.state.today == CalendarDate("2018-09-27"))
    #expect(desk.shows("Modern slavery"))
    desk.press("c")
    #expect(desk.shows("nobody else has changed anything"))
  }

  @Test mutating func `an empty date goes back to now, and another one to another day`() throws {
    try goBack()
    desk.type(":as-at")
    desk.press(.enter)
    #expect(desk.shows("Feb 2018"))
    desk.press(.control("u"))
    desk.type("2018-05-31")
    desk.press(.enter)
    #expect(desk.takeEffects() == [.loadAsAt(try date("2018-05-31"))])
    desk.type(":as-at")
    desk.press(.enter, .control("u"), .enter)
    #expect(desk.takeEffects() == [.load])
  }

  @Test mutating func `what was begun meanwhile is not replaced`() throws {
    desk.press("i")
    try goBack()
    #expect(desk.state.asAt == nil)
    #expect(desk.shows("is not shown: you have begun something else."))
    desk.press("x", .enter)
    try goBack()
    #expect(desk.state.asAt == nil)
    desk.type(":as-at")
    desk.press(.enter)
    #expect(desk.shows("as at: something of yours is not saved yet."))
  }

  @Test mutating func `only what was true by then is in a history there`() throws {
    desk.send(.loadedAsAt(try date("2018-02-06"), try .shipped(), []))
    desk.press("r")
    desk.send(.history([Self.area], try entries()))
    desk.press(.tab)
    #expect(desk.shows("1 · 26 Sep 2018 23:13 anna@cityhost added it, true from 6 Feb 2018"))
    #expect(!desk.shows("2 · "))
  }

  @Test func `a board opened as at a day is drawn as its picture`() throws {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
      let day = try date("2018-02-06")
      let state = WorkspaceState(
        WorkspaceState.Start(
          board: try .shipped(asAt: day), today: try date("2018-09-27"), isTodayGiven: true,
          asAt: day, writer: "tester", now: Timestamp(seconds: 1_538_037_720),
          seed: 1, size: Size(width: width, height: height)))
      try expectScreen(state.draw(), matches: "as-at.\(width)x\(height)")
    }
  }
}
