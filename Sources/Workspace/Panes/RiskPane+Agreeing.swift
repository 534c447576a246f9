import Domain
import Screen

/// A score that a form offers to agree, as it was when the form told it.
package struct ScoreToAgree: Equatable, Sendable {
  /// The values of the working card, over those of the baseline in a place or period.
  fileprivate let values: [Exact?]

  /// What they score, and what was agreed before.
  fileprivate let history: [PastScore]
}

/// Agreeing scores: the working card is copied to an agreed one, by a decision.
extension WorkspaceState {
  /// Why the working score of an issue cannot be agreed; `nil` when it can.
  func whyNotAgreed(_ slot: Table<Issue>.Slot) -> String? {
    guard let shown = shownAssessment else { return scoringProblem }
    guard let card = shown.workingCard(of: slot) else {
      return shownContext == nil
        ? "it has no working values: Enter gives it some."
        : "it has no working values of its own here: those of the baseline are agreed there."
    }
    let values = board.scorecards[slot: card].values
    let missing = shown.values(saying: values, of: slot, in: board).count { $0 == nil }
    return missing == 0
      ? nil
      : "\(missing) \(missing == 1 ? "criterion is" : "criteria are") unscored: an agreed score is "
        + "whole."
  }

  /// Opens the form that agrees the working score of the selected issue, or of all marked ones.
  mutating func openAgreeForm() {
    let slots = targetIssues
    guard let first = slots.first else { return }
    let told = slots.map { (board.issues[slot: $0].id, scoreToAgree(of: $0)) }
    let purpose = RiskForm.agree(
      board.issues[slot: first].id, CardSpot(context: shownContext),
      Dictionary(told) { first, _ in first })
    overlay = .form(
      Form(title: agreeTitle(of: first), fields: DecisionPrompt.fields(board, today: today)),
      .risk(purpose))
  }

  private func agreeTitle(of slot: Table<Issue>.Slot) -> String {
    let before = hasOtherWorkingScore(slot) ? agreedBefore(slot) : nil
    return "Agree \(agreedTitle(of: slot)): \(workingWords(of: slot))"
      + (before.map { ", before: \($0)" } ?? "")
  }

  /// How many of several scores are other ones than were agreed before, to follow a title.
  func agreeNote(on names: [RecordName]) -> String {
    let slots = names.compactMap { $0.identifier() }.compactMap { board.issues.slot(of: $0) }
    let others = slots.count { hasOtherWorkingScore($0) }
    return others == 0
      ? "" : ": \(others) \(others == 1 ? "differs" : "differ") from what was agreed"
  }

  /// Whether an issue's working values are others than those that were agreed and count.
  func hasOtherWorkingScore(_ slot: Table<Issue>.Slot) -> Bool {
    guard tellsAbsence, let shown = shownAssessment, let working = shown.workingCard(of: slot),
      let counting = shown.card(of: slot).map({ board.scorecards[slot: $0] }),
      counting.basis == .agreed
    else { return false }
    return board.scorecards[slot: working].values.entries != counting.values.entries
  }

  private func scoreToAgree(of slot: Table<Issue>.Slot) -> ScoreToAgree {
    guard let shown = shownAssessment else { return ScoreToAgree(values: [], history: []) }
    let card = shown.workingCard(of: slot).map { board.scorecards[slot: $0].values }
    return ScoreToAgree(
      values: shown.values(saying: card ?? CriterionValues(), of: slot, in: board),
      history: shown.history(of: slot, in: board))
  }

  /// Tells which scores are other ones by now than those that an open form offers to agree: nothing
  /// is agreed that nobody has seen.
  ///
  /// - Returns: What the form is for with the scores of now; `nil` where they are what was told.
  func retold(_ purpose: FormPurpose, _ form: inout Form) -> FormPurpose? {
    guard case .risk(.agree(let id, let spot, var told)) = purpose, spot.context == shownContext
    else { return nil }
    let slots = told.keys.sorted().compactMap { board.issues.slot(of: $0) }
    let changed = slots.filter { told[board.issues[slot: $0].id] != scoreToAgree(of: $0) }
    guard !changed.isEmpty else { return nil }
    for slot in changed { told[board.issues[slot: slot].id] = scoreToAgree(of: slot) }
    if slots.count == 1 { form.title = agreeTitle(of: slots[0]) }
    let words = changed.map { "\(agreedTitle(of: $0)): \(workingWords(of: $0))" }
    form.complain(
      "By now \(words.joined(separator: "; ")). Enter goes on with that.",
      at: form.fields.count - 1)
    return .risk(.agree(id, spot, told))
  }

