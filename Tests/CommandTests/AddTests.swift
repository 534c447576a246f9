import Testing

struct AddTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func add(_ arguments: String...) throws -> Shell.Answer {
    try shell.run(["add"] + arguments + ["--board", shell.board])
  }

  @Test(arguments: ["issue", "issues"])
  func `a new record gets a random name, which is printed`(kind: String) throws {
    defer { shell.remove() }
    let answer = try add(kind, "title=Courier fraud", "stage=emerging", "marking=official")
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
    let words = answer.output.split(separator: "\n")[0].split(separator: "  ").map(String.init)
    let id = try #require(words.last?.split(separator: "/").last.map(String.init))
    #expect(id.count == 12)
    #expect(words[0].count >= 4 && id.hasPrefix(words[0]))
    let record = try shell.json(of: "issues/\(id).json")
    #expect(record["title"] as? String == "Courier fraud")
    #expect(record["source"] as? String == "entered by tester")
    #expect((record["created"] as? [String: Any])?["by"] as? String == "tester")
    #expect(record["updated"] == nil)
    #expect(try shell.run("show", words[0], "--board", shell.board).status == 0)
    #expect(try shell.run("check", shell.board).status == 0)
  }

  @Test func `a name can be chosen, once`() throws {
    defer { shell.remove() }
    let fields = ["add", "partner", "id=border-force", "name=Border Force", "marking=official"]
    let answer = try shell.run(fields + ["--json", "--board", shell.board])
    #expect(answer.status == 0)
    let object = try #require(try answer.json() as? [String: Any])
    #expect(object["id"] as? String == "border-force")
    #expect(object["name"] as? String == "Border Force")
    let before = try shell.files()
    let again = try shell.run(fields + ["--board", shell.board])
    #expect(again.status == 65)
    #expect(
      again.errors
        == "id: there is a record partners/border-force already. Choose another name.\n")
    #expect(try shell.files() == before)
  }

  @Test func `all that is needed is told at once`() throws {
    defer { shell.remove() }
    let before = try shell.files()
    let answer = try add("decision", "number=1")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    let sentences = answer.errors.split(separator: "\n").map { $0.drop { $0 != " " } }
    #expect(
      sentences == [
        " marking: is needed. Give a name: 3 to 32 of a-z, 0-9 and -, not beginning with -.",
        " date: is needed. Give a date: 2018-02-14, 2018-02 or 2018.",
        " what: is needed. Give text.",
      ])
    #expect(try add("decision").errors.split(separator: "\n").count == 3)
    #expect(try shell.files() == before)
  }

  @Test(
    arguments: [
      (["zebra", "title=x"], 64, "“zebra” is not a kind of record. Use one of: model, area,"),
      (["board", "name=x"], 64, "“board” is not a kind of record."),
      (["issue", "id=X"], 65, "id: “X” cannot name a record: use 3 to 32 of a-z"),
      (["issue", "deleted=yes"], 64, "issues/"),
    ] as [([String], Int32, String)])
  func `what is refused is told`(arguments: [String], status: Int32, sentence: String) throws {
    defer { shell.remove() }
    let before = try shell.files()
    let answer = try shell.run(["add"] + arguments + ["--board", shell.board])
    #expect(answer.status == status)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix(sentence), "\(answer.errors)")
    #expect(try shell.files() == before)
  }

  @Test func `fields that begin with new are one entry`() throws {
    defer { shell.remove() }
    let answer = try add(
      "action", "id=new-action", "p=protect", "recommendation=Do it", "marking=official",
      "milestones.new.text=First", "milestones.new.due=2018-12", "owners.police.agreed=yes")
    #expect(answer.status == 0, "\(answer.errors)")
    let record = try shell.json(of: "actions/new-action.json")
    let milestones = try #require(record["milestones"] as? [String: [String: String]])
    #expect(milestones.count == 1)
    #expect(milestones.values.first?["text"] == "First")
    #expect(milestones.values.first?["due"] == "2018-12")
    #expect(milestones.values.first?["rank"]?.isEmpty == false)
    #expect(milestones.keys.first?.count == 12)
  }
}
