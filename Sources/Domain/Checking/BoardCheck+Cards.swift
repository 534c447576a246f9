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
      let other = counting[place] ?? card.id
      let (counts, second) = (max(card.id, other), min(card.id, other))
      counting[place] = counts
      guard counts != second else { continue }
      report(
        RecordName(second), nil, "is a second working card for the same issue, beside \(counts)",
        remedy: "Only \(counts) counts: delete one of them.")
    }
  }
}
