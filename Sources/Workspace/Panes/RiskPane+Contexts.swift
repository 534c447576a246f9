import Domain

/// Places and periods: which scores the matrix shows.
extension WorkspaceState {
  /// The views of the pane in their order: side by side, the baseline, and the board's places and
  /// periods.
  var riskViews: [RiskPane.View] {
    let contexts = board.settings.contexts.ranked().map(\.key)
    if contexts.isEmpty { return [.baseline] }
    return [.sideBySide, .baseline] + contexts.map { .context($0) }
  }

  /// The place or period whose scores are shown; `nil` for the baseline.
  var shownContext: Identifier<ScoringContext>? {
    if case .context(let context) = risk.view { context } else { nil }
  }

  /// The scores that the pane shows; side by side they are in the order of the baseline.
  var shownAssessment: Assessment? { scores(in: shownContext) }

  /// The scores in a place or period, or in the baseline; `nil` while they are not worked out.
  func scores(in context: Identifier<ScoringContext>?) -> Assessment? {
    guard let context else { return assessment }
    return assessment?[context]
  }

  /// What stands side by side: the baseline and every place and period.
  var blocks: [Identifier<ScoringContext>?] {
    [nil] + board.settings.contexts.ranked().map(\.key)
  }

  /// What a place or period is called, or the baseline.
  func contextTitle(_ context: Identifier<ScoringContext>?) -> String {
    context.map { board.title(of: $0) } ?? "Baseline"
  }

  /// Goes to the previous or next view.
  mutating func changeRiskView(by step: Int) {
    let views = riskViews
    let now = views.firstIndex(of: risk.view) ?? 0
    let next = views[min(max(now + step, 0), views.count - 1)]
    if next != risk.view {
      showRisk(next)
    } else if step > 0 {
      flash = "This is the last place or period; :add-place adds another one."
    }
  }

  /// Shows a view, whose scores are worked out when it is shown first.
  mutating func showRisk(_ view: RiskPane.View) {
    risk.view = view
    if view == .sideBySide { risk.box = 0 }
    workOutShownScores()
    sortIssues()
  }

  /// Works out the scores that the view needs; a view that is no more gives way to the baseline.
  mutating func workOutShownScores() {
    if !riskViews.contains(risk.view) { risk.view = .baseline }
    risk.block = min(risk.block, board.settings.contexts.count)
    switch risk.view {
    case .baseline: break
    case .context(let context): assessment?.include(context, of: board)
    case .sideBySide:
      for context in blocks.compactMap(\.self) { assessment?.include(context, of: board) }
    }
  }

  /// Goes into the scores of the block that the cursor is on.
  mutating func openBlock() {
    let blocks = blocks
    guard blocks.indices.contains(risk.block) else { return }
    showRisk(blocks[risk.block].map { .context($0) } ?? .baseline)
  }

  /// Whether the pane shows something else than the working scores of the baseline.
  var isInsideRisk: Bool { pane == .risk && (risk.view != .baseline || risk.agency != nil) }

  /// Goes back to the working card, then to the baseline.
  mutating func leaveRiskView() {
    if risk.agency != nil {
      risk.agency = nil
      flash = "SCORE edits the working card again."
    } else {
      showRisk(.baseline)
    }
  }
}
