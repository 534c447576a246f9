import Domain

extension WorkspaceState {
  /// Issues as they are copied: every value in full, whatever the screen has room for.
  func issueTable(of ids: [Identifier<Issue>]) -> RowTable {
    if risk.view == .sideBySide { return blockTable(of: ids) }
    let criteria = assessment?.scorer.criteria.map(\.criterion.title) ?? []
    return RowTable(
      headings: ["Issue", "Area", "Theme"] + criteria + ["Risk", "Grade", "Basis"],
      rows: ids.compactMap { board.issues.slot(of: $0) }.map { slot in
        let issue = board.issues[slot: slot]
        let score = shownAssessment?.score(of: slot)
        let card = shownAssessment?.countingCards(of: slot).first
        return [
          issue.title, issue.area.map { board[$0]?.title ?? $0.text } ?? "", themeTitle(issue),
        ] + shownValues(of: slot).map { $0?.description ?? "" } + [
          score.map { "\($0.risk.value)" } ?? "", score.map { gradingText($0.grading) } ?? "",
          card.flatMap { basis(of: board.scorecards[slot: $0]) } ?? "",
        ]
      }, telling: 3)
  }

  /// The baseline and every place and period side by side: what differs, figures and places.
  private func blockTable(of ids: [Identifier<Issue>]) -> RowTable {
    let differing = differingCriteria(among: ids)
    let criteria = differing.compactMap { assessment?.scorer.criteria[$0].criterion.title }
    let blocks = blocks
    return RowTable(
      headings: ["Issue"]
        + blocks.flatMap { block in
          (criteria + ["Risk", "Place by risk", "Grade", "Place by grade"])
            .map { "\(contextTitle(block)): \($0)" }
        },
      rows: ids.compactMap { board.issues.slot(of: $0) }.map { slot in
        [board.issues[slot: slot].title]
          + blocks.flatMap { blockCells(of: slot, in: $0, differing) }
      }, telling: 1)
  }

  private func blockCells(
    of slot: Table<Issue>.Slot, in context: Identifier<ScoringContext>?, _ differing: [Int]
  ) -> [String] {
    guard let scores = scores(in: context) else {
      return Array(repeating: "", count: differing.count + 4)
    }
    let values = scores.values(of: slot, in: board)
    let placed = scores.placed(slot)
    return differing.map { values[$0]?.description ?? "" } + [
      placed.map { "\($0.score.risk.value)" } ?? "",
      placed.map { "\($0.standing.byRisk)" } ?? "",
      placed.map { gradingText($0.score.grading) } ?? "",
      placed.map { "\($0.standing.byGrading)" } ?? "",
    ]
  }
}
