import Foundation
import TestSupport
import Testing

/// Two people at two screens over one board.
@Suite(.timeLimit(.minutes(3)))
struct SharedBoardTests {
  let program: Program

  init() throws { program = try Program() }

  /// A person at a screen of their own, in the Risk pane.
  private func join(_ person: String, width: Int = 120, height: Int = 36) throws -> Tmux {
    let tmux = try program.open(
      width: width, height: height, environment: ["SOCBOARD_USER": person])
    try tmux.wait(for: "Modern slavery")
    try tmux.type("4")
    try tmux.wait(for: "CSE")
    return tmux
  }

  /// Goes to the volume of CSE in SCORE.
  private func goToVolume(_ tmux: Tmux) throws {
    try tmux.type("Enter", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
    try tmux.wait(for: "Volume")
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func `an edit here appears there, and the selection there stays`(
    width: Int, height: Int
  ) throws {
    defer { program.remove() }
    let anna = try join("anna", width: width, height: height)
    let ben = try join("ben", width: width, height: height)
    try anna.wait(for: "2 here")
    try ben.wait(for: "2 here")
    try ben.type("j", "j")
    try ben.wait(until: "the third issue is selected") { screen in
      screen.split(separator: "\n").contains { $0.contains(">") && $0.contains("Aggravated") }
    }
    try goToVolume(anna)
    try anna.type("3")
    try anna.wait(for: "saved ")
    try ben.wait(until: "what anna changed appears, and nothing has moved") { screen in
      let rows = screen.split(separator: "\n")
      return rows.contains { $0.contains("CSE") && $0.contains("154") && $0.contains("308") }
        && rows.contains { $0.contains(">") && $0.contains("Aggravated") }
    }
    try anna.type("Enter", "q")
    #expect(try anna.waitForExit() == 0)
    try ben.wait(until: "ben is alone") { !$0.contains("2 here") }
    try ben.type("q")
    #expect(try ben.waitForExit() == 0)
  }

  @Test func `two values for one field are both shown, and settled by one key`() throws {
    defer { program.remove() }
    let anna = try join("anna")
    let ben = try join("ben")
    for person in [anna, ben] { try goToVolume(person) }
    // Ben stands still while anna saves, so that his key comes from the value he saw.
    try ben.signal(SIGSTOP)
    try anna.type("3")
    try anna.wait(for: "saved ")
    try ben.type("2")
    try ben.signal(SIGCONT)
    try ben.wait(for: "2 values for volume: c settles")
    try ben.wait(for: "saved ")
    #expect(try program.value(of: "volume", on: "cse-block-1") == 2)
    try anna.wait(for: "conflict")
    try ben.type("Escape")
    try ben.wait(until: "SCORE is over") { !$0.contains("SCORE") }
    try ben.type("c")
    try ben.wait(for: "Two values for one field: 1")
    try ben.wait(for: "anna's")
    try ben.type("t")
    try ben.wait(for: "Settled: volume is 3")
    try ben.wait(for: "saved ")
    #expect(try program.value(of: "volume", on: "cse-block-1") == 3)
    #expect(try !program.text("scorecards/cse-block-1.json").contains("conflicts"))
    try anna.wait(until: "anna sees it settled") { !$0.contains("conflict") }
  }

  @Test func `after kill -9 the board, the log and both screens tell the same`() throws {
    defer { program.remove() }
    let anna = try join("anna")
    let ben = try join("ben")
    try goToVolume(anna)
    try anna.type("3")
    try anna.wait(for: "saved ")
    try anna.signal(SIGKILL)
    try ben.wait(until: "ben is alone") { !$0.contains("2 here") }
    let again = try join("anna")
    for person in [again, ben] {
      try person.wait(until: "CSE has its value") { screen in
        screen.split(separator: "\n").contains { $0.contains("CSE") && $0.contains("308") }
      }
    }
    try again.type("u")
    for person in [again, ben] {
      try person.wait(until: "the value is taken back") { screen in
        screen.split(separator: "\n").contains { $0.contains("CSE") && $0.contains("198") }
      }
    }
    #expect(try program.value(of: "volume", on: "cse-block-1") == 0.5)
    let (status, output) = try ChildProcess.run([
      House.program("socboard"), "check", program.board.path,
    ])
    #expect(status == 0, "\(output)")
  }
}
