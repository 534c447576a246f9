package import JSON

/// One field of a record before and after an edit.
package struct FieldChange: Hashable, Sendable {
  /// The field, as names from the outside in: `["values", "volume", "value"]`.
  package let path: [String]

  /// What the field held; `nil` when it was absent.
  package let old: Value?

  /// What it is to hold; `nil` takes it away.
  package let new: Value?

  package init(path: [String], old: Value?, new: Value?) {
    self.path = path
    self.old = old
    self.new = new
  }

  /// The field as a person reads it: `values.volume.value`.
  package var field: String { path.joined(separator: ".") }
}

extension FieldChange {
  /// The changes that lead from one object to another, field by field, sorted by field.
  package static func between(_ old: Value, _ new: Value) -> [FieldChange] {
    var changes: [FieldChange] = []
    collect(old, new, path: [], into: &changes)
    return changes
  }

  private static func collect(
    _ old: Value?, _ new: Value?, path: [String], into changes: inout [FieldChange]
  ) {
    guard old != new else { return }
    guard case .object(let after)? = new, let before = members(of: old, besides: after) else {
      changes.append(FieldChange(path: path, old: old, new: new))
      return
    }
    for key in Set(before.keys).union(after.keys).sorted() {
      collect(before[key], after[key], path: path + [key], into: &changes)
    }
  }

  /// The members to compare with those of a new object, or `nil` when it is one value to us.
  ///
  /// An absent list counts as an empty one, so that two people who each make its first entry make
  /// two changes, not two values of one field.
  private static func members(of old: Value?, besides new: Object) -> Object? {
    switch old {
    case .object(let members)?: members
    case nil where !new.isEmpty: Object()
    default: nil
    }
  }

  /// Makes the change in an object that may hold more than we know.
  ///
  /// - Throws: ``EditRefusal/changedMeanwhile(field:found:)`` when the field holds neither what the
  ///   edit started from nor what it leads to.
  package func apply(to object: inout Value) throws(EditRefusal) {
    object = try FieldChange.applied(self, to: object, at: path[...]) ?? .object(Object())
  }

  private static func applied(
    _ change: FieldChange, to value: Value?, at path: ArraySlice<String>
  ) throws(EditRefusal) -> Value? {
    guard let key = path.first else {
      guard value == change.old || value == change.new else {
        throw .changedMeanwhile(field: change.field, found: value)
      }
      return change.new
    }
    var object: Object
    switch value {
    case .object(let found)?: object = found
    case nil where change.old == nil: object = Object()
    default:
      throw .changedMeanwhile(field: change.field, found: value)
    }
    object[key] = try applied(change, to: object[key], at: path.dropFirst())
    return .object(object)
  }
}

/// Why an edit was not made.
package enum EditRefusal: Error, Equatable, CustomStringConvertible {
  /// Somebody else gave the field another value after the edit began.
  case changedMeanwhile(field: String, found: Value?)

  package var description: String {
    switch self {
    case .changedMeanwhile(let field, let found):
      "somebody else has meanwhile set \(field) to \(found?.compactText ?? "nothing")"
    }
  }
}
