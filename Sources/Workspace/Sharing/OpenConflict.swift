package import Domain
import JSON

/// Two values for one field of a record, of which somebody is to choose.
package struct OpenConflict: Hashable, Sendable {
  package let record: RecordName
  package let conflict: FieldConflict
}

extension Edit {
  /// A document with what this edit leads to, whatever stands there: both values are kept on disk.
  func layered(over document: Value) -> Value {
    changes.reduce(document) { document, change in
      let found = change.path.reduce(Optional(document)) { value, key in value?[key] }
      var result = document
      // What cannot be reached is shown as the disk has it.
      let change = FieldChange(path: change.path, old: found, new: change.new)
      guard (try? change.apply(to: &result)) != nil else { return document }
      return result
    }
  }

  /// The same edit, begun before others changed some of its fields: both values are then kept.
  func begun(before changes: [Change]) -> Edit {
    let theirs = changes.filter { $0.record == record }
    guard !theirs.isEmpty else { return self }
    let fields = theirs.flatMap(\.fields)
    let own = self.changes.map { change in
      fields.reversed().reduce(change) { $0.begun(before: $1) }
    }
    let sawRemoval = theirs.contains { $0.fate == .removed }
    return Edit(record: record, changes: own, isNew: isNew, seen: sawRemoval ? nil : seen)
  }
}

extension FieldChange {
  /// The same change, begun before another one of the same field, of a part of it or of the whole.
  fileprivate func begun(before theirs: FieldChange) -> FieldChange {
    if path.starts(with: theirs.path) {
      let former = path.dropFirst(theirs.path.count).reduce(theirs.old) { $0?[$1] }
      return FieldChange(path: path, old: former, new: new)
    }
    guard theirs.path.starts(with: path), var former = old else { return self }
    let inverse = FieldChange(
      path: Array(theirs.path.dropFirst(path.count)), old: theirs.new, new: theirs.old)
    guard (try? inverse.apply(to: &former)) != nil else { return self }
    return FieldChange(path: path, old: former, new: new)
  }
}
