package import JSON

/// What the file of one record was found to say when it was read by itself.
package struct RecordReading: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// Everything that the file says; it can be decoded as a record of its kind.
    case document(Value)

    /// The file cannot be read, or does not hold such a record.
    case damaged(Problem)

    /// There is no such file.
    case gone
  }

  package let name: RecordName
  package let outcome: Outcome

  package init(name: RecordName, outcome: Outcome) {
    self.name = name
    self.outcome = outcome
  }
}
