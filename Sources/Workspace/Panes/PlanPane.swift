package import Domain

/// The 4P plans: the grid of all areas, the plan of one, and actions across all areas.
package struct PlanPane: Sendable {
  /// What the pane shows.
  package enum View: Equatable, Sendable {
    /// Areas × Ps, a cell for the actions of each pair.
    case grid
    /// The actions of one area as cards, a column for each P.
    case area
    /// Actions of all areas, one a row.
    case list
    /// The whole of one action, entry by entry.
    case action(Identifier<Action>)
  }

  /// A row of the grid.
  enum Row: Hashable, Sendable {
    case area(Identifier<Area>)
    /// The actions that belong to no area.
    case none

    var area: Identifier<Area>? {
      if case .area(let id) = self { id } else { nil }
    }
  }

  package internal(set) var view = View.grid

  /// The rows of the grid; the selected one is the area whose plan is shown.
  var grid = ListState<Row>()

  /// What the rows of the grid have together.
  var totals = PlanTotals()

  /// The P the cursor is on, as a place among those of the board.
  var column = 0

  /// The cards of the area, by P in the order of the board.
  var cells: [ListState<Identifier<Action>>] = []

  /// Whether actions were put in place since the cards were put in their order.
  var isOutOfOrder = false

  /// What the cards are narrowed to.
  var cardFilter = LineEditor()

  var list = ListState<Identifier<Action>>()
  package internal(set) var selection = Selection.all

  /// Whose actions the list shows; `nil` takes everyone's.
  package internal(set) var agency: Identifier<Partner>?
  /// The entries of the whole action.
  var sheet = ListState<SheetEntry>()

  /// The view that the whole action is left for.
  var below = View.grid

  var order = ListOrder.due
  var isReversed = false
}

extension WorkspaceState {
  /// The area whose row or plan the cursor is in; `nil` for the actions of no area.
  var plannedArea: Identifier<Area>? { plan.grid.selected?.area }

  /// The P the cursor is on.
  var selectedP: Identifier<P>? {
    board.ps.indices.contains(plan.column) ? board.ps[plan.column].id : nil
  }

  /// Where an action would be added; `nil` in a view that shows no cells.
  var selectedCell: (area: Identifier<Area>?, p: Identifier<P>)? {
    guard pane == .plan, [.grid, .area].contains(plan.view), plan.grid.selected != nil,
      let p = selectedP
    else {
      return nil
    }
    return (plannedArea, p)
  }

  /// The action under the cursor; `nil` where there is none.
  var selectedAction: Record<Action>? {
    guard pane == .plan else { return nil }
    let id: Identifier<Action>? =
      switch plan.view {
      case .grid: nil
      case .area: plan.cells.indices.contains(plan.column) ? plan.cells[plan.column].selected : nil
      case .list: plan.list.selected
      case .action(let id): id
      }
    return id.flatMap { board[$0] }
  }

  /// The record under the cursor: in the grid the area.
  var selectedInPlan: RecordName? {
    plan.view == .grid ? plannedArea.map { RecordName($0) } : selectedAction?.recordName
  }

  // MARK: Rows

  /// Works out what the pane shows.
  mutating func sortPlan() {
    sortGrid()
    sortCells()
    sortActions()
  }

  /// Puts the areas in their order again, narrowed to the filter.
  mutating func sortGrid() {
    let filter = plan.grid.filter.text.trimmed
    let ordered = board.orderedAreas
    let hasHomeless = !summaries[nil].cells.isEmpty
    var rows = ordered.filter { $0.title.containsFolded(filter) }.map { PlanPane.Row.area($0.id) }
    if hasHomeless, PlanPane.noArea.containsFolded(filter) { rows.append(.none) }
    plan.grid.show(rows, of: ordered.count + (hasHomeless ? 1 : 0))
    countTotals()
  }

  /// Puts the cards of the area in their order again, narrowed to the filter.
  mutating func sortCells() {
    plan.isOutOfOrder = false
    let filter = plan.cardFilter.text.trimmed.folded
    let planned = plan.grid.selected == nil ? [:] : summaries[plannedArea].cells
    plan.cells = board.ps.enumerated().map { index, p in
      var list = plan.cells.indices.contains(index) ? plan.cells[index] : ListState()
      let all = board.ordered(planned[p.id]?.actions ?? [])
      list.show(all.filter { $0.isFound(filter, on: board) }.map(\.id), of: all.count)
      return list
    }
    plan.column = min(plan.column, max(0, plan.cells.count - 1))
  }

  /// Puts the cards in their order again after an act: once, however many actions it changed.
  mutating func settleCells() {
    if plan.isOutOfOrder { sortCells() }
  }

