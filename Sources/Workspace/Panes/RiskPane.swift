package import Domain

/// How issues score and why they rank so: the matrix, and both orders.
package struct RiskPane: Sendable {
  enum Order: String, CaseIterable, Sendable {
    case grading
    case risk
    case title
    case theme
  }

  /// Which scores the matrix shows.
  package enum View: Hashable, Sendable {
    /// The baseline and every place and period, a block of columns each.
    case sideBySide
    case baseline
    case context(Identifier<ScoringContext>)
  }

  package internal(set) var view = View.baseline

  /// The block the cursor is on where scores stand side by side: 0 is the baseline.
  var block = 0

  /// The agency whose card SCORE edits; `nil` for the working card.
  package internal(set) var agency: Identifier<Partner>?

  var list = ListState<Identifier<Issue>>()
  var order = Order.grading
  var isReversed = false
  var box = 0

  /// The column the cursor is on: a criterion, or behind them the risk and then the grading; `nil`
  /// while it is on the title.
  var column: Int?

  /// What SCORE knows; `nil` while it is off.
  package internal(set) var scoring: Scoring?

  /// The state of SCORE on one issue.
  package struct Scoring: Equatable, Sendable {
    /// The score and places before the first value was given.
    var atStart: Outlook.Placed?

    /// What is tried in WHAT IF; `nil` while values are saved as they are given.
    var trial: Trial?

    /// The column that the cursor was on before; SCORE gives it back.
    var columnBefore: Int?

    /// What the last value did, as a sentence.
    package internal(set) var lastChange: String?

    /// How many values were given since SCORE began.
    var changes = 0
  }
}

extension WorkspaceState {
  /// Puts the issues in their order again, narrowed to the filter; never while SCORE is on.
  mutating func sortIssues() {
    let all = orderedIssues
    let needle = risk.list.filter.text.trimmed.folded
    guard !needle.isEmpty else {
      risk.list.show(risk.isReversed ? all.reversed() : all, of: all.count)
      return
    }
    // There are few themes, so they are searched once.
    let themes = themes(with: needle)
    let rows = all.filter { id in board[id].map { fits($0, needle, themes) } ?? false }
    risk.list.show(risk.isReversed ? rows.reversed() : rows, of: all.count)
  }

  /// Whether the filter lets an issue pass.
  func fitsFilter(_ issue: Record<Issue>) -> Bool {
    let needle = risk.list.filter.text.trimmed.folded
    return needle.isEmpty || fits(issue, needle, themes(with: needle))
  }

  /// An issue is found by its title or theme.
  private func fits(
    _ issue: Record<Issue>, _ needle: String, _ themes: Set<Identifier<Theme>?>
  ) -> Bool {
    issue.title.contains(folded: needle) || themes.contains(issue.theme)
  }

  private func themes(with needle: String) -> Set<Identifier<Theme>?> {
    Set(
      board.settings.themes.filter { $0.value.title.contains(folded: needle) }.keys.map(
        Optional.some))
  }

  private var orderedIssues: [Identifier<Issue>] {
    let issues = board.issues
    switch risk.order {
    case .title:
      return issues.all.filter(\.isRanked)
        .map { (key: $0.title.folded, id: $0.id) }
        .sorted { ($0.key, $0.id) < ($1.key, $1.id) }.map(\.id)
    case .theme:
      return issues.all.filter(\.isRanked)
        .map { (key: themeTitle($0).folded, id: $0.id) }
        .sorted { ($0.key, $0.id) < ($1.key, $1.id) }.map(\.id)
    case .grading, .risk:
      guard let assessment = shownAssessment else {
        return issues.all.filter(\.isRanked).map(\.id)
      }
      let scored =
        risk.order == .risk
        ? assessment.issuesByRisk.map { issues[slot: $0].id }
        : assessment.issuesByGrading.map { issues[slot: $0].id }
      guard scored.count < issues.count else { return scored }
      let unscored = issues.all.enumerated().filter { slot, issue in
        issue.isRanked && assessment.score(of: Table<Issue>.Slot(slot)) == nil
      }
      return scored + unscored.map(\.element.id)
    }
  }

  func themeTitle(_ issue: Record<Issue>) -> String {
    issue.theme.map { board.settings.themes[$0]?.title ?? $0.text } ?? ""
  }

  /// The selected issue's place in the table of issues.
  var selectedIssue: Table<Issue>.Slot? {
    risk.list.selected.flatMap { board.issues.slot(of: $0) }
  }

  /// Whether it is to be said that nobody has agreed the values that count for an issue.
  ///
  /// To the public it is not: the card that was agreed may be withheld.
  func isWorking(_ slot: Table<Issue>.Slot) -> Bool {
    tellsAbsence && shownAssessment?.isWorking(slot, in: board) == true
  }

  /// Goes to the next issue that has no score.
  mutating func goToUnscored() {
    let rows = risk.list.rows
    let start = (risk.list.selectedRow ?? -1) + 1
    let circle = rows.dropFirst(start) + rows.prefix(start)
    let shown = shownAssessment
    let next = circle.first { id in
      board.issues.slot(of: id).flatMap { shown?.score(of: $0) } == nil
    }
    guard let next else {
      flash = "Every issue has a score."
      return
    }
    risk.list.select(next)
  }

  /// Moves to another issue; in SCORE the mode goes with the cursor.
  mutating func moveIssue(by rows: Int) {
    guard risk.scoring?.trial?.isEmpty ?? true else {
      flash = "WHAT IF is on for this issue: Enter asks whether to keep it."
      return
    }
    risk.list.move(by: rows)
    if let scoring = risk.scoring {
      startScoringRow()
      if scoring.trial != nil { risk.scoring?.trial = RiskPane.Trial() }
    }
  }

  mutating func moveCriterion(by columns: Int) {
    if risk.view == .sideBySide {
      risk.block = min(max(0, risk.block + columns), board.settings.contexts.count)
      return
    }
    guard let count = assessment?.scorer.criteria.count, count > 0 else { return }
    let next = (risk.column ?? -1) + columns
    if next < 0 {
      risk.column = risk.scoring == nil ? nil : 0
    } else {
      // Behind the criteria stand the two figures, which are not scored.
      risk.column = min(next, risk.scoring == nil ? count + 1 : count - 1)
    }
  }

  /// The figure that the cursor is on; `nil` while it is on something else.
  var selectedFigure: Register.Order? {
    guard risk.view != .sideBySide, let count = assessment?.scorer.criteria.count else {
      return nil
    }
    return risk.column == count ? .risk : risk.column == count + 1 ? .grading : nil
  }
}
