import Foundation
import TestSupport
import Testing

/// `export register`, `import issues` and `rank`, on the shipped board.
struct RegisterCommandTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func run(_ arguments: String..., input: String? = nil) throws -> Shell.Answer {
    try shell.run(arguments + ["--board", shell.board], input: input)
  }

  private static let sheet = """
    Threat,Volume,Theme,Officer
    CSE,3,,
    Courier fraud,1,,desk 4

    """

  @Test func `a register that comes back unchanged leaves nothing to write`() throws {
    defer { shell.remove() }
    #expect(try run("export", "register", "--output", "register.csv").status == 0)
    let before = try shell.files()
    let answer = try run("import", "issues", "register.csv", "--yes")
    #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
    #expect(answer.output.hasSuffix("\n0 added, 0 changed, 7 unchanged, 0 refused\n"))
    #expect(answer.errors == "There is nothing to write.\n")
    #expect(try shell.files() == before)
  }

  @Test(arguments: [
    (["--format", "markdown"], "# City of London SOC Board: register of issues\n\n**OFFICIAL**"),
    (["--format", "json"], "{\n  \"as_at\": "),
    ([], "ID,Title,Text,Theme,"),
    (["--context", "block-3", "--by", "risk"], "ID,Title,Text,Theme,"),
  ])
  func `a register goes to standard output in each format`(
    options: [String], beginning: String
  ) throws {
    defer { shell.remove() }
    let answer = try shell.run(["export", "register", "--board", shell.board] + options)
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    #expect(
      answer.output.hasPrefix(beginning) || answer.output.hasPrefix("\u{FEFF}" + beginning),
      "\(answer.output.prefix(200))")
  }

  @Test func `a file's name tells its format, and is not replaced unasked`() throws {
    defer { shell.remove() }
    for (file, beginning) in [("a.md", "# City"), ("b.json", "{"), ("c.csv", "ID,"), ("d", "ID,")] {
      #expect(try run("export", "register", "--output", file).status == 0)
      let text = try String(contentsOfFile: "\(shell.folder)/\(file)", encoding: .utf8)
      #expect(text.replacing("\u{FEFF}", with: "").hasPrefix(beginning))
    }
    let again = try run("export", "register", "--output", "a.md")
    #expect(again.status == 73)
    #expect(again.errors == "a.md is there already. Give another name, or --replace.\n")
    #expect(try run("export", "register", "--output", "a.md", "--replace").status == 0)
  }

  @Test func `a place that is not there is refused with the known ones`() throws {
    defer { shell.remove() }
    let answer = try run("export", "register", "--context", "block-9")
    #expect(answer.status == 64)
    #expect(answer.errors.hasPrefix("“block-9” is not a place or period of this board."))
  }

  @Test func `a sheet is shown first, written as one act, and taken back`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    let shown = try run("import", "issues", "-", input: Self.sheet)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.errors == "Nothing was written: --yes writes it.\n")
    #expect(try shell.files() == before)
    let lines = shown.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Columns: Title from “Threat”, Volume, Theme")
    #expect(lines[1] == "Columns kept as notes: “Officer”")
    #expect(lines.contains("changed    CSE (line 2)"))
    #expect(lines.contains("           volume: 0.5 → 3"))
    #expect(lines.contains("added      Courier fraud (line 3)"))
    #expect(lines.contains("           emerging · 1 value"))
    #expect(lines.contains { $0.contains("line 3, Individual: is unscored, with 10 more: ") })
    #expect(lines.last == "1 added, 1 changed, 0 unchanged, 0 refused")
    let written = try run(
      "import", "issues", "-", "--yes", "--stage", "registered", input: Self.sheet)
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.errors == "It was written as one act, which “socboard undo” takes back.\n")
    #expect(try shell.text(of: "log/tester.jsonl").split(separator: "\n").count == 1)
    let rank = try run("rank", "--json").rows()
    #expect(rank.first?["op_grading"] as? Double == 308)
    #expect(try run("check").status == 0)
    #expect(try run("undo").status == 0)
    #expect(
      try run("list", "issues").output == Shell().run("list", "issues", "--board", "city").output)
  }

  @Test func `a refused issue stops all, unless it is to be left out`() throws {
    defer { shell.remove() }
    let sheet = Self.sheet + "Fraud by post,9,Drugs,\n"
    let before = try shell.files()
    let answer = try run("import", "issues", "-", "--yes", input: sheet)
    #expect(answer.status == 65)
    #expect(answer.output.contains("refused    Fraud by post (line 4)\n"))
    #expect(
      answer.output.contains(
        "standard input, line 4, column 2, Volume: “9” is not on the scale. Use one of: 0.5, 1,"))
    #expect(answer.output.contains("Theme: there is no theme “Drugs”."))
    #expect(
      answer.errors == "Nothing was written. Mend the rows that are refused, or leave them out "
        + "with --skip-refused.\n")
    #expect(try shell.files() == before)
    let rest = try run("import", "issues", "-", "--yes", "--skip-refused", input: sheet)
    #expect(rest.status == 0)
    #expect(rest.output.hasSuffix("\n1 added, 1 changed, 0 unchanged, 1 refused\n"))
    let added = try run(
      "import", "issues", "-", "--yes", "--add-themes", "--column", "Volume=-", input: sheet)
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.output.contains("added      theme Drugs\n"))
    #expect(try shell.text(of: "board.json").contains("\"title\": \"Drugs\""))
  }

  @Test func `what looks like personal data is kept only where that is asked for`() throws {
    defer { shell.remove() }
    let sheet = "Title,Text\nA new one,Ring 020 7946 0958\n"
    let answer = try run("import", "issues", "-", "--yes", input: sheet)
    #expect(answer.status == 65)
    #expect(answer.output.contains("“020 7946 0958” looks like a telephone number."))
    #expect(
      try run("import", "issues", "-", "--yes", "--keep-personal-data", input: sheet).status == 0)
  }

  @Test func `the preview is data for programs`() throws {
    defer { shell.remove() }
    let answer = try run("import", "issues", "-", "--json", input: Self.sheet)
    let preview = try #require(try answer.json() as? [String: Any])
    #expect(preview["isWritten"] as? Bool == false)
    #expect(preview["changed"] as? Int == 1 && preview["added"] as? Int == 1)
    let columns = try #require(preview["columns"] as? [[String: Any]])
    #expect(columns.map { $0["field"] as? String } == ["Title", "Volume", "Theme", "notes"])
    let rows = try #require(preview["rows"] as? [[String: Any]])
    #expect(rows[0]["record"] as? String == "issues/cse")
    #expect(rows[0]["changes"] as? [String] == ["volume: 0.5 → 3"])
  }

  @Test(arguments: [
    (["--column", "Threat"], 64, "“Threat” is not HEADING=FIELD"),
    (["--column", "Threat=title", "--column", "Threat=text"], 64, "“Threat” is given twice."),
    (["--column", "Nothing=title"], 65, "no column is headed “Nothing”"),
    (["--stage", "dismissed"], 64, "--stage takes emerging or registered."),
    (["--marking", "secret"], 64, "There is no marking “secret”. Use one of: OFFICIAL"),
  ])
  func `what cannot be meant is refused`(
    options: [String], status: Int32, sentence: String
  ) throws {
    defer { shell.remove() }
    let answer = try shell.run(
      ["import", "issues", "-", "--board", shell.board] + options, input: Self.sheet)
    #expect(answer.status == status)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains(sentence), "\(answer.errors)")
  }

  @Test func `a long sheet lists what is to be looked at, and counts the rest`() throws {
    defer { shell.remove() }
    let sheet =
      "Title,Theme\n" + (1...620).map { "Number \($0) of nothing in particular,\n" }.joined()
      + "Bad,Nowhere\n"
    let answer = try run("import", "issues", "-", "--column", "Theme=theme", input: sheet)
    #expect(answer.status == 65)
    #expect(answer.output.contains("refused    Bad (line 622)\n"))
    #expect(answer.output.contains("\n… and 120 more added, 120 of them with a remark: --json "))
    #expect(answer.isHarmless)
  }

  @Test func `a place is meant by its title, too, and help tells the stages that are taken`() throws
  {
    defer { shell.remove() }
    let title = try run("export", "register", "--context", "illustration, block 3")
    #expect(try title.output == run("export", "register", "--context", "block-3").output)
    let help = try shell.run(["import", "issues", "--help"]).output
    #expect(help.contains("emerging, registered") && !help.contains("dismissed"))
  }

  // MARK: rank

  @Test func `the public is told no gap, and no cut by places`() throws {
    defer { shell.remove() }
    #expect(try run("set", "board", "cuts.morile-2015.top=2").status == 0)
    let answer = try run("rank", "--public")
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    #expect(!answer.output.contains("Cut") && !answer.output.contains("w  "))
    let rows = try run("rank", "--public", "--json").rows()
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0["is_working"] == nil && $0["cut"] == nil })
  }

  @Test func `the cut and the agencies' spread are told where there are any`() throws {
    defer { shell.remove() }
    #expect(try run("set", "board", "cuts.morile-2015.top=2").status == 0)
    for (agency, volume) in [("police", "3"), ("fire", "0.5"), ("health", "1")] {
      let added = try run(
        "add", "scorecard", "issue=cse", "model=morile-2015", "modelVersion=2015-12",
        "basis=agency", "agency=\(agency)", "marking=official", "values.volume.value=\(volume)")
      #expect(added.status == 0, "\(added.errors)")
    }
    let answer = try run("rank")
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasSuffix("Bounds  Cut          Spread"))
    #expect(lines[1].hasSuffix("above        3 agencies, 3 steps apart"))
    #expect(lines[3].hasSuffix("just missed"))
    #expect(lines[4].hasSuffix("below"))
    let rows = try run("rank", "--json").rows()
    #expect(rows.map { $0["cut"] as? String } == ["above", "above", "just missed", "below"])
    #expect(rows[0]["spread_steps"] as? Int == 3)
    #expect(rows[0]["disputed"] as? [String] == ["volume"])
    #expect(rows[1]["spread_steps"] == nil)
  }

  @Test func `the picture shows places, and what each is called`() throws {
    defer { shell.remove() }
    let answer = try run("rank", "--picture")
    #expect(answer.status == 0)
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    #expect(lines[0] == "Harm upwards, Likelihood to the right")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains("1  CSE"))
    #expect(try run("rank", "--picture", "--json").status == 64)
  }
}
