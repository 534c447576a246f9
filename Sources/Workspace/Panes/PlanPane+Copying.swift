import Domain

extension WorkspaceState {
  /// The grid as it is copied: how many actions each area has under each P.
  func gridTable(of ids: [Identifier<Area>]) -> RowTable {
    RowTable(
      headings: ["Area"] + board.ps.map(\.title) + ["Total", "Late"],
      rows: ids.compactMap { board[$0] }.map { area in
        let summary = summaries[area.id]
        let counts = board.ps.map { summary.cells[$0.id]?.actions.count ?? 0 }
        return [area.title] + counts.map { $0 == 0 ? tellsAbsence ? "gap" : "." : "\($0)" }
          + ["\(counts.reduce(0, +))", "\(summary.late)"]
      }, telling: 1)
  }

  /// Actions as they are copied.
  func actionTable(of ids: [Identifier<Action>]) -> RowTable {
    RowTable(
      headings: [
        "Recommendation", "Area", "P", "Lead", "Owners", "Status", "Milestone", "Due", "Review",
      ],
      rows: ids.compactMap { board[$0] }.map { action in
        let next = action.nextMilestone?.milestone
        return [
          action.recommendation, action.area.map { board[$0]?.title ?? $0.text } ?? "",
          board.title(of: action.p), action.lead.map { board[$0]?.name ?? $0.text } ?? "",
          board.owners(of: action.content).filter { $0 != action.lead }
            .map { board[$0]?.name ?? $0.text }.joined(separator: "; "),
          action.status.flatMap { board.settings.statusLegend[$0]?.title } ?? "",
          next?.text ?? "", (next?.due ?? action.done).map(\.words) ?? "",
          action.review.map(\.words) ?? "",
        ]
      }, telling: 3)
  }
}
