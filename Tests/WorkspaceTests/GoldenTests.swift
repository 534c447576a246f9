import Domain
import Foundation
import Screen
import TestSupport
import Testing
import Workspace

/// The pictures themselves: that they are compared, and that a difference is seen.
struct GoldenTests {
  @Test(.enabled(if: !Golden.isRecording, "pictures are being written anew"))
  func `another letter, another style and another cursor are each seen`() throws {
    let desk = Desk(try .shipped(), width: 80, height: 24)
    let golden = Golden("areas.80x24")
    #expect(golden.difference(from: desk.screen) == nil)
    var letter = desk.screen
    letter.write("#", x: 40, y: 12)
    #expect(golden.difference(from: letter) != nil)
    var style = desk.screen
    style.restyle(Rect(x: 40, y: 12, width: 1, height: 1)) { $0.selected }
    #expect(golden.difference(from: style) != nil)
    var cursor = desk.screen
    cursor.cursor = nil
    #expect(golden.difference(from: cursor) != nil)
    #expect(Golden("no-such-picture").difference(from: desk.screen) != nil)
  }

  @Test func `every kept picture is compared by a test`() throws {
    let tests = try House.files(in: "Tests/WorkspaceTests").map {
      try String(contentsOf: $0, encoding: .utf8)
    }.joined()
    let panes = Pane.allCases.map { $0.title.lowercased() }
    for file in try House.files(in: "Tests/WorkspaceTests/Goldens", ending: ".screen") {
      let name = file.lastPathComponent.split(separator: ".").first.map(String.init) ?? ""
      let plain = name.replacing("empty-", with: "")
      #expect(
        tests.contains("\"\(name)\"") || tests.contains("\"\(name).") || panes.contains(plain))
    }
  }
}
