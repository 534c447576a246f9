/// One meeting of the board, its working group or the partnership it reports to.
package struct Meeting: RecordContent {
  package static let kind = Kind.meeting
  package static var table: WritableKeyPath<Board, Table<Meeting>> { \.meetings }

  /// Who meets, in the board's words: board, working group, Safer City Partnership.
  package var kind: String
  package var date: CalendarDate
  package var agenda: [Identifier<AgendaItem>: AgendaItem]
  package var attendance: [Identifier<Attendance>: Attendance]

  /// How many must be there for a decision; `nil` where no rule is known.
  package var quorum: Int?
  package var nominations: [Identifier<Nomination>: Nomination]

  package init(kind: String, date: CalendarDate) {
    self.kind = kind
    self.date = date
    agenda = [:]
    attendance = [:]
    nominations = [:]
  }

  package var label: String { "\(kind), \(date.words)" }

  package var links: [Link] {
    Link.list("agenda", agenda) { field, item in
      item.record.map { [Link("\(field).record", $0)] } ?? []
    }
      + Link.list("attendance", attendance) { [Link("\($0).partner", $1.partner)] }
      + Link.list("nominations", nominations) { Link.optional("\($0).partner", $1.partner) }
  }

  /// One thing on the agenda, and what came of it.
  package struct AgendaItem: Codable, Equatable, Sendable, Ranked {
    package var item: String

    /// The record it is about.
    package var record: RecordName?
    package var rank: String?
    package var minute: String?
    package var outcome: String?
  }

  /// A partner at the meeting, by role.
  package struct Attendance: Codable, Equatable, Sendable {
    package var partner: Identifier<Partner>
    package var role: String?
  }

  /// A role for which somebody is sought or named; the person's name is not kept.
  package struct Nomination: Codable, Equatable, Sendable {
    package var role: String
    package var partner: Identifier<Partner>?
    package var note: String?
  }
}
