import Foundation
import TestSupport
import Testing

/// What is typed survives the program, whatever ends it.
@Suite(.timeLimit(.minutes(3)))
struct DraftTests {
  static let text = "Cryptocurrency sent abroad for people who are exploited, 60."

  let program: Program

  init() throws { program = try Program() }

  /// Opens the board and types a text into the form for a new issue.
  private func type(_ text: String) throws -> Tmux {
    let tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    try tmux.type("4", "a")
    try tmux.wait(for: "Add an issue")
    try tmux.typeLiteral(text)
    return tmux
  }

  private func wait(_ tmux: Tmux, until what: String, _ isSo: @escaping ([String]) -> Bool) throws {
    try tmux.retry(what, screen: tmux.screen) { try isSo(program.drafts()) }
  }

  @Test func `what was typed before a kill -9 is offered, put back and saved`() throws {
    defer { program.remove() }
    let killed = try type(Self.text)
    try wait(killed, until: "the draft is kept") { $0.contains { $0.contains(Self.text) } }
    try killed.signal(SIGKILL)
    #expect(try killed.waitForExit() == 128 + 9)

    let tmux = try program.open()
    try tmux.wait(for: "Unsaved text from")
    try tmux.wait(for: "Add an issue")
    try tmux.type("r")
    try tmux.wait(for: ">Title    \(Self.text)")
    #expect(try program.drafts().count == 1)
    try tmux.type("Enter")
    try tmux.wait(for: "saved ")
    try wait(tmux, until: "the draft is gone") { $0.isEmpty }
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
    let issues = try program.names(in: "issues").map { try program.text("issues/\($0)") }
    #expect(issues.count { $0.contains(Self.text) } == 1)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `a program that is told to end keeps what was typed at once`(signal: Int32) throws {
    defer { program.remove() }
    let tmux = try type("typed just now")
    try tmux.wait(for: ">Title    typed just now")
    try tmux.signal(signal)
    #expect(try tmux.waitForExit() == 0)
    #expect(try program.drafts().count { $0.contains("typed just now") } == 1)
  }

  @Test func `a window that is closed keeps what was typed`() throws {
    defer { program.remove() }
    let tmux = try type("typed just now")
    try tmux.wait(for: ">Title    typed just now")
    try tmux.closeWindow()
    try tmux.retry("the draft is kept", screen: { "" }) {
      try program.drafts().contains { $0.contains("typed just now") }
    }
  }

  @Test func `Esc takes the draft away`() throws {
    defer { program.remove() }
    let tmux = try type(String(repeating: "long ", count: 50))
    try wait(tmux, until: "the draft is kept") { $0.count == 1 }
    try tmux.type("Escape")
    try wait(tmux, until: "the draft is gone") { $0.isEmpty }
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `a text that an editor had at a kill -9 is put back`() throws {
    defer { program.remove() }
    let writing = try program.script(
      "writing", #"sed -i 's/^# Who$/# Who\nTwo groups of offenders./' "$1"; exec sleep 120"#)
    let folder = program.board.deletingLastPathComponent()
    let killed = try program.open(environment: ["EDITOR": writing, "TMPDIR": folder.path])
    try killed.wait(for: "Modern slavery")
    try killed.type("j", "j", "e")
    try killed.retry("the editor writes", screen: killed.screen) {
      try program.texts(in: folder, ending: ".md").contains { $0.contains("Two groups") }
    }
    try killed.signal(SIGKILL)
    #expect(try killed.waitForExit() == 128 + 9)

    let tmux = try program.open(environment: ["EDITOR": "true"])
    try tmux.wait(for: "Profile of Blackmail and kidnap")
    try tmux.type("r")
    try tmux.wait(for: "Two groups of offenders.")
    try tmux.wait(for: "saved ")
    try wait(tmux, until: "the draft is gone") { $0.isEmpty }
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
    #expect(
      try program.text("areas/blackmail-and-kidnap.json").contains("Two groups of offenders."))
    #expect(try program.texts(in: folder, ending: ".md").isEmpty)
  }

  @Test func `where nothing can be kept it is said, and typing goes on`() throws {
    defer { program.remove() }
    let file = program.board.appending(path: "board.json").path
    let tmux = try program.open(environment: ["XDG_STATE_HOME": file])
    try tmux.wait(for: "Modern slavery")
    try tmux.type("4", "a")
    try tmux.wait(for: "Add an issue")
    try tmux.typeLiteral(String(repeating: "long ", count: 50))
    try tmux.wait(for: "What you type cannot be kept")
    try tmux.typeLiteral("and the end")
    try tmux.type("Enter")
    try tmux.wait(for: "saved ")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `drafts that cannot be used are named, and nothing else happens`() throws {
    defer { program.remove() }
    let first = try type(String(repeating: "long ", count: 50))
    try wait(first, until: "the draft is kept") { $0.count == 1 }
    try program.damageDrafts("{\"board\": 7}")
    try first.signal(SIGKILL)
    _ = try first.waitForExit()
    let tmux = try program.open()
    try tmux.wait(for: "The drafts in")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
    #expect(try program.drafts() == ["{\"board\": 7}"])
  }
}
