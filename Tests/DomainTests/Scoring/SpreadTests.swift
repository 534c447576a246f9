import Domain
import Testing

struct SpreadTests {
  @Test func `the spread is told in steps of the scale, with its outliers`() throws {
    var board = try Board.sketched([[1, 0, 0]])
    give("health", [0, 0, 1], to: &board)
    give("police", [8, 0, 1], to: &board)
    give("fire", [0, nil, 2], to: &board)
    let spread = try spread(board)
    let (community, individual) = (spread.rows[0], spread.rows[1])
    #expect(spread.rows.map(\.steps) == [0, 2, 1])
    #expect(spread.steps == 2)
    #expect(individual.given.map(\.agency) == ["fire", "health", "police"])
    #expect(individual.given.map(\.isOutlier) == [false, false, true])
    #expect(individual.given.map(\.value) == [0, 0, 8])
    #expect(community.given.map(\.agency) == ["health", "police"])
    #expect(spread.rows[2].given.allSatisfy { !$0.isOutlier })
  }

  @Test func `two who differ are a dispute, and neither is the outlier`() throws {
    var board = try Board.sketched([[1, 0, 0]])
    give("health", [0, 0, 0], to: &board)
    give("police", [8, 0, 3], to: &board)
    #expect(try spread(board).rows.allSatisfy { $0.given.allSatisfy { !$0.isOutlier } })
    #expect(try spread(board).rows.map(\.isDisputed) == [false, true, true])
  }

  @Test func `an agency's latest card counts, and nobody else's`() throws {
    var board = try Board.sketched([[1, 0, 0]])
    give("health", [8, 0, 0], on: "2018-05-01", name: "z-earlier", to: &board)
    give("health", [1, 0, 0], on: "2018-09-01", name: "later", to: &board)
    board["agreed"] = .sketched("agreed", of: "issue-0", .agreed, [0, 0, 0])
    give("fire", [0, 8, 0], name: "of-north", to: &board)
    board.scorecards["of-north"]?.context = "north"
    give("police", [0, 8, 0], name: "gone", to: &board)
    board.scorecards["gone"]?.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "someone")
    let spread = try spread(board)
    #expect(spread.cards == ["health": "later"])
    #expect(spread.rows.map(\.steps) == [0, 0, 0])
  }

  private func spread(_ board: Board) throws -> Spread {
    Assessment(of: board, scorer: try ModelSketch().scorer()).spread(of: 0, in: board)
  }

  private func give(
    _ agency: Identifier<Partner>, _ values: [Exact?], on date: String = "2018-09-01",
    name: Identifier<Scorecard>? = nil, to board: inout Board
  ) {
    guard let id = name ?? (try? Identifier("by-\(agency)")) else { return }
    board[id] = .sketched(
      id, of: "issue-0", .agency, values, agency: agency, on: CalendarDate(date))
  }
}
