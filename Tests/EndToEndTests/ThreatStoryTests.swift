import Foundation
import TestSupport
import Testing

/// An analyst before the inbox, with the real program, terminal and files.
@Suite(.timeLimit(.minutes(5)))
struct ThreatStoryTests {
  let program: Program

  init() throws { program = try Program() }

  private func open(
    width: Int = 120, height: Int = 36, on day: String = "2018-09-10"
  ) throws -> Tmux {
    let tmux = try program.open(width: width, height: height, arguments: "--today \(day)")
    try tmux.wait(for: "Modern slavery")
    try tmux.type("5")
    try tmux.wait(for: "┌ Inbox")
    return tmux
  }

  private func capture(_ line: String, _ tmux: Tmux) throws {
    try tmux.type("a")
    try tmux.wait(for: "Capture a threat")
    try tmux.typeLiteral(line)
    try tmux.type("Enter")
    try tmux.wait(for: ">\(line.prefix { $0 != "@" })")
  }

  /// What the records of a stage are called, by the board's own files.
  private func titles(in stage: String) throws -> [String] {
    let data = Data(
      try program.run("list", "issue", "stage=\(stage)", "--json", "--board", program.board.path)
        .utf8)
    let rows = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    return rows.compactMap { $0["title"] as? String }.sorted()
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func `threats are captured, each is seen to by a key, and all can be found and taken back`(
    width: Int, height: Int
  ) throws {
    defer { program.remove() }
    let tmux = try open(width: width, height: height)
    let lines = [
      "catalytic converter thefts @fire", "counterfeit coins @trading-standards !os",
      "posters for illegal clubs @local-authority", "noise at night @health",
      "courier robberies @police 3 sep 2018", "catalytic convertor theft @fire !official",
    ]
    for line in lines { try capture(line, tmux) }
    try tmux.wait(for: "Captured, raised today. It is like “catalytic converter thefts”")
    try tmux.type("M")
    try tmux.wait(for: "catalytic converter thefts, emerging")
    try tmux.type("Enter")
    try tmux.wait(for: "Merged “catalytic convertor theft” into")
    // The cursor is on the last row, which was captured fifth.
    try tmux.type("E")
    try tmux.wait(for: "is on the agenda of Board, 19 Sep 2018. u undoes.")
    try tmux.type("k", "F")
    try tmux.wait(for: "Referred “noise at night”")
    try tmux.type("k", "d")
    try tmux.wait(for: "Dismiss “posters for illegal clubs”")
    try tmux.typeLiteral("not organised")
    try tmux.type("Enter")
    try tmux.wait(for: "Dismissed “posters for illegal clubs”: not organised. u undoes.")
    try tmux.type("k", "w")
    try tmux.wait(for: "Watch “counterfeit coins”")
    try tmux.typeLiteral("+6w")
    try tmux.type("Enter")
    try tmux.wait(for: "until 22 Oct 2018. u undoes.")
    try tmux.type("k", "A")
    try tmux.wait(for: "Accept “catalytic converter thefts”")
    try tmux.type("5", "Enter")
    try tmux.wait(for: "Accepted “catalytic converter thefts” into")
    try tmux.type("u")
    try tmux.wait(for: "Undone: ")
    try tmux.wait(for: ">catalytic converter")
    try tmux.type("A", "5", "Enter")
    try tmux.wait(for: "Accepted “catalytic converter thefts” into")
    try tmux.type(">", ">")
    try tmux.wait(for: "┌ Decided")
    try tmux.wait(for: "not organised")
    try tmux.type("/")
    try tmux.typeLiteral("posters")
    try tmux.type("Enter", "s")
    try tmux.wait(for: "The stage of “posters for illegal clubs”")
    try tmux.type("i", "Enter")
    try tmux.wait(for: "is back in the inbox. u undoes.")
    try tmux.wait(for: "saved ")
    try tmux.type("q", "q", "q")
    #expect(try tmux.waitForExit() == 0)
    #expect(try titles(in: "merged") == ["catalytic convertor theft"])
    #expect(try titles(in: "referred") == ["noise at night"])
    #expect(try titles(in: "dismissed").isEmpty)
    #expect(try titles(in: "watched") == ["counterfeit coins"])
    #expect(try titles(in: "registered").contains("catalytic converter thefts"))
    #expect(try program.text("meetings/board-2018-09-19.json").contains("courier robberies"))
    #expect(try program.run("check", program.board.path).contains("nothing wrong"))
    let later = try open(width: width, height: height, on: "2018-10-22")
    try later.wait(for: "is back")
    try later.type("q")
    #expect(try later.waitForExit() == 0)
  }

  @Test func `twenty captured threats are seen to with one hand`() throws {
    defer { program.remove() }
    let tmux = try open()
    for number in 1...20 { try capture("matter \(number) of a long day @fire", tmux) }
    try tmux.type("/")
    try tmux.typeLiteral("long day")
    try tmux.type("Enter", "g", "g")
    for number in 1...20 {
      let title = "“matter \(number) of a long day”"
      switch number % 4 {
      case 1:
        try tmux.type("A", "1", "Enter")
        try tmux.wait(for: "Accepted \(title)")
      case 2:
        try tmux.type("F")
        try tmux.wait(for: "Referred \(title)")
      case 3:
        try tmux.type("w")
        try tmux.typeLiteral("+6w")
        try tmux.type("Enter")
        try tmux.wait(for: "Watching \(title)")
      default:
        try tmux.type("d")
        try tmux.typeLiteral("seen")
        try tmux.type("Enter")
        try tmux.wait(for: "Dismissed \(title)")
      }
    }
    try tmux.wait(for: "Nothing fits the filter")
    try tmux.wait(for: "saved ")
    try tmux.type("q", "q")
    #expect(try tmux.waitForExit() == 0)
    for stage in ["registered", "referred", "watched", "dismissed"] {
      #expect(try titles(in: stage).count { $0.hasSuffix("of a long day") } == 5)
    }
  }
}
