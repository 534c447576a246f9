import Domain
import Foundation
import JSON
import Store
import TestSupport
import Testing

/// Taking back what one did, and doing it again.
struct UndoTests {
  static let area = RecordName(Identifier<Area>("cse"))
  let folder: TemporaryFolder

  init() throws { folder = try .board() }

  /// A stamp a number of minutes after the board was made.
  static func stamp(_ minute: Int, by writer: String = "chair@desk") -> Stamp {
    Stamp(at: Timestamp(seconds: 1_517_913_720 + minute * 60), by: writer)
  }

  /// Gives a record other fields, as somebody who sees it as it is.
  @discardableResult
  private func change(
    _ record: RecordName, by writer: String = "chair@desk", minute: Int = 1,
    _ body: (Value) -> Value
  ) throws -> Value {
    let old = try folder.value(of: record.path)
    let stamp = Self.stamp(minute, by: writer)
    let new = body(old).setting(
      ["at": .string(stamp.at.description), "by": .string(writer)], at: ["updated"])
    let edit = Edit(record: record, changes: FieldChange.between(old, new))
    try folder.board.save(Act(stamp: stamp, edits: [edit]))
    return new
  }

  private func undo(
    _ which: Undoing = .last, by writer: String = "chair@desk", minute: Int = 9
  ) throws -> UndoneAct {
    try folder.board.undo(which, stamp: Self.stamp(minute, by: writer))
  }

  private func value(_ record: RecordName = area) throws -> Value {
    try folder.value(of: record.path)
  }

  @Test func `an undo leads back what the act changed, and says so in the log`() throws {
    let before = try value()
    try change(Self.area) { $0.setting("CSE and CE", at: ["title"]) }
    let undone = try undo()
    #expect(undone.act.number == 2)
    #expect(undone.readings == [RecordReading(name: Self.area, outcome: .document(try value()))])
    #expect(try value().setting(nil, at: ["updated"]) == before)
    let last = try #require(try folder.board.history().history.acts.last)
    #expect(last.undoes == 2)
    #expect(last.edits.map(\.record) == [Self.area])
  }

  @Test func `nothing is undone twice, and a redo does it again`() throws {
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    try change(Self.area) { $0.setting("C", at: ["title"]) }
    #expect(try undo().act.number == 3)
    #expect(try undo().act.number == 2)
    #expect(throws: StoreError.nothingToUndo(.last)) { try undo() }
    #expect(try value()["title"] == "CSE")
    #expect(try undo(.undo).act.undoes == 2)
    #expect(try value()["title"] == "B")
    #expect(try undo(.undo).act.undoes == 3)
    #expect(try value()["title"] == "C")
    #expect(throws: StoreError.nothingToUndo(.undo)) { try undo(.undo) }
  }

  @Test func `something else that was done leaves nothing to do again`() throws {
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    _ = try undo()
    try change(Self.area) { $0.setting(2, at: ["number"]) }
    #expect(throws: StoreError.nothingToUndo(.undo)) { try undo(.undo) }
  }

  @Test func `only one's own acts are taken back, and not the making of the board`() throws {
    try change(Self.area, by: "anna@desk") { $0.setting("B", at: ["title"]) }
    #expect(throws: StoreError.nothingToUndo(.last)) { try undo() }
    #expect(throws: StoreError.cannotUndo(1, .makesTheBoard)) { try undo(.act(1)) }
    #expect(throws: StoreError.cannotUndo(2, .notOwn)) { try undo(.act(2)) }
    #expect(try undo(by: "anna@desk").act.number == 2)
  }

  @Test func `two writers whose logs bear one name take back their own`() throws {
    try change(Self.area, by: "a b") { $0.setting("B", at: ["title"]) }
    try change(Self.area, by: "a/b") { $0.setting(2, at: ["number"]) }
    #expect(try undo(by: "a b").act.number == 2)
    #expect(try value()["title"] == "CSE")
    #expect(try value()["number"] == 2)
  }

