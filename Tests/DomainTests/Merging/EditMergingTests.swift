import Domain
import JSON
import TestSupport
import Testing

/// Saving an edit into a record that others may have changed since the edit began.
struct EditMergingTests {
  static let ann = Stamp(at: Timestamp(seconds: 1_517_913_000), by: "ann@desk")
  static let bob = Stamp(at: Timestamp(seconds: 1_517_913_060), by: "bob@desk")

  /// Somebody's edit of a document, stamped as the program does it.
  static func edit(_ base: Value, _ new: Value, by stamp: Stamp, isSeen: Bool = true) -> Edit {
    Edit(
      record: RecordName(Identifier<Domain.Issue>("drugs")),
      changes: FieldChange.between(base, stamped(new, by: stamp)), seen: isSeen ? base : nil)
  }

  static func stamped(_ document: Value, by stamp: Stamp) -> Value {
    document.setting(["at": .string("\(stamp.at)"), "by": .string(stamp.by)], at: ["updated"])
  }

  /// What a record holds after some edits, one after the other.
  static func saved(_ edits: [(Edit, Stamp)], to base: Value) -> Value {
    let none = Stamp(at: Timestamp(seconds: 0), by: "nobody")
    return edits.reduce(base) { document, edit in
      edit.0.merged(into: Revision(document: document, unstamped: none), by: edit.1)
    }
  }

  @Test(arguments: MergeLawsTests.seeds)
  func `two edits end the same whichever is saved first`(seed: UInt64) throws {
    let these = try MergeLawsTests.Case(seed: seed)
    let one = (Self.edit(these.base, these.one.document, by: Self.ann), Self.ann)
    let two = (Self.edit(these.base, these.two.document, by: Self.bob), Self.bob)
    let result = Self.saved([one, two], to: these.base)
    #expect(differences(result, Self.saved([two, one], to: these.base)) == [])
    let merged = try Merged(result)
    for change in one.0.changes + two.0.changes {
      #expect(merged.tells(change), "\(change) is lost in \(result.compactText)")
    }
  }

  @Test(arguments: MergeLawsTests.seeds)
  func `an edit that is saved again changes nothing`(seed: UInt64) throws {
    let these = try MergeLawsTests.Case(seed: seed)
    let one = (Self.edit(these.base, these.one.document, by: Self.ann), Self.ann)
    let two = (Self.edit(these.base, these.two.document, by: Self.bob), Self.bob)
    for edits in [[one], [one, two], [two, one]] {
      let once = Self.saved(edits, to: these.base)
      let twice = Self.saved(edits + edits.suffix(1), to: these.base)
      #expect(differences(once, twice) == [])
    }
    let alone = Self.saved([one], to: these.base)
    #expect(differences(alone, Self.stamped(these.one.document, by: Self.ann)) == [])
  }

  @Test(arguments: MergeLawsTests.seeds.prefix(12), Kind.allCases)
  func `records stay records, and end the same whichever is saved first`(
    seed: UInt64, kind: Kind
  ) throws {
    let these = try MergeLawsTests.Case(seed: seed, kind: kind)
    let one = (Self.edit(these.base, these.one.document, by: Self.ann), Self.ann)
    let two = (Self.edit(these.base, these.two.document, by: Self.bob), Self.bob)
    let result = Self.saved([one, two], to: these.base)
    #expect(differences(result, Self.saved([two, one], to: these.base)) == [])
    #expect(throws: Never.self) { try FullRecords.recoded(result, as: kind) }
  }

