import Domain
import JSON
import TestSupport
import Testing

/// What was done to a record, as a person reads it.
struct HistoryTests {
  let board: Board
  static let area = RecordName(Identifier<Area>("modern-slavery"))
  static let card = RecordName(Identifier<Scorecard>("cse-block-1"))

  init() throws { board = try .shipped() }

  /// An act of one edit, of a test that does not care for digests.
  static func act(
    _ number: Int, by writer: String = "anna", on record: RecordName = area,
    _ changes: [FieldChange], isNew: Bool = false, effective: String? = nil, undoes: Int? = nil
  ) throws -> LoggedAct {
    let digest = try #require(Digest(String(repeating: "a", count: 64)))
    return LoggedAct(
      number: number,
      stamp: Stamp(at: Timestamp(seconds: 1_517_913_720 + number * 60), by: writer),
      effective: effective.flatMap { CalendarDate($0) },
      edits: [
        LoggedAct.Edit(
          record: record, before: isNew ? nil : digest, after: digest, changes: changes)
      ], undoes: undoes, previous: nil)
  }

  static func title(_ old: Value?, _ new: Value?) -> FieldChange {
    FieldChange(path: ["title"], old: old, new: new)
  }

  private func lines(
    _ changes: [FieldChange], on record: RecordName = area, isNew: Bool = false
  ) throws -> [String] {
    let act = try Self.act(1, on: record, changes, isNew: isNew)
    return try board.lines(of: #require(History([act]).entries(on: [record]).first))
  }

  @Test func `the latest comes first, and other records are left out`() throws {
    let issue = RecordName(Identifier<Domain.Issue>("cse"))
    let history = History([
      try Self.act(1, [Self.title(nil, "A")], isNew: true),
      try Self.act(2, on: issue, [Self.title("A", "B")]),
      try Self.act(3, [Self.title("A", "B")]),
    ])
    #expect(history.entries(on: [Self.area]).map(\.number) == [3, 1])
    #expect(history.entries(on: [Self.area, issue]).map(\.number) == [3, 2, 1])
    #expect(history.entries(on: [Self.area]).map(\.fate) == [.changed, .added])
  }

  @Test func `what was taken back says so until it is done again`() throws {
    let acts = [
      try Self.act(1, [Self.title("A", "B")]), try Self.act(2, [Self.title("B", "A")], undoes: 1),
    ]
    let entries = History(acts).entries(on: [Self.area])
    #expect(entries.map(\.isTakenBack) == [false, true])
    #expect(
      entries.map { $0.heading(minutesAhead: 60) } == [
        "2 · 6 Feb 2018 11:44 anna changed it, taking back 1",
        "1 · 6 Feb 2018 11:43 anna changed it, undone since",
      ])
    let redo = try Self.act(3, [Self.title("A", "B")], undoes: 2)
    let again = History(acts + [redo]).entries(on: [Self.area])
    #expect(again.map(\.isTakenBack) == [false, true, false])
  }

