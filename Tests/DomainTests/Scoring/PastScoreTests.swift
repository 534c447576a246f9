import Domain
import Testing

struct PastScoreTests {
  private let scorer: Scorer

  init() throws { scorer = try ModelSketch().scorer() }

  private func history(
    _ board: Board, in context: Identifier<ScoringContext>? = nil
  ) -> [PastScore] {
    Assessment(of: board, scorer: scorer, context: context).history(of: 0, in: board)
  }

  @Test func `the agreed cards come by their date, then the working one`() throws {
    var board = try Board.sketched([[1, 0, 0]])
    func agree(_ id: Identifier<Scorecard>, _ value: Exact, on date: String) {
      board[id] = .sketched(
        id, of: "issue-0", .agreed, [value, 0, 0], on: CalendarDate(date))
    }
    agree("second", 8, on: "2018-09-19")
    agree("first", 0, on: "2018-05-16")
    agree("gone", 8, on: "2018-06-01")
    board.scorecards["gone"]?.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "someone")
    let history = history(board)
    #expect(history.map(\.card) == ["first", "second", "card-0"])
    #expect(history.map(\.basis) == [.agreed, .agreed, .working])
    #expect(history.map { $0.score?.risk.value } == [0, 8, 1])
    #expect(history.allSatisfy { !$0.isOfOtherVersion })
  }

  @Test func `a card with a gap has no score, and one of another version says so`() throws {
    var board = try Board.sketched([[1, nil, 0]])
    board.scorecards["card-0"]?.modelVersion = "0"
    #expect(history(board).map(\.score) == [nil])
    #expect(history(board).map(\.isOfOtherVersion) == [true])
  }

  @Test func `the card of a place stands over the baseline`() throws {
    var board = try Board.sketched([[1, 8, 0]])
    var card = Record.sketched("of-north", of: "issue-0", .working, [8, nil, nil])
    card.context = "north"
    board[card.id] = card
    #expect(history(board, in: "north").map { $0.score?.risk.value } == [16])
    #expect(history(board).map { $0.score?.risk.value } == [9])
    let north = Assessment(of: board, scorer: scorer, context: "north")
    let counting = north.countingCards(of: 0).map { board.scorecards[slot: $0].id }
    #expect(counting == ["of-north", "card-0"])
  }
}
