import Domain
import JSON
import Workspace

/// Another person at the same board, who changes records on disk.
struct Colleague {
  let name: String

  /// Each change is made a minute after the one before.
  private var clock = Timestamp(seconds: 1_538_037_240)

  init(_ name: String = "anna@cityhost") { self.name = name }

  /// A record as it is read after this person has changed it.
  mutating func changes<Content: RecordContent>(
    _ record: Record<Content>, _ change: (inout Record<Content>) -> Void
  ) -> RecordReading {
    var record = record
    change(&record)
    clock = Timestamp(seconds: clock.seconds + 60)
    record.header.updated = Stamp(at: clock, by: name)
    return reading(record)
  }

  /// A record as it is read after this person has made it.
  mutating func adds<Content: RecordContent>(_ record: Record<Content>) -> RecordReading {
    var record = record
    clock = Timestamp(seconds: clock.seconds + 60)
    record.header.created = Stamp(at: clock, by: name)
    return reading(record)
  }

  mutating func removes<Content: RecordContent>(_ record: Record<Content>) -> RecordReading {
    let stamp = Stamp(at: Timestamp(seconds: clock.seconds + 60), by: name)
    return changes(record) { $0.header.deleted = stamp }
  }
}

/// A record as its file says it.
func reading<Content: RecordContent>(_ record: Record<Content>) -> RecordReading {
  guard let document = try? Value(encoding: record) else {
    preconditionFailure("Every record can be written as JSON.")
  }
  return RecordReading(name: record.recordName, outcome: .document(document))
}

extension Desk {
  mutating func receive(_ readings: RecordReading...) { send(.changed(readings)) }

  func area(_ id: Identifier<Area>) -> Record<Area> {
    guard let area = state.board[id] else { preconditionFailure("The board has this area.") }
    return area
  }

  func issue(_ id: Identifier<Domain.Issue>) -> Record<Domain.Issue> {
    guard let issue = state.board[id] else { preconditionFailure("The board has this issue.") }
    return issue
  }

  /// The working card of an issue.
  func card(_ issue: Identifier<Domain.Issue>) -> Record<Scorecard> {
    guard let card = state.board.scorecards.all.first(where: { $0.issue == issue }) else {
      preconditionFailure("The issue has a card.")
    }
    return card
  }

  /// A conflict over a field, between the person at the desk and somebody else.
  func conflict(
    _ field: String, base: Value, mine: Value, theirs: Value, by name: String = "anna@cityhost"
  ) -> FieldConflict {
    FieldConflict(
      field: field, base: base,
      kept: FieldConflict.Version(value: theirs, at: Timestamp(seconds: 1_538_037_600), by: name),
      other: FieldConflict.Version(
        value: mine, at: Timestamp(seconds: 1_538_037_540), by: "tester"))
  }
}
