/// The ranked issues of a board as a list to be read or exported.
package struct Register: Sendable {
  /// Which of the two figures the list is in the order of.
  package enum Order: String, CaseIterable, Sendable {
    case risk, grading
  }

  /// One ranked issue.
  package struct Entry: Equatable, Sendable {
    package let issue: Identifier<Issue>
    package let score: Score
    package let standing: Standing

    /// Whether nobody has agreed the score yet; `nil` where the audience is not told: the card that
    /// was agreed may be withheld.
    package let isWorking: Bool?

    /// The risk in thousandths of the greatest one; `nil` where the model allows none above 0.
    package let share: Int?

    /// Why the issue stands above the next by grading though its risk is lower; `nil` where both
    /// orders agree.
    package let swap: SwapCause?
  }

  /// Whom an issue stands above, and what puts it there.
  package struct SwapCause: Equatable, Sendable {
    package let lowered: Identifier<Issue>

    /// The cause in words, such as `OP 6 ×2 against OP 5 ×1`.
    package let cause: String
  }

  package let entries: [Entry]

  /// How many issues would be ranked, but are not scored in full.
  package let unscored: Int

  /// Lists the scored issues of a board.
  ///
  /// - Parameters:
  ///   - assessment: The scores and ranks of the board's issues.
  ///   - board: The board.
  ///   - order: The figure to order by, the greatest first.
  ///   - audience: Who will see it; the board is what that is shown.
  package init(
    _ assessment: Assessment, of board: Board, by order: Order, for audience: Audience
  ) {
    let byGrading = Array(assessment.issuesByGrading)
    let swaps = Register.swaps(byGrading, assessment, board)
    let slots = order == .grading ? byGrading : Array(assessment.issuesByRisk)
    entries = slots.compactMap { slot in
      guard let score = assessment.score(of: slot) else { return nil }
      return Entry(
        issue: board.issues[slot: slot].id, score: score, standing: assessment.standing(of: score),
        isWorking: audience == .public ? nil : assessment.isWorking(slot, in: board),
        share: score.risk.value.thousandths(of: assessment.scorer.greatestRisk),
        swap: swaps[slot])
    }
    unscored = board.issues.standing.count { $0.isRanked } - entries.count
  }

  private static func swaps(
    _ byGrading: [Assessment.Slot], _ assessment: Assessment, _ board: Board
  ) -> [Assessment.Slot: SwapCause] {
    var swaps: [Assessment.Slot: SwapCause] = [:]
    for (upper, lower) in zip(byGrading, byGrading.dropFirst()) {
      guard let swap = assessment.swap(upper, lower, in: board) else { continue }
      swaps[upper] = SwapCause(lowered: board.issues[slot: lower].id, cause: swap.cause)
    }
    return swaps
  }
}
