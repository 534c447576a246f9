import Domain
import TestSupport
import Testing

struct RiskPictureTests {
  private func picture(
    _ board: Board, by order: Register.Order = .grading, top: Int? = nil, columns: Int = 80,
    rows: Int = 24
  ) throws -> RiskPicture {
    try #require(
      RiskPicture(
        try board.assessed(), of: board, by: order, top: top, columns: columns, rows: rows))
  }

  @Test func `the published rows stand where their harm and likelihood are`() throws {
    let picture = try picture(.shipped(), columns: 40, rows: 14)
    // Harm 6, 13, 26, 22 and likelihood 4, 4.5, 6.5, 4.5: places 4, 3, 2, 1.
    #expect(
      picture.lines.joined(separator: "\n") == """
        Harm upwards, Likelihood to the right
        25 |                                 2
           |
           |      1
        20 |
           |
        15 |
           |      3
           |
        10 |
           |
           |4
           +-----------------------------------
            4     4.5   5        5.5   6     6.5
        """)
    #expect(picture.overlaps.isEmpty)
  }

  @Test func `places that fall on one spot are shown as the best of them, and told`() throws {
    var board = try Board.shipped()
    var card = try #require(board.scorecards["cse-block-1"])
    card.issue = "dwelling-burglary"
    card.values["capability"] = 0
    board.scorecards["dwelling-burglary-block-1"]?.content = card.content
    let picture = try picture(board)
    #expect(picture.overlaps == ["1+: 1, 3"])
    #expect(picture.lines.contains { $0.hasSuffix("1+") })
    #expect(picture.spots.flatMap(\.points).count == 4)
  }

  @Test(arguments: [(80, 24), (80, 10), (60, 30), (40, 8), (30, 8), (200, 50)])
  func `a hundred issues stay inside their size, in ASCII, and none is lost`(
    columns: Int, rows: Int
  ) throws {
    let board = try Board.generatedRegister()
    let picture = try picture(board, columns: columns, rows: rows)
    #expect(picture.lines.count == rows)
    #expect(picture.lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
    for line in picture.lines.dropFirst() { #expect(line.count <= columns, "\(line)") }
    let points = picture.spots.flatMap(\.points)
    #expect(Set(points.map(\.issue)).count == 106)
    // What a spot shows and the list below tell together every place.
    let told = picture.overlaps.flatMap { line in
      line.split(separator: ":")[1].split(separator: ",").compactMap {
        Int($0.split(separator: " ").joined())
      }
    }
    let alone = picture.spots.filter { $0.points.count == 1 }.map { $0.points[0].place }
    #expect((told + alone).sorted() == points.map(\.place).sorted())
    let body = picture.lines.dropFirst().joined(separator: "\n")
    for spot in picture.spots { #expect(body.contains(spot.label)) }
  }

  @Test func `only the first are drawn where that is asked for, in either order`() throws {
    let board = try Board.shipped()
    #expect(try picture(board, top: 2).spots.flatMap(\.points).map(\.place).sorted() == [1, 2])
    let byRisk = try picture(board, by: .risk, top: 1).spots.flatMap(\.points)
    #expect(byRisk.map(\.issue) == ["modern-slavery-illustration"])
  }

  @Test func `one issue, and issues that are all alike, are one spot`() throws {
    let picture = try picture(.shipped(), top: 1)
    #expect(picture.spots.map(\.label) == ["1"])
    #expect(picture.lines.count == 24)
  }

  @Test func `nothing is drawn where nothing is scored, or risk is made of other than two totals`()
    throws
  {
    var board = try Board.shipped()
    for card in Array(board.scorecards.all) { board.scorecards[card.id]?.basis = .agency }
    #expect(RiskPicture(try board.assessed(), of: board, by: .grading) == nil)
    board = try Board.shipped()
    board.models["morile-2015"]?.formula.risk = "harm"
    #expect(RiskPicture(try board.assessed(), of: board, by: .grading) == nil)
  }
}
