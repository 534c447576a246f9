import Testing

struct CheckTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `the shipped board is clean`() throws {
    defer { shell.remove() }
    let answer = try shell.run("check", shell.board)
    #expect(answer.status == 0)
    #expect(answer.output.hasSuffix(" records, nothing wrong.\n"))
    #expect(
      answer.output.split(separator: "\n").filter { $0.contains(".json") } == [
        "requests/refused-data-protection.json, decided: is not told, though it was refused. "
          + "Say on which day, if it is known."
      ])
    #expect(answer.errors.isEmpty)
    let json = try shell.run("check", shell.board, "--json")
    #expect(json.status == 0)
    #expect(json.output == "[]\n")
    #expect(json.errors.isEmpty)
  }

  @Test func `every problem is a line with its place and remedy`() throws {
    defer { shell.remove() }
    try shell.write("{\"title\": \"CSE\",}", to: "issues/cse.json")
    try shell.write(
      try shell.text(of: "scorecards/dwelling-burglary-block-1.json")
        .replacing("\"value\": 2", with: "\"value\": 7"),
      to: "scorecards/dwelling-burglary-block-1.json")
    let answer = try shell.run("check", "--board", shell.board)
    let lines = answer.output.split(separator: "\n")
    #expect(answer.status == 1)
    #expect(lines.contains { $0.hasPrefix("issues/cse.json, line 1, column 16: ") })
    #expect(
      lines.contains(
        "scorecards/dwelling-burglary-block-1.json, values.frequency: is 7, which is not on the "
          + "scale of this criterion. Use one of: 0.5, 1, 2, 3."))
    let problems = lines.count { $0.contains(".json") && !$0.hasPrefix("requests/") }
    #expect(lines.last?.hasSuffix(" records, \(problems) problems.") == true)
    #expect(answer.errors.isEmpty)
  }

  @Test func `problems are objects under --json`() throws {
    defer { shell.remove() }
    try shell.write("{\"title\": \"CSE\",}", to: "issues/cse.json")
    let answer = try shell.run("check", shell.board, "--json")
    let problem = try #require(
      try answer.rows().first { $0["file"] as? String == "issues/cse.json" })
    #expect(answer.status == 1)
    #expect(answer.errors.isEmpty)
    #expect(problem["line"] as? Int == 1)
    #expect(problem["column"] as? Int == 16)
    #expect((problem["problem"] as? String)?.isEmpty == false)
    #expect((problem["remedy"] as? String)?.isEmpty == false)
  }

  @Test(arguments: [[], ["--json"]])
  func `a damaged board file is a problem like others`(options: [String]) throws {
    defer { shell.remove() }
    try shell.write("{", to: "board.json")
    let answer = try shell.run(["check", shell.board] + options)
    #expect(answer.status == 1)
    #expect(answer.output.contains("board.json"))
    #expect(answer.errors.isEmpty)
  }

  @Test func `a format from the future is refused`() throws {
    defer { shell.remove() }
    try shell.write(
      try shell.text(of: "board.json").replacing("\"format\": 1", with: "\"format\": 2"),
      to: "board.json")
    let answer = try shell.run("check", shell.board)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "board.json is written in format 2, and this program knows formats up to 1. "
        + "Use a newer socboard.\n")
  }

  @Test func `a folder without a board is no board`() throws {
    defer { shell.remove() }
    let answer = try shell.run("check", shell.folder)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "\(shell.folder) is not a board: it has no board.json. "
        + "Make a board with “socboard init”.\n")
  }

  @Test func `what actions lack stands behind the problems, by action, and is none`() throws {
    defer { shell.remove() }
    try shell.write(
      try shell.text(of: "actions/example-cyber-protect.json").replacing("official", with: "odd"),
      to: "actions/example-cyber-protect.json")
    let answer = try shell.run("check", shell.board, "--today", "2018-09-27")
    #expect(answer.status == 1)
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("actions/example-cyber-protect.json") == true)
    let start = try #require(
      lines.firstIndex { $0.hasPrefix("actions/construction-vulnerability: Work on the") })
    #expect(
      Array(lines[(start + 1)...(start + 3)]) == [
        "  no milestone. Give it a milestone with a date, with w.",
        "  no lead. Say who answers for it, with p.", "  no owner. Say who does it, with p.",
      ])
    #expect(lines.contains { $0.hasPrefix("  late by 910 days. Tick off “Briefing") })
  }

  @Test(arguments: [("2016-03-31", 0), ("2016-04-01", 1), ("2018-09-27", 1)])
  func `what actions lack is told as on a day`(today: String, late: Int) throws {
    defer { shell.remove() }
    let text = try shell.run("check", shell.board, "--shortcomings", "--today", today)
    #expect(text.status == 0)
    #expect(text.output.ranges(of: "late by").count == late)
    #expect(!text.output.contains("records"))
    let rows = try shell.run(
      "check", shell.board, "--shortcomings", "--json", "--today", today
    ).rows().filter { $0["file"] == nil }
    #expect(rows.count { $0["kind"] as? String == "overdue" } == late)
    #expect(rows.allSatisfy { Set($0.keys) == ["action", "kind", "what", "remedy"] })
    #expect(Set(rows.compactMap { $0["action"] as? String }).count == 5)
    #expect(text.errors.isEmpty)
  }

  @Test func `no title passes for a line of the check`() throws {
    defer { shell.remove() }
    let file = "actions/construction-vulnerability.json"
    try shell.write(
      try shell.text(of: file).replacing("\"Work", with: "\"A\\n0 records, 1 problem.\\n"),
      to: file)
    let answer = try shell.run("check", shell.board, "--shortcomings")
    #expect(answer.isHarmless)
    #expect(!answer.output.split(separator: "\n").contains("0 records, 1 problem."))
    #expect(answer.output.contains("0 records, 1 problem."))
  }

  @Test func `today is a day`() throws {
    defer { shell.remove() }
    #expect(try shell.run("check", shell.board, "--today", "2018-09").status == 64)
  }

  @Test func `checking changes nothing`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    _ = try shell.run("check", shell.board)
    #expect(try shell.files() == before)
  }
}
