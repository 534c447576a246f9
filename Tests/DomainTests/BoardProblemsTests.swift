import Domain
import JSON
import TestSupport
import Testing

struct BoardProblemsTests {
  @Test func `the shipped board has no problem`() throws {
    #expect(try Board.shipped().problems == [])
  }

  @Test func `a board with every field filled has no problem`() throws {
    #expect(try Board.full().problems == [])
  }

  /// A change to a full record, and the one problem that it makes.
  struct Spoiled: CustomTestStringConvertible {
    let kind: Kind
    let path: [String]
    let value: Value?
    let what: String
    let remedy: String

    init(_ kind: Kind, _ path: String, _ value: Value?, _ what: String, _ remedy: String) {
      self.kind = kind
      self.path = path.split(separator: "/").map(String.init)
      self.value = value
      self.what = what
      self.remedy = remedy
    }

    var testDescription: String { "\(kind) \(path.joined(separator: "."))" }
  }

  static let spoiled = [
    Spoiled(
      .issue, "marking", nil, "is missing, so the record counts as the highest marking",
      "Give one of: official."),
    Spoiled(
      .meeting, "marking", "secret", "“secret” is not a marking of this board",
      "Give one of: official."),
    Spoiled(
      .scorecard, "values/volume/value", 3, "is 3, which is not on the scale of this criterion",
      "Use one of: 0, 1.25."),
    Spoiled(
      .scorecard, "values/strange", ["value": 1], "is not a criterion of A full model",
      "Use one of: volume."),
    Spoiled(
      .scorecard, "context", "nowhere", "“nowhere” is not a place or period of this board",
      "Choose one of: centre."),
    Spoiled(
      .issue, "theme", "unknown", "“unknown” is not a theme of this board", "Use one of: theft."),
    Spoiled(
      .issue, "goldenThemes", ["youth", "unknown"],
      "“unknown” is not a golden theme of this board", "Use one of: youth."),
    Spoiled(
      .action, "p", "perhaps", "“perhaps” is not a P of this board",
      "Use one of: pursue, prevent, protect, prepare, partnership."),
    Spoiled(
      .practice, "p", "perhaps", "“perhaps” is not a P of this board",
      "Use one of: pursue, prevent, protect, prepare, partnership."),
    Spoiled(
      .action, "phase", "unknown", "“unknown” is not a phase of this board", "Use one of: clear."),
    Spoiled(
      .action, "status", "pink", "“pink” is not in the board's status legend",
      "Use one of: green."),
    Spoiled(
      .response, "question", "unknown", "“unknown” was not asked in full",
      "Use one of: question-one."),
    Spoiled(
      .area, "reviews/review-2018/ratings/unknown", ["sentence": "Well."],
      "is not a review criterion of this board", "Use one of: extent."),
    Spoiled(
      .area, "reviews/review-2018/ratings/extent/rating", 7,
      "is 7, which is not on the board's review scale", "Use one of: 2."),
    Spoiled(
      .area, "status", "closed", "is closed, but its history ends with focus",
      "Set the status again, with its decision."),
    Spoiled(
      .model, "formula/grading", "harm *",
      "cannot be read at character 7: it takes a name, a number or a bracket there",
      "Nothing can be scored with this model until it is mended."),
    Spoiled(
      .model, "multipliers/1.25", nil,
      "has no entry for 1.25, which the scales allow; add one, marked assumed",
      "Nothing can be scored with this model until it is mended."),
  ]

  @Test(arguments: spoiled)
  func `what is wrong is told with file, field and what may stand there`(spoiled: Spoiled) throws {
    let value = try FullRecords.value(of: spoiled.kind).setting(spoiled.value, at: spoiled.path)
    let board = try Board.full().replacing(spoiled.kind, by: value)
    let problem = try #require(board.problems.first)
    #expect(board.problems.count == 1, "\(board.problems)")
    #expect(problem.file == (spoiled.kind.folder.map { "\($0)/full.json" } ?? "board.json"))
    // A hole in a table is told of the table, a word of a list of the list.
    #expect(spoiled.path.joined(separator: ".").hasPrefix(problem.field ?? "-"))
    #expect(problem.what == spoiled.what)
    #expect(problem.remedy == spoiled.remedy)
    #expect(problem.description.hasPrefix("\(problem.file), \(problem.field ?? "-"): "))
  }

