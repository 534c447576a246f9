import Foundation
import Glibc
import TestSupport
import Testing

struct EndingTests {
  /// What the shell says about the terminal after the program has ended.
  static let report = "; s=$?; stty -a | tr ' ;' '\\n' | grep -xE -- '-?(echo|icanon|isig|icrnl)'"

  static let modesOfAShell = ["isig", "icanon", "echo", "icrnl"]

  private func tmux(
    running command: String = "probe", environment: [String: String] = [:]
  ) throws -> Tmux {
    let command = command.replacing("probe", with: House.program("terminal-probe"))
    let tmux = try Tmux(
      height: 50, command: command + Self.report + "; (exit $s)", environment: environment)
    try tmux.wait(for: "input +input")
    return tmux
  }

  /// Whether the terminal is as a shell wants it and the card is gone.
  private func expectGivenBack(_ tmux: Tmux) throws {
    let lines = try tmux.screen().split(separator: "\n").map(String.init)
    for mode in Self.modesOfAShell { #expect(lines.contains(mode), "\(lines)") }
    #expect(!lines.contains { $0.contains("input +input") })
    #expect(try tmux.value("#{alternate_on} #{cursor_flag} #{keypad_flag}") == "0 1 0")
  }

  @Test func `quitting gives the terminal back`() throws {
    let tmux = try tmux()
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
    try expectGivenBack(tmux)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal to end is a quiet end`(signal: Int32) throws {
    let tmux = try tmux()
    try tmux.signal(signal)
    #expect(try tmux.waitForExit() == 0)
    try expectGivenBack(tmux)
  }

  @Test func `closing the window ends the program, even where hang-ups are ignored`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let tmux = try tmux(running: "(trap '' HUP; probe; echo $? > \(file.path))")
    try tmux.closeWindow()
    try tmux.retry("the program ends", screen: { "" }) {
      (try? String(contentsOf: file, encoding: .utf8)) == "0\n"
    }
  }

  @Test(arguments: [
    ("!", 128 + SIGILL, "the probe was asked to crash"), ("^", 128 + SIGSEGV, "a stray line"),
  ])
  func `a crash gives the terminal back and can be read about`(
    key: String, status: Int32, message: String
  ) throws {
    let tmux = try tmux()
    try tmux.type("#", key)
    #expect(try tmux.waitForExit() == Int(status))
    try tmux.wait(for: message)
    try expectGivenBack(tmux)
  }

  @Test(arguments: [SIGABRT, SIGBUS, SIGFPE, SIGTRAP, SIGQUIT])
  func `every signal of a crash gives the terminal back`(signal: Int32) throws {
    let tmux = try tmux()
    try tmux.signal(signal)
    #expect(try tmux.waitForExit() == Int(128 + signal))
    try expectGivenBack(tmux)
  }

  @Test func `what goes to standard error appears afterwards, not on the card`() throws {
    let tmux = try tmux()
    try tmux.type("#", "j")
    try tmux.wait(for: "2 key j")
    #expect(!(try tmux.screen()).contains("a stray line"))
    try tmux.type("q")
    try tmux.wait(for: "a stray line")
  }

  @Test func `standard error that leads elsewhere is left alone`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let tmux = try tmux(running: "probe 2>\(file.path)")
    try tmux.type("#", "j")
    try tmux.wait(for: "2 key j")
    #expect(try String(contentsOf: file, encoding: .utf8) == "a stray line\n")
  }

  @Test func `standard input and output may be pipes`() throws {
    let tmux = try tmux(running: "echo ignored | probe | cat")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
    try expectGivenBack(tmux)
  }

  @Test(arguments: ["q", "!"])
  func `every mode that was switched on is switched off`(key: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let tmux = try tmux(running: "script -qec probe \(file.path)")
    try tmux.type(key)
    _ = try tmux.waitForExit()
    let sent = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for mode in ["?1049", "?2004", "?1004", "?2026", "?1"] {
      let on = try #require(sent.ranges(of: "\u{1B}[\(mode)h").last, "\(mode)")
      let off = try #require(sent.ranges(of: "\u{1B}[\(mode)l").last, "\(mode)")
      #expect(on.lowerBound < off.lowerBound, "\(mode)")
    }
  }
}
