/// One scorecard in the history of an issue's score.
package struct PastScore: Equatable, Sendable {
  package let card: Identifier<Scorecard>
  package let basis: Scorecard.Basis

  /// The day that the card says; `nil` where it says none.
  package let date: CalendarDate?

  /// The score of the card's values, of an agreed card under its version of the model where the board
  /// keeps that; `nil` where one is missing.
  package let score: Score?

  /// Whether the card was made with another version of the model.
  package let isOfOtherVersion: Bool
}

extension Assessment {
  /// The history of an issue's score in this place or period: every agreed card by its date, then
  /// the working card.
  ///
  /// A card for a place or period stands over the baseline as it is. The cost is that of the
  /// issue's own cards.
  package func history(of slot: Slot, in board: Board) -> [PastScore] {
    let agreed = allCards(of: slot).map { board.scorecards[slot: $0] }.filter { card in
      card.basis == .agreed && card.model == scorer.id && card.context == context
        && !card.isDeleted
    }.sorted { $0.isBefore($1) }
    let working = workingCard(of: slot).map { board.scorecards[slot: $0] }
    return (agreed + [working].compactMap(\.self)).map { card in
      let scorer = former.scorer(for: card, insteadOf: scorer) ?? scorer
      let values = values(saying: card.values, of: slot, in: board, by: scorer)
      return PastScore(
        card: card.id, basis: card.basis, date: card.date,
        score: (try? scorer.score(values)) ?? nil,
        isOfOtherVersion: card.modelVersion != self.scorer.version)
    }
  }

  /// The values of a card for an issue, over those of the baseline where the scores are of a place
  /// or period, in the order of the scorer's criteria; `nil` takes the model as it is.
  package func values(
    saying values: CriterionValues, of slot: Slot, in board: Board, by scorer: Scorer? = nil
  ) -> [Exact?] {
    let all = context == nil ? values : values.overriding(baselineValues(of: slot, in: board))
    return (scorer ?? self.scorer).ordered(all)
  }

  /// The values that count for an issue where no place or period overrides them.
  package func baselineValues(of slot: Slot, in board: Board) -> CriterionValues {
    let counting = countingCards(of: slot).map { board.scorecards[slot: $0] }
    return counting.first { $0.context == nil }?.values ?? CriterionValues()
  }
}
