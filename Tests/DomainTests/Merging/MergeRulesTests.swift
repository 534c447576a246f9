import Domain
import JSON
import TestSupport
import Testing

/// A state with the stamp that it bears.
func revision(_ document: Value, by writer: String, at second: Int) -> Revision {
  Revision(document: document, stamp: Stamp(at: Timestamp(seconds: second), by: writer))
}

/// The rules, one table row each; every row is tried both ways round.
struct MergeRulesTests {
  /// Two states of what both started from, the second one later, and what comes of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let base: Value?
    let one: Value
    let two: Value
    let result: Value
    var conflicts: [FieldConflict] = []

    var testDescription: String { rule }
  }

  static func conflict(
    _ field: String, _ base: Value?, kept: (Value?, String, Int), other: (Value?, String, Int)
  ) -> FieldConflict {
    FieldConflict(
      field: field, base: base,
      kept: .init(value: kept.0, at: Timestamp(seconds: kept.2), by: kept.1),
      other: .init(value: other.0, at: Timestamp(seconds: other.2), by: other.1))
  }

  static let early: Value = ["at": "2018-02-06T10:42:00Z", "by": "ann@desk"]
  static let late: Value = ["at": "2018-02-06T11:42:00Z", "by": "ann@desk"]

  static let rows: [Row] = [
    Row(
      rule: "different fields", base: ["a": 1, "b": 1], one: ["a": 2, "b": 1],
      two: ["a": 1, "b": 2], result: ["a": 2, "b": 2]),
    Row(
      rule: "the same change", base: ["a": 1, "b": 1], one: ["a": 2, "b": 1],
      two: ["a": 2, "b": 2], result: ["a": 2, "b": 2]),
    Row(
      rule: "two values: the later stands", base: ["a": 1], one: ["a": 2], two: ["a": 3],
      result: ["a": 3],
      conflicts: [conflict("a", 1, kept: (3, "two", 20), other: (2, "one", 10))]),
    Row(
      rule: "changed and removed", base: ["a": 1, "b": 1], one: ["a": 2, "b": 1],
      two: ["b": 1, "c": 1], result: ["b": 1, "c": 1],
      conflicts: [conflict("a", 1, kept: (nil, "two", 20), other: (2, "one", 10))]),
    Row(rule: "null is no value", base: [:], one: ["a": .null], two: ["a": 1], result: ["a": 1]),
    Row(
      rule: "null takes away", base: ["a": 1], one: ["a": .null, "b": 1], two: [:],
      result: ["b": 1]),
    Row(
      rule: "two first entries of a list", base: [:], one: ["m": ["one": ["t": 1]]],
      two: ["m": ["two": ["t": 2]]], result: ["m": ["one": ["t": 1], "two": ["t": 2]]]),
    Row(
      rule: "a list emptied while an entry came", base: ["m": ["old": ["t": 1]]], one: [:],
      two: ["m": ["old": ["t": 1], "two": ["t": 2]]], result: ["m": ["two": ["t": 2]]]),
    Row(
      rule: "a list emptied from both ends",
      base: ["m": ["one": ["t": 1], "two": ["t": 2]]], one: ["m": ["two": ["t": 2]]],
      two: ["m": ["one": ["t": 1]]], result: ["m": [:]]),
    Row(
      rule: "an entry removed and edited",
      base: ["m": ["one": ["t": 1, "u": 1], "two": ["t": 2]]],
      one: ["m": ["one": ["t": 5, "u": 1], "two": ["t": 2]]], two: ["m": ["two": ["t": 2]]],
      result: ["m": ["one": ["t": 5, "u": 1], "two": ["t": 2]]],
      conflicts: [
        conflict(
          "m.one", ["t": 1, "u": 1], kept: (["t": 5, "u": 1], "one", 10), other: (nil, "two", 20))
      ]),
    Row(
      rule: "the last entry removed and edited", base: ["m": ["one": ["t": 1, "u": 1]]],
      one: ["m": ["one": ["t": 5, "u": 1]]], two: ["x": 1],
      result: ["m": ["one": ["t": 5, "u": 1]], "x": 1],
      conflicts: [
        conflict(
          "m.one", ["t": 1, "u": 1], kept: (["t": 5, "u": 1], "one", 10), other: (nil, "two", 20))
      ]),
    Row(
      rule: "what makes sense as a whole removed and edited", base: ["r": ["from": 1, "to": 2]],
      one: ["r": ["from": 1, "to": 3]], two: ["x": 1],
      result: ["r": ["from": 1, "to": 3], "x": 1],
      conflicts: [
        conflict(
          "r", ["from": 1, "to": 2], kept: (["from": 1, "to": 3], "one", 10),
          other: (nil, "two", 20))
      ]),
    Row(
      rule: "an entry removed and untouched", base: ["m": ["one": ["t": 1], "two": ["t": 2]]],
      one: ["m": ["two": ["t": 2]]], two: ["m": ["one": ["t": 1], "two": ["t": 3]]],
      result: ["m": ["two": ["t": 3]]]),
    Row(
      rule: "an object and a scalar", base: ["a": 1], one: ["a": ["b": 1]], two: ["a": "x"],
      result: ["a": "x"],
      conflicts: [conflict("a", 1, kept: ("x", "two", 20), other: (["b": 1], "one", 10))]),
    Row(
      rule: "sets", base: ["s": ["x", "y", "z"]], one: ["s": ["x", "z", "c"]],
      two: ["s": ["b", "x", "y"]], result: ["s": ["x", "b", "c"]]),
    Row(
      rule: "a set emptied while an element came", base: ["s": ["x"]], one: [:],
      two: ["s": ["x", "y"]], result: ["s": ["y"]]),
    Row(
      rule: "a set emptied from both ends", base: ["s": ["x", "y"]], one: ["s": ["x"]],
      two: ["s": ["y"]], result: ["s": []]),
    Row(
      rule: "a set and a scalar", base: ["s": ["x"]], one: ["s": ["y"]], two: ["s": "y"],
      result: ["s": "y"],
      conflicts: [conflict("s", ["x"], kept: ("y", "two", 20), other: (["y"], "one", 10))]),
    Row(
      rule: "the later update stands", base: ["updated": early, "a": 1, "b": 1],
      one: ["updated": late, "a": 2, "b": 1],
      two: ["updated": ["at": "2018-02-06T11:00:00Z", "by": "zoe@desk"], "a": 1, "b": 2],
      result: ["updated": late, "a": 2, "b": 2]),
    Row(
      rule: "both made it: the earlier making stands", base: nil, one: ["created": late, "a": 1],
      two: ["created": early, "b": 1], result: ["created": early, "updated": late, "a": 1, "b": 1]),
    Row(
      rule: "both made it: two values", base: nil, one: ["a": 1], two: ["a": 2],
      result: ["a": 2],
      conflicts: [conflict("a", nil, kept: (2, "two", 20), other: (1, "one", 10))]),
    Row(
      rule: "removed and edited", base: ["a": 1], one: ["a": 1, "deleted": early], two: ["a": 2],
      result: ["a": 2, "deleted": early],
      conflicts: [
        conflict(
          "deleted", nil, kept: (early, "ann@desk", 1_517_913_720), other: (nil, "two", 20))
      ]),
    Row(
      rule: "removed and only stamped", base: ["a": 1], one: ["a": 1, "deleted": early],
      two: ["a": 1, "updated": late], result: ["a": 1, "deleted": early, "updated": late],
      conflicts: [
        conflict(
          "deleted", nil, kept: (early, "ann@desk", 1_517_913_720), other: (nil, "two", 20))
      ]),
    Row(
      rule: "removed by both", base: ["a": 1], one: ["a": 1, "deleted": late],
      two: ["a": 2, "deleted": early], result: ["a": 2, "deleted": early]),
    Row(
      rule: "restored and edited", base: ["a": 1, "deleted": early], one: ["a": 1],
      two: ["a": 2, "deleted": early], result: ["a": 2]),
    Row(
      rule: "nonsense for stamps", base: [:], one: ["updated": "x", "created": "x", "deleted": 1],
      two: ["updated": late, "created": early, "deleted": early],
      result: ["updated": late, "created": early, "deleted": early]),
  ]

  @Test(arguments: rows)
  func `what comes of two changes`(row: Row) throws {
    let one = revision(row.one, by: "one", at: 10)
    let two = revision(row.two, by: "two", at: 20)
    var expected = try #require(row.result.objectValue)
    if !row.conflicts.isEmpty {
      expected["conflicts"] = .array(try row.conflicts.map { try Value(encoding: $0) })
    }
    #expect(one.merged(with: two, from: row.base) == .object(expected))
    #expect(two.merged(with: one, from: row.base) == .object(expected))
  }

  @Test func `of two values the later stands, then the greater writer, then the greater bytes`() {
    let base: Value = ["a": 0]
    func kept(_ one: Revision, _ two: Revision) -> Value? {
      one.merged(with: two, from: base)["a"]
    }
    #expect(
      kept(revision(["a": 1], by: "z", at: 10), revision(["a": 2], by: "a", at: 20)) == 2)
    #expect(
      kept(revision(["a": 1], by: "z", at: 10), revision(["a": 2], by: "a", at: 10)) == 1)
    #expect(
      kept(revision(["a": 1], by: "a", at: 10), revision(["a": 2], by: "a", at: 10)) == 2)
  }

  @Test func `a field's own stamp counts before that of the record`() throws {
    let old = Stamp(at: Timestamp(seconds: 5), by: "old")
    let middle = Stamp(at: Timestamp(seconds: 15), by: "middle")
    let base: Value = ["m": ["one": ["t": 0]]]
    let one = revision(["m": ["one": ["t": 1]]], by: "one", at: 10)
    func kept(_ stamps: [[String]: Stamp]) -> Value? {
      let two = Revision(
        document: ["m": ["one": ["t": 2]]],
        stamp: Stamp(at: Timestamp(seconds: 20), by: "two"), stamps: stamps)
      let result = one.merged(with: two, from: base)
      return result["m"]?["one"]?["t"]
    }
    #expect(kept([:]) == 2)
    #expect(kept([["x"]: old]) == 2)
    #expect(kept([["m", "one", "t"]: old]) == 1)
    #expect(kept([["m"]: old]) == 1, "The nearest field around it counts.")
    #expect(kept([["m"]: old, ["m", "one"]: middle]) == 2)
    #expect(kept([["m", "one", "t", "x"]: middle, ["m", "one", "t"]: old]) == 2)
  }

  @Test func `conflicts that are no list, and documents that are no object, do no harm`() {
    let base: Value = ["a": 1]
    for odd: Value in ["x", 1, ["b": 1], [1, "x", ["field": 3, "other": [1]]], .null] {
      let one = revision(["a": 2, "conflicts": odd], by: "one", at: 10)
      let two = revision(["a": 3, "conflicts": ["y"]], by: "two", at: 20)
      let result = one.merged(with: two, from: base)
      #expect(result == two.merged(with: one, from: base))
      #expect(result["conflicts"]?.arrayValue?.isEmpty == false)
      let list = revision(["a": 2, "conflicts": odd], by: "one", at: 10)
        .merged(with: revision(["a": 3], by: "two", at: 20), from: base)
      #expect(list["conflicts"]?.arrayValue?.contains { $0["field"] == "a" } == true)
      guard odd.objectValue == nil else { continue }
      let whole = revision(odd, by: "one", at: 10)
      #expect(whole.merged(with: two, from: base) == two.document)
      #expect(two.merged(with: whole, from: odd) == two.document)
      #expect(
        whole.merged(with: revision("z", by: "a", at: 1), from: nil)
          == revision("z", by: "a", at: 1).merged(with: whole, from: nil))
    }
  }

  @Test func `a settled conflict stays settled, and the others stay`() throws {
    let settled = Self.conflict("a", 0, kept: (1, "x", 1), other: (2, "y", 0))
    let open = Self.conflict("b", 0, kept: (1, "x", 1), other: (2, "y", 0))
    let entries = try [settled, open].map { try Value(encoding: $0) }
    let base: Value = ["a": 1, "b": 1, "conflicts": .array(entries)]
    let one = revision(["a": 1, "b": 1, "conflicts": [entries[1]]], by: "one", at: 10)
    let two = revision(["a": 1, "b": 1, "c": 1, "conflicts": .array(entries)], by: "two", at: 20)
    #expect(one.merged(with: two, from: base)["conflicts"] == [entries[1]])
  }

  @Test func `of one field the eight latest conflicts are kept, in one order`() throws {
    var document: Value = ["a": 0, "b": 0]
    for second in 1...12 {
      let mine = revision(["a": .number(Number(second)), "b": 0], by: "mine", at: second)
      let theirs = revision(document, by: "theirs", at: 100)
      document = mine.merged(with: theirs, from: ["a": 50, "b": 0])
    }
    let entries = try #require(document["conflicts"]?.arrayValue)
    let times = entries.filter { $0["field"] == "a" }.compactMap { $0["other"]?["at"]?.stringValue }
    #expect(times == (5...12).map { Timestamp(seconds: $0).description })
    #expect(document["a"] == 0)
    #expect(Set(entries).count == entries.count)
  }

  @Test func `a conflict that was just found is kept, however old it says it is`() throws {
    let known = try (1...8).map { second in
      let value = Value.number(Number(second))
      return try Value(
        encoding: Self.conflict("a", 50, kept: (0, "x", 99), other: (value, "y", second)))
    }
    let base: Value = ["a": 50, "conflicts": .array(known)]
    let theirs = revision(["a": 0, "conflicts": .array(known)], by: "theirs", at: 100)
    let late = revision(["a": "by a slow clock", "conflicts": .array(known)], by: "late", at: 0)
    let merged = late.merged(with: theirs, from: base)
    #expect(theirs.merged(with: late, from: base) == merged)
    let entries = try #require(merged["conflicts"]?.arrayValue)
    let others: [Value?] = entries.map { $0["other"]?["value"] }
    #expect(others == ["by a slow clock", 2, 3, 4, 5, 6, 7, 8])
  }
}
