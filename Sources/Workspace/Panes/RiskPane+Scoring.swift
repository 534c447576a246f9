import Domain
import Screen

extension WorkspaceState {
  // MARK: The mode

  mutating func beginScoring() {
    if let scoringProblem {
      flash = scoringProblem
      return
    }
    guard selectedIssue != nil else {
      flash = risk.list.total == 0 ? "There is no issue yet: a adds one." : "No issue is selected."
      return
    }
    let columnBefore = risk.column
    if selectedCriterion == nil { risk.column = 0 }
    risk.box = 0
    startScoringRow()
    risk.scoring?.columnBefore = columnBefore
  }

  /// Takes note of where the selected issue stands before its values change.
  mutating func startScoringRow() {
    let columnBefore = risk.scoring?.columnBefore
    risk.scoring = RiskPane.Scoring(atStart: selectedIssue.flatMap { self.placed($0) })
    risk.scoring?.columnBefore = columnBefore
  }

  mutating func endScoring() {
    let scoring = risk.scoring
    let now = selectedIssue.flatMap { self.placed($0) }
    risk.scoring = nil
    risk.column = scoring?.columnBefore
    sortIssues()
    guard let scoring, scoring.changes > 0, let issue = selectedIssue else { return }
    let result =
      agencyTitle.map { agency in
        "\(scoring.changes) \(scoring.changes == 1 ? "value" : "values") on the card of \(agency)"
      }
      ?? (isEditedCardCounting(for: issue)
        ? difference(from: scoring.atStart, to: now) : WorkspaceState.onWorkingCardOnly)
    flash =
      unsaved.map { "NOT SAVED: \($0)" }
      ?? "\(board.issues[slot: issue].title): \(result). Every value is saved; u undoes."
  }

  /// An issue's score with its places, or `nil` while it has none.
  func placed(_ slot: Table<Issue>.Slot) -> Outlook.Placed? { shownAssessment?.placed(slot) }

  /// Takes a key of the scale in SCORE.
  ///
  /// - Returns: `nil` when the key is none: it may then be a command.
  mutating func pressScale(_ key: Key) -> [Effect]? {
    guard let criterion = selectedCriterion else { return nil }
    if key == .backspace || key == .delete { return give(nil) }
    guard case .character(let character) = key else { return nil }
    if let point = criterion.points.first(where: { $0.point.key == String(character) }) {
      let effects = give(point.value)
      moveCriterion(by: 1)
      return effects
    }
    guard character.isNumber else { return nil }
    flash =
      "\(character) is not on the scale of \(criterion.criterion.title): \(scaleKeys(criterion))."
    return []
  }

  /// The keys of a scale with their values: `5=0.5 1 2 3`.
  func scaleKeys(_ criterion: Scorer.CriterionEntry) -> String {
    criterion.points.map { value, point in
      "\(value)" == point.key ? point.key : "\(point.key)=\(value)"
    }.joined(separator: " ")
  }

  // MARK: Values

  /// The issues that a value is given to: in SCORE the selected one, else all targets.
  var targetIssues: [Table<Issue>.Slot] {
    guard risk.scoring == nil, rowMarks[.risk] != nil else {
      return [selectedIssue].compactMap(\.self)
    }
    return targets.compactMap { try? Identifier($0.id) }.compactMap { board.issues.slot(of: $0) }
  }

  mutating func step(by steps: Int) -> [Effect] {
    guard let criterion = selectedCriterion else { return [] }
    let points = criterion.points.map(\.value)
    var values: [Exact] = []
    let slots = targetIssues
    for slot in slots {
      let now = valueToChange(of: slot).flatMap { points.firstIndex(of: $0) }
      let next = now.map { $0 + steps } ?? (steps > 0 ? 0 : points.count - 1)
      guard points.indices.contains(next) else {
        let title = slots.count > 1 ? " of \(board.issues[slot: slot].title)" : ""
        flash =
          "\(criterion.criterion.title)\(title) is at the end of its scale: \(criterion.allowed)."
        return []
      }
      values.append(points[next])
    }
    if isWhatIf {
      if let value = values.first { tryValue(value) }
      return []
    }
    let effects =
      slots.count == 1 ? give(values[0], to: slots[0]) : give(values, to: slots, "\(steps) steps")
    lastChange = .step(steps)
    return effects
  }

  /// What stands under the selected criterion where the next key changes it.
  private func valueToChange(of slot: Table<Issue>.Slot) -> Exact? {
    let values = isWhatIf ? shownValues(of: slot) : editedValues(of: slot)
    return risk.column.flatMap { values.indices.contains($0) ? values[$0] : nil }
  }

  /// Gives the targets a value under the selected criterion, or takes it away with `nil`.
  mutating func give(_ value: Exact?) -> [Effect] {
    if isWhatIf {
      tryValue(value)
      return []
    }
    guard let criterion = selectedCriterion?.id else { return [] }
    let slots = targetIssues
    let effects =
      slots.count == 1
      ? give(value, to: slots[0])
      : give(Array(repeating: value, count: slots.count), to: slots, valueText(value))
    lastChange = .value(value, under: criterion)
    return effects
  }

