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

/// An act was not taken back, because somebody has changed one of its fields since.
package struct UndoRefusal: Error, Hashable {
  package let act: Int
  package let record: RecordName

  /// The field, as names from the outside in.
  package let field: [String]

  /// What the field holds by now; `nil` is nothing.
  package let found: Value?

  /// Who gave it that, and when; `nil` where no log tells.
  package let since: Stamp?

  package init(act: Int, record: RecordName, field: [String], found: Value?, since: Stamp?) {
    self.act = act
    self.record = record
    self.field = field
    self.found = found
    self.since = since
  }
}

extension UndoRefusal: CustomStringConvertible {
  package var description: String {
    let who = since.map { "\($0.by) has changed" } ?? "somebody has changed"
    return
      "act \(act) was not taken back: \(who) \(field.joined(separator: ".")) of \(record) since"
  }
}
