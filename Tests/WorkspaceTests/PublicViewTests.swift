import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The public view of the screen: what it shows, and how it is left.
struct PublicViewTests {
  private var desk: Desk

  /// The shipped board with an area that is not public, at which the cursor stands.
  init() throws {
    desk = Desk(try Self.board())
    desk.press("P")
  }

  private static func board() throws -> Board {
    var board = try Board.shipped()
    board["modern-slavery" as Identifier<Area>]?.header.marking = "official-sensitive"
    return board
  }

  @Test mutating func `line 1 says that it is one, and nothing that is withheld is shown`() {
    #expect(desk.state.audience == .public)
    #expect(desk.rows[0].hasPrefix(" PUBLIC VIEW · City of London SOC Board"))
    #expect(desk.rows[0].contains("OFFICIAL ·"))
    #expect(desk.rows[0].hasSuffix("read only"))
    #expect(desk.shows("Fraud"))
    #expect(!desk.shows("lavery"))
    #expect(desk.state.board["modern-slavery" as Identifier<Area>] == nil)
    desk.press("2")
    #expect(!desk.shows("lavery"))
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func `it is drawn as its pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("public-view", []), ("public-question", ["P"]), ("public-plan", ["2"]),
    ] as [(String, [Key])] {
      var desk = Desk(try Self.board(), width: width, height: height)
      desk.press("P")
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  @Test(arguments: [1, 11, 12, 20, 39, 40, 47, 60, 79, 100])
  func `however narrow the screen, it says so first`(width: Int) throws {
    var desk = Desk(try Self.board(), width: width, height: 12, problems: [Self.problem])
    desk.press("P")
    if width < 40 { desk.send(.input(.resized(Size(width: 80, height: 24)))) }
    if width < 40 { desk.press("P") }
    desk.send(.input(.resized(Size(width: width, height: 12))))
    let row = desk.rows[0].drop { $0 == " " }
    #expect(row.hasPrefix("PUBLIC VIEW") || width < 12 && "PUBLIC VIEW".hasPrefix(row.dropLast()))
  }

  private static let problem = Problem(
    file: "areas/secret-thing.json", what: "cannot be read", remedy: "Mend it.")

  // MARK: Leaving

  @Test mutating func `only y leaves it, and everything is shown as it was left`() throws {
    for key in ["n", .enter, .escape, "P", "q", " "] as [Key] {
      desk.press("P")
      #expect(desk.shows("Leave the public view?"))
      desk.press(key)
      #expect(desk.state.audience == .public)
      #expect(desk.state.overlay == nil)
    }
    desk.press("P", "y")
    #expect(desk.state.audience == .board)
    #expect(!desk.rows[0].contains("PUBLIC VIEW"))
    #expect(desk.state.selectedName == RecordName("areas/modern-slavery"))
    #expect(desk.shows("Modern slavery"))
  }

  @Test mutating func `nothing else ends it`() throws {
    let day = try #require(CalendarDate("2018-02"))
    var anna = Colleague()
    let fraud = try #require(try Self.board()["fraud" as Identifier<Area>])
    let messages: [Message] = [
      .loaded(try Self.board(), [Self.problem]), .loadedAsAt(day, try Self.board(), [Self.problem]),
      .loaded(try Self.board(), []), .notLoaded("areas/secret-thing.json is odd."),
      .changed([anna.changes(fraud) { $0.title = "Fraud and deception" }]), .changedEverywhere,
      .news([]), .here([Visitor(writer: "anna@x", record: nil, since: Timestamp(seconds: 0))]),
      .history([], []), .noHistory("no log"), .edited("text"), .notEdited("no", text: "text"),
      .wrote("file"), .notWritten("no"), .drafts([], problems: ["odd"]), .draftsNotKept("odd"),
      .saved, .shown, .input(.resized(Size(width: 80, height: 24))), .input(.focus(false)),
      .input(.paste("Py")), .time(Timestamp(seconds: 1_538_037_900)),
    ]
    for message in messages {
      desk.send(message)
      #expect(desk.state.audience == .public, "\(message)")
      #expect(desk.rows[0].contains("PUBLIC VIEW"), "\(message)")
      #expect(!desk.rows.joined().contains("lavery"), "\(message)")
      #expect(!desk.rows.joined().contains("secret-thing"), "\(message)")
      #expect(!desk.rows.joined().contains("anna"), "\(message)")
    }
    for command in Command.allCases where command != .publicView {
      desk.type(":\(command.rawValue)")
      desk.press(.enter, .escape, .escape)
      #expect(desk.state.audience == .public, "\(command)")
    }
  }

  @Test mutating func `q at the last level asks, too`() {
    desk.press("q")
    #expect(desk.shows("Quit socboard? This is the public view."))
    desk.press(.enter)
    #expect(desk.takeEffects().isEmpty)
    desk.press("q", "y")
    #expect(desk.takeEffects() == [.quit])
  }

  @Test mutating func `what is not saved yet keeps it from being shown`() throws {
    var desk = Desk(try .shipped())
    desk.press("J")
    #expect(desk.takeEffects().count == 1)
    desk.press("P")
    #expect(desk.state.audience == .board)
    #expect(desk.shows("public view: something of yours is not saved yet"))
    desk.send(.saved)
    desk.press("P")
    #expect(desk.state.audience == .public)
  }

  // MARK: Reading only

  private func isSame(_ board: Board, _ other: Board) -> Bool {
    func isSame<Content: RecordContent>(_ content: Content.Type) -> Bool {
      board[kind: content].all.elementsEqual(other[kind: content].all)
    }
    return Kind.allCases.allSatisfy { isSame($0.content) }
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7"] as [Key], [false, true])
  func `in no pane and no level of it does a key change anything`(pane: Key, isPublic: Bool) throws
  {
    let keys = ([.enter, .tab] as [Key]) + " abdefimnopswxACDFHIJKLMNSX.+-u".map { .character($0) }
    for view in 0..<6 {
      for depth in 0..<3 {
        var desk = Desk(try .shipped())
        if isPublic {
          desk.press("P")
        } else {
          desk.send(.loadedAsAt(try #require(CalendarDate("2018-09")), try .shipped(), []))
        }
        desk.press(pane)
        for _ in 0..<view { desk.press(">") }
        for _ in 0..<depth { desk.press(.enter) }
        let board = desk.state.board
        for key in keys {
          desk.press(key)
          if case .form? = desk.state.overlay { desk.press("z", .enter, .escape) }
          desk.press(.escape)
        }
        #expect(isSame(desk.state.board, board), "view \(view), \(depth) levels in")
        #expect(!desk.takeEffects().contains { if case .save = $0 { true } else { false } })
      }
    }
  }

  @Test mutating func `whatever changes the board is off there, and says why`() {
    for entry in CommandTable.entries where entry.danger == .reversible {
      #expect(
        desk.state.whyNot(entry.command)
          == "this is the public view, to be read only: P leaves it.")
    }
    for key in ["a", "i", "e", "s", "C", "J", "K", "u", "U", ".", "c", "4", "a", "i", "x"] as [Key]
    {
      desk.press(key)
      #expect(desk.state.overlay == nil)
    }
    desk.press("4", .enter)
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `a record is read there without its history`() {
    desk.press("r")
    #expect(desk.takeEffects().isEmpty)
    #expect(!desk.shows("History"))
    #expect(!desk.shows("Created"))
  }

  @Test mutating func `what is copied and written is public`() {
    desk.press("y", "t")
    guard case .copy(let text)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was copied.")
      return
    }
    #expect(text.contains("Fraud"))
    #expect(!text.contains("lavery"))
    desk.type(":export-plan")
    desk.press(.enter, .enter)
    #expect(
      desk.takeEffects() == [
        .exportPlan(PlanExtract(area: nil, audience: .public, format: .csv), to: "plan.csv")
      ])
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func `nothing is said to be missing there, for it may be withheld`(
    width: Int, height: Int
  ) throws {
    let claims = [
      "gap", "obody", "no lead", "no agency", "vacant", "a adds", "No meeting is planned",
      "Not reviewed", "nothing planned", "no members", "There is no",
      "have not answered",
    ]
    // Who has answered is told in another way: see docs/responses.md.
    for pane in Pane.allCases where pane != .responses {
      for views in 0..<7 {
        for goesIn in [false, true] {
          var desk = Desk(try .partnership(), width: width, height: height)
          desk.press("P")
          desk.type("\(pane.rawValue)")
          for _ in 0..<views { desk.press(">") }
          if goesIn { desk.press(.enter) }
          desk.press("j")
          for claim in claims {
            #expect(!desk.shows(claim), "\(pane), \(views) > \(goesIn): \(claim)")
          }
          desk.press("n")
          #expect(!desk.rows.joined().contains(" gap"))
        }
      }
    }
  }

  // MARK: Others, and other days

  @Test mutating func `what others do shows up, sifted again`() throws {
    var anna = Colleague()
    let board = try Self.board()
    desk.receive(
      anna.changes(try #require(board["fraud" as Identifier<Area>])) { $0.title = "Deception" },
      anna.changes(try #require(board["modern-slavery" as Identifier<Area>])) {
        $0.title = "Hidden"
      })
    #expect(desk.shows("Deception"))
    #expect(!desk.shows("Hidden"))
    #expect(!desk.shows("anna"))
    desk.press("P", "y")
    #expect(desk.shows("Hidden"))
    desk.press("c")
    #expect(desk.shows("anna changed title"))
  }

  @Test mutating func `what is withheld while it is shown leaves no trace`() throws {
    let area = try #require(try Self.board()["blackmail-and-kidnap" as Identifier<Area>])
    desk.press("V", "/")
    desk.type("blackmail")
    #expect(desk.shows("Blackmail"))
    var anna = Colleague()
    desk.receive(anna.changes(area) { $0.header.exemptParagraph = "7" })
    #expect(!desk.rows.joined().contains("Blackmail"))
    // What is being typed goes on being text.
    desk.type("Py")
    #expect(desk.shows("blackmailPy"))
    #expect(desk.state.audience == .public)
    desk.press(.escape)
    #expect(!desk.shows("Blackmail"))
    #expect(desk.state.markCount == 0)
  }

  @Test mutating func `another day is shown in it, and it in another day`() throws {
    let day = try #require(CalendarDate("2018-02"))
    desk.type(":as-at")
    desk.press(.enter)
    desk.type("feb 2018")
    desk.press(.enter)
    #expect(desk.takeEffects() == [.loadAsAt(day)])
    desk.send(.loadedAsAt(day, try Self.board(), []))
    #expect(desk.rows[0].contains("PUBLIC VIEW"))
    #expect(desk.rows[0].contains("AS AT Feb 2018"))
    #expect(!desk.shows("lavery"))
    desk.press("P", "y")
    #expect(desk.rows[0].contains("AS AT Feb 2018"))
    #expect(desk.shows("lavery"))
    desk.press("P", "R")
    #expect(desk.takeEffects() == [.load])
    desk.send(.loaded(try Self.board(), []))
    #expect(desk.rows[0].contains("PUBLIC VIEW"))
    #expect(!desk.rows[0].contains("AS AT"))
  }

  @Test mutating func `a session may begin with it`() throws {
    let day = try #require(CalendarDate("2018-09-27"))
    var state = WorkspaceState(
      WorkspaceState.Start(
        board: try Self.board(), problems: [Self.problem], today: day, isTodayGiven: true,
        audience: .public, writer: "tester", now: Timestamp(seconds: 1_538_037_720), seed: 1,
        size: Size(width: 80, height: 24)))
    #expect(state.draw().picture[0].contains("PUBLIC VIEW"))
    #expect(state.problems.isEmpty)
    _ = state.update(on: .input(.key("P")))
    _ = state.update(on: .input(.key("y")))
    #expect(state.audience == .board)
    #expect(!state.problems.isEmpty)
  }

  @Test mutating func `drafts outlive it, though they are not shown in it`() throws {
    let draft = Draft(
      at: Timestamp(seconds: 1_538_037_000), title: "Change the area", command: .changeArea,
      record: RecordName("areas/fraud"),
      fields: [Draft.Field(label: "Title", before: "Fraud", text: "A secret")])
    desk.send(.drafts([draft], problems: []))
    #expect(!desk.shows("secret"))
    #expect(!desk.shows("draft"))
    #expect(desk.state.drafts == [draft])
    desk.press("P", "y")
    #expect(desk.rows[0].contains("1 draft"))
  }

  // MARK: A board that is not public

  @Test(arguments: [
    (nil, nil, "it has no marking."), ("unheard-of", nil, "that it does not explain."),
    ("official-sensitive", nil, "its marking is not public."), ("official", "7", "it is exempt."),
  ])
  func `where the board itself is withheld, the view says why`(
    marking: Identifier<Marking>?, paragraph: String?, reason: String
  ) throws {
    var board = try Board.shipped()
    board.settings.header.marking = marking
    board.settings.header.exemptParagraph = paragraph
    for pane in Pane.allCases {
      var desk = Desk(board, width: 80, height: 24)
      desk.press("P")
      desk.type("\(pane.rawValue)")
      #expect(desk.rows[0].hasPrefix(" PUBLIC VIEW"))
      #expect(!desk.rows[0].contains("London"))
      let text = desk.rows.joined().filter { $0 != "│" }.split(separator: " ")
        .joined(separator: " ")
      #expect(text.contains("Nothing of this board is public"))
      #expect(text.contains(reason))
    }
  }
}
