import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// How many keys the daily things take, counted as they are sent.
///
/// The letters of a text are not counted, nor the Enter that ends the last one.
struct KeystrokeTests {
  /// Somebody at a desk whose keys are counted.
  private struct Typist {
    var desk: Desk
    private(set) var keys = 0

    init() throws { desk = Desk(try .planned()) }

    mutating func press(_ keys: Key...) {
      for key in keys { desk.press(key) }
      self.keys += keys.count
    }

    mutating func type(_ text: String) { desk.type(text) }

    /// Types a text and ends it.
    mutating func finish(_ text: String) {
      type(text)
      desk.press(.enter)
    }

    mutating func startCounting() { keys = 0 }
  }

  @Test(arguments: [0, 1, 4, 7])
  func `from the list of areas two keys go to the first gap of the selected one`(area: Int) throws {
    var typist = try Typist()
    for _ in 0..<area { typist.press("j") }
    typist.startCounting()
    typist.press(.enter)
    if !typist.desk.shows(" is a gap: a adds an action.") { typist.press("n") }
    #expect(typist.desk.shows(" is a gap: a adds an action."))
    #expect(typist.keys <= 2)
  }

  @Test func `a status with its reason takes two keys, and once more on the next one two`() throws {
    var typist = try Typist()
    typist.press("2", .enter)
    typist.startCounting()
    typist.press("s", "r")
    typist.finish("the council has not answered")
    #expect(typist.keys <= 2)
    #expect(typist.desk.takeEffects().count == 1)
    typist.desk.send(.saved)
    typist.startCounting()
    typist.press("j", ".")
    #expect(typist.keys == 2)
    #expect(typist.desk.takeEffects().count == 1)
    #expect(typist.desk.shows("> R Share the labour"))
  }

  @Test func `an action with recommendation, lead and date takes four keys`() throws {
    var typist = try Typist()
    typist.press("2", .enter)
    typist.startCounting()
    typist.press("a")
    typist.type("Visits by night")
    typist.press(.tab)
    typist.type("fire")
    typist.press(.tab)
    typist.type("apr 2019")
    typist.press(.enter)
    #expect(typist.keys == 4)
    guard case .save(let act)? = typist.desk.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    let fields = act.edits.flatMap(\.changes).map(\.field)
    #expect(fields.contains("lead"))
    #expect(fields.contains { $0.hasPrefix("milestones.") })
  }

  @Test func `one key takes back what was done`() throws {
    var typist = try Typist()
    typist.press("2", .enter, "d")
    _ = typist.desk.takeEffects()
    typist.desk.send(.saved)
    typist.startCounting()
    typist.press("u")
    #expect(typist.keys == 1)
    guard case .undo(.last, _, _)? = typist.desk.takeEffects().first else {
      Testing.Issue.record("Nothing was asked to be undone.")
      return
    }
  }

  @Test func `from Areas two keys show who else should be engaged`() throws {
    var typist = try Typist()
    typist.startCounting()
    typist.press("7", ">")
    #expect(typist.keys == 2)
    #expect(typist.desk.shows("no agency has to do with it"))
  }

  @Test func `a refusal takes two keys from its request, with its reason`() throws {
    var typist = try Typist()
    typist.press("7", ">", ">")
    typist.startCounting()
    typist.press("s", "r")
    typist.finish("as the Act says")
    #expect(typist.keys == 2)
    #expect(typist.desk.takeEffects().count == 1)
  }

  /// A typist before the areas of the board as it was on 6 February 2018.
  private func typistOfRound() throws -> Typist {
    var typist = try Typist()
    let day = try #require(CalendarDate("2018-02-06"))
    typist.desk = Desk(try .shipped(asAt: day), today: "2018-02-06")
    return typist
  }

  @Test func `from the areas one key tells who has not answered, and whom to chase next`() throws {
    var typist = try typistOfRound()
    typist.press("3")
    #expect(typist.keys == 1)
    #expect(typist.desk.shows("awaited 7: Community and Children's Services, Fire and 5 units"))
    #expect(typist.desk.shows("Next to chase: Community and Children's"))
  }

  @Test(arguments: ["A", "N", "D", "X", "B"] as [Key])
  func `the state of an answer takes one key, and the cursor moves on`(key: Key) throws {
    var typist = try typistOfRound()
    typist.press("3", "n")
    let before = typist.desk.screen.cursor
    typist.startCounting()
    typist.press(key)
    #expect(typist.keys == 1)
    #expect(typist.desk.takeEffects().count == 1)
    #expect(typist.desk.screen.cursor != before)
  }

  @Test func `the next one to chase is one key away, and to note that it was done one more`() throws
  {
    var typist = try typistOfRound()
    typist.press("3")
    typist.startCounting()
    typist.press("n")
    #expect(typist.keys == 1)
    #expect(typist.desk.shows("│>Community"))
    typist.press("C")
    #expect(typist.keys == 2)
    #expect(typist.desk.takeEffects().count == 1)
  }

