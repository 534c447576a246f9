extension BoardCheck {
  /// Two people may each have begun a working card; only one of them can count.
  mutating func checkWorkingCards() {
    struct Place: Hashable {
      let issue: Identifier<Issue>
      let model: Identifier<ScoringModel>
      let context: Identifier<ScoringContext>?
    }
    var counting: [Place: Identifier<Scorecard>] = [:]
    for card in board.scorecards.standing where card.basis == .working {
      let place = Place(issue: card.issue, model: card.model, context: card.context)
      guard let other = counting.updateValue(card.id, forKey: place) else { continue }
      report(
        RecordName(other), nil, "is a second working card for the same issue, beside \(card.id)",
        remedy: "Only \(card.id) counts: delete one of them.")
    }
  }
}
