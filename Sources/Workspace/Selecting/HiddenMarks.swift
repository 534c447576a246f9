import Domain

/// How many marked actions the plan does not show: counted again only where rows or marks changed.
struct HiddenMarks: Sendable {
  private(set) var count = 0

  private var marks = RowMarks()
  private var rows: [[Identifier<Action>]] = []
  private var shown: Set<RecordName> = []

  /// Counts the marks that are not among some rows.
  mutating func count(_ marks: RowMarks, among rows: [[Identifier<Action>]]) {
    // Arrays and sets that nobody touched are known to be equal at a glance.
    let isSame = rows == self.rows
    if isSame, marks == self.marks { return }
    if !isSame { shown = Set(rows.joined().map { RecordName($0) }) }
    (self.marks, self.rows) = (marks, rows)
    count = marks.all.count { !shown.contains($0) }
  }
}

extension WorkspaceState {
  /// Counts the marked actions that are not in sight; nothing is kept while none is marked.
  mutating func countHiddenMarks() {
    guard pane == .plan, let marks = activeMarks else {
      hiddenMarks = HiddenMarks()
      return
    }
    let rows =
      switch plan.view {
      case .area: plan.cells.map(\.rows)
      case .list: [plan.list.rows]
      case .grid, .action: [[Identifier<Action>]]()
      }
    hiddenMarks.count(marks, among: rows)
  }
}
