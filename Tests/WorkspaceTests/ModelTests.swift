import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// The scoring model on the screen: shown, changed as a proposal, agreed by a decision.
struct ModelTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .cut(atTop: 1))
    desk.press("4", "M")
  }

  private mutating func lastAct() -> Act? {
    let saves = desk.takeEffects().compactMap { effect -> Act? in
      if case .save(let act) = effect { act } else { nil }
    }
    return saves.last
  }

  /// Halves the multiplier of the last total, which makes modern slavery the first.
  private mutating func proposeOne() {
    desk.press("G", "i", .tab, .backspace, "1", .enter)
  }

  @Test mutating func `criteria, scales, anchors and multipliers are shown with their basis`() {
    #expect(desk.shows("Model · MoRiLE illustration 2015, version 2015-12"))
    #expect(desk.shows("Grade  = harm * likelihood * multiplier(position)"))
    #expect(desk.shows("Vo  Volume                  0.5 1 2 3"))
    #expect(desk.shows("Multiplier of 4    1     assumed"))
    #expect(desk.shows("Multiplier of 6    2     published"))
    desk.press("j", "j", "j", "j")
    #expect(desk.shows("A higher value means more harm (inferred)"))
    #expect(!desk.shows("key 8"))
    desk.press(.enter)
    #expect(desk.shows("8    key 8  not seen in the illustration"))
  }

  @Test mutating func `a change is only proposed, and shows how every rank would move`() {
    proposeOne()
    #expect(desk.shows("PROPOSED · MoRiLE illustration 2015"))
    #expect(desk.shows("multiplier of 6: 2 → 1"))
    #expect(desk.shows("2 issues would move, 2 issues as they are"))
    #expect(desk.shows("CSE: 1st → 2nd, grade 198 → 99, BELOW"))
    #expect(lastAct() == nil)
    desk.press("u")
    #expect(desk.shows("Model · MoRiLE illustration 2015"))
    #expect(!desk.shows("would move"))
  }

  @Test mutating func `what nothing could be scored with is told, and not agreed`() {
    desk.press("G", "k", "i", .tab, .backspace, "3", .enter)
    #expect(desk.shows("Nothing could be scored by it"))
    #expect(desk.shows("the table may not fall"))
    desk.press("A")
    #expect(desk.shows("mend what stands at the right first"))
    desk.press("u", "G", "d")
    #expect(desk.shows("has no entry for 6"))
  }

  @Test mutating func `a decision makes it a version, by which working scores count`() throws {
    proposeOne()
    desk.press("A")
    #expect(desk.shows("Version  2018-09-27"))
    desk.press(.tab, .tab, .tab)
    desk.type("the multiplier was too high")
    desk.press(.enter)
    let act = try #require(lastAct())
    #expect(act.edits.map(\.record.kind) == [.decision, .model, .model])
    let model = try #require(desk.state.board["morile-2015" as Identifier<ScoringModel>])
    #expect(model.version == "2018-09-27")
    #expect(model.multipliers[6]?.value == 1)
    let former = try #require(desk.state.board.models.standing.first { $0.formerOf == model.id })
    #expect(former.version == "2015-12" && former.multipliers[6]?.value == 2)
    let decision = try #require(
      desk.state.board.decisions.standing.first { $0.subject == model.recordName })
    #expect(decision.what.contains("multiplier of 6: 2 → 1"))
    #expect(decision.rationale == "the multiplier was too high")
    #expect(decision.from == "MoRiLE illustration 2015, version 2015-12")
    #expect(decision.to == "MoRiLE illustration 2015, version 2018-09-27")
    #expect(desk.rows[4].contains("Modern Slavery"))
    #expect(desk.rows[6].contains("CSE") && desk.rows[6].contains(" 99│"))
  }

  @Test mutating func `an agreed score keeps its version until it is agreed anew`() throws {
    desk.press(.escape, "A", .tab, .tab)
    desk.type("agreed by all")
    desk.press(.enter)
    desk.send(.saved)
    desk.press("M")
    proposeOne()
    #expect(desk.rows.joined().contains("it is agreed anew"))
    desk.press("A", .tab, .tab, .tab, "y", .enter)
    desk.send(.saved)
    desk.press("l", "h")
    #expect(desk.rows[4].contains("CSE") && desk.rows[4].contains(" v "))
    #expect(desk.rows[4].contains("198│"))
    #expect(desk.shows("version 2015-12"))
    desk.press("T")
    #expect(desk.shows("22 × 4.5 × 2 = 198"))
    desk.press(.escape, "M")
    #expect(desk.shows("1 score was agreed under an earlier version"))
    desk.press(.escape, "A", .tab, .tab)
    desk.type("looked at again")
    desk.press(.enter)
    let agreed = desk.state.board.scorecards.standing.filter { $0.basis == .agreed }
    #expect(agreed.contains { $0.modelVersion == "2018-09-27" })
    #expect(desk.rows.contains { $0.contains("CSE") && $0.contains(" 99│") && !$0.contains(" v ") })
  }

  @Test mutating func `one undo takes the whole decision back`() throws {
    proposeOne()
    desk.press("A", .tab, .tab, .tab, "y", .enter)
    let act = try #require(lastAct())
    #expect(act.edits.count == 3)
    desk.send(.saved)
    desk.press("u")
    #expect(desk.takeEffects().contains { if case .undo = $0 { true } else { false } })
  }

  @Test mutating func `a version that was there already is refused`() {
    proposeOne()
    desk.press("A", .control("u"))
    desk.type("2015-12")
    desk.press(.tab, .tab, .tab, "y", .enter)
    #expect(desk.shows("There was a version 2015-12 already"))
  }

  @Test mutating func `a second change of a day has a version of its own`() {
    proposeOne()
    desk.press("A", .tab, .tab, .tab, "y", .enter)
    desk.send(.saved)
    desk.press("M", "G", "i", .tab, .control("u"))
    desk.type("3")
    desk.press(.enter, "A")
    #expect(desk.shows("Version  2018-09-27.2"))
    desk.press(.control("u"))
    desk.type("2015-12")
    desk.press(.tab, .tab, .tab, "y", .enter)
    #expect(desk.shows("There was a version 2015-12 already"))
  }

  @Test mutating func `a criterion is added with its scale, and every issue then lacks it`() {
    desk.press("j", "j", "j", "a")
    desk.type("reputation")
    desk.press(.tab)
    desk.type("Reputation")
    desk.press(.tab)
    desk.type("Re")
    desk.press(.tab, .tab)
    desk.type("0 1 2.5")
    desk.press(.enter)
    #expect(desk.shows("Re  Reputation              0 1 2.5"))
    #expect(desk.shows("4 issues would move"))
    #expect(desk.shows("CSE: no score any more"))
    desk.press("d")
    #expect(!desk.shows("Reputation"))
  }

  /// What somebody else makes of the model in use.
  private mutating func receive(_ change: (inout Record<ScoringModel>) -> Void) throws {
    var anna = Colleague()
    let model = try #require(desk.state.board["morile-2015" as Identifier<ScoringModel>])
    desk.receive(anna.changes(model, change))
  }

  @Test mutating func `what nothing could be scored with after somebody else's change stays open`()
    throws
  {
    proposeOne()
    desk.press("A", .tab, .tab, .tab, "y")
    try receive { $0.multipliers[5]?.value = Exact("1.5") ?? .zero }
    desk.press(.enter)
    #expect(lastAct() == nil)
    #expect(desk.rows.joined().contains("nothing could be scored by it"))
    desk.press(.escape)
    #expect(desk.shows("Nothing could be scored by it"))
    #expect(desk.shows("the table may not fall"))
  }

  @Test mutating func `what would move otherwise by now is shown again before it is agreed`() throws
  {
    desk.press("G", "i", .tab, .backspace, "3", .enter)
    #expect(desk.shows("1 issue would move"))
    desk.press("A", .tab, .tab, .tab, "y")
    try receive { $0.multipliers[5]?.value = Exact("1.5") ?? .zero }
    desk.press(.enter)
    #expect(lastAct() == nil)
    #expect(desk.shows("2 issues would move"))
    desk.press(.enter)
    let model = try #require(desk.state.board["morile-2015" as Identifier<ScoringModel>])
    #expect(lastAct() != nil)
    #expect((model.multipliers[5]?.value, model.multipliers[6]?.value) == (Exact("1.5"), 3))
  }

  @Test mutating func `what looks like personal data is asked about`() {
    desk.press("i", .tab)
    desk.type(" Ask 07700 900123")
    desk.press(.enter)
    #expect(desk.shows("“07700 900123” looks like a telephone number"))
    desk.press("n")
    #expect(desk.shows("This looks like a telephone number."))
    desk.press(.enter, "y")
    #expect(desk.shows("PROPOSED · MoRiLE illustration 2015"))
  }

  @Test mutating func `what would only have other bounds is told in a line`() throws {
    var board = try Board.shipped()
    // A total of 2, whose multiplier is assumed.
    let card = try #require(board.scorecards.all.first { $0.issue == "aggravated-burglary" })
    board.scorecards[card.id]?.values["capacity"] = 1
    desk = Desk(board)
    desk.press("4", "M", "G", "k", "k", "k", "i", .tab, .tab, "p", .enter)
    #expect(desk.shows("No place and no figure would move, 3 issues as"))
    #expect(desk.shows("1 issue only in what an assumption could make of it"))
  }

  @Test(arguments: ["2018-09-27.\(Int.max)", "2018-09-27x", "autumn"])
  mutating func `whatever the version was called, one that is free is offered`(version: String)
    throws
  {
    var board = try Board.cut(atTop: 1)
    board.models["morile-2015"]?.version = version
    desk = Desk(board)
    desk.press("4", "M")
    proposeOne()
    desk.press("A")
    #expect(desk.shows("Version  2018-09-27 "))
  }

  @Test mutating func `of many moves as many are told as have room, and the rest for the asking`()
    throws
  {
    let shipped = try #require(try Board.shipped().models.all.first)
    var generator = BoardGenerator(model: shipped, seed: 5)
    desk = Desk(generator.board(issues: 106))
    desk.press("4", "M")
    proposeOne()
    #expect(desk.shows("more: r"))
    desk.press("r", "G")
    #expect(!desk.shows("more: r"))
  }

  @Test(arguments: [(40, 10), (40, 12), (80, 17)])
  mutating func `on a small screen every stage is drawn`(width: Int, height: Int) throws {
    desk = Desk(try .cut(atTop: 1))
    desk.press("4", "M")
    func draw() { #expect(desk.screen.cells.count == width * height) }
    desk.send(.input(.resized(Size(width: width, height: height))))
    draw()
    desk.press("i")
    draw()
    desk.press(.escape)
    proposeOne()
    draw()
    desk.press("A")
    draw()
    desk.press(.escape, "r")
    draw()
  }

  @Test(arguments: [(120, 36), (80, 24)])
  mutating func `it is drawn as its pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("model", ["j", "j", "j", "j"]), ("model-form", ["G", "i"]),
      ("model-proposed", ["G", "i", .tab, .backspace, "1", .enter]),
      ("model-agree", ["G", "i", .tab, .backspace, "1", .enter, "A"]),
    ] as [(String, [Key])] {
      desk = Desk(try .cut(atTop: 1), width: width, height: height)
      desk.press("4", "M")
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  @Test(arguments: [("1", "The scale has 1 already."), ("x", "is not a number such as 2 or 0.5")])
  mutating func `a point that does not fit is refused`(value: String, complaint: String) {
    desk.press("j", "j", "j", "j", "a")
    desk.type(value)
    desk.press(.enter)
    #expect(desk.shows(complaint))
  }

  @Test mutating func `leaving asks before a proposal is dropped`() {
    proposeOne()
    desk.press(.escape)
    #expect(desk.shows("drop what is proposed?"))
    desk.press("n")
    #expect(desk.shows("PROPOSED"))
    desk.press("i", .escape)
    #expect(desk.shows("PROPOSED"))
    desk.press(.escape, "y")
    #expect(desk.shows("The model stays as it is."))
    #expect(desk.rows[4].contains("198"))
  }

  @Test mutating func `where the board may only be read the model may be too`() {
    desk.press(.escape, "P", "M")
    #expect(desk.shows("Multiplier of 6"))
    desk.press("i")
    #expect(desk.shows("Nothing is changed: "))
  }

  @Test mutating func `another model is taken into use by a decision`() throws {
    var board = try Board.shipped()
    var other = try #require(board["morile-2015" as Identifier<ScoringModel>])
    other.title = "Ours"
    other.multipliers[6]?.value = 1
    board["our-model"] = Record(id: "our-model", header: other.header, content: other.content)
    desk = Desk(board)
    desk.press("4", "M", ">")
    #expect(desk.shows("Model not in use · Ours"))
    #expect(desk.shows("4 issues would move"))
    #expect(desk.shows("CSE: no score any more"))
    desk.press("A")
    #expect(!desk.shows("Version"))
    desk.press(.tab, .tab, "y", .enter)
    #expect(desk.state.board.settings.model == "our-model")
  }
}
