import Testing

/// `list actions` with conditions on owners and dates.
struct ListActionsTests {
  let shell: Shell

  init() throws {
    shell = try Shell()
    let actions = [
      [
        "id=visit-firms", "lead=police-acquisitive-crime", "milestones.new.text=Visits",
        "milestones.new.due=2018-08", "review=2018-12", "status=amber",
      ],
      ["id=train-staff", "lead=health", "owners.health.agreed=yes", "owners.fire.agreed=unknown"],
      ["id=visit-again", "supersedes=visit-firms", "lead=fire", "owners.fire.agreed=yes"],
    ]
    for fields in actions {
      let answer = try shell.run(
        ["add", "action", "area=fraud", "p=pursue", "recommendation=Act", "marking=official"]
          + fields + ["--board", shell.board])
      #expect(answer.status == 0, "\(answer.errors)")
    }
  }

  private func list(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Shell.Answer {
    try shell.run(
      ["list", "actions"] + arguments + ["--today", "2018-09-01", "--board", shell.board],
      environment: environment)
  }

  @Test(arguments: [
    (["--agency", "health"], ["train-staff"]), (["--agency", "HEALTH"], ["train-staff"]),
    (["--agency", "fire"], ["train-staff", "visit-again"]),
    (["--agency", "police"], []), (["--agency", "fire", "--not-agreed"], ["train-staff"]),
    (["--agency", "fire", "--area", "Fraud", "supersedes="], ["train-staff"]),
    (["--late"], ["example-drugs-prevent"]),
    (["--late", "--area", "fraud"], []),
    (["--due-before", "next-meeting"], ["example-drugs-prevent"]),
    (["--due-before", "mar 2016"], []), (["--due-before", "1/4/2016"], ["example-drugs-prevent"]),
    (["--no-owner", "p=prevent"], ["acquisitive-crime-group"]),
    (["--no-lead", "--review-passed", "p=prevent"], ["example-drugs-prevent"]),
    (["status=amber"], ["visit-firms"]), (["status=amber", "--area", "fraud"], []),
  ])
  func `an action is listed when it meets all conditions, superseded ones only without`(
    arguments: [String], names: [String]
  ) throws {
    defer { shell.remove() }
    let answer = try list(arguments + ["--json"])
    #expect(answer.status == 0)
    #expect(try answer.rows().compactMap { $0["id"] as? String } == names)
  }

  @Test func `the table tells place, status, date and lead`() throws {
    defer { shell.remove() }
    let answer = try list(["area=fraud"])
    #expect(
      answer.output
        == """
        Name     Area   P       S  Due         Lead                       Action
        trai     Fraud  Pursue  .  no date     Health                     Act
        visit-a  Fraud  Pursue  .  no date     Fire                       Act
        visit-f  Fraud  Pursue  A  superseded  Police: Acquisitive crime  Act

        """)
    #expect(answer.errors.isEmpty)
  }

  @Test func `my own actions are those of the agency whose role has my login`() throws {
    defer { shell.remove() }
    let unknown = try list(["--mine"])
    #expect(unknown.status == 64)
    #expect(
      unknown.errors
        == "No partner has a role with the login “tester”. Give --agency, or set one: “socboard "
        + "set PARTNER roles.new.role=… roles.new.login=tester”.\n")
    let set = try shell.run(
      "set", "partners/health", "roles.new.role=Member", "roles.new.login=tester", "--board",
      shell.board)
    #expect(set.status == 0)
    for writer in ["tester", "tester@desk"] {
      let answer = try list(["--mine", "--json"], environment: ["SOCBOARD_USER": writer])
      #expect(try answer.rows().compactMap { $0["id"] as? String } == ["train-staff"])
    }
  }

  @Test(arguments: [
    (["--agency", "heath"], "There is no partner “heath”. Perhaps: health (Health).\n"),
    (["--area", "frud"], "There is no area “frud”. Perhaps: fraud (Fraud).\n"),
    (
      ["--agency", "zzzzzz"],
      "There is no partner “zzzzzz”. “socboard list partners” lists them.\n"
    ),
    (
      ["--due-before", "31 feb"],
      "--due-before: 31 Feb does not exist: February has 28 or 29 days.\n"
    ),
    (
      ["--due-before", "next-meeting", "--today", "2018-09-27"],
      "No meeting is planned after 27 Sep 2018. Give a date, or add one: “socboard add meeting "
        + "kind=Board date=…”.\n"
    ),
    (["p=pursui"], "p: it is never “pursui”. Perhaps: pursue.\n"),
    (["status=geen"], "status: it is never “geen”. Perhaps: green.\n"),
    (
      ["marking=secret"],
      "marking: it is never “secret”. Use one of: official, official-sensitive.\n"
    ),
    (["lead=polcie"], "lead: there is no partner “polcie”. Perhaps: police.\n"),
    (
      ["owners.fire.agreed=maybe"],
      "owners.fire.agreed: it is never “maybe”. Use one of: yes, no, unknown.\n"
    ),
    (["review=soon"], "review: “soon” is not taken. Give a date: 2018-02-14, 2018-02 or 2018.\n"),
  ])
  func `what nothing can be is told with what comes near`(
    arguments: [String], sentence: String
  ) throws {
    defer { shell.remove() }
    for option in [[], ["--json"]] {
      let answer = try shell.run(
        ["list", "actions"] + (arguments.contains("--today") ? [] : ["--today", "2018-09-01"])
          + arguments + option + ["--board", shell.board])
      #expect(answer.status == 64)
      #expect(answer.output.isEmpty)
      #expect(answer.errors == sentence)
    }
  }

  @Test(arguments: [["status=red"], ["lead=fire", "p=protect"], ["--agency", "police"]])
  func `what is only not there is told, and is no error`(arguments: [String]) throws {
    defer { shell.remove() }
    let answer = try list(arguments)
    #expect(answer.status == 0)
    #expect(answer.output.isEmpty)
    #expect(answer.errors == "Nothing meets the conditions.\n")
  }

  @Test func `a value that is wrong in a file is found by it`() throws {
    defer { shell.remove() }
    try shell.write(
      try shell.text(of: "actions/train-staff.json").replacing("\"health\"", with: "\"gone\""),
      to: "actions/train-staff.json")
    let answer = try list(["lead=gone", "--json"])
    #expect(answer.status == 0)
    #expect(try answer.rows().count == 1)
  }

  @Test(arguments: [["--mine", "--agency", "fire"], ["--agency", "fire", "--no-owner"]])
  func `conditions that exclude each other are refused`(arguments: [String]) throws {
    defer { shell.remove() }
    let answer = try list(arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
  }

  @Test func `the conditions are for actions only`() throws {
    defer { shell.remove() }
    let answer = try shell.run("list", "issues", "--late", "--board", shell.board)
    #expect(answer.status == 64)
    #expect(answer.errors == "These conditions are for actions: “socboard list actions …”.\n")
  }
}
