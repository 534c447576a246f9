/// What is to be done next about one who has not answered.
package struct Chase: Hashable, Sendable {
  package enum Deed: Hashable, Sendable {
    /// The invitation came back: it has to go out another way.
    case resend
    case remind

    /// Somebody was reminded lately: until then they are given time.
    case wait(until: CalendarDate)
  }

  package let respondent: Identifier<Partner>
  package let deed: Deed

  /// Why, as the rest of a sentence: `nothing heard, never reminded`.
  package let because: String
}

extension Board {
  /// For how many days a reminder is given time to work.
  package static let daysForReminder = 7

  /// In the last days before the deadline nobody is given more time.
  package static let daysOfHurry = 2

  /// What is to be done about those who have not answered a round, the most pressing first.
  ///
  /// First come those who can be chased today: whose invitation came back, then those with an
  /// impact on the most areas that nobody has spoken of, then who was reminded least, then whose
  /// last reminder is longest ago; then those who are given time. The rules are those of
  /// `docs/responses.md`.
  package func chases(
    in round: Record<Round>, _ answers: RoundAnswers, today: CalendarDate
  ) -> [Chase] {
    let silent = Set(silentAreas(answers))
    let candidates = awaited(in: round, answers).enumerated().map { place, partner in
      candidate(partner, in: round, silent: silent, today: today, place: place)
    }
    return candidates.sorted { $0.urgency.lexicographicallyPrecedes($1.urgency) }.map(\.chase)
  }

  private func candidate(
    _ partner: Identifier<Partner>, in round: Record<Round>, silent: Set<Identifier<Area>>,
    today: CalendarDate, place: Int
  ) -> (chase: Chase, urgency: [Int]) {
    let invitation = round.invitations[partner]
    let reminders = invitation?.reminders.values.map(\.on).sorted() ?? []
    let matters = orderedAreas.map(\.id).filter { silent.contains($0) && concerns(partner, $0) }
    let wait = reminders.last.flatMap { waits(after: $0, in: round, today: today) }
    let deed: Chase.Deed =
      invitation?.undelivered != nil ? .resend : wait.map { .wait(until: $0) } ?? .remind
    let parts = [
      invitation?.undelivered.map { "the invitation came back \($0.words)" } ?? "nothing heard",
      reminders.last.map { "reminded \(Board.times(reminders.count)), last \($0.words)" }
        ?? (invitation?.undelivered == nil ? "never reminded" : nil),
      matters.isEmpty
        ? nil
        : "it has an impact on \(matters.map { self[$0]?.title ?? $0.text }.list), "
          + "of which nobody has spoken",
    ]
    let order = [Chase.Order(deed).rawValue, -matters.count, reminders.count]
    return (
      Chase(
        respondent: partner, deed: deed,
        because: parts.compactMap(\.self).joined(separator: ", ")),
      order + [reminders.last?.lastDayNumber ?? 0, place]
    )
  }

  /// Until when somebody is given time after a reminder; `nil` when they have had it.
  private func waits(
    after reminder: CalendarDate, in round: Record<Round>, today: CalendarDate
  ) -> CalendarDate? {
    let patience = reminder.lastDayNumber + Board.daysForReminder
    let hurry = round.due.map { $0.lastDayNumber - Board.daysOfHurry } ?? .max
    let day = reminder.lastDayNumber < hurry ? min(patience, hurry) : patience
    return day > today.firstDayNumber ? CalendarDate(dayNumber: day) : nil
  }

  /// Whether a partner leads on an area or has an impact on it, itself or as a unit of an agency
  /// that does.
  private func concerns(_ partner: Identifier<Partner>, _ area: Identifier<Area>) -> Bool {
    self[area]?.lead == partner
      || withAgencies(partner).contains { self[$0]?.impact[area] != nil }
  }

  private static func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
  }
}

extension Chase {
  fileprivate enum Order: Int {
    case resend, remind, wait

    init(_ deed: Deed) {
      self =
        switch deed {
        case .resend: .resend
        case .remind: .remind
        case .wait: .wait
        }
    }
  }
}
