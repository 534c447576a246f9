/// An outstanding reference: a numbered item that meetings carry forward until it is closed.
package struct Reference: RecordContent {
  package static let kind = Kind.reference
  package static var table: WritableKeyPath<Board, Table<Reference>> { \.references }

  /// The number as committees write it: `6/2023/P`.
  package var number: String
  package var text: String
  package var origin: Identifier<Meeting>?
  package var owner: Identifier<Partner>?
  package var updates: [Identifier<Update>: Update]
  package var closed: CalendarDate?

  package init(number: String, text: String) {
    self.number = number
    self.text = text
    updates = [:]
  }

  package var label: String { "\(number) \(text)" }

  package var links: [Link] {
    Link.optional("origin", origin) + Link.optional("owner", owner)
      + Link.list("updates", updates) { Link.optional("\($0).meeting", $1.meeting) }
  }

  /// What was reported on the item at one date.
  package struct Update: Codable, Equatable, Sendable {
    package var on: CalendarDate
    package var text: String
    package var meeting: Identifier<Meeting>?
  }
}
