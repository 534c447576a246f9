import Domain

/// The marked rows of a pane, by the names of their records: they outlive filter, order and change.
struct RowMarks: Equatable, Sendable {
  /// What is marked, apart from a range that has not ended.
  private var names: Set<RecordName> = []

  /// What stands between the start of a range and the cursor.
  private var range: Set<RecordName> = []

  /// Where a range began that follows the cursor; `nil` while there is none.
  private(set) var start: RecordName?

  var isEmpty: Bool { names.isEmpty && range.isEmpty }

  /// All that is marked.
  var all: Set<RecordName> { range.isEmpty ? names : names.union(range) }

  var count: Int { range.isEmpty ? names.count : all.count }

  func contains(_ name: RecordName) -> Bool { names.contains(name) || range.contains(name) }

  /// Marks a row, or takes its mark away.
  mutating func exchange(_ name: RecordName) {
    if names.remove(name) == nil { names.insert(name) }
  }

  mutating func insert(_ others: some Sequence<RecordName>) { names.formUnion(others) }

  /// Takes marks away, those of a range too.
  mutating func remove(_ name: RecordName) {
    names.remove(name)
    range.remove(name)
  }

  /// Begins a range, which is a single row so far.
  mutating func beginRange(at name: RecordName) {
    start = name
    range = [name]
  }

  /// Lets the range reach from its start to the cursor; it ends where one of them is not shown.
  mutating func stretch(to cursor: RecordName?, among rows: [RecordName]) {
    guard let start else { return }
    guard let first = rows.firstIndex(of: start),
      let last = cursor.flatMap({ rows.firstIndex(of: $0) })
    else { return endRange() }
    range = Set(rows[min(first, last)...max(first, last)])
  }

  /// Keeps what the range holds, and lets the cursor go on without it.
  mutating func endRange() {
    names = all
    range = []
    start = nil
  }
}
