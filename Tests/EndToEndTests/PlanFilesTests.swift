import Foundation
import Glibc
import TestSupport
import Testing

/// The plan out of the board and into it again, with the real program in a real terminal.
@Suite(.timeLimit(.minutes(3)))
struct PlanFilesTests {
  let program: Program

  init() throws { program = try Program() }

  private func ask(for command: String, _ tmux: Tmux) throws {
    try tmux.type(":")
    try tmux.typeLiteral(command)
    try tmux.type("Enter")
  }

  @Test func `what is no plain file is refused, and no key is waited for`() throws {
    defer { program.remove() }
    let pipe = program.board.deletingLastPathComponent().appending(path: "pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    for path in [pipe.path, "/dev/tty", "-"] {
      try ask(for: "import-plan", tmux)
      try tmux.wait(for: "Import a plan")
      try tmux.typeLiteral(path)
      try tmux.type("Enter")
      try tmux.wait(for: path == "-" ? "cannot be read" : "is no plain file")
      try tmux.type("Escape")
      try tmux.wait(for: "q quit")
    }
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `a plan is written, filled in elsewhere, looked at, taken in and undone`() throws {
    defer { program.remove() }
    let file = program.board.deletingLastPathComponent().appending(path: "plan.csv")
    let tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    try ask(for: "export-plan", tmux)
    try tmux.wait(for: "Export the plan")
    try tmux.type("C-u")
    try tmux.typeLiteral(file.path)
    try tmux.type("Enter")
    try tmux.wait(for: "Wrote ")
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written.hasPrefix("ID,Area,P,"))

    // The same path again is refused, and what is there stays.
    try ask(for: "export-plan", tmux)
    try tmux.wait(for: "Export the plan")
    try tmux.type("C-u")
    try tmux.typeLiteral(file.path)
    try tmux.type("Enter")
    try tmux.wait(for: "is there already")
    try tmux.type("Escape")
    try tmux.wait(for: "q quit")
    #expect(try String(contentsOf: file, encoding: .utf8) == written)

    let filled =
      written.replacing("acquisitive crime to reduce thefts", with: "thefts")
      + ",Fraud,Pursue,,Arrest the couriers,City of London Police,,Mar-19,,,,,,,,,,\n"
    try filled.write(to: file, atomically: true, encoding: .utf8)
    try ask(for: "import-plan", tmux)
    try tmux.wait(for: "Import a plan")
    try tmux.typeLiteral(file.path)
    try tmux.type("Enter")
    try tmux.wait(for: "plan.csv: 1 added, 1 changed, 4 unchanged, 0 refused")
    try tmux.wait(for: "y writes it as one change")
    #expect(try program.names(in: "actions").count == 5)
    try tmux.type("y")
    try tmux.wait(for: "Took in plan.csv")
    try tmux.wait(for: "saved ")
    #expect(try program.names(in: "actions").count == 6)
    #expect(
      try program.text("actions/acquisitive-crime-group.json").contains("working group on thefts"))
    try tmux.type("u")
    try tmux.wait(for: "Undone: ")
    #expect(
      try program.text("actions/acquisitive-crime-group.json").contains("to reduce thefts"))
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }
}
