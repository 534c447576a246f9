/// What of a round goes out to its respondents: a file for each.
package struct RoundExtract: Equatable, Sendable {
  package let round: Identifier<Round>
  package let respondents: [Identifier<Partner>]
  package let format: FormFormat

  /// What is said to them beside the questions; `nil` for nothing.
  package let note: String?
  package let audience: Audience

  package init(
    round: Identifier<Round>, respondents: [Identifier<Partner>], format: FormFormat,
    note: String? = nil, audience: Audience
  ) {
    self.round = round
    self.respondents = respondents
    self.format = format
    self.note = note
    self.audience = audience
  }
}

/// How a round's form is written.
package enum FormFormat: String, CaseIterable, Sendable {
  case eml, text, csv

  /// What the names of such files end in.
  package var ending: String { self == .text ? "txt" : rawValue }
}

/// What is noted on an invitation when its file has gone out.
package enum Dispatch: String, CaseIterable, Sendable {
  case sent, reminded
}

extension Round {
  /// Notes on invitations that they were sent, or that their partners were reminded.
  ///
  /// One that came back undelivered counts as on its way once it is sent again. Nobody is reminded
  /// twice on a day.
  ///
  /// - Parameters:
  ///   - dispatch: What is noted.
  ///   - partners: Whose invitations; those who were not invited are passed over.
  ///   - day: The day on which it went out.
  ///   - role: Who sent it.
  ///   - newName: Gives a name that no reminder has.
  package mutating func note(
    _ dispatch: Dispatch, to partners: [Identifier<Partner>], on day: CalendarDate, by role: String,
    newName: () -> Identifier<Reminder>
  ) {
    for partner in partners {
      switch dispatch {
      case .sent:
        invitations[partner]?.sent = day
        invitations[partner]?.undelivered = nil
      case .reminded:
        guard invitations[partner]?.reminders.values.contains(where: { $0.on == day }) == false
        else { continue }
        invitations[partner]?.reminders[newName()] = Reminder(on: day, by: role)
      }
    }
  }
}

extension Board {
  /// Those who can be asked in a round: who was invited, and has not left since; by name.
  package func asked(in round: Record<Round>, on day: CalendarDate) -> [Identifier<Partner>] {
    byName(round.invitations.keys.filter { self[$0] != nil && !hasLeft($0, on: day) })
  }
}
