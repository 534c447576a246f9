import Foundation
import TestSupport
import Testing

/// The analyst and the chair before the scores, with the real program, terminal and files.
@Suite(.timeLimit(.minutes(5)))
struct RiskStoryTests {
  let program: Program

  init() throws { program = try Program() }

  private func open(width: Int, height: Int) throws -> Tmux {
    let tmux = try program.open(width: width, height: height, arguments: "--today 2018-09-27")
    try tmux.wait(for: "Modern slavery")
    try tmux.type("4")
    try tmux.wait(for: "┌ Risk")
    return tmux
  }

  /// The fields of a record, by the board's own files.
  private func record(_ id: String) throws -> [String: Any] {
    let text = try program.run("show", id, "--json", "--board", program.board.path)
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func `the three blocks stand side by side, a try is dropped, and the cut is decided`(
    width: Int, height: Int
  ) throws {
    defer { program.remove() }
    let tmux = try open(width: width, height: height)
    try tmux.type("<")
    try tmux.wait(for: "grade 198 → 220 → 308")
    try tmux.type("Enter")
    try tmux.wait(for: "Risk · Baseline")
    try tmux.type("W")
    try tmux.wait(for: "WHAT IF")
    try tmux.type("8")
    try tmux.wait(for: "Individual 4 → 8")
    try tmux.type("Enter", "n")
    try tmux.wait(for: "Nothing was kept.")
    try tmux.type("}")
    try tmux.wait(for: "The cut is at the top 1")
    try tmux.typeLiteral(":decide-cut")
    try tmux.type("Enter")
    try tmux.wait(for: "Decide the cut of the register")
    try tmux.type("C-u")
    try tmux.typeLiteral("top 2")
    try tmux.type("Tab", "Tab", "Tab")
    try tmux.typeLiteral("the assessment takes two")
    try tmux.type("Enter")
    try tmux.wait(for: "The cut is top 2, by a decision of 27 Sep 2018.")
    try tmux.type("q", "q", "q")
    let cuts = try #require(try record("board")["cuts"] as? [String: [String: Any]])
    #expect(cuts["morile-2015"]?["top"] as? Int == 2)
    #expect(cuts["morile-2015"]?["decision"] is String)
  }

  @Test func `a model is changed by a decision, and one undo takes it back`() throws {
    defer { program.remove() }
    let tmux = try open(width: 120, height: 36)
    try tmux.type("M")
    try tmux.wait(for: "Multiplier of 6    2     published")
    try tmux.type("G", "i")
    try tmux.wait(for: "┌ Multiplier of 6")
    try tmux.type("Tab", "BSpace", "1", "Enter")
    try tmux.wait(for: "CSE: 1st → 2nd, grade 198 → 99")
    #expect(try record("morile-2015")["version"] as? String == "2015-12")
    try tmux.type("A")
    try tmux.wait(for: "Version  2018-09-27")
    try tmux.type("Tab", "Tab", "Tab")
    try tmux.typeLiteral("too steep")
    try tmux.type("Enter")
    try tmux.wait(for: "is agreed by a decision of 27 Sep 2018. u undoes.")
    try tmux.wait(for: "· saved ")
    #expect(try record("morile-2015")["version"] as? String == "2018-09-27")
    _ = try program.run("check", program.board.path)
    try tmux.type("u")
    try tmux.wait(for: "Undone: ")
    #expect(try record("morile-2015")["version"] as? String == "2015-12")
    _ = try program.run("check", program.board.path)
    try tmux.type("q", "q")
  }
}
