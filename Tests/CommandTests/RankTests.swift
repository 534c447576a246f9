import Testing

struct RankTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `both orders stand side by side, with the cause of each swap`() throws {
    defer { shell.remove() }
    let answer = try shell.run("rank", "--board", shell.board)
    #expect(answer.status == 0)
    #expect(
      answer.output == """
        by grade  by risk     Issue                Risk  Grade  Share  Bounds
               1        2  w  CSE                    99    198  19.6%
               2        1  w  Modern Slavery        169    169  33.5%
               3        3  w  Aggravated Burglary  58.5   35.1  11.6%
               4        4  w  Dwelling Burglary      24   14.4   4.8%
        CSE above Modern Slavery: OP 6 ×2 against OP 5 ×1
        w: nobody has agreed the score yet

        """)
    #expect(answer.errors == "3 issues have no score.\n")
  }

  @Test func `a place or period overrides the baseline`() throws {
    defer { shell.remove() }
    let answer = try shell.run(
      "rank", "--board", shell.board, "--context", "block-3", "--by", "risk", "--top", "2",
      "--json")
    let rows = try answer.rows()
    #expect(answer.status == 0)
    #expect(rows.map { $0["id"] as? String } == ["modern-slavery-illustration", "cse"])
    #expect(rows.map { $0["risk"] as? Double } == [169, 154])
    #expect(rows.map { $0["op_grading"] as? Double } == [169, 308])
    #expect(rows.map { $0["rank_by_grading"] as? Int } == [2, 1])
    #expect(rows.map { $0["title"] as? String } == ["Modern Slavery", "CSE"])
    #expect(rows[1]["stands_above"] as? String == "modern-slavery-illustration")
    #expect(rows[1]["swap_cause"] as? String == "OP 6 ×2 against OP 5 ×1")
  }

  @Test func `a grade that rests on an assumption shows its bounds`() throws {
    defer { shell.remove() }
    let card = "scorecards/aggravated-burglary-block-1.json"
    let capability = "\"capability\": {\n      \"value\": 1\n"
    try shell.write(
      try shell.text(of: card).replacing(capability, with: capability.replacing("1", with: "2")),
      to: card)
    let answer = try shell.run("rank", "--board", shell.board)
    let lines = answer.output.split(separator: "\n")
    #expect(
      lines.contains(
        "       3        3  w  Aggravated Burglary  58.5  ~46.8  11.6%  35.1 to 58.5"))
    #expect(lines.last == "~: the grade rests on an assumed multiplier")
    let json = try shell.run("rank", "--board", shell.board, "--json")
    let row = try json.rows()[2]
    #expect(row["op_grading_low"] as? Double == 35.1)
    #expect(row["op_grading_high"] as? Double == 58.5)
    #expect(row["is_assumed"] as? Bool == true)
  }

  @Test func `an unknown place is refused with the known ones`() throws {
    defer { shell.remove() }
    let answer = try shell.run("rank", "--board", shell.board, "--context", "block-9")
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "“block-9” is not a place or period of this board. "
        + "Use one of: block-2, block-3.\n")
  }

  @Test func `a model with a hole ranks nothing`() throws {
    defer { shell.remove() }
    try shell.write(
      try shell.text(of: "models/morile-2015.json").replacing(
        "    \"4\": {\n      \"basis\": \"assumed\",\n      \"value\": 1\n    },\n", with: ""),
      to: "models/morile-2015.json")
    let answer = try shell.run("rank", "--board", shell.board)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("multipliers has no entry for 4"))
  }

  @Test func `a ranking of part of the files says so`() throws {
    defer { shell.remove() }
    try shell.write("{", to: "issues/cse.json")
    let answer = try shell.run("rank", "--board", shell.board, "--json")
    #expect(answer.status == 1)
    #expect(try answer.rows().count == 3)
    #expect(answer.errors.hasPrefix("issues/cse.json, line 1, column 2: "))
  }
}
