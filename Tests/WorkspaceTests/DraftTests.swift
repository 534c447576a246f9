import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// What is typed and not on the board: kept, offered, put back.
struct DraftTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  /// A form of each purpose, and something typed into it.
  static let forms: [(title: String, open: [Key], typed: [Key])] = [
    ("Add a priority area", ["a"], ["F", "i", "r", "e"] + reason),
    ("Change Child sexual exploitation", ["j", "i"], ["!", .tab, "7"]),
    ("Modern slavery is focus: change its status", ["s"], [.tab, .tab, .tab, "w", "h", "y"]),
    ("Review Modern slavery", ["C"], [.tab, "u", "p", .tab, "d", "n"]),
    ("Add an issue", ["4", "a"], ["C", "o", "i", "n"]),
    ("Change Modern Slavery", ["4", "j", "i"], ["!"]),
    ("Add a place or period", ["4", ":", "a", "d", "d", "-", "p", "l", .enter], ["E"]),
    ("Change Illustration, block 2", toBlock2 + toChangePlace, [.tab, "E"]),
    ("Agree CSE, Illustration, block 2: risk 110, grade 220", toBlock2 + ["A"], [.tab, .tab, "w"]),
    ("CSE · Individual 4: why", ["4", "l", "i"], ["w", "h", "y"]),
    ("Add an action", [.enter, "a"], ["C", "o", "i", "n", .tab, .tab, "e", "o", "m"]),
    (visits("Change"), toVisits + ["i"], ["!", .tab, .tab, "+", "2", "w", .tab]),
    (visits("Dates of"), toVisits + ["w"], ["e", "o", "m", .tab]),
    (visits("Partners of"), toVisits + ["p"], [.tab, "f", "i", "r", .tab]),
    (visits("What takes the place of"), toVisits + ["S"], ["!"]),
    (visits("", is: "is without status: its status"), toVisits + ["s"], ["a", "w", "h", "y"]),
    ("Capture a threat", ["5", "a"], ["c", "o", "i", "n", "s", " ", "@", "f", "i", "r", "e"]),
    (inbox("Dismiss"), ["5", "d"], ["n", "o"]),
    (inbox("Accept", " into an area"), ["5", "A"], ["5"]),
    (inbox("Watch"), ["5", "w"], ["+", "6", "w"]),
    (inbox("Themes of"), ["5", "T", .tab], ["+", "y"]),
    (inbox("Merge"), ["5", "M"], ["c", "o", "n", "s", "t"]),
    ("Add a meeting", ["6", "a"], ["B", "o", "a", .tab, "e", "o", "m"]),
    ("Decide about Modern slavery", [":", "d", "e", "c", .enter], ["o", "k"] + threeTabs + ["w"]),
  ]

  private static let toBlock2: [Key] = ["4", ">"]
  private static let toChangePlace: [Key] = [
    ":", "c", "h", "a", "n", "g", "e", "-", "p", "l", .enter,
  ]

  /// From the first screen to the one action of Modern slavery, under Protect.
  private static let toVisits: [Key] = [.enter, "l", "l"]
  private static let threeTabs: [Key] = [.tab, .tab, .tab, .tab, .tab]

  private static func visits(_ head: String, is tail: String = "") -> String {
    [head, "“Work on the construction industry's vul…”", tail].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The title of a form about the first threat of the inbox.
  private static func inbox(_ head: String, _ tail: String = "") -> String {
    "\(head) “City businesses in the unregulated cryptocurrency…”\(tail)"
  }

  private static let reason: [Key] = [.tab, .tab, .tab, .tab, .tab, .tab, "w"]

  /// The same board on another day, with what was left.
  private func next(_ drafts: [Draft], _ board: Board? = nil) throws -> Desk {
    var desk = Desk(try board ?? .shipped())
    desk.send(.drafts(drafts, problems: []))
    return desk
  }

  private func draft(
    _ command: String?, _ record: RecordName? = nil, title: String = "Something",
    _ fields: [Draft.Field] = [Draft.Field(label: "Title", before: "", text: "typed")]
  ) -> Draft {
    var draft = Draft(
      at: Timestamp(seconds: 1_538_037_000), title: title, command: nil, record: record,
      fields: fields)
    draft.command = command
    return draft
  }

  @Test(arguments: forms)
  mutating func `what was typed into a form is put back, and Enter saves the same`(
    form: (title: String, open: [Key], typed: [Key])
  ) throws {
    for key in form.open { desk.press(key) }
    #expect(desk.state.drafts.isEmpty)
    for key in form.typed { desk.press(key) }
    let drafts = desk.state.drafts
    #expect(drafts.map(\.title) == [form.title])
    #expect(try Value(encoding: drafts).decode([Draft].self) == drafts)
    var next = try next(drafts)
    #expect(next.shows("Unsaved text from 08:42: \(form.title)"))
    next.press("r")
    #expect(next.state.drafts == drafts)
    next.press(.enter)
    desk.press(.enter)
    let saved = desk.takeEffects()
    #expect(saved.count == 1)
    #expect(next.takeEffects() == saved)
    next.send(.saved)
    #expect(next.state.drafts.isEmpty)
  }

  @Test mutating func `Esc in a form leaves no draft`() {
    desk.press("i", "!", .escape)
    #expect(desk.state.drafts.isEmpty)
  }

  @Test mutating func `a kept form is a draft until it is on disk`() {
    desk.press("i", "!")
    let drafts = desk.state.drafts
    desk.press(.enter)
    #expect(desk.state.drafts == drafts)
    desk.send(.refused(.failure("the disk is full.")))
    #expect(desk.state.drafts == drafts)
    desk.press(.control("s"))
    desk.send(.saved)
    #expect(desk.state.drafts.isEmpty)
  }

  @Test mutating func `what can never be saved is set aside, and only that`() {
    desk.press("i", "!", .enter, "j", "i", "?", .enter)
    desk.send(.refused(.conflict("somebody else was quicker.")))
    desk.send(.saved)
    #expect(desk.state.drafts.map(\.title) == ["Change Modern slavery"])
    #expect(desk.rows[0].contains("1 draft, :drafts"))
    desk.press(":")
    desk.type("drafts")
    desk.press(.enter)
    #expect(desk.shows("Title: Modern slavery!"))
  }

  @Test mutating func `acts of single keys that wait for the disk are a draft to read`() throws {
    desk.press("4", .enter, "1", "4")
    #expect(desk.state.drafts.flatMap(\.fields).map(\.text) == ["1", "4"])
    var next = try next(desk.state.drafts)
    #expect(next.shows("Changes that were not saved"))
    #expect(next.shows("values.individual.value: 1"))
    next.press("r")
    #expect(next.shows("It cannot be put back: no form takes these changes."))
    #expect(next.shows("before: 4"))
    next.press(.escape, "x", "y")
    #expect(next.state.drafts.isEmpty)
  }

  @Test func `discarding is asked for, and later means at the next start`() throws {
    var desk = try next([draft("add-issue"), draft("add-area", title: "Another")])
    desk.press("x", .enter)
    #expect(desk.state.drafts.count == 2)
    desk.press("n")
    #expect(desk.shows("2 of 2"))
    desk.press("x", "y")
    #expect(desk.state.drafts.count == 1)
    desk.press(.escape)
    #expect(desk.state.overlay == nil)
    #expect(desk.state.drafts.count == 1)
  }

  @Test func `a restored form that is left is offered again, as it was left`() throws {
    var desk = try next([draft("add-issue", title: "Add an issue")])
    desk.press("r", "!", .escape)
    #expect(desk.shows("Title: typed!"))
    #expect(desk.state.drafts.count == 1)
  }

  @Test mutating func `a new issue stays in the area in which it was typed`() throws {
    desk.press("j", "j", "4", "a")
    desk.type("x")
    var next = try next(desk.state.drafts)
    next.press("r", .enter)
    guard case .save(let act)? = next.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    #expect(
      act.edits[0].changes.contains { $0.field == "area" && $0.new == "blackmail-and-kidnap" })
  }

  @Test mutating func `a new action stays in the cell in which it was typed`() throws {
    desk.press("j", "2", .enter, "l", "l", "a")
    desk.type("x")
    var next = try next(desk.state.drafts)
    next.press("r", .enter)
    guard case .save(let act)? = next.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    let fields = Dictionary(uniqueKeysWithValues: act.edits[0].changes.map { ($0.field, $0.new) })
    #expect(fields["area"] == "child-sexual-exploitation")
    #expect(fields["p"] == "protect")
  }

  @Test mutating func `what somebody else changed meanwhile is said, and the rest is theirs`()
    throws
  {
    desk.press("i")
    desk.type("!")
    var board = try Board.shipped()
    var area = try #require(board["modern-slavery" as Identifier<Area>])
    area.title = "Slavery"
    area.number = 77
    board[area.id] = area
    var next = try next(desk.state.drafts, board)
    next.press("l")
    #expect(next.shows("typed: Modern slavery!"))
    #expect(next.shows("on the board now: Slavery"))
    next.press(.escape, "r")
    #expect(next.shows("Title was “Modern slavery” when this was typed; by now it is “Slavery”."))
    next.press(.enter)
    guard case .save(let act)? = next.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    let fields = act.edits.flatMap(\.changes).map(\.field).filter { !$0.hasPrefix("updated") }
    #expect(fields == ["title"])
  }

  @Test mutating func `a question is put back where it was asked, whatever its number is by then`()
    throws
  {
    var board = try Board.shipped()
    let round: Identifier<Round> = "round-1"
    let questions = try #require(board[round]).questions.ranked()
    desk.press("3", ":")
    desk.type("change-round")
    desk.press(.enter, .tab, .tab, .tab, .tab)
    desk.type("!")
    board[round]?.questions[questions[0].key] = nil
    var next = try next(desk.state.drafts, board)
    next.press("r", .enter)
    #expect(next.state.board[round]?.questions[questions[1].key]?.text.hasSuffix("!") == true)
    #expect(next.state.board[round]?.questions[questions[2].key] == questions[2].value)

    board[round]?.questions[questions[1].key] = nil
    next = try self.next(desk.state.drafts, board)
    next.press("r")
    #expect(next.shows("the form asks for other things than it did then."))
  }

  @Test(arguments: [
    ("change-area", RecordName("areas/gone-area"), "areas/gone-area is not on the board."),
    ("change-area", nil, "no form takes it."), ("raise-area", nil, "no form takes it."),
    ("quit", nil, "no form takes these changes."), ("no-such", nil, "no form takes these changes."),
    ("add-issue", RecordName("areas/modern-slavery"), "areas/modern-slavery is not on the board."),
    ("edit-profile", RecordName("areas/modern-slavery"), "the form asks for other things"),
  ])
  func `what cannot be put back is shown, and changes nothing`(
    command: String, record: RecordName?, why: String
  ) throws {
    var desk = try next([
      draft(
        command, record, title: "Something",
        [
          Draft.Field(label: "Colour", before: "", text: "the text itself"),
          Draft.Field(label: "Size", before: "", text: "large"),
        ])
    ])
    desk.press("r")
    #expect(desk.shows("typed: the text itself"))
    #expect(desk.shows("It cannot be put back"))
    desk.press(.escape, .escape)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.state.drafts.count == 1)
  }

  @Test mutating func `a form that asks for other things than it did does not take the text`() {
    desk.send(
      .drafts(
        [draft("add-issue", nil, [Draft.Field(label: "Colour", before: "", text: "blue")])],
        problems: []
      ))
    desk.press("r")
    #expect(desk.shows("the form asks for other things than it did then."))
    #expect(desk.shows("typed: blue"))
  }

  @Test mutating func `nothing is offered over something that is being typed`() {
    desk.press("i", "!")
    desk.send(.drafts([draft("add-issue")], problems: []))
    #expect(desk.shows(">Title   Modern slavery!"))
    #expect(desk.shows(":drafts offers it."))
    desk.press(.escape)
    #expect(desk.state.overlay == nil)
    #expect(desk.state.drafts.count == 1)
  }

  @Test mutating func `a text that the editor had is put back into the editor`() throws {
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().first else { return }
    desk.send(.editing(file: "/tmp/text.md"))
    var draft = try #require(desk.state.drafts.first)
    #expect(draft.file == "/tmp/text.md")
    draft.file = nil
    draft.fields[0].text = text.replacing("# Who\n", with: "# Who\nTwo groups.\n")
    var next = try next([draft])
    #expect(next.shows("Profile of Modern slavery"))
    #expect(next.shows("Profile: Two groups."))
    next.press("r")
    #expect(next.takeEffects() == [.edit(draft.fields[0].text)])
    next.send(.notEdited("The editor ended with status 1.", text: draft.fields[0].text))
    #expect(next.shows("What was written is kept: :drafts offers it."))
    #expect(next.state.drafts.map(\.fields) == [draft.fields])
  }

  @Test func `the text of an action is put back into the editor`() throws {
    var desk = Desk(try .planned())
    desk.press("2", .enter, "j", "e")
    guard case .edit(let text)? = desk.takeEffects().first else { return }
    desk.send(.notEdited("The editor ended with status 1.", text: text + "For the minutes.\n"))
    let drafts = desk.state.drafts
    #expect(drafts.map(\.record) == [RecordName("actions/invented-02")])
    var next = try next(drafts, .planned())
    #expect(next.shows("Text of Share the labour providers' list"))
    next.press("r")
    #expect(next.takeEffects() == [.edit(text + "For the minutes.\n")])
    next.send(.edited(text + "For the minutes.\n"))
    guard case .save(let act)? = next.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    #expect(act.edits[0].changes.filter { !$0.isStamp }.map(\.field) == ["notes"])
  }

  @Test mutating func `an editor that changed nothing leaves no draft`() {
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().first else { return }
    desk.send(.editing(file: "/tmp/text.md"))
    desk.send(.notEdited("The editor ended with status 1.", text: text))
    #expect(desk.state.drafts.isEmpty)
    desk.press("e")
    desk.send(.editing(file: "/tmp/text.md"))
    desk.send(.notEdited("It is not UTF-8 text.", text: nil))
    #expect(desk.state.drafts.map(\.file) == ["/tmp/text.md"])
  }

  @Test mutating func `that typing cannot be kept is said once`() {
    desk.send(.draftsNotKept("The disk is full."))
    #expect(desk.shows("The disk is full."))
    desk.press("j")
    desk.send(.draftsNotKept("The disk is full."))
    #expect(!desk.shows("The disk is full."))
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func `the offer is drawn as its picture`(width: Int, height: Int) throws {
    var desk = Desk(try .shipped(), width: width, height: height)
    desk.press("4", "a")
    desk.type("Cryptocurrency sent abroad for people who are exploited")
    let drafts = desk.state.drafts
    desk = Desk(try .shipped(), width: width, height: height)
    desk.send(.drafts(drafts, problems: []))
    try expectScreen(desk.screen, matches: "draft.\(width)x\(height)")
  }

  @Test(arguments: HostileTextTests.hostile)
  func `a hostile draft drives nothing`(text: String) throws {
    let hostile = draft(
      "change-area", RecordName("areas/modern-slavery"), title: text,
      [
        Draft.Field(label: "Title", before: text, text: text + "!"),
        Draft.Field(label: text, before: "", text: ""),
      ])
    for (width, height) in [(120, 40), (40, 12)] {
      for keys in ["", "l", "x", "r"] {
        var desk = Desk(try .shipped(), width: width, height: height)
        desk.send(.drafts([hostile], problems: [text]))
        desk.type(keys)
        for row in desk.screen.picture {
          #expect(TextWidth.columns(of: row) == width)
          #expect(
            row.unicodeScalars.allSatisfy { scalar in
              scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                && !scalar.properties.isBidiControl
            })
        }
      }
    }
  }
}
