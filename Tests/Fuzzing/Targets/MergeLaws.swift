import Domain
import JSON

/// What holds for every two states of a record, and what both started from.
///
/// The bytes are three JSON texts with a NUL between them: what both started from, one state, the
/// other. A fourth part says by its first byte whose clock is ahead.
struct MergeLaws {
  private let base: Value
  private let one: Revision
  private let two: Revision

  /// `nil` unless the bytes are three texts of objects.
  init?(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    let values = parts.prefix(3).compactMap { try? Value(parsing: Array($0)) }
    guard values.count == 3, values.allSatisfy({ $0.objectValue != nil }) else { return nil }
    let ahead = Int(parts.dropFirst(3).first?.first ?? 0) % 3
    base = values[0]
    one = Revision(document: values[1], stamp: MergeLaws.stamp(10 + ahead / 2, "one"))
    two = Revision(document: values[2], stamp: MergeLaws.stamp(10 + ahead % 2, "two"))
  }

  private static func stamp(_ second: Int, _ writer: String) -> Stamp {
    Stamp(at: Timestamp(seconds: second), by: writer)
  }

  var flaw: String? {
    let merged = one.merged(with: two, from: base)
    if merged != two.merged(with: one, from: base) { return "not commutative" }
    if one.merged(with: one, from: base) != one.document { return "not idempotent" }
    let same = Revision(document: base, stamp: two.stamp)
    if one.merged(with: same, from: base) != one.document { return "an unchanged side counts" }
    return lost(of: one, besides: two, in: merged) ?? lost(of: two, besides: one, in: merged)
      ?? changesFlaw ?? editFlaw
  }

  /// A plain value that one side has given a field, and that is neither there nor in a conflict.
  private func lost(of mine: Revision, besides theirs: Revision, in merged: Value) -> String? {
    let kept = (merged["conflicts"]?.arrayValue ?? []).flatMap { entry in
      [entry["kept"]?["value"], entry["other"]?["value"]].compactMap { $0 }
    }
    // Stamps are not contested, and the list of conflicts is no field to lose.
    let free: Set = ["conflicts", "created", "updated", "deleted"]
    for change in FieldChange.between(base, mine.document) where !free.contains(change.path[0]) {
      guard let new = change.new, new.isPlain, change.old != .null else { continue }
      let standing = change.path.reduce(Optional(merged)) { $0?[$1] }
      if standing != new, !kept.contains(where: { $0.contains(new) }) {
        return "\(change.field) = \(new.compactText) is lost in \(merged.compactText)"
      }
    }
    return nil
  }

  /// Changes lead from one state to the other, and back.
  private var changesFlaw: String? {
    var there = one.document
    let changes = FieldChange.between(one.document, two.document)
    for change in changes { change.replay(on: &there) }
    if there != two.document { return "changes do not lead there" }
    return nil
  }

  /// An edit that was merged in changes nothing when it is merged in again.
  private var editFlaw: String? {
    let edit = Edit(
      record: .board, changes: FieldChange.between(base, one.document), seen: base)
    let once = edit.merged(into: two, by: one.stamp)
    let again = edit.merged(into: Revision(document: once, stamp: two.stamp), by: one.stamp)
    let isContested = once["conflicts"] != two.document["conflicts"]
    return again == once || isContested ? nil : "an edit counts twice"
  }
}

extension Value {
  /// Whether it is a text, a number or yes or no.
  fileprivate var isPlain: Bool {
    switch self {
    case .null, .array, .object: false
    default: true
    }
  }

  /// Whether a value is this one, or somewhere in it.
  fileprivate func contains(_ value: Value) -> Bool {
    if self == value { return true }
    switch self {
    case .array(let elements): return elements.contains { $0.contains(value) }
    case .object(let object): return object.contains { $0.value.contains(value) }
    default: return false
    }
  }
}
