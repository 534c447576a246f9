import JSON

extension Header {
  /// The fields of a record that say who did something, and when; each is one value.
  enum StampField: String {
    case created, updated, deleted
  }

  static let created = StampField.created.rawValue
  static let updated = StampField.updated.rawValue
  static let deleted = StampField.deleted.rawValue
  static let conflicts = "conflicts"
}

extension Merge {
  /// A whole record that both sides have changed.
  mutating func record(_ base: Object, _ one: Object, _ two: Object) -> Object {
    var result = members(
      base.without(Header.conflicts), one.without(Header.conflicts),
      two.without(Header.conflicts), at: [])
    noteDeletion(base, one, two)
    result[Header.conflicts] = conflicts(
      base[Header.conflicts], one[Header.conflicts], two[Header.conflicts])
    return result
  }

  /// Who made, changed or removed a record is a fact on either side: the first to make it, the last
  /// to change it, the first to remove it.
  mutating func stamp(
    _ field: Header.StampField, _ base: Value?, _ one: Value?, _ two: Value?
  ) -> Value? {
    guard let first = one.stated, let second = two.stated else {
      // Restored on one side, removed again on the other: that is for people to settle.
      if field == .deleted { return contested(base, one, two, at: [Header.deleted]) }
      return one.stated ?? two.stated
    }
    guard let mine = Stamp(first), let theirs = Stamp(second) else {
      if Stamp(first) != nil { return first }
      if Stamp(second) != nil { return second }
      return contested(base, one, two, at: [field.rawValue])
    }
    let (earlier, later) =
      Merge.version(first, mine).isEarlier(than: Merge.version(second, theirs))
      ? (first, second) : (second, first)
    return field == .updated ? later : earlier
  }

  private static func version(_ value: Value, _ stamp: Stamp) -> FieldConflict.Version {
    FieldConflict.Version(value, stamp)
  }

  /// A record that one side has removed while the other changed anything in it: both stand, and the
  /// other side's wish to have it is noted.
  private mutating func noteDeletion(_ base: Object, _ one: Object, _ two: Object) {
    let deletions = (one[Header.deleted].stated, two[Header.deleted].stated)
    guard base[Header.deleted].stated == nil else { return }
    switch deletions {
    case (let deletion?, nil): note(deletion, by: self.one, against: self.two)
    case (nil, let deletion?): note(deletion, by: self.two, against: self.one)
    default: break
    }
  }

  private mutating func note(
    _ deletion: Value, by remover: Revision, against editor: Revision
  ) {
    let stamp = Stamp(deletion) ?? remover.stamp(at: [Header.deleted])
    note(
      [Header.deleted], base: nil, kept: FieldConflict.Version(deletion, stamp),
      other: FieldConflict.Version(nil, editor.stamp))
  }

  /// The conflicts of both sides that neither has settled, and those that were found.
  private mutating func conflicts(_ base: Value?, _ one: Value?, _ two: Value?) -> Value? {
    let merged = field(base, one, two, at: [Header.conflicts])
    if found.isEmpty, merged == one || merged == two { return merged }
    let before = merged.stated.map { $0.arrayValue ?? [$0] } ?? []
    let entries = Merge.canonical(before + found.map(\.entry))
    return entries.isEmpty ? nil : .array(entries)
  }
}

// MARK: The list of conflicts

extension Merge {
  /// How many conflicts of one field a record keeps; the log has them all.
  static let mostConflictsOfAField = 8

  /// Conflicts in their one order, each once: by field, then by the version that does not stand, the
  /// oldest first; of a field only the latest eight.
  static func canonical(_ entries: [Value]) -> [Value] {
    let sorted = Set(entries).map { ($0, place(of: $0)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    var counts: [String: Int] = [:]
    let latestFirst = sorted.reversed().filter { entry in
      guard let field = entry["field"]?.stringValue else { return true }
      counts[field, default: 0] += 1
      return counts[field, default: 0] <= mostConflictsOfAField
    }
    return latestFirst.reversed()
  }

  /// What a conflict is ordered by; times sort as they are written.
  private static func place(of entry: Value) -> [UInt8] {
    let other = entry["other"]
    let names = [entry["field"], other?["at"], other?["by"]].map { $0?.stringValue ?? "" }
    return Array(names.joined(separator: "\0").utf8) + [0] + entry.canonicalBytes
  }
}

extension FieldConflict {
  /// The conflict as it stands in a record.
  var entry: Value {
    guard let value = try? Value(encoding: self) else {
      preconditionFailure("Every conflict can be written as JSON.")
    }
    return value
  }
}

extension Object {
  func without(_ key: String) -> Object {
    var object = self
    object[key] = nil
    return object
  }
}
