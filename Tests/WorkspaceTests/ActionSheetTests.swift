import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The whole of one action: what stands there, and what each key does to an entry.
struct ActionSheetTests {
  var desk: Desk

  init() throws {
    desk = Desk(try Self.board())
    desk.press("2", .enter, .enter)
  }

  /// The invented plan, in which one action says everything that an action can say.
  private static func board() throws -> Board {
    var board = try Board.planned()
    let id: Identifier<Action> = "invented-01"
    var action = try #require(board[id])
    action.milestones["briefing"]?.rank = "i"
    action.milestones["visits"] = Action.Milestone(
      text: "Ten visits", due: CalendarDate("2018-12"), done: nil)
    action.owners["fire"] = Action.Ownership(agreed: .no, on: CalendarDate("2018-09-05"))
    action.statusHistory["earlier"] = Action.StatusChange(
      status: "green", reason: "visits have begun", at: CalendarDate("2018-05-16"), by: "tester")
    action.evidence["letter"] = Evidence(
      text: "Two sites were closed", source: "Fire, quarterly return",
      on: CalendarDate("2018-06"))
    action.outcome = "Fewer workers without papers on two sites"
    action.disruptions["sites"] = Action.Disruption(
      level: .moderate, count: 2, period: "Apr to Jun 2018", source: "Police return")
    action.moves["volume"] = Action.Move(
      issue: "modern-slavery-illustration", criterion: "volume", from: 3, to: 1)
    action.blockedBy = ["refused-data-protection"]
    action.supersedes = "invented-02"
    action.header.notes = "Raised by the working group"
    board[id] = action
    return board
  }

  /// Goes down until the cursor is on an entry that says something.
  private mutating func go(to text: String) throws {
    desk.press("g", "g")
    for _ in 0..<60 {
      let row = try #require(desk.screen.cursor?.y)
      if desk.rows[row].contains(text) { return }
      desk.press("j")
    }
    Testing.Issue.record("No entry says “\(text)”:\n\(desk.rows.joined(separator: "\n"))")
  }

  private var action: Record<Action> {
    guard let action = desk.state.board["invented-01" as Identifier<Action>] else {
      preconditionFailure("The board has the action.")
    }
    return action
  }

  /// The fields that the last act changed; null for one that was taken away.
  private mutating func changes() -> [String: Value] {
    let acts = desk.takeEffects().compactMap {
      if case .save(let act) = $0 { act.edits } else { nil }
    }
    desk.send(.saved)
    let fields = acts.last?.flatMap(\.changes).filter { $0.path.first != "updated" } ?? []
    return Dictionary(
      uniqueKeysWithValues: fields.map { ($0.path.joined(separator: "."), $0.new ?? .null) })
  }

  // MARK: Reading

  @Test(arguments: [
    "Joint visits to construction sites", "does not agree: ", "A Amber · 5 Sep 2018 · tester",
    "G Green · 16 May 2018", "Police: Modern Slavery", "[y] ", "[n] Fire · does not agree",
    "[ ] Briefing to the working group", "[ ] Ten visits · due Dec 2018", "Oct 2018",
    "REFUSED", "Two sites were closed · Jun 2018 · Fire, quarterly return",
    "Fewer workers without papers", "2 moderate · Apr to Jun 2018 · Police return",
    "Modern Slavery · Volume 3 → 1", "in the place of “Share the labour",
    "Raised by the working group", "invented for a test", "OFFICIAL",
  ])
  mutating func `every entry is shown`(text: String) throws { try go(to: text) }

  @Test mutating func `a move shows the score and the places there would be`() throws {
    try go(to: "Volume 3 → 1")
    #expect(desk.shows("risk 169 → "))
    #expect(desk.shows("grade 169 → "))
  }

  @Test mutating func `the title says area, P and name, and Esc and q lead back to the card`() {
    #expect(desk.shows("Modern slavery · Pursue · invented-01"))
    desk.press(.escape)
    #expect(desk.state.plan.view == .area)
    #expect(desk.shows("> A Joint visits"))
    desk.press(.enter, "q")
    #expect(desk.state.plan.view == .area)
    desk.press("/")
    desk.type("visits")
    desk.press(.enter, .enter, .escape)
    #expect(desk.state.plan.view == .area)
  }

  @Test mutating func `from the list one comes back to the list`() {
    desk.press(.escape, ">", .enter)
    #expect(desk.state.selectedName != nil)
    let name = desk.state.selectedName
    desk.press(.escape)
    #expect(desk.state.plan.view == .list)
    #expect(desk.state.selectedName == name)
  }