  /// Every field of the full records that names another record.
  static let links: [(Kind, String)] = [
    (.board, "model"), (.board, "cuts/full/decision"), (.area, "lead"),
    (.area, "statusHistory/focus-2018/decision"), (.area, "lineage/from-earlier/from"),
    (.area, "lineage/from-earlier/decision"), (.partner, "parent"), (.action, "area"),
    (.action, "lead"), (.action, "moves/less-volume/issue"), (.action, "supersedes"),
    (.response, "round"), (.response, "respondent"), (.response, "area"),
    (.response, "raisedIssue"), (.issue, "area"), (.issue, "sourcePartner"),
    (.issue, "sourceMeeting"), (.issue, "sourceResponse"), (.issue, "mergedInto"),
    (.issue, "escalatedTo"), (.scorecard, "issue"), (.scorecard, "model"),
    (.scorecard, "agency"), (.scorecard, "decision"), (.meeting, "attendance/police/partner"),
    (.meeting, "nominations/chair/partner"), (.decision, "meeting"), (.reference, "origin"),
    (.reference, "owner"), (.reference, "updates/in-july/meeting"), (.request, "from"),
    (.request, "to"), (.request, "agreement"),
  ]

  @Test(arguments: links)
  func `a field that names a record which is not there is told`(kind: Kind, path: String) throws {
    let path = path.split(separator: "/").map(String.init)
    let value = try FullRecords.value(of: kind).setting("nobody-here", at: path)
    try expectDangling(kind, value, field: path.joined(separator: "."))
  }

  @Test(arguments: [
    (Kind.agreement, "members"), (.action, "blockedBy"), (.practice, "areas"),
  ])
  func `a list that names a record which is not there is told`(kind: Kind, field: String) throws {
    let value = try FullRecords.value(of: kind).setting(["nobody-here"], at: [field])
    try expectDangling(kind, value, field: field)
  }

  @Test(arguments: [
    (Kind.round, "invitations"), (.action, "owners"), (.partner, "impact"), (.board, "cuts"),
  ])
  func `a list keyed by a record which is not there is told`(kind: Kind, field: String) throws {
    let full = try FullRecords.value(of: kind)
    let entry = try #require(full[field]?.objectValue?.first { _ in true }?.value)
    let value = full.setting(entry, at: [field, "nobody-here"])
    try expectDangling(kind, value, field: field)
  }

  @Test(arguments: [(Kind.decision, "subject"), (.meeting, "agenda/first/record")])
  func `a field that names a record of any kind is told when none is there`(
    kind: Kind, path: String
  ) throws {
    let path = path.split(separator: "/").map(String.init)
    let value = try FullRecords.value(of: kind).setting("papers/nobody-here", at: path)
    try expectDangling(kind, value, field: path.joined(separator: "."))
  }

  @Test func `actions that supersede each other are named, for they are in no list`() throws {
    var board = try Board.planned()
    for (one, other) in [("01", "02"), ("02", "01"), ("03", "02")] {
      let id = try Identifier<Action>("invented-\(one)")
      var action = try #require(board[id])
      action.supersedes = try Identifier<Action>("invented-\(other)")
      board[id] = action
    }
    let found = board.problems.filter { $0.field == "supersedes" }
    #expect(found.map(\.file) == ["actions/invented-01.json", "actions/invented-02.json"])
    #expect(found.allSatisfy { $0.what.hasPrefix("comes round to the action itself") })
  }

