/// The former versions of a scoring model, by which scores that were agreed under them still count.
///
/// Source: `docs/scoring.md`, "Changing the model".
struct FormerVersions: Sendable {
  private let scorers: [String: Scorer]

  /// None: every score is of the model as it is.
  init() { scorers = [:] }

  /// Those that a board keeps of a model; one that nothing can be scored with counts as not kept.
  init(of model: Identifier<ScoringModel>, on board: Board) {
    var scorers: [String: Scorer] = [:]
    for former in board.models.standing where former.formerOf == model {
      if let scorer = try? Scorer(former) { scorers[scorer.version] = scorer }
    }
    self.scorers = scorers
  }

  /// What an agreed card is scored by, where that is not the model as it is; `nil` where it is.
  func scorer(for card: Record<Scorecard>, insteadOf scorer: Scorer) -> Scorer? {
    card.basis == .agreed && card.modelVersion != scorer.version ? scorers[card.modelVersion] : nil
  }
}

extension Assessment {
  /// What the score of an issue is worked out by: the version that it was agreed under, where the
  /// board keeps it, else the model as it is.
  package func scorer(of slot: Slot, in board: Board) -> Scorer {
    guard let card = countingCards(of: slot).first.map({ board.scorecards[slot: $0] }) else {
      return scorer
    }
    return former.scorer(for: card, insteadOf: scorer) ?? scorer
  }

  /// Whether the score of an issue was agreed under another version of the model.
  package func isOfFormerVersion(_ slot: Slot, in board: Board) -> Bool {
    guard let card = countingCards(of: slot).first.map({ board.scorecards[slot: $0] }) else {
      return false
    }
    return card.basis == .agreed && card.modelVersion != scorer.version
  }

  /// The total of a section for an issue, by what its score is worked out by; `nil` while it has none.
  package func total(
    of section: Identifier<ScoringModel.Section>, _ slot: Slot, in board: Board
  ) -> Exact? {
    let scorer = scorer(of: slot, in: board)
    guard let index = scorer.sections.firstIndex(where: { $0.id == section }) else { return nil }
    return scorer.total(of: index, values(of: slot, in: board, by: scorer))
  }

  /// The values that count for an issue, whatever the criteria of the model.
  func countingValues(of slot: Slot, in board: Board) -> CriterionValues {
    let cards = countingCards(of: slot).map { board.scorecards[slot: $0] }
    let baseline = cards.last { $0.context == nil }?.values ?? CriterionValues()
    guard let override = cards.first, override.context != nil else { return baseline }
    return override.values.overriding(baseline)
  }
}
