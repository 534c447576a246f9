package import JSON

/// What the logs of a board tell: every act of every writer.
package struct History: Sendable {
  /// All acts in the order they were done.
  package let acts: [LoggedAct]

  /// - Parameter acts: The acts of all logs, in any order.
  package init(_ acts: [LoggedAct]) {
    // Only copies that were apart can have counted one number twice.
    self.acts = acts.sorted { ($0.number, $0.stamp.by) < ($1.number, $1.stamp.by) }
  }

  /// The acts that changed a record, oldest first.
  package func acts(on record: RecordName) -> [LoggedAct] {
    acts.filter { act in act.edits.contains { $0.record == record } }
  }

  /// The acts of one writer.
  package func acts(of writer: String) -> OwnActs {
    OwnActs(acts.filter { $0.stamp.by == writer })
  }

  /// Who gave each field of a record its value, and when, by path.
  package func stamps(of record: RecordName) -> [[String]: Stamp] {
    var stamps: [[String]: Stamp] = [:]
    for act in acts {
      for edit in act.edits where edit.record == record {
        for change in edit.changes { stamps[change.path] = act.stamp }
      }
    }
    return stamps
  }

  /// Every record that some act has changed.
  package var records: Set<RecordName> {
    Set(acts.lazy.flatMap(\.edits).map(\.record))
  }

  /// The first day on which the board itself was there; `nil` where no log tells.
  package var firstDay: CalendarDate? {
    acts.filter { act in act.edits.contains { $0.record == .board } }.map(\.day).min()
      .flatMap { CalendarDate(dayNumber: $0) }
  }

  /// What every record held at the end of a day, as far as it is known by now.
  ///
  /// An act counts from the last day that its effective date can mean, whenever it was typed.
  package func documents(asAt date: CalendarDate) -> [RecordName: Value] {
    let last = date.lastDayNumber
    let known = acts.enumerated().filter { $0.element.day <= last }
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    return History.documents(after: known.map(\.element))
  }

  /// What every record holds according to the logs.
  package var documents: [RecordName: Value] { History.documents(after: acts) }

  private static func documents(after acts: [LoggedAct]) -> [RecordName: Value] {
    var documents: [RecordName: Value] = [:]
    for edit in acts.lazy.flatMap(\.edits) {
      for change in edit.changes {
        change.replay(on: &documents[edit.record, default: .object(Object())])
      }
    }
    return documents
  }
}
