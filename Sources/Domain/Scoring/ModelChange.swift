/// What another version of a scoring model would do to the ranks of the issues.
package struct ModelChange: Equatable, Sendable {
  /// One issue whose figures or place would be others.
  package struct Move: Equatable, Sendable {
    package let issue: Identifier<Issue>

    /// The score and places as they are and as they would be; `nil` where there is none.
    package let now: Outlook.Placed?
    package let then: Outlook.Placed?
  }

  /// The issues whose figures or places would be others, in the order they would have: those without a
  /// score last.
  package let moves: [Move]

  /// How many issues would keep figures and places, and have other bounds.
  package let onlyBounds: Int

  /// How many issues would keep everything.
  package let unmoved: Int

  /// Compares the ranks under two versions of a model; without the former nothing had a score.
  package init(of board: Board, from old: Assessment?, to new: Assessment) {
    var moves: [Move] = []
    var (onlyBounds, unmoved) = (0, 0)
    for slot in 0..<Table<Issue>.Slot(board.issues.count) where board.issues[slot: slot].isRanked {
      let (now, then) = (old?.placed(slot), new.placed(slot))
      if now == then {
        unmoved += now == nil ? 0 : 1
      } else if let now, let then, now.isWhere(then) {
        onlyBounds += 1
      } else {
        moves.append(Move(issue: board.issues[slot: slot].id, now: now, then: then))
      }
    }
    self.moves = moves.sorted { one, other in
      (one.then?.standing.byGrading ?? .max, one.issue) < (
        other.then?.standing.byGrading ?? .max, other.issue
      )
    }
    self.onlyBounds = onlyBounds
    self.unmoved = unmoved
  }
}

extension Outlook.Placed {
  /// Whether the figures and places are those of another score, whatever its bounds are.
  fileprivate func isWhere(_ other: Outlook.Placed) -> Bool {
    score.risk.value == other.score.risk.value
      && score.grading.value == other.score.grading.value
      && standing.byRisk == other.standing.byRisk
      && standing.byGrading == other.standing.byGrading
  }
}

extension Assessment {
  /// An issue's score with its places; `nil` while it has none.
  package func placed(_ slot: Slot) -> Outlook.Placed? {
    score(of: slot).map { Outlook.Placed(score: $0, standing: standing(of: $0)) }
  }
}
