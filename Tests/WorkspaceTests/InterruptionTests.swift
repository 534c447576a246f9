import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// What arrives from the disk in the middle of something a person is doing.
struct InterruptionTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func edits() -> [Edit] {
    desk.takeEffects().flatMap { effect in
      if case .save(let act) = effect { act.edits } else { [] as [Edit] }
    }
  }

  @Test mutating func `a smaller model read again leaves the cursor inside it`() throws {
    desk.press("4", .enter)
    for _ in 0..<11 { desk.press(.tab) }
    var board = try Board.shipped()
    var model = try #require(board.models.all.first)
    model.criteria["capability"] = nil
    board[model.id] = model
    desk.send(.loaded(board, []))
    #expect(desk.shows("SCORE"))
    desk.press("1", "+", "x", .enter)
    board.settings.model = "no-model"
    desk.press(.enter)
    for _ in 0..<20 { desk.send(.saved) }
    desk.send(.loaded(board, []))
    #expect(!desk.shows("SCORE ·"))
    #expect(desk.shows("models/no-model.json"))
  }

  @Test mutating func `a review form outlives a change of the board's criteria`() throws {
    desk.press("C", .tab)
    desk.type("growing")
    var board = try Board.shipped()
    board.settings.reviewCriteria = ["only-one": ReviewCriterion(title: "Only one")]
    desk.send(.loaded(board, []))
    desk.press(.enter)
    let review = try #require(edits().first?.changes.filter { $0.field.contains("sentence") })
    #expect(review.map(\.new) == ["growing"])
    #expect(review.allSatisfy { $0.field.contains("scale-of-problem") })
  }

  @Test mutating func `a form writes only what was changed in it`() throws {
    desk.press("i", .control("e"))
    desk.type("!")
    var board = try Board.shipped()
    var area = try #require(board["modern-slavery" as Identifier<Area>])
    area.lead = "fire"
    area.number = 77
    board[area.id] = area
    desk.send(.loaded(board, []))
    desk.press(.enter)
    let fields = edits().flatMap(\.changes).map(\.field).filter { !$0.hasPrefix("updated") }
    #expect(fields == ["title"])
    #expect(desk.shows("Lead   Fire"))
  }

  @Test func `a form keeps references that it cannot name`() throws {
    var board = try Board.shipped()
    var issue = try #require(board["cse" as Identifier<Domain.Issue>])
    issue.area = "gone-area"
    board[issue.id] = issue
    var desk = Desk(board)
    desk.press("4", "i")
    desk.type("!")
    desk.press(.enter)
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    let fields = act.edits.flatMap(\.changes).map(\.field).filter { !$0.hasPrefix("updated") }
    #expect(fields == ["title"])
  }

  @Test func `records that read alike can each be chosen`() throws {
    var board = try Board.shipped()
    for id in ["one-partner", "two-partner"] {
      let id = try Identifier<Partner>(id)
      board[id] = Record(id: id, content: Partner(name: "Twin"))
    }
    var desk = Desk(board)
    desk.press("i", .tab, .tab)
    desk.type("two-partner")
    desk.press(.enter)
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    #expect(act.edits.flatMap(\.changes).first { $0.field == "lead" }?.new == "two-partner")
  }

  @Test mutating func `nothing re-sorts when the board is read again during SCORE`() throws {
    desk.press("4", "j", .enter)
    for key in "8888" { desk.type(String(key)) }
    for _ in 0..<4 { desk.send(.saved) }
    desk.send(.loaded(desk.state.board, []))
    #expect(desk.rows[5].hasPrefix("│>w Modern Slavery"))
  }

  @Test mutating func `unscoring what is unscored saves nothing`() {
    desk.press("4", "n", "l", "x")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("Individual is unscored already."))
  }

  @Test func `outside SCORE a step starts from the working value, and says so`() throws {
    var board = try Board.shipped()
    let working = try #require(
      board.scorecards.all.first { $0.issue == "cse" && $0.context == nil })
    var agreed = Record<Scorecard>(id: "agreed-cse", content: working.content)
    agreed.basis = .agreed
    agreed.values["individual"] = 1
    board[agreed.id] = agreed
    var desk = Desk(board)
    desk.press("4", "l", "+")
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    let change = act.edits.flatMap(\.changes).first { $0.field == "values.individual.value" }
    #expect(change?.old == 4)
    #expect(change?.new == 8)
    #expect(desk.shows("the agreed one counts"))
  }

  @Test mutating func `a decision made in Areas stands in a pane that was shown before`() {
    desk.press("6", "1", "s", .tab, .tab, .tab)
    desk.type("because")
    desk.press(.enter, "6", "/")
    desk.type("from focus")
    #expect(desk.shows("Modern slavery: from focus to monitored."))
  }

  @Test mutating func `what was refused stays in line 1 until it is read`() {
    desk.press("i", .control("e"))
    desk.type("!")
    desk.press(.enter)
    desk.send(.refused(.conflict("first sentence.")))
    desk.press("j", "k")
    #expect(desk.rows[0].contains("NOT SAVED, Ctrl-S tells"))
    desk.press(.control("s"))
    #expect(desk.shows("first sentence."))
    desk.press("q")
    #expect(!desk.rows[0].contains("NOT SAVED"))
  }

  @Test mutating func `what was not confirmed is never called saved`() {
    desk.press("i", .control("e"))
    desk.type("!")
    desk.press(.enter)
    desk.send(.refused(.unconfirmed("the disk did not answer.")))
    desk.press("j")
    #expect(desk.rows[0].contains("NOT CONFIRMED"))
    #expect(!desk.rows[0].contains("saved"))
  }

  @Test mutating func `an act that can never be saved does not hold up the others`() {
    desk.press("4", .enter, "1", "4")
    _ = desk.takeEffects()
    desk.send(.refused(.impossible("it is too large.")))
    #expect(desk.takeEffects().contains { if case .save = $0 { true } else { false } })
  }

  @Test mutating func `a filter that fits nothing gives the selection back`() {
    desk.press("j", "j", "/")
    desk.type("zzz")
    desk.press(.enter, "s")
    #expect(desk.shows("no area is selected."))
    desk.press(.escape)
    #expect(desk.rows[6].hasPrefix("│>  3 Blackmail"))
  }

  @Test mutating func `the second box scrolls no further than its end`() {
    desk = Desk(desk.state.board, width: 80, height: 24)
    desk.press(.tab, "G", "k", "k")
    let rows = desk.rows
    desk.press("j", "j")
    #expect(desk.rows != rows || !desk.shows("lines"))
  }

  @Test(arguments: ["\n", "\r\n"])
  mutating func `a profile with either kind of line break is read alike`(lineBreak: String) throws {
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().first else { return }
    let edited = text.replacing("# Who\n", with: "# Who\nTwo groups.\n# Of mine\nmore\n")
    desk.send(.edited(edited.replacing("\n", with: lineBreak)))
    let who = edits().flatMap(\.changes).first { $0.field == "profile.who" }?.new
    #expect(who == "Two groups.\n# Of mine\nmore")
  }
}
