/// Issues in descending order of one figure, kept sorted while figures change.
///
/// A sorted array is enough at 100,000 issues: a changed figure moves one entry, and only the
/// entries between its old and new place shift.
struct Ranking: Sendable {
  struct Entry: Hashable, Sendable {
    let figure: Exact
    let slot: Table<Issue>.Slot

    /// The greater figure first; of equal ones the earlier record.
    func precedes(_ other: Entry) -> Bool {
      figure == other.figure ? slot < other.slot : other.figure < figure
    }
  }

  private(set) var entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.precedes($1) }
  }

  /// How many entries have a greater figure.
  func count(above figure: Exact) -> Int {
    firstIndex { $0.figure <= figure }
  }

  /// The place of a figure in the place of its own former one, from 1; equal figures share the
  /// better place.
  func place(of figure: Exact, insteadOf own: Exact?) -> Int {
    count(above: figure) - (own.map { figure < $0 } == true ? 1 : 0) + 1
  }

  /// How many entries have this figure or a greater one.
  func count(from figure: Exact) -> Int {
    firstIndex { $0.figure < figure }
  }

  /// Moves, adds or removes one issue's entry.
  ///
  /// - Parameters:
  ///   - slot: The issue.
  ///   - old: The figure it was ranked by; `nil` when it was not ranked.
  ///   - new: The figure it is to be ranked by; `nil` when it is not to be ranked.
  mutating func move(_ slot: Table<Issue>.Slot, from old: Exact?, to new: Exact?) {
    let oldEntry = old.map { Entry(figure: $0, slot: slot) }
    let newEntry = new.map { Entry(figure: $0, slot: slot) }
    guard oldEntry != newEntry else { return }
    let oldIndex = oldEntry.map { entry in firstIndex { !$0.precedes(entry) } }
    let newIndex = newEntry.map { entry in firstIndex { !$0.precedes(entry) } }
    switch (oldIndex, newIndex, newEntry) {
    case (let from?, let to?, let entry?): shift(entry, from: from, to: from < to ? to - 1 : to)
    case (nil, let to?, let entry?): entries.insert(entry, at: to)
    case (let from?, _, _): entries.remove(at: from)
    default: break
    }
  }

  private mutating func shift(_ entry: Entry, from: Int, to: Int) {
    var index = from
    let step = to < from ? -1 : 1
    while index != to {
      entries[index] = entries[index + step]
      index += step
    }
    entries[to] = entry
  }

  /// The first index whose entry satisfies a condition that holds from there on.
  private func firstIndex(where holds: (Entry) -> Bool) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if holds(entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
