import Domain
import JSON
import TestSupport
import Testing

struct ScorerTests {
  @Test func `a model may keep confidence apart and count in quarters, without a multiplier`()
    throws
  {
    var sketch = ModelSketch()
    sketch.sections = [
      (
        "harm",
        [.init("physical", "0", "1.25", "2.5", "5"), .init("economic", "0", "1.25", "2.5", "5")]
      ),
      ("likelihood", [.init("frequency", "1", "2", "3")]),
      ("knowledge", [.init("confidence", "0.5", "1")]),
    ]
    sketch.risk = "harm * likelihood"
    sketch.grading = "harm * (likelihood + 0.5) * knowledge"
    sketch.multipliers = [:]
    let scorer = try sketch.scorer()
    let score = try #require(
      try scorer.score([Exact("1.25"), 5, 3, 1]))
    #expect(score.risk.value == Exact("18.75"))
    #expect(score.grading.value == Exact("21.875"))
    #expect(scorer.greatestRisk == 30)
    #expect(scorer.lifts([5, 5, 3, Exact("0.5")]) == ["Know 0.5"])
  }

  @Test func `what one formula does not need may be unscored for it, but not for the score`()
    throws
  {
    let scorer = try ModelSketch().scorer()
    #expect(try scorer.score(["individual": 1, "community": 1]) == nil)
    #expect(try scorer.score(["individual": 1, "community": 0, "capacity": 0])?.risk.value == 1)
  }

  @Test func `a model may have two multipliers, and its bounds are the products of theirs`()
    throws
  {
    var sketch = ModelSketch()
    sketch.sections.append(("reach", [.init("spread", "0", "1", "2", "3")]))
    sketch.grading = "harm * multiplier(position) * multiplier(reach)"
    let scorer = try sketch.scorer()
    let values: [Exact?] = [8, 8, 1, 2]
    let grading = try #require(try scorer.score(values)).grading
    #expect(grading.value == 12)
    #expect((grading.low, grading.high) == (4, 64))
    #expect(grading.isAssumed)
    #expect(scorer.lifts(values) == ["Posi 1 ×~0.75", "Reac 2 ×~1"])
    let published = try #require(try scorer.score([8, 8, 0, 3])).grading
    #expect(published.isExactly(16))
  }

  @Test(arguments: [
    (["0": "~0.5", "1": "1", "2": "~1", "3": "~3"], "0", "0", "1"),
    (["0": "~0.5", "1": "1", "2": "~1", "3": "~3"], "2", "1", "3"),
    (["0": "~0.5", "1": "~1", "2": "~2", "3": "~3"], "1", "0", "3"),
    (["0": "0.5", "1": "~0.75", "2": "1", "3": "2"], "1", "0.5", "1"),
  ])
  func `an assumed multiplier is bounded by its published neighbours, else by 0 and the greatest`(
    table: [String: String], total: String, low: String, high: String
  ) throws {
    var sketch = ModelSketch()
    sketch.multipliers = table
    let grading = try #require(
      try sketch.scorer().score([0, 1, Exact(total)])
    ).grading
    #expect(grading.isAssumed)
    #expect((grading.low, grading.high) == (Exact(low), Exact(high)))
  }

  @Test func `a criterion of its own weight and a bracket are worked out as written`() throws {
    var sketch = ModelSketch()
    sketch.risk = "  2*individual+ ( community+1 ) * 3 "
    sketch.grading = "individual * individual + 0.5"
    let score = try #require(
      try sketch.scorer().score(["individual": 8, "community": 1, "capacity": 0]))
    #expect(score.risk.value == 22)
    #expect(score.grading.value == Exact("64.5"))
  }

  @Test func `a card's values are put in the order of the criteria, strangers left out`() throws {
    let scorer = try ModelSketch().scorer()
    var values = CriterionValues()
    values["individual"] = 8
    values["capacity"] = 2
    values["another-one"] = 1
    values["zzz"] = 1
    #expect(scorer.criteria.map(\.id.text) == ["community", "individual", "capacity"])
    #expect(scorer.ordered(values) == [nil, 8, 2])
  }

  @Test func `a value off the scale that no multiplier knows is an error, not a guess`() throws {
    let scorer = try ModelSketch().scorer()
    #expect(throws: ScoringError.noMultiplier(total: 7)) {
      try scorer.score(["individual": 1, "community": 1, "capacity": 7])
    }
    let large = try #require(Exact("900000000000000000"))
    #expect(throws: ScoringError.tooLarge) {
      try scorer.score(["individual": large, "community": 1, "capacity": 3])
    }
  }
}

/// What makes a model unusable, each with its field.
struct ModelProblemsTests {
  /// A formula and why it cannot be read.
  static let formulas = [
    ("", "cannot be read at character 1: it takes a name, a number or a bracket there"),
    ("   ", "cannot be read at character 4: it takes a name, a number or a bracket there"),
    (
      "harm * harn",
      "cannot be read at character 8: it takes one of capacity, community, harm, individual, "
        + "position there"
    ),
    ("harm *", "cannot be read at character 7: it takes a name, a number or a bracket there"),
    ("harm harm", "cannot be read at character 6: it takes an operator, + or * there"),
    ("harm - 1", "cannot be read at character 6: it takes an operator, + or * there"),
    ("harm / 2", "cannot be read at character 6: it takes an operator, + or * there"),
    ("(harm", "cannot be read at character 6: it takes a closing bracket there"),
    ("harm)", "cannot be read at character 5: it takes an operator, + or * there"),
    ("()", "cannot be read at character 2: it takes a name, a number or a bracket there"),
    ("multiplier", "cannot be read at character 11: it takes a bracket after “multiplier” there"),
    (
      "multiplier(harm * multiplier(position))",
      "cannot be read at character 19: it takes no multiplier inside a multiplier there"
    ),
    (
      "harm * -2",
      "cannot be read at character 8: it takes one of capacity, community, harm, individual, "
        + "position there"
    ),
    (
      "harm * 1e9",
      "cannot be read at character 8: it takes one of capacity, community, harm, individual, "
        + "position there"
    ),
    (
      String(repeating: "(", count: 17) + "harm" + String(repeating: ")", count: 17),
      "cannot be read at character 17: it takes at most 16 brackets inside each other there"
    ),
  ]

