import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Pictures of the screens of the shipped board.
struct ScreenPictureTests {
  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `every pane is drawn as its picture`(width: Int, height: Int) throws {
    for pane in Pane.allCases {
      var desk = Desk(try .shipped(), width: width, height: height)
      desk.type("\(pane.rawValue)")
      let name = pane.title.lowercased()
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  @Test func `without Unicode only ASCII is drawn`() throws {
    for pane in [Pane.areas, .risk] {
      var desk = Desk(try .shipped(), width: 80, height: 24, repertoire: .ascii)
      desk.type("\(pane.rawValue)")
      #expect(desk.rows.allSatisfy { $0.allSatisfy(\.isASCII) })
      try expectScreen(desk.screen, matches: "\(pane.title.lowercased()).80x24.ascii")
    }
  }

  @Test(arguments: [(1, 1), (39, 24), (120, 9), (0, 0)])
  func `a screen that is too small says so, and no key but quit does anything`(
    width: Int, height: Int
  ) throws {
    var desk = Desk(try .shipped(), width: width, height: height)
    let before = desk.state.pane
    desk.type("4a5Fu")
    #expect(desk.state.pane == before)
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.screen.cells.count == width * height)
    desk.press("q")
    #expect(desk.takeEffects() == [.quit])
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func `the prompts are drawn as their pictures`(width: Int, height: Int) throws {
    let scripts: [(String, [Key])] = [
      ("score", ["4", .enter]), ("status", ["s"]), ("add-area", ["a"]), ("change-area", ["i"]),
      ("review", ["C"]), ("change-issue", ["4", "i"]), ("help", ["4", "?"]),
      ("palette", [":", "a"]),
      ("narrow", ["/", "f", "r"]), ("details", [.tab]), ("orders", ["4", .tab]),
      ("read", ["6", .enter]), ("scale", ["4", "l", "K"]),
    ]
    for (name, keys) in scripts {
      var desk = Desk(try .shipped(), width: width, height: height)
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  @Test func `a value given in SCORE shows what it does before anything moves`() throws {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
      var desk = Desk(try .shipped(), width: width, height: height)
      desk.press("4", .enter, .tab, .tab, .tab, .tab, .tab, .tab, .tab, .tab, "3")
      try expectScreen(desk.screen, matches: "scored.\(width)x\(height)")
    }
  }

  @Test func `an empty board says what to do in every pane`() throws {
    for pane in Pane.allCases {
      var desk = Desk(.bare, width: 80, height: 24)
      desk.type("\(pane.rawValue)")
      try expectScreen(desk.screen, matches: "empty-\(pane.title.lowercased()).80x24")
    }
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `what others do is drawn as its pictures`(width: Int, height: Int) throws {
    for (name, keys) in [
      ("shared-areas", []), ("shared-risk", ["4"]), ("ghost", ["j", "j", "j"]),
      ("shared-form", ["i"]), ("changes", ["c", "j", "j", "j"]), ("conflict", ["c"]),
      ("conflict-text", ["c", "j"]),
    ] as [(String, [Key])] {
      var desk = Desk(try .shipped(), width: width, height: height)
      var anna = Colleague()
      if name == "shared-form" { desk.press("i") }
      desk.others(&anna)
      for key in keys where name != "shared-form" { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  @Test func `without Unicode the marks are ASCII too`() throws {
    var desk = Desk(try .shipped(), width: 80, height: 24, repertoire: .ascii)
    var anna = Colleague()
    desk.others(&anna)
    desk.press("c")
    #expect(desk.rows.allSatisfy { $0.allSatisfy(\.isASCII) })
    try expectScreen(desk.screen, matches: "changes.80x24.ascii")
  }
}

extension Desk {
  /// A morning's work of others: changes, a removal, a new issue, two conflicts, two visitors.
  fileprivate mutating func others(_ anna: inout Colleague) {
    let number = conflict("values.volume.value", base: 2, mine: 1, theirs: 3)
    let text = conflict(
      "title", base: "Fraud", mine: "Fraud and bribery", theirs: "Fraud and deception",
      by: "ben@gate")
    let issue = Domain.Issue(title: "Courier fraud", stage: .registered)
    receive(
      anna.changes(area("modern-slavery")) {
        $0.title = "Modern slavery and trafficking"
        $0.number = 11
      },
      anna.removes(area("intellectual-property")),
      anna.changes(card("modern-slavery-illustration")) { $0.values["volume"] = 2 },
      anna.changes(card("cse")) {
        $0.values["volume"] = 3
        $0.header.conflicts = [number]
      },
      anna.adds(Record(id: "courier-fraud", header: Header(marking: "official"), content: issue)),
      anna.changes(area("fraud")) {
        $0.title = "Fraud and deception"
        $0.header.conflicts = [text]
      })
    send(
      .here([
        Visitor(
          writer: "anna@cityhost", record: RecordName("areas/cyber-attack"),
          since: Timestamp(seconds: 1_538_037_000)),
        Visitor(
          writer: "ben@gate", record: RecordName("issues/cse"),
          since: Timestamp(seconds: 1_538_037_000)),
      ]))
  }
}