  @Test(arguments: MergeLawsTests.seeds.prefix(100))
  func `an edit that does not say what its editor saw loses nothing and does no harm`(
    seed: UInt64
  ) throws {
    let these = try MergeLawsTests.Case(seed: seed)
    let one = (Self.edit(these.base, these.one.document, by: Self.ann, isSeen: false), Self.ann)
    let two = (Self.edit(these.base, these.two.document, by: Self.bob, isSeen: false), Self.bob)
    for edits in [[one, two], [two, one]] {
      let merged = try Merged(Self.saved(edits, to: these.base))
      for change in one.0.changes + two.0.changes { #expect(merged.tells(change), "\(change)") }
    }
    // Records it was never made for, among them such as are no object.
    var random = RandomRecords(seed: seed)
    for other: Value in [random.document(), random.document(), "x", [], .null] {
      _ = Self.saved([one], to: other)
    }
  }

  @Test
  func `whoever removes a record that was changed meanwhile, or changes a removed one, is told`()
    throws
  {
    let base: Value = ["title": "A"]
    let deletion: Value = ["at": .string("\(Self.ann.at)"), "by": .string(Self.ann.by)]
    let removal = Self.edit(base, base.setting(deletion, at: ["deleted"]), by: Self.ann)
    let change = Self.edit(base, ["title": "B"], by: Self.bob)
    for edits in [
      [(removal, Self.ann), (change, Self.bob)], [(change, Self.bob), (removal, Self.ann)],
    ] {
      let merged = try Merged(Self.saved(edits, to: base))
      #expect(merged.document["title"] == "B" && merged.document["deleted"] == deletion)
      #expect(
        merged.conflicts == [
          FieldConflict(
            field: "deleted", base: nil,
            kept: .init(value: deletion, at: Self.ann.at, by: Self.ann.by),
            other: .init(value: nil, at: Self.bob.at, by: Self.bob.by))
        ])
    }
  }

  @Test func `whoever has seen the deletion may change and restore the record`() throws {
    let deletion: Value = ["at": .string("\(Self.ann.at)"), "by": .string(Self.ann.by)]
    let base: Value = ["title": "A", "deleted": deletion]
    let change = Self.edit(base, ["title": "B", "deleted": deletion], by: Self.bob)
    let changed = Self.saved([(change, Self.bob)], to: base)
    #expect(changed == Self.stamped(["title": "B", "deleted": deletion], by: Self.bob))
    let restoring = Self.edit(base, ["title": "A"], by: Self.bob, isSeen: false)
    #expect(
      Self.saved([(restoring, Self.bob)], to: base) == Self.stamped(["title": "A"], by: Self.bob))
  }

  @Test func `a record that two people make is one record`() throws {
    var boards = [Board.bare, .bare]
    var edits: [(Edit, Stamp)] = []
    for (index, stamp) in [Self.ann, Self.bob].enumerated() {
      var issue = Record(id: "drugs", content: Domain.Issue(title: "Drugs \(index)"))
      if index == 1 { issue.text = "Seen twice." }
      let put = boards[index].put(issue, stamp: stamp)
      edits.append((try #require(put), stamp))
    }
    let result = Self.saved(edits, to: [:])
    #expect(result == Self.saved(edits.reversed(), to: [:]))
    #expect(result == Self.saved(edits + edits, to: [:]))
    #expect(result["created"]?["by"] == "ann@desk" && result["text"] == "Seen twice.")
    #expect(result["title"] == "Drugs 1")
    #expect(try Merged(result).conflicts.map(\.field) == ["title"])
  }

  @Test func `two who make the same edit have the later stamp, and no conflict`() throws {
    let base: Value = ["title": "A"]
    let one = (Self.edit(base, ["title": "B"], by: Self.ann), Self.ann)
    let two = (Self.edit(base, ["title": "B"], by: Self.bob), Self.bob)
    let result = Self.stamped(["title": "B"], by: Self.bob)
    #expect(Self.saved([one, two], to: base) == result)
    #expect(Self.saved([two, one], to: base) == result)
  }

  @Test func `the record itself says who made it, else the caller does`() {
    let unstamped = Stamp(at: Timestamp(seconds: 0), by: "nobody")
    let created: Value = ["created": ["at": .string("\(Self.ann.at)"), "by": .string(Self.ann.by)]]
    func stamp(_ document: Value) -> Stamp {
      Revision(document: document, unstamped: unstamped).stamp
    }
    #expect(stamp(created) == Self.ann)
    #expect(stamp(Self.stamped(created, by: Self.bob)) == Self.bob)
    #expect(stamp(["updated": "yesterday"]) == unstamped)
  }
}
