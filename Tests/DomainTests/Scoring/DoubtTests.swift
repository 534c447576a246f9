import Domain
import Testing

/// What could move an issue across the cut, each unknown for itself.
struct DoubtTests {
  @Test func `an assumed multiplier is a doubt between its bounds`() throws {
    // Gradings 8, 6 in [4, 16] and 2.
    let found = try doubts(of: 1, [[8, 8, 0], [8, 0, 1], [1, 0, 3]], cut: .top(1))
    #expect(found.map(\.cause) == [.assumedMultiplier])
    #expect(found.map(\.low) == [4])
    #expect(found.map(\.high) == [16])
    #expect(found.map(\.best) == [1])
    #expect(found.map(\.worst) == [2])
    #expect(found.map(\.crossesCut) == [true])
  }

  @Test func `the one criterion without a value is a doubt over its whole scale`() throws {
    let found = try doubts(of: 1, [[8, 8, 0], [nil, 0, 3]], cut: .top(1))
    #expect(found.map(\.cause) == [.unscored(criterion: 1)])
    #expect(found.map(\.low) == [0])
    #expect(found.map(\.high) == [16])
    #expect(found.map(\.crossesCut) == [true])
    #expect(try doubts(of: 1, [[8, 8, 0], [nil, nil, 3]], cut: .top(1)).isEmpty)
  }

  @Test func `an issue without a score is below the cut, so one that would be above crosses it`()
    throws
  {
    let values: [[Exact?]] = [[8, 8, 0], [nil, 0, 3]]
    #expect(try doubts(of: 1, values, cut: .top(2)).map(\.crossesCut) == [true])
    #expect(try doubts(of: 1, values, cut: .value(17)).map(\.crossesCut) == [false])
  }

  @Test func `a disputed value is a doubt between what the agencies gave`() throws {
    var board = try Board.sketched([[8, 8, 0], [1, 1, 3], [8, 8, 3]])
    for (agency, value) in [("fire", 1), ("health", 8)] as [(Identifier<Partner>, Exact)] {
      let id = try Identifier<Scorecard>("by-\(agency)")
      board[id] = .sketched(id, of: "issue-1", .agency, [value, 1, 3], agency: agency)
    }
    let found = try doubts(of: 1, board, cut: .top(2))
    #expect(found.map(\.cause) == [.disputed(criterion: 1)])
    #expect((found[0].low, found[0].high) == (4, 18))
    #expect((found[0].worst, found[0].best) == (3, 2))
    #expect(found[0].crossesCut)
    #expect(try !doubts(of: 1, board, cut: .top(1))[0].crossesCut)
  }

  @Test func `what is known for certain has no doubt, and without a cut none crosses it`() throws {
    #expect(try doubts(of: 0, [[8, 8, 0], [8, 0, 1]], cut: .top(1)).isEmpty)
    let found = try doubts(of: 1, [[8, 8, 0], [8, 0, 1]], cut: nil)
    #expect(found.map(\.crossesCut) == [false])
  }

  private func doubts(
    of slot: Table<Domain.Issue>.Slot, _ values: [[Exact?]], cut: CutLine?
  ) throws -> [Doubt] { try doubts(of: slot, try Board.sketched(values), cut: cut) }

  private func doubts(
    of slot: Table<Domain.Issue>.Slot, _ board: Board, cut: CutLine?
  ) throws -> [Doubt] {
    Assessment(of: board, scorer: try ModelSketch().scorer()).doubts(of: slot, cut: cut, in: board)
  }
}