  @Test(arguments: formulas)
  func `a formula that cannot be read is refused with the place`(text: String, what: String) {
    var sketch = ModelSketch()
    sketch.grading = text
    let problems = #expect(throws: ModelProblems.self) { try sketch.scorer() }
    #expect(problems?.entries.map(\.field) == ["formula.grading"])
    #expect(problems?.entries.first?.what == what)
  }

  @Test func `a formula of very many parts is refused, and does not exhaust the stack`() {
    var sketch = ModelSketch()
    sketch.grading = String(repeating: "1+", count: 100_000) + "1"
    let problems = #expect(throws: ModelProblems.self) { try sketch.scorer() }
    #expect(
      problems?.description == "formula.grading cannot be read at character 201: "
        + "it takes at most 100 names and numbers there")
  }

  @Test func `as many brackets and parts as are allowed are read`() throws {
    var sketch = ModelSketch()
    sketch.risk = String(repeating: "(", count: 16) + "harm" + String(repeating: ")", count: 16)
    sketch.grading = Array(repeating: "harm", count: 100).joined(separator: "+")
    let score = try sketch.scorer().score(["individual": 1, "community": 1, "capacity": 0])
    #expect(score?.risk.value == 2)
    #expect(score?.grading.value == 200)
  }

  /// A change of the sketch, and the one problem that it makes.
  static let changes: [(path: [String], value: Value?, field: String, what: String)] = [
    (
      ["multipliers", "2"], nil, "multipliers",
      "has no entry for 2, which the scales allow; add one, marked assumed"
    ),
    (
      ["multipliers", "3", "value"], -1, "multipliers.3.value",
      "is -1; a multiplier cannot be negative"
    ),
    (
      ["multipliers", "3", "value"], .number(Number(literal: "0.9") ?? Number(0)),
      "multipliers.3.value",
      "is 0.9, less than 1 for a total before it; the table may not fall"
    ),
    (
      ["criteria", "individual", "scale", "-1"], ["key": "9"], "criteria.individual.scale",
      "holds -1; values cannot be negative"
    ),
    (
      ["criteria", "individual", "scale", "8", "key"], "1", "criteria.individual.scale.8.key",
      "must be one character that no other value has"
    ),
    (
      ["criteria", "individual", "scale", "8", "key"], "12", "criteria.individual.scale.8.key",
      "must be one character that no other value has"
    ),
    (
      ["criteria", "individual", "scale"], .object(Object()), "criteria.individual.scale",
      "is empty; give the values that may be given"
    ),
    (
      ["sections", "empty"], ["title": "Empty", "short": "E"], "sections.empty",
      "has no criterion"
    ),
    (
      ["criteria", "individual", "section"], "nowhere", "criteria.individual.section",
      "names no section of the model: “nowhere”"
    ),
    (
      ["sections", "individual"], ["title": "Double", "short": "D"], "sections.individual",
      "has the name of a criterion; rename one of them"
    ),
    (
      ["criteria", "multiplier"], ["title": "M", "short": "M", "section": "harm"],
      "criteria.multiplier", "has a name that a formula reads as something else; rename it"
    ),
    (
      ["criteria", "100"], ["title": "H", "short": "H", "section": "harm"],
      "criteria.100", "has a name that a formula reads as something else; rename it"
    ),
    (
      ["criteria", "individual", "scale", "99999999999999999"], ["key": "9"], "formula.grading",
      "cannot be used: the figures have more than 18 digits; check the model's scales"
    ),
  ]

  @Test(arguments: changes)
  func `what is wrong with a model is told with its field`(
    path: [String], value: Value?, field: String, what: String
  ) throws {
    var sketch = ModelSketch()
    sketch.grading = "harm * 100 * multiplier(position)"
    let model = try ModelSketch.record(sketch.value.setting(value, at: path))
    let problems = #expect(throws: ModelProblems.self) { try Scorer(model) }
    let found = problems?.entries.contains { ($0.field, $0.what) == (field, what) }
    #expect(found == true, "\(String(describing: problems))")
  }

  @Test func `a model without criteria is refused`() throws {
    var sketch = ModelSketch()
    sketch.sections = []
    let problems = #expect(throws: ModelProblems.self) { try sketch.scorer() }
    #expect(problems?.entries.first?.field == "criteria")
  }

  @Test func `a formula that reaches too many totals to check its multipliers is refused`() throws {
    var sketch = ModelSketch()
    sketch.sections = [
      (
        "harm",
        [1, 10, 100, 1_000, 10_000].map { step in
          ModelSketch.Criterion("times-\(step)", list: (0..<10).map { "\($0 * step)" })
        }
      )
    ]
    sketch.grading = "multiplier(harm)"
    let problems = #expect(throws: ModelProblems.self) { try sketch.scorer() }
    #expect(
      problems?.entries.contains {
        $0.what == "cannot be checked: the formula reaches over 10000 totals"
      } == true)
  }
}
