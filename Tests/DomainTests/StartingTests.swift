import Domain
import JSON
import TestSupport
import Testing

/// What a new board begins with.
struct StartingTests {
  private let stamp = Stamp(at: Timestamp(seconds: 0), by: "tester")

  @Test func `the model is that of the shipped board, to the byte`() throws {
    let shipped = try House.text("data/city-of-london/models/morile-2015.json")
    #expect(ScoringModel.starting + "\n" == shipped)
  }

  @Test func `areas, questions and lists are those of the shipped board`() throws {
    let board = Board(startingWith: "New", place: nil, stamp: stamp)
    let shipped = try Board.shipped()
    #expect(board.orderedAreas.map(\.id) == shipped.orderedAreas.prefix(8).map(\.id))
    #expect(board.orderedAreas.map(\.title) == shipped.orderedAreas.prefix(8).map(\.title))
    #expect(board.orderedAreas.map(\.number) == Array(1...8))
    let (new, old) = (board.settings, shipped.settings)
    #expect(new.questions == old.questions)
    #expect(new.markings == old.markings)
    #expect(new.statusLegend == old.statusLegend)
    #expect(new.reviewCriteria == old.reviewCriteria)
    #expect(new.reviewInterval == old.reviewInterval)
    #expect(new.model == old.model)
  }

  @Test func `nothing else is invented, and nothing is wrong`() throws {
    var board = Board(startingWith: "New", place: "Here", stamp: stamp)
    board[ScoringModel.startingName] = try Document(parsing: Array(ScoringModel.starting.utf8))
      .decode { decoder in try Record(id: ScoringModel.startingName, from: decoder) }
    #expect(board.problems.isEmpty)
    let kinds = Kind.allCases.filter { !board.names(of: $0).isEmpty }
    #expect(kinds == [.board, .model, .area])
    #expect(board.areas.all.allSatisfy { $0.status == .monitored && $0.profile.isEmpty })
  }
}
