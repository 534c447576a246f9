import TestSupport
import Testing

struct RefusalTests {
  @Test func `a terminal that cannot place its cursor is refused, with what to do`() throws {
    let tmux = try Tmux(
      width: 250, command: House.program("terminal-probe"), environment: ["TERM": "dumb"])
    #expect(try tmux.waitForExit() == 1)
    let screen = try tmux.screen()
    #expect(screen.contains("TERM=dumb"))
    #expect(screen.contains("“socboard list areas” or “socboard rank”"))
  }

  @Test func `without a terminal the commands that need none are named`() throws {
    let (status, output) = try ChildProcess.run(
      ["setsid", "--wait", House.program("terminal-probe")])
    #expect(status == 1)
    #expect(
      output == """
        There is no terminal to show the board on (/dev/tty cannot be opened). \
        The commands need none: try “socboard list areas” or “socboard rank”.

        """)
  }
}
