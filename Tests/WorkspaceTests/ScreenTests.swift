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
}
