/// What a scorecard claims to be for its issue: of two with the same claim only one counts.
struct CardClaim: Hashable {
  let model: Identifier<ScoringModel>
  let basis: Scorecard.Basis

  /// Whose card it is; `nil` for one that is no agency's.
  let agency: Identifier<Partner>?
  let context: Identifier<ScoringContext>?

  init(_ card: Record<Scorecard>) {
    model = card.model
    basis = card.basis
    agency = card.basis == .agency ? card.agency : nil
    context = card.context
  }
}
