/// An agency, a unit of one, or another body that the board works with.
package struct Partner: RecordContent {
  package static let kind = Kind.partner
  package static var table: WritableKeyPath<Board, Table<Partner>> { \.partners }

  package var name: String

  /// The agency that a unit belongs to.
  package var parent: Identifier<Partner>?

  /// What the partner is, in the board's words: agency, unit, council department.
  package var kind: String?
  package var roles: [Identifier<Role>: Role]

  /// The areas on which the partner has an impact, and why.
  package var impact: [Identifier<Area>: Impact]

  /// Which audience the partner belongs to where records are shared.
  package var audience: String?

  /// Public keys for signed copies, by their name.
  package var keys: [String: String]
  package var joined: CalendarDate?
  package var left: CalendarDate?

  package init(name: String, parent: Identifier<Partner>? = nil, kind: String? = nil) {
    self.name = name
    self.parent = parent
    self.kind = kind
    roles = [:]
    impact = [:]
    keys = [:]
  }

  package var label: String { name }

  package var links: [Link] {
    Link.optional("parent", parent) + impact.keys.sorted().map { Link("impact", $0) }
  }

  /// A duty that somebody at the partner has; it belongs to the role, never to the person.
  package struct Role: Codable, Equatable, Sendable {
    package var role: String

    /// The login name that holds the role at present.
    package var login: String?
    package var permissions: [String]

    package init(role: String, login: String? = nil, permissions: [String] = []) {
      self.role = role
      self.login = login
      self.permissions = permissions
    }
  }

  /// Why a partner has an impact on an area.
  package struct Impact: Codable, Equatable, Sendable {
    package var why: String?

    package init(why: String? = nil) { self.why = why }
  }
}
