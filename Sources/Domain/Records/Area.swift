import JSON

/// A priority area: one kind of organised crime that the board works on.
package struct Area: RecordContent {
  package static let kind = Kind.area
  package static var table: WritableKeyPath<Board, Table<Area>> { \.areas }

  /// How closely the board works on an area.
  package enum Status: String, Choice {
    case focus, monitored, closed
  }

  /// The number people know the area by; `nil` for an area that has none.
  package var number: Int?
  package var title: String
  package var status: Status
  package var statusHistory: [Identifier<StatusChange>: StatusChange]

  /// The agency or unit that leads on the area.
  package var lead: Identifier<Partner>?
  package var profile: Profile
  package var reviews: [Identifier<AreaReview>: AreaReview]

  /// Which areas this one came from.
  package var lineage: [Identifier<Lineage>: Lineage]

  /// Where the area stands in the list.
  package var rank: String?

  package init(number: Int? = nil, title: String, status: Status = .monitored, rank: String? = nil)
  {
    self.number = number
    self.title = title
    self.status = status
    statusHistory = [:]
    profile = Profile()
    reviews = [:]
    lineage = [:]
    self.rank = rank
  }

  package var label: String { title }

  package var links: [Link] {
    Link.optional("lead", lead)
      + Link.list("statusHistory", statusHistory) { Link.optional("\($0).decision", $1.decision) }
      + Link.list("lineage", lineage) {
        Link.optional("\($0).from", $1.from) + Link.optional("\($0).decision", $1.decision)
      }
  }

  /// One change of status, with the decision that made it.
  package struct StatusChange: Codable, Equatable, Sendable {
    package var status: Status
    package var on: CalendarDate
    package var decision: Identifier<Decision>?

    package init(status: Status, on: CalendarDate, decision: Identifier<Decision>?) {
      self.status = status
      self.on = on
      self.decision = decision
    }
  }

  /// The local profile: the threat and its local impact, in the words of the national strategy.
  package struct Profile: Codable, Equatable, Sendable, EmptyWhenAbsent {
    package var who: String?
    package var how: String?
    package var what: String?
    package var locations: String?
    package var vulnerabilities: String?
    package var narrative: String?

    package init() {}

    package var isEmpty: Bool { self == Profile() }
  }

  /// One look at the area against the board's criteria.
  package struct AreaReview: Codable, Equatable, Sendable {
    package var date: CalendarDate
    package var ratings: [Identifier<ReviewCriterion>: Rating]

    /// When the area is to be looked at again.
    package var next: CalendarDate?

    package init(date: CalendarDate, next: CalendarDate? = nil) {
      self.date = date
      ratings = [:]
      self.next = next
    }
  }

  /// What a review found under one criterion.
  package struct Rating: Codable, Equatable, Sendable {
    /// A value of the board's rating scale; `nil` where only words were given.
    package var rating: Int?
    package var sentence: String

    package init(rating: Int?, sentence: String) {
      self.rating = rating
      self.sentence = sentence
    }
  }

  /// How the area follows from another one.
  package struct Lineage: Codable, Equatable, Sendable {
    package enum Relation: String, Choice {
      case renamedFrom, splitFrom, mergedFrom, replaces, addedBeside
    }

    package var relation: Relation
    package var from: Identifier<Area>?
    package var on: CalendarDate?
    package var decision: Identifier<Decision>?
  }
}
