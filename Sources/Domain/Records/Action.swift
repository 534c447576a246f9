/// A thing that partners have agreed to do: one row of a 4P plan.
package struct Action: RecordContent {
  package static let kind = Kind.action
  package static var table: WritableKeyPath<Board, Table<Action>> { \.actions }

  package var area: Identifier<Area>?

  /// The P it is grouped under: pursue, prevent, protect, prepare or one of the board's own.
  package var p: Identifier<P>
  package var phase: Identifier<Phase>?
  package var recommendation: String

  /// The one owner who answers for it.
  package var lead: Identifier<Partner>?
  package var owners: [Identifier<Partner>: Ownership]
  package var milestones: [Identifier<Milestone>: Milestone]

  /// A colour of the board's status legend; `nil` while nobody has said.
  package var status: Identifier<ActionStatus>?
  package var statusHistory: [Identifier<StatusChange>: StatusChange]
  package var review: CalendarDate?
  package var evidence: [Identifier<Evidence>: Evidence]
  package var outcome: String?
  package var disruptions: [Identifier<Disruption>: Disruption]

  /// The scores it should move.
  package var moves: [Identifier<Move>: Move]

  /// Information requests that must be answered first.
  package var blockedBy: [Identifier<Request>]
  package var supersedes: Identifier<Action>?

  /// Where the action stands in its cell of the grid.
  package var rank: String?

  package init(area: Identifier<Area>?, p: Identifier<P>, recommendation: String) {
    self.area = area
    self.p = p
    self.recommendation = recommendation
    owners = [:]
    milestones = [:]
    statusHistory = [:]
    evidence = [:]
    disruptions = [:]
    moves = [:]
    blockedBy = []
  }

  package var label: String { recommendation }

  package var links: [Link] {
    Link.optional("area", area) + Link.optional("lead", lead)
      + owners.keys.sorted().map { Link("owners", $0) }
      + Link.list("moves", moves) { [Link("\($0).issue", $1.issue)] }
      + blockedBy.map { Link("blockedBy", $0) } + Link.optional("supersedes", supersedes)
  }

  /// Whether a partner has agreed to own the action.
  package struct Ownership: Codable, Equatable, Sendable {
    package enum Agreed: String, Choice { case yes, no, unknown }

    package var agreed: Agreed
    package var on: CalendarDate?

    package init(agreed: Agreed, on: CalendarDate? = nil) {
      self.agreed = agreed
      self.on = on
    }
  }

  /// One dated step of the action.
  package struct Milestone: Codable, Equatable, Sendable, Ranked {
    package var text: String
    package var due: CalendarDate?

    /// When it was reached; `nil` while it was not.
    package var done: CalendarDate?
    package var rank: String?

    package init(text: String, due: CalendarDate? = nil, done: CalendarDate? = nil) {
      self.text = text
      self.due = due
      self.done = done
    }
  }

  /// One change of status, with its reason.
  package struct StatusChange: Codable, Equatable, Sendable {
    package var status: Identifier<ActionStatus>
    package var reason: String
    package var at: CalendarDate?
    package var by: String?

    /// Where the change stands among those of its day; `nil` comes first.
    package var rank: String?

    package init(
      status: Identifier<ActionStatus>, reason: String, at: CalendarDate? = nil, by: String? = nil
    ) {
      self.status = status
      self.reason = reason
      self.at = at
      self.by = by
    }
  }

  /// A count of disruptions with its source; never names.
  package struct Disruption: Codable, Equatable, Sendable {
    package enum Level: String, Choice { case major, moderate, minor }

    package var level: Level
    package var count: Int
    package var period: String?
    package var source: String?

    package init(level: Level, count: Int, period: String? = nil, source: String? = nil) {
      self.level = level
      self.count = count
      self.period = period
      self.source = source
    }
  }

  /// A score that the action should move.
  package struct Move: Codable, Equatable, Sendable {
    package var issue: Identifier<Issue>
    package var criterion: Identifier<Criterion>
    package var from: Exact?
    package var to: Exact?

    package init(
      issue: Identifier<Issue>, criterion: Identifier<Criterion>, from: Exact? = nil,
      to: Exact? = nil
    ) {
      self.issue = issue
      self.criterion = criterion
      self.from = from
      self.to = to
    }
  }
}

/// Something that supports what a record says.
package struct Evidence: Codable, Equatable, Sendable {
  package var text: String
  package var source: String?
  package var on: CalendarDate?

  package init(text: String, source: String? = nil, on: CalendarDate? = nil) {
    self.text = text
    self.source = source
    self.on = on
  }
}