  @Test func `an effective day is told where it is not the day of typing`() throws {
    let entries = History([
      try Self.act(1, [Self.title("A", "B")], effective: "2018-02-06"),
      try Self.act(2, [Self.title("B", "C")], effective: "2017-12"),
    ]).entries(on: [Self.area])
    #expect(
      entries.map { $0.heading(minutesAhead: 0) } == [
        "2 · 6 Feb 2018 10:44 anna changed it, true from Dec 2017",
        "1 · 6 Feb 2018 10:43 anna changed it",
      ])
    #expect(entries.map(\.effective) == [CalendarDate("2017-12"), nil])
  }

  @Test(
    arguments: [
      (["title"], "Frauds", "Fraud", "title: Frauds → Fraud"),
      (["number"], nil, 3, "number: nothing → 3"),
      (["lead"], "fire", .null, "lead: Fire → nothing"),
      (["status"], "monitored", "focus", "status: monitored → focus"),
      (["marking"], nil, "official", "marking: nothing → OFFICIAL"),
      (["profile", "who"], nil, "Two\ngroups", "profile: who: nothing → Two groups"),
      (
        ["reviews", "x1y2z3", "next"], "2018-02", "2019-02-21",
        "reviews: next: Feb 2018 → 21 Feb 2019"
      ),
      (
        ["statusHistory", "x1y2z3", "decision"], nil, "focus-drugs",
        "status history: decision: nothing → "
      ),
      (["tags"], ["a"], ["a", "b"], "tags: a → a, b"),
      (["rank"], "1", "2", "moved in the order"),
      (["conflicts"], nil, [["field": "title"]], "two values for title"),
      (["conflicts"], [["field": "title"]], nil, "conflicts: settled"),
    ] as [([String], Value?, Value?, String)])
  func `a change is told in the board's words`(
    field: [String], old: Value?, new: Value?, line: String
  ) throws {
    let lines = try lines([FieldChange(path: field, old: old, new: new)])
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(line) == true, "\(lines)")
  }

  @Test func `a criterion is called by its title, and its value stands for it`() throws {
    let volume = FieldChange(path: ["values", "volume", "value"], old: 3, new: 0)
    let reason = FieldChange(path: ["values", "volume", "reason"], old: nil, new: "seen less")
    #expect(try lines([volume], on: Self.card) == ["volume: 3 → 0"])
    #expect(try lines([reason], on: Self.card) == ["volume: reason: nothing → seen less"])
  }

  @Test func `an entry that was added is one line`() throws {
    let changes = FieldChange.between(
      [:], ["statusHistory": ["x1y2z3": ["on": "2018-07-03", "status": "focus"]]])
    #expect(try lines(changes) == ["status history: on 3 Jul 2018, status focus"])
  }

  @Test func `a record that was made tells what it was made with`() throws {
    let changes = FieldChange.between([:], ["title": "Fraud", "rank": "3", "number": 7])
    #expect(try lines(changes, isNew: true) == ["number: 7", "title: Fraud"])
  }

  @Test func `a long text is cut`() throws {
    let lines = try lines([Self.title("A", .string(String(repeating: "x", count: 200)))])
    #expect(lines == ["title: A → \(String(repeating: "x", count: 59))…"])
  }

  @Test func `removal and return are fates, not fields`() throws {
    let stamp: Value = ["at": "2018-02-06T10:42:00Z", "by": "anna"]
    let entries = History([
      try Self.act(1, FieldChange.between([:], ["deleted": stamp])),
      try Self.act(2, FieldChange.between(["deleted": stamp], [:])),
    ]).entries(on: [Self.area])
    #expect(entries.map(\.fate) == [.restored, .removed])
    #expect(entries.flatMap(\.changes).isEmpty)
  }

  /// Whatever field names a record, the record's title is told, not its name.
  @Test func `every link is told by its title`() throws {
    let full = try Board.full()
    for kind in Kind.allCases {
      let name = kind == .board ? RecordName.board : try #require(RecordName("\(kind)/full"))
      for link in full.links(of: name) {
        let field = link.field.split(separator: ".").map(String.init)
        let title = try #require(full.title(of: link.target))
        let asValue = full.words(for: .string(link.target.id), in: field, of: name)
        let whole = full.words(for: .string("\(link.target)"), in: field, of: name)
        let asKey = full.title(of: field + [link.target.id], in: name)
        #expect(
          title.hasPrefix(asValue.prefix(59)) || title.hasPrefix(whole.prefix(59))
            || asKey.hasSuffix(title), "\(kind): \(link.field)")
      }
    }
  }

  @Test func `every act of the shipped log can be told`() throws {
    let log = try ShippedLog()
    let history = History(try log.lines.map { try LoggedAct($0.value) })
    for entry in history.entries(on: history.records) {
      #expect(!board.lines(of: entry).isEmpty)
      #expect(board.lines(of: entry).allSatisfy { !$0.isEmpty && $0.count < 400 })
    }
  }
}
