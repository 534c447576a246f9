import Domain

/// What a scorecard is for: whose values of an issue, and where.
struct CardPlace: Hashable {
  let issue: Identifier<Issue>
  let basis: Scorecard.Basis
  let agency: Identifier<Partner>?
  let context: Identifier<ScoringContext>?
}

/// A row that says which card its values are for.
struct CardRow {
  let row: Int
  let place: CardPlace
}

extension CardPlace {
  init(_ card: Record<Scorecard>) {
    self.init(
      issue: card.issue, basis: card.basis, agency: card.agency, context: card.context)
  }

  /// Whether it is the board's own score without a place or period.
  var isBaseline: Bool { context == nil && agency == nil }

  /// The place of the agreed card that stands before this one.
  var agreed: CardPlace {
    CardPlace(issue: issue, basis: .agreed, agency: nil, context: context)
  }
}
