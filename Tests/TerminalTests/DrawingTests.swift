import Foundation
import Screen
import TestSupport
import Testing

struct DrawingTests {
  @Test func `the whole window is drawn, wide and combining characters and all`() throws {
    let tmux = try Tmux.probe(width: 60, height: 20)
    let lines = try tmux.screen().split(separator: "\n").map(String.init)
    #expect(lines.count == 20)
    #expect(lines.first == "┌ probe " + String(repeating: "─", count: 51) + "┐")
    #expect(lines.last == "└" + String(repeating: "─", count: 45) + " 漢字 é e\u{301} … ─┘")
    for line in lines.dropFirst().dropLast() {
      #expect(
        line.hasPrefix("│") && line.hasSuffix("│") && TextWidth.columns(of: line) == 60, "\(line)")
    }
  }

  @Test(arguments: [[:], ["LINES": "10", "COLUMNS": "20"]])
  func `the window's size is followed, whatever the environment says`(
    environment: [String: String]
  ) throws {
    let tmux = try Tmux.probe(width: 80, height: 24, environment: environment)
    try tmux.wait(for: "80x24")
    for (width, height) in [(100, 30), (50, 20), (71, 23)] {
      try tmux.resize(width: width, height: height)
      let top = "┌ probe " + String(repeating: "─", count: width - 9) + "┐\n│\(width)x\(height) "
      try tmux.wait(until: "the card fills \(width)x\(height)") { screen in
        screen.hasPrefix(top) && screen.split(separator: "\n").count == height
          && screen.hasSuffix("e\u{301} … ─┘\n")
      }
    }
  }

  @Test(arguments: [(9, 3), (2, 2), (1, 1)])
  func `a tiny window is drawn, and grows again`(width: Int, height: Int) throws {
    let tmux = try Tmux.probe()
    try tmux.resize(width: width, height: height)
    try tmux.wait(until: "the window is tiny") { _ in
      try tmux.value("#{pane_width}x#{pane_height}") == "\(width)x\(height)"
    }
    try tmux.resize(width: 70, height: 30)
    try tmux.wait(for: "70x30")
  }

  @Test func `the cursor is visible and stands where the canvas says`() throws {
    let tmux = try Tmux.probe()
    try tmux.type("j", "k")
    try tmux.wait(for: "2 key k")
    #expect(try tmux.value("#{cursor_flag} #{cursor_x} #{cursor_y}") == "1 1 14")
  }

  @Test func `roles have colours and attributes, on the default background`() throws {
    let looks = try looks(in: Tmux.probe().styledScreen())
    let expected: [String: Set<String>] = [
      "plain": [], "+plain": ["7"], "heading": ["1"], "+heading": ["1", "7"],
      "border": ["2"], "+border": ["7"], "faint": ["2"], "+faint": ["7"],
      "strong": ["1"], "+strong": ["1", "7"], "alarm": ["1", "31"], "+alarm": ["1", "7", "31"],
      "warning": ["35"], "+warning": ["7", "35"], "good": ["32"], "+good": ["7", "32"],
      "key": ["1", "36"], "+key": ["1", "7", "36"], "input": ["4"], "+input": ["4", "7"],
    ]
    for (word, look) in expected { #expect(looks[word] == look, "\(word)") }
  }

  @Test func `with NO_COLOR there are attributes only`() throws {
    let looks = try looks(in: Tmux.probe(environment: ["NO_COLOR": "1"]).styledScreen())
    #expect(looks["alarm"] == ["1"])
    #expect(looks["+warning"] == ["7"])
    #expect(looks.values.allSatisfy { $0.isSubset(of: ["1", "2", "4", "7"]) })
  }

  @Test func `where only ASCII can be shown, only ASCII is sent`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let tmux = try Tmux(
      command: "script -qec \(House.program("terminal-probe")) \(file.path)",
      environment: ["LC_ALL": "C"])
    try tmux.wait(for: "+ probe ---")
    try tmux.type("é", "漢")
    try tmux.wait(for: "2 key ?")
    try tmux.type("q")
    _ = try tmux.waitForExit()
    let sent = try Data(contentsOf: file)
    #expect(sent.count > 1000)
    #expect(sent.filter { $0 >= 0x80 }.isEmpty)
  }

  @Test func `Ctrl-L repairs the screen`() throws {
    let tmux = try Tmux.probe()
    let card = try tmux.screen()
    let terminal = try #require(FileHandle(forWritingAtPath: tmux.value("#{pane_tty}")))
    try terminal.write(contentsOf: Data("\u{1B}[H\u{1B}[7;31mrubbish\u{1B}[5;5Hmore".utf8))
    try tmux.wait(for: "rubbish")
    try tmux.type("C-l")
    try tmux.wait(for: "1 key Ctrl-L")
    let repaired = try tmux.screen().split(separator: "\n")
    #expect(repaired.prefix(12) == card.split(separator: "\n").prefix(12))
  }

  /// Under which attributes and colours each word of a styled screen stands.
  private func looks(in screen: String) throws -> [String: Set<String>] {
    var looks: [String: Set<String>] = [:]
    var current: Set<String> = []
    for piece in screen.split(separator: "\u{1B}[", omittingEmptySubsequences: false).dropFirst() {
      let end = try #require(piece.firstIndex(of: "m"))
      for code in piece[..<end].split(separator: ";", omittingEmptySubsequences: false) {
        switch code {
        case "", "0": current = []
        case "39": current = current.filter { !$0.hasPrefix("3") }
        case "49": break
        default: current.insert(String(code))
        }
      }
      for word in piece[piece.index(after: end)...].split(whereSeparator: { " \n│".contains($0) }) {
        looks[String(word)] = current
      }
    }
    return looks
  }
}
