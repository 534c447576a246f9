import Domain
import Testing

struct ModelChangeTests {
  @Test func `a changed multiplier is told with every figure and place it would change`() throws {
    // Gradings 8, 4, 2 and none; with 8 for the last multiplier the third has 8.
    let board = try Board.sketched([[8, 8, 0], [8, 0, 0], [1, 0, 3], [nil, 0, 0]])
    let change = try change(board) { $0.multipliers["3"] = "8" }
    #expect(change.moves.map(\.issue) == ["issue-2", "issue-1"])
    #expect(change.moves.map { $0.now?.standing.byGrading } == [3, 2])
    #expect(change.moves.map { $0.then?.standing.byGrading } == [1, 3])
    #expect(change.moves.map { $0.then?.score.grading.value } == [8, 4])
    #expect(change.unmoved == 1)
  }

  @Test func `the same model moves nothing`() throws {
    let change = try change(try Board.sketched([[8, 8, 0], [8, 0, 1], [nil, 0, 0]])) { _ in }
    #expect(change.moves.isEmpty)
    #expect(change.unmoved == 2)
  }

  @Test func `what would only have other bounds is counted, and is no move`() throws {
    // 8, and 6 in [4, 16], which would lie in [4, 24].
    let change = try change(try Board.sketched([[8, 8, 0], [8, 0, 1]])) {
      $0.multipliers["3"] = "3"
    }
    #expect(change.moves.isEmpty)
    #expect((change.onlyBounds, change.unmoved) == (1, 1))
  }

  @Test func `what would have no score any more stands last`() throws {
    let board = try Board.sketched([[8, 8, 0], [8, 0, 0]])
    let change = try change(board) {
      $0.sections[0].criteria[1] = ModelSketch.Criterion("community", "0", "1")
    }
    #expect(change.moves.map(\.issue) == ["issue-1", "issue-0"])
    #expect(change.moves.last?.then == nil)
  }

  private func change(_ board: Board, _ edit: (inout ModelSketch) -> Void) throws -> ModelChange {
    var sketch = ModelSketch()
    let old = Assessment(of: board, scorer: try sketch.scorer())
    edit(&sketch)
    return ModelChange(of: board, from: old, to: Assessment(of: board, scorer: try sketch.scorer()))
  }
}
