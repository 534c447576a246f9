/// The ranked issues as points between the two totals that their risk is made of: likelihood from
/// left to right, harm from below upwards.
///
/// A point is the issue's place. Places that fall on one spot are shown as the best of them with `+`,
/// and told below. Source: `docs/scoring.md`, "The picture".
package struct RiskPicture: Equatable, Sendable {
  /// One issue.
  package struct Point: Equatable, Sendable {
    package let issue: Identifier<Issue>

    /// Its place in the order that was asked for.
    package let place: Int
    package let across: Exact
    package let up: Exact
  }

  /// What is drawn at one spot.
  package struct Spot: Equatable, Sendable {
    /// The column and the row, both from 0; rows are counted from below.
    package let column: Int
    package let row: Int

    /// The issues there, the best place first.
    package let points: [Point]

    package var label: String {
      (points.first.map { "\($0.place)" } ?? "") + (points.count > 1 ? "+" : "")
    }
  }

  /// One of the two totals, from the least to the greatest that an issue of the picture has.
  package struct Axis: Equatable, Sendable {
    package let title: String
    package let least: Exact
    package let greatest: Exact

    /// On which of some places a total falls.
    package func place(of total: Exact, among count: Int) -> Int {
      guard let range = greatest.subtracting(least), let part = total.subtracting(least),
        let share = part.thousandths(of: range)
      else { return 0 }
      return (share * (count - 1) + 500) / 1_000
    }

    /// The round totals between both ends, six at most; one total where both ends are the same.
    package var ticks: [Exact] {
      guard let range = greatest.subtracting(least), range > .zero,
        let step = Axis.steps.first(where: { (range.thousandths(of: $0) ?? .max) <= 5_000 }),
        let before = least.thousandths(of: step).map({ $0 / 1_000 - 1 })
      else { return [least] }
      return (before...before + 8).compactMap { step.multiplied(by: Exact($0)) }
        .filter { least <= $0 && $0 <= greatest }
    }

    /// How far two ticks may be apart.
    private static let steps = [
      "0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "50", "100", "200", "500", "1000",
    ].compactMap(Exact.init)
  }

  package let across: Axis
  package let up: Axis

  /// All spots, row by row from above, each from left to right.
  package let spots: [Spot]

  /// How many columns of characters a spot takes, the space beside it included.
  private let spotWidth: Int
  private let columns: Int
  private let rows: Int

  /// How wide and high a picture is where nobody says.
  package static let usualSize = (columns: 80, rows: 24)

  /// Lays out the picture of the scored issues; `nil` where nothing is scored, or the risk is not made
  /// of two totals.
  ///
  /// - Parameters:
  ///   - assessment: The scores of the board's issues.
  ///   - board: The board.
  ///   - order: By which figure places are counted.
  ///   - top: How many issues at most, the best first; `nil` for all.
  ///   - columns: How many characters a line has at most; at least 24 are taken.
  ///   - rows: How many lines the picture has at most, axes included; at least 8 are taken.
  package init?(
    _ assessment: Assessment, of board: Board, by order: Register.Order, top: Int? = nil,
    columns: Int = usualSize.columns, rows: Int = usualSize.rows
  ) {
    let scorer = assessment.scorer
    let sections = scorer.sections.indices.filter { scorer.isPartOfRisk($0) }
    guard sections.count == 2 else { return nil }
    let slots: [Assessment.Slot] =
      order == .grading ? Array(assessment.issuesByGrading) : Array(assessment.issuesByRisk)
    let points = slots.prefix(top ?? .max).compactMap { slot -> Point? in
      guard let score = assessment.score(of: slot),
        let up = assessment.total(of: scorer.sections[sections[0]].id, slot, in: board),
        let across = assessment.total(of: scorer.sections[sections[1]].id, slot, in: board)
      else { return nil }
      let standing = assessment.standing(of: score)
      return Point(
        issue: board.issues[slot: slot].id,
        place: order == .grading ? standing.byGrading : standing.byRisk, across: across, up: up)
    }
    guard let across = Axis(scorer.sections[sections[1]].section.title, points.map(\.across)),
      let up = Axis(scorer.sections[sections[0]].section.title, points.map(\.up))
    else { return nil }
    self.across = across
    self.up = up
    // A label has at most the digits of the last place, and a plus.
    spotWidth = "\(points.map(\.place).max() ?? 0)".count + 2
    let margin = RiskPicture.margin(of: up)
    self.columns = max(2, (max(24, columns) - margin) / spotWidth)
    self.rows = max(8, rows) - 3
    spots = RiskPicture.spots(points, across, up, self.columns, self.rows)
  }

  private static func spots(
    _ points: [Point], _ across: Axis, _ up: Axis, _ columns: Int, _ rows: Int
  ) -> [Spot] {
    let byPlace = Dictionary(grouping: points) { point in
      [up.place(of: point.up, among: rows), across.place(of: point.across, among: columns)]
    }
    return byPlace.map { place, points in
      Spot(
        column: place[1], row: place[0],
        points: points.sorted { ($0.place, $0.issue) < ($1.place, $1.issue) })
    }.sorted { ($1.row, $0.column) < ($0.row, $1.column) }
  }

  /// How many characters stand before the points: the numbers and the axis.
  private static func margin(of axis: Axis) -> Int {
    (axis.ticks.map(\.description.count).max() ?? 0) + 2
  }
}

