import Testing

struct CheckTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `the shipped board is clean`() throws {
    defer { shell.remove() }
    let answer = try shell.run("check", shell.board)
    #expect(answer.status == 0)
    #expect(answer.output.hasSuffix(" records, nothing wrong.\n"))
    #expect(answer.output.split(separator: "\n").count == 1)
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
    #expect(lines.last?.hasSuffix(" records, \(lines.count - 1) problems.") == true)
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

  @Test func `checking changes nothing`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    _ = try shell.run("check", shell.board)
    #expect(try shell.files() == before)
  }
}
