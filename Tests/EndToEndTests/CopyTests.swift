import Foundation
import TestSupport
import Testing

/// A person who copies from the screen, with the real program.
@Suite(.timeLimit(.minutes(3)))
struct CopyTests {
  let program: Program

  init() throws { program = try Program() }

  @Test(arguments: ["off", "external", "on"])
  func `inside tmux what was copied is in its buffer, whatever it lets programs do`(
    setting: String
  ) throws {
    defer { program.remove() }
    let tmux = try program.open()
    try tmux.set("set-clipboard", setting)
    try tmux.wait(for: "Modern slavery")
    try tmux.type("y", "i")
    try tmux.wait(for: "Sent to the terminal's clipboard: areas/modern-slavery")
    try tmux.waitForBuffer("areas/modern-slavery")
    try tmux.type("y", "t")
    try tmux.wait(for: "Sent to the terminal's clipboard: Number Area")
    try tmux.waitForBuffer("\tChild sexual exploitation\t")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `elsewhere the terminal is told what was copied`() throws {
    defer { program.remove() }
    // Without TMUX the program does not know that tmux is what reads its OSC 52.
    let tmux = try program.open(environment: ["TMUX": ""])
    try tmux.set("set-clipboard", "on")
    try tmux.wait(for: "Modern slavery")
    try tmux.type("j", "y", "i")
    try tmux.waitForBuffer("areas/child-sexual-exploitation")
    try tmux.type("V", "y", "y")
    try tmux.waitForBuffer("8 · Cyber-attack")
    try tmux.type("q", "q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `a list is written to a new file, and never over one that is there`() throws {
    defer { program.remove() }
    let file = program.board.deletingLastPathComponent().appending(path: "areas.tsv")
    let tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    for answer in ["Wrote ", "is there already, and stays as it is: give another path."] {
      try tmux.type(":")
      try tmux.typeLiteral("copy-file")
      try tmux.type("Enter")
      try tmux.typeLiteral(file.path)
      try tmux.type("Enter")
      try tmux.wait(for: answer)
    }
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("Number\tArea\tStatus\t"))
    try tmux.type("C-g", "q")
    #expect(try tmux.waitForExit() == 0)
  }
}
