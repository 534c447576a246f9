import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// The partnership: its lists, and what each key does to a row.
struct PartnersPaneTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .partnership())
    desk.press("7")
  }

  /// Goes down until the cursor is on a row that says something.
  private mutating func go(to text: String) throws {
    desk.press("g", "g")
    for _ in 0..<40 {
      let row = try #require(desk.screen.cursor?.y)
      if desk.rows[row].prefix(70).contains(text) { return }
      desk.press("j")
    }
    Testing.Issue.record("No row says “\(text)”:\n\(desk.rows.joined(separator: "\n"))")
  }

  private mutating func acts() -> [Act] {
    desk.takeEffects().compactMap { if case .save(let act) = $0 { act } else { nil } }
  }

  /// The fields that the last act changed; null for one that was taken away.
  private mutating func changes() -> [String: Value] {
    let edits = acts().last?.edits ?? []
    desk.send(.saved)
    let fields = edits.flatMap(\.changes).filter { !["updated", "created"].contains($0.path[0]) }
    return Dictionary(fields.map { ($0.path.joined(separator: "."), $0.new ?? .null) }) { $1 }
  }

  // MARK: Partners

  @Test func `units stand under their agency, with what each answers for`() throws {
    let rows = desk.rows
    let police = try #require(rows.firstIndex { $0.contains("City of London Police") })
    #expect(rows[police + 1].contains("    Police: Acquisitive"))
    #expect(rows[police].contains("3 of 10"))
    #expect(
      rows.contains { $0.contains("Fire") && $0.contains("2, 1 vac") && $0.contains("awaited") })
  }

  @Test mutating func `who has left stands last, and says so to who goes there`() throws {
    let agencies = desk.rows.filter { $0.hasPrefix("│") }
    let social = try #require(agencies.firstIndex { $0.contains("Social Services") })
    let trading = try #require(agencies.firstIndex { $0.contains("Trading Standards") })
    #expect(social > trading)
    try go(to: "Social Services")
    #expect(desk.shows("has left and still answers for 1 action"))
  }

  @Test mutating func `units are folded under their agency and unfolded`() throws {
    try go(to: "Police: Modern")
    desk.press("-")
    #expect(desk.state.selectedName?.id == "police")
    #expect(!desk.rows.contains { $0.prefix(70).contains("Police: Modern") })
    #expect(desk.shows("+ City of London Police"))
    desk.press("/")
    desk.type("kidnapping")
    #expect(desk.shows("Police: Blackmail"))
    desk.press(.escape, "+")
    #expect(desk.rows.contains { $0.prefix(70).contains("Police: Modern") })
  }

  @Test mutating func `a unit is added under an agency, never under a unit`() throws {
    desk.press("a")
    desk.type("Fire: Safety")
    desk.press(.tab)
    desk.type("Fire")
    desk.press(.enter)
    let made = changes()
    #expect(made["name"] == "Fire: Safety")
    #expect(made["parent"] == "fire")
    #expect(desk.state.selectedName?.kind == .partner)
    try go(to: "City of London Police")
    desk.press("p")
    desk.type("Fire")
    desk.press(.enter)
    #expect(desk.shows("it has units of its own"))
    #expect(acts().isEmpty)
  }

  @Test mutating func `a name is there once`() throws {
    desk.press("a")
    desk.type("health")
    desk.press(.enter)
    #expect(desk.shows("Health is on the board already."))
  }

  @Test mutating func `I says on which area a partner has an impact, and a repeat says it again`()
    throws
  {
    try go(to: "Fire")
    desk.press("I", .tab)
    desk.type("gangs use alarms")
    desk.press(.enter)
    #expect(changes() == ["impact.modern-slavery.why": "gangs use alarms"])
    #expect(desk.shows("Fire has an impact on Modern slavery: gangs use alarms. u undoes."))
    try go(to: "Trading")
    desk.press(".")
    #expect(changes() == ["impact.modern-slavery.why": "gangs use alarms"])
  }

  @Test mutating func `a removal tells what still names the partner`() throws {
    try go(to: "Fire")
    desk.press("d")
    #expect(
      desk.shows("Removed Fire; 2 actions, 1 agreement, 1 request and 1 round still name it."))
    #expect(!desk.shows("│>  Fire"))
  }

  @Test mutating func `marked partners are changed as one`() throws {
    try go(to: "Addaction")
    desk.press(" ", " ", "w", .tab)
    desk.type("1 sep 2018")
    desk.press(.enter)
    let act = try #require(acts().last)
    #expect(act.edits.map(\.record.id) == ["addaction", "bristol-drugs-project"])
    #expect(desk.shows("Changed 2 partners."))
  }

  @Test mutating func `one cannot leave before one joins`() throws {
    try go(to: "Fire")
    desk.press("w", .tab)
    desk.type("jan 2018")
    desk.press(.enter)
    #expect(desk.shows("It cannot leave, Jan 2018, before it joins, Feb 2018."))
  }

  // MARK: The other views

  @Test mutating func `areas that nobody has to do with stand first, with what to do`() {
    desk.press(">")
    #expect(desk.shows("Areas without an agency"))
    #expect(desk.rows[4].contains(">Blackmail and kidnap"))
    #expect(desk.shows("no agency has to do with it: I says who has an impact on it, and why."))
    desk.press("I")
    desk.type("Fire")
    desk.press(.enter)
    #expect(changes()["impact.blackmail-and-kidnap"] == [:])
    #expect(desk.rows[4].contains("    1 "))
    desk.press(.enter)
    #expect(desk.state.pane == .areas)
    #expect(desk.state.selectedName?.id == "blackmail-and-kidnap")
    desk.press("'", "'")
    #expect(desk.shows("Areas without an agency"))
  }

  @Test mutating func `a refused request shows what it holds up, and is never overridden`() throws {
    desk.press(">", ">")
    try go(to: "Addresses of raised")
    #expect(desk.shows("REFUSED"))
    #expect(desk.shows("refused, and 1 action waits."))
    #expect(desk.shows("Joint visits to construction"))
  }

  @Test mutating func `s says by a letter how a request was answered`() throws {
    desk.press(">", ">")
    try go(to: "Premises")
    #expect(desk.shows("waiting 20 d"))
    desk.press("s", "a")
    desk.type("for a purpose of the Act")
    desk.press(.tab)
    desk.type("Head of licensing")
    desk.press(.enter)
    #expect(
      changes() == [
        "decision": "agreed", "reason": "for a purpose of the Act",
        "decidedByRole": "Head of licensing", "decided": "2018-09-27",
      ])
    #expect(desk.shows("but: agreed without a lawful basis."))
    desk.press("x")
    #expect(changes() == ["decision": .null, "decided": .null])
  }

  @Test mutating func `what is due stands by its day, the overdue first`() throws {
    desk.press(">", ">", ">", ">")
    #expect(desk.rows[4].contains("Information sharing charter"))
    #expect(desk.rows[4].contains("26 d OVERDUE"))
    #expect(desk.rows[6].contains("in 18 d"))
    desk.press("j")
    #expect(desk.shows("its disposal is 7 days overdue: x once it is destroyed."))
    desk.press("x")
    #expect(changes() == ["disposal": .null])
    desk.press("g", "g", "w", .tab, .control("u"))
    desk.type("1 sep 2019")
    desk.press(.enter)
    #expect(changes() == ["review": "2019-09-01"])
    desk.press(.enter)
    #expect(desk.state.selectedName?.id == "charter")
    #expect(desk.shows("Agreements"))
  }

  @Test mutating func `p sets the members of an agreement`() throws {
    desk.press(">", ">", ">")
    try go(to: "Health protocol")
    #expect(desk.shows("it has no members, p names them."))
    desk.press("p")
    desk.type("Health")
    desk.press(.enter)
    #expect(changes() == ["members": ["health"]])
  }

  @Test mutating func `n goes to what asks for attention`() throws {
    desk.press(">", ">", ">")
    desk.press("G", "n")
    #expect(desk.state.selectedName?.id == "charter")
  }

  @Test mutating func `a request is added from any pane by its name`() {
    desk.press("1", ":")
    desk.type("add-request")
    desk.press(.enter)
    desk.type("Numbers of visits")
    desk.press(.enter)
    #expect(changes()["about"] == "Numbers of visits")
    #expect(desk.state.pane == .partners)
    #expect(desk.shows("Information requests"))
  }

  // MARK: With others

  @Test mutating func `what comes in stands last and moves nothing`() throws {
    try go(to: "Fire")
    var anna = Colleague()
    let header = Header(marking: "official")
    desk.receive(
      anna.adds(
        Record(id: "border-force", header: header, content: Partner(name: "A Border Force"))))
    #expect(desk.state.selectedName?.id == "fire")
    #expect(desk.rows.contains { $0.contains("A Border Force") && $0.contains("new") })
    let fire = try #require(desk.state.board["fire" as Identifier<Partner>])
    desk.receive(anna.removes(fire))
    #expect(desk.state.selectedName?.id == "fire")
    #expect(desk.shows("removed"))
    desk.press("i")
    #expect(desk.shows("it is removed"))
    desk.press("j", "k")
    #expect(desk.state.selectedName?.id != "fire")
  }

  @Test mutating func `a damaged file stands among its kind`() {
    let problem = Problem(
      file: "partners/broken.json", what: "is no JSON", remedy: "Mend it in an editor.")
    var damaged = Desk(.bare, problems: [problem])
    damaged.press("7")
    #expect(damaged.shows("! cannot be read: partners/broken.json"))
    #expect(damaged.shows(":problems tells"))
  }

  @Test mutating func `a change of an action counts at once`() throws {
    var anna = Colleague()
    let action = try #require(desk.state.board["invented-06" as Identifier<Action>])
    desk.receive(anna.changes(action) { $0.lead = "fire" })
    try go(to: "Fire")
    #expect(desk.rows.contains { $0.contains("│>  Fire") && $0.contains(" 3 ") })
  }
}
