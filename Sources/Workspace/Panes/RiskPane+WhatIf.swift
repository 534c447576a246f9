package import Domain
import Screen

extension RiskPane {
  /// Values that are tried in WHAT IF, and not saved.
  package struct Trial: Equatable, Sendable {
    /// One value that was tried, and what was tried under the criterion before.
    private struct Step: Equatable, Sendable {
      let criterion: Identifier<Criterion>
      let former: Exact?
    }

    package private(set) var values: [Identifier<Criterion>: Exact] = [:]
    private var steps: [Step] = []

    /// Whether nothing else is tried than what stands.
    var isEmpty: Bool { values.isEmpty }

    /// Tries a value, or with `nil` leaves the one that stands.
    mutating func give(_ value: Exact?, under criterion: Identifier<Criterion>) {
      steps.append(Step(criterion: criterion, former: values[criterion]))
      values[criterion] = value
    }

    /// Takes the last try back.
    ///
    /// - Returns: Whether there was one.
    mutating func takeBack() -> Bool {
      guard let step = steps.popLast() else { return false }
      values[step.criterion] = step.former
      return true
    }

    /// What stands, with what is tried in its place.
    func values(over standing: [Exact?], _ scorer: Scorer) -> [Exact?] {
      zip(standing, scorer.criteria).map { values[$1.id] ?? $0 }
    }
  }
}

/// A value that WHAT IF shows under a criterion, and another one that the working card has.
private struct BesideTrial {
  let criterion: Scorer.CriterionEntry
  let own: Exact?
  let shown: Exact?
}

/// WHAT IF: values are tried without being saved, and kept or dropped at the end.
extension WorkspaceState {
  var isWhatIf: Bool { risk.scoring?.trial != nil && pane == .risk }

  /// Begins WHAT IF on the selected issue.
  mutating func beginWhatIf() {
    beginScoring()
    risk.scoring?.trial = RiskPane.Trial()
  }

  /// What the tried values lead to; `nil` where nothing is tried.
  var trialOutlook: Outlook? {
    guard let trial = risk.scoring?.trial, let slot = selectedIssue, let shown = shownAssessment
    else { return nil }
    return shown.outlook(of: slot, giving: trial.values, in: board)
  }

  /// The score shown for an issue: in SCORE that of the values which it changes.
  func shownScore(of slot: Table<Issue>.Slot) -> Score? {
    guard let shown = shownAssessment else { return nil }
    guard risk.scoring != nil, slot == selectedIssue else { return shown.score(of: slot) }
    return (try? shown.scorer.score(shownValues(of: slot))) ?? nil
  }

  /// Tries a value under the selected criterion, or leaves the one that stands.
  mutating func tryValue(_ value: Exact?) {
    guard let criterion = selectedCriterion, let slot = selectedIssue, let column = risk.column,
      let standing = shownAssessment?.values(of: slot, in: board)
    else { return }
    risk.scoring?.trial?.give(value == standing[column] ? nil : value, under: criterion.id)
    tellTrial()
  }

  /// Takes the last try back.
  mutating func takeTryBack() {
    if risk.scoring?.trial?.takeBack() != true { flash = "Nothing is tried any more." }
    tellTrial()
  }

  private mutating func tellTrial() {
    let sentence = trialSentence
    risk.scoring?.lastChange = sentence
  }

  /// What is tried, and what becomes of totals, risk, grade and both places.
  private var trialSentence: String? {
    guard let trial = risk.scoring?.trial, !trial.isEmpty, let slot = selectedIssue,
      let shown = shownAssessment, let outlook = trialOutlook
    else { return nil }
    let standing = shown.values(of: slot, in: board)
    let tried = zip(shown.scorer.criteria, standing).compactMap { entry, value in
      trial.values[entry.id].map { "\(entry.criterion.title) \(valueText(value)) → \($0)" }
    }
    let title = "\(board.issues[slot: slot].title) · \(tried.joined(separator: ", ")): "
    guard let then = outlook.then else { return title + difference(from: outlook.now, to: nil) }
    let places = [outlook.now, then].compactMap { $0.map { ordinal($0.standing.byRisk) } }
    let byRisk = places.first == places.last ? places.suffix(1) : places[...]
    return title + difference(from: outlook.now, to: then) + " by grade, "
      + byRisk.joined(separator: " → ") + " by risk" + trialSide(then)
  }

  /// On which side of the cut the issue would stand, where that is another one.
  private func trialSide(_ then: Outlook.Placed) -> String {
    guard let line = cutLine, let slot = selectedIssue, let shown = shownAssessment else {
      return ""
    }
    let (isAbove, wouldBe) = (
      shown.side(of: slot, at: line) == .above, line.admits(then)
    )
    return isAbove == wouldBe ? "" : wouldBe ? ", ABOVE THE CUT" : ", BELOW THE CUT"
  }

  // MARK: Keeping and dropping

  /// Ends SCORE; where something is tried and can be kept, asks first.
  mutating func askToEndScoring() {
    guard let trial = risk.scoring?.trial, !trial.isEmpty, whyReadOnly == nil else {
      return endScoring()
    }
    overlay = .confirmation(
      Confirmation(
        "\(trialSentence ?? "")\(sentence(of: valuesBesideTrial, "\n"))"
          + "\nKeep these values on the working card?", to: .keepTrial))
  }

  /// The values that WHAT IF shows though nobody tried them, where the working card has others.
  ///
  /// They are kept with what was tried, or the card would not say what was shown.
  private var valuesBesideTrial: [BesideTrial] {
    guard let trial = risk.scoring?.trial, let slot = selectedIssue, let shown = shownAssessment,
      let working = shown.workingCard(of: slot).map({ board.scorecards[slot: $0].values })
    else { return [] }
    let own = shown.values(saying: working, of: slot, in: board)
    let standing = shown.values(of: slot, in: board)
    return shown.scorer.criteria.enumerated().compactMap { index, entry in
      guard trial.values[entry.id] == nil, standing[index] != nil, own[index] != standing[index]
      else { return nil }
      return BesideTrial(criterion: entry, own: own[index], shown: standing[index])
    }
  }

  private func sentence(of values: [BesideTrial], _ separator: String) -> String {
    guard !values.isEmpty else { return "" }
    let parts = values.map {
      "\($0.criterion.criterion.title) \(valueText($0.own)) → \(valueText($0.shown))"
    }
    return "\(separator)With it \(parts.joined(separator: ", ")), as it is shown here."
  }

  /// Gives the issue what was tried, and what was shown with it, as one act.
  mutating func keepTrial() -> [Effect] {
    guard let trial = risk.scoring?.trial, let slot = selectedIssue else { return [] }
    let beside = valuesBesideTrial
    let handled = (shownAssessment?.countingCards(of: slot) ?? [])
      .map { board.scorecards[slot: $0].header }
    risk.agency = nil
    let before = placed(slot)
    var values = trial.values.mapValues(Optional.some)
    for value in beside { values[value.criterion.id] = value.shown }
    let edit = change(slot, to: values, handledAs: beside.isEmpty ? [] : handled)
    risk.scoring = nil
    let counts = isEditedCardCounting(for: slot)
    sortIssues()
    lastChange = .single("your last change kept what WHAT IF had tried.")
    flash =
      "\(board.issues[slot: slot].title): "
      + (counts ? difference(from: before, to: placed(slot)) : WorkspaceState.onWorkingCardOnly)
      + sentence(of: beside, ". ")
    return save([edit].compactMap(\.self))
  }

  /// Forgets what was tried.
  mutating func dropTrial() {
    endScoring()
    flash = "Nothing was kept."
  }
}
