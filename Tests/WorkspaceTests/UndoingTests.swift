import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Undo, redo and repeat, as a person sees them.
struct UndoingTests {
  static let cse: Identifier<Domain.Issue> = "cse"
  static let card: Identifier<Scorecard> = "cse-block-1"
  static let day = CalendarDate("2018-09-27")
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  /// Goes to Volume of CSE in SCORE.
  private mutating func score() {
    desk.press("4", .enter)
    for _ in 0..<8 { desk.press(.tab) }
  }

  /// The act that was asked to be saved last, as the log has it.
  private mutating func lastAct(_ number: Int = 30) throws -> LoggedAct {
    let acts = desk.takeEffects().compactMap { if case .save(let act) = $0 { act } else { nil } }
    let act = try #require(acts.last)
    return LoggedAct.of(act, number)
  }

  private var volume: Exact? { desk.state.board[Self.card]?.values["volume"] }

  @Test mutating func `an undo waits behind what is being saved, and each u is one`() {
    score()
    desk.press("3", "u", "u", "U")
    let stamp = Stamp(at: Timestamp(seconds: 1_538_037_720), by: "tester")
    #expect(desk.takeEffects().count == 1)
    desk.send(.saved)
    #expect(desk.takeEffects() == [.undo(.last, stamp, effective: Self.day)])
    desk.send(.notUndone(.nothing(.last)))
    #expect(desk.takeEffects() == [.undo(.last, stamp, effective: Self.day)])
    desk.send(.notUndone(.nothing(.last)))
    #expect(desk.takeEffects() == [.undo(.undo, stamp, effective: Self.day)])
    desk.send(.notUndone(.nothing(.undo)))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `an undone value is shown at once, and is no news`() throws {
    score()
    let before = reading(try #require(desk.state.board[Self.card]))
    desk.press("3")
    let act = try lastAct()
    desk.send(.saved)
    #expect(volume == 3)
    desk.press("u")
    desk.send(.undone(UndoneAct(act: act, readings: [before])))
    #expect(volume == Exact("0.5"))
    #expect(desk.shows("Undone: volume of CSE 3 → 0.5 (08:42). U does it again."))
    #expect(!desk.shows("changed"))
    #expect(desk.rows[4].hasPrefix("│>w CSE"))
    #expect(desk.state.risk.scoring != nil)
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
      desk.send(.input(.resized(Size(width: width, height: height))))
      try expectScreen(desk.screen, matches: "undone.\(width)x\(height)")
    }
  }

  @Test mutating func `what was done again says so`() throws {
    score()
    let before = reading(try #require(desk.state.board[Self.card]))
    desk.press("3")
    let act = try lastAct()
    let after = reading(try #require(desk.state.board[Self.card]))
    desk.send(.saved)
    desk.press("u")
    desk.send(.undone(UndoneAct(act: act, readings: [before])))
    desk.press(.control("r"))
    let undo = LoggedAct.of(
      Act(
        stamp: act.stamp,
        edits: act.edits.map { Edit(record: $0.record, changes: $0.changes.map(\.inverse)) },
        undoes: act.number), 31)
    desk.send(.undone(UndoneAct(act: undo, readings: [after])))
    #expect(volume == 3)
    #expect(desk.shows("Done again: volume of CSE 0.5 → 3. u undoes."))
  }

  @Test mutating func `an area whose move is undone stands in its former place`() throws {
    desk.press("j")
    let before = Dictionary(
      uniqueKeysWithValues: desk.state.board.areas.all.map { ($0.recordName, reading($0)) })
    desk.press("K")
    let act = try lastAct()
    desk.send(.saved)
    #expect(desk.rows[4].contains("Child sexual exploitation"))
    desk.press("u")
    desk.send(.undone(UndoneAct(act: act, readings: act.edits.compactMap { before[$0.record] })))
    #expect(desk.rows[4].contains("Modern slavery"))
    #expect(desk.rows[5].hasPrefix("│>") && desk.rows[5].contains("Child sexual exploitation"))
  }

  @Test mutating func `a status said once more is undone by what it was about`() throws {
    desk = Desk(try .planned())
    let before = reading(try #require(desk.state.board["invented-01" as Identifier<Action>]))
    desk.press("2", .enter, "s", "a")
    desk.type("still waiting")
    desk.press(.enter)
    let act = try lastAct()
    desk.send(.saved)
    desk.press("u")
    desk.send(.undone(UndoneAct(act: act, readings: [before])))
    #expect(desk.shows("Undone: what was said of the status of Joint visits to construction"))
  }

  @Test mutating func `a record whose making is undone goes, and comes back`() throws {
    desk.press("4", "a")
    desk.type("Cable theft")
    desk.press(.enter)
    #expect(desk.shows("Added Cable theft. Enter gives it values. u undoes."))
    let act = try lastAct()
    desk.send(.saved)
    let name = try #require(desk.state.selectedName)
    let id = try Identifier<Domain.Issue>(name.id)
    let made = try #require(desk.state.board[id])
    var removed = made
    removed.header.deleted = Stamp(at: Timestamp(seconds: 1_538_037_720), by: "tester")
    desk.press("u")
    desk.send(.undone(UndoneAct(act: act, readings: [reading(removed)])))
    #expect(desk.shows("Undone: Cable theft is removed (08:42). U does it again."))
    #expect(!desk.state.listedNames.contains(name))
    #expect(desk.state.selectedName != nil)
    desk.press("U")
    let undo = LoggedAct.of(
      Act(
        stamp: act.stamp,
        edits: [
          Edit(
            record: name,
            changes: FieldChange.between(
              [:], ["deleted": ["at": "2018-09-27T08:42:00Z", "by": "tester"]]))
        ], undoes: act.number), 31)
    desk.send(.undone(UndoneAct(act: undo, readings: [reading(made)])))
    #expect(desk.shows("Done again: Cable theft is back. u undoes."))
    #expect(desk.state.listedNames.contains(name))
  }

  @Test mutating func `a refusal says who has changed what since`() {
    desk.press("u")
    desk.send(
      .notUndone(
        .changed(
          UndoRefusal(
            act: 30, record: RecordName(Self.card), field: ["values", "volume", "value"], found: 2,
            since: Stamp(at: Timestamp(seconds: 1_538_037_600), by: "anna@cityhost")))))
    #expect(desk.shows("NOT UNDONE: anna has changed volume of CSE since (08:40), to 2."))
    desk.send(.time(Timestamp(seconds: 1_538_037_780)))
    #expect(desk.shows("NOT UNDONE"))
  }

  @Test mutating func `a refusal names what rests on the record`() throws {
    let answer = try #require(desk.state.board.responses.standing.first { _ in true })
    desk.press("u")
    desk.send(
      .notUndone(
        .changed(
          UndoRefusal(
            act: 30, record: RecordName(answer.round), field: [], found: nil, since: nil,
            resting: [answer.recordName, RecordName(Self.card)]))))
    #expect(desk.shows("NOT UNDONE: “"))
    #expect(desk.shows("and 1 more would be left without Round 1."))
  }

  @Test(
    arguments: [
      (["values", "volume", "value"], 2, true, nil, "anna has settled volume of CSE since"),
      (
        ["values", "volume", "value"], 2, false, 28,
        "to 2. “socboard undo 28” takes back an earlier act."
      ),
      (["deleted"], ["by": "anna"], false, nil, "anna has removed the score of CSE since (08:40)."),
      (["deleted"], nil, false, nil, "anna has put back the score of CSE since (08:40)."),
    ] as [([String], Value?, Bool, Int?, String)])
  mutating func `a refusal tells what was done since, and what else can be undone`(
    field: [String], found: Value?, isSettled: Bool, earlier: Int?, text: String
  ) {
    desk.press("u")
    desk.send(
      .notUndone(
        .changed(
          UndoRefusal(
            act: 30, record: RecordName(Self.card), field: field, found: found,
            since: Stamp(at: Timestamp(seconds: 1_538_037_600), by: "anna@cityhost"),
            isSettled: isSettled, earlier: earlier))))
    #expect(desk.state.flash?.contains(text) == true, "\(desk.state.flash ?? "")")
  }

  @Test mutating func `the making of a scorecard is told as its issue's score`() throws {
    score()
    let card = try #require(desk.state.board[Self.card])
    let stamp = Stamp(at: Timestamp(seconds: 1_538_037_720), by: "tester")
    let changes = FieldChange.between([:], ["issue": "cse"])
    let act = LoggedAct.of(
      Act(
        stamp: stamp, edits: [Edit(record: RecordName(Self.card), changes: changes, isNew: true)]),
      30)
    var removed = card
    removed.header.deleted = stamp
    desk.press("u")
    desk.send(.undone(UndoneAct(act: act, readings: [reading(removed)])))
    #expect(desk.shows("Undone: the score of CSE is removed (08:42). U does it again."))
    let undo = LoggedAct.of(
      Act(
        stamp: stamp,
        edits: [
          Edit(
            record: RecordName(Self.card),
            changes: FieldChange.between(
              [:], ["deleted": ["at": "2018-09-27T08:42:00Z", "by": "tester"]]))
        ], undoes: 30), 31)
    desk.press("U")
    desk.send(.undone(UndoneAct(act: undo, readings: [reading(card)])))
    #expect(desk.shows("Done again: the score of CSE is back. u undoes."))
  }

  @Test mutating func `nothing left to undo is said, and a full disk keeps nothing waiting`() {
    desk.press("u")
    desk.send(.notUndone(.nothing(.last)))
    #expect(desk.shows("Nothing of yours is left to undo."))
    desk.press("U")
    desk.send(.notUndone(.nothing(.undo)))
    #expect(desk.shows("Nothing to do again"))
    desk.press("u")
    desk.send(.notUndone(.failure("the disk is full.")))
    #expect(desk.shows("NOT UNDONE: the disk is full."))
    #expect(desk.state.saves.isEmpty)
    desk.press("u")
    desk.send(.notUndone(.uncertain("the disk did not confirm it.")))
    #expect(desk.rows[0].contains("NOT CONFIRMED"))
    #expect(desk.takeEffects().last == .load)
  }

  @Test mutating func `what is typed while an undo is under way begins from what it leaves`() throws
  {
    score()
    let before = reading(try #require(desk.state.board[Self.card]))
    desk.press("3")
    let act = try lastAct()
    desk.send(.saved)
    desk.press("u", "h", "2")
    desk.send(.undone(UndoneAct(act: act, readings: [before])))
    let last = desk.takeEffects().compactMap { if case .save(let act) = $0 { act } else { nil } }
    let change = try #require(
      last.last?.edits.first?.changes.first { $0.path == ["values", "volume", "value"] })
    #expect(change.old == .number(try #require(Number(literal: "0.5"))))
    #expect(change.new == 2)
    #expect(volume == 2)
  }

  @Test(
    arguments: [
      (["s", .tab, .tab, .tab, "x", .enter], "u undoes."), (["J"], "down. u undoes."),
      (["i", "x", .enter], "u undoes."), (["4", "l", "+"], "u undoes."),
    ] as [([Key], String)])
  mutating func `an act says how it is undone`(keys: [Key], text: String) {
    for key in keys { desk.press(key) }
    #expect(desk.state.flash?.hasSuffix(text) == true, "\(desk.state.flash ?? "")")
  }
}

// MARK: Repeat

extension UndoingTests {
  private mutating func saves() -> [Act] {
    desk.takeEffects().compactMap { if case .save(let act) = $0 { act } else { nil } }
  }

  @Test mutating func `nothing can be repeated before anything was changed`() {
    desk.press(".")
    #expect(desk.shows("repeat: you have changed nothing yet."))
  }

  @Test mutating func `a form's changed fields get the same values on another record`() throws {
    desk.press("i", .tab, .tab)
    desk.type("Fire")
    desk.press(.enter)
    desk.send(.saved)
    desk.press("j", ".")
    desk.send(.saved)
    #expect(desk.area("child-sexual-exploitation").lead == "fire")
    #expect(desk.area("child-sexual-exploitation").title == "Child sexual exploitation")
    let acts = saves()
    #expect(acts.count == 2)
    #expect(acts.last?.edits.first?.changes.map(\.path).contains(["lead"]) == true)
    desk.press(".")
    #expect(desk.shows("Nothing was changed."))
    #expect(saves().isEmpty)
  }

  @Test mutating func `a decision is made again for another area`() {
    desk.press("j", "s", .tab, .tab, .tab)
    desk.type("grave harm")
    desk.press(.enter)
    desk.send(.saved)
    desk.press("j", ".")
    desk.send(.saved)
    #expect(desk.area("blackmail-and-kidnap").status == .focus)
    #expect(saves().map(\.edits.count) == [2, 2])
    desk.press(".")
    #expect(desk.shows("Not repeated: Blackmail and kidnap is focus already."))
    #expect(desk.state.overlay == nil)
  }

  @Test mutating func `in SCORE a value is given again, and the cursor goes on`() {
    desk.press("4", .enter, "8", ".")
    #expect(desk.state.board[Self.card]?.values["individual"] == 8)
    #expect(desk.state.board[Self.card]?.values["community"] == 8)
    desk.send(.saved)
    #expect(saves().count == 2)
    desk.press(.tab, .tab, .tab, .tab, .tab, .tab, ".")
    #expect(desk.shows("8 is not on the scale of Volume: 5=0.5 1 2 3."))
  }

  @Test mutating func `a step and a move are made once more`() {
    desk.press("4", "l", "-", "j", ".")
    #expect(desk.state.board["modern-slavery-block-1" as Identifier<Scorecard>] != nil)
    desk.send(.saved)
    #expect(saves().count == 2)
    desk.press("1", "J")
    desk.send(.saved)
    desk.press(".")
    desk.send(.saved)
    #expect(desk.rows[6].hasPrefix("│>* 1 Modern slavery"))
    desk.press("4", ".")
    #expect(desk.shows("repeat: your last change moved an area."))
  }

  @Test mutating func `what was added or made elsewhere is not repeated`() {
    desk.press("4", "a")
    desk.type("Cable theft")
    desk.press(.enter, ".")
    #expect(desk.shows("repeat: your last change added something; a adds more."))
    desk.press("i", "x", .enter, "1", ".")
    #expect(desk.shows("repeat: your last change was made in Risk, 4."))
  }
}

extension LoggedAct {
  /// An act as it stands in a log; nobody looks at its digests.
  static func of(_ act: Act, _ number: Int) -> LoggedAct {
    guard let digest = Digest(String(repeating: "a", count: 64)) else {
      preconditionFailure("A digest has 64 digits.")
    }
    return LoggedAct(
      number: number, stamp: act.stamp, effective: act.effective,
      edits: act.edits.map { edit in
        LoggedAct.Edit(
          record: edit.record, before: edit.isNew ? nil : digest, after: digest,
          changes: edit.changes)
      }, undoes: act.undoes, previous: nil)
  }
}
