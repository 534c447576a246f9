import Domain
import JSON
import TestSupport
import Testing

struct FieldChangeTests {
  /// An object of few keys, so that two of them differ in all ways; `é` is there in both its forms.
  static func object(depth: Int = 0, using generator: inout SeededGenerator) -> Value {
    var object = Object()
    for key in ["a", "b", "c", "updated", "\u{E9}", "e\u{301}"] where generator.oneIn(2) {
      object[key] = value(depth: depth + 1, using: &generator)
    }
    return .object(object)
  }

  static func value(depth: Int, using generator: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<(depth < 4 ? 8 : 5), using: &generator) {
    case 0: .null
    case 1: .bool(generator.oneIn(2))
    case 2: .number(Number(Int.random(in: 0...2, using: &generator)))
    case 3: .string(generator.oneIn(2) ? "\u{E9}" : "e\u{301}")
    case 4: ["tags", "of"]
    default: object(depth: depth, using: &generator)
    }
  }

  static func applied(_ changes: [FieldChange], to value: Value) throws -> Value {
    var result = value
    for change in changes { try change.apply(to: &result) }
    return result
  }

  static let seeds = Array(UInt64(0)..<200)

  @Test(arguments: seeds)
  func `the changes between two objects lead from one to the other`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let old = Self.object(using: &generator)
    let new = Self.object(using: &generator)
    let changes = FieldChange.between(old, new)
    #expect(try Self.applied(changes, to: old) == new)
    #expect(try Self.applied(changes, to: new) == new, "Made twice, a change is made once.")
    #expect(changes.isEmpty == (old == new))
    #expect(FieldChange.between(new, new) == [])
  }

  @Test(arguments: seeds)
  func `fields that an edit does not name stay as they are`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let old = Self.object(using: &generator)
    let new = Self.object(using: &generator)
    let unknown = Self.value(depth: 1, using: &generator)
    let changes = FieldChange.between(old, new)
    let result = try Self.applied(changes, to: Self.adding(unknown, to: old))
    #expect(result == Self.adding(unknown, to: new))
  }

  private static func adding(_ unknown: Value, to value: Value) -> Value {
    var object = value.objectValue ?? Object()
    object["x-unknown"] = unknown
    return .object(object)
  }

  @Test(arguments: seeds)
  func `two people who change different fields are both kept`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let old = Self.object(using: &generator)
    let mine = FieldChange.between(["m": old], ["m": Self.object(using: &generator)])
    let theirs = FieldChange.between(["t": old], ["t": Self.object(using: &generator)])
    let both: Value = ["m": old, "t": old]
    #expect(
      try Self.applied(mine + theirs, to: both) == Self.applied(theirs + mine, to: both))
  }

  @Test func `a change names the innermost field`() {
    let old: Value = ["values": ["volume": ["reason": "two", "value": 1], "trend": ["value": 2]]]
    let new: Value = ["values": ["volume": ["reason": "two", "value": 3]]]
    #expect(
      FieldChange.between(old, new) == [
        FieldChange(path: ["values", "trend"], old: ["value": 2], new: nil),
        FieldChange(path: ["values", "volume", "value"], old: 1, new: 3),
      ])
    #expect(FieldChange.between(old, new).last?.field == "values.volume.value")
  }

  @Test func `a list in a field is one value`() {
    #expect(
      FieldChange.between(["tags": ["a"]], ["tags": ["a", "b"]])
        == [FieldChange(path: ["tags"], old: ["a"], new: ["a", "b"])])
  }

  @Test func `two first entries of one list are two changes`() throws {
    let mine = FieldChange.between([:], ["updates": ["one": ["text": "A"]]])
    let theirs = FieldChange.between([:], ["updates": ["two": ["text": "B"]]])
    #expect(
      try Self.applied(mine + theirs, to: [:])
        == ["updates": ["one": ["text": "A"], "two": ["text": "B"]]])
  }

  @Test func `null and nothing are two values`() throws {
    let change = FieldChange(path: ["notes"], old: nil, new: "A")
    #expect(throws: EditRefusal.self) { try Self.applied([change], to: ["notes": .null]) }
    let removal = FieldChange(path: ["notes"], old: .some(.null), new: nil)
    #expect(try Self.applied([removal], to: ["notes": .null]) == [:])
    let inner = FieldChange(path: ["list", "entry"], old: nil, new: .some(.null))
    #expect(try Self.applied([inner], to: [:]) == ["list": ["entry": .null]])
  }

  @Test(
    arguments: [
      (["title": "Theirs"], "title to \"Theirs\", where you wanted \"Mine\""),
      ([:], "title to nothing, where you wanted \"Mine\""),
      (["title": .null], "title to null, where you wanted \"Mine\""),
    ] as [(Value, String)])
  func `a refusal names the field and both values`(found: Value, says: String) throws {
    let change = FieldChange(path: ["title"], old: "Old", new: "Mine")
    let error = try #require(throws: EditRefusal.self) { try Self.applied([change], to: found) }
    #expect(error.description == "somebody else has meanwhile set " + says)
  }

  @Test func `a long value is cut in a refusal`() throws {
    let change = FieldChange(path: ["notes"], old: "Old", new: nil)
    let long = Value.string(String(repeating: "a", count: 500))
    let error = try #require(throws: EditRefusal.self) {
      try Self.applied([change], to: ["notes": long])
    }
    #expect(error.description.count < 160)
    #expect(error.description.hasSuffix("…, where you wanted nothing"))
  }

  @Test func `a field whose list is gone is refused, and is gone already when it is to go`() throws
  {
    let path = ["values", "volume", "value"]
    let change = FieldChange(path: path, old: 1, new: 2)
    #expect(throws: EditRefusal.self) { try Self.applied([change], to: [:]) }
    let removal = FieldChange(path: path, old: 1, new: nil)
    #expect(try Self.applied([removal], to: [:]) == [:])
    #expect(try Self.applied([removal], to: ["values": [:]]) == ["values": [:]])
  }

  @Test func `a list that has become one value is not taken apart`() throws {
    let change = FieldChange(path: ["values", "volume"], old: nil, new: 2)
    #expect(throws: EditRefusal.self) { try Self.applied([change], to: ["values": "none"]) }
  }
}

