/// What became of a record as a whole.
package enum RecordFate: Sendable {
  case added, changed, removed, restored

  /// - Parameters:
  ///   - changes: What was changed in the record.
  ///   - isNew: Whether the record did not exist before.
  package init(of changes: [FieldChange], isNew: Bool) {
    let deletion = changes.first { $0.path.first == Header.deleted }
    self = isNew ? .added : deletion.map { $0.new == nil ? .restored : .removed } ?? .changed
  }
}

extension [FieldChange] {
  /// The changes that mean something to a person: not who made, changed or removed the record.
  package var besidesStamps: [FieldChange] {
    filter { Header.StampField(rawValue: $0.path.first ?? "") == nil }
  }
}
