import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Whatever a person is doing, what others do disturbs none of it.
struct UndisturbedTests {
  /// What a remote change must leave as it is.
  private struct Stance: Equatable {
    let pane: Pane
    let selected: RecordName?
    let overlay: WorkspaceState.Overlay?
    let scoring: RiskPane.Scoring?
    let cursorRow: Int?

    init(_ desk: Desk) {
      pane = desk.state.pane
      selected = desk.state.selectedName
      overlay = desk.state.overlay
      scoring = desk.state.risk.scoring
      cursorRow = desk.screen.cursor?.y
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `after any remote change selection, order and what is open are as before`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var desk = Desk(
      try .shipped(), width: seed % 2 == 0 ? 120 : 80, height: seed % 3 == 0 ? 12 : 30)
    var anna = Colleague()
    for step in 0..<80 {
      if random.oneIn(2) {
        desk.press(try #require(UndisturbedTests.keys.randomElement(using: &random)))
        for effect in desk.takeEffects() { answer(effect, &desk) }
        continue
      }
      let (before, rows) = (Stance(desk), desk.state.listedNames)
      desk.receive(try change(&desk, &anna, step, &random))
      #expect(Stance(desk) == before)
      #expect(Array(desk.state.listedNames.prefix(rows.count)) == rows)
      #expect(desk.takeEffects().isEmpty)
    }
    try checkDerived(desk)
  }

  /// What is derived after many small changes is what it would be from nothing.
  private func checkDerived(_ desk: Desk) throws {
    let board = desk.state.board
    let (found, due) = (Set(desk.state.problems), Set(board.problems))
    #expect(found.subtracting(due) == [])
    #expect(due.subtracting(found) == [])
    let kept = try #require(desk.state.assessment)
    let fresh = Assessment(of: board, scorer: kept.scorer)
    #expect(Array(kept.issuesByGrading) == Array(fresh.issuesByGrading))
    #expect(Array(kept.issuesByRisk) == Array(fresh.issuesByRisk))
  }

  private func answer(_ effect: Effect, _ desk: inout Desk) {
    switch effect {
    case .save: desk.send(.saved)
    case .load: desk.send(.loaded(desk.state.board, []))
    default: break
    }
  }

  private static let keys: [Key] = [
    "1", "2", "3", "4", "4", "4", "5", "6", "7", "j", "j", "k", "l", "h", "G", .enter, .escape,
    .tab, "n", "/", "a", "i", "s", "C", "o", "O", "R", "+", "-", "x", "c", "?", ":", "f", "r",
    "]", "8", "1", " ", " ", "v", "V", "m", "a", "'", "'", "z", "y", "y",
  ]

  private func change(
    _ desk: inout Desk, _ anna: inout Colleague, _ step: Int, _ random: inout SeededGenerator
  ) throws -> RecordReading {
    let board = desk.state.board
    func pick<Content: RecordContent>(_ table: Table<Content>) throws -> Record<Content> {
      try #require(table.all.randomElement(using: &random))
    }
    func toggled<Content: RecordContent>(_ record: Record<Content>) -> RecordReading {
      guard record.isDeleted else { return anna.removes(record) }
      return anna.changes(record) { $0.header.deleted = nil }
    }
    let id = "new-\(step)"
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return anna.changes(try pick(board.areas)) { $0.title += "!" }
    case 1: return anna.changes(try pick(board.issues)) { $0.title += "!" }
    case 2, 3:
      let value = try #require([1, 2, 3].randomElement(using: &random))
      return anna.changes(try pick(board.scorecards)) { $0.values["volume"] = Exact(value) }
    case 4: return anna.adds(Record(id: try Identifier(id), content: Area(title: id)))
    case 5:
      var issue = Domain.Issue(title: id, stage: .registered)
      issue.area = try pick(board.areas).id
      return anna.adds(Record(id: try Identifier(id), content: issue))
    case 6: return toggled(try pick(board.areas))
    case 7: return toggled(try pick(board.issues))
    case 8: return toggled(try pick(board.actions))
    case 9: return toggled(try pick(board.responses))
    case 10:
      let issue = try pick(board.issues).id
      var card = Scorecard(issue: issue, model: "morile", modelVersion: "")
      card.values = try pick(board.scorecards).values
      return anna.adds(Record(id: try Identifier(id), content: card))
    default:
      return anna.changes(try pick(board.issues)) { issue in
        issue.stage = issue.stage == .dismissed ? .registered : .dismissed
      }
    }
  }

  @Test func `one changed issue among thousands moves no row, and its rank at once`() throws {
    let model = try #require(Board.shipped().models.all.first)
    var generator = BoardGenerator(model: model, seed: 7)
    var desk = Desk(generator.board(issues: 10_000))
    desk.press("4", "G")
    let rows = desk.state.listedNames
    let last = try #require(desk.state.selectedName)
    let card = try #require(
      desk.state.board.scorecards.all.first { RecordName($0.issue) == last })
    var anna = Colleague()
    desk.receive(
      anna.changes(card) { card in
        for (criterion, _) in card.values.entries.map({ ($0.criterion, $0.value) }) {
          let scale = model.criteria[criterion]?.scale.keys.max()
          card.values[criterion] = scale
        }
      })
    #expect(desk.state.listedNames == rows)
    #expect(desk.state.selectedName == last)
    let kept = try #require(desk.state.assessment)
    let slot = try #require(desk.state.board.issues.slot(of: card.issue))
    #expect(kept.standing(of: try #require(kept.score(of: slot))).byGrading == 1)
  }
}
