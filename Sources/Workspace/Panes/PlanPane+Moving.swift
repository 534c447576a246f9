import Domain

extension WorkspaceState {
  mutating func moveInPlan(rows: Int) {
    switch plan.view {
    case .grid:
      plan.grid.move(by: rows)
      enterArea()
    case .area:
      if plan.cells.indices.contains(plan.column) { plan.cells[plan.column].move(by: rows) }
    case .list: plan.list.move(by: rows)
    case .action: plan.sheet.move(by: rows)
    }
  }

  mutating func moveInPlan(columns: Int) {
    guard [.grid, .area].contains(plan.view) else { return }
    plan.column = min(max(plan.column + columns, 0), max(0, board.ps.count - 1))
  }

  /// Takes the previous or next area, in every view.
  mutating func changePlannedArea(by step: Int) {
    plan.grid.move(by: step)
    enterArea()
  }

  /// Goes into what is selected: from the grid to the plan of an area, from there to an action.
  mutating func openInPlan() -> [Effect] {
    if plan.view == .grid {
      plan.view = .area
    } else if let action = selectedAction {
      openSheet(of: action.id)
    }
    return []
  }

  var whyNotOpenedInPlan: String? {
    switch plan.view {
    case .grid: plan.grid.selected == nil ? "there is no area yet." : nil
    case .area: selectedAction == nil ? "there is no action here: a adds one." : whyGhost
    case .list, .action: selectedAction == nil ? "nothing is selected." : whyGhost
    }
  }

  /// Shows another view: the grid, the plan of the area, and lists of the actions of all areas.
  mutating func changeView(by step: Int) {
    closeSheet()
    let action = selectedAction?.id
    let lists = PlanPane.Selection.allCases.count
    let now =
      switch plan.view {
      case .grid: 0
      case .area, .action: 1
      case .list: 2 + (PlanPane.Selection.allCases.firstIndex(of: plan.selection) ?? 0)
      }
    switch min(max(now + step, 0), lists + 1) {
    case 0: plan.view = .grid
    case 1: plan.view = .area
    case let next: showActions(PlanPane.Selection.allCases[next - 2])
    }
    if let action, plan.view != .grid { keep(action) }
  }

  /// Lists some of the actions of all areas.
  mutating func showActions(_ selection: PlanPane.Selection) {
    plan.view = .list
    plan.selection = selection
    sortActions()
  }

  /// Keeps the cursor on an action where the view shows it.
  private mutating func keep(_ action: Identifier<Action>) {
    if plan.view == .list { plan.list.select(action) } else { select(action: action) }
  }

  /// Whether there is a level to go back to.
  var isInsidePlan: Bool { pane == .plan && plan.view != .grid }

  // MARK: Attention

  /// Goes to the next gap or late action: in this cell, in those that follow, and around.
  mutating func goToNextInPlan() {
    if case .action = plan.view { return goToNextShortcoming() }
    guard plan.view != .list else { return goToLateAction() }
    if plan.view == .area, goToLateCard(below: true) { return }
    let width = board.ps.count
    let all = plan.grid.rows.count * width
    let here = (plan.grid.selectedRow ?? 0) * width + plan.column
    // The last one of the circle is the cell one is in.
    let next = (1...max(1, all)).lazy.map { (here + $0) % max(1, all) }
      .first { wantsAttention(row: $0 / width, column: $0 % width) }
    guard let next else {
      flash = tellsAbsence ? "No gap, and nothing is late." : "Nothing is late."
      return
    }
    if next / width != plan.grid.selectedRow {
      plan.grid.move(by: next / width - (plan.grid.selectedRow ?? 0))
      enterArea()
    }
    plan.column = next % width
    if plan.view == .area { _ = goToLateCard(below: false) }
  }

  /// What the area is called whose plan is shown.
  var plannedTitle: String { plannedArea.map { board[$0]?.title ?? $0.text } ?? PlanPane.noArea }

  /// Whether a cell of the grid is a gap or has late actions.
  private func wantsAttention(row: Int, column: Int) -> Bool {
    guard plan.grid.rows.indices.contains(row) else { return false }
    let area = plan.grid.rows[row].area
    guard area.flatMap({ board[$0]?.status }) != .closed else { return false }
    guard let cell = summaries[area].cells[board.ps[column].id] else {
      return area != nil && tellsAbsence
    }
    return cell.late > 0
  }

  /// Goes to a late card of the column, below the selected one or anywhere.
  private mutating func goToLateCard(below: Bool) -> Bool {
    guard plan.cells.indices.contains(plan.column) else { return false }
    let cell = plan.cells[plan.column]
    let start = below ? (cell.selectedRow ?? -1) + 1 : 0
    guard let late = cell.rows.dropFirst(start).first(where: isLate) else { return false }
    plan.cells[plan.column].select(late)
    return true
  }

  /// Shows the plan of an area, with the cursor on its first gap, else on its first late action.
  mutating func openPlan(of area: Identifier<Area>) {
    show(.plan)
    plan.view = .area
    showPlan(of: area)
    let cells = summaries[area].cells
    let gap = tellsAbsence ? board.ps.firstIndex { cells[$0.id] == nil } : nil
    plan.column = gap ?? board.ps.firstIndex { cells[$0.id]?.late ?? 0 > 0 } ?? 0
    if gap == nil { _ = goToLateCard(below: false) }
  }

  private mutating func goToLateAction() {
    let rows = plan.list.rows
    let now = plan.list.selectedRow
    let start = now.map { $0 + 1 } ?? 0
    let late =
      (start..<rows.count).first { isLate(rows[$0]) } ?? (0..<start).first { isLate(rows[$0]) }
    guard let late else {
      flash = "None of these is late."
      return
    }
    plan.list.move(by: late - (now ?? 0))
  }

  private func isLate(_ action: Identifier<Action>) -> Bool {
    board[action]?.isLate(on: today) ?? false
  }
}
