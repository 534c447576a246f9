import Foundation
import TestSupport
import Testing

/// `export plan` and `import plan`, on the shipped board.
struct PlanCommandTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func run(_ arguments: String..., input: String? = nil) throws -> Shell.Answer {
    try shell.run(arguments + ["--board", shell.board], input: input)
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(shell.folder)/\(file)", encoding: .utf8)
  }

  private func write(_ text: String, to file: String) throws {
    try text.write(toFile: "\(shell.folder)/\(file)", atomically: true, encoding: .utf8)
  }

  @Test func `a plan that comes back unchanged leaves nothing to write`() throws {
    defer { shell.remove() }
    #expect(try run("export", "plan", "--output", "plan.csv").status == 0)
    let before = try shell.files()
    let answer = try run("import", "plan", "plan.csv", "--yes")
    #expect(answer.status == 0)
    #expect(answer.output.hasSuffix("\n0 added, 0 changed, 5 unchanged, 0 refused\n"))
    #expect(answer.errors == "There is nothing to write.\n")
    #expect(try shell.files() == before)
  }

  @Test(arguments: [
    (
      ["--format", "markdown"], "# City of London SOC Board: 4P action plan\n\n**OFFICIAL** · as at"
    ),
    (
      ["--area", "1", "--format", "csv"],
      "ID,Area,P,Phase,Recommendation,Lead,Milestone,"
    ),
    (["--format", "ics"], "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
    ([], "ID,Area,"),
  ])
  func `a plan goes to standard output in each format`(
    options: [String], beginning: String
  ) throws {
    defer { shell.remove() }
    let answer = try shell.run(["export", "plan", "--board", shell.board] + options)
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    #expect(answer.output.hasPrefix(beginning), "\(answer.output.prefix(200))")
  }

  @Test func `a file's name tells its format`() throws {
    defer { shell.remove() }
    for (file, beginning) in [
      ("a.md", "# City"), ("b.ics", "BEGIN:"), ("c.csv", "ID,"), ("d", "ID,"),
    ] {
      #expect(try run("export", "plan", "--output", file).status == 0)
      #expect(try text(file).hasPrefix(beginning))
    }
  }

  @Test func `a file that is there is replaced only when that is asked for`() throws {
    defer { shell.remove() }
    try write("mine", to: "plan.md")
    let answer = try run("export", "plan", "--output", "plan.md")
    #expect(answer.status == 73)
    #expect(answer.errors == "plan.md is there already. Give another name, or --replace.\n")
    #expect(try text("plan.md") == "mine")
    #expect(try run("export", "plan", "--output", "plan.md", "--replace").status == 0)
    #expect(try text("plan.md").hasPrefix("# City"))
    let left = try FileManager.default.contentsOfDirectory(atPath: shell.folder)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test(arguments: ["nowhere/plan.md", "/dev/full", "city"])
  func `what cannot be written is told, and nothing is lost`(file: String) throws {
    defer { shell.remove() }
    for option in [[], ["--replace"]] where file != "/dev/full" || option.isEmpty {
      let answer = try shell.run(
        ["export", "plan", "--output", file, "--board", shell.board] + option)
      #expect(answer.status == 73)
      #expect(answer.errors.hasPrefix("\(file) "))
    }
    #expect(try run("check").status == 0)
  }

  @Test func `an area that is not there is told with the nearest`() throws {
    defer { shell.remove() }
    let answer = try run("export", "plan", "--area", "Modern slavry")
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("There is no area “Modern slavry”. Perhaps: modern-slavery"))
    #expect(try run("export", "plan", "--area", "modern", "--format", "ics").status == 1)
  }

  @Test func `the plan is told as at a day`() throws {
    defer { shell.remove() }
    let answer = try run("export", "plan", "--format", "markdown", "--as-at", "2018-03-01")
    #expect(answer.status == 0)
    #expect(answer.output.contains("as at 1 March 2018\n"))
    #expect(!answer.output.contains("working group on acquisitive crime"))
  }

  @Test func `what is not public stays out of a public plan`() throws {
    defer { shell.remove() }
    #expect(
      try run("set", "construction-vulnerability", "marking=official-sensitive").status == 0)
    for format in ["csv", "markdown"] {
      let whole = try run("export", "plan", "--format", format)
      #expect(whole.output.contains("construction"))
      let answer = try run("export", "plan", "--format", format, "--audience", "public")
      #expect(answer.status == 0)
      #expect(!answer.output.contains("construction industry's vulnerability to"))
    }
  }

  static let sheet = """
    ID,Area,P,Recommendation,Lead,Milestone,Due,Ownership,Status,Reason
    construction-vulnerability,,,,Police: Modern Slavery,Site visits,30 Nov 2018,,Amber,No builder yet
    ,Fraud,Pursue,Arrest the couriers,City of London Police,,,,,

    """.replacing(",,\n\n", with: ",,\n")

  @Test func `a sheet is shown first, written as one act, and taken back`() throws {
    defer { shell.remove() }
    try write(Self.sheet, to: "plan.csv")
    let before = try shell.files()
    let shown = try run("import", "plan", "plan.csv")
    #expect(shown.status == 0)
    #expect(shown.errors == "Nothing was written: --yes writes it.\n")
    #expect(try shell.files() == before)
    let lines = shown.output.split(separator: "\n")
    #expect(
      lines.first
        == "changed    Work on the construction industry's vulnerability to modern slavery (line 2)"
    )
    #expect(lines.contains("           lead: nothing → Police: Modern Slavery"))
    #expect(lines.contains("added      Arrest the couriers (line 3)"))
    #expect(lines.last == "1 added, 1 changed, 0 unchanged, 0 refused")
    let written = try run("import", "plan", "plan.csv", "--yes")
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output == shown.output)
    #expect(
      written.errors == "It was written as one act, which “socboard undo” takes back.\n")
    #expect(try shell.text(of: "log/tester.jsonl").split(separator: "\n").count == 1)
    let action = try shell.json(of: "actions/construction-vulnerability.json")
    #expect(action["status"] as? String == "amber")
    #expect(action["lead"] as? String == "police-modern-slavery")
    let again = try run("import", "plan", "plan.csv", "--json")
    #expect(try (again.json() as? [String: Any])?["unchanged"] as? Int == 2, "\(again.output)")
    #expect(try run("check").status == 0)
    #expect(try run("undo").status == 0)
    #expect(
      try run("export", "plan").output
        == (try Shell().run(["export", "plan", "--board", "city"]).output))
  }

  @Test func `a refused row stops all, unless it is to be left out`() throws {
    defer { shell.remove() }
    let sheet = Self.sheet + ",Fraud,Pursue,Another,Scotland Yard,,,,,\n"
    let before = try shell.files()
    let answer = try run("import", "plan", "-", "--yes", input: sheet)
    #expect(answer.status == 65)
    #expect(answer.output.contains("refused    Another (line 4)\n"))
    #expect(answer.output.contains("standard input, line 4, column 5, Lead: there is no partner"))
    #expect(
      answer.errors == "Nothing was written. Mend the rows that are refused, or leave them out "
        + "with --skip-refused.\n")
    #expect(try shell.files() == before)
    let rest = try run("import", "plan", "-", "--yes", "--skip-refused", input: sheet)
    #expect(rest.status == 0)
    #expect(rest.output.hasSuffix("\n1 added, 1 changed, 0 unchanged, 1 refused\n"))
    let added = try run("import", "plan", "-", "--yes", "--add-partners", input: sheet)
    #expect(added.status == 0)
    #expect(added.output.contains("added      Scotland Yard (line 4)\n"))
  }

  @Test func `the preview is data for programs`() throws {
    defer { shell.remove() }
    let answer = try run(
      "import", "plan", "-", "--json", "--today", "2018-09-27", input: Self.sheet)
    let preview = try #require(try answer.json() as? [String: Any])
    #expect(answer.status == 0)
    #expect(preview["isWritten"] as? Bool == false)
    #expect(preview["changed"] as? Int == 1 && preview["added"] as? Int == 1)
    let rows = try #require(preview["rows"] as? [[String: Any]])
    #expect(rows[0]["record"] as? String == "actions/construction-vulnerability")
    let changes = try #require(rows[0]["changes"] as? [[String: Any]])
    #expect(
      changes.contains { $0["field"] as? String == "status" && $0["new"] as? String == "amber" })
    let history = changes.first { ($0["field"] as? String)?.hasSuffix(".at") == true }
    #expect(history?["new"] as? String == "2018-09-27")
  }

  @Test(arguments: [
    ("", "standard input, line 1, column 1: there is nothing here."),
    ("Lead,Due\n", "standard input, line 1: no column is headed “Recommendation” or “ID”."),
    ("ID,Action\n\u{1B}[2J,x\n", "standard input, line 2, column 1: a control character (U+001B)"),
  ])
  func `what is no sheet is refused`(sheet: String, sentence: String) throws {
    defer { shell.remove() }
    let answer = try run("import", "plan", "-", "--yes", input: sheet)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix(sentence), "\(answer.errors)")
    #expect(answer.isHarmless)
  }

  @Test func `every command that the page on commands shows runs`() throws {
    defer { shell.remove() }
    let commands = try House.text("docs/commands.md").split(separator: "\n").filter {
      $0.hasPrefix("    socboard ")
    }
    #expect(commands.count >= 5)
    for command in commands {
      let words = command.split(separator: "#")[0].split(separator: " ").dropFirst().map(
        String.init)
      let answer = try shell.run(words, environment: ["SOCBOARD": shell.board])
      #expect(answer.status == 0, "\(command): \(answer.errors)")
    }
  }
}
