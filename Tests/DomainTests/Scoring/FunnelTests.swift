import Domain
import Testing

struct FunnelTests {
  @Test func `each issue is counted once a theme, and once under each golden theme`() throws {
    let board = try themed()
    let funnel = Funnel(of: board, try assessment(board), cut: .top(2))
    #expect(funnel.all == counts(4, scored: 3, above: 2))
    #expect(
      funnel.themes == [
        "people": counts(2, scored: 2, above: 1), "money": counts(1, scored: 0, above: 0),
        nil: counts(1, scored: 1, above: 1),
      ])
    #expect(
      funnel.goldenThemes == [
        "youth": counts(2, scored: 2, above: 2), "web": counts(1, scored: 1, above: 1),
      ])
    #expect(funnel.standingAlone == counts(1, scored: 1, above: 0))
    #expect(funnel.stages == [.registered: 4, .dismissed: 1])
  }

  @Test func `without a model nothing is scored, and without a cut nothing is above it`() throws {
    let board = try themed()
    #expect(Funnel(of: board, nil, cut: .top(2)).all == counts(4, scored: 0, above: 0))
    #expect(
      Funnel(of: board, try assessment(board), cut: nil).all == counts(4, scored: 3, above: 0))
  }

  private func assessment(_ board: Board) throws -> Assessment {
    Assessment(of: board, scorer: try ModelSketch().scorer())
  }

  /// Four issues that take part, with gradings 8, 4, none and 0.5, and a dismissed one.
  private func themed() throws -> Board {
    var board = try Board.sketched([[8, 8, 0], [8, 0, 0], [8, nil, 0], [1, 0, 0], [8, 8, 3]])
    let themes: [Identifier<Theme>?] = ["people", nil, "money", "people", "people"]
    for (index, theme) in themes.enumerated() {
      let slot = Table<Domain.Issue>.Slot(index)
      board.issues[slot: slot].theme = theme
      board.issues[slot: slot].stage = index == 4 ? .dismissed : .registered
    }
    board.issues["issue-0"]?.goldenThemes = ["youth"]
    board.issues["issue-1"]?.goldenThemes = ["youth", "web"]
    board.issues["issue-3"]?.standsAlone = true
    return board
  }

  private func counts(_ issues: Int, scored: Int, above: Int) -> Funnel.Counts {
    Funnel.Counts(issues: issues, scored: scored, above: above)
  }
}
