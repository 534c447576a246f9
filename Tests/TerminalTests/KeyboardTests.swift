import Foundation
import TestSupport
import Testing

struct KeyboardTests {
  static let keys = [
    ("j", "j"), ("é", "é"), ("漢", "漢"), ("Space", "Space"), ("Enter", "Enter"), ("Tab", "Tab"),
    ("BTab", "Shift-Tab"), ("Escape", "Esc"), ("BSpace", "Backspace"), ("DC", "Del"), ("IC", "Ins"),
    ("Up", "Up"), ("Down", "Down"), ("Left", "Left"), ("Right", "Right"), ("Home", "Home"),
    ("End", "End"), ("PPage", "PgUp"), ("NPage", "PgDn"), ("C-d", "Ctrl-D"), ("C-s", "Ctrl-S"),
    ("C-c", "Ctrl-C"), ("C-Space", "Ctrl-@"), ("M-x", "Alt-x"), ("M-é", "Alt-é"), ("F1", "F1"),
    ("F5", "F5"), ("F12", "F12"), ("S-Up", "Up"),
  ]

  @Test func `keys arrive by name`() throws {
    let tmux = try Tmux.probe()
    for (number, (key, name)) in Self.keys.enumerated() {
      try tmux.type(key)
      try tmux.wait(for: "\(number + 1) key \(name) ")
    }
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100",
    "rxvt", "bogus-terminal",
  ])
  func `every kind of terminal shows the card and understands its keys`(term: String) throws {
    let tmux = try Tmux.probe(environment: ["TERM": term])
    for (number, name) in ["Up", "Home", "End", "F1", "F5"].enumerated() {
      try tmux.type(name)
      try tmux.wait(for: "\(number + 1) key \(name) ")
    }
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `a paste is one event and never a command`() throws {
    let tmux = try Tmux.probe()
    try tmux.paste("q\n!\n")
    try tmux.wait(for: "1 paste of 4: q|!|")
    try tmux.paste(String(repeating: "漢é q\n", count: 5_000))
    try tmux.wait(for: "2 paste of 25000: 漢é q|漢é q|")
    try tmux.sendBytes("\u{1B}[200~a\u{1B}[A\u{1B}OPb\u{1B}[201~".utf8)
    try tmux.wait(for: "3 paste of 2: ab")
    try tmux.type("j")
    try tmux.wait(for: "4 key j")
  }

  @Test func `the focus is told`() throws {
    let tmux = try Tmux.probe()
    try tmux.sendBytes("\u{1B}[I".utf8)
    try tmux.wait(for: "1 focused")
    try tmux.sendBytes("\u{1B}[O".utf8)
    try tmux.wait(for: "2 unfocused")
  }

  @Test func `another thread can wake the program`() throws {
    let tmux = try Tmux.probe()
    try tmux.type("w")
    try tmux.wait(for: "2 bell")
  }
}
