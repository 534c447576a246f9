import Domain
import Screen

/// The lines below the matrix.
extension WorkspaceState {
  /// The whole of what is selected, in a line; in SCORE what the last value did.
  var issueDetail: String {
    if risk.view == .sideBySide { return blocksDetail }
    guard let slot = selectedIssue, shownAssessment != nil else { return scoringProblem ?? "" }
    if let scoring = risk.scoring {
      return "\(scoringTitle)  " + (scoring.lastChange ?? scoringPrompt(slot))
    }
    let issue = board.issues[slot: slot]
    let place = [issue.area.map { board[$0]?.title ?? $0.text }, themeTitle(issue)]
      .compactMap(\.self).filter { !$0.isEmpty }
    let parts = [
      issue.title, criterionText(slot), overrideText(slot), standingText(slot), basisText(slot),
    ]
    return (parts.compactMap(\.self) + place).joined(separator: " · ")
  }

  /// What is being done to values: SCORE or WHAT IF, and for whom.
  var scoringTitle: String {
    isWhatIf ? "WHAT IF" : agencyTitle.map { "SCORE for \($0)" } ?? "SCORE"
  }

  /// The selected criterion, where its value has a reason or agencies gave it values.
  private func criterionText(_ slot: Table<Issue>.Slot) -> String? {
    guard let criterion = selectedCriterion, let column = risk.column, let shown = shownAssessment
    else { return nil }
    let cards = shown.countingCards(of: slot).map { board.scorecards[slot: $0] }
    let reason = cards.first { $0.values[criterion.id] != nil }?.values.reason(for: criterion.id)
    let spread = shown.spread(of: slot, in: board).rows[column]
    guard reason != nil || !spread.given.isEmpty else { return nil }
    let value = valueText(shownValues(of: slot)[column])
    let given = spread.given.map { words(for: $0) }.joined(separator: ", ")
    let parts = [
      "\(criterion.criterion.title) \(value)", reason, given.isEmpty ? nil : "given: \(given)",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// The criteria under which the place or period that is shown has another value than the baseline.
  func overriddenCriteria(of slot: Table<Issue>.Slot) -> [Int] {
    guard shownContext != nil, let shown = shownAssessment else { return [] }
    let (values, usual) = (
      shown.values(of: slot, in: board), assessment?.values(of: slot, in: board)
    )
    return values.indices.filter { values[$0] != usual?[$0] }
  }

  /// What the place or period that is shown has otherwise than the baseline.
  private func overrideText(_ slot: Table<Issue>.Slot) -> String? {
    guard let shown = shownAssessment, let assessment else { return nil }
    let (values, usual) = (
      shown.values(of: slot, in: board), assessment.values(of: slot, in: board)
    )
    let parts = overriddenCriteria(of: slot).map { index in
      "\(shown.scorer.criteria[index].criterion.title) \(values[index]?.description ?? ".") "
        + "(baseline \(usual[index]?.description ?? "."))"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Whose values count for an issue; `nil` where that would tell the public what is missing.
  private func basisText(_ slot: Table<Issue>.Slot) -> String? {
    let counting = shownAssessment?.countingCards(of: slot).first
    guard let card = counting.map({ board.scorecards[slot: $0] }) else {
      return tellsAbsence ? "no scorecard" : nil
    }
    guard let basis = basis(of: card) else { return nil }
    let place = shownContext != nil && card.context == nil ? " of the baseline" : ""
    let date = card.basis == .agreed ? card.date.map { " of \($0.words)" } ?? "" : ""
    let version = isOfFormerVersion(slot) ? ", of version \(card.modelVersion)" : ""
    let other = hasOtherWorkingScore(slot) ? ", the working one differs" : ""
    return "\(basis) score\(place)\(date)\(version)\(other)"
  }

  /// What a card counts as; `nil` for one of which the public is not told that nobody agreed it.
  func basis(of card: Record<Scorecard>) -> String? {
    card.basis == .working && !tellsAbsence ? nil : card.basis.rawValue
  }

  private func scoringPrompt(_ slot: Table<Issue>.Slot) -> String {
    let title = board.issues[slot: slot].title
    return "\(title) · \(selectedCriterion?.criterion.title ?? ""): type a value of the scale"
  }

  private func standingText(_ slot: Table<Issue>.Slot) -> String {
    guard let placed = placed(slot), let assessment = shownAssessment else {
      // What seems to be missing may be withheld.
      if !tellsAbsence { return "no score" }
      let missing = shownValues(of: slot).count { $0 == nil }
      return "no score: \(missing) \(missing == 1 ? "criterion is" : "criteria are") unscored"
    }
    let (score, standing) = (placed.score, placed.standing)
    let side = sideText(slot).map { ", \($0)" } ?? ""
    var text =
      "risk \(score.risk.value) (\(ordinal(standing.byRisk))), "
      + "grade \(gradingText(score.grading)) (\(ordinal(standing.byGrading))\(side))"
    if score.grading.isAssumed {
      text += ", assumed multiplier: \(score.grading.low) to \(score.grading.high)"
    }
    if standing.isUncertain {
      text += ", place \(ordinal(standing.best)) to \(ordinal(standing.worst))"
    }
    if let share = score.risk.value.thousandths(of: assessment.scorer.greatestRisk) {
      text += ", \(share / 10).\(share % 10)% of the greatest risk"
    }
    return text
  }

  /// The keys of SCORE, those of the scale first.
  var scoringHints: [(keys: String, title: String)] {
    guard let criterion = selectedCriterion else { return [] }
    return [
      (scaleKeys(criterion), size.width < 60 ? "set" : "set and go on"), ("x", "unscored"),
      isWhatIf ? ("u", "take back") : ("i", "why"), ("Tab", "next"), ("+ -", "step"),
      ("K", "scale"),
    ]
  }

  /// The likeliest keys in the matrix.
  var riskHints: [Command] {
    let goesIn = risk.view == .sideBySide || selectedFigure != nil || whyReadOnly != nil
    return [
      goesIn ? .open : .score, .scoreAs, .agree, .whatIf, .changeIssue, .addIssue, .anchors,
      .tracePath, .nextView, .lowerCut, .nextAttention, .read, .order, .narrow,
    ]
  }

  /// What Enter does where it does not begin SCORE.
  var riskOpenTitle: String {
    if risk.view == .sideBySide { return "show" }
    return selectedFigure == nil ? "read" : "where from"
  }
}
