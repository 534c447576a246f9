import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The plan in files: written from the screen, and taken in after a look at what that would do.
struct PlanFilesTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func ask(for command: String) {
    desk.press(":")
    desk.type(command)
    desk.press(.enter)
  }

  // MARK: Out

  /// The sheets that were asked to be read since this was last asked, and what holds for their rows.
  private mutating func asked() -> [String: PlanIntake] {
    Dictionary(
      uniqueKeysWithValues: desk.takeEffects().compactMap { effect in
        if case .readPlan(let path, let intake, _) = effect { (path, intake) } else { nil }
      })
  }

  @Test mutating func `the plan of all areas is written as a sheet unless one says otherwise`() {
    ask(for: "export-plan")
    desk.press(.enter)
    let extract = PlanExtract(area: nil, audience: .board, format: .csv)
    #expect(desk.takeEffects() == [.exportPlan(extract, to: "plan.csv")])
    desk.send(.wrote("plan.csv"))
    #expect(desk.state.overlay == nil)
    #expect(desk.shows("Wrote plan.csv."))
  }

  @Test mutating func `format, area, audience and path are chosen`() {
    desk.press(.enter)
    ask(for: "export-plan")
    desk.press(.control("u"))
    desk.type("~/slavery")
    desk.press(.tab)
    desk.type("mark")
    desk.press(.tab, .tab)
    desk.type("public")
    desk.press(.enter)
    let extract = PlanExtract(area: "modern-slavery", audience: .public, format: .markdown)
    #expect(desk.takeEffects() == [.exportPlan(extract, to: "~/slavery.md")])
  }

  @Test mutating func `a path that ends in something keeps its ending`() {
    ask(for: "export-plan")
    desk.press(.control("u"))
    desk.type("a.b/plan.text")
    desk.press(.enter)
    guard case .exportPlan(_, to: "a.b/plan.text")? = desk.takeEffects().last else {
      Testing.Issue.record("The path is not the one typed.")
      return
    }
  }

  @Test mutating func `a file that is there leaves the form with what was typed`() {
    ask(for: "export-plan")
    desk.press(.enter)
    desk.send(.notWritten("plan.csv is there already: give another name."))
    #expect(desk.shows("plan.csv is there already: give another name."))
    #expect(desk.shows("Format  CSV"))
    desk.press(.enter)
    #expect(desk.takeEffects().count == 2)
  }

  // MARK: In

  /// What a sheet with a partner, a changed, an unchanged, a removed and a refused action would do.
  private func preview() throws -> PlanPreview {
    var board = try Board.shipped()
    let stamp = Stamp(at: Timestamp(seconds: 1_538_037_720), by: "tester")
    let partner = Record<Partner>(
      id: "border-force", header: Header(marking: "official"),
      content: Partner(name: "Border Force"))
    let putAdded = board.put(partner, stamp: stamp)
    let added = try #require(putAdded)
    var action = try #require(board["construction-vulnerability" as Identifier<Action>])
    action.lead = partner.id
    let putChanged = board.put(action, stamp: stamp)
    let changed = try #require(putChanged)
    var other = Record<Action>(
      id: "arrest-couriers", header: Header(marking: "official"),
      content: Action(area: "fraud", p: "pursue", recommendation: "Arrest the couriers"))
    other.rank = "i"
    let putMade = board.put(other, stamp: stamp)
    let made = try #require(putMade)
    let problem = Problem(
      file: "plan.csv", line: 5, column: 3, field: "Lead",
      what: "there is no partner “Pollice”", remedy: "Perhaps: Police.")
    return PlanPreview(
      file: "plan.csv",
      rows: [
        .init(
          lines: [2], record: added.record, title: "Border Force", fate: .added,
          words: ["marking: OFFICIAL"], edit: added),
        .init(
          lines: [2, 3], record: changed.record, title: action.recommendation, fate: .changed,
          words: ["lead: nothing → Border Force"], edit: changed),
        .init(
          lines: [4], record: made.record, title: "Arrest the couriers", fate: .added,
          words: ["area: Fraud", "p: Pursue"], edit: made),
        .init(lines: [5], record: nil, title: "Another", fate: .refused, problems: [problem]),
        .init(
          lines: [6], record: RecordName("actions/acquisitive-crime-group"),
          title: "A working group", fate: .unchanged),
      ], notes: ["The column “Budget” is left out: a plan has none of that name."])
  }

  private mutating func openPreview() throws {
    ask(for: "import-plan")
    desk.type("plan.csv")
    desk.press(.enter)
    #expect(asked() == ["plan.csv": PlanIntake()])
    desk.send(.previewed(try preview()))
  }

  @Test mutating func `what holds for rows that do not say it is asked for`() {
    ask(for: "import-plan")
    desk.type("plan.csv")
    desk.press(.tab)
    desk.type("added")
    desk.press(.tab)
    desk.type("cyber-a")
    desk.press(.tab)
    desk.type("prep")
    desk.press(.enter)
    let intake = PlanIntake(area: "cyber-attack", p: "prepare", addsPartners: true)
    #expect(asked() == ["plan.csv": intake])
  }

  @Test mutating func `a sheet that cannot be read leaves the form with what was typed`() {
    ask(for: "import-plan")
    desk.type("plan.csv")
    desk.press(.enter)
    desk.send(.notPreviewed("plan.csv, line 2: one thing.\nplan.csv, line 3: another."))
    #expect(desk.shows("plan.csv, line 2: one thing. And 1 more."))
    #expect(desk.shows(">Path"))
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  mutating func `the preview shows what would be done, and what is refused`(
    width: Int, height: Int
  ) throws {
    desk = Desk(try .shipped(), width: width, height: height)
    try openPreview()
    try expectScreen(desk.screen, matches: "intake.\(width)x\(height)")
  }

  @Test mutating func `y writes it all as one act`() throws {
    try openPreview()
    desk.press("y")
    let effects = desk.takeEffects()
    guard case .save(let act)? = effects.first, effects.count == 1 else {
      Testing.Issue.record("One act is saved: \(effects)")
      return
    }
    #expect(
      act.edits.map(\.record.description) == [
        "partners/border-force", "actions/construction-vulnerability", "actions/arrest-couriers",
      ])
    #expect(act.edits.map(\.isNew) == [true, false, true])
    #expect(desk.state.overlay == nil)
    #expect(
      desk.shows("Took in plan.csv: 2 added, 1 changed, 1 unchanged, 1 refused. u undoes."))
    desk.send(.saved)
    desk.press("2")
    #expect(desk.shows("Border Force") || desk.state.board.partners["border-force"] != nil)
    desk.press("u")
    guard case .undo(.last, _, _)? = desk.takeEffects().last else {
      Testing.Issue.record("u undoes the act.")
      return
    }
  }

  @Test(arguments: [Key.character("n"), .escape, .character("q")])
  mutating func `any other answer leaves everything as it was`(key: Key) throws {
    try openPreview()
    desk.press(.enter, "j", .control("d"))
    #expect(desk.state.overlay != nil)
    desk.press(key)
    #expect(desk.state.overlay == nil)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.state.board.partners["border-force"] == nil)
  }

  @Test mutating func `where the board has changed since, the sheet is read again`() throws {
    try openPreview()
    var theirs = try #require(
      desk.state.board["construction-vulnerability" as Identifier<Action>])
    theirs.lead = "police"
    desk.send(
      .changed([
        RecordReading(
          name: theirs.recordName, outcome: .document(try Value(encoding: theirs)))
      ]))
    _ = desk.takeEffects()
    desk.press("y")
    #expect(asked() == ["plan.csv": PlanIntake()])
    #expect(desk.shows("Somebody has changed the board since"))
    #expect(desk.state.board.partners["border-force"] == nil)
  }

  @Test mutating func `what only refuses writes nothing`() throws {
    ask(for: "import-plan")
    desk.type("plan.csv")
    desk.press(.enter)
    _ = desk.takeEffects()
    let rows = try preview().rows.filter { $0.edit == nil }
    desk.send(.previewed(PlanPreview(file: "plan.csv", rows: rows, notes: [])))
    desk.press("y")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("There is nothing to write."))
  }

  @Test mutating func `the board of another day takes nothing in, and is written as it was`() throws
  {
    desk.send(
      .loadedAsAt(try #require(CalendarDate("2018-03-01")), try .shipped(), []))
    ask(for: "import-plan")
    #expect(desk.state.overlay == nil || desk.shows("as at"))
    #expect(desk.takeEffects().isEmpty)
  }
}