  /// Shows the plan of an area.
  mutating func showPlan(of area: Identifier<Area>?) {
    let row = area.map { PlanPane.Row.area($0) } ?? .none
    if !plan.grid.rows.contains(row) {
      plan.grid.filter = LineEditor()
      sortGrid()
    }
    plan.grid.select(row)
    enterArea()
  }

  /// Shows the plan of the area that is selected in the grid.
  mutating func enterArea() {
    area = plannedArea ?? area
    plan.cardFilter = LineEditor()
    plan.cells = []
    sortCells()
  }

  /// Moves the cursor to an action, in the list where that shows it, else in its area's plan.
  ///
  /// - Returns: Whether there is such an action.
  @discardableResult
  mutating func select(action id: Identifier<Action>) -> Bool {
    guard let action = board[id] else { return false }
    settleCells()
    if plan.view == .action(id) { return true }
    if plan.view == .list, plan.list.row(of: id) != nil {
      plan.list.select(id)
      return true
    }
    if plannedArea != action.area || plan.grid.selected == nil || plan.view != .area {
      plan.view = .area
      showPlan(of: action.area)
    }
    guard let column = board.ps.firstIndex(where: { $0.id == action.p }),
      plan.cells.indices.contains(column)
    else { return false }
    if !plan.cells[column].rows.contains(id) {
      plan.cardFilter = LineEditor()
      sortCells()
    }
    plan.column = column
    plan.cells[column].select(id)
    return plan.cells[column].selected == id
  }

  // MARK: The list in front

  /// What the view's rows or cards are narrowed to.
  var planFilter: LineEditor {
    switch plan.view {
    case .grid: plan.grid.filter
    case .area: plan.cardFilter
    case .list: plan.list.filter
    case .action: LineEditor()
    }
  }

  mutating func changePlanFilter(_ change: (inout LineEditor) -> Void) {
    switch plan.view {
    case .grid:
      change(&plan.grid.filter)
      sortGrid()
      enterArea()
    case .area:
      change(&plan.cardFilter)
      sortCells()
    case .list:
      change(&plan.list.filter)
      sortActions()
    case .action: break
    }
  }

  /// The records that are shown, in the order of their rows or cards.
  var namesInPlan: [RecordName] {
    switch plan.view {
    case .grid: plan.grid.rows.compactMap { $0.area.map { RecordName($0) } }
    case .area: plan.cells.flatMap { $0.rows.map { RecordName($0) } }
    case .list: plan.list.rows.map { RecordName($0) }
    case .action(let id): [RecordName(id)]
    }
  }

  /// Takes a card or row out that was left.
  mutating func dropFromPlan(_ action: Identifier<Action>) {
    for column in plan.cells.indices { plan.cells[column].remove(action) }
    plan.list.remove(action)
  }

  // MARK: Changes

  /// Puts an action in place, and keeps all that follows from it right.
  ///
  /// - Returns: Its edit; `nil` when it says the same already.
  mutating func put(action: Record<Action>) -> Edit? { putAndFollow(action) }

  /// Whether a change may move cards: not where an action stays in its place.
  func movesCards<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?
  ) -> Bool {
    guard plan.cardFilter.text.isEmpty, let old = old as? Record<Action>,
      let action = record as? Record<Action>
    else { return true }
    return (action.isDeleted, action.area, action.p, action.phase, action.rank, action.supersedes)
      != (old.isDeleted, old.area, old.p, old.phase, old.rank, old.supersedes)
  }

  /// Takes in an action that came in: a new one stands last, and nothing else moves.
  mutating func listInPlan(_ action: Record<Action>, isNew: Bool) {
    guard isNew else { return }
    if accepts(action) { plan.list.append(action.id, isShown: isListed(action)) }
    guard plan.grid.selected != nil, action.area == plannedArea,
      let column = board.ps.firstIndex(where: { $0.id == action.p }),
      summaries.successor(of: action.id) == nil, plan.cells.indices.contains(column)
    else { return }
    let filter = plan.cardFilter.text.trimmed.folded
    plan.cells[column].append(action.id, isShown: action.isFound(filter, on: board))
  }
}

extension PlanPane {
  /// What the actions without an area are called.
  static let noArea = "No area"
}

extension Record<Action> {
  /// Whether the action is found by a text that is folded already: by what it says, or by who owns
  /// it.
  func isFound(_ needle: String, on board: Board) -> Bool {
    needle.isEmpty || content.recommendation.contains(folded: needle)
      || ([content.lead].compactMap(\.self) + content.owners.keys).contains {
        board[$0]?.name.contains(folded: needle) ?? false
      }
  }
}
