import Domain
import Screen

/// Whose card SCORE edits: the working one, or an agency's own.
extension WorkspaceState {
  /// The card that SCORE edits for an issue; `nil` while there is none.
  ///
  /// An agency's card of an earlier day is its history: SCORE then begins another one from it.
  func editedCard(of slot: Table<Issue>.Slot) -> Record<Scorecard>? {
    guard let shown = shownAssessment else { return nil }
    guard let agency = risk.agency else {
      return shown.workingCard(of: slot).map { board.scorecards[slot: $0] }
    }
    return shown.spread(of: slot, in: board).cards[agency].flatMap { board[$0] }
  }

  /// The values that SCORE changes, in the order of the criteria; those of a card for a place or
  /// period stand over the baseline, but an agency's card stands alone.
  func editedValues(of slot: Table<Issue>.Slot) -> [Exact?] {
    guard let shown = shownAssessment else { return [] }
    let values = editedCard(of: slot)?.values
    if risk.agency != nil { return shown.scorer.ordered(values ?? CriterionValues()) }
    return values.map { shown.values(saying: $0, of: slot, in: board) }
      ?? shown.values(of: slot, in: board)
  }

  /// The values shown for an issue: in SCORE those that it changes, else those that count.
  func shownValues(of slot: Table<Issue>.Slot) -> [Exact?] {
    guard let shown = shownAssessment else { return [] }
    guard let scoring = risk.scoring, slot == selectedIssue else {
      return shown.values(of: slot, in: board)
    }
    guard let trial = scoring.trial else { return editedValues(of: slot) }
    return trial.values(over: shown.values(of: slot, in: board), shown.scorer)
  }

  /// The card to give values on: the one that SCORE edits, else one that begins with what stands.
  mutating func cardToEdit(of slot: Table<Issue>.Slot) -> Record<Scorecard> {
    let card = editedCard(of: slot)
    if let card, risk.agency == nil || card.date == today { return card }
    let issue = board.issues[slot: slot]
    var content = Scorecard(
      issue: issue.id, model: assessment?.scorer.id ?? "morile", modelVersion: "")
    content.context = shownContext
    content.date = today
    if let agency = risk.agency {
      content.basis = .agency
      content.agency = agency
    }
    let agreed = shownAssessment?.card(of: slot).map { board.scorecards[slot: $0] }
    let origin = risk.agency == nil ? agreed : card
    content.values = origin?.values ?? content.values
    let handled = [issue.header, origin?.header].compactMap(\.self)
    return Record(
      id: identifiers.next(), header: header(handledAs: handled), content: content)
  }

  /// Whether the card that SCORE edits goes into the values that count.
  func isEditedCardCounting(for slot: Table<Issue>.Slot) -> Bool {
    guard let card = editedCard(of: slot), let shown = shownAssessment else { return false }
    return shown.countingCards(of: slot).contains { board.scorecards[slot: $0].id == card.id }
  }

  /// What an agency is called, where its card is edited.
  var agencyTitle: String? { risk.agency.map { board.name(of: $0) } }

  // MARK: Choosing

  /// The form that asks whose card SCORE edits: one's own agency is offered.
  var scoreAsForm: Form {
    let agencies = board.partners.standing.filter { !board.hasLeft($0.id, on: today) }
      .map { Form.Option(value: $0.id.text, label: $0.name) }.sorted { $0.label < $1.label }
    let offered = risk.agency ?? board.agency(ofLogin: writer)
    return Form(
      title: "Whose card SCORE edits",
      fields: [
        Form.Field(
          choose: "Agency", offered?.text, among: agencies,
          hint: "empty: the working card, which is agreed later")
      ])
  }

  /// Lets SCORE edit the card of the agency that was chosen.
  mutating func scoreAs(_ form: Form) -> [Effect] {
    overlay = nil
    risk.agency = form.choice(0).flatMap { try? Identifier($0) }
    flash =
      agencyTitle.map { "SCORE edits the card of \($0); Esc goes back to the working card." }
      ?? "SCORE edits the working card."
    return []
  }

  // MARK: Reasons

  /// The form for the reason of the selected criterion's value.
  func reasonForm(_ issue: Record<Issue>, _ criterion: Scorer.CriterionEntry) -> Form {
    let slot = board.issues.slot(of: issue.id)
    let card = slot.flatMap { editedCard(of: $0) }
    let value = card?.values[criterion.id].map { " \($0)" } ?? ""
    let whose = agencyTitle.map { " · \($0)" } ?? ""
    return Form(
      title: "\(issue.title) · \(criterion.criterion.title)\(value)\(whose): why",
      fields: [
        Form.Field(
          "Reason", card?.values.reason(for: criterion.id) ?? "", hint: "why, in a line")
      ])
  }

  /// Why no reason can be given; of a place or period the values of the baseline count.
  static func noValueToExplain(in context: Identifier<ScoringContext>?) -> String {
    context == nil
      ? "There is no value on this card: give one, then say why."
      : "The baseline's value counts here: give another one, then say why."
  }

  /// Writes the reason of a value onto the card that SCORE edits.
  mutating func giveReason(
    _ id: Identifier<Issue>, _ criterion: Identifier<Criterion>, at spot: CardSpot,
    _ form: inout Form
  ) -> [Edit]? {
    guard isStill(at: spot, &form) else { return nil }
    guard let slot = board.issues.slot(of: id), form.fields[0].isChanged else {
      flash = "Nothing was changed."
      return []
    }
    var card = cardToEdit(of: slot)
    guard card.values[criterion] != nil else {
      form.complain(WorkspaceState.noValueToExplain(in: shownContext), at: 0)
      return nil
    }
    let reason = form.fields[0].text
    card.values.setReason(reason.isEmpty ? nil : reason, for: criterion)
    guard let edit = put(card, for: slot) else {
      flash = "Nothing was changed."
      return []
    }
    flash = "\(board.issues[slot: slot].title): the reason is noted."
    return [edit]
  }

  /// Puts a card in place, and works out what follows for its issue.
  mutating func put(_ card: Record<Scorecard>, for slot: Table<Issue>.Slot) -> Edit? {
    let edit = put(card)
    if let card = board.scorecards.slot(of: card.id) { assessment?.file(card, of: board) }
    assessment?.reassess(slot, in: board)
    return edit
  }
}
