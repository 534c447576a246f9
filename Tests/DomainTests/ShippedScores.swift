import Domain
import TestSupport
import Testing

/// The shipped board with its scoring model made ready.
struct ShippedScores {
  let board: Board
  let scorer: Scorer

  init() throws {
    board = try Board.shipped()
    let model = try #require(board.settings.model)
    scorer = try Scorer(try #require(board[model]))
  }

  /// The assessment in the place or period that stands for a published block.
  func assessment(ofBlock block: Int) -> Assessment {
    let contexts: [Int: Identifier<ScoringContext>] = [2: "block-2", 3: "block-3"]
    return Assessment(of: board, scorer: scorer, context: contexts[block])
  }

  func slot(_ issue: Identifier<Domain.Issue>) throws -> Table<Domain.Issue>.Slot {
    try #require(board.issues.slot(of: issue))
  }
}
