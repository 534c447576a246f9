extension Board {
  /// Scores the issues of the board under the model in use.
  ///
  /// - Parameter context: The place or period whose cards override the baseline; `nil` for the
  ///   baseline itself.
  /// - Returns: All scores and ranks.
  /// - Throws: ``NothingToScoreWith``, as a sentence.
  package func assessed(
    in context: Identifier<ScoringContext>? = nil
  ) throws(NothingToScoreWith) -> Assessment {
    guard let model = settings.model.flatMap({ self[$0] }), !model.isDeleted else {
      throw NothingToScoreWith(
        description: "The board has no scoring model: name one in board.json, field model.")
    }
    do throws(ModelProblems) {
      return Assessment(of: self, scorer: try Scorer(model), context: context)
    } catch {
      throw NothingToScoreWith(
        description: "Nothing can be scored with \(model.recordName.path): \(error).")
    }
  }
}

/// A board has no model that can be used.
package struct NothingToScoreWith: Error, Equatable, CustomStringConvertible {
  package let description: String
}
