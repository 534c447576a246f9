import Glibc
import TestSupport
import Testing

struct LendingTests {
  @Test func `Ctrl-Z goes back to the shell, and fg to the card`() throws {
    let tmux = try Tmux.probeInShell()
    try tmux.type("j", "C-z")
    try tmux.wait(for: "Stopped")
    #expect(!(try tmux.screen()).contains("input +input"))
    try tmux.resize(width: 70, height: 30)
    try tmux.typeLiteral("stty -a; echo typed by a person")
    try tmux.type("Enter")
    try tmux.wait(for: "\ntyped by a person")
    try tmux.typeLiteral("fg")
    try tmux.type("Enter")
    try tmux.wait(for: "│70x30 ")
    try tmux.wait(for: "1 key j")
    try tmux.type("k")
    try tmux.wait(for: "key k")
    #expect(!(try tmux.screen()).contains("typed by a person"))
    try tmux.type("q")
    try tmux.wait(for: "typed by a person")
  }

  @Test func `stopped from outside, the card comes back whole`() throws {
    let tmux = try Tmux.probeInShell()
    let card = try tmux.screen()
    try tmux.signal(SIGSTOP)
    try tmux.wait(for: "Stopped")
    try tmux.typeLiteral("clear; fg")
    try tmux.type("Enter")
    try tmux.wait(until: "the card is back") { $0 == card }
    try tmux.type("j")
    try tmux.wait(for: "1 key j")
  }

  @Test func `SIGTSTP stops the program as Ctrl-Z does`() throws {
    let tmux = try Tmux.probeInShell()
    try tmux.signal(SIGTSTP)
    try tmux.wait(for: "Stopped")
    try tmux.typeLiteral("fg")
    try tmux.type("Enter")
    try tmux.wait(for: "input +input")
  }

  @Test func `where nobody could continue it, Ctrl-Z only repaints`() throws {
    let tmux = try Tmux.probe()
    try tmux.type("C-z", "j")
    try tmux.wait(for: "2 key j")
  }

  @Test func `a program that borrows the terminal gets it as a shell would give it`() throws {
    let tmux = try Tmux.probe(environment: [
      "PROBE_PROGRAM": "grep SigBlk /proc/self/status; stty -a; read -r line; exit 3"
    ])
    try tmux.type("e")
    try tmux.wait(for: "SigBlk: 0000000000000000")
    try tmux.wait(for: " icanon")
    try tmux.wait(for: " echo ")
    try tmux.resize(width: 70, height: 40)
    try tmux.type("Enter")
    try tmux.wait(for: "ended with 3")
    try tmux.wait(for: "│70x40 ")
    try tmux.type("j")
    try tmux.wait(for: "key j")
  }

  @Test func `interrupting the borrower does not end the program`() throws {
    let tmux = try Tmux.probe(environment: ["PROBE_PROGRAM": "echo lent; exec cat"])
    try tmux.type("e")
    try tmux.wait(for: "lent")
    try tmux.type("C-c")
    try tmux.wait(for: "ended with 130")
    try tmux.type("j")
    try tmux.wait(for: "key j")
  }

  @Test func `stopping the borrower goes back to the shell, and fg to the borrower`() throws {
    let tmux = try Tmux.probeInShell(environment: ["PROBE_PROGRAM": "echo lent; exec cat"])
    try tmux.type("e")
    try tmux.wait(for: "lent")
    try tmux.type("C-z")
    try tmux.wait(for: "Stopped")
    try tmux.typeLiteral("fg")
    try tmux.type("Enter")
    try tmux.wait(for: "ready> fg\n\(House.program("terminal-probe").prefix(20))")
    try tmux.typeLiteral("still here")
    try tmux.type("Enter")
    try tmux.wait(for: "still here\nstill here")
    try tmux.type("C-d")
    try tmux.wait(for: "ended with 0")
  }

  @Test func `a program that cannot be started is named`() throws {
    let tmux = try Tmux.probe(width: 120)
    try tmux.type("E")
    try tmux.wait(for: "“no-such-program” could not be started: No such file or directory.")
  }
}