  @Test func `an answer to question 4 comes to the inbox by one key`() throws {
    var typist = try typistOfRound()
    typist.press("3", "G", "l", "l", "l", "l", "l", "l", "l", "l")
    typist.startCounting()
    typist.press("I")
    #expect(typist.keys == 1)
    #expect(typist.desk.takeEffects().count == 1)
    #expect(typist.desk.shows("is in the inbox"))
  }

  @Test(arguments: ["{", "}"] as [Key])
  func `the cut line moves by one key`(key: Key) throws {
    var typist = try Typist()
    typist.desk = Desk(try .cut(atTop: 2))
    typist.press("4")
    typist.startCounting()
    typist.press(key)
    #expect(typist.keys == 1)
    #expect(typist.desk.takeEffects().count == 1)
    #expect(typist.desk.shows(key == "{" ? "cut: top 1" : "cut: top 3"))
  }

  @Test func `all twelve criteria take a key each and two more`() throws {
    var typist = try Typist()
    typist.press("4", "n")
    typist.startCounting()
    typist.press(.enter)
    for key in "442004415332" {
      typist.press(.character(key))
      typist.desk.send(.saved)
    }
    typist.press(.enter)
    #expect(typist.keys == 14)
    #expect(typist.desk.takeEffects().count == 12)
    #expect(typist.desk.shows("Every value is saved; u undoes."))
  }

  @Test func `one key leads from an issue to the path of its grade`() throws {
    var typist = try Typist()
    typist.press("4")
    typist.startCounting()
    typist.press("T")
    #expect(typist.keys == 1)
    #expect(typist.desk.shows("22 × 4.5 × 2 = 198"))
  }

  /// A typist before an inbox with threats in it.
  private func typistOfInbox() throws -> Typist {
    var typist = try Typist()
    typist.desk = Desk(try .triage())
    typist.desk.press("5")
    return typist
  }

  @Test func `a threat is captured by one key, one line and Enter`() throws {
    var typist = try typistOfInbox()
    typist.press("a")
    typist.finish("cryptocurrency sector unregulated @trading-standards !os")
    #expect(typist.keys == 1)
    #expect(typist.desk.takeEffects().count == 1)
  }

  @Test func `a threat is dismissed by one key and its reason, the next one for the same by one`()
    throws
  {
    var typist = try typistOfInbox()
    typist.press("d")
    typist.finish("not organised")
    #expect(typist.keys == 1)
    #expect(typist.desk.takeEffects().count == 1)
    typist.desk.send(.saved)
    typist.press(".")
    #expect(typist.keys == 2)
    #expect(typist.desk.takeEffects().count == 1)
  }

  @Test func `a threat is accepted into an area by three keys`() throws {
    var typist = try typistOfInbox()
    typist.press("A", "5", .enter)
    #expect(typist.keys == 3)
    #expect(typist.desk.takeEffects().count == 1)
    #expect(typist.desk.shows("into Organised acquisitive crime"))
  }

  @Test(arguments: ["E", "F"] as [Key])
  func `a threat is escalated or referred by one key, and the next one is selected`(key: Key) throws
  {
    var typist = try typistOfInbox()
    let before = typist.desk.state.selectedName
    typist.press(key)
    #expect(typist.desk.takeEffects().count == 1)
    #expect(typist.desk.state.selectedName != before)
  }

  @Test func `a lookalike is merged by two keys`() throws {
    var typist = try typistOfInbox()
    while typist.desk.state.selectedName?.id != "stall" { typist.press("j") }
    typist.startCounting()
    typist.press("M", .enter)
    #expect(typist.keys == 2)
    #expect(typist.desk.takeEffects().count == 1)
  }

  @Test func `twenty captured threats are triaged with few keys each, and none is lost`() throws {
    var typist = try typistOfInbox()
    for number in 1...20 {
      typist.press("a")
      typist.finish("threat number \(number) of a long day @fire")
      typist.desk.send(.saved)
    }
    let last = typist.desk.state.board.issues.count
    let first = last - 20
    let ids = typist.desk.state.board.issues.all.dropFirst(first).map(\.id)
    while typist.desk.state.selectedName != RecordName(ids[0]) { typist.press("k") }
    typist.startCounting()
    for (place, _) in ids.enumerated() {
      switch place % 4 {
      case 0: typist.press("A", "1", .enter)
      case 1: typist.press("F")
      case 2:
        typist.press("w")
        typist.finish("+6w")
      default:
        typist.press("d")
        typist.finish("seen")
      }
      typist.desk.send(.saved)
    }
    #expect(typist.keys == 5 * 3 + 5 + 5 + 5)
    let stages = ids.compactMap { typist.desk.state.board[$0]?.stage }
    #expect(
      stages
        == Array(
          repeating: [.registered, .referred, .watched, .dismissed] as [Domain.Issue.Stage],
          count: 5
        ).flatMap(\.self))
  }
}