struct EditTests {
  static let mine = Stamp(at: Timestamp(seconds: 1_517_913_720), by: "mine@desk")
  static let theirs = Stamp(at: Timestamp(seconds: 1_517_913_000), by: "theirs@desk")

  @Test func `the later stamp stands, whole, and nobody is refused for it`() throws {
    var board = Board.bare
    let issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs"))
    board[issue.id] = issue
    for found in [nil, Self.theirs] as [Stamp?] {
      var edited = issue
      edited.title = "Drug supply"
      var copy = board
      let put = copy.put(edited, stamp: Self.mine)
      let edit = try #require(put)
      var onDisk = issue
      onDisk.header.updated = found
      let result = try edit.apply(to: Value(encoding: onDisk))
      #expect(result["updated"] == (try Value(encoding: Self.mine)))
      #expect(result["title"] == "Drug supply")
    }
  }

  @Test func `a stamp is one change, so that no two writers are mixed in it`() throws {
    var board = Board.bare
    var issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs"))
    issue.header.updated = Self.theirs
    board[issue.id] = issue
    issue.title = "Drug supply"
    let put = board.put(issue, stamp: Self.mine)
    let edit = try #require(put)
    #expect(edit.changes.map(\.field) == ["title", "updated"])
  }

  @Test func `an edit that is refused changes nothing`() throws {
    let edit = Edit(
      record: .board,
      changes: [
        FieldChange(path: ["name"], old: "A", new: "B"),
        FieldChange(path: ["place"], old: "C", new: "D"),
      ])
    let error = #expect(throws: EditRefusal.self) {
      try edit.apply(to: ["name": "A", "place": "Elsewhere"])
    }
    #expect(
      error == .changedMeanwhile(field: "place", found: "Elsewhere", wanted: "D"))
  }

  @Test func `a record that says the same is no edit and is not stamped`() {
    var board = Board.bare
    let issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs"))
    board[issue.id] = issue
    let put = board.put(issue, stamp: Self.mine)
    #expect(put == nil)
    #expect(board[issue.id]?.header.updated == nil)
  }

  @Test func `the edit of a new record makes it from nothing`() throws {
    var board = Board.bare
    let issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs"))
    let put = board.put(issue, stamp: Self.mine)
    let edit = try #require(put)
    #expect(edit.isNew && edit.record == RecordName(issue.id))
    #expect(board[issue.id]?.header.created == Self.mine)
    #expect(
      try edit.apply(to: [:]) == Value(encoding: try #require(board[issue.id])))
  }
}
