import Testing

/// `list` and `show`.
struct RecordCommandTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `records of a kind are listed in their order`() throws {
    defer { shell.remove() }
    let answer = try shell.run("list", "areas", "status=focus", "--board", shell.board)
    #expect(answer.status == 0)
    #expect(
      answer.output == """
        modern-slavery          Modern slavery
        illicit-trade-in-drugs  Illicit trade in drugs
        fraud                   Fraud

        """)
    #expect(answer.errors.isEmpty)
  }

  @Test(arguments: [
    ([], 10), (["status=focus"], 3), (["number="], 2), (["status=monitored", "number=4"], 1),
    (["statusHistory.focus-2018-07-03.on=2018-07-03"], 3), (["status=closed"], 0),
  ])
  func `conditions narrow a list, all of them`(filters: [String], count: Int) throws {
    defer { shell.remove() }
    let answer = try shell.run(
      ["list", "areas"] + filters + ["--json", "--board", shell.board])
    #expect(answer.status == 0)
    #expect(try answer.rows().count == count)
    #expect(answer.errors.isEmpty)
  }

  @Test func `objects have the field names of the files, and an id`() throws {
    defer { shell.remove() }
    let answer = try shell.run("list", "area", "number=1", "--json", "--board", shell.board)
    let file = try shell.json(of: "areas/modern-slavery.json")
    let row = try #require(try answer.rows().first)
    #expect(row["id"] as? String == "modern-slavery")
    #expect(Set(row.keys) == Set(file.keys).union(["id"]))
    #expect(row["title"] as? String == file["title"] as? String)
  }

  @Test func `an unknown kind is refused with the known ones`() throws {
    defer { shell.remove() }
    let answer = try shell.run("list", "zebras", "--board", shell.board)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("“zebras” is not a kind of record. Use one of: models, areas,"))
  }

  @Test func `a condition that is none is refused`() throws {
    defer { shell.remove() }
    let answer = try shell.run("list", "areas", "focus", "--board", shell.board)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors == "“focus” is not FIELD=VALUE, such as p=pursue.\n")
  }

  @Test func `a condition on a field that no record has is refused`() throws {
    defer { shell.remove() }
    let answer = try shell.run("list", "areas", "titel=Fraud", "--board", shell.board)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors == "“titel” is no field of areas. Perhaps: title.\n")
  }

  @Test func `a field with three values is told of once, and what stands as it stands`() throws {
    defer { shell.remove() }
    func version(_ value: String, _ by: String) -> String {
      #"{"at": "2018-09-27T08:00:00Z", "by": "\#(by)", "value": "\#(value)"}"#
    }
    func entry(_ kept: String, _ other: String) -> String {
      #"{"base": null, "field": "notes", "kept": \#(kept), "other": \#(other)}"#
    }
    let (first, second) = (version("A", "anna"), version("B", "ben"))
    let entries = [entry(first, second), entry(version("C", "carl"), first)]
    try shell.write(
      try shell.text(of: "issues/cse.json")
        .replacing("\n}\n", with: ",\n\"conflicts\": [\(entries.joined(separator: ","))]\n}\n"),
      to: "issues/cse.json")
    #expect(try shell.run("set", "cse", "notes=C", "--board", shell.board).status == 0)
    let checked = try shell.run("check", shell.board)
    #expect(
      checked.output.contains(#"notes: has two values: "C" of carl stands, "B" of ben does not."#))
    #expect(
      checked.output.contains(#"notes: has two values: "C" of carl stands, "A" of anna does not."#))
    let shown = try shell.run("show", "cse", "--board", shell.board)
    #expect(shown.output.ranges(of: "Conflict: two values for notes, c settles").count == 1)
  }

  @Test(arguments: [
    "fraud-and-cyber-enabled-crime", "fraud-an", "areas/fraud-and-cyber-enabled-crime",
  ])
  func `a record is found by its name, its beginning, or with its kind`(id: String) throws {
    defer { shell.remove() }
    let answer = try shell.run("show", id, "--board", shell.board)
    #expect(answer.status == 0)
    #expect(
      answer.output == """
        areas/fraud-and-cyber-enabled-crime
        Fraud and cyber enabled crime

        Number: 7
        Status: monitored
        Title: Fraud and cyber enabled crime

        Source: Safer City Partnership papers, 21 February and 27 September 2018
        Marking: official
        Notes: City Police keep monitoring all eight areas (paper of 27 September 2018). It is not \
        the focus area Fraud, which was agreed beside it.
        Created: 21 Feb 2018 by import

        """)
    #expect(answer.errors.isEmpty)
  }

  @Test func `a whole name wins over longer ones`() throws {
    defer { shell.remove() }
    let answer = try shell.run("show", "fraud", "--json", "--board", shell.board)
    let object = try #require(try answer.json() as? [String: Any])
    #expect(answer.status == 0)
    #expect(object["id"] as? String == "fraud")
    #expect(object["title"] as? String == "Fraud")
  }

  @Test func `a beginning of several names lists them`() throws {
    defer { shell.remove() }
    let answer = try shell.run("show", "dwelling", "--board", shell.board)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == """
        “dwelling” is the beginning of 3 names; give more of one:
          issues/dwelling-burglary  Dwelling Burglary
          scorecards/dwelling-burglary-block-1  Dwelling Burglary · working
          scorecards/dwelling-burglary-block-2  Dwelling Burglary · Illustration, block 2 · working

        """)
  }

  @Test(arguments: ["fra", "unheard-of", "issues/fraud", ""])
  func `what names no record is refused`(id: String) throws {
    defer { shell.remove() }
    let answer = try shell.run("show", id, "--board", shell.board)
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(
      answer.errors == "No record is called “\(id)”. “socboard list KIND” lists the names.\n")
  }
}
