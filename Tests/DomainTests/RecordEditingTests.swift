import Domain
import JSON
import TestSupport
import Testing

struct RecordEditingTests {
  static let stamp = Stamp(at: Timestamp(seconds: 1_538_044_800), by: "tester")

  let board: Board

  init() throws { board = try Board.shipped() }

  /// What comes of giving fields values: the record, or everything that is wrong.
  private func outcome(
    _ name: RecordName, _ fields: [(String, String)]
  ) -> Result<Value, FieldProblems> {
    var editing = RecordEditing(of: name, on: board, newEntry: "made-up-entry")
    var changed = board
    return Result { () throws(FieldProblems) in
      do throws(FieldProblem) {
        for (field, text) in fields { try editing.give(text, to: try editing.place(of: field)) }
      } catch {
        throw FieldProblems([error])
      }
      _ = try editing.put(on: &changed, stamp: Self.stamp)
      return changed.value(of: name) ?? .null
    }
  }

  private func name(_ text: String) throws -> RecordName { try #require(RecordName(text)) }

  @Test(
    arguments: [
      ("issues/cse", "title", "12", ["title"], "12"),
      ("areas/fraud", "number", "12", ["number"], 12),
      ("issues/cse", "standsAlone", "yes", ["standsAlone"], true),
      ("issues/cse", "raised", "2018-02", ["raised"], "2018-02"),
      ("issues/cse", "area", "modern-slavery", ["area"], "modern-slavery"),
      ("issues/cse", "area", "areas/modern-slavery", ["area"], "modern-slavery"),
      ("issues/cse", "area", "cyber", ["area"], "cyber-attack"),
      (
        "practice/operation-tropic", "areas", "fraud, cyber-attack", ["areas"],
        ["fraud", "cyber-attack"]
      ),
      (
        "partners/police", "roles.new.permissions", #"["a, b","c"]"#,
        ["roles", "made-up-entry", "permissions"], ["a, b", "c"]
      ),
      ("decisions/focus-fraud", "subject", "areas/cyber-attack", ["subject"], "areas/cyber-attack"),
      ("issues/cse", "text", "=1+1,\"x\"\u{1B}", ["text"], "=1+1,\"x\"\u{1B}"),
      ("partners/police", "keys.a.b", "text", ["keys", "a.b"], "text"),
      ("partners/police", "impact.fraud", #"{"why": "much"}"#, ["impact", "fraud", "why"], "much"),
    ] as [(String, String, String, [String], Value)])
  func `a text becomes what its field takes`(
    record: String, field: String, text: String, path: [String], value: Value
  ) throws {
    let needed = field.hasPrefix("roles") ? [("roles.new.role", "chair")] : []
    let result = try outcome(name(record), needed + [(field, text)]).get()
    #expect(result[path: path] == value)
    #expect(result["updated"]?["by"] == "tester")
  }

  @Test(arguments: [
    ("multipliers.0.value", ["multipliers", "0", "value"]),
    ("multipliers.0.5.value", ["multipliers", "0.5", "value"]),
    ("criteria.volume.scale.0.5.key", ["criteria", "volume", "scale", "0.5", "key"]),
    ("criteria.volume.scale.0.5", ["criteria", "volume", "scale", "0.5"]),
    ("formula.risk", ["formula", "risk"]),
  ])
  func `a key with a dot in it is one key`(field: String, path: [String]) throws {
    let editing = RecordEditing(of: try name("models/morile-2015"), on: board, newEntry: "new-1")
    #expect(try editing.place(of: field).path == path)
  }

  @Test(arguments: [
    (
      "issues/cse", "stage", "done",
      "stage: “done” is not taken. "
        + "Use one of: emerging, watched, registered, referred, dismissed, merged."
    ),
    (
      "issues/cse", "raised", "yesterday",
      "raised: “yesterday” is not taken. Give a date: 2018-02-14, 2018-02 or 2018."
    ),
    ("areas/fraud", "number", "1.5", "number: “1.5” is not taken. Give a whole number."),
    (
      "issues/cse", "standsAlone", "perhaps",
      "standsAlone: “perhaps” is not taken. Give yes or no."
    ),
    ("issues/cse", "area", "fruad", "area: there is no area “fruad”. Perhaps: fraud."),
    (
      "issues/cse", "area", "frau",
      "area: “frau” is the beginning of 2 names. "
        + "Give more of one: areas/fraud-and-cyber-enabled-crime, areas/fraud."
    ),
    (
      "issues/cse", "theme", "No theme",
      "theme: “No theme” is not taken. "
        + "Give a name: 3 to 32 of a-z, 0-9 and -, not beginning with -."
    ),
    (
      "practice/operation-tropic", "areas", "fraud,,cse",
      "areas: “fraud,,cse” is not taken. Give several, separated by commas, each the name of "
        + "an area."
    ),
    (
      "partners/police", "impact.fraud", #"{"how": "much"}"#,
      "impact.fraud.how: there is no such field. Take it out."
    ),
    (
      "actions/example-drugs-prevent", "owners.police.on", "2018",
      "owners.police.agreed: is needed. Use one of: yes, no, unknown."
    ),
    ("issues/cse", "title", "", "title: is needed. Give text."),
    ("issues/cse", "tilte", "x", "tilte: there is no field “tilte”. Perhaps: title."),
    ("issues/cse", "title.x", "x", "title.x: “title” has no parts. It takes text."),
    ("issues/cse", "updated", "x", "updated: is kept by the program. It cannot be set."),
    (
      "issues/cse", "conflicts.x", "x",
      "conflicts.x: is kept by the program. It cannot be set."
    ),
    (
      "actions/example-drugs-prevent", "owners.polic.agreed", "yes",
      "owners.polic.agreed: “polic” is no key of this list. Perhaps: police, "
        + "police-acquisitive-crime, police-blackmail-kidnapping."
    ),
    (
      "models/morile-2015", "multipliers.0.50.value", "1",
      "multipliers.0.50.value: there is no field “50”. Use one of: value, basis."
    ),
    ("board", "deleted", "yes", "deleted: there is no field “deleted”. "),
  ])
  func `what a field does not take is told with what it takes`(
    record: String, field: String, text: String, sentence: String
  ) throws {
    let problems = #expect(throws: FieldProblems.self) {
      try outcome(name(record), [(field, text)]).get()
    }
    #expect(problems?.all.count == 1)
    #expect(problems?.description.hasPrefix(sentence) == true, "\(problems?.description ?? "")")
  }

  @Test func `everything that a new record needs is told at once`() throws {
    let problems = #expect(throws: FieldProblems.self) {
      try outcome(name("scorecards/new-card"), [("basis", "working")]).get()
    }
    #expect(
      problems?.description == """
        marking: is needed. Give a name: 3 to 32 of a-z, 0-9 and -, not beginning with -.
        issue: is needed. Give the name of an issue.
        model: is needed. Give the name of a model.
        modelVersion: is needed. Give text.
        """)
  }

  @Test func `a new entry goes to the end of its list`() throws {
    let name = try name("actions/example-cyber-protect")
    let result = try outcome(
      name, [("milestones.new.text", "Last"), ("milestones.new.due", "2018-12")]
    ).get()
    let entries = try #require(result["milestones"]?.objectValue)
    let made = try #require(entries["made-up-entry"])
    let rank = try #require(made["rank"]?.stringValue)
    #expect(made["due"] == "2018-12")
    #expect(entries.allSatisfy { ($0.value["rank"]?.stringValue ?? "") <= rank })
    let given = try outcome(
      name, [("milestones.new.rank", "01"), ("milestones.new.text", "First")]
    ).get()
    #expect(given["milestones"]?["made-up-entry"]?["rank"] == "01")
  }

  @Test func `a removed record is restored`() throws {
    let name = try name("issues/cse")
    let removed = try outcome(name, [("deleted", "yes")]).get()
    #expect(removed["deleted"]?["by"] == "tester")
    #expect(try outcome(name, [("deleted", "no")]).get() == board.value(of: name))
  }

  @Test func `what a field holds already is no change`() throws {
    var editing = RecordEditing(of: try name("issues/cse"), on: board, newEntry: "new-1")
    try editing.give("CSE", to: try editing.place(of: "title"))
    var changed = board
    #expect(try editing.put(on: &changed, stamp: Self.stamp) == nil)
  }
}
