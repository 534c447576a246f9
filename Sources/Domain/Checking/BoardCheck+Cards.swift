extension BoardCheck {
  /// Two people may each have begun a working card; only one of them can count.
  mutating func checkWorkingCards(among cards: some Sequence<Record<Scorecard>>) {
    var counting: [Place: Identifier<Scorecard>] = [:]
    let cards = cards.filter { $0.basis == .working && !$0.isDeleted }
    for card in cards {
      counting[Place(card)] = max(counting[Place(card)] ?? card.id, card.id)
    }
    for card in cards {
      guard let counts = counting[Place(card)], counts != card.id else { continue }
      report(
        card.recordName, nil, "is a second working card for the same issue, beside \(counts)",
        remedy: "Only \(counts) counts: delete one of them.")
    }
  }

  /// Looks for second working cards among some records and those that count beside them.
  mutating func checkWorkingCards(among names: Set<RecordName>) {
    let cards = names.compactMap { name in
      name.kind == .scorecard ? (try? Identifier<Scorecard>(name.id)).flatMap { board[$0] } : nil
    }
    // Which card counts beside one of another place, period or model is not known.
    let isKnown = cards.allSatisfy { $0.context == nil && $0.model == board.settings.model }
    checkWorkingCards(among: isKnown ? cards : Array(board.scorecards.all))
  }
}

/// Where a working card counts: one card a place.
private struct Place: Hashable {
  let issue: Identifier<Issue>
  let model: Identifier<ScoringModel>
  let context: Identifier<ScoringContext>?

  init(_ card: Record<Scorecard>) {
    issue = card.issue
    model = card.model
    context = card.context
  }
}