  /// Gives several issues values, as one act: all of them or none.
  private mutating func give(
    _ values: [Exact?], to slots: [Table<Issue>.Slot], _ words: String
  ) -> [Effect] {
    guard let criterion = selectedCriterion else { return [] }
    if let sentence = ghostAmong(slots.map { board.issues[slot: $0].recordName }) {
      flash = sentence
      return []
    }
    let edits = zip(slots, values).compactMap { change($0, to: [criterion.id: $1]) }
    flash =
      edits.isEmpty
      ? "\(criterion.criterion.title) is \(words) already."
      : "\(criterion.criterion.title) of \(edits.count) issues: \(words)."
    return save(edits)
  }

  /// Gives an issue values on the card that SCORE edits, and works out what follows.
  ///
  /// - Parameters:
  ///   - slot: The issue.
  ///   - values: The values; `nil` under a criterion takes its value away.
  ///   - others: How what the values come from is handled, where they come from other cards.
  /// - Returns: `nil` where nothing is changed by that.
  mutating func change(
    _ slot: Table<Issue>.Slot, to values: [Identifier<Criterion>: Exact?],
    handledAs others: [Header] = []
  ) -> Edit? {
    // Only the scorer is held here: holding the assessment would copy it when it changes.
    guard let scorer = assessment?.scorer else { return nil }
    var card = cardToEdit(of: slot)
    let former = card.values
    for (criterion, value) in values {
      card.values[criterion] = isBaseline(value, under: criterion, of: slot) ? nil : value
    }
    guard card.values != former else { return nil }
    card.modelVersion = scorer.version
    if !others.isEmpty { raise(&card.header, toThatOf: others) }
    return put(card, for: slot)
  }

  /// Whether a value need not stand on the card of a place or period, which holds what differs.
  private func isBaseline(
    _ value: Exact?, under criterion: Identifier<Criterion>, of slot: Table<Issue>.Slot
  ) -> Bool {
    guard shownContext != nil, risk.agency == nil else { return false }
    return shownAssessment?.baselineValues(of: slot, in: board)[criterion] == value
  }

  private mutating func give(_ value: Exact?, to slot: Table<Issue>.Slot) -> [Effect] {
    guard let criterion = selectedCriterion else { return [] }
    let name = board.issues[slot: slot].recordName
    if isGhost(name) {
      let why = name == selectedName ? whyGhost : nil
      flash = "\(board.issues[slot: slot].title): \(why ?? "it is \(ghostWord(name)).")"
      return []
    }
    let before = placed(slot)
    let old = valueToChange(of: slot)
    guard old != value else {
      flash = "\(criterion.criterion.title) is \(valueText(value)) already."
      return []
    }
    guard let edit = change(slot, to: [criterion.id: value]) else {
      flash = "\(criterion.criterion.title) has the value of the baseline: change it there."
      return []
    }
    let change = "\(valueText(old)) → \(valueText(valueToChange(of: slot)))"
    let sentence =
      "\(board.issues[slot: slot].title) · \(criterion.criterion.title) \(change): "
      + consequence(of: slot, before: before)
    if risk.scoring != nil {
      risk.scoring?.lastChange = sentence
      risk.scoring?.changes += 1
    } else {
      flash = sentence
    }
    return save([edit])
  }

  /// What a value that was given leads to, as a sentence.
  private func consequence(of slot: Table<Issue>.Slot, before: Outlook.Placed?) -> String {
    if let agencyTitle { return "on the card of \(agencyTitle), \(spreadText(of: slot))" }
    return isEditedCardCounting(for: slot)
      ? difference(from: before, to: placed(slot)) : WorkspaceState.onWorkingCardOnly
  }

  /// What is said of a working value beside an agreed card.
  static let onWorkingCardOnly =
    "the working score; the agreed one counts until it is agreed anew"

  /// A value, or what stands where there is none: to the public a dot, for one may be withheld.
  func valueText(_ value: Exact?) -> String {
    value?.description ?? (tellsAbsence ? "unscored" : ".")
  }

  /// What became of risk, grade and place, as parts of a sentence.
  func difference(from old: Outlook.Placed?, to new: Outlook.Placed?) -> String {
    guard let new else {
      let missing = selectedIssue.map { shownValues(of: $0).count { $0 == nil } } ?? 0
      return "no score while \(missing) \(missing == 1 ? "criterion is" : "criteria are") unscored"
    }
    let risk = "\(new.score.risk.value)"
    let grade = gradingText(new.score.grading)
    guard let old else {
      return "risk \(risk), grade \(grade), \(ordinal(new.standing.byGrading))"
    }
    let place =
      old.standing.byGrading == new.standing.byGrading
      ? "stays \(ordinal(new.standing.byGrading))"
      : "\(ordinal(old.standing.byGrading)) → \(ordinal(new.standing.byGrading))"
    return "risk \(arrow("\(old.score.risk.value)", risk)), "
      + "grade \(arrow(gradingText(old.score.grading), grade)), \(place)"
  }

  private func arrow(_ old: String, _ new: String) -> String {
    old == new ? "stays \(new)" : "\(old) → \(new)"
  }

  /// `1st`, `2nd`, `3rd`, `4th`, `11th`.
  func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