  @Test func `a field that somebody has changed since is not led back, and nothing else is`() throws
  {
    try change(Self.area) { $0.setting("B", at: ["title"]).setting(2, at: ["number"]) }
    let theirs = try change(Self.area, by: "anna@desk", minute: 5) {
      $0.setting("Hers", at: ["title"])
    }
    let refusal = UndoRefusal(
      act: 2, record: Self.area, field: ["title"], found: "Hers",
      since: Self.stamp(5, by: "anna@desk"))
    #expect(throws: StoreError.notUndone(refusal)) { try undo() }
    #expect(try value() == theirs)
    #expect(
      "\(refusal)" == "act 2 was not taken back: anna@desk has changed title of areas/cse since")
  }

  @Test func `of what was changed by hand since nobody is said to have done it`() throws {
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    try folder.write(
      #"{"number": 1, "status": "monitored", "title": "By hand"}"#, to: Self.area.path)
    let refusal = UndoRefusal(
      act: 2, record: Self.area, field: ["title"], found: "By hand", since: nil)
    #expect(throws: StoreError.notUndone(refusal)) { try undo() }
    #expect(try value()["title"] == "By hand")
  }

  @Test func `what others did to other fields and entries since stays`() throws {
    try change(Self.area) { area in
      area.setting("B", at: ["title"])
        .setting(["one": ["status": "focus", "on": "2018-07-03"]], at: ["statusHistory"])
    }
    try change(Self.area, by: "anna@desk") { area in
      area.setting(["status": "closed", "on": "2018-08-03"], at: ["statusHistory", "two"])
        .setting("hers", at: ["notes"])
    }
    _ = try undo()
    #expect(try value()["title"] == "CSE")
    #expect(try value()["notes"] == "hers")
    #expect(
      try value()["statusHistory"] == ["two": ["status": "closed", "on": "2018-08-03"]])
  }

  @Test func `an entry without fields stays when its first field is taken back`() throws {
    try change(Self.area) { $0.setting(["anna": [:]], at: ["owners"]) }
    try change(Self.area) { $0.setting("yes", at: ["owners", "anna", "agreed"]) }
    _ = try undo()
    #expect(try value()["owners"] == ["anna": [:]])
    _ = try undo()
    #expect(try value()["owners"] == nil)
  }

  @Test func `a field that was changed by hand before the act is led back to that`() throws {
    try folder.write(
      #"{"number": 1, "status": "monitored", "title": "By hand"}"#, to: Self.area.path)
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    _ = try undo()
    #expect(try value()["title"] == "By hand")
  }

  @Test func `a record that was made is removed, and made again by a redo`() throws {
    try folder.board.save(Act(stamp: Self.stamp(1), edits: [SaveTests.decide]))
    let made = try value(SaveTests.decision)
    _ = try undo(minute: 4)
    #expect(
      try value(SaveTests.decision)["deleted"] == [
        "at": "2018-02-06T10:46:00Z", "by": "chair@desk",
      ])
    _ = try undo(.undo)
    #expect(try value(SaveTests.decision).setting(nil, at: ["updated"]) == made)
  }

  @Test func `a record that somebody has changed since it was made is not removed`() throws {
    try folder.board.save(Act(stamp: Self.stamp(1), edits: [SaveTests.decide]))
    try change(SaveTests.decision, by: "anna@desk") { $0.setting("hers", at: ["notes"]) }
    #expect(throws: StoreError.self) { try undo() }
    #expect(try value(SaveTests.decision)["deleted"] == nil)
  }

  @Test func `a record on which others rest is not taken away by an undo`() throws {
    var round = Round(title: "Round 2")
    round.questions["one"] = Question(text: "And?", rank: nil)
    let made = Edit(from: nil, to: Record<Round>(id: "round-2", content: round))
    try folder.board.save(Act(stamp: Self.stamp(1), edits: [try #require(made)]))
    let response = Response(round: "round-2", respondent: "fire", state: .answered)
    let answer = Edit(from: nil, to: Record<Response>(id: "hers", content: response))
    try folder.board.save(
      Act(stamp: Self.stamp(2, by: "anna@desk"), edits: [try #require(answer)]))
    let refusal = UndoRefusal(
      act: 2, record: RecordName(Identifier<Round>("round-2")), field: [], found: nil, since: nil,
      resting: [RecordName(Identifier<Response>("hers"))])
    #expect(throws: StoreError.notUndone(refusal)) { try undo() }
    #expect(try value(refusal.record)["deleted"] == nil)
    #expect(
      "\(StoreError.notUndone(refusal))"
        == "act 2 was not taken back: responses/hers would be left without rounds/round-2. "
        + "Remove what rests on it first, or leave it.")
    #expect(try undo(by: "anna@desk", minute: 10).act.number == 3)
    #expect(try undo(minute: 11).act.number == 2)
  }

  @Test func `an act on several records is taken back as one, or not at all`() throws {
    let act = Act(
      stamp: Self.stamp(1), edits: [SaveTests.decide, SaveTests.rename(to: "Drug supply")])
    try folder.board.save(act)
    _ = try undo()
    #expect(try value(SaveTests.decision)["deleted"] != nil)
    #expect(try value(SaveTests.drugs)["title"] == "Drugs")
    _ = try undo(.undo)
    try change(SaveTests.drugs, by: "anna@desk") { $0.setting("Hers", at: ["title"]) }
    let before = try folder.contents()
    #expect(throws: StoreError.self) { try undo() }
    #expect(try folder.contents() == before)
  }

  @Test func `a merge that noted two values is taken back with its note`() throws {
    try change(Self.area, by: "anna@desk", minute: 1) { $0.setting("Hers", at: ["title"]) }
    let hers = try value()
    let stale = Edit(
      record: Self.area, changes: [FieldChange(path: ["title"], old: "CSE", new: "Mine")])
    try folder.board.save(Act(stamp: Self.stamp(2), edits: [stale]))
    #expect(try value()["conflicts"] != nil)
    _ = try undo()
    #expect(
      try value().setting(nil, at: ["updated"]) == hers.setting(nil, at: ["updated"]))
  }

  /// Anna and the chair both rename the area, neither knowing of the other, and both values are
  /// noted.
  private func contest(chairIsLater: Bool, _ more: [FieldChange] = []) throws {
    try change(Self.area, by: "anna@desk", minute: 2) { $0.setting("Hers", at: ["title"]) }
    let title = FieldChange(path: ["title"], old: "CSE", new: "Mine")
    let stale = Edit(record: Self.area, changes: [title] + more)
    try folder.board.save(Act(stamp: Self.stamp(chairIsLater ? 3 : 1), edits: [stale]))
    #expect(try value()["conflicts"] != nil)
    #expect(try value()["title"] == (chairIsLater ? "Mine" : "Hers"))
  }

  /// Whoever settled it, and for which value: the field is no longer the chair's to lead back.
  @Test(
    arguments: [
      (true, "Hers"), (true, "Mine"), (true, "Third"), (false, "Hers"), (false, "Mine"),
    ] as [(Bool, Value)])
  func `what somebody has settled since is not led back`(
    chairIsLater: Bool, settled: Value
  ) throws {
    try contest(
      chairIsLater: chairIsLater, [FieldChange(path: ["number"], old: 1, new: 2)])
    let theirs = try change(Self.area, by: "anna@desk", minute: 5) {
      $0.setting(settled, at: ["title"]).setting(nil, at: ["conflicts"])
    }
    let refusal = UndoRefusal(
      act: 3, record: Self.area, field: ["title"], found: settled,
      since: Self.stamp(5, by: "anna@desk"), isSettled: true)
    #expect(throws: StoreError.notUndone(refusal)) { try undo() }
    #expect(try value() == theirs)
    #expect(
      "\(refusal)" == "act 3 was not taken back: anna@desk has settled title of areas/cse since")
  }

  @Test func `a conflict of another field that was settled since stands in no one's way`() throws {
    try contest(chairIsLater: true)
    try change(Self.area, minute: 4) { $0.setting(2, at: ["number"]) }
    try change(Self.area, by: "anna@desk", minute: 5) { $0.setting(nil, at: ["conflicts"]) }
    #expect(try undo().act.number == 4)
    #expect(try value()["title"] == "Mine")
  }

  @Test func `settling a conflict is taken back with its note, and so is then the conflict`() throws
  {
    try contest(chairIsLater: true)
    let conflicts = try value()["conflicts"]
    try change(Self.area, minute: 5) {
      $0.setting("Hers", at: ["title"]).setting(nil, at: ["conflicts"])
    }
    _ = try undo()
    #expect(try value()["conflicts"] == conflicts)
    #expect(try value()["title"] == "Mine")
    _ = try undo()
    #expect(try value()["conflicts"] == nil)
    #expect(try value()["title"] == "Hers")
  }

  @Test func `an undo that would change nothing is refused`() throws {
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    let theirs = try change(Self.area, by: "anna@desk", minute: 5) {
      $0.setting("CSE", at: ["title"])
    }
    let refusal = UndoRefusal(
      act: 2, record: Self.area, field: ["title"], found: "CSE",
      since: Self.stamp(5, by: "anna@desk"))
    #expect(throws: StoreError.notUndone(refusal)) { try undo() }
    #expect(try value() == theirs)
  }

  @Test func `what others have led back on one record is no hindrance on another`() throws {
    try folder.board.save(
      Act(
        stamp: Self.stamp(1),
        edits: [
          SaveTests.rename(to: "Drug supply"),
          Edit(
            record: Self.area, changes: [FieldChange(path: ["title"], old: "CSE", new: "B")]),
        ]))
    try change(Self.area, by: "anna@desk") { $0.setting("CSE", at: ["title"]) }
    _ = try undo()
    #expect(try value(SaveTests.drugs)["title"] == "Drugs")
    #expect(try value()["title"] == "CSE")
  }

  @Test func `a refusal names the next earlier act that can be tried`() throws {
    try change(Self.area) { $0.setting(2, at: ["number"]) }
    try change(Self.area) { $0.setting("x", at: ["notes"]) }
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    try change(Self.area, by: "anna@desk", minute: 5) { $0.setting("Hers", at: ["title"]) }
    func refused(earlier: Int?) -> StoreError {
      .notUndone(
        UndoRefusal(
          act: 4, record: Self.area, field: ["title"], found: "Hers",
          since: Self.stamp(5, by: "anna@desk"), earlier: earlier))
    }
    #expect(throws: refused(earlier: 3)) { try undo() }
    #expect(
      "\(refused(earlier: 3))"
        == "act 4 was not taken back: anna@desk has changed title of areas/cse since. "
        + "Change it yourself, or leave it. “socboard undo 3” takes back an earlier act.")
    _ = try undo(.act(3))
    #expect(throws: refused(earlier: 2)) { try undo() }
    _ = try undo(.act(2))
    #expect(throws: refused(earlier: nil)) { try undo() }
    #expect("\(refused(earlier: nil))".hasSuffix("Change it yourself, or leave it."))
  }

  @Test func `an act of some number is taken back once`() throws {
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    try folder.board.save(Act(stamp: Self.stamp(2), edits: [SaveTests.decide]))
    let undone = try undo(.act(2))
    #expect(undone.act.number == 2)
    #expect(undone.readings.map(\.name) == [Self.area])
    #expect(try value()["title"] == "CSE")
    #expect(throws: StoreError.cannotUndo(2, .takenBack)) { try undo(.act(2)) }
  }

  @Test func `an undo carries the day on which it came true`() throws {
    try change(Self.area) { $0.setting("B", at: ["title"]) }
    let day = try #require(CalendarDate("2018-09-27"))
    _ = try folder.board.undo(.last, stamp: Self.stamp(3), effective: day)
    #expect(try folder.board.history().history.acts.last?.effective == day)
  }
}

// MARK: Laws

extension UndoTests {
  /// Whatever was done: undoing all of it leads to the first state, doing all again to the last.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `undoing all leads to the first state, and doing all again to the last`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let first = try documents()
    var count = 0
    for minute in 1...Int.random(in: 4...12, using: &random) {
      let edits = try randomEdits(minute: minute, &random)
      guard !edits.isEmpty else { continue }
      try folder.board.save(Act(stamp: Self.stamp(minute), edits: edits))
      count += 1
    }
    let last = try documents()
    for number in 0..<count { _ = try undo(minute: 20 + number) }
    #expect(throws: StoreError.nothingToUndo(.last)) { try undo() }
    for (record, document) in try documents() {
      if let before = first[record] {
        #expect(document == before)
      } else {
        #expect(document["deleted"] != nil)
        #expect(document.setting(nil, at: ["deleted"]) == made[record])
      }
    }
    for number in 0..<count { _ = try undo(.undo, minute: 40 + number) }
    #expect(throws: StoreError.nothingToUndo(.undo)) { try undo(.undo) }
    #expect(try documents() == last)
    #expect(try folder.board.history().problems.isEmpty)
  }

  /// Undone and done again in any order, a board is where the acts that still stand lead to.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `undo and redo in any order walk along the states that there were`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var states = [try documents()]
    for minute in 1...5 {
      try change(Self.area, minute: minute) { area in
        area.setting(.number(Number(minute)), at: ["number"])
          .setting(["text": .string("\(minute)")], at: ["milestones", "m\(minute)0"])
      }
      states.append(try documents())
    }
    var place = states.count - 1
    for step in 0..<24 {
      let isBack = place == 0 ? false : place == states.count - 1 || random.oneIn(2)
      _ = try undo(isBack ? .last : .undo, minute: 10 + step)
      place += isBack ? -1 : 1
      #expect(try documents() == states[place])
    }
  }

  private var made: [RecordName: Value] {
    Dictionary(
      uniqueKeysWithValues: (1...12).map { (Self.made($0), Self.making($0)) })
  }

  private static func made(_ minute: Int) -> RecordName {
    RecordName(Identifier<Area>(stringLiteral: "made-\(minute)"))
  }

  private static func making(_ minute: Int) -> Value {
    ["status": "monitored", "title": .string("Made \(minute)"), "extra": ["of": [:]]]
  }

  /// Every record but for who touched it last.
  private func documents() throws -> [RecordName: Value] {
    var documents: [RecordName: Value] = [:]
    for name in try folder.everything() where name.hasSuffix(".json") {
      guard let record = RecordName(String(name.dropLast(5))) else { continue }
      documents[record] = try folder.value(of: name).setting(nil, at: ["updated"])
    }
    return documents
  }

  private func randomEdits(minute: Int, _ random: inout SeededGenerator) throws -> [Edit] {
    var edits: [Edit] = []
    if random.oneIn(4) {
      let making = FieldChange.between([:], Self.making(minute))
      edits.append(Edit(record: Self.made(minute), changes: making, isNew: true))
    }
    for record in [Self.area, SaveTests.drugs] where !random.oneIn(3) {
      let old = try folder.value(of: record.path)
      let new = Self.randomly(changed: old, &random).setting(
        ["at": .string(Self.stamp(minute).at.description), "by": "chair@desk"], at: ["updated"])
      edits.append(Edit(record: record, changes: FieldChange.between(old, new)))
    }
    return edits
  }

  /// A record with some fields, entries and sets given, changed or taken away.
  private static func randomly(changed old: Value, _ random: inout SeededGenerator) -> Value {
    let names = ["one", "two", "three"]
    return (0..<Int.random(in: 1...4, using: &random)).reduce(old) { document, _ in
      let entry = names.randomElement(using: &random) ?? "one"
      let digit = Value.number(Number(Int.random(in: 0...9, using: &random)))
      let paths: [([String], [Value?])] = [
        (["title"], ["A", "B", "C"]), (["notes"], [nil, "x", .null]),
        (["tags"], [nil, [], ["a"], ["a", "b"], ["b", "c"]]),
        (
          ["extra", entry], [nil, [:], ["value": digit], ["value": digit, "deep": ["of": digit]]]
        ),
        (["extra", entry, "value"], [digit]), (["extra"], [nil, [:]]),
        (["extra", entry, "deep", "of"], [digit, [digit]]),
      ]
      guard let (path, values) = paths.randomElement(using: &random),
        let value = values.randomElement(using: &random)
      else { return document }
      return document.putting(value, at: path[...])
    }
  }
}

extension Value {
  /// The same value with another one at a path, whose objects are made where they are missing.
  fileprivate func putting(_ new: Value?, at path: ArraySlice<String>) -> Value {
    guard let key = path.first, var object = objectValue else { return new ?? self }
    if path.count == 1 {
      object[key] = new
    } else if new != nil || object[key] != nil {
      object[key] = (object[key]?.objectValue.map(Value.object) ?? [:])
        .putting(new, at: path.dropFirst())
    }
    return .object(object)
  }
}
