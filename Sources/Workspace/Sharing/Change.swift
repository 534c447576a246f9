package import Domain

/// What somebody did to one record, as the others are told of it.
package struct Change: Hashable, Sendable {
  /// Which fields, from what to what.
  package let edit: Edit

  /// The writer; `nil` where nobody can say who it was.
  package let by: String?

  /// When it was done; where nobody can say, when it was seen.
  package let at: Timestamp

  package init(_ edit: Edit, by: String?, at: Timestamp) {
    self.edit = edit
    self.by = by
    self.at = at
  }

  package var record: RecordName { edit.record }

  /// What became of the record as a whole.
  enum Fate { case added, changed, removed, restored }

  var fate: Fate {
    if edit.isNew { return .added }
    guard let deletion = edit.changes.first(where: { $0.path.first == "deleted" }) else {
      return .changed
    }
    return deletion.new == nil ? .restored : .removed
  }

  /// The fields that mean something to a person: not the stamps.
  var fields: [FieldChange] {
    edit.changes.filter { !Change.stamps.contains($0.path.first ?? "") }
  }

  private static let stamps: Set<String> = ["created", "updated", "deleted"]
}
