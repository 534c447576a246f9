import Domain
import JSON
import TestSupport
import Testing

/// What people do about conflicts.
struct SettlementTests {
  static let stamp = Stamp(at: Timestamp(seconds: 1_517_913_720), by: "mine@desk")

  static func conflict(_ field: String, kept: Value?, other: Value?) -> FieldConflict {
    FieldConflict(
      field: field, base: "before", kept: .init(value: kept, at: stamp.at, by: "ann@desk"),
      other: .init(value: other, at: stamp.at, by: "bob@desk"))
  }

  static func document(_ document: Value, _ conflicts: FieldConflict...) throws -> Value {
    document.setting(
      .array(try conflicts.map { try Value(encoding: $0) }), at: ["conflicts"])
  }

  @Test func `what stands is kept, the other is taken, or both texts are`() throws {
    let conflict = Self.conflict("title", kept: "A", other: "B")
    let other = Self.conflict("notes", kept: "A", other: "B")
    let document = try Self.document(["title": "A"], conflict, other)
    func settled(_ settlement: Settlement) throws -> Value {
      try #require(conflict.settled(settlement, in: document))
    }
    #expect(conflict.settlements(in: document) == [.keep, .takeOther, .both])
    #expect(try settled(.keep) == Self.document(["title": "A"], other))
    #expect(try settled(.takeOther) == Self.document(["title": "B"], other))
    #expect(try settled(.both) == Self.document(["title": "A / B"], other))
  }

  @Test func `what stands by now counts, not what stood when the conflict arose`() throws {
    let conflict = Self.conflict("title", kept: "A", other: "B")
    let document = try Self.document(["title": "C"], conflict)
    #expect(conflict.standing(in: document) == "C")
    #expect(conflict.settled(.keep, in: document) == ["title": "C"])
    #expect(conflict.settled(.takeOther, in: document) == ["title": "B"])
    #expect(conflict.settled(.both, in: document) == ["title": "C / B"])
  }

  @Test func `texts of several lines are kept one below the other`() throws {
    let conflict = Self.conflict("notes", kept: "A\nB", other: "C")
    let document = try Self.document(["notes": "A\nB"], conflict)
    #expect(conflict.settled(.both, in: document) == ["notes": "A\nB\nC"])
  }

  @Test func `both are offered only of texts, and nothing of a conflict that is settled`() throws {
    for (kept, other) in [(1, "B"), ("A", nil), (nil, "B"), ("A", ["x"])] as [(Value?, Value?)] {
      let conflict = Self.conflict("title", kept: kept, other: other)
      let before: Value = ["title": "X"]
      let document = try Self.document(before.setting(kept, at: ["title"]), conflict)
      #expect(conflict.settlements(in: document) == [.keep, .takeOther])
      #expect(conflict.settled(.takeOther, in: document)?["title"] == other)
    }
    let conflict = Self.conflict("title", kept: "A", other: "B")
    #expect(conflict.settlements(in: ["title": "A"]) == [])
    #expect(conflict.settlements(in: ["title": "A", "conflicts": "x"]) == [])
    #expect(conflict.settlements(in: "x") == [])
  }

  @Test func `an entry of the list is known by what it says, whatever else is in it`() throws {
    let conflict = Self.conflict("title", kept: "A", other: "B")
    let entry = try Value(encoding: conflict).setting("y", at: ["x-unknown"])
    let document: Value = ["title": "A", "conflicts": [entry, "odd"]]
    #expect(conflict.settled(.keep, in: document) == ["title": "A", "conflicts": ["odd"]])
  }

  @Test func `a removed record stays removed, or is restored`() throws {
    let deletion = try Value(encoding: Self.stamp)
    let conflict = Self.conflict("deleted", kept: deletion, other: nil)
    let document = try Self.document(["title": "A", "deleted": deletion], conflict)
    #expect(conflict.settlements(in: document) == [.keep, .takeOther])
    #expect(conflict.settled(.keep, in: document) == ["title": "A", "deleted": deletion])
    #expect(conflict.settled(.takeOther, in: document) == ["title": "A"])
  }

