import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Marked rows, and acts that change all of them at once.
struct RowMarksTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func acts() -> [[Edit]] {
    desk.takeEffects().compactMap { if case .save(let act) = $0 { act.edits } else { nil } }
  }

  private var targets: [String] { desk.state.targets.map(\.description) }

  private var footer: String { desk.rows[desk.rows.count - 1] }

  // MARK: Marking

  @Test mutating func `without marks the next act applies to the selected row`() {
    #expect(targets == ["areas/modern-slavery"])
    desk.press("j")
    #expect(targets == ["areas/child-sexual-exploitation"])
    #expect(desk.state.markCount == 0)
  }

  @Test mutating func `Space marks the row and goes down, and takes the mark of a marked row away`()
  {
    desk.press(" ", " ")
    #expect(targets == ["areas/modern-slavery", "areas/child-sexual-exploitation"])
    #expect(footer.hasPrefix(" 2 marked   Esc unmark"))
    #expect(desk.rows[4].contains(" +*1") || desk.rows[4].contains(" +* 1"))
    desk.press("k", " ")
    #expect(targets == ["areas/modern-slavery"])
    #expect(desk.state.selectedName?.description == "areas/blackmail-and-kidnap")
  }

  @Test mutating func `a range follows the cursor both ways until v ends it`() {
    desk.press("j", "v", "j", "j")
    #expect(desk.state.markCount == 3)
    desk.press("k", "k", "k")
    #expect(targets == ["areas/modern-slavery", "areas/child-sexual-exploitation"])
    #expect(footer.contains("v ends the range"))
    desk.press("v", "G")
    #expect(desk.state.markCount == 2)
  }

  @Test mutating func `V marks what the filter lets pass, and no mark is lost with the filter`() {
    desk.press("/")
    desk.type("fraud")
    desk.press(.enter, "V")
    let found = desk.state.listedNames
    #expect(found.count == 2)
    #expect(desk.state.targets == found)
    desk.press("/", .control("u"))
    desk.type("slavery")
    desk.press(.enter)
    #expect(footer.hasPrefix(" 2 marked, 2 hidden"))
    desk.press(" ")
    #expect(targets.first == "areas/modern-slavery")
    #expect(targets.count == 3)
    desk.press("V")
    #expect(desk.shows("All that is shown is marked already."))
  }

  @Test mutating func `Esc takes the marks away before anything else`() {
    desk.press("/")
    desk.type("fraud")
    desk.press(.enter, "V", .escape)
    #expect(desk.state.markCount == 0)
    #expect(desk.state.listedNames.count == 2)
    desk.press(.escape)
    #expect(desk.state.listedNames.count > 2)
  }

  @Test mutating func `marks belong to their pane, and survive another order`() {
    desk.press(" ", " ", "4", " ", "o", "O", "1", "o", "o", "O")
    #expect(Set(targets) == ["areas/modern-slavery", "areas/child-sexual-exploitation"])
    desk.press("4")
    #expect(desk.state.markCount == 1)
  }

  @Test mutating func `in the plan actions are marked, and stay so in every view`() throws {
    desk.press("2", " ")
    #expect(desk.shows("actions are marked in their plan; Enter goes in."))
    desk.press(">", ">", " ", " ")
    let marked = targets
    #expect(marked.count == 2)
    #expect(marked.allSatisfy { $0.hasPrefix("actions/") })
    desk.press("<")
    #expect(Set(targets) == Set(marked))
    desk.press("'", "'")
    #expect(desk.state.plan.view == .area || desk.state.plan.view == .list)
  }

  @Test(arguments: Pane.allCases.filter { $0 != .plan })
  mutating func `rows can be marked in every pane that lists records`(pane: Pane) {
    desk.type("\(pane.rawValue)")
    let count = Set(desk.state.listedNames).count
    desk.press("V")
    #expect(desk.state.markCount == count)
    if count > 0 { #expect(footer.hasPrefix(" \(count) marked")) }
  }

  @Test mutating func `in SCORE Space means nothing`() {
    desk.press("4", .enter, " ")
    #expect(desk.state.markCount == 0)
    #expect(desk.shows("SCORE is on; Enter ends it."))
  }

  @Test mutating func `a text box in front is not marked`() {
    desk.press(.tab, " ")
    #expect(desk.state.markCount == 0)
    #expect(desk.shows("the list is not in front"))
  }

  // MARK: Acts

  @Test mutating func `several areas get a status by one decision, in one act`() throws {
    desk.press("j", " ", " ", "s")
    #expect(desk.shows("2 areas · status"))
    desk.press(.tab, .tab, .tab)
    desk.type("grave harm")
    desk.press(.enter)
    let act = try #require(acts().first)
    #expect(act.map(\.record.kind) == [.decision, .area, .area])
    #expect(
      act[0].changes.first { $0.field == "what" }?.new
        == """
        Child sexual exploitation: from monitored to focus. \
        Blackmail and kidnap: from monitored to focus.
        """)
    #expect(act.dropFirst().map(\.record.description) == targets)
    #expect(desk.shows("2 areas are focus, by a decision of"))
    #expect(desk.state.board.problems.isEmpty)
    // The marks stay for the next change.
    #expect(desk.state.markCount == 2)
  }

  @Test mutating func `what does not fit one marked record is done to none, and says which`() {
    desk.press(" ", " ", "s", .control("u"))
    desk.type("focus")
    desk.press(.tab, .tab, .tab)
    desk.type("grave harm")
    desk.press(.enter)
    #expect(desk.shows("Modern slavery is focus already."))
    #expect(acts().isEmpty)
    #expect(desk.area("child-sexual-exploitation").status == .monitored)
  }

  @Test mutating func `a form changes the fields that were typed in on all marked records`() throws
  {
    desk.press("4", "V")
    let count = desk.state.markCount
    desk.press("i")
    #expect(desk.shows("\(count) issues · change"))
    desk.press(.tab, .tab)
    desk.type("Fraud")
    desk.press(.down, .enter)
    let act = try #require(acts().first)
    #expect(act.count > 1)
    #expect(
      act.allSatisfy {
        $0.changes.map(\.field) == ["area", "updated"] || $0.changes.map(\.field) == ["area"]
      })
    #expect(desk.shows("Changed \(count) issues. u undoes."))
  }

  @Test mutating func `the last change is repeated on all marked records`() throws {
    desk.press("4", "i", .tab, .tab, .control("u"))
    desk.type("Fraud")
    desk.press(.down, .enter)
    #expect(acts().count == 1)
    desk.send(.saved)
    desk.press("j", " ", " ", ".")
    let act = try #require(acts().first)
    #expect(act.count == 2)
  }

  @Test mutating func `a step moves the value of every marked issue, or of none`() throws {
    desk.press("4", "l", " ", " ", "+")
    let act = try #require(acts().first)
    #expect(act.map(\.record.kind) == [.scorecard, .scorecard])
    desk.press("x")
    #expect(desk.shows("of 2 issues: unscored."))
    desk.press("-", "+")
    #expect(desk.shows("is at the end of its scale"))
  }

  @Test mutating func `marked areas move together`() throws {
    let before = desk.state.listedNames
    desk.press(" ", " ", "J")
    let act = try #require(acts().first)
    #expect(act.contains { $0.record == before[0] })
    #expect(
      Array(desk.state.listedNames.prefix(3)) == [before[2], before[0], before[1]])
    desk.press("K")
    #expect(desk.state.listedNames == before)
    desk.press("K")
    #expect(desk.shows("It is the first already."))
  }

  // MARK: Actions

  /// Marks three actions in the list of all.
  private mutating func markActions() throws {
    desk = Desk(try .planned())
    desk.press("2", ">", ">", " ", " ", " ")
    #expect(targets.count == 3)
  }

  @Test mutating func `the status of several actions is one act, with one reason`() throws {
    try markActions()
    desk.press("s")
    #expect(desk.shows("3 actions · status"))
    desk.type("r")
    desk.type("nobody came")
    desk.press(.enter)
    let act = try #require(acts().first)
    #expect(act.map(\.record.description) == targets)
    for edit in act {
      let id = try Identifier<Action>(edit.record.id)
      let action = try #require(desk.state.board[id])
      #expect(action.status == "red")
      #expect(action.statusHistory.values.contains { $0.reason == "nobody came" })
    }
  }

  @Test mutating func `several actions get a date, move to another P and are removed`() throws {
    try markActions()
    desk.press("w", .tab, .control("u"))
    desk.type("jan 2020")
    desk.press(.enter)
    #expect(acts().first?.count == 3)
    desk.send(.saved)
    let marked = desk.state.targets
    desk.press("d")
    let act = try #require(acts().first)
    #expect(act.map(\.record) == marked)
    #expect(desk.state.markCount == 0)
    #expect(desk.shows("Removed 3 actions. u undoes."))
  }

  @Test mutating func `several actions are put under one P`() throws {
    desk = Desk(try .planned())
    desk.press("2", .enter, " ", " ", "L")
    let act = try #require(acts().first)
    #expect(Set(act.map(\.record)) == Set(desk.state.targets))
    for name in desk.state.targets {
      #expect(desk.state.board[try Identifier<Action>(name.id)]?.p == "prevent")
    }
  }

  @Test mutating func `what is for one action only is off while rows are marked`() throws {
    try markActions()
    for key in ["e", "S"] {
      desk.type(key)
      #expect(desk.shows("one action at a time; Esc takes the marks away."))
    }
  }

  // MARK: With others

  @Test mutating func `a marked record that others change stays marked`() {
    var anna = Colleague()
    desk.press(" ", " ")
    let before = targets
    desk.receive(anna.changes(desk.area("modern-slavery")) { $0.title = "Slavery" })
    #expect(targets == before)
    #expect(desk.rows[4].contains("Slavery"))
  }

  @Test mutating func `nothing is done to marked records of which one was removed`() {
    var anna = Colleague()
    desk.press("4", " ", " ", "G", "i", .tab, .tab)
    desk.type("Modern")
    guard let last = desk.state.targets.last, let id = try? Identifier<Domain.Issue>(last.id) else {
      Testing.Issue.record("An issue is marked.")
      return
    }
    desk.receive(anna.removes(desk.issue(id)))
    desk.press(.tab, .enter)
    #expect(acts().isEmpty)
    #expect(desk.shows("Space on it takes its mark away."))
    desk.press(.escape)
    #expect(desk.state.markCount == 2)
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func `marks are drawn as their pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("marked-areas", ["j", " ", " ", "j", "v", "j"]), ("marked-risk", ["4", " ", "j", " ", "k"]),
      ("marked-form", ["j", " ", " ", "s"]), ("marked-decisions", ["6", " ", " ", "k"]),
      ("marked-actions", ["2", ">", ">", " ", " "]),
      ("marked-cards", ["2", .enter, "l", "l", " ", "v"]),
    ] as [(String, [Key])] {
      var desk = Desk(try .shipped(), width: width, height: height)
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }
}
