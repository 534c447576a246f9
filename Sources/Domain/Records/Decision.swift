/// What was decided: by which meeting, about what, from what to what, and why.
package struct Decision: RecordContent {
  package static let kind = Kind.decision
  package static var table: WritableKeyPath<Board, Table<Decision>> { \.decisions }

  /// The number it is minuted under, such as `D-2`.
  package var number: String?
  package var meeting: Identifier<Meeting>?
  package var date: CalendarDate

  /// The record it is about.
  package var subject: RecordName?
  package var what: String
  package var from: String?
  package var to: String?
  package var rationale: String?

  package init(date: CalendarDate, what: String) {
    self.date = date
    self.what = what
  }

  package var label: String { [number, what].compactMap(\.self).joined(separator: " ") }

  package var links: [Link] {
    Link.optional("meeting", meeting) + (subject.map { [Link("subject", $0)] } ?? [])
  }
}
