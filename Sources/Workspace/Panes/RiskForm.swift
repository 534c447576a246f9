package import Domain

/// What a form of the Risk pane is for.
package enum RiskForm: Equatable, Sendable {
  /// To agree the working score of an issue in the place or period that was shown, as the form told
  /// it; with the scores of the others that are marked.
  case agree(Identifier<Issue>, CardSpot, [Identifier<Issue>: ScoreToAgree])
  /// To say why an issue has its value under a criterion.
  case reason(Identifier<Issue>, Identifier<Criterion>, CardSpot)
  /// To decide where the register is cut.
  case cut
  /// To add a place or period.
  case addContext
  /// To change a place or period.
  case changeContext(Identifier<ScoringContext>)
  /// To agree what is proposed of a scoring model.
  case model(ModelBox)

  /// The record the form is about; `nil` when it is about none.
  var record: RecordName? {
    switch self {
    case .agree(let id, _, _), .reason(let id, _, _): RecordName(id)
    case .cut, .addContext, .changeContext, .model: nil
    }
  }

  /// The field that the form shows, in the card or the board that it writes; `nil` where it shows
  /// none that others could change.
  var path: [String]? {
    switch self {
    case .reason(_, let criterion, _): ["values", criterion.text]
    case .cut: ["cuts"]
    case .changeContext(let id): ["contexts", id.text]
    case .agree, .addContext, .model: nil
    }
  }

  /// Where in the pane the form belongs, as a draft keeps it.
  var entryName: String? {
    switch self {
    case .agree(_, let spot, _): spot.name(under: nil)
    case .reason(_, let criterion, let spot): spot.name(under: criterion)
    case .changeContext(let context): CardSpot(context: context).name(under: nil)
    case .cut, .addContext, .model: nil
    }
  }

  /// The same said of another record; `nil` where it cannot be.
  func on(_ name: RecordName) -> RiskForm? {
    switch self {
    case .agree(_, let spot, let told): name.identifier().map { .agree($0, spot, told) }
    case .reason(_, let criterion, let spot):
      name.identifier().map { .reason($0, criterion, spot) }
    case .cut, .addContext, .changeContext, .model: nil
    }
  }

  /// The command that opens the form.
  var command: Command {
    switch self {
    case .agree: .agree
    case .reason: .giveReason
    case .cut: .decideCut
    case .model: .showModel
    case .addContext: .addContext
    case .changeContext: .changeContext
    }
  }

  /// Whether a field that nobody touched is left as the board has it.
  var writesOnlyChanges: Bool {
    switch self {
    case .reason, .changeContext: true
    case .agree, .cut, .addContext, .model: false
    }
  }

  /// Why the last change, which the form made, cannot be repeated elsewhere; `nil` where it can.
  var whySingle: String? {
    switch self {
    case .agree: nil
    case .reason: "your last change gave a reason; i gives another one."
    case .cut: "your last change decided the cut; { and } move it."
    case .addContext, .changeContext:
      "your last change was made in a place or period; :change-place makes another one."
    case .model: "your last change agreed a scoring model; it belongs to that model."
    }
  }
}

/// Which cards of an issue are meant: those of a place or period, and whose.
package struct CardSpot: Equatable, Sendable {
  /// `nil` for the baseline.
  package var context: Identifier<ScoringContext>?

  /// `nil` for the working card.
  package var agency: Identifier<Partner>?

  /// Whether a card lies here: the working one, or one of the agency.
  func holds(_ card: Scorecard) -> Bool {
    card.context == context && card.agency == agency
      && card.basis == (agency == nil ? .working : .agency)
  }

  /// The spot with a criterion as one text: `in/block-2 for/health under/volume`.
  fileprivate func name(under criterion: Identifier<Criterion>?) -> String? {
    let parts = [
      context.map { "in/\($0)" }, agency.map { "for/\($0)" }, criterion.map { "under/\($0)" },
    ]
    let known = parts.compactMap(\.self)
    return known.isEmpty ? nil : known.joined(separator: " ")
  }
}

extension WorkspaceState {
  mutating func edits(of form: inout Form, for purpose: RiskForm) -> [Edit]? {
    switch purpose {
    case .agree(let id, let spot, _): agree([id], at: spot, &form)
    case .reason(let id, let criterion, let spot): giveReason(id, criterion, at: spot, &form)
    case .cut: decideCut(&form)
    case .addContext: addContext(&form)
    case .changeContext(let id): changeContext(id, &form)
    case .model(let box): agreeModel(box, &form)
    }
  }

  /// The cards that the pane is on.
  var cardSpot: CardSpot { CardSpot(context: shownContext, agency: risk.agency) }

  /// Whether the pane is where a form was opened; else the form says so.
  ///
  /// Somebody else may have removed the place or period meanwhile.
  func isStill(at spot: CardSpot, _ form: inout Form) -> Bool {
    if cardSpot.context == spot.context { return true }
    let isKnown = spot.context.map { board.settings.contexts[$0] != nil } ?? true
    form.complain(
      isKnown
        ? "This is for the scores of \(contextTitle(spot.context)): < and > go there."
        : "The place or period that this was for is not on the board any more.", at: 0)
    return false
  }

  /// Goes to the cards that a draft was typed for.
  ///
  /// - Returns: Why that is not possible; `nil` where the pane is there.
  mutating func goToCards(named name: String?) -> String? {
    var found: [Substring: String] = [:]
    for part in (name ?? "").split(separator: " ") {
      let sides = part.split(separator: "/", maxSplits: 1)
      if sides.count == 2 { found[sides[0]] = String(sides[1]) }
    }
    let context = found["in"].flatMap { try? Identifier<ScoringContext>($0) }
    let view = context.map { RiskPane.View.context($0) } ?? .baseline
    guard riskViews.contains(view) else { return "the place or period is not on the board." }
    if view != risk.view { showRisk(view) }
    risk.agency = found["for"].flatMap { try? Identifier<Partner>($0) }
    risk.column = found["under"].flatMap { criterion in
      assessment?.scorer.criteria.firstIndex { $0.id.text == criterion }
    }
    return nil
  }
}
