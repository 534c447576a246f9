import JSON

extension Merge {
  /// How many conflicts of one field a record keeps; the log has them all.
  static let mostConflictsOfAField = 8

  /// The conflicts of both sides that neither has settled, and those that were found.
  mutating func conflicts(_ base: Value?, _ one: Value?, _ two: Value?) -> Value? {
    let merged = field(base, one, two, at: [Header.conflicts])
    if found.isEmpty, merged == one || merged == two { return merged }
    let before = merged.stated.map { $0.arrayValue ?? [$0] } ?? []
    let entries = Merge.canonical(before, and: found.map(\.entry))
    return entries.isEmpty ? nil : .array(entries)
  }

  /// Conflicts in their one order, each once: by field, then by the version that does not stand, the
  /// oldest first; of a field only the latest eight.
  ///
  /// Entries that differ only in what was kept tell of one lost value; the first of them stays. What
  /// was just found stays, however old it says it is: no log has it yet.
  static func canonical(_ known: [Value], and found: [Value]) -> [Value] {
    let sorted = Set(known + found).map(Entry.init).sorted()
    var single: [Entry] = []
    for entry in sorted where entry.loss != single.last?.loss { single.append(entry) }
    let lost = Set(found.map { Entry($0).loss })
    var counts: [String: Int] = [:]
    for entry in single where lost.contains(entry.loss) {
      entry.value["field"]?.stringValue.map { counts[$0, default: 0] += 1 }
    }
    let latestFirst = single.reversed().filter { entry in
      guard let field = entry.value["field"]?.stringValue, !lost.contains(entry.loss) else {
        return true
      }
      counts[field, default: 0] += 1
      return counts[field, default: 0] <= mostConflictsOfAField
    }
    return latestFirst.reversed().map(\.value)
  }

  /// One entry of the list, which need not be a conflict as we write it.
  private struct Entry: Comparable {
    let value: Value

    /// The bytes of all but what was kept.
    let loss: [UInt8]

    /// What the entry is ordered by; times sort as they are written.
    private let place: [UInt8]

    init(_ value: Value) {
      self.value = value
      loss = (value.objectValue.map { .object($0.without("kept")) } ?? value).canonicalBytes
      place =
        Entry.bytes(value["field"]) + Entry.bytes(value["other"]) + loss
        + Entry.bytes(value["kept"]) + value.canonicalBytes
    }

    /// A field, or the time and writer of a version; canonical bytes have no zero in them.
    private static func bytes(_ value: Value?) -> [UInt8] {
      [value?.stringValue, value?["at"]?.stringValue, value?["by"]?.stringValue]
        .flatMap { Array(($0 ?? "").utf8) + [0] }
    }

    static func < (one: Entry, other: Entry) -> Bool {
      one.place.lexicographicallyPrecedes(other.place)
    }
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
