/// How far the agencies' cards for one issue are apart, criterion by criterion.
///
/// Nothing is averaged: the agreed card is a decision. Source: `docs/scoring.md`, "The spread".
package struct Spread: Equatable, Sendable {
  /// What one agency gave a criterion.
  package struct Given: Equatable, Sendable {
    package let agency: Identifier<Partner>
    package let value: Exact

    /// The agency's line of reason; `nil` where it gave none.
    package let reason: String?

    /// Where the value stands on the scale, from 0.
    package let step: Int

    /// Whether the value is two steps or more from the middle of three values or more.
    package let isOutlier: Bool
  }

  /// One criterion, with what was given in the order of the agencies' names.
  package struct Row: Equatable, Sendable {
    package let given: [Given]

    /// How many steps of the scale lie between the lowest and the highest value; 0 where all agree.
    package var steps: Int {
      (given.map(\.step).max() ?? 0) - (given.map(\.step).min() ?? 0)
    }

    /// Whether the agencies do not agree.
    package var isDisputed: Bool { steps > 0 }
  }

  /// The card of each agency that counts: its latest.
  package let cards: [Identifier<Partner>: Identifier<Scorecard>]

  /// One row a criterion, in the order of the scorer's criteria.
  package let rows: [Row]

  /// The widest row's steps.
  package var steps: Int { rows.map(\.steps).max() ?? 0 }
}

extension Assessment {
  /// The spread of the agencies' cards for an issue in this place or period.
  ///
  /// Its cost is that of the issue's own cards.
  package func spread(of slot: Slot, in board: Board) -> Spread {
    var latest: [Identifier<Partner>: Record<Scorecard>] = [:]
    for card in allCards(of: slot).map({ board.scorecards[slot: $0] }) {
      guard card.basis == .agency, let agency = card.agency, card.model == scorer.id,
        card.context == context, !card.isDeleted
      else { continue }
      if let other = latest[agency], card.isBefore(other) { continue }
      latest[agency] = card
    }
    guard !latest.isEmpty else {
      // Most issues of a register have no agency's card.
      return Spread(
        cards: [:], rows: Array(repeating: Spread.Row(given: []), count: scorer.criteria.count))
    }
    let agencies = latest.sorted { $0.key < $1.key }
    return Spread(
      cards: latest.mapValues(\.id),
      rows: scorer.criteria.map { criterion in
        let given = agencies.compactMap { agency, card -> (Identifier<Partner>, Int, String?)? in
          guard let value = card.values[criterion.id],
            let step = criterion.points.firstIndex(where: { $0.value == value })
          else { return nil }
          return (agency, step, card.values.reason(for: criterion.id))
        }
        let steps = given.map(\.1).sorted()
        return Spread.Row(
          given: given.map { agency, step, reason in
            Spread.Given(
              agency: agency, value: criterion.points[step].value, reason: reason, step: step,
              isOutlier: isOutlier(step, among: steps))
          })
      })
  }

  /// Whether a step is two or more from the middle of three or more; of an even number the middle
  /// lies between two.
  private func isOutlier(_ step: Int, among sorted: [Int]) -> Bool {
    guard sorted.count >= 3 else { return false }
    let twiceTheMiddle = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    return abs(2 * step - twiceTheMiddle) >= 4
  }
}
