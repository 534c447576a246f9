import Domain
import JSON
import TestSupport
import Testing

/// What holds for every merge, on documents that nobody has thought of.
struct MergeLawsTests {
  static let seeds = Array(UInt64(0)..<200)

  /// A base and two states of it; they also differ in how their stamps are ordered.
  struct Case {
    let base: Value
    let one: Revision
    let two: Revision

    init(seed: UInt64, kind: Kind? = nil) throws {
      var random = RandomRecords(seed: seed)
      let full = try kind.map { try FullRecords.value(of: $0).setting(nil, at: ["deleted"]) }
      let base = full ?? random.document()
      let documents = (0..<2).map { _ in
        kind.map { random.edited(base, as: $0) } ?? random.edited(base)
      }
      self.base = base
      let times = random.pick([[10, 20], [20, 10], [10, 10]])
      one = revision(documents[0], by: "one", at: times[0])
      two = revision(documents[1], by: random.pick(["one", "two"]), at: times[1])
    }

    var merged: Value { one.merged(with: two, from: base) }
  }

  static func check(_ one: Revision, _ two: Revision, from base: Value?) throws {
    let result = one.merged(with: two, from: base)
    #expect(result.canonicalBytes == two.merged(with: one, from: base).canonicalBytes)
    #expect(one.merged(with: one, from: base) == one.document)
    #expect(
      one.merged(with: Revision(document: base ?? [:], stamp: two.stamp), from: base)
        == one.document)
    let merged = try Merged(result)
    for side in [one, two] {
      for change in FieldChange.between(base ?? [:], side.document) {
        #expect(merged.tells(change), "\(change) is lost in \(result.compactText)")
      }
    }
    for (key, value) in base?.objectValue ?? Object()
    where one.document[key] == value && two.document[key] == value && key != "conflicts" {
      #expect(result[key] == value, "Nobody has touched \(key).")
    }
  }

  @Test(arguments: seeds)
  func `either way round it is the same, nothing is lost, nothing else is touched`(
    seed: UInt64
  ) throws {
    let these = try Case(seed: seed)
    try Self.check(these.one, these.two, from: these.base)
    try Self.check(these.one, these.two, from: nil)
  }

  @Test(arguments: seeds.prefix(12), Kind.allCases)
  func `records stay records`(seed: UInt64, kind: Kind) throws {
    let these = try Case(seed: seed, kind: kind)
    try Self.check(these.one, these.two, from: these.base)
    let merged = these.merged
    #expect(throws: Never.self, "\(merged.compactText)") {
      try FullRecords.recoded(merged, as: kind)
    }
  }

  @Test(arguments: seeds.prefix(12), Kind.allCases)
  func `a removal is kept, and noted where the other side did anything`(
    seed: UInt64, kind: Kind
  ) throws {
    let these = try Case(seed: seed, kind: kind)
    let deletion: Value = ["at": "2018-03-03T10:42:03Z", "by": "one"]
    let removed = Revision(
      document: these.one.document.setting(deletion, at: ["deleted"]), stamp: these.one.stamp)
    try Self.check(removed, these.two, from: these.base)
    let merged = try Merged(removed.merged(with: these.two, from: these.base))
    #expect(merged.document["deleted"] == deletion)
    let isNoted = merged.conflicts.contains { $0.field == "deleted" }
    #expect(isNoted == (these.two.document != these.base))
  }

  @Test(arguments: seeds)
  func `what one side does not know survives`(seed: UInt64) throws {
    let these = try Case(seed: seed)
    let unknown: Value = ["x": ["of": [1, "two"]]]
    func knowing(_ value: Value) -> Value { value.setting(unknown, at: ["x-unknown"]) }
    let one = Revision(document: knowing(these.one.document), stamp: these.one.stamp)
    #expect(one.merged(with: these.two, from: these.base) == knowing(these.merged))
  }

  @Test func `the laws meet conflicts of all sorts, and records without`() throws {
    var counts = (none: 0, values: 0, removals: 0)
    for seed in Self.seeds {
      let conflicts = try Merged(Case(seed: seed).merged).conflicts
      if conflicts.isEmpty { counts.none += 1 }
      if conflicts.contains(where: { $0.other.value != nil }) { counts.values += 1 }
      if conflicts.contains(where: { $0.other.value == nil }) { counts.removals += 1 }
    }
    #expect(counts.none > 20 && counts.values > 20 && counts.removals > 20, "\(counts)")
  }
}
