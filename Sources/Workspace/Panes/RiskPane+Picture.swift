import Domain
import Screen

extension WorkspaceState {
  /// The issues as points between likelihood and harm, with what lies on one spot and what each
  /// place is called.
  var pictureReader: Reader {
    let order: Register.Order = risk.order == .risk ? .risk : .grading
    // The frame takes a column at each side, the title and the lower edge a row each.
    let room = Size(width: min(120, body.width - 2), height: min(40, body.height - 2))
    // What few places are called is seen beside the picture; for many one scrolls.
    let names = (shownAssessment?.issuesByGrading.count ?? 0) + 2
    let rows = names * 3 <= room.height ? room.height - names : room.height
    guard let shown = shownAssessment,
      let picture = RiskPicture(shown, of: board, by: order, columns: room.width, rows: rows)
    else {
      let reason =
        shownAssessment == nil
        ? scoringProblem ?? "" : "Nothing is scored yet, or the risk is not made of two totals."
      return Reader(title: "The picture", lines: [TextLine(reason, style: .warning)])
    }
    let points = picture.spots.flatMap(\.points)
      .sorted { ($0.place, $0.issue) < ($1.place, $1.issue) }
    let overlaps = picture.overlaps.map { TextLine($0) }
    let titles = points.map { TextLine("\($0.place)  \(board[$0.issue]?.title ?? $0.issue.text)") }
    let title = [
      "The picture", shownContext.map { board.title(of: $0) }, "places by \(order.rawValue)",
    ]
    return Reader(
      title: title.compactMap(\.self).joined(separator: ", "),
      lines: picture.lines.map { TextLine($0) }
        + (overlaps.isEmpty ? [] : [TextLine(), TextLine("On one spot", style: .heading)])
        + overlaps + [TextLine(), TextLine("Places", style: .heading)] + titles)
  }
}
