import Domain
import Screen
import TestSupport
import Testing

/// Pictures of the Risk pane.
struct RiskScreenTests {
  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func `it is drawn as its pictures`(width: Int, height: Int) throws {
    let volume = Array(repeating: "l" as Key, count: 9)
    for (name, board, keys) in [
      ("risk-side-by-side", try .shipped(), ["<", "l"]),
      ("risk-place", try .shipped(), [">"]),
      ("risk-cut", try .cut(atTop: 2), ["j", "j"]),
      ("risk-spread", try .conversed(), volume),
      ("risk-cards", try .conversed(), [.tab]),
      ("risk-what-if", try .cut(atTop: 1), ["W", "8"]),
      ("risk-agree", try .shipped(), ["A"]),
      ("risk-path", try .conversed(), ["T"]),
    ] as [(String, Board, [Key])] {
      var desk = Desk(board, width: width, height: height)
      desk.press("4")
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }
}
