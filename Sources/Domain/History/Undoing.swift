package import JSON

/// Which act of the writer's own is to be taken back.
package enum Undoing: Hashable, Sendable {
  /// The last one that still stands.
  case last

  /// The last undo, so that what it took back is done again.
  case undo

  /// The act of a number.
  case act(Int)
}

/// An act that was taken back.
package struct UndoneAct: Hashable, Sendable {
  /// The act that no longer counts; an undo itself when something was done again.
  package let act: LoggedAct

  /// The records as they are now.
  package let readings: [RecordReading]

  package init(act: LoggedAct, readings: [RecordReading]) {
    self.act = act
    self.readings = readings
  }
}

/// An act was not taken back, because somebody has changed or settled one of its fields since, or
/// other records rest on one that it made.
package struct UndoRefusal: Error, Hashable {
  package let act: Int
  package let record: RecordName

  /// The field, as names from the outside in.
  package let field: [String]

  /// What the field holds by now; `nil` is nothing.
  package let found: Value?

  /// Who gave it that, and when; `nil` where no log tells.
  package let since: Stamp?

  /// Whether they have settled a conflict about the field that the act had left.
  package let isSettled: Bool

  /// The records that name one that the act made, and would be left without it.
  package let resting: [RecordName]

  /// The number of the writer's next earlier act that can be tried instead; `nil` when none.
  package var earlier: Int?

  package init(
    act: Int, record: RecordName, field: [String], found: Value?, since: Stamp?,
    isSettled: Bool = false, resting: [RecordName] = [], earlier: Int? = nil
  ) {
    self.act = act
    self.record = record
    self.field = field
    self.found = found
    self.since = since
    self.isSettled = isSettled
    self.resting = resting
    self.earlier = earlier
  }

  /// How to take back an earlier act instead, as a sentence; `nil` when there is none.
  package var wayOut: String? {
    earlier.map { "“socboard undo \($0)” takes back an earlier act." }
  }
}

extension UndoRefusal: CustomStringConvertible {
  package var description: String {
    if let first = resting.first {
      let others = resting.count > 1 ? " and \(resting.count - 1) more" : ""
      return "act \(act) was not taken back: \(first)\(others) would be left without \(record)"
    }
    let who = since?.by ?? "somebody"
    let deed = isSettled ? "settled" : "changed"
    let name = field.joined(separator: ".")
    return "act \(act) was not taken back: \(who) has \(deed) \(name) of \(record) since"
  }
}
