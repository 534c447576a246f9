import Domain
import Testing

/// Gradings 8, 4, 4 and 0.5, in this order.
struct CutLineTests {
  private let board: Board
  private let assessment: Assessment

  init() throws {
    board = try Board.sketched([[8, 8, 0], [8, 0, 0], [8, 0, 0], [1, 0, 0], [8, nil, 0]])
    assessment = Assessment(of: board, scorer: try ModelSketch().scorer())
  }

  @Test(arguments: [
    (CutLine.top(0), 0), (.top(1), 1), (.top(2), 3), (.top(3), 3), (.top(4), 4), (.top(99), 4),
    (.value(9), 0), (.value(8), 1), (.value(4), 3), (.value(1), 3), (.value(0), 4),
  ])
  func `issues that share the last place are all above the line`(line: CutLine, above: Int) {
    #expect(assessment.count(above: line) == above)
    let sides = (0..<4).map { assessment.side(of: $0, at: line) }
    #expect(sides.count { $0 == .above } == above)
  }

  @Test func `the next in line has just missed, and all that share its place`() {
    #expect(
      (0..<5).map { assessment.side(of: $0, at: .top(1)) }
        == [.above, .justMissed, .justMissed, .below, nil])
    #expect(assessment.side(of: 3, at: .value(2)) == .justMissed)
  }

  @Test func `what an assumption could lift over the line has just missed`() throws {
    // 6 lies between 4 and 16: 8 × 0.75, with 0.75 assumed between 0.5 and 2.
    let board = try Board.sketched([[8, 8, 0], [8, 8, 0], [8, 0, 1], [1, 0, 0]])
    let assessment = Assessment(of: board, scorer: try ModelSketch().scorer())
    #expect(assessment.side(of: 2, at: .value(10)) == .justMissed)
    #expect(assessment.side(of: 3, at: .value(10)) == .below)
  }

  @Test func `what only others' assumptions could lift over the line has not just missed`() throws {
    // 9 in [4.5, 18] twice, 8 and 4.5: only if both turned out at their lower ends.
    let board = try Board.sketched([[8, 1, 2], [8, 1, 2], [8, 8, 0], [8, 1, 0]])
    let assessment = Assessment(of: board, scorer: try ModelSketch().scorer())
    #expect(
      (0..<4).map { assessment.side(of: $0, at: .top(2)) } == [
        .above, .above, .justMissed, .below,
      ])
  }

  @Test func `what its own assumption could lift to the last place has just missed`() throws {
    // 16, 9 in [4.5, 18] and 8 in [4, 16], which would share the first place.
    let board = try Board.sketched([[8, 0, 3], [8, 1, 2], [8, 0, 2], [1, 0, 0]])
    let assessment = Assessment(of: board, scorer: try ModelSketch().scorer())
    #expect(
      (0..<4).map { assessment.side(of: $0, at: .top(1)) } == [
        .above, .justMissed, .justMissed, .below,
      ])
  }

  @Test(arguments: [
    (CutLine.top(1), true, CutLine.top(2)), (.top(4), true, .top(4)), (.top(0), false, .top(0)),
    (.top(0), true, .top(1)), (.top(2), true, .top(4)), (.top(3), true, .top(4)),
    (.top(4), false, .top(2)), (.top(3), false, .top(1)), (.top(2), false, .top(1)),
    (.top(1), false, .top(0)), (.top(99), true, .top(99)), (.top(.max), true, .top(.max)),
    (.top(99), false, .top(2)), (.value(8), true, .value(4)), (.value(4), true, .value(half)),
    (.value(half), true, .value(half)), (.value(half), false, .value(4)),
    (.value(4), false, .value(8)), (.value(8), false, .value(8)), (.value(100), true, .value(8)),
  ])
  func `a step goes to the next place, or to the next value`(
    line: CutLine, down: Bool, next: CutLine
  ) {
    #expect(assessment.stepped(line, down: down) == next)
  }
}

private let half = Exact("0.5") ?? .zero
