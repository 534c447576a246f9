import Domain
import Foundation
import Screen
import TestSupport
import Testing
import Workspace

/// The table of commands, and what follows from it.
struct CommandTableTests {
  @Test func `every command stands in the table once`() {
    let listed = CommandTable.entries.map(\.command)
    #expect(Set(listed) == Set(Command.allCases))
    #expect(listed.count == Command.allCases.count)
  }

  @Test func `every command can be found by its name in the palette`() throws {
    for command in Command.allCases {
      var desk = Desk(try .shipped())
      desk.press(":")
      desk.type(command.rawValue)
      #expect(desk.rows.contains { $0.contains(">") && $0.contains(command.rawValue) })
    }
  }

  @Test func `a sentence says what each command does`() {
    for entry in CommandTable.entries {
      #expect(entry.sentence.hasSuffix("."))
      #expect(entry.sentence.count > 8)
    }
  }

  @Test func `in a pane's own keys lower case and punctuation mean what they mean elsewhere`() {
    let general: Set<Key> = ["G", "N", "O", "P", "R", "U", "V"]
    for entry in CommandTable.entries {
      guard case .pane = entry.scope else { continue }
      // A nil return is recorded with its letter, as the other states are.
      guard entry.command != .recordNil else { continue }
      for keys in entry.keys { #expect(general.isDisjoint(with: keys)) }
    }
  }

  @Test func `a command that is off says why, and does nothing`() throws {
    var desk = Desk(.bare)
    for keys in ["s", "i", "e", "J", "C"] as [Key] {
      desk.press(keys)
      #expect(desk.shows("no area is selected."))
    }
    desk.press("4", "+")
    #expect(desk.shows("no issue is selected."))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test func `an unknown key says where the keys are listed`() throws {
    var desk = Desk(try .shipped())
    desk.press("Z")
    #expect(desk.shows("Z means nothing here: ? lists the keys."))
    desk.press("g", "x")
    #expect(desk.shows("gx means nothing here"))
  }

  @Test func `the keys page is the table`() throws {
    let kept = try? House.text("docs/keys.md")
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
      try CommandTable.markdown.write(
        to: House.root.appending(path: "docs/keys.md"), atomically: true, encoding: .utf8)
      Testing.Issue.record("Recorded docs/keys.md: look at it before you keep it.")
      return
    }
    #expect(kept == CommandTable.markdown)
  }

  @Test func `help lists the keys of the pane and typing narrows it`() throws {
    var desk = Desk(try .shipped())
    desk.press("?")
    desk.type("profile")
    #expect(desk.shows("edit-profile"))
    #expect(!desk.shows("set-status"))
    desk.press(.enter)
    guard case .edit? = desk.takeEffects().first else {
      Testing.Issue.record("Enter did not ask for the command.")
      return
    }
  }

  @Test func `a paste outside a text field is no command`() throws {
    var desk = Desk(try .shipped())
    desk.send(.input(.paste("4\nqq:quit\n")))
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.state.pane == .areas)
    #expect(desk.shows("Pasted text was ignored"))
  }

  @Test func `a paste into a field is one line and submits nothing`() throws {
    var desk = Desk(try .shipped())
    desk.press("a")
    desk.send(.input(.paste("Fire\narms\r\nx")))
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows(">Title    Fire arms x"))
    desk.send(.input(.paste(String(repeating: "a", count: 100_000))))
    #expect(desk.shows("A line holds 10000 characters: the pasted 100000 were not taken."))
    #expect(desk.shows(">Title    Fire arms x"))
  }
}
