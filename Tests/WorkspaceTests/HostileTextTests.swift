import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// Text from files cannot drive the terminal, whatever the screen (promise 6).
struct HostileTextTests {
  static let hostile = [
    "\u{1B}[31mred\u{1B}]0;title\u{7}", "\u{9B}2J\u{85}", "\u{202E}drawkcab\u{2066}",
    "e" + String(repeating: "\u{301}", count: 10_000), "zero\u{200B}width\u{FEFF}\u{2060}",
    "漢字漢字漢字", "👨‍👩‍👧‍👦 family", "\u{0}\u{8}\u{7F}", String(repeating: "long ", count: 10_000),
  ]

  @Test(arguments: hostile)
  func `no screen shows a control character or loses a column`(text: String) throws {
    var board = try Board.shipped()
    board.settings.name = text
    for area in board.areas.all {
      var area = area
      area.title = text
      area.profile.narrative = text
      board[area.id] = area
    }
    for issue in board.issues.all {
      var issue = issue
      issue.title = text
      board[issue.id] = issue
    }
    for action in board.actions.all {
      var action = action
      action.recommendation = text
      board[action.id] = action
    }
    let problem = Problem(file: "issues/\(text).json", what: text, remedy: text)
    let scripts: [[Key]] = [
      [], ["s"], ["i"], [.tab], ["4"], ["4", .enter, "1"], ["4", "i"], ["4", .tab], ["2"],
      ["2", .enter], ["5"], ["5", "M"], ["5", .tab], ["5", ">", ">", ">"], ["7"], [":"],
      [":", "p", "r", "o", "b", .enter],
    ]
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
      for keys in scripts {
        var desk = Desk(board, width: width, height: height, problems: [problem])
        for key in keys { desk.press(key) }
        check(desk.screen)
      }
    }
  }

  private func check(_ canvas: Canvas) {
    for row in canvas.picture {
      #expect(TextWidth.columns(of: row) == canvas.size.width)
      #expect(
        row.unicodeScalars.allSatisfy { scalar in
          scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
            && !scalar.properties.isBidiControl
        })
    }
  }
}
