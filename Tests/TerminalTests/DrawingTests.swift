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

  static let looks: [Style.Role: Set<String>] = [
    .plain: [], .heading: ["1"], .border: ["2"], .faint: ["2"], .strong: ["1"],
    .alarm: ["1", "31"], .warning: ["35"], .good: ["32"], .key: ["1", "36"], .input: ["4"],
  ]

  private func look(of style: Style) throws -> Set<String> {
    let look = try #require(Self.looks[style.role])
    return style.isSelected ? look.subtracting(["2"]).union(["7"]) : look
  }

  @Test func `roles have colours and attributes, on the default background`() throws {
    let words = try StyledText(Tmux.probe().styledScreen()).words
    for role in Style.Role.allCases {
      #expect(try words["\(role)"] == look(of: Style(role)), "\(role)")
      #expect(try words["+\(role)"] == look(of: Style(role).selected), "\(role)")
    }
  }

  @Test func `with NO_COLOR there are attributes only`() throws {
    let words = try StyledText(Tmux.probe(environment: ["NO_COLOR": "1"]).styledScreen()).words
    #expect(words["alarm"] == ["1"])
    #expect(words["+warning"] == ["7"])
    #expect(words.values.allSatisfy { $0.isSubset(of: ["1", "2", "4", "7"]) })
  }

  @Test(arguments: [1, 4, 6], ["tmux-256color", "xterm-256color"])
  func `after any change the terminal shows the canvas, cell by cell`(
    seed: UInt64, term: String
  ) throws {
    let size = Size(width: 40, height: 12)
    var expected = ChangingCanvas(size: size, seed: seed)
    let tmux = try Tmux(
      width: size.width, height: size.height,
      command: "\(House.program("terminal-probe")) changing \(seed)", environment: ["TERM": term])
    for frame in 1...60 {
      if frame > 1 {
        expected.change()
        try tmux.type("n")
      }
      let lines = try lines(of: expected.canvas)
      let cursor = try #require(expected.canvas.cursor)
      try tmux.wait(until: "frame \(frame) is there, cell by cell") { _ in
        try StyledText(tmux.styledScreen()).trimmed == lines
          && tmux.value("#{cursor_x} #{cursor_y}") == "\(cursor.x) \(cursor.y)"
      }
    }
  }

  /// What tmux must print for a canvas.
  private func lines(of canvas: Canvas) throws -> [[StyledText.Part]] {
    // In the lower right corner no terminal is trusted with a mark, or with a wide glyph beside it.
    let last = Array(canvas.cells.suffix(2))
    let isCornerBlank =
      last[1].glyph != .rightHalf && (last[0].glyph == .rightHalf || last[1].glyph.scalars[1] != 0)
    var parts = try (0..<canvas.size.height).map { y in
      try (0..<canvas.size.width).map { canvas[x: $0, y: y] }.filter { $0.glyph != .rightHalf }
        .map { StyledText.Part(Character($0.glyph.text), look: try look(of: $0.style)) }
    }
    if isCornerBlank { parts[canvas.size.height - 1].removeLast() }
    return StyledText(lines: parts).trimmed
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
}
