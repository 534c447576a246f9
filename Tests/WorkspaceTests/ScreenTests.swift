import Domain
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
}
