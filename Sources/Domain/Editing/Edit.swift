package import JSON

/// One change to one record, as a value: which fields, from what, to what.
package struct Edit: Hashable, Sendable {
  package let record: RecordName
  package let changes: [FieldChange]

  /// Whether the record did not exist before.
  package let isNew: Bool

  /// The record as the editor saw it, so that a part which somebody else has taken away meanwhile
  /// can be put back whole; `nil` where that is not known.
  package let seen: Value?

  package init(
    record: RecordName, changes: [FieldChange], isNew: Bool = false, seen: Value? = nil
  ) {
    self.record = record
    self.changes = changes
    self.isNew = isNew
    self.seen = seen
  }

  /// The edit that leads from one state of a record to another; `nil` when nothing differs.
  ///
  /// - Parameters:
  ///   - old: The record before; `nil` for a new one.
  ///   - new: The record after.
  package init?<Content: RecordContent>(from old: Record<Content>?, to new: Record<Content>) {
    let before = old.map(Edit.object)
    let changes = FieldChange.between(before ?? .object(Object()), Edit.object(new))
    guard old == nil || !changes.isEmpty else { return nil }
    self.init(record: new.recordName, changes: changes, isNew: old == nil, seen: before)
  }

  /// Makes the edit in the object of the record's file.
  ///
  /// What the edit does not name stays as it is, whether this program knows it or not.
  ///
  /// - Throws: ``EditRefusal`` when a field was changed by somebody else; nothing is changed then.
  package func apply(to object: Value) throws(EditRefusal) -> Value {
    var result = object
    for change in changes { try change.apply(to: &result) }
    return result
  }

  private static func object<Content: RecordContent>(_ record: Record<Content>) -> Value {
    guard let value = try? Value(encoding: record) else {
      preconditionFailure("Every record can be written as JSON.")
    }
    return value
  }
}

extension Board {
  /// Replaces or adds a record in memory and gives the edit that does the same on disk.
  ///
  /// - Parameters:
  ///   - record: The record as it is to be.
  ///   - stamp: Who edits, and when; it becomes the record's `updated`, or `created` of a new one.
  /// - Returns: `nil` when the record says the same already; nothing is stamped then.
  package mutating func put<Content: RecordContent>(
    _ record: Record<Content>, stamp: Stamp
  ) -> Edit? {
    let old = self[record.id]
    guard old != record else { return nil }
    var record = record
    if old == nil {
      record.header.created = record.header.created ?? stamp
    } else {
      record.header.updated = stamp
    }
    self[record.id] = record
    return Edit(from: old, to: record)
  }
}
