/// One asking of the partners: its questions, and who was invited.
package struct Round: RecordContent {
  package static let kind = Kind.round
  package static var table: WritableKeyPath<Board, Table<Round>> { \.rounds }

  package var title: String

  /// The day of asking; `nil` when it is not known.
  package var asked: CalendarDate?
  package var due: CalendarDate?

  /// The questions as they were asked; later changes to the board's template do not touch them.
  package var questions: [Identifier<Question>: Question]
  package var invitations: [Identifier<Partner>: Invitation]
  package var closed: CalendarDate?

  package init(title: String) {
    self.title = title
    questions = [:]
    invitations = [:]
  }

  package var label: String { title }

  package var links: [Link] { invitations.keys.sorted().map { Link("invitations", $0) } }

  /// How one partner was asked and reminded.
  package struct Invitation: Codable, Equatable, Sendable {
    package var sent: CalendarDate?

    /// When the invitation came back undelivered.
    package var undelivered: CalendarDate?
    package var reminders: [Identifier<Reminder>: Reminder]

    package init(sent: CalendarDate? = nil) {
      self.sent = sent
      reminders = [:]
    }
  }

  /// One reminder.
  package struct Reminder: Codable, Equatable, Sendable {
    package var on: CalendarDate
    package var by: String?

    package init(on: CalendarDate, by: String? = nil) {
      self.on = on
      self.by = by
    }
  }
}
