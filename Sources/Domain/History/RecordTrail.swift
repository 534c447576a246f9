package import JSON

/// What the logs of a board say of one record.
package struct RecordTrail: Sendable {
  /// What the record's file held after an act.
  package struct State: Hashable, Sendable {
    /// The number of the act.
    package let act: Int

    /// Who did it.
    package let writer: String
    package let digest: Digest
  }

  /// Where the changes in the logs lead.
  package private(set) var document = Value.object(Object())

  /// The states that the logs name, oldest first; there is at least one.
  package private(set) var states: [State] = []

  /// What the file held before the first act in a log; `nil` when there was none.
  package private(set) var beginning: Digest?

  /// The first act that began from what no log leads to; `nil` while each began where the one
  /// before had ended.
  package private(set) var gap: State?

  /// The state in which the last act left the record.
  package var latest: State {
    guard let latest = states.last else { preconditionFailure("A trail tells of an act.") }
    return latest
  }

  fileprivate mutating func take(
    _ edit: LoggedAct.Edit, of act: LoggedAct, digest: (Value) -> Digest
  ) {
    let state = State(act: act.number, writer: act.stamp.by, digest: edit.after)
    if states.isEmpty { beginning = edit.before }
    if edit.before != states.last?.digest {
      // An act that adopts what stood in the file begins from where the changes lead.
      let isAdopted = !states.isEmpty && edit.before == digest(document)
      gap = isAdopted ? nil : gap ?? state
    }
    for change in edit.changes { change.replay(on: &document) }
    states.append(state)
  }
}

extension History {
  /// What the logs say of every record that they name.
  ///
  /// - Parameter digest: The digest of a document's canonical bytes.
  /// - Returns: A trail for every record in the logs.
  package func trails(digest: (Value) -> Digest) -> [RecordName: RecordTrail] {
    var trails: [RecordName: RecordTrail] = [:]
    for act in acts {
      for edit in act.edits {
        trails[edit.record, default: RecordTrail()].take(edit, of: act, digest: digest)
      }
    }
    return trails
  }

  /// What is wrong with the numbers of the acts: every number up to the last is some act's.
  ///
  /// - Parameter lastAct: The number of the last act known to have been done; 0 where none is.
  /// - Returns: One problem for each row of numbers that no act has.
  package func problems(knowing lastAct: Int) -> [Problem] {
    var gaps: [ClosedRange<Int>] = []
    var last = 0
    for number in acts.map(\.number) + [lastAct + 1] {
      if number > last + 1 { gaps.append((last + 1)...(number - 1)) }
      last = max(last, number)
    }
    return gaps.map { gap in
      Problem(
        file: "log/",
        what: gap.count == 1
          ? "act \(gap.lowerBound) is in no log"
          : "acts \(gap.lowerBound) to \(gap.upperBound) are in no log",
        remedy: "Lines, or a whole log, were taken away: bring them back from a copy of the log.")
    }
  }
}