  @Test mutating func `Tab goes from section to section, and n to what is lacking`() throws {
    desk.press(.tab)
    let row = try #require(desk.screen.cursor?.y)
    #expect(desk.rows[row].contains("Lacking"))
    desk.press(.tab)
    #expect(desk.rows[try #require(desk.screen.cursor?.y)].contains("Status"))
    desk.press("n")
    #expect(desk.rows[try #require(desk.screen.cursor?.y)].contains("Lacking"))
  }

  @Test mutating func `Enter on what is lacking goes to what settles it`() throws {
    try go(to: "late by")
    desk.press(.enter)
    #expect(
      desk.rows[try #require(desk.screen.cursor?.y)].contains("Briefing to the working group"))
  }

  @Test mutating func `the brackets go to the next action of the view below`() {
    desk.press("]")
    #expect(desk.state.selectedName?.id != "invented-01")
    desk.press("[")
    #expect(desk.state.selectedName?.id == "invented-01")
    desk.press("[")
    #expect(desk.shows("It is the first action there."))
  }

  @Test mutating func `Enter goes to the action that this one came for`() throws {
    try go(to: "in the place of")
    desk.press(.enter)
    #expect(desk.state.plan.view == .action("invented-02"))
    try go(to: "superseded by")
    desk.press(.enter)
    #expect(desk.state.plan.view == .action("invented-01"))
  }

  @Test mutating func `Enter on a request reads it`() throws {
    try go(to: "REFUSED")
    desk.press(.enter)
    #expect(desk.shows("requests/refused-data-protection"))
  }

  // MARK: Changing

  @Test mutating func `s ticks a milestone off, and takes the tick away again`() throws {
    try go(to: "[ ] Briefing to the working group")
    desk.press("s")
    #expect(changes() == ["milestones.briefing.done": "2018-09-27"])
    #expect(desk.shows("[x] Briefing to the working group · done 27 Sep 2018"))
    #expect(desk.shows("“Briefing to the working group” is done. u undoes."))
    desk.press("s")
    #expect(changes() == ["milestones.briefing.done": .null])
  }

  @Test mutating func `a milestone is added behind the others`() throws {
    try go(to: "Ten visits")
    desk.press("a")
    desk.type("Report to the board")
    desk.press(.tab)
    desk.type("+2w")
    desk.press(.enter)
    let added = changes()
    #expect(Set(added.keys.map { $0.split(separator: ".").prefix(2).joined() }).count == 1)
    #expect(added.keys.allSatisfy { $0.hasPrefix("milestones.") })
    #expect(desk.shows(">[ ] Report to the board · due 11 Oct 2018"))
  }

  @Test mutating func `a milestone is changed, dated and removed, each by its id`() throws {
    try go(to: "Ten visits")
    desk.press("i", .control("u"))
    desk.type("Twelve visits")
    desk.press(.enter)
    #expect(changes() == ["milestones.visits.text": "Twelve visits"])
    desk.press("w", .control("u"))
    desk.type("eoy")
    desk.press(.enter)
    #expect(changes() == ["milestones.visits.due": "2018-12-31"])
    desk.press("d")
    #expect(action.milestones.keys.sorted() == ["briefing"])
    #expect(changes() == ["milestones.visits": .null])
  }

  @Test(arguments: [("y", "yes"), ("u", "unknown")])
  mutating func `whether an owner agrees is one key and Enter`(key: String, word: String) throws {
    try go(to: "Fire · does not agree")
    desk.press("s")
    desk.type(key)
    desk.press(.enter)
    #expect(changes()["owners.fire.agreed"] == .string(word))
    #expect(action.owners["fire"]?.agreed.rawValue == word)
  }

  @Test mutating func `an owner is removed`() throws {
    try go(to: "Fire · does not agree")
    desk.press("d")
    #expect(changes() == ["owners.fire": .null])
  }

  @Test mutating func `owners and lead are set in one form`() throws {
    try go(to: "Police: Modern Slavery")
    desk.press("i")
    #expect(desk.shows("Partners of"))
    desk.press(.escape)
    try go(to: "[y]")
    desk.press("a")
    #expect(desk.shows("Partners of"))
  }

  @Test mutating func `s sets the status where nothing else is set`() throws {
    desk.press("s")
    desk.type("g")
    desk.type("back on track")
    desk.press(.enter)
    #expect(changes()["status"] == "green")
    #expect(desk.shows("G Green · 27 Sep 2018"))
    // What was is history.
    #expect(desk.shows("A Amber · 5 Sep 2018"))
    #expect(desk.state.plan.view == .action("invented-01"))
  }

  @Test mutating func `evidence is added with its source, and asks for no names`() throws {
    try go(to: "Two sites were closed")
    desk.press("a")
    #expect(desk.shows("never names"))
    desk.type("A third site was closed")
    desk.press(.tab)
    desk.type("Trading Standards return")
    desk.press(.tab)
    desk.type("aug 2018")
    desk.press(.enter)
    let id = try #require(action.evidence.keys.first { $0 != "letter" })
    #expect(action.evidence[id]?.on == CalendarDate("2018-08"))
    #expect(changes().keys.allSatisfy { $0.hasPrefix("evidence.\(id)") })
  }

  @Test mutating func `a disruption is counted, and what is no number is refused`() throws {
    try go(to: "2 moderate")
    desk.press("a")
    desk.type("major")
    desk.press(.tab, .control("u"))
    desk.type("some")
    desk.press(.enter)
    #expect(desk.shows("“some” is not a number from 1 to 999."))
    desk.press(.control("u"))
    desk.type("1")
    desk.press(.tab)
    desk.type("Jul 2018")
    desk.press(.enter)
    let id = try #require(action.disruptions.keys.first { $0 != "sites" })
    #expect(action.disruptions[id] == .init(level: .major, count: 1, period: "Jul 2018"))
    #expect(desk.shows("1 major · Jul 2018"))
    desk.press("i", .tab, .control("u"))
    desk.type("3")
    desk.press(.enter)
    _ = changes()
    #expect(action.disruptions[id]?.count == 3)
  }

  @Test mutating func `a move takes values of the scale only`() throws {
    try go(to: "Volume 3 → 1")
    desk.press("i", .tab, .tab, .tab, .control("u"))
    desk.type("7")
    desk.press(.enter)
    #expect(desk.shows("“7” is not on the scale of Volume:"))
    desk.press(.control("u"))
    desk.type("2")
    desk.press(.enter)
    #expect(changes() == ["moves.volume.to": 2])
    desk.press("a")
    desk.type("CSE")
    desk.press(.tab)
    desk.type("Volume")
    desk.press(.tab, .tab)
    desk.type("2")
    desk.press(.enter)
    let added = try #require(action.moves.first { $0.key != "volume" }?.value)
    // Where one began is what counts.
    #expect(added.from == Exact("0.5"))
    #expect(added.to == 2)
  }

  @Test mutating func `a request that blocks is added once and taken away`() throws {
    try go(to: "REFUSED")
    desk.press("d")
    #expect(changes().keys.sorted() == ["blockedBy"])
    #expect(action.blockedBy.isEmpty)
    try go(to: "Blocked by")
    desk.press("a")
    desk.type("Requests")
    desk.press(.enter)
    #expect(action.blockedBy == ["refused-data-protection"])
    desk.press("a", .enter)
    #expect(desk.shows("Request is needed"))
  }

  @Test(arguments: [
    ("Oct 2018", "Review", "review"), ("Fewer workers", "Outcome", "outcome"),
    ("Raised by", "Notes", "notes"), ("invented for", "Source", "source"),
  ])
  mutating func `x clears what an entry says, and once more says there is nothing`(
    text: String, label: String, field: String
  ) throws {
    try go(to: text)
    desk.press("x")
    #expect(changes() == [field: .null])
    #expect(desk.rows[try #require(desk.screen.cursor?.y)].contains(label))
    desk.press("x")
    #expect(desk.shows("there is nothing to clear."))
  }

  @Test mutating func `texts and dates are changed in a form`() throws {
    desk.press("i")
    desk.type("!")
    desk.press(.enter)
    #expect(changes().keys.sorted() == ["recommendation"])
    try go(to: "Oct 2018")
    desk.press("w", .control("u"))
    desk.type("jan 2019")
    desk.press(.enter)
    #expect(changes() == ["review": "2019-01"])
    try go(to: "G Green · 16 May 2018")
    desk.press("i", .control("u"))
    desk.type("visits had begun")
    desk.press(.enter)
    #expect(changes() == ["statusHistory.earlier.reason": "visits had begun"])
  }

  @Test mutating func `what cannot be done to an entry says why`() throws {
    for (key, reason) in [
      ("d", "only an entry of a list is removed"), ("a", "there is one what only"),
      ("w", "this entry has no date."), ("x", "it cannot be empty."),
      (" ", "rows of lists are marked"), ("/", "there is nothing to narrow here."),
      ("J", "Esc goes to its cell."),
    ] {
      desk.type(key)
      #expect(desk.shows(reason), "\(key)")
    }
    #expect(desk.takeEffects().isEmpty)
  }

  // MARK: With others

  @Test mutating func `what others do leaves the cursor on its entry`() throws {
    var anna = Colleague()
    try go(to: "Ten visits")
    desk.receive(
      anna.changes(action) {
        $0.milestones["aaa"] = Action.Milestone(text: "First of all", due: CalendarDate("2018-10"))
      })
    #expect(desk.rows[try #require(desk.screen.cursor?.y)].contains("Ten visits"))
    #expect(desk.shows("First of all"))
  }

  @Test mutating func `an entry that others removed is not written again`() throws {
    var anna = Colleague()
    try go(to: "Ten visits")
    desk.press("i")
    desk.type("!")
    desk.receive(anna.changes(action) { $0.milestones["visits"] = nil })
    desk.press(.enter)
    #expect(desk.shows("Somebody has removed it"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `a place in the whole of an action is found again`() throws {
    desk.press("m", "w", "1", "'", "w")
    #expect(desk.state.plan.view == .action("invented-01"))
    desk.press("'", "'")
    #expect(desk.state.pane == .areas)
  }

  @Test mutating func `marks of the plan do not count in the whole of one action`() throws {
    desk.press(.escape, " ", " ", "k", .enter)
    #expect(desk.state.targets.map(\.id).count == 1)
    desk.press("s")
    #expect(!desk.shows("2 actions"))
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `the whole action is drawn as its pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("sheet", []), ("sheet-milestones", [.tab, .tab, .tab, .tab, .tab]),
      ("sheet-owner", [.tab, .tab, .tab, .tab, "s"]), ("sheet-end", ["G"]),
    ] as [(String, [Key])] {
      var desk = Desk(try Self.board(), width: width, height: height)
      for key in ["2", .enter, .enter] + keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  @Test mutating func `an owner whose form is left as it is stays as it is`() throws {
    var board = try Self.board()
    board["invented-01" as Identifier<Action>]?.owners["fire"] = .init(agreed: .yes)
    desk = Desk(board)
    desk.press("2", .enter, .enter)
    try go(to: "Fire")
    desk.press("i", .enter)
    #expect(desk.takeEffects().isEmpty)
    #expect(action.owners["fire"]?.on == nil)
  }

  @Test mutating func `the day of an answer leaves the answer that came meanwhile`() throws {
    var board = try Self.board()
    board["invented-01" as Identifier<Action>]?.owners["fire"]?.agreed = .yes
    desk = Desk(board)
    desk.press("2", .enter, .enter)
    try go(to: "Fire")
    desk.press("i")
    var anna = Colleague()
    desk.receive(anna.changes(action) { $0.owners["fire"]?.agreed = .no })
    desk.press(.tab, .control("u"))
    desk.type("1 sep 2018")
    desk.press(.enter)
    #expect(action.owners["fire"] == .init(agreed: .no, on: CalendarDate("2018-09-01")))
  }

  @Test(arguments: ["outcome", "notes"])
  mutating func `a text of several lines is changed in the editor`(_ field: String) throws {
    var board = try Self.board()
    board["invented-01" as Identifier<Action>]?.outcome =
      field == "outcome" ? "First.\nSecond." : nil
    board["invented-01" as Identifier<Action>]?.header.notes =
      field == "notes" ? "First.\nSecond." : nil
    desk = Desk(board)
    desk.press("2", .enter, .enter)
    try go(to: "First.")
    desk.press("i")
    #expect(desk.state.overlay == nil)
    let effects = desk.takeEffects()
    let texts = effects.compactMap { if case .edit(let text) = $0 { text } else { nil } }
    #expect(texts.first?.contains("First.\nSecond.") == true)
  }

  @Test mutating func `evidence of several lines is not changed in a field`() throws {
    var board = try Self.board()
    board["invented-01" as Identifier<Action>]?.evidence["letter"]?.text = "First.\nSecond."
    desk = Desk(board)
    desk.press("2", .enter, .enter)
    try go(to: "First.")
    desk.press("i")
    #expect(desk.state.overlay == nil)
    #expect(desk.shows("It has several lines, which a field cannot hold"))
  }
}
