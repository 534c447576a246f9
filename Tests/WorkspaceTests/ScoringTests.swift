import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// SCORE: what keys do to values, totals and places.
struct ScoringTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .shipped())
    desk.press("4")
  }

  /// The changes of the one edit that the last key asked to be saved.
  private mutating func changes() throws -> [FieldChange] {
    let effects = desk.takeEffects()
    guard case .save(let act)? = effects.first else { return [] }
    return try #require(act.edits.first).changes.filter { $0.path.first != "updated" }
  }

  @Test mutating func `a key of the scale saves one value and goes right`() throws {
    desk.press(.enter, .tab, .tab, .tab, .tab, .tab, .tab, .tab, .tab, "3")
    #expect(
      try changes() == [
        FieldChange(
          path: ["values", "volume", "value"], old: .number(try #require(.init(literal: "0.5"))),
          new: 3)
      ])
    #expect(desk.shows("SCORE  CSE · Volume 0.5 → 3: risk 99 → 154, grade 198 → 308, stays 1st"))
    #expect(desk.shows("Scale · Confidence"))
  }

  @Test mutating func `nothing re-sorts until SCORE ends, and the selection stays`() {
    desk.press("j", .enter)  // Modern Slavery, second by grading
    desk.press("8", "8", "8", "8")
    #expect(desk.rows[4].contains("CSE"))
    #expect(desk.rows[5].hasPrefix("│>w Modern Slavery"))
    desk.press(.enter)
    #expect(desk.rows[4].hasPrefix("│>w Modern Slavery"))
    #expect(desk.shows("2nd → 1st"))
  }

  @Test(arguments: [Key.escape, .enter, .control("g"), .control("c"), "q"])
  mutating func `every way out of SCORE ends it`(key: Key) {
    desk.press(.enter)
    #expect(desk.shows("SCORE"))
    desk.press(key)
    #expect(!desk.shows("SCORE"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test(arguments: ["x", .backspace] as [Key])
  mutating func `an unscored criterion gives no score, not a low one`(key: Key) throws {
    desk.press(.enter, key)
    #expect(try changes().map(\.field) == ["values.individual"])
    #expect(desk.shows("Individual 4 → unscored: no score while 1 criterion is unscored"))
    desk.press(.enter)
    #expect(!desk.rows[4].contains("CSE"))
  }

  @Test mutating func `a digit that is not on the scale changes nothing and says what is`() {
    desk.press(.enter, "3")
    #expect(desk.shows("3 is not on the scale of Individual: 0 1 2 4 8."))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `the keys of panes do nothing while SCORE is on`() {
    desk.press(.enter, "a", "o", "R", "/")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("SCORE is on; Enter ends it."))
    #expect(desk.state.pane == .risk)
  }

  @Test mutating func `plus and minus step along the scale and stop at its ends`() throws {
    desk.press("l", "+")
    #expect(try changes().first?.new == 8)
    desk.press("+")
    #expect(desk.shows("at the end of its scale: 0, 1, 2, 4, 8"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `twelve keys and two more score an issue from nothing`() throws {
    desk.press("n", .enter)
    for key in "442004415332" { desk.type(String(key)) }
    for _ in 0..<12 { desk.send(.saved) }
    desk.press(.enter)
    #expect(desk.shows("Every value is saved; u undoes."))
    let saves = desk.takeEffects().filter { if case .save = $0 { true } else { false } }
    #expect(saves.count == 12)
    guard case .save(let first)? = saves.first else { return }
    #expect(first.edits.first?.isNew == true)
    #expect(first.edits.first?.record.kind == .scorecard)
  }

  @Test mutating func `an agreed score stands while its working card is edited`() throws {
    var board = try Board.shipped()
    let working = try #require(
      board.scorecards.all.first { $0.issue == "cse" && $0.context == nil })
    var agreed = Record<Scorecard>(id: "agreed-cse", content: working.content)
    agreed.basis = .agreed
    board[agreed.id] = agreed
    desk = Desk(board)
    desk.press("4")
    #expect(!desk.rows[4].contains("w CSE"))
    desk.press(.enter, "8")
    #expect(desk.rows[4].contains("198"))
    let edits = desk.takeEffects()
    guard case .save(let act)? = edits.first else { return }
    #expect(act.edits.map(\.record) == [working.recordName])
  }

  @Test func `a grade that rests on an assumed multiplier is marked, with its bounds`() throws {
    var board = try Board.shipped()
    var card = try #require(board.scorecards.all.first { $0.issue == "cse" && $0.context == nil })
    card.values["capacity"] = 2
    card.values["capability"] = 0
    board[card.id] = card
    var desk = Desk(board)
    desk.press("4", "/")
    desk.type("cse")
    desk.press(.enter)
    #expect(desk.shows("~79.2"))
    #expect(desk.shows("assumed multiplier: 59.4 to 99"))
  }

  @Test func `a board whose model has a hole says so instead of scoring`() throws {
    var board = try Board.shipped()
    var model = try #require(board.models.all.first)
    model.multipliers[3] = nil
    board[model.id] = model
    var desk = Desk(board)
    desk.press("4")
    #expect(desk.shows("multipliers has no entry for 3"))
    desk.press(.enter)
    #expect(!desk.shows("SCORE "))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test func `a fresh SCORE begins with the first criterion again`() throws {
    var desk = Desk(try .shipped())
    desk.press("4", .enter)
    for _ in 0..<12 {
      desk.press("1")
      desk.send(.saved)
    }
    desk.press(.enter, "g", "g", .enter, "2")
    #expect(desk.shows("Modern Slavery · Individual 4 → 2"))
  }

  @Test func `a criterion that was chosen before SCORE is chosen after it`() throws {
    var desk = Desk(try .shipped())
    desk.press("4", "l", "l", .enter, "1")
    desk.send(.saved)
    desk.press(.enter, "+")
    #expect(desk.shows("Community 1 → 2"))
  }

  @Test func `what SCORE gave last is repeated under the same criterion`() throws {
    var desk = Desk(try .shipped())
    desk.press("4", "j", .enter, .tab, "1")
    desk.send(.saved)
    desk.press(.enter, "j", ".")
    #expect(desk.shows("Aggravated Burglary · Community 2 → 1"))
  }
}
