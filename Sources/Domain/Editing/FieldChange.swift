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
  /// Who touched a record last is one value, and nobody is refused for it: the later one stands.
  private static let stamp = "updated"

  /// Whether this is only the note of who touched the record last.
  package var isStamp: Bool { path == [FieldChange.stamp] }

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
    guard path != [stamp], case .object(let after)? = new,
      let before = members(of: old, besides: after)
    else {
      changes.append(FieldChange(path: path, old: old, new: new))
      return
    }
    var all = before
    for (key, value) in after { all[key] = value }
    for key in all.keys {
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
  /// - Throws: ``EditRefusal/changedMeanwhile(field:found:wanted:)`` when the field holds neither
  ///   what the edit started from nor what it leads to.
  package func apply(to object: inout Value) throws(EditRefusal) {
    object = try applied(to: object, at: path[...]) ?? .object(Object())
  }

  private func applied(
    to value: Value?, at path: ArraySlice<String>
  ) throws(EditRefusal) -> Value? {
    guard let key = path.first else {
      guard value == old || value == new || isStamp else {
        throw .changedMeanwhile(field: field, found: value, wanted: new)
      }
      return new
    }
    var object: Object
    switch value {
    case .object(let found)?: object = found
    case nil where new == nil: return nil
    case nil where old == nil: object = Object()
    default:
      throw .changedMeanwhile(field: field, found: value, wanted: new)
    }
    object[key] = try applied(to: object[key], at: path.dropFirst())
    return .object(object)
  }
}

/// Why an edit was not made.
package enum EditRefusal: Error, Hashable, CustomStringConvertible {
  /// Somebody else gave the field another value after the edit began.
  ///
  /// `nil` stands for no value.
  case changedMeanwhile(field: String, found: Value?, wanted: Value?)

  package var description: String {
    switch self {
    case .changedMeanwhile(let field, let found, let wanted):
      "somebody else has meanwhile set \(field) to \(EditRefusal.shown(found)), "
        + "where you wanted \(EditRefusal.shown(wanted))"
    }
  }

  /// A value as it fits into a sentence.
  static func shown(_ value: Value?) -> String {
    guard let text = value?.compactText else { return "nothing" }
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}
