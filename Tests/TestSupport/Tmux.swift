import Foundation
import Glibc

/// A private tmux server with one window, driven as a person would drive it.
///
/// The server runs in the foreground as our child (`-D`), ends with this value, and ends by itself
/// after five minutes, should the test run be killed.
package final class Tmux {
  /// Something did not appear in time; says what, and what the screen showed instead.
  package struct TimedOut: Error, CustomStringConvertible {
    package let description: String
  }

  private let socket = "/tmp/socboard-\(UUID().uuidString.prefix(13)).tmux"
  private let server: ChildProcess

  /// Starts a shell command in a window of its own.
  ///
  /// When the command ends, its window stays and says with which status, so that what it left
  /// behind can be read; tmux's own report of the status gets lost now and then. The environment
  /// is added to ``ChildProcess/surroundings``.
  package init(
    width: Int = 80, height: Int = 24, command: String, environment: [String: String] = [:]
  ) throws {
    let surroundings = ChildProcess.surroundings
    server = try ChildProcess(
      ["timeout", "300", "tmux", "-S", socket, "-f", "/dev/null", "-D"], environment: surroundings)
    var start = [
      "set", "-g", "default-terminal", "tmux-256color", ";", "new-session", "-d", "-x",
      String(width), "-y", String(height),
    ]
    // Not by tmux's own -e, which cannot set TERM.
    let exports = environment.map { name, value in
      "export \(name)='\(value.replacing("'", with: "'\\''"))'; "
    }
    start.append("\(exports.joined())\(command); echo \"[ended with $?]\"; exec sleep 300")
    try retry("tmux starts", screen: { "" }) { try run(start) != nil }
  }

  deinit { kill() }

  /// Ends the server and everything in its window.
  package func kill() {
    server.kill(SIGTERM)
    server.wait()
    unlink(socket)
  }

  // MARK: What a person does

  /// Presses keys by tmux's names: `j`, `Up`, `C-d`, `M-x`, `BTab`, `PPage`.
  package func type(_ keys: String...) throws { try send(["send-keys"] + keys) }

  /// Types a text as it stands.
  package func typeLiteral(_ text: String) throws { try send(["send-keys", "-l", text]) }

  /// Sends bytes that no key of tmux sends.
  package func sendBytes(_ bytes: some Sequence<UInt8>) throws {
    try send(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes a text as a terminal does, marked as a paste if the program asked for marks.
  package func paste(_ text: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    try send(["load-buffer", file.path, ";", "paste-buffer", "-p"])
  }

  package func resize(width: Int, height: Int) throws {
    try send(["resize-window", "-x", String(width), "-y", String(height)])
  }

  /// Sets an option of the server, such as `set-clipboard`.
  package func set(_ option: String, _ value: String) throws {
    try send(["set-option", "-g", option, value])
  }

  /// Closes the window as a person does with its close button.
  package func closeWindow() throws { try send(["kill-pane"]) }

  // MARK: What a person sees

  /// The screen as text, one line a row, without the blanks at the ends.
  package func screen() throws -> String { try send(["capture-pane", "-p"]) }

  /// The screen with all its blanks and with the sequences that give it its colours.
  package func styledScreen() throws -> String { try send(["capture-pane", "-p", "-e", "-N"]) }

  /// What tmux knows by a format, such as `#{cursor_x}` or `#{pane_pid}`.
  package func value(_ format: String) throws -> String {
    try send(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen shows some text.
  package func wait(for text: String) throws {
    try wait(until: "“\(text)” appears") { $0.contains(text) }
  }

  /// Waits until the screen is as it should be; `what` says how, for the report.
  package func wait(until what: String, _ isDone: (String) throws -> Bool) throws {
    try retry(what, screen: screen) { try isDone(screen()) }
  }

  /// Waits until the buffer that tmux would paste holds some text.
  package func waitForBuffer(_ text: String) throws {
    var buffer = ""
    try retry("“\(text)” is copied", screen: { buffer }) {
      buffer = try run(["show-buffer"]) ?? ""
      return buffer.contains(text)
    }
  }

  /// Waits for the command's end.
  ///
  /// - Returns: Its exit status, or 128 and the number of the signal that ended it.
  package func waitForExit() throws -> Int {
    var status: Int?
    try wait(until: "the command ends") { screen in
      status = screen.firstMatch(of: /\[ended with (\d+)\]/).flatMap { Int($0.1) }
      return status != nil
    }
    return status ?? -1
  }

  /// Sends a signal to the program that runs in the window.
  package func signal(_ signal: Int32) throws {
    let shell = try value("#{pane_pid}")
    let path = "/proc/\(shell)/task/\(shell)/children"
    var program: Int32?
    try retry("a program runs", screen: screen) {
      let children = try String(contentsOfFile: path, encoding: .utf8)
      program = children.split(separator: " ").first.flatMap { Int32($0) }
      return program != nil
    }
    if let program { Glibc.kill(program, signal) }
  }

  // MARK: The way there

  /// Tries until something holds; fails with what was wanted and the screen after 20 seconds.
  package func retry(
    _ what: String, screen: () throws -> String, _ isDone: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while try !isDone() {
      guard ContinuousClock.now < deadline else {
        throw TimedOut(description: "Waited in vain until \(what). The screen:\n\(try screen())")
      }
      usleep(10_000)
    }
  }

  @discardableResult
  private func send(_ arguments: [String]) throws -> String {
    guard let output = try run(arguments) else {
      throw TimedOut(description: "tmux refused: \(arguments.joined(separator: " "))")
    }
    return output
  }

  /// Runs one tmux command; nil if it failed.
  private func run(_ arguments: [String]) throws -> String? {
    let (status, output) = try ChildProcess.run(["tmux", "-N", "-S", socket] + arguments)
    return status == 0 ? output : nil
  }
}
