/// Why an act that somebody asks for by its number cannot be taken back.
package enum UndoObstacle: Hashable, Sendable {
  /// The person's log has no act of this number.
  case notOwn

  /// It was taken back, and not done again since.
  case takenBack

  /// It made the board itself.
  case makesTheBoard
}

extension UndoObstacle: CustomStringConvertible {
  /// The obstacle as the rest of a sentence.
  package var description: String {
    switch self {
    case .notOwn: "is no act of yours"
    case .takenBack: "was taken back already"
    case .makesTheBoard: "made the board, which nobody takes back"
    }
  }
}