  /// An issue with the place or period that its score is for.
  private func agreedTitle(of slot: Table<Issue>.Slot) -> String {
    [board.issues[slot: slot].title, shownContext.map { board.title(of: $0) }].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// What the working card of an issue scores.
  private func workingWords(of slot: Table<Issue>.Slot) -> String {
    guard let shown = shownAssessment,
      let working = shown.history(of: slot, in: board).last(where: { $0.basis == .working })
    else { return "no score" }
    return working.score.map { words(for: $0) } ?? "no score"
  }

  private func words(for score: Score) -> String {
    "risk \(score.risk.value), grade \(gradingText(score.grading))"
  }

  /// Agrees the working scores of issues by one decision.
  mutating func agree(
    _ ids: [Identifier<Issue>], at spot: CardSpot, _ form: inout Form
  ) -> [Edit]? {
    guard isStill(at: spot, &form) else { return nil }
    let slots = ids.compactMap { board.issues.slot(of: $0) }
    guard let first = slots.first else { return [] }
    for slot in slots {
      guard let reason = whyNotAgreed(slot) else { continue }
      let none = slots.count > 1 ? " None is agreed." : ""
      form.complain(
        "\(board.issues[slot: slot].title): \(reason)\(none)", at: form.fields.count - 1)
      return nil
    }
    let parts = slots.map { "\(agreedTitle(of: $0)): \(workingWords(of: $0))" }
    var decision = DecisionPrompt.decision(
      in: form, board, today: today, what: "Agreed \(parts.joined(separator: "; ")).")
    if slots.count == 1 {
      decision.subject = board.issues[slot: first].recordName
      decision.from = agreedBefore(first)
      decision.to = workingWords(of: first)
    }
    let id: Identifier<Decision> = identifiers.next()
    let headers = slots.flatMap { [board.issues[slot: $0].header] + headersBehind($0) }
    var edits = [
      putAndFollow(Record(id: id, header: header(handledAs: headers), content: decision))
    ]
    for slot in slots {
      if let card = agreedCard(of: slot, on: decision.date, by: id) {
        edits.append(put(card, for: slot))
      }
    }
    flash = agreedSentence(slots, on: decision.date)
    return edits.compactMap(\.self)
  }

  /// What was agreed of an issue before; `nil` where nothing was.
  private func agreedBefore(_ slot: Table<Issue>.Slot) -> String? {
    shownAssessment?.history(of: slot, in: board).last { $0.basis == .agreed }?.score
      .map { words(for: $0) }
  }

  /// The working card as one that was agreed on a day; what was agreed on that day gives way.
  private mutating func agreedCard(
    of slot: Table<Issue>.Slot, on date: CalendarDate, by decision: Identifier<Decision>
  ) -> Record<Scorecard>? {
    let history = shownAssessment?.history(of: slot, in: board) ?? []
    let former = history.last { $0.basis == .agreed && $0.date == date }
    guard let working = shownAssessment?.workingCard(of: slot).map({ board.scorecards[slot: $0] })
    else { return nil }
    let handled = [board.issues[slot: slot].header, working.header]
    var card: Record<Scorecard>
    if let agreed = former.flatMap({ board[$0.card] }) {
      card = agreed
      raise(&card.header, toThatOf: handled)
    } else {
      card = Record(
        id: identifiers.next(), header: header(handledAs: handled), content: working.content)
    }
    card.basis = .agreed
    card.date = date
    card.decision = decision
    card.values = working.values
    card.modelVersion = assessment?.scorer.version ?? working.modelVersion
    return card
  }

  /// How the cards are handled that a decision about an issue's score tells of.
  private func headersBehind(_ slot: Table<Issue>.Slot) -> [Header] {
    guard let shown = shownAssessment else { return [] }
    let cards = [shown.workingCard(of: slot)].compactMap(\.self) + shown.countingCards(of: slot)
    return cards.map { board.scorecards[slot: $0].header }
  }

  private func agreedSentence(_ slots: [Table<Issue>.Slot], on date: CalendarDate) -> String {
    guard slots.count == 1, let slot = slots.first else {
      return "\(slots.count) scores are agreed, by a decision of \(date.words)."
    }
    let counting = shownAssessment?.card(of: slot).map { board.scorecards[slot: $0] }
    let later = counting?.date.map { $0 == date ? "" : "; that of \($0.words) counts" } ?? ""
    let score = placed(slot).map { ", \(ordinal($0.standing.byGrading))" } ?? ""
    return
      "\(agreedTitle(of: slot)) is agreed by a decision of \(date.words): "
      + "\(workingWords(of: slot))\(later.isEmpty ? score : later)."
  }
}
