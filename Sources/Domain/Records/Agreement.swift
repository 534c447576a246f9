/// An information sharing agreement and who has signed it.
package struct Agreement: RecordContent {
  package static let kind = Kind.agreement
  package static var table: WritableKeyPath<Board, Table<Agreement>> { \.agreements }

  package var title: String
  package var members: [Identifier<Partner>]
  package var signed: CalendarDate?
  package var review: CalendarDate?

  package init(title: String) {
    self.title = title
    members = []
  }

  package var label: String { title }

  package var links: [Link] { members.map { Link("members", $0) } }
}
