import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The register in files: written from the screen, and sheets of issues taken in after a look at
/// what that would do; and its picture.
struct RegisterFilesTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func ask(for command: String) {
    desk.press(":")
    desk.type(command)
    desk.press(.enter)
  }

  // MARK: Out

  @Test mutating func `the register is written as a sheet unless one says otherwise`() {
    ask(for: "export-register")
    desk.press(.enter)
    let extract = RegisterExtract(
      context: nil, order: .grading, audience: .board, format: .csv)
    #expect(desk.takeEffects() == [.exportRegister(extract, to: "register.csv")])
    desk.send(.wrote("register.csv"))
    #expect(desk.state.overlay == nil)
    #expect(desk.shows("Wrote register.csv."))
  }

  @Test mutating func `format, order, place, audience and path are chosen`() {
    ask(for: "export-register")
    desk.press(.control("u"))
    desk.type("~/top")
    desk.press(.tab)
    desk.type("mark")
    desk.press(.tab)
    desk.type("risk")
    desk.press(.tab)
    desk.type("block 3")
    desk.press(.tab)
    desk.type("public")
    desk.press(.enter)
    let extract = RegisterExtract(
      context: "block-3", order: .risk, audience: .public, format: .markdown)
    #expect(desk.takeEffects() == [.exportRegister(extract, to: "~/top.md")])
  }

  @Test mutating func `the picture shows every ranked issue as its place`() {
    ask(for: "picture")
    #expect(desk.shows("Harm upwards, Likelihood to the right"))
    desk.press("G")
    #expect(desk.shows("1  CSE") || desk.shows("4  Dwelling Burglary"))
    desk.press(.escape)
    #expect(desk.state.overlay == nil)
  }

  @Test(arguments: [
    (120, 40, Canvas.Repertoire.unicode, ""), (80, 24, .ascii, ".ascii"), (40, 12, .unicode, ""),
  ])
  mutating func `the picture of a hundred issues stays readable`(
    width: Int, height: Int, repertoire: Canvas.Repertoire, ending: String
  ) throws {
    desk = Desk(try .generatedRegister(), width: width, height: height, repertoire: repertoire)
    ask(for: "picture")
    try expectScreen(desk.screen, matches: "picture.\(width)x\(height)\(ending)")
  }

  @Test mutating func `the picture tells places in the order of the matrix`() {
    desk.press("4", "o")
    ask(for: "picture")
    #expect(desk.shows("The picture, places by risk"))
    #expect(desk.shows("1  Modern Slavery"))
  }

  @Test mutating func `the picture is that of the place that is shown`() {
    desk.press("4", ">")
    ask(for: "picture")
    #expect(desk.shows("The picture, Illustration, block 2, places by grading"))
  }

  @Test mutating func `without scores the picture says what is missing`() throws {
    desk = Desk(.bare)
    ask(for: "picture")
    #expect(desk.shows("The board has no scoring model"))
  }

  // MARK: In

  @Test mutating func `a command is found by its words`() {
    ask(for: "import issues")
    #expect(desk.shows("of a CSV file"))
  }

  @Test mutating func `themes that are added are told, and issues with theirs`() throws {
    var settings = try Board.shipped().settings
    settings.content.themes["t-1"] = Theme(title: "Cyber")
    var issue = Domain.Issue(title: "Courier fraud")
    issue.theme = "t-1"
    let row = IssuePreview.Row(
      lines: [2], known: nil, title: issue.title, fate: .added,
      issue: Record(id: "courier-fraud", header: Header(marking: "official"), content: issue))
    ask(for: "import-issues")
    desk.type("issues.csv")
    desk.press(.enter)
    desk.send(
      .previewedIssues(
        IssuePreview(
          file: "issues.csv", columns: [], rows: [row], settings: settings, notes: [])))
    #expect(desk.shows("Themes that are added: Cyber"))
    #expect(desk.shows("emerging · Cyber"))
  }

  private func stamp() -> Stamp { Stamp(at: Timestamp(seconds: 1_538_037_720), by: "tester") }

  /// What a sheet with a new, a changed, an unchanged and perhaps a refused issue would do.
  private func preview(withRefused: Bool) throws -> IssuePreview {
    let board = try Board.shipped()
    let new = Record<Domain.Issue>(
      id: "courier-fraud", header: Header(marking: "official"),
      content: Domain.Issue(title: "Courier fraud"))
    var card = try #require(board.scorecards["cse-block-1"])
    card.values["volume"] = 3
    let first = Record<Scorecard>(
      id: "courier-card", header: Header(marking: "official"),
      content: Scorecard(
        issue: new.id, model: "morile-2015", modelVersion: "2015-12", values: card.values))
    let problem = Problem(
      file: "issues.csv", line: 5, column: 3, field: "Theme", what: "there is no theme “Drugs”",
      remedy: "The board has none.")
    let remark = Problem(
      file: "issues.csv", line: 2, column: 1, field: "Title", what: "is like “Fraud by courier”",
      remedy: "It is added all the same.")
    let refused = IssuePreview.Row(
      lines: [5], known: nil, title: "Another", fate: .refused, problems: [problem])
    return IssuePreview(
      file: "issues.csv",
      columns: [
        .init("Threat", .field("Title")), .init("Officer", .notes), .init("risk", .leftOut),
      ],
      rows: [
        .init(
          lines: [2], known: nil, title: "Courier fraud", fate: .added, issue: new,
          cards: [first], remarks: [remark]),
        .init(
          lines: [3, 4], known: RecordName("issues/cse"), title: "CSE", fate: .changed,
          cards: [card], changes: ["volume: 0.5 → 3"]),
        .init(
          lines: [6], known: RecordName("issues/dwelling-burglary"), title: "Dwelling Burglary",
          fate: .unchanged),
      ] + (withRefused ? [refused] : []), notes: [])
  }

  private mutating func openPreview(withRefused: Bool = false) throws {
    ask(for: "import-issues")
    desk.type("issues.csv")
    desk.press(.enter)
    #expect(asked() == ["issues.csv": IssueIntake()])
    desk.send(.previewedIssues(try preview(withRefused: withRefused)))
  }

  /// The sheets that were asked to be read since this was last asked, and what holds for their rows.
  private mutating func asked() -> [String: IssueIntake] {
    Dictionary(
      uniqueKeysWithValues: desk.takeEffects().compactMap { effect in
        if case .readIssues(let path, let intake, _) = effect { (path, intake) } else { nil }
      })
  }

  @Test mutating func `what holds for rows that do not say it is asked for`() {
    ask(for: "import-issues")
    desk.type("issues.csv")
    desk.press(.tab)
    desk.type("reg")
    desk.press(.tab)
    desk.type("added")
    desk.press(.tab, .tab)
    desk.type("1")
    desk.press(.tab)
    desk.type("Threat=title; No = -")
    desk.press(.enter)
    let intake = IssueIntake(
      stage: .registered, baseline: "1", addsThemes: true,
      columns: ["Threat": "title", "No": "-"])
    #expect(asked() == ["issues.csv": intake])
  }

  @Test mutating func `what is said of columns must be readable`() {
    ask(for: "import-issues")
    desk.type("issues.csv")
    desk.press(.tab, .tab, .tab, .tab, .tab)
    desk.type("Threat")
    desk.press(.enter)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("Say it as Heading=field"))
  }

  @Test mutating func `a sheet that cannot be read leaves the form with what was typed`() {
    ask(for: "import-issues")
    desk.type("issues.csv")
    desk.press(.enter)
    desk.send(.notPreviewed("issues.csv, line 2: one thing.\nissues.csv, line 3: another."))
    #expect(desk.shows("issues.csv, line 2: one thing. And 1 more."))
  }

  @Test(arguments: [(120, 40), (80, 24)])
  mutating func `the preview shows columns, what would be done, and first what is refused`(
    width: Int, height: Int
  ) throws {
    desk = Desk(try .shipped(), width: width, height: height)
    try openPreview(withRefused: true)
    try expectScreen(desk.screen, matches: "intake-issues.\(width)x\(height)")
  }

  @Test mutating func `y writes it all as one act, and the scores follow`() throws {
    try openPreview()
    desk.press("y")
    let effects = desk.takeEffects()
    guard case .save(let act)? = effects.first, effects.count == 1 else {
      Testing.Issue.record("One act is saved: \(effects)")
      return
    }
    #expect(
      act.edits.map(\.record.description) == [
        "issues/courier-fraud", "scorecards/courier-card", "scorecards/cse-block-1",
      ])
    #expect(desk.state.overlay == nil)
    #expect(desk.shows("Took in issues.csv: 1 added, 1 changed, 1 unchanged, 0 refused."))
    let board = desk.state.board
    let slot = try #require(board.issues.slot(of: "courier-fraud"))
    #expect(desk.state.assessment?.score(of: slot)?.grading.value == 308)
  }

  @Test mutating func `with refused issues only w writes the others, and y says so`() throws {
    try openPreview(withRefused: true)
    desk.press("y")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.state.overlay != nil)
    #expect(desk.shows("Some issues are refused: w writes the others without them."))
    desk.press("w")
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("The others are saved.")
      return
    }
    #expect(act.edits.count == 3)
  }

  @Test mutating func `where the board has changed since, the sheet is read again`() throws {
    try openPreview()
    var theirs = try #require(desk.state.board.scorecards["cse-block-1"])
    theirs.values["volume"] = 2
    desk.send(
      .changed([
        RecordReading(name: theirs.recordName, outcome: .document(try Value(encoding: theirs)))
      ]))
    _ = desk.takeEffects()
    desk.press("y")
    #expect(asked() == ["issues.csv": IssueIntake()])
    #expect(desk.shows("Somebody has changed the board since"))
    #expect(desk.state.board.issues["courier-fraud"] == nil)
  }

  @Test mutating func `where somebody has added an issue since, the sheet is read again`() throws {
    try openPreview()
    let theirs = Record<Domain.Issue>(
      id: "fraud-by-courier", header: Header(marking: "official"),
      content: Domain.Issue(title: "Courier fraud"))
    desk.send(
      .changed([
        RecordReading(name: theirs.recordName, outcome: .document(try Value(encoding: theirs)))
      ]))
    _ = desk.takeEffects()
    desk.press("y")
    #expect(asked() == ["issues.csv": IssueIntake()])
    #expect(desk.shows("Somebody has changed the board since"))
    desk.send(.previewedIssues(try preview(withRefused: false)))
    desk.press("y")
    #expect(desk.state.board.issues["courier-fraud"] != nil)
  }

  @Test mutating func `n leaves everything as it was`() throws {
    try openPreview()
    desk.press("j", "n")
    #expect(desk.state.overlay == nil)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.state.board.issues["courier-fraud"] == nil)
  }
}
