import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The whole of one partner: what stands there, and what each key does to an entry.
struct PartnerSheetTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .partnership())
    desk.press("7", "/")
    desk.type("fire")
    desk.press(.enter, .enter)
  }

  private mutating func go(to text: String) throws {
    desk.press("g", "g")
    for _ in 0..<60 {
      let row = try #require(desk.screen.cursor?.y)
      if desk.rows[row].contains(text) { return }
      desk.press("j")
    }
    Testing.Issue.record("No entry says “\(text)”:\n\(desk.rows.joined(separator: "\n"))")
  }

  private mutating func act() throws -> Act {
    let acts = desk.takeEffects().compactMap { if case .save(let act) = $0 { act } else { nil } }
    desk.send(.saved)
    return try #require(acts.last)
  }

  private mutating func changes() throws -> [String: Value] {
    let fields = try act().edits.flatMap(\.changes).filter { $0.path.first != "updated" }
    return Dictionary(fields.map { ($0.path.joined(separator: "."), $0.new ?? .null) }) { $1 }
  }

  @Test(arguments: [
    "Data protection · vacant", "Liaison · anna", "A Joint visits to construction sites",
    "B Share the labour", "awaited", "REFUSED · to Health · Addresses of raised alarms",
    "Information sharing charter · review 1 Sep 2018 PASSED", "Feb 2018", "OFFICIAL",
  ])
  mutating func `every entry is shown`(text: String) throws { try go(to: text) }

  @Test mutating func `Esc leads back to the list`() {
    #expect(desk.shows("Fire · fire"))
    desk.press(.escape)
    #expect(desk.state.partners.whole == nil)
    #expect(desk.state.selectedName?.id == "fire")
  }

  @Test mutating func `a role is handed over: it stays, its holder changes, on the day it was`()
    throws
  {
    try go(to: "Liaison")
    desk.press("H", .tab)
    desk.type("ben")
    desk.press(.tab)
    desk.type("1 sep 2018")
    desk.press(.tab)
    desk.type("anna moves to another station")
    desk.press(.enter)
    let act = try act()
    #expect(act.effective == CalendarDate("2018-09-01"))
    #expect(act.edits.map(\.record.kind) == [.decision, .partner])
    #expect(desk.state.board["fire" as Identifier<Partner>]?.roles["liaison"]?.login == "ben")
    #expect(desk.shows("Liaison, Fire: from anna to ben. u undoes."))
    #expect(desk.state.board.decisions.standing.contains { $0.what.contains("The role Liaison") })
  }

  @Test mutating func `a role is handed over to nobody, and not on a day to come`() throws {
    try go(to: "Liaison")
    desk.press("H", .tab, .tab)
    desk.type("1 oct 2018")
    desk.press(.enter)
    #expect(desk.shows("1 Oct 2018 is still to come"))
    desk.press(.control("u"), .enter)
    #expect(try changes() == ["roles.liaison.login": .null])
    #expect(desk.shows("Liaison · vacant"))
  }

  @Test mutating func `a vacant role is where n goes`() {
    desk.press("n")
    #expect(desk.shows(">Data protection · vacant"))
  }

  @Test mutating func `a role is added, changed and removed`() throws {
    try go(to: "Liaison")
    desk.press("a")
    desk.type("Board member")
    desk.press(.tab)
    desk.type("carol")
    desk.press(.tab)
    desk.type("decide; review")
    desk.press(.enter)
    let made = try changes()
    #expect(
      Set(made.keys.compactMap { $0.split(separator: ".").last }) == [
        "role", "login", "permissions",
      ])
    #expect(desk.shows(">Board member · carol"))
    desk.press("d")
    let gone = try changes()
    #expect(!gone.isEmpty && gone.values.allSatisfy { $0 == .null }, "\(gone)")
  }

  @Test mutating func `an impact is added with its reason, cleared and removed`() throws {
    try go(to: "Impact")
    desk.press("a")
    desk.type("Fraud")
    desk.press(.down, .tab)
    desk.type("insured fires")
    desk.press(.enter)
    #expect(try changes() == ["impact.fraud.why": "insured fires"])
    desk.press("x")
    #expect(try changes() == ["impact.fraud.why": .null])
    desk.press("d")
    let gone = try changes()
    #expect(!gone.isEmpty && gone.allSatisfy { $0.key.hasPrefix("impact") }, "\(gone)")
    #expect(desk.state.board["fire" as Identifier<Partner>]?.impact["fraud"] == nil)
  }

  @Test mutating func `Enter goes to the action in the plan, and one comes back`() throws {
    try go(to: "Joint visits")
    desk.press(.enter)
    #expect(desk.state.pane == .plan)
    #expect(desk.state.selectedName?.id == "invented-01")
    desk.press("'", "'")
    #expect(desk.state.pane == .partners)
    #expect(desk.state.partners.whole == "fire")
  }

  @Test mutating func `a membership is taken away in the agreement`() throws {
    try go(to: "Information sharing charter")
    desk.press("d")
    #expect(try changes() == ["members": ["health", "police"]])
    try go(to: "Agreements")
    desk.press("a", .enter)
    #expect(desk.shows("Agreement is needed"))
  }

  @Test mutating func `Tab goes to the next section`() {
    desk.press(.tab, .tab)
    #expect(desk.shows(">none: a adds one"))
  }

  @Test mutating func `nothing can be changed in the board of another day`() throws {
    desk.send(.loadedAsAt(try #require(CalendarDate("2018-03")), desk.state.board, []))
    desk.press("i")
    #expect(desk.shows("this is the board as at Mar 2018"))
    desk.press(.enter)
    #expect(desk.shows("this is the board as at Mar 2018"))
    #expect(desk.takeEffects().allSatisfy { if case .save = $0 { false } else { true } })
  }
}

/// Pictures of the partnership.
struct PartnersPictureTests {
  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `the partnership is drawn as its pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("partners-list", ["j", "j"]), ("partners-uncovered", [">"]),
      ("partners-requests", [">", ">"]), ("partners-agreements", [">", ">", ">"]),
      ("partners-due", [">", ">", ">", ">"]), ("partners-practice", [">", ">", ">", ">", ">"]),
      ("partner-sheet", ["/", "f", "i", "r", "e", .enter, .enter, "j", "j", "j"]),
      ("partner-hand-over", ["/", "f", "i", "r", "e", .enter, .enter, "n", "H"]),
      ("partners-decide", [">", ">", "s"]),
    ] as [(String, [Key])] {
      var desk = Desk(try .partnership(), width: width, height: height)
      desk.press("7")
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  // MARK: Drafts

  @Test(arguments: [
    ("Roles", "H", "Role", "role/liaison"), ("Notes", "T", "Notes", "notes"),
    ("Joined", "3", "Joined", "joined"),
  ])
  func `what was typed for an entry is put back into it after the program was lost`(
    section: String, typed: String, label: String, name: String
  ) throws {
    var desk = Desk(try .partnership())
    desk.press("7")
    while desk.state.selectedName != RecordName("partners/fire") { desk.press("j") }
    desk.press(.enter)
    for _ in 0..<20
    where !desk.rows.contains(where: { $0.contains("\(section)") && $0.contains(">") }) {
      desk.press(.tab)
    }
    if name == "role/liaison" { desk.press("j") }
    desk.press(.enter)
    desk.type(typed)
    let drafts = desk.state.drafts
    #expect(drafts.map(\.entry) == [name])
    var next = Desk(try .partnership())
    next.send(.drafts(drafts, problems: []))
    next.press("r")
    guard case .form(let form, .partners(.entry("fire", _)))? = next.state.overlay else {
      Issue.record("The form of the entry is open again.")
      return
    }
    #expect(form.title == drafts[0].title)
    #expect(next.state.drafts == drafts)
  }

  @Test func `what was typed for an entry that is gone can be read`() throws {
    var desk = Desk(try .partnership())
    let draft = Draft(
      at: Timestamp(seconds: 1_538_037_000), title: "Roles · Fire", command: .changePartner,
      record: RecordName("partners/fire"), entry: "role/gone",
      fields: [Draft.Field(label: "Role", before: "Liaison", text: "Liaison officer")])
    desk.send(.drafts([draft], problems: []))
    desk.press("r")
    #expect(desk.shows("somebody has removed what it was about"))
    #expect(desk.shows("Liaison officer"))
  }
}
