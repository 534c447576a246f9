import Testing

/// What holds for the command line as a whole.
struct CommandLineTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `help names every command and goes to standard output`() throws {
    defer { shell.remove() }
    let answer = try shell.run("--help")
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    for command in [
      "open", "init", "check", "score", "rank", "list", "show", "add", "set", "log", "undo",
      "export", "import",
    ] {
      #expect(answer.output.contains("\n  \(command) "), "\(command)")
    }
  }

  @Test(arguments: [
    ["--nope"], ["rank", "--by", "luck"], ["rank", "--top", "0"], ["rank", "--top", "many"],
    ["check", "a", "b"], ["show"], ["list"], ["set"], ["set", "cse"], ["add"], ["undo", "last"],
    ["undo", "7", "--redo"], ["log", "--since", "yesterday"], ["list", "areas", "--as-at", "then"],
    ["export", "plan", "--format", "pdf"], ["export", "plan", "--audience", "all"],
    ["export", "plan", "--replace"], ["import", "plan"],
    ["set", "cse", "title=x", "--effective", "soon"], ["--today", "2018-02-30"],
    ["--today", "2018"],
    ["--ascii", "--utf8"], ["--color", "always"],
  ])
  func `a command line that cannot be understood ends with 64`(arguments: [String]) throws {
    defer { shell.remove() }
    let answer = try shell.run(arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("Error: "))
  }

  @Test func `a board that is not there is not opened`() throws {
    defer { shell.remove() }
    let answer = try shell.run("open", "nowhere")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "nowhere cannot be read: it is not there. Check the path.\n")
  }
}
