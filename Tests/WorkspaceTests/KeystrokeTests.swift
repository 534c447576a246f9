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
}
