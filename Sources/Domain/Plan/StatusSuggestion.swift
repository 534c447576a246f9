/// The status that the dates of an action speak for.
///
/// It is shown beside the status, and never set by the program: what the dates do not know, the
/// owners do.
package struct StatusSuggestion: Hashable, Sendable {
  package let status: Identifier<ActionStatus>

  /// Why, as the rest of a sentence: `“Ten visits” is 12 days late`.
  package let because: String

  package init(status: Identifier<ActionStatus>, because: String) {
    self.status = status
    self.because = because
  }
}

extension Board {
  /// For how many days a milestone is late before red is suggested.
  package static let daysToRed = 30

  /// The status that the dates of an action speak for.
  ///
  /// Blue when all its milestones are done; red when one is late by more than 30 days; amber when
  /// one is late by less, or the review has passed; green while a date is still to come. The
  /// statuses are found by their letters.
  ///
  /// - Returns: `nil` when there is no date to go by, and where the board's legend has no status of
  ///   that letter.
  package func suggestedStatus(
    of action: Record<Action>, today: CalendarDate
  ) -> StatusSuggestion? {
    guard let (letter, because) = suggestedLetter(of: action, today: today) else { return nil }
    let status = settings.statusLegend.ranked().first { $0.value.letter.uppercased() == letter }
    return status.map { StatusSuggestion(status: $0.key, because: because) }
  }

  private func suggestedLetter(
    of action: Record<Action>, today: CalendarDate
  ) -> (letter: String, because: String)? {
    let next = action.content.nextMilestone?.milestone
    if next == nil, !action.milestones.isEmpty {
      return (
        "B", action.milestones.count == 1 ? "its milestone is done" : "all milestones are done"
      )
    }
    if let late = action.daysLate(on: today), let milestone = next {
      let letter = late > Board.daysToRed ? "R" : "A"
      return (letter, "“\(milestone.text)” is \(late) \(late == 1 ? "day" : "days") late")
    }
    if let review = action.review, review.hasPassed(on: today) {
      return ("A", "the review of \(review.words) has passed")
    }
    if let due = next?.due {
      return ("G", "nothing is late, and the next milestone is due \(due.words)")
    }
    return action.review.map { ("G", "nothing is late, and the review is due \($0.words)") }
  }
}
