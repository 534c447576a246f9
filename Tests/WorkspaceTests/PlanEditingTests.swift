import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// What a person changes of a plan, and what is saved for it.
struct PlanEditingTests {
  /// The plan of Modern slavery is open, with the cursor on “Joint visits …” under Pursue.
  var desk: Desk

  init() throws {
    desk = Desk(try .planned())
    desk.press("2", .enter)
  }

  /// The fields that an act writes, record by record; the names of new things are `*`.
  private mutating func saved() throws -> [[String: Value]] {
    let effects = desk.takeEffects()
    #expect(effects.count <= 1)
    guard case .save(let act)? = effects.first else { return [] }
    desk.send(.saved)
    return act.edits.map { edit in
      var fields: [String: Value] = [:]
      for change in edit.changes where !change.isStamp && change.path.first != "created" {
        let path = change.path.map { $0.count == 12 && $0.contains(where: \.isNumber) ? "*" : $0 }
        fields[path.joined(separator: ".")] = change.new ?? .null
      }
      return fields
    }
  }

  private func action(_ name: String) throws -> Record<Action> {
    try #require(desk.state.board[try Identifier<Action>(name)])
  }

  // MARK: Status

  @Test func `of several statuses of one day the last one gives the reason`() throws {
    var desk = Desk(try .planned())
    desk.press("2", .enter)
    for (letter, reason) in [("r", "one"), ("g", "two"), ("r", "three"), ("g", "four")] {
      desk.press("s", .character(Character(letter)))
      desk.type(reason)
      desk.press(.enter)
      desk.send(.saved)
      let action = try #require(desk.state.board["invented-01" as Identifier<Action>])
      #expect(action.content.latestStatusChange?.reason == reason)
    }
  }

