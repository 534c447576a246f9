/// What is to be done next about one who has not answered.
package struct Chase: Hashable, Sendable {
  package enum Deed: Hashable, Sendable {
    /// The invitation came back: it has to go out another way.
    case resend
    case remind

    /// Somebody was reminded lately: until then they are given time.
    case wait(until: CalendarDate)
  }

  /// For how many days a reminder is given time to work.
  package static let daysForReminder = 7

  /// In the last days before the deadline nobody is given more time.
  package static let daysOfHurry = 2

  package let respondent: Identifier<Partner>
  package let deed: Deed

  /// Why, as the rest of a sentence: `nothing heard, never reminded`.
  package let because: String
}

extension Board {
  /// What is to be done about those who have not answered a round, the most pressing first; nothing
  /// once it is closed.
  ///
  /// First come those who can be chased today: whose invitation came back, then those with an
  /// impact on the most areas that nobody has spoken of, then who was reminded least, then whose
  /// last reminder is longest ago; then those who are given time. The rules are those of
  /// `docs/responses.md`.
  package func chases(
    in round: Record<Round>, _ answers: RoundAnswers, today: CalendarDate
  ) -> [Chase] {
    round.isClosed ? [] : Awaited(in: round, answers, on: self, today: today).chases(on: self)
  }
}
