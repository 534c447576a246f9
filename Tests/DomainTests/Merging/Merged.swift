import Domain
import JSON
import TestSupport

/// What a merge has made, to ask what became of a change.
struct Merged {
  let document: Value
  let conflicts: [FieldConflict]

  init(_ document: Value) throws {
    self.document = document
    conflicts = try (document["conflicts"]?.arrayValue ?? []).map {
      try $0.decode(FieldConflict.self)
    }
  }

  /// Whether nothing of a change is lost: it is in the document, or in a conflict.
  func tells(_ change: FieldChange) -> Bool {
    let stamps: Set = ["created", "updated", "deleted", "conflicts"]
    if stamps.contains(change.path[0]) { return true }
    return tells(change.new, instead: change.old, at: change.path)
  }

  private func tells(_ new: Value?, instead old: Value?, at path: [String]) -> Bool {
    guard let new = Merged.stated(new) else {
      return Merged.stated(old) == nil || tellsRemoval(of: old, at: path)
    }
    let found = document[path: path]
    if found == new || notes(new, at: path) { return true }
    switch (found, new) {
    case (.object?, .object(let members)):
      return members.allSatisfy { key, value in
        tells(value, instead: old?[key], at: path + [key])
      }
    case (let found, .array(let elements)):
      let left = Set(found?.arrayValue ?? [])
      let before = Set(old?.arrayValue ?? [])
      return left.isSuperset(of: Set(elements).subtracting(before))
        && left.isDisjoint(with: before.subtracting(elements))
    default: return false
    }
  }

  private func tellsRemoval(of old: Value?, at path: [String]) -> Bool {
    let found = document[path: path]
    if Merged.stated(found) == nil || notes(nil, at: path) { return true }
    switch (old, found) {
    case (.object(let old)?, .object?):
      return old.allSatisfy { tellsRemoval(of: $0.value, at: path + [$0.key]) }
    case (.array(let old)?, .array(let found)?): return Set(old).isDisjoint(with: found)
    case (.object(let old)?, _): return old.allSatisfy { Merged.stated($0.value) == nil }
    default: return false
    }
  }

  /// Whether a version in a conflict about a field, or about what it is in, has a value.
  private func notes(_ value: Value?, at path: [String]) -> Bool {
    conflicts.contains { conflict in
      let field = conflict.path(in: document)
      guard path.starts(with: field) else { return false }
      let inner = Array(path.dropFirst(field.count))
      return [conflict.kept, conflict.other].contains {
        Merged.stated($0.value?[path: inner]) == Merged.stated(value)
      }
    }
  }

  private static func stated(_ value: Value?) -> Value? { value?.isNull == true ? nil : value }
}

/// Where two documents differ, one line each, to read when a law is broken.
func differences(_ one: Value, _ two: Value) -> [String] {
  FieldChange.between(one, two).map { change in
    "\(change.field): \(change.old?.compactText ?? "-") | \(change.new?.compactText ?? "-")"
  }
}

extension Value {
  /// This value without members that are null, which count as left out.
  var withoutNulls: Value {
    guard let members = objectValue else { return self }
    var object = Object()
    for (key, value) in members where !value.isNull { object[key] = value.withoutNulls }
    return .object(object)
  }
}