  @Test mutating func `a letter and a reason set the status, with its history`() throws {
    desk.press("s", "r")
    desk.type("the council has not answered")
    desk.press(.enter)
    let act = try saved()
    #expect(
      act == [
        [
          "status": "red", "statusHistory.*.status": "red", "statusHistory.*.at": "2018-09-27",
          "statusHistory.*.reason": "the council has not answered",
          "statusHistory.*.by": "tester", "statusHistory.*.rank": "i",
        ]
      ])
    #expect(
      desk.shows(
        "“Joint visits to construction sites in t…” is red: the council has not answered. u undoes."
      ))
    #expect(desk.shows("> R Joint visits"))
  }

  @Test mutating func `the status that the dates speak for is shown, and not chosen`() throws {
    desk.press("s")
    #expect(desk.shows("needed: A is suggested: “Briefing to the working group” is 27 days late"))
    #expect(desk.shows("B Complete  G On track  A Issue  R Serious issue, or unknown"))
    desk.press(.enter)
    #expect(desk.shows("Status is needed"))
    desk.press("a", .enter)
    #expect(desk.shows("Reason is needed"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `the same status with another reason is a review of it`() throws {
    desk.press("s", "a")
    desk.type("still waiting")
    desk.press(.enter)
    let act = try saved()
    #expect(act.count == 1)
    #expect(act[0]["status"] == nil)
    #expect(act[0]["statusHistory.*.reason"] == "still waiting")
  }

  @Test mutating func `who sets it is told by role where the board knows the login`() throws {
    var board = desk.state.board
    var fire = try #require(board["fire"] as Record<Partner>?)
    fire.roles["liaison"] = Partner.Role(role: "Liaison officer", login: "tester")
    board[fire.id] = fire
    desk = Desk(board)
    desk.press("2", .enter, "s", "g", "x", .enter)
    #expect(try saved()[0]["statusHistory.*.by"] == "Liaison officer")
  }

  @Test mutating func `x takes the status away`() throws {
    desk.press("x")
    let act = try saved()
    #expect(act == [["status": .null]])
    #expect(desk.shows("> . Joint visits"))
  }

  // MARK: In place

  @Test mutating func `i changes the fields inside the card, and only those that were touched`()
    throws
  {
    desk.press("i", .control("u"))
    desk.type("Night visits")
    desk.press(.tab)
    desk.type("fire")
    desk.press(.tab, .control("u"))
    desk.type("+2w")
    #expect(desk.shows("Due = 11 Oct 2018"))
    desk.press(.tab)
    #expect(desk.shows("│ Due  11 Oct 2018"))
    desk.press(.enter)
    let act = try saved()
    #expect(
      act == [
        [
          "recommendation": "Night visits", "lead": "fire", "milestones.briefing.due": "2018-10-11",
        ]
      ])
    #expect(desk.shows("> A Night visits"))
  }

  @Test mutating func `Esc leaves the card as it was`() {
    desk.press("i")
    desk.type(" and more")
    desk.press(.escape)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("> A Joint visits to"))
  }

  @Test mutating func `a review before the milestone is told, and kept`() throws {
    desk.press("w", .control("u"))
    desk.type("14 feb")
    desk.press(.tab, .control("u"))
    desk.type("dec")
    desk.press(.enter)
    let act = try saved()
    #expect(act == [["milestones.briefing.due": "2019-02-14", "review": "2018-12"]])
    #expect(desk.shows("Its review, Dec 2018, comes before the milestone, 14 Feb 2019."))
  }

  @Test(arguments: [
    ("31 feb", "31 feb does not exist: February has 28 or 29 days."),
    ("13/13/2018", "Month 13 does not exist"), ("whenever", "“whenever” is not a date"),
  ])
  mutating func `a date that cannot be is refused in a sentence, and nothing typed is lost`(
    typed: String, sentence: String
  ) {
    desk.press("w", .control("u"))
    desk.type(typed)
    desk.press(.enter)
    #expect(desk.shows(String(sentence.dropFirst(10))))
    #expect(desk.shows(typed))
    #expect(desk.takeEffects().isEmpty)
  }

  // MARK: Partners

  @Test mutating func `owners are completed one after the other, and taken back whole`() throws {
    desk.press("p", .tab)
    desk.type("heal")
    desk.press(";")
    desk.type("addac")
    desk.press(.tab, .enter)
    let act = try saved()
    #expect(
      act == [
        ["owners.addaction.agreed": "unknown", "owners.health.agreed": "unknown"]
      ])
    desk.press("p", .tab, .backspace, .enter)
    #expect(try saved().first?.values.contains(.null) == true)
  }

  @Test mutating func `who has agreed is set with the day, and who has not is known again`() throws
  {
    desk.press("p", .tab, .tab, .control("u"))
    desk.type("fire")
    desk.press(.enter)
    let act = try saved()
    #expect(
      act == [
        [
          "owners.fire.agreed": "yes", "owners.fire.on": "2018-09-27",
          "owners.police-modern-slavery.agreed": "unknown",
        ]
      ])
    desk.press("p", .tab, .tab, .tab)
    desk.type("police: mod")
    desk.press(.enter)
    #expect(try action("invented-01").owners["police-modern-slavery"]?.agreed == .no)
  }

  @Test mutating func `an unknown owner is offered the nearest names, and + adds it first`() throws
  {
    desk.press("p", .tab)
    desk.type("Heatlh")
    desk.press(.enter)
    #expect(desk.shows("“Heatlh” is no partner of this board, the nearest: Health; +Heatlh adds"))
    desk.press(.control("w"))
    desk.type("+Border Force")
    desk.press(.enter)
    let act = try saved()
    #expect(act.count == 2)
    #expect(act[0]["name"] == "Border Force")
    #expect(act[1] == ["owners.*.agreed": "unknown"])
    #expect(desk.state.board.problems.isEmpty)
    desk.press("j", ".")
    #expect(try saved().count == 1)
  }

  // MARK: Adding

  @Test mutating func `a adds an action under the P of the cursor, with lead and date`() throws {
    desk.press("l", "l", "l", "a")
    desk.type("A tabletop exercise")
    desk.press(.tab)
    desk.type("fire")
    desk.press(.tab)
    desk.type("apr 2019")
    desk.press(.enter)
    let act = try saved()
    #expect(
      act == [
        [
          "area": "modern-slavery", "p": "prepare", "recommendation": "A tabletop exercise",
          "lead": "fire", "milestones.*.text": "Complete", "milestones.*.due": "2019-04",
          "milestones.*.rank": "i",
          "marking": "official", "source": "entered by tester", "rank": "i",
        ]
      ])
    #expect(desk.shows("Added “A tabletop exercise”. u undoes."))
    #expect(desk.shows("> . A tabletop exercise"))
    #expect(desk.state.board.problems.isEmpty)
  }

  @Test mutating func `in the grid a fills the gap, and the cursor stays in the grid`() throws {
    desk.press(.escape, "l", "l", "l", "a")
    desk.type("Exercise")
    desk.press(.enter)
    #expect(try saved().first?["p"] == "prepare")
    #expect(desk.state.plan.view == .grid)
    desk.press("n", "a", "X", .enter)
    #expect(try saved().first?["area"] == "child-sexual-exploitation")
  }

  @Test mutating func `S puts another action in the place of one that is not done`() throws {
    desk.press("l", "S", .control("u"))
    desk.type("Agencies agree who speaks first")
    desk.press(.enter)
    let act = try saved()
    #expect(act.count == 1)
    #expect(act[0]["supersedes"] == "invented-03")
    #expect(act[0]["milestones.briefing.due"] == "2018-09-19")
    #expect(act[0]["status"] == nil)
    #expect(act[0]["owners.health.agreed"] == "unknown")
    #expect(act[0]["owners.community-childrens-services.agreed"] == "unknown")
    #expect(desk.shows("> . Agencies agree who"))
    #expect(!desk.shows("Agencies highlight"))
    #expect(desk.shows("Prevent 1"))
  }

  @Test mutating func `what supersedes an exempt action is exempt for the same reason`() throws {
    var board = desk.state.board
    var action = try #require(board["invented-03" as Identifier<Action>])
    action.header.exemptParagraph = "paragraph 7"
    board[action.id] = action
    desk = Desk(board)
    desk.press("2", .enter, "l", "S", .control("u"))
    desk.type("Agencies agree who speaks first")
    desk.press(.enter)
    #expect(try saved().first?["exemptParagraph"] == "paragraph 7")
  }

  // MARK: Choosing

  @Test mutating func `Down goes through the names that fit, and through no others`() throws {
    desk.press("p", .control("u"))
    desk.type("polic")
    desk.press(.down)
    let first = try #require(desk.rows.first { $0.hasPrefix("│>Lead") })
    desk.press(.down, .down)
    let third = try #require(desk.rows.first { $0.hasPrefix("│>Lead") })
    #expect(first != third)
    #expect(first.contains("Police") && third.contains("Police"))
    for _ in 0..<20 { desk.press(.down) }
    #expect(desk.rows.first { $0.hasPrefix("│>Lead") }?.contains("Police") == true)
  }

  @Test
  mutating func `Tab behind the last field stays there, and a letter of no status is refused`()
    throws
  {
    desk.press("s", "w")
    #expect(desk.shows("“w” is none of these: B Complete, G On track"))
    desk.press("a", .tab, .tab)
    desk.type("Waiting for the report")
    desk.press(.enter)
    let act = try saved()
    #expect(act.first?["statusHistory.*.reason"] == "Waiting for the report")
    #expect(act.first?["statusHistory.*.status"] == "amber")
  }

  @Test mutating func `a mistyped name is offered those that a word of may be meant`() {
    desk.press("p", .control("u"))
    desk.type("polce")
    desk.press(.enter)
    #expect(desk.shows("“polce” is no partner of this board, the nearest:"))
    #expect(desk.shows("City of London Police"))
    desk.press(.tab)
    #expect(desk.rows.contains { $0.hasPrefix("│!Lead") })
  }

  // MARK: Order, other P, removal

  @Test mutating func `H and L put the action under the other P, and the cursor goes along`() throws
  {
    desk.press("L")
    let act = try saved()
    #expect(act == [["p": "prevent", "rank": "i"]])
    #expect(desk.shows("Moved “Joint visits to construction sites in t…” to Prevent. u undoes."))
    #expect(desk.shows("> A Joint visits"))
    #expect(desk.shows("Prevent 2"))
    desk.press("H", "H")
    #expect(desk.shows("previous P: it is under the first P."))
  }

  @Test mutating func `J and K move the action in its cell by one field`() throws {
    desk.press("J")
    let act = try saved()
    #expect(act == [["rank": "i"]])
    desk.press("J")
    #expect(desk.shows("It is the last already."))
    #expect(try saved().isEmpty)
    desk.press("K")
    #expect(try saved().map { $0.keys.sorted() } == [["rank"]])
    desk.press("K")
    #expect(desk.shows("It is the first already."))
  }

  @Test mutating func `d removes without a question, and the cursor is on the next`() throws {
    desk.press("d")
    #expect(try saved()[0].keys.sorted() == ["deleted.at", "deleted.by"])
    #expect(desk.shows("Removed “Joint visits to construction sites in t…”. u undoes."))
    #expect(desk.shows("> B Share the labour"))
    #expect(desk.shows("Pursue 1"))
  }

  @Test mutating func `in the list of all actions d takes the row away`() throws {
    desk.press(">", "d")
    #expect(try saved()[0].keys.sorted() == ["deleted.at", "deleted.by"])
    #expect(!desk.rows.contains { $0.hasPrefix("│") && $0.contains("Joint visits") })
  }

  // MARK: Once more

  /// What is done to the first action, and what the same does to the second one.
  static let repeated: [(keys: [Key], fields: [String: Value])] = [
    (["s", "r", "w", "h", "y", .enter], ["status": "red"]),
    (["w", .tab, .control("u"), "e", "o", "y", .enter], ["review": "2018-12-31"]),
    (["p", .control("u"), "h", "e", "a", "l", .tab, .enter], ["lead": "health"]),
    (["i", .control("u"), "N", "o", "w", .enter], ["recommendation": "Now"]),
    (["L", "h"], ["p": "prevent"]), (["x"], ["status": .null]),
  ]

  @Test(arguments: repeated)
  mutating func `j and a point make the same change on the next action`(
    row: (keys: [Key], fields: [String: Value])
  ) throws {
    for key in row.keys { desk.press(key) }
    #expect(try saved().count == 1)
    if row.keys != ["L", "h"] { desk.press("j") }
    desk.press(".")
    let act = try saved()
    #expect(act.count == 1)
    for (field, value) in row.fields { #expect(act.first?[field] == value) }
  }

  // MARK: Marked actions

  @Test mutating func `a key changes all marked actions in one act`() throws {
    desk.press(" ", " ", "s", "g")
    desk.type("both are on track")
    desk.press(.enter)
    let act = try saved()
    #expect(act.map { $0["status"] } == ["green", "green"])
    desk.press("L")
    #expect(try saved().compactMap { $0["p"] } == ["prevent", "prevent"])
    #expect(desk.shows("Moved 2 actions to Prevent. u undoes."))
    desk.press("e")
    #expect(desk.shows("text: one action at a time; Esc takes the marks away."))
    desk.press("d")
    #expect(try saved().count == 2)
    #expect(desk.shows("Removed 2 actions. u undoes."))
    #expect(desk.state.markCount == 0)
  }

  @Test mutating func `marked actions move by a place all together or not at all`() throws {
    desk.press(" ", "J")
    #expect(try saved().compactMap { $0["rank"] }.count == 1)
    desk.press(" ", "K")
    #expect(desk.shows("It is the first already."))
    #expect(try saved().isEmpty)
  }

  @Test mutating func `what fits no row is not repeated, and says why`() {
    desk.press("s", "r", "x", .enter, .escape)
    _ = desk.takeEffects()
    desk.press(".")
    #expect(desk.shows("repeat: nothing is selected that it fits."))
    desk.press("1", ".")
    #expect(desk.shows("repeat: your last change was made in Plan, 2."))
    #expect(desk.takeEffects().isEmpty)
  }

  // MARK: Long text

  @Test mutating func `recommendation, outcome and notes go to the editor and come back`() throws {
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().first else {
      Testing.Issue.record("The editor was not asked for.")
      return
    }
    #expect(text.contains("# Recommendation\nJoint visits to construction sites"))
    desk.send(
      .edited(
        """
        # Recommendation
        Joint visits,
        by night
        # Outcome
        Two sites closed.

        One reopened.
        # Notes
        Not for the minutes.
        """))
    let act = try saved()
    #expect(
      act == [
        [
          "recommendation": "Joint visits, by night",
          "outcome": "Two sites closed.\n\nOne reopened.", "notes": "Not for the minutes.",
        ]
      ])
    #expect(desk.shows("> A Joint visits, by night"))
  }

  @Test mutating func `a recommendation that was emptied in the editor stays`() throws {
    desk.press("e")
    _ = desk.takeEffects()
    desk.send(.edited("# Recommendation\n\n# Outcome\n\n# Notes\n"))
    #expect(try saved().isEmpty)
    #expect(try action("invented-01").recommendation.hasPrefix("Joint visits"))
  }

  // MARK: Bad input

  @Test mutating func `100 kB pasted into a field is refused whole, and the field stays`() {
    desk.press("i")
    desk.send(.input(.paste(String(repeating: "word ", count: 20_000))))
    #expect(desk.shows("A line holds 10000 characters: the pasted 100000 were not taken."))
    desk.press(.end, "!", .enter)
    #expect(desk.shows("Changed “Joint visits"))
  }

  @Test mutating func `a field of one line never holds a line break`() throws {
    desk.press("i", .end)
    desk.send(.input(.paste("\nand\r\nmore\u{2028}")))
    desk.press(.enter)
    let text = try saved().first?["recommendation"]?.stringValue
    #expect(text?.contains(where: \.isNewline) == false)
  }

  @Test func `without a status legend or any action the keys say why`() {
    var desk = Desk(.bare)
    desk.press("2")
    for (key, word) in [("s", "status"), ("d", "remove"), ("i", "change")] as [(Key, String)] {
      desk.press(key)
      #expect(desk.shows("\(word): "))
    }
    #expect(desk.takeEffects().isEmpty)
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `the forms of an action are drawn as their pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("action-change", ["i", .tab, .tab, .control("u"), "1", "4", " ", "f", "e", "b"]),
      ("action-change-owners", ["i", .tab, .tab, .tab, .tab, "h"]), ("action-status", ["s"]),
      ("action-add", ["a"]), ("action-dates", ["w"]),
      ("action-partners", ["p", .tab, "x", .enter]),
    ] as [(String, [Key])] {
      var desk = Desk(try .planned(), width: width, height: height)
      desk.press("2", .enter)
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  // MARK: What others change meanwhile

  @Test mutating func `an owner whom somebody adds meanwhile stays`() throws {
    desk.press("p", .tab)
    var anna = Colleague()
    desk.receive(
      anna.changes(try action("invented-01")) { $0.owners["health"] = .init(agreed: .yes) })
    desk.type("; Trading")
    desk.press(.enter)
    #expect(try action("invented-01").owners["health"]?.agreed == .yes)
    #expect(try action("invented-01").owners.count > 2)
  }

  @Test mutating func `whoever takes an owner out keeps what that owner said meanwhile`() throws {
    let owner = try #require(try action("invented-01").owners.keys.sorted().first)
    let before = try #require(try action("invented-01").owners[owner])
    desk.press("p", .tab)
    var anna = Colleague()
    desk.receive(
      anna.changes(try action("invented-01")) {
        $0.owners[owner]?.agreed = before.agreed == .no ? .yes : .no
      })
    desk.press(.control("u"), .enter)
    let acts = desk.takeEffects().compactMap { if case .save(let act) = $0 { act } else { nil } }
    let changes = acts.flatMap(\.edits).flatMap(\.changes)
    let change = try #require(changes.first { $0.path == ["owners"] })
    #expect(change.new == nil)
    #expect(change.old?[owner.text]?["agreed"] == .string(before.agreed.rawValue))
  }

  @Test mutating func `a P that goes from the board goes from the open plan`() throws {
    var board = try Board.planned()
    board.settings.content.extraPs = ["partner": .init(title: "Partner")]
    var desk = Desk(board)
    desk.press("2", .enter)
    #expect(desk.shows("Partner · gap"))
    var anna = Colleague()
    desk.receive(anna.changes(board.settings) { $0.extraPs = [:] })
    #expect(!desk.shows("Partner · gap"))
  }

  @Test mutating func `a P that comes to the board comes to the open plan, with its action`() throws
  {
    var anna = Colleague()
    let theirs = Record<Action>(
      id: "their-action", header: Header(marking: "official"),
      content: Action(area: "modern-slavery", p: "partner", recommendation: "Theirs"))
    desk.receive(
      anna.changes(desk.state.board.settings) {
        $0.extraPs = ["partner": .init(title: "Partner")]
      }, anna.adds(theirs))
    desk.press("c", .enter)
    #expect(desk.shows("Partner"))
  }

  // MARK: Long texts

  @Test mutating func `a text that comes back as it went changes nothing`() throws {
    var board = try Board.planned()
    board["invented-01" as Identifier<Action>]?.recommendation = "Line one\nline two"
    board["invented-01" as Identifier<Action>]?.outcome = "First.\n# Notes\nSecond."
    board["invented-01" as Identifier<Action>]?.header.notes = "mine"
    desk = Desk(board)
    desk.press("2", .enter, "e")
    let effects = desk.takeEffects()
    let texts = effects.compactMap { if case .edit(let text) = $0 { text } else { nil } }
    desk.send(.edited(try #require(texts.first)))
    #expect(desk.takeEffects().isEmpty)
  }
}
