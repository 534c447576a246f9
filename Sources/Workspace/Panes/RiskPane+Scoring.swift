import Domain
import Screen

extension WorkspaceState {
  func whyNotInRisk(_ command: Command) -> String? {
    if risk.scoring != nil, ![.stepUp, .stepDown, .unscore, .anchors].contains(command) {
      return "SCORE is on; Enter ends it."
    }
    if command == .addIssue { return nil }
    if selectedIssue == nil { return "no issue is selected." }
    if rowMarks[pane] == nil || command == .score, command != .anchors, let whyGhost {
      return whyGhost
    }
    switch command {
    case .score: return scoringProblem
    case .stepUp, .stepDown, .unscore, .anchors:
      if let scoringProblem { return scoringProblem }
      return risk.column == nil ? "no criterion is selected; l goes to the first." : nil
    default: return nil
    }
  }

  mutating func performInRisk(_ command: Command) -> [Effect] {
    switch command {
    case .score: beginScoring()
    case .addIssue: overlay = .form(issueForm(nil), .addIssue)
    case .changeIssue:
      guard let issue = targetIssues.first.map({ board.issues[slot: $0] }) else { return [] }
      overlay = .form(issueForm(issue), .changeIssue(issue.id))
    case .stepUp: return step(by: 1)
    case .stepDown: return step(by: -1)
    case .unscore: return give(nil)
    case .anchors: overlay = .reader(anchorReader)
    default: break
    }
    return []
  }

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
    if risk.column == nil { risk.column = 0 }
    risk.box = 0
    startScoringRow()
  }

  /// Takes note of where the selected issue stands before its values change.
  mutating func startScoringRow() {
    risk.scoring = RiskPane.Scoring(atStart: selectedIssue.flatMap(placed))
  }

  mutating func endScoring() {
    let scoring = risk.scoring
    let now = selectedIssue.flatMap(placed)
    risk.scoring = nil
    sortIssues()
    guard let scoring, scoring.changes > 0, let issue = selectedIssue else { return }
    flash =
      unsaved.map { "NOT SAVED: \($0)" }
      ?? "\(board.issues[slot: issue].title): \(difference(from: scoring.atStart, to: now)). "
      + "Every value is saved; u undoes."
  }

  /// An issue's score with its places, or `nil` while it has none.
  func placed(_ slot: Table<Issue>.Slot) -> RiskPane.Placed? {
    guard let assessment, let score = assessment.score(of: slot) else { return nil }
    return RiskPane.Placed(score: score, standing: assessment.standing(of: score))
  }

  /// Takes a key of the scale in SCORE.
  ///
  /// - Returns: `nil` when the key is none: it may then be a command.
  mutating func pressScale(_ key: Key) -> [Effect]? {
    guard let column = risk.column, let criterion = assessment?.scorer.criteria[column] else {
      return nil
    }
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
  private var targetIssues: [Table<Issue>.Slot] {
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
      let now = workingCard(for: slot).values[criterion.id].flatMap { points.firstIndex(of: $0) }
      let next = now.map { $0 + steps } ?? (steps > 0 ? 0 : points.count - 1)
      guard points.indices.contains(next) else {
        let title = slots.count > 1 ? " of \(board.issues[slot: slot].title)" : ""
        flash =
          "\(criterion.criterion.title)\(title) is at the end of its scale: \(criterion.allowed)."
        return []
      }
      values.append(points[next])
    }
    let effects =
      slots.count == 1 ? give(values[0], to: slots[0]) : give(values, to: slots, "\(steps) steps")
    lastChange = .step(steps)
    return effects
  }

  /// Gives the targets a value under the selected criterion, or takes it away with `nil`.
  mutating func give(_ value: Exact?) -> [Effect] {
    let slots = targetIssues
    let effects =
      slots.count == 1
      ? give(value, to: slots[0])
      : give(Array(repeating: value, count: slots.count), to: slots, text(value))
    lastChange = .value(value)
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
    let edits = zip(slots, values).compactMap { change($0, to: $1) }
    flash =
      edits.isEmpty
      ? "\(criterion.criterion.title) is \(words) already."
      : "\(criterion.criterion.title) of \(edits.count) issues: \(words)."
    return save(edits)
  }

  /// Gives an issue a value on its working card, and works out what follows.
  private mutating func change(_ slot: Table<Issue>.Slot, to value: Exact?) -> Edit? {
    // Only the scorer is held here: holding the assessment would copy it when it changes.
    guard let column = risk.column, let scorer = assessment?.scorer else { return nil }
    var card = workingCard(for: slot)
    guard card.values[scorer.criteria[column].id] != value else { return nil }
    card.values[scorer.criteria[column].id] = value
    card.modelVersion = scorer.version
    let edit = put(card)
    reassess(slot, card: card.id)
    return edit
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
    let old = workingCard(for: slot).values[criterion.id]
    guard old != value else {
      flash = "\(criterion.criterion.title) is \(text(value)) already."
      return []
    }
    let edit = change(slot, to: value)
    let change = "\(text(old)) → \(text(value))"
    let sentence =
      "\(board.issues[slot: slot].title) · \(criterion.criterion.title) \(change): "
      + (isWorking(slot)
        ? difference(from: before, to: placed(slot))
        : "the working score; the agreed one counts until it is agreed anew")
    if risk.scoring != nil {
      risk.scoring?.lastChange = sentence
      risk.scoring?.changes += edit == nil ? 0 : 1
    } else {
      flash = sentence
    }
    return save([edit].compactMap(\.self))
  }

  private func text(_ value: Exact?) -> String { value.map(\.description) ?? "unscored" }

  /// The card that SCORE edits: the working one, else one that begins with the values that count.
  private mutating func workingCard(for slot: Table<Issue>.Slot) -> Record<Scorecard> {
    if let card = assessment?.workingCard(of: slot) { return board.scorecards[slot: card] }
    let issue = board.issues[slot: slot]
    var content = Scorecard(
      issue: issue.id, model: assessment?.scorer.id ?? "morile", modelVersion: "")
    if let agreed = assessment?.card(of: slot) {
      content.values = board.scorecards[slot: agreed].values
    }
    content.date = today
    let header = newHeader(marking: issue.header.marking)
    return Record(id: identifiers.next(), header: header, content: content)
  }

  private mutating func reassess(_ slot: Table<Issue>.Slot, card: Identifier<Scorecard>) {
    if let card = board.scorecards.slot(of: card) { assessment?.file(card, of: board) }
    assessment?.reassess(slot, in: board)
  }

  /// What became of risk, grade and place, as parts of a sentence.
  func difference(from old: RiskPane.Placed?, to new: RiskPane.Placed?) -> String {
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
