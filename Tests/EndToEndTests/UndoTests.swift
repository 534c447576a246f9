import Foundation
import TestSupport
import Testing

/// A person who undoes what was done, and looks at what was, with the real program.
@Suite(.timeLimit(.minutes(3)))
struct UndoTests {
  let program: Program

  init() throws { program = try Program() }

  @Test func `what was done in an earlier session is undone in the next one, and done again`()
    throws
  {
    defer { program.remove() }
    let before = try program.text("areas/modern-slavery.json")
    var tmux = try program.open()
    try tmux.wait(for: "Modern slavery")
    try tmux.type("i", "C-u")
    try tmux.typeLiteral("Slavery of today")
    try tmux.type("Enter")
    try tmux.wait(for: "Changed Slavery of today. u undoes.")
    try tmux.wait(for: "saved ")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
    #expect(try program.text("areas/modern-slavery.json").contains("Slavery of today"))

    tmux = try program.open()
    try tmux.wait(for: "Slavery of today")
    try tmux.type("u")
    try tmux.wait(for: "Undone: title Slavery of today → Modern slavery")
    let after = try program.text("areas/modern-slavery.json")
    #expect(withoutStamp(after) == withoutStamp(before))
    try tmux.type("u")
    try tmux.wait(for: "Nothing of yours is left to undo.")
    try tmux.type("U")
    try tmux.wait(for: "Done again: title Modern slavery → Slavery of today. u undoes.")
    try tmux.type("r", "Tab")
    try tmux.wait(for: "tester changed it")
    try tmux.wait(for: "title: Modern slavery → Slavery of today")
    try tmux.type("q", "q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `an undo is refused where somebody has changed the field since, and says who`() throws
  {
    defer { program.remove() }
    let tmux = try program.open(environment: ["SOCBOARD_USER": "anna"])
    try tmux.wait(for: "Modern slavery")
    try tmux.type("4", "Enter", "8")
    try tmux.wait(for: "Individual 4 → 8")
    try tmux.wait(for: "saved ")
    let other = try program.open()
    try other.wait(for: "Modern slavery")
    try other.type("4", "Enter", "2")
    try other.wait(for: "Individual 8 → 2")
    try other.wait(for: "saved ")
    try tmux.type("u")
    try tmux.wait(for: "NOT UNDONE: tester has changed individual of CSE since")
    try other.type("u")
    try other.wait(for: "Undone: individual of CSE 2 → 8")
    // What stood in the way is gone.
    try tmux.type("u")
    try tmux.wait(for: "Undone: individual of CSE 8 → 4")
    #expect(try program.value(of: "individual", on: "cse-block-1") == 4)
    for window in [tmux, other] {
      try window.type("Enter", "q")
      #expect(try window.waitForExit() == 0)
    }
  }

  @Test func `the board as at a day shows what was known, and comes back to now`() throws {
    defer { program.remove() }
    let tmux = try program.open(arguments: "--today 2018-09-27 --as-at 2018-02-06")
    try tmux.wait(for: "AS AT 6 Feb 2018")
    #expect(try !tmux.screen().contains("Illicit trade in drugs"))
    try tmux.type("a")
    try tmux.wait(for: "add: this is the board as at 6 Feb 2018: R goes back to now.")
    try tmux.type(":")
    try tmux.typeLiteral("as-at")
    try tmux.type("Enter", "C-u")
    try tmux.typeLiteral("2018-05-31")
    try tmux.type("Enter")
    try tmux.wait(for: "AS AT 31 May 2018")
    try tmux.type("4")
    try tmux.wait(for: "Construction indust")
    try tmux.type("1", "R")
    try tmux.wait(for: "Illicit trade in drugs")
    try tmux.wait(for: "27 Sep 2018")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
    let early = try program.open(arguments: "--as-at 2010")
    #expect(try early.waitForExit() == 65)
    try early.wait(for: "nothing is known of 2010: the board's log begins on 31 Dec 2015.")
  }

  private func withoutStamp(_ text: String) -> String {
    text.replacing(/,\n\s+"updated": \{[^}]*\}/, with: "")
  }
}