  /// A field, what a document has, what the conflict kept, and the names that are meant.
  static let readings: [(String, Value, Value?, [String])] = [
    ("title", ["title": 1], 1, ["title"]),
    ("title", [:], nil, ["title"]),
    (
      "values.volume.value", ["values": ["volume": ["value": 2]]], 1, ["values", "volume", "value"]
    ),
    (
      "multipliers.0.5.value", ["multipliers": ["0.5": ["value": 1]]], 1,
      ["multipliers", "0.5", "value"]
    ),
    ("multipliers.0.5", ["multipliers": ["0.5": 1, "0": 2]], 1, ["multipliers", "0.5"]),
    ("multipliers.0.5", ["multipliers": ["0": ["value": 2]]], nil, ["multipliers", "0.5"]),
    (
      "multipliers.0.5.value", ["multipliers": ["0": ["value": 2]]], nil,
      ["multipliers", "0.5", "value"]
    ),
    ("multipliers.0.5.value", ["x": 1], nil, ["multipliers", "0.5", "value"]),
    ("multipliers.-0.5.value", [:], nil, ["multipliers", "-0.5", "value"]),
    ("criteria.volume.scale.10.25.key", [:], nil, ["criteria", "volume", "scale", "10.25", "key"]),
    ("keys.a.b.c", ["keys": ["a.b.c": "x"]], "y", ["keys", "a.b.c"]),
    ("keys.a.b", ["keys": ["a.b": "x", "a": ["b": "y"]]], "x", ["keys", "a.b"]),
    ("keys.a.b", ["keys": ["a.b": "x", "a": ["b": "y"]]], "y", ["keys", "a", "b"]),
    ("keys.a.b", ["keys": ["a.b": "x", "a": ["b": "y"]]], "z", ["keys", "a.b"]),
    ("a.b", ["a": "scalar"], nil, ["a", "b"]),
    ("e\u{301}.x", ["\u{E9}": ["x": 1], "e\u{301}": ["x": 1]], 1, ["e\u{301}", "x"]),
    ("", ["": 1], 1, [""]),
  ]

  @Test(arguments: readings)
  func `a field is read as the names that the document has`(
    field: String, document: Value, kept: Value?, names: [String]
  ) {
    let conflict = Self.conflict(field, kept: kept, other: "other")
    let path = conflict.path(in: document)
    #expect(path.map { Array($0.utf8) } == names.map { Array($0.utf8) })
  }

  @Test(arguments: Kind.allCases)
  func `every field of every kind is found again`(kind: Kind) throws {
    let document = try FullRecords.value(of: kind)
    for path in FullRecords.paths(in: document) {
      let conflict = Self.conflict(path.joined(separator: "."), kept: nil, other: "x")
      #expect(conflict.path(in: document) == path)
      #expect(conflict.path(in: document.setting(nil, at: path)) == path)
    }
  }

  @Test func `a conflict is settled on the board, by an edit like any other`() throws {
    var board = Board.bare
    let conflict = Self.conflict("text", kept: "A", other: "B")
    var issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs"))
    issue.text = "A"
    issue.header.conflicts = [conflict]
    board[issue.id] = issue
    let before = try #require(board.value(of: issue.recordName))
    let settled = board.settle(conflict, of: issue.recordName, by: .both, stamp: Self.stamp)
    let edit = try #require(settled)
    #expect(board[issue.id]?.text == "A / B")
    #expect(board[issue.id]?.header.conflicts == [])
    #expect(board[issue.id]?.header.updated == Self.stamp)
    let revision = Revision(document: before, stamp: Self.stamp)
    #expect(edit.merged(into: revision, by: Self.stamp) == board.value(of: issue.recordName))
    let again = board.settle(conflict, of: issue.recordName, by: .both, stamp: Self.stamp)
    #expect(again == nil)
  }

  @Test(arguments: [(Settlement.keep, Domain.Issue.Stage.watched), (.takeOther, .dismissed)])
  func `a stage that is settled keeps nothing of the other one`(
    settlement: Settlement, stage: Domain.Issue.Stage
  ) throws {
    var board = Board.bare
    let conflict = Self.conflict("stage", kept: "watched", other: "dismissed")
    var issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs", stage: .watched))
    issue.watchUntil = CalendarDate("2018-12-01")
    issue.dismissReason = "Not organised"
    issue.header.conflicts = [conflict]
    board[issue.id] = issue
    let edit = board.settle(conflict, of: issue.recordName, by: settlement, stamp: Self.stamp)
    let settled = try #require(board[issue.id])
    #expect(settled.stage == stage)
    #expect((settled.watchUntil == nil) == (stage == .dismissed))
    #expect((settled.dismissReason == nil) == (stage == .watched))
    #expect(edit?.changes.contains { $0.path.count == 1 && $0.new == nil } == true)
  }

  @Test func `what would be no record is not taken`() throws {
    var board = Board.bare
    var issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs"))
    let conflict = Self.conflict("title", kept: "Drugs", other: 5)
    issue.header.conflicts = [conflict]
    board[issue.id] = issue
    let taken = board.settle(conflict, of: issue.recordName, by: .takeOther, stamp: Self.stamp)
    #expect(taken == nil && board[issue.id] == issue)
    let missing = board.settle(
      conflict, of: try #require(RecordName("issues/none")), by: .keep, stamp: Self.stamp)
    #expect(missing == nil)
  }

  @Test func `a board tells its conflicts by record`() {
    var board = Board.bare
    #expect(board.conflicts == [])
    let conflict = Self.conflict("title", kept: "A", other: "B")
    for name in ["theft", "drugs"] as [Identifier<Domain.Issue>] {
      var issue = Record(id: name, content: Domain.Issue(title: "A"))
      issue.header.conflicts = [conflict]
      issue.header.deleted = name == "theft" ? Self.stamp : nil
      board[name] = issue
    }
    #expect(board.conflicts.map(\.record.description) == ["issues/drugs", "issues/theft"])
    #expect(board.conflicts.map(\.conflicts) == [[conflict], [conflict]])
  }
}
