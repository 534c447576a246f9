/// One partner's request for information from another, and what was decided.
package struct Request: RecordContent {
  package static let kind = Kind.request
  package static var table: WritableKeyPath<Board, Table<Request>> { \.requests }

  /// How the request was answered; a refusal is lawful and is recorded, not overridden.
  package enum Outcome: String, Choice {
    case agreed, part, refused, withdrawn, noReply
  }

  package var from: Identifier<Partner>?
  package var to: Identifier<Partner>?
  package var about: String
  package var purpose: String?
  package var lawfulBasis: String?

  /// The sharing agreement it was made under.
  package var agreement: Identifier<Agreement>?
  package var asked: CalendarDate?
  package var decision: Outcome?
  package var reason: String?
  package var decidedByRole: String?
  package var decided: CalendarDate?
  package var review: CalendarDate?

  /// When what was shared is to be destroyed.
  package var disposal: CalendarDate?

  package init(about: String) { self.about = about }

  package var label: String { about }

  package var links: [Link] {
    Link.optional("from", from) + Link.optional("to", to) + Link.optional("agreement", agreement)
  }
}
