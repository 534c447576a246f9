import Domain
import Testing

/// Scores that were agreed under a version of the model that is not in use any more.
struct FormerVersionsTests {
  /// A board with a working and an agreed score, whose model has been changed since: 4 instead of 2
  /// is the multiplier of 3.
  private func board(keepingFormer isKept: Bool = true) throws -> (Board, Scorer) {
    var board = try Board.sketched([[8, 8, 3], [8, 8, 3]])
    board["agreed"] = .sketched("agreed", of: "issue-1", .agreed, [8, 8, 3])
    let former = try Record<ScoringModel>(id: "sketch", document: ModelSketch().value)
    var model = former
    model.version = "2"
    model.multipliers[3]?.value = 4
    board["sketch"] = model
    if isKept {
      var content = former.content
      content.formerOf = "sketch"
      board["sketch-1"] = Record(id: "sketch-1", content: content)
    }
    return (board, try Scorer(model))
  }

  private func gradings(_ assessment: Assessment) -> [Exact?] {
    (0..<2).map { assessment.score(of: $0)?.grading.value }
  }

  @Test func `a working score is of the model as it is, an agreed one of its version`() throws {
    let (board, scorer) = try board()
    let assessment = Assessment(of: board, scorer: scorer)
    #expect(gradings(assessment) == [64, 32])
    #expect(!assessment.isOfFormerVersion(0, in: board))
    #expect(assessment.isOfFormerVersion(1, in: board))
    #expect(assessment.scorer(of: 1, in: board).version == "1")
    #expect(gradings(Assessment(of: board, scorer: scorer, isAgreedAnew: true)) == [64, 64])
  }

  @Test func `where the version is not kept the model as it is counts, and the score is marked`()
    throws
  {
    let (board, scorer) = try board(keepingFormer: false)
    let assessment = Assessment(of: board, scorer: scorer)
    #expect(gradings(assessment) == [64, 64])
    #expect(assessment.isOfFormerVersion(1, in: board))
  }

  @Test func `agreeing anew gives the version in use`() throws {
    var (board, scorer) = try board()
    var assessment = Assessment(of: board, scorer: scorer)
    board["agreed" as Identifier<Scorecard>]?.modelVersion = "2"
    assessment.reassess(1, in: board)
    #expect(gradings(assessment) == [64, 64])
  }

  @Test func `the history tells each agreed score under its version`() throws {
    let (board, scorer) = try board()
    let history = Assessment(of: board, scorer: scorer).history(of: 1, in: board)
    #expect(history.map { $0.score?.grading.value } == [32, 64])
    #expect(history.map(\.isOfOtherVersion) == [true, true])
  }

  @Test
  func `an agreed card is checked against its own version, a working one against that in use`()
    throws
  {
    var (board, _) = try board()
    board["sketch" as Identifier<ScoringModel>]?.criteria["community"] = nil
    let files = board.problems.filter { $0.field == "values.community" }.map(\.file)
    #expect(files == ["scorecards/card-0.json", "scorecards/card-1.json"])
  }
}