// MARK: As text

extension RiskPicture {
  /// The picture as lines, drawn with ASCII; below the heading none is wider than was asked for.
  package var lines: [String] {
    let margin = RiskPicture.margin(of: up)
    var ticks: [Int: String] = [:]
    for tick in up.ticks { ticks[up.place(of: tick, among: rows)] = tick.description }
    let spotsByRow = Dictionary(grouping: spots, by: \.row)
    let body = (0..<rows).reversed().map { row in
      let number = ticks[row] ?? ""
      let axis = String(repeating: " ", count: margin - 2 - number.count) + number + " |"
      let labels = (spotsByRow[row] ?? []).map { (start: $0.column * spotWidth, text: $0.label) }
      return (axis + RiskPicture.line(labels)).trimmedAtEnd
    }
    let rule =
      String(repeating: " ", count: margin - 1) + "+"
      + String(repeating: "-", count: columns * spotWidth - 1)
    let numbers = across.ticks.map { tick in
      let (start, text) = (across.place(of: tick, among: columns) * spotWidth, tick.description)
      return (start: min(start, columns * spotWidth - text.count), text: text)
    }
    let scale = String(repeating: " ", count: margin) + RiskPicture.line(numbers)
    let heading = "\(up.title) upwards, \(across.title) to the right"
    return [heading] + body + [rule, scale.trimmedAtEnd]
  }

  /// The spots that hold several issues, as lines such as `4+: 4, 7, 12`.
  package var overlaps: [String] {
    spots.filter { $0.points.count > 1 }
      .sorted { ($0.points[0].place, $0.column) < ($1.points[0].place, $1.column) }
      .map { spot in
        "\(spot.label): \(spot.points.map { "\($0.place)" }.joined(separator: ", "))"
      }
  }

  /// Texts at their places in a line; one that would touch the text before it is left out.
  private static func line(_ texts: [(start: Int, text: String)]) -> String {
    var line = ""
    for (start, text) in texts where line.isEmpty || start > line.count {
      line += String(repeating: " ", count: max(0, start - line.count)) + text
    }
    return line
  }
}

extension RiskPicture.Axis {
  /// The axis of some totals; `nil` where there are none.
  fileprivate init?(_ title: String, _ totals: [Exact]) {
    guard let least = totals.min(), let greatest = totals.max() else { return nil }
    self.init(title: title, least: least, greatest: greatest)
  }
}

extension Exact {
  /// The difference, or `nil` when it has more than 18 digits.
  fileprivate func subtracting(_ other: Exact) -> Exact? {
    other.multiplied(by: Exact(-1)).flatMap(adding)
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }
}
