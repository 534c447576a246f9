import JSON

extension HistoryEntry {
  /// Which act, when by the reader's clock, and who, as in
  /// `7 · 6 Feb 2018 10:42 anna changed it, undone since`.
  package func heading(minutesAhead: Int) -> String {
    let local = Timestamp(seconds: stamp.at.seconds + minutesAhead * 60)
    let day = local.date?.words ?? "long ago"
    let notes = [
      undoes.map { "taking back \($0)" },
      effective.map { "true from \($0.words)" },
      isTakenBack ? "undone since" : nil,
    ]
    return ["\(number) · \(day) \(local.clock) \(stamp.by) \(deed)"].appending(notes).joined(
      separator: ", ")
  }

  private var deed: String {
    switch fate {
    case .added: "added it"
    case .changed: "changed it"
    case .removed: "removed it"
    case .restored: "brought it back"
    }
  }
}

extension Board {
  /// What an act did to a record, a line a field: `volume: 0.5 → 3`.
  package func lines(of entry: HistoryEntry) -> [String] {
    lines(of: entry.changes, to: entry.record, isNew: entry.fate == .added)
  }

  /// What changes do to a record, a line a field; of a new record only to what.
  package func lines(
    of changes: [FieldChange], to record: RecordName, isNew: Bool
  ) -> [String] {
    let isOnlyOrder = changes.allSatisfy(\.isRank)
    let shown = changes.filter { isOnlyOrder || !$0.isRank }
    return groups(shown).map { line(of: $0, to: record, isNew: isNew) }
  }

  /// The changes that make a line each: an entry that was added or taken out is one.
  private func groups(_ changes: [FieldChange]) -> [[FieldChange]] {
    changes.reduce(into: []) { groups, change in
      if let last = groups.last?.last, change.old == nil, last.old == nil,
        change.path.count == 3, last.path.count == 3, last.path.prefix(2) == change.path.prefix(2)
      {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
  }

  private func line(
    of changes: [FieldChange], to record: RecordName, isNew: Bool
  ) -> String {
    guard let first = changes.first else { return "" }
    if first.isRank { return "moved in the order" }
    if first.path == [Header.conflicts] { return first.conflictLine }
    if changes.count > 1 { return addition(changes, to: first.path[0...1], of: record) }
    return difference(first, of: record, isNew: isNew)
  }

  /// An entry that was added to a list, with all its fields.
  private func addition(
    _ changes: [FieldChange], to entry: ArraySlice<String>, of record: RecordName
  ) -> String {
    let fields = changes.map { change in
      let words = words(for: change.new, in: change.path, of: record)
      return change.path.last == "value"
        ? words : "\(title(of: [change.path[2]], in: record)) \(words)"
    }
    return "\(title(of: Array(entry), in: record)): \(fields.joined(separator: ", "))"
  }

  /// One field from what to what, `volume: 0.5 → 3`; of a new record only to what.
  package func difference(
    _ change: FieldChange, of record: RecordName, isNew: Bool = false
  ) -> String {
    let field = title(of: change.path, in: record)
    let new = words(for: change.new, in: change.path, of: record)
    if isNew { return "\(field): \(new)" }
    let old = words(for: change.old, in: change.path, of: record)
    guard old == new, let before = change.old?.stringValue, let after = change.new?.stringValue
    else { return "\(field): \(old) → \(new)" }
    // Long texts that begin alike are told from where they differ on.
    let place = before.beginningOfDifference(from: after)
    return "\(field): \(before.asOneLine(from: place)) → \(after.asOneLine(from: place))"
  }
}

extension FieldChange {
  /// Whether it only gives something its place in a list.
  fileprivate var isRank: Bool { path.last == "rank" }

  /// What became of the record's conflicts.
  fileprivate var conflictLine: String {
    let fields = (new?.arrayValue ?? []).compactMap { $0["field"]?.stringValue }
    return fields.isEmpty
      ? "conflicts: settled" : "two values for \(fields.joined(separator: ", "))"
  }
}

extension [String] {
  fileprivate func appending(_ others: [String?]) -> [String] { self + others.compactMap(\.self) }
}
