/// A list on the screen: its rows by name, the selected one, and how far it is scrolled.
///
/// The selection is a name, never a row number, and the order stands still until somebody asks for
/// another one.
package struct ListState<ID: Hashable & Sendable>: Equatable, Sendable {
  /// The rows that are shown, in their order.
  package private(set) var rows: [ID] = []
  package private(set) var selected: ID?

  /// How many rows there are without the filter.
  package private(set) var total = 0

  /// What the rows are narrowed to; empty shows all.
  package var filter = LineEditor()

  /// The first row in sight.
  package private(set) var scroll = 0

  /// What was selected before a filter left no rows: with more rows it may be there again.
  private var lost: ID?

  /// Where the selection was last found: a guess that spares a search, never trusted.
  private var guess = 0

  package init() {}

  /// The row number of the selection, or `nil` without one.
  package var selectedRow: Int? {
    selected.flatMap(row)
  }

  /// The row number of a name, looked for where the selection is, beside it and at the end first.
  func row(of id: ID) -> Int? {
    [guess, guess + 1, guess - 1, rows.count - 1].first {
      rows.indices.contains($0) && rows[$0] == id
    }
      ?? rows.firstIndex(of: id)
  }

  /// Puts other rows in place of these; the selection stays with its name where that is possible,
  /// else it stays at its row number.
  package mutating func show(_ rows: [ID], of total: Int) {
    let former = selectedRow ?? 0
    self.rows = rows
    self.total = total
    if rows.isEmpty { lost = selected ?? lost }
    if let wanted = selected ?? lost, let row = rows.firstIndex(of: wanted) {
      selectRow(row)
      lost = nil
    } else {
      selectRow(former)
    }
  }

  /// Adds a row at the end, where it moves no other; `isShown` is whether the filter lets it pass.
  mutating func append(_ id: ID, isShown: Bool) {
    total += 1
    guard isShown, row(of: id) == nil else { return }
    rows.append(id)
    if selected == nil, lost == nil { selectRow(0) }
  }

  /// Takes a row out that is not the selected one.
  mutating func remove(_ id: ID) {
    guard id != selected, let row = row(of: id) else { return }
    rows.remove(at: row)
    total -= 1
    if row < scroll { scroll -= 1 }
  }

  package mutating func select(_ id: ID) {
    guard let row = row(of: id) else { return }
    selected = id
    guess = row
  }

  /// Selects the row a number of rows away, at most the first or last.
  package mutating func move(by rows: Int) { selectRow((selectedRow ?? 0) + rows) }

  package mutating func goFirst() { selectRow(0) }

  package mutating func goLast() { selectRow(rows.count - 1) }

  /// Scrolls so far that the selection is among so many rows in sight.
  package mutating func keepInSight(height: Int) {
    let row = selectedRow ?? 0
    let height = max(1, height)
    scroll = min(max(scroll, row - height + 1), row)
    scroll = max(0, min(scroll, rows.count - height))
  }

  /// The rows in sight.
  package func visible(height: Int) -> ArraySlice<ID> {
    rows[min(scroll, rows.count)..<min(scroll + max(0, height), rows.count)]
  }

  /// What stands in the lower border: how many of how many, where not all are in sight.
  package func note(height: Int) -> String {
    guard !rows.isEmpty else { return total == 0 ? "" : "0 of \(total)" }
    if rows.count == total, rows.count <= height { return "" }
    return "\((selectedRow ?? 0) + 1) of \(rows.count)" + (rows.count == total ? "" : " (\(total))")
  }

  private mutating func selectRow(_ row: Int) {
    guess = min(max(row, 0), max(0, rows.count - 1))
    selected = rows.isEmpty ? nil : rows[guess]
  }
}
