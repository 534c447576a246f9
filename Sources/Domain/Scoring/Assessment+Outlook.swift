/// What an issue scores, and what it would score if some values were others.
package struct Outlook: Equatable, Sendable {
  /// A score with its places among those of the other issues.
  package struct Placed: Equatable, Sendable {
    package let score: Score
    package let standing: Standing
  }

  /// What stands; `nil` while the issue has no score.
  package let now: Placed?

  /// What would stand; `nil` where there would be no score.
  package let then: Placed?
}

extension Assessment {
  /// The score that an issue would have with other values, and its places, all else being as it is.
  ///
  /// Nothing is changed, and the cost does not grow with the number of issues but by its logarithm.
  ///
  /// - Parameters:
  ///   - slot: The issue.
  ///   - values: The values that would be others. With one that is not on the scale of its criterion,
  ///     or of a criterion that the model does not have, there would be no score.
  ///   - board: The board that is assessed.
  /// - Returns: Both scores, each with its places.
  package func outlook(
    of slot: Slot, giving values: [Identifier<Criterion>: Exact], in board: Board
  ) -> Outlook {
    let now = score(of: slot)
    let then = score(slot, giving: values, in: board)
    return Outlook(
      now: now.map { Outlook.Placed(score: $0, standing: standing(of: $0)) },
      then: then.map { Outlook.Placed(score: $0, standing: standing(of: $0, insteadOf: now)) })
  }

  private func score(
    _ slot: Slot, giving new: [Identifier<Criterion>: Exact], in board: Board
  ) -> Score? {
    guard board.issues[slot: slot].isRanked else { return nil }
    var values = values(of: slot, in: board)
    var given = 0
    for (index, entry) in scorer.criteria.enumerated() {
      guard let value = new[entry.id], entry.points.contains(where: { $0.value == value }) else {
        continue
      }
      values[index] = value
      given += 1
    }
    guard given == new.count else { return nil }
    return (try? scorer.score(values)) ?? nil
  }
}
