import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Threats: how they come in, what each key makes of them, and how many come how far.
struct ThreatsPaneTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .triage())
    desk.press("5")
  }

  /// Goes down until the cursor is on a row that says something.
  private mutating func go(to text: String) throws {
    desk.press("g", "g")
    for _ in 0..<30 {
      let row = try #require(desk.screen.cursor?.y)
      if desk.rows[row].prefix(70).contains(text) { return }
      desk.press("j")
    }
    Testing.Issue.record("No row says “\(text)”:\n\(desk.rows.joined(separator: "\n"))")
  }

  private mutating func acts() -> [Act] {
    desk.takeEffects().compactMap { if case .save(let act) = $0 { act } else { nil } }
  }

  /// The fields that the last act changed, record by record; null for one that was taken away.
  private mutating func changes() -> [[String: Value]] {
    let edits = acts().last?.edits ?? []
    desk.send(.saved)
    return edits.map { edit in
      let fields = edit.changes.filter { !["updated", "created"].contains($0.path[0]) }
      return Dictionary(fields.map { ($0.path.joined(separator: "."), $0.new ?? .null) }) { $1 }
    }
  }

  private func issue(_ id: Identifier<Domain.Issue>) throws -> Record<Domain.Issue> {
    try #require(desk.state.board[id])
  }

  private var selected: String? { desk.state.selectedName?.id }

  /// The titles that the list shows, in their order.
  private var titles: [String] {
    desk.rows.filter { $0.hasPrefix("│") }.dropFirst().map { row in
      String(row.dropFirst().drop { " >+".contains($0) }.prefix { $0 != "│" })
    }.filter { !$0.allSatisfy { $0 == " " } }
  }

  // MARK: Lists

  @Test func `the inbox has what is open, the oldest first, and what is back`() throws {
    #expect(desk.shows("┌ Inbox"))
    #expect(titles.first?.contains("City businesses in the") == true)
    let second = try #require(titles.dropFirst().first)
    #expect(second.contains("Robbery of couriers"))
    #expect(second.contains("148 d"))
    #expect(second.contains("is back"))
    #expect(!desk.shows("Scooter theft"))
    #expect(!desk.shows("Posters"))
    #expect(titles.contains { $0.contains("Fake labels") && $0.contains("Aug 2018") })
  }

  @Test mutating func `what may be the same is shown beside it, with how alike it is`() throws {
    try go(to: "Cryptocurrency")
    #expect(desk.rows.contains { $0.contains("Cryptocurrency") && $0.contains("like ") })
    #expect(desk.shows("May be the same, M merges"))
    #expect(desk.shows("City businesses in the unregulated"))
    #expect(desk.shows("Four receipts (Market office, 1 Sep 2018)"))
    #expect(desk.shows("may be the same as “City businesses in the unregulated"))
  }

  @Test mutating func `views follow each other, and Esc goes back to the inbox`() {
    desk.press(">")
    #expect(desk.shows("┌ Watched"))
    #expect(titles.map { String($0.prefix(7)) } == ["Robbery", "Scooter"])
    desk.press(">")
    #expect(desk.shows("┌ Decided"))
    #expect(desk.rows.contains { $0.contains("Posters") && $0.contains("Not organised") })
    #expect(desk.rows.contains { $0.contains("Noise") && $0.contains("to the Safer City") })
    desk.press(">", ">")
    #expect(desk.shows("┌ All issues"))
    desk.press(.escape)
    #expect(desk.shows("┌ Inbox"))
  }

  @Test mutating func `n goes to what nobody has said anything about, around`() throws {
    try go(to: "Cryptocurrency")
    desk.press("E", "G", "n")
    #expect(selected == "cryptocurrency")
    desk.press("1", "5", ">", ">", "n")
    #expect(desk.shows("┌ Inbox"))
  }

  @Test mutating func `a filter is typed over what the view lists`() {
    desk.press("/")
    desk.type("label")
    #expect(titles.count == 1)
    desk.press(.escape)
    #expect(titles.count > 1)
  }

  // MARK: Capture

  @Test mutating func `a threat is captured in one line, and the cursor is on it`() throws {
    desk.press("a")
    desk.type("counterfeit coins @ts !os #1")
    #expect(
      desk.shows(
        "“counterfeit coins” · from Trading Standards · OFFICIAL-SENSITIVE · Modern slavery"))
    desk.press(.enter)
    let made = try #require(changes().first)
    #expect(made["title"] == "counterfeit coins")
    #expect(made["sourcePartner"] == "trading-standards")
    #expect(made["marking"] == "official-sensitive")
    #expect(made["area"] == "modern-slavery")
    #expect(made["raised"] == "2018-09-27")
    #expect(made["stage"] == "emerging")
    #expect(selected == desk.state.board.issues.all.last?.id.text)
    #expect(titles.last?.contains("counterfeit coins") == true)
    #expect(desk.shows("u undoes."))
  }

  @Test mutating func `names behind prefixes are offered and completed`() {
    desk.press("a")
    desk.type("coins @tra")
    #expect(desk.shows("trading-standards"))
    desk.press(.tab)
    desk.type(" !")
    #expect(desk.shows("official  official-sensitive"))
    desk.press(.down, .down)
    #expect(desk.shows("coins @trading-standards !official-sensitive"))
    desk.press(.enter)
    #expect(changes().first?["marking"] == "official-sensitive")
  }

  @Test mutating func `what cannot be read stays to be mended, and nothing is kept`() {
    desk.press("a")
    desk.type("coins @nobody")
    desk.press(.enter)
    #expect(desk.shows("“@nobody” is no partner of this board"))
    #expect(acts().isEmpty)
    desk.press(.escape)
    #expect(desk.shows("┌ Inbox"))
  }

  @Test mutating func `what is like another says so at once`() {
    desk.press("a")
    desk.type("fake labels on spirits")
    desk.press(.enter)
    #expect(
      desk.shows(
        "Captured, raised today. It is like “Fake labels on spirits”: M merges them. u undoes."))
  }

  @Test mutating func `a threat is captured from any pane by its name`() {
    desk.press("7", ":")
    desk.type("capture")
    desk.press(.enter)
    desk.type("coins @fire")
    desk.press(.enter)
    #expect(desk.state.pane == .partners)
    #expect(changes().first?["sourcePartner"] == "fire")
    desk.press("5")
    #expect(titles.last?.contains("coins") == true)
  }

  // MARK: What becomes of it

  @Test mutating func `A accepts into an area, and goes on`() throws {
    try go(to: "Robbery")
    let next = try #require(titles.dropFirst(2).first).prefix(12)
    desk.press("A")
    desk.type("5")
    desk.press(.enter)
    #expect(
      changes() == [
        ["area": "organised-acquisitive-crime", "stage": "registered", "watchUntil": .null]
      ])
    #expect(
      desk.shows("Accepted “Robbery of couriers” into Organised acquisitive crime. u undoes."))
    #expect(!titles.contains { $0.contains("Robbery") })
    #expect(titles.dropFirst().first?.hasPrefix(next) == true)
    #expect(desk.screen.cursor?.y == 5)
  }

  @Test mutating func `w watches until a day, and never one that has come`() throws {
    try go(to: "Fake labels")
    desk.press("w")
    desk.type("1 sep 2018")
    desk.press(.enter)
    #expect(desk.shows("1 Sep 2018 has come already: it would be back at once."))
    desk.press(.control("u"))
    desk.type("+6w")
    desk.press(.enter)
    #expect(changes() == [["stage": "watched", "watchUntil": "2018-11-08"]])
    #expect(desk.shows("Watching “Fake labels on spirits” until 8 Nov 2018. u undoes."))
    #expect(!titles.contains { $0.contains("Fake labels") })
  }

  @Test mutating func `d dismisses with a reason, and the same reason serves the next one`() throws
  {
    try go(to: "Fake labels")
    desk.press("d", .enter)
    #expect(desk.shows("Reason is needed"))
    desk.type("Not organised")
    desk.press(.enter)
    #expect(changes() == [["stage": "dismissed", "dismissReason": "Not organised"]])
    #expect(desk.shows("Dismissed “Fake labels on spirits”: Not organised. u undoes."))
    let next = try #require(selected)
    desk.press(".")
    let act = try #require(acts().last)
    #expect(act.edits.map(\.record.id) == [next])
  }

  @Test mutating func `F refers, and E puts it on the agenda of the next meeting`() throws {
    try go(to: "Fake labels")
    desk.press("F")
    #expect(changes() == [["stage": "referred"]])
    #expect(desk.shows("Referred “Fake labels on spirits” to the Safer City Partnership."))
    try go(to: "Robbery")
    desk.press("E")
    let made = changes()
    #expect(made.count == 2)
    #expect(made[0].values.contains("issues/couriers"))
    #expect(made[1] == ["escalatedTo": "board-2018-11-14"])
    #expect(desk.shows("is on the agenda of Board, 14 Nov 2018. u undoes."))
    #expect(desk.rows.contains { $0.contains("Robbery") && $0.contains("on the agenda") })
    #expect(selected != "couriers")
    try go(to: "Robbery")
    desk.press("E")
    #expect(desk.shows("Not escalated: “Robbery of couriers” is on the agenda"))
    #expect(acts().isEmpty)
  }

  @Test func `without a meeting to come nothing is escalated, and it says so`() throws {
    var desk = Desk(try .planned())
    desk.press("5", "E")
    #expect(desk.shows("escalate: no board meeting is to come: :add-meeting plans one."))
  }

  @Test mutating func `M offers the likeliest, and both texts are kept in one act`() throws {
    try go(to: "Cryptocurrency")
    desk.press("M")
    #expect(desk.shows("City businesses in the unregulated cryptocurrency sector, emerging"))
    desk.press(.enter)
    let act = try #require(acts().last)
    #expect(act.edits.map(\.record.id) == ["stall", "cryptocurrency"])
    let target = try issue("cryptocurrency")
    #expect(target.text?.contains("A stall beside the market") == true)
    #expect(target.text?.contains("From “Cryptocurrency sector unregulated") == true)
    #expect(target.evidence["first"]?.text == "Four receipts")
    #expect(try issue("stall").mergedInto == "cryptocurrency")
    #expect(desk.state.flash?.hasSuffix("which keeps both texts. u undoes.") == true)
    #expect(!titles.contains { $0.hasPrefix("Cryptocurrency sector") })
    try go(to: "City businesses")
    #expect(!desk.shows("May be the same"))
    desk.press("M")
    desk.type("cryptocurrency sector")
    #expect(!desk.shows("City businesses, merged"))
  }

  @Test mutating func `what was merged or dismissed is not merged or escalated again`() throws {
    try go(to: "Cryptocurrency")
    desk.press("M", .enter, ">", ">")
    try go(to: "Cryptocurrency sector")
    #expect(!desk.shows("May be the same"))
    desk.press("M")
    #expect(desk.shows("merge: it went into “City businesses in the unregulated"))
    desk.press("E")
    #expect(desk.shows("escalate: it is merged: s brings it back first."))
    try go(to: "Posters")
    desk.press("E")
    #expect(desk.shows("escalate: it is dismissed: s brings it back first."))
  }

  @Test func `threats of one day stand in the order in which they were captured`() throws {
    var board = try Board.triage()
    for (count, id) in ["zebra", "mango", "apple"].enumerated() {
      let id = try Identifier<Domain.Issue>(id)
      var issue = Domain.Issue(title: "Captured \(count)")
      issue.raised = CalendarDate("2018-09-27")
      let created = Stamp(at: Timestamp(seconds: 1_538_037_720 + count), by: "tester")
      board[id] = Record(id: id, header: Header(created: created), content: issue)
    }
    var desk = Desk(board)
    desk.press("5", "G")
    #expect(desk.state.listedNames.suffix(3).map(\.id) == ["zebra", "mango", "apple"])
  }

  @Test func `what is back says so, though it may be the same as another`() throws {
    var board = try Board.triage()
    board["scooters" as Identifier<Domain.Issue>]?.title = "Robberies of couriers"
    var desk = Desk(board)
    desk.press("5")
    #expect(desk.rows.contains { $0.contains("Robbery of couriers") && $0.contains("is back") })
    desk.press("j")
    #expect(desk.shows("may be the same as “Robberies of couriers”"))
  }

  @Test mutating func `several decisions taken back are told as what they were`() throws {
    let before = Dictionary(
      uniqueKeysWithValues: desk.state.board.issues.all.map { ($0.recordName, reading($0)) })
    try go(to: "Fake labels")
    desk.press(" ")
    try go(to: "Robbery")
    desk.press(" ", "F")
    let act = try #require(acts().last)
    desk.send(.saved)
    desk.press("u")
    desk.send(
      .undone(
        UndoneAct(
          act: LoggedAct.of(act, 30), readings: act.edits.compactMap { before[$0.record] })))
    #expect(
      desk.state.flash?.hasPrefix("Undone: referred 2 issues; the first: stage of ") == true,
      "\(desk.state.flash ?? "")")
  }

  @Test mutating func `a golden theme taken back is called one of the board's`() throws {
    let issue = reading(try issue("labels"))
    let settings = reading(
      try #require(desk.state.board["board" as Identifier<BoardSettings>]))
    try go(to: "Fake labels")
    desk.press("T", .tab)
    desk.type("+Deprivation")
    desk.press(.enter)
    let act = try #require(acts().last)
    desk.send(.saved)
    desk.press("u")
    desk.send(.undone(UndoneAct(act: LoggedAct.of(act, 30), readings: [settings, issue])))
    #expect(desk.shows("Undone: 1 issue, golden themes of the board ("))
  }

  @Test mutating func `a golden theme is named in any case, and counts once`() throws {
    try go(to: "Fake labels")
    desk.press("T", .tab)
    desk.type("youth; Youth; the world wide web")
    desk.press(.enter)
    #expect(try issue("labels").goldenThemes == ["youth", "internet"])
  }

  @Test func `the marking stays in the first line of a narrow screen`() throws {
    for width in [120, 80, 60] {
      var board = try Board.triage()
      board["labels" as Identifier<Domain.Issue>]?.header.marking = "official-sensitive"
      var desk = Desk(board, width: width, height: 16)
      desk.press("5")
      #expect(desk.rows[0].contains(" OFFICIAL-SENSITIVE · "), "\(desk.rows[0])")
    }
  }

  @Test mutating func `any other issue is found by words of its title`() throws {
    try go(to: "Cryptocurrency")
    desk.press("M")
    desk.type("scoo")
    #expect(desk.shows("Scooter theft, watched"))
    desk.press(.enter)
    #expect(acts().last?.edits.map(\.record.id) == ["stall", "scooters"])
    try go(to: "Fake labels")
    desk.press("M")
    desk.type("qqq")
    desk.press(.enter)
    #expect(desk.shows("Nothing is called “qqq”"))
    #expect(acts().isEmpty)
  }

  @Test mutating func `marked issues go into one, which is none of them`() throws {
    try go(to: "City businesses")
    desk.press(" ")
    try go(to: "Cryptocurrency sector")
    desk.press(" ", "M")
    #expect(!desk.shows("Into  City businesses"))
    desk.type("robb")
    desk.press(.enter)
    let act = try #require(acts().last)
    #expect(
      Set(act.edits.map(\.record.id)).isSuperset(of: ["cryptocurrency", "stall", "couriers"]))
    #expect(try issue("couriers").text?.contains("A stall beside the market") == true)
    #expect(try issue("stall").mergedInto == "couriers")
    #expect(desk.shows("Merged 2 issues into “Robbery of couriers”"))
    #expect(desk.state.markCount == 0)
  }

  @Test(arguments: ["w", "A", "E", "F", "s"] as [Key])
  mutating func `each key serves all that is marked, in one act`(key: Key) throws {
    try go(to: "Fake labels")
    desk.press(" ")
    try go(to: "Robbery")
    desk.press(" ", key)
    switch key {
    case "w": desk.type("+6w")
    case "A": desk.type("1")
    case "s": desk.type("r")
    default: break
    }
    if !["E", "F"].contains(key) { desk.press(.enter) }
    let made = acts()
    #expect(made.count == 1)
    #expect(made[0].edits.filter { $0.record.kind == .issue }.count == 2)
  }

  @Test mutating func `an old decision of one's own is taken back where it is read`() throws {
    try go(to: "Cryptocurrency")
    desk.press("M", .enter)
    let merge = try #require(acts().last)
    desk.send(.saved)
    desk.press("F")
    desk.send(.saved)
    desk.press(">", ">")
    try go(to: "Cryptocurrency sector")
    desk.press(.enter)
    guard case .history(let names)? = desk.takeEffects().last else {
      Testing.Issue.record("No history was asked for.")
      return
    }
    #expect(!desk.shows("undo act"))
    desk.send(.history(names, History([LoggedAct.of(merge, 30)]).entries(on: Set(names))))
    #expect(desk.shows("u undo act 30"))
    desk.press("u")
    let asked = desk.takeEffects().contains {
      if case .undo(.act(30), _, _) = $0 { true } else { false }
    }
    #expect(asked)
  }

  @Test mutating func `what went into another one is brought back, and it says what stays there`()
    throws
  {
    try go(to: "Cryptocurrency")
    desk.press("M", .enter)
    desk.send(.saved)
    desk.press(">", ">")
    try go(to: "Cryptocurrency sector")
    desk.press("s", "i", .enter)
    #expect(desk.shows("is back in the inbox; “City businesses in the unregulated"))
    #expect(try issue("stall").mergedInto == nil)
    #expect(try issue("cryptocurrency").text?.contains("A stall") == true)
  }

  @Test mutating func `scores follow to the issue that another one goes into`() throws {
    try go(to: "Fake labels")
    desk.press("S", "1", .escape, "5", "g", "g")
    try go(to: "Fake labels")
    let card = try #require(desk.state.board.scorecards.all.last { $0.issue == "labels" }?.id)
    desk.press("M")
    desk.type("robbery")
    desk.press(.enter)
    #expect(desk.state.board[card]?.issue == "couriers")
    #expect(desk.shows("which keeps both texts and takes 1 scorecard"))
    try go(to: "Robbery")
    #expect(desk.shows("working · 27 Sep 2018 · 1 value"))
  }

  @Test mutating func `s brings back what was decided`() throws {
    desk.press(">", ">")
    try go(to: "Posters")
    desk.press("s", "i", .enter)
    #expect(changes() == [["stage": "emerging", "dismissReason": .null]])
    #expect(desk.shows("“Posters for unlicensed clubs” is back in the inbox. u undoes."))
    desk.press("<", "<")
    #expect(titles.contains { $0.contains("Posters") })
  }

  @Test mutating func `u brings the last one back to its place`() throws {
    try go(to: "Fake labels")
    let before = titles
    desk.press("F")
    let act = try #require(acts().last)
    desk.send(.saved)
    let label = try issue("labels")
    desk.press("u")
    var back = label
    back.stage = .emerging
    desk.send(
      .undone(
        UndoneAct(act: LoggedAct.of(act, 30), readings: [reading(back)])))
    #expect(titles == before)
    #expect(selected == "labels")
  }

  @Test mutating func `marked issues are seen to as one, and their marks go with them`() throws {
    try go(to: "Robbery")
    desk.press("V", "d")
    #expect(desk.shows("issues · dismiss"))
    desk.type("Seen by the police")
    desk.press(.enter)
    let act = try #require(acts().last)
    #expect(act.edits.count == 6)
    #expect(desk.state.markCount == 0)
    #expect(desk.shows("Nothing waits: a captures a threat."))
  }

  @Test mutating func `S gives values in Risk, and so does Enter on the text`() throws {
    try go(to: "Fake labels")
    desk.press("S")
    #expect(desk.state.pane == .risk)
    #expect(desk.state.risk.scoring != nil)
    #expect(selected == "labels")
    desk.press(.escape, "5", .tab, .enter)
    #expect(desk.state.risk.scoring != nil)
  }

  // MARK: Fields

  @Test mutating func `T tags golden themes, and adds one that is not there yet`() throws {
    try go(to: "Fake labels")
    desk.press("T", .tab)
    desk.type("Youth; +Deprivation")
    desk.press(.enter)
    let made = changes()
    #expect(made.count == 2)
    #expect(made[0].values.contains("Deprivation"))
    #expect(try issue("labels").goldenThemes.count == 2)
    #expect(desk.shows("Golden themes: Youth; Deprivation"))
    desk.press("j", ".")
    #expect(acts().last?.edits.count == 1)
  }

  @Test mutating func `p and i change where it comes from and what it says`() throws {
    try go(to: "Fake labels")
    desk.press("p", .control("u"))
    desk.type("Health")
    desk.press(.enter)
    #expect(changes() == [["sourcePartner": "health"]])
    desk.press("i", .control("u"))
    desk.type("Fake labels on wine")
    desk.press(.enter)
    #expect(changes() == [["title": "Fake labels on wine"]])
    #expect(selected == "labels")
  }

  @Test mutating func `e opens the text, and add-evidence what supports it`() throws {
    try go(to: "Fake labels")
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().last else {
      Testing.Issue.record("No editor was asked for.")
      return
    }
    desk.send(.edited(text.replacing("# Text\n", with: "# Text\nSeen twice.\n")))
    #expect(changes() == [["text": "Seen twice."]])
    desk.press(":")
    desk.type("add-evidence")
    desk.press(.enter)
    desk.type("A bottle")
    desk.press(.enter)
    #expect(try issue("labels").evidence.values.map(\.text) == ["A bottle"])
    #expect(desk.shows("  A bottle"))
  }

  // MARK: The funnel

  @Test mutating func `the funnel counts by theme and golden theme, and Enter lists the issues`()
    throws
  {
    desk.press(">", ">", ">")
    #expect(desk.shows("┌ Funnel"))
    #expect(titles.contains { $0.contains("Money") && $0.contains("theme") })
    #expect(titles.contains { $0.contains("Youth") && $0.contains("golden") })
    #expect(desk.shows("Youth: 1 of 2"))
    #expect(desk.shows("The World Wide Web: none"))
    try go(to: "Youth")
    #expect(desk.shows("Youth: 1 issue, 1 scored, 1 above the cut, top 2."))
    desk.press(.enter)
    #expect(desk.shows("┌ All issues · Youth"))
    #expect(titles.count == 1)
    desk.press("d")
    desk.type("Merged elsewhere")
    desk.press(.enter, .escape)
    #expect(desk.shows("┌ Funnel"))
    #expect(desk.shows("Youth: 0 issues"))
  }

  @Test mutating func `the funnel is counted again when the model comes in changed`() throws {
    var board = try Board.shipped()
    board.settings.content.cuts["morile-2015"] = Cut(value: 100)
    desk = Desk(board)
    desk.press("5", ">", ">", ">")
    #expect(desk.shows("2 above the cut"))
    var anna = Colleague()
    let model = try #require(desk.state.board["morile-2015" as Identifier<ScoringModel>])
    desk.receive(anna.changes(model) { $0.multipliers[6]?.value = 1 })
    #expect(desk.shows("1 above the cut"))
  }

  /// The generated register of 106 issues in 11 themes, in its funnel.
  private static func registerDesk(width: Int = 120, height: Int = 36) throws -> Desk {
    let shipped = try Board.shipped()
    let model = try #require(shipped.settings.model.flatMap { shipped[$0] })
    var generator = BoardGenerator(model: model, seed: 106)
    var desk = Desk(generator.register(), width: width, height: height)
    desk.press("5", ">", ">", ">")
    return desk
  }

  @Test mutating func `a register of 106 issues in 11 themes reads as a funnel`() throws {
    desk = try ThreatsPaneTests.registerDesk()
    #expect(desk.shows("All that are ranked: 106 issues, 106 scored, 30 above the cut"))
    #expect(titles.count { $0.contains(" theme ") } == 11)
    #expect(titles.count { $0.contains(" golden ") } == 7)
    #expect(titles.contains { $0.contains("Standing alone") })
  }

  @Test mutating func `golden themes are tagged in bulk, and their coverage follows`() throws {
    desk = try ThreatsPaneTests.registerDesk()
    try go(to: "All that are ranked")
    desk.press(.enter)
    let first = try issue(Identifier(try #require(selected)))
    let (theme, golden) = try #require(
      desk.state.board.settings.goldenThemes.ranked()
        .first { !first.goldenThemes.contains($0.key) })
    let without = desk.state.board.issues.standing.filter { !$0.goldenThemes.contains(theme) }
    desk.press("V", "T", .tab)
    desk.type((first.goldenThemes.isEmpty ? "" : "; ") + golden.title)
    desk.press(.enter)
    #expect(acts().last?.edits.count == without.count)
    desk.press(.escape, .escape)
    #expect(desk.shows("┌ Funnel"))
    #expect(desk.shows("\(golden.title): 30 of 30"))
    try go(to: "Theme B")
    desk.press(.enter)
    #expect(titles.prefix(4).map { $0.contains(" registered ") } == [true, true, true, true])
  }

  // MARK: With others

  @Test mutating func `what others decide stays until one moves away`() throws {
    try go(to: "Fake labels")
    var anna = Colleague()
    let labels = try issue("labels")
    desk.receive(anna.changes(labels) { $0.stage = .dismissed })
    #expect(selected == "labels")
    #expect(desk.rows.contains { $0.contains("Fake labels") && $0.contains("dismissed") })
    desk.press("d")
    #expect(desk.shows("dismiss: it is dismissed by anna"))
    desk.press("k")
    #expect(!titles.contains { $0.contains("Fake labels") })
  }

  @Test mutating func `what comes in stands last, and is looked for among the others`() throws {
    try go(to: "Robbery")
    var anna = Colleague()
    var spirits = Domain.Issue(title: "Fake labels on spirits")
    spirits.raised = CalendarDate("2018-01-01")
    desk.receive(
      anna.adds(
        Record(id: "spirits", header: Header(marking: "official"), content: spirits)))
    #expect(selected == "couriers")
    #expect(titles.last?.contains("Fake labels on") == true)
    #expect(titles.last?.contains("new") == true)
    #expect(titles.last?.contains("like 100 %") == true)
  }

  @Test mutating func `before the public nothing can be captured, and only what is public shown`()
    throws
  {
    var board = try Board.triage()
    board["labels" as Identifier<Domain.Issue>]?.header.marking = "official-sensitive"
    desk = Desk(board)
    desk.press("5", "P")
    #expect(!desk.shows("Fake labels"))
    #expect(desk.shows("Robbery of couriers"))
    #expect(!desk.shows("May be the same"))
    desk.press("a")
    #expect(desk.shows("this is the public view"))
  }

  @Test mutating func `of the board as it was one can read all, and change nothing`() throws {
    let day = try #require(CalendarDate("2018-09-01"))
    desk.send(.loadedAsAt(day, try .triage(), []))
    desk.press("5")
    #expect(desk.shows("Robbery of couriers"))
    for key in ["a", "A", "w", "M", "E", "F", "d", "S", "s", "T", "p", "i", "e"] as [Key] {
      desk.press(key)
      #expect(desk.shows("this is the board as at 1 Sep 2018"), "\(key)")
    }
    #expect(acts().isEmpty)
    desk.press(">", ">", ">", .enter)
    #expect(desk.shows("┌ All issues · All that are ranked"))
  }

  @Test mutating func `the list is copied as it reads, and so is the funnel`() throws {
    func copied() -> String? {
      desk.takeEffects().compactMap { if case .copy(let text) = $0 { text } else { nil } }.last
    }
    desk.press("y", "t")
    let inbox = try #require(copied())
    #expect(inbox.hasPrefix("Threat\tAge\tFrom\tMark\tNote\n"))
    #expect(inbox.contains("Robbery of couriers\t148 d\tPolice: Acquisitive crime\tO\tis back\n"))
    desk.press(">", ">", ">", "y", "t")
    #expect(try #require(copied()).contains("Youth\tgolden\t1\t1\t1\n"))
  }

  @Test mutating func `o orders by title and source, and nothing moves under the cursor`() throws {
    try go(to: "Fake labels")
    desk.press("o")
    #expect(desk.shows("┌ Inbox · by title"))
    #expect(titles.first?.hasPrefix("City") == true)
    #expect(titles.last?.hasPrefix("West") == true)
    #expect(selected == "labels")
    desk.press("O")
    #expect(titles.first?.hasPrefix("West") == true)
    desk.press("o")
    #expect(desk.shows("┌ Inbox · by source"))
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `its views are drawn as their pictures`(width: Int, height: Int) throws {
    let scripts: [(String, [Key])] = [
      ("threats-inbox", ["G"]), ("threats-watched", [">"]),
      ("threats-decided", [">", ">"]), ("threats-funnel", [">", ">", ">"]),
      ("threats-reading", ["G", .tab]),
      ("threats-capture", ["a"] + "coins @tr".map { Key.character($0) }),
      ("threats-merge", ["G", "M"]),
    ]
    for (name, keys) in scripts {
      var desk = Desk(try .triage(), width: width, height: height)
      desk.press("5")
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
    let register = try ThreatsPaneTests.registerDesk(width: width, height: height)
    try expectScreen(register.screen, matches: "threats-register.\(width)x\(height)")
  }
}