  @Test(arguments: [
    (["fire": "fire"], ["fire": "is the partner itself"]),
    (
      ["fire": "health", "health": "fire"],
      [
        "fire": "comes round to the partner itself, by health",
        "health": "comes round to the partner itself, by fire",
      ]
    ),
    (
      ["fire": "health", "health": "police", "police": "fire"],
      [
        "fire": "comes round to the partner itself, by health and police",
        "health": "comes round to the partner itself, by police and fire",
        "police": "comes round to the partner itself, by fire and health",
      ]
    ),
    (
      ["police": "fire"],
      [
        "police-acquisitive-crime":
          "names police, which is a unit of fire itself: a unit stands under an agency"
      ]
    ),
    (["fire": "police"], [:]),
  ])
  func `a unit stands under an agency, and no partner above itself`(
    parents: [String: String], told: [String: String]
  ) throws {
    var board = try Board.shipped()
    var changed: Set<RecordName> = []
    for (unit, agency) in parents {
      let id = try Identifier<Partner>(unit)
      board[id]?.content.parent = try Identifier<Partner>(agency)
      changed.insert(RecordName(id))
    }
    let found = board.problems.filter { $0.file.hasPrefix("partners/") }
    for (partner, what) in told {
      #expect(found.first { $0.file == "partners/\(partner).json" }?.what == what)
    }
    #expect(found.allSatisfy { $0.field == "parent" })
    if told.isEmpty || parents.count > 1 || parents["fire"] == "fire" {
      #expect(found.count == told.count + (parents["police"] == nil ? 0 : 5))
    }
    #expect(board.problems(of: board.checkedTogether(with: changed)) == board.problems)
  }

