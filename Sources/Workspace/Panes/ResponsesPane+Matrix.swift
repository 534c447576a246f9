import Domain
import Screen

/// What stands behind the cells of a row.
enum MatrixTail { case comments, reminded, next }

/// How the matrix is laid out: the name, as many columns as fit, and what stands behind them.
struct MatrixLayout {
  let nameWidth: Int
  let cellWidth: Int

  /// The columns in sight, the cursor's among them.
  let columns: Range<Int>
  let tails: [(tail: MatrixTail, x: Int, width: Int)]

  /// - Parameters:
  ///   - width: How wide the matrix is.
  ///   - count: How many columns it has.
  ///   - cursor: The column of the cursor.
  ///   - isOfAreas: Whether the columns are areas, whose headings are short.
  ///   - tellsAbsence: Whether it is told who was reminded, and whom to chase.
  init(width: Int, columns count: Int, cursor: Int, isOfAreas: Bool, tellsAbsence: Bool) {
    let all: [(MatrixTail, Int)] =
      width >= 100
      ? [(.comments, 10), (.reminded, 13), (.next, 12)]
      : width >= 60 ? [(.comments, 5), (.next, 10)] : []
    let widths = tellsAbsence ? all : all.prefix(1).map { ($0.0, 11) }
    let room = width - widths.reduce(0) { $0 + $1.1 }
    let leastName = width >= 100 ? isOfAreas ? 36 : 28 : width >= 60 ? 24 : 13
    cellWidth = min(max(4, (room - leastName) / max(1, count)), 14)
    let shown = min(count, max(1, (room - leastName) / cellWidth))
    let first = min(max(0, cursor - shown + 1), count - shown)
    columns = first..<first + shown
    nameWidth = max(4, room - shown * cellWidth)
    var x = nameWidth + shown * cellWidth
    tails = widths.map { tail, width in
      defer { x += width }
      return (tail, x, width)
    }
  }

  /// Where a column begins.
  func x(of column: Int) -> Int { nameWidth + (column - columns.lowerBound) * cellWidth }
}

/// What the matrix of a round is made of, taken once for a picture of it.
struct Matrix {
  let round: Record<Round>
  let heard: ResponsesPane.Heard
  let columns: [ResponsesPane.Column]

  /// What each column is about, and whether what is said there goes into the sums.
  let matters: [(matter: Matter, isCounted: Bool)]

  /// How far the answers of a row have come, column by column.
  func states(of row: Respondent) -> [AnswerState] {
    matters.map { heard.respondents.state(of: row, on: $0.matter, in: round, heard.answers) }
  }

  /// In how many of some columns something was said, and what was said in general, as `3+1`.
  func commentsText(among states: [AnswerState]) -> String {
    let isGeneral = zip(matters, states).contains { !$0.isCounted && $1 == .answered }
    return "\(comments(among: states))\(isGeneral ? "+1" : "")"
  }

  /// In how many of some columns something was said.
  func comments(among states: [AnswerState]) -> Int {
    zip(matters, states).count { $0.isCounted && $1 == .answered }
  }
}

extension WorkspaceState {
  /// The matrix of the round that is shown; `nil` where there is none.
  var matrix: Matrix? {
    guard let round = shownRound, let heard = responses.heard else { return nil }
    let columns = responseColumns
    return Matrix(
      round: round, heard: heard, columns: columns,
      matters: columns.map { (matter(at: $0), isCounted($0)) })
  }
}