  @Test func `a deleted record is not there, and is not checked itself`() throws {
    var board = try Board.full()
    var response = try #require(board[Identifier<Response>("full")])
    response.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    response.header.marking = nil
    board[response.id] = response
    #expect(
      board.problems.map(\.description) == [
        "issues/full.json, sourceResponse: names responses/full, which is not on this board. "
          + "Correct the name, or add that record."
      ])
  }

  @Test func `a decision that no area knows of stands alone`() throws {
    let value = try FullRecords.value(of: .area)
      .setting(nil, at: ["statusHistory"]).setting(nil, at: ["status"])
    let board = try Board.full().replacing(
      .area, by: value.setting("focus", at: ["status"]))
    let problem = try #require(board.problems.first)
    #expect(board.problems.count == 1)
    #expect(problem.file == "decisions/full.json")
    #expect(problem.field == "subject")
    #expect(
      problem.what
        == "decides areas/full to be focus, but that area does not know of the decision")
    #expect(problem.remedy.contains("one of two files is missing"))
  }

  @Test func `two working cards for one issue are told, since only one counts`() throws {
    var board = try Board.full()
    var card = try #require(board[Identifier<Scorecard>("full")])
    card.basis = .working
    for id in ["one-card", "two-cards"] as [Identifier<Scorecard>] {
      board[id] = Record(id: id, header: card.header, content: card.content)
    }
    let problem = try #require(board.problems.first)
    #expect(board.problems.count == 1)
    #expect(problem.file == "scorecards/one-card.json")
    #expect(problem.what == "is a second working card for the same issue, beside two-cards")
    #expect(problem.remedy == "Only two-cards counts: delete one of them.")
  }

  @Test func `of two working cards the later date counts, whatever their names`() throws {
    let problem = try #require(
      try problems(of: [("zzz", .working, nil, 1), ("aaa", .working, nil, 2)]).first)
    #expect(problem.file == "scorecards/zzz.json")
    #expect(problem.remedy == "Only aaa counts: delete one of them.")
  }

  @Test func `two cards that were agreed on one day are told, and not those of two days`() throws {
    let found = try problems(of: [
      ("one", .agreed, nil, 1), ("two", .agreed, nil, 1), ("later", .agreed, nil, 2),
    ])
    #expect(found.map(\.file) == ["scorecards/one.json"])
    #expect(
      found.map(\.what) == ["is a second agreed card for the same issue on 1 Sep 2018, beside two"])
    #expect(found.map(\.remedy) == ["Of that day only two counts: delete one of them."])
  }

  @Test func `two cards of one agency on one day are told, and not those of two agencies`() throws {
    let found = try problems(of: [
      ("one", .agency, "full", 1), ("two", .agency, "full", 1), ("three", .agency, "other", 1),
      ("later", .agency, "full", 2),
    ])
    #expect(found.map(\.file) == ["scorecards/one.json"])
    #expect(
      found.map(\.what) == [
        "is a second card of full for the same issue on 1 Sep 2018, beside two"
      ])
  }

  /// What is wrong with cards for one issue: their names, what they are and whose, and the day in
  /// September.
  private func problems(
    of cards: [(Identifier<Scorecard>, Scorecard.Basis, Identifier<Partner>?, Int)]
  ) throws -> [Problem] {
    var board = try Board.full()
    var card = try #require(board[Identifier<Scorecard>("full")])
    board.scorecards = Table()
    let other = try #require(board[Identifier<Partner>("full")])
    board["other"] = Record<Partner>(id: "other", header: other.header, content: other.content)
    for (id, basis, agency, day) in cards {
      (card.basis, card.agency) = (basis, agency)
      card.date = CalendarDate("2018-09-0\(day)")
      board[id] = Record(id: id, header: card.header, content: card.content)
    }
    return board.problems.filter { $0.what.contains("second") }
  }

  @Test func `a name of a record is read as it is written`() throws {
    for name in ["board", "areas/fraud", "practice/operation-one"] {
      #expect(RecordName(name)?.description == name)
    }
    #expect(RecordName("area/fraud")?.description == "areas/fraud")
    #expect(RecordName("board/fraud") == nil)
    #expect(RecordName("fraud") == nil)
    #expect(RecordName("areas/../board") == nil)
    #expect(RecordName.board.path == "board.json")
  }

  @Test(arguments: Kind.allCases)
  func `links are told in the same order each time`(kind: Kind) throws {
    var value = try FullRecords.value(of: kind)
    for (list, inner) in value.objectValue ?? Object() {
      guard list != "multipliers", let entries = inner.objectValue,
        let first = entries.first(where: { _ in true }),
        FullRecords.pattern([list, "any"]) == "\(list).*"
      else { continue }
      for index in 0..<9 { value = value.setting(first.value, at: [list, "entry-\(index)"]) }
    }
    let board = try Board.full().replacing(kind, by: value)
    let name = RecordName(kind: kind, id: kind == .board ? "board" : "full")
    let entries = board.links(of: name).map { $0.field.split(separator: ".") }
      .filter { $0.count > 1 }
    for list in Dictionary(grouping: entries, by: { $0[0] }).values {
      #expect(list.map { $0[1] } == list.map { $0[1] }.sorted())
    }
  }

  private func expectDangling(_ kind: Kind, _ value: Value, field: String) throws {
    let board = try Board.full().replacing(kind, by: value)
    let problem = try #require(board.problems.first { $0.what.contains("nobody-here") })
    #expect(problem.file == (kind.folder.map { "\($0)/full.json" } ?? "board.json"))
    #expect(problem.field == field)
    #expect(problem.what.hasPrefix("names "))
    #expect(problem.what.hasSuffix("/nobody-here, which is not on this board"))
    #expect(problem.remedy == "Correct the name, or add that record.")
  }
}

extension Board {
  /// The board with another full record of a kind, not deleted.
  fileprivate func replacing(_ kind: Kind, by value: Value) throws -> Board {
    var board = self
    let bytes = value.setting(nil, at: ["deleted"]).canonicalBytes
    func replace<Content: RecordContent>(_ content: Content.Type) throws {
      let id = try Identifier<Content>(kind == .board ? "board" : "full")
      board[id] = try Document(parsing: bytes).decode { try Record(id: id, from: $0) }
    }
    try replace(kind.content)
    return board
  }
}
