import Domain
import Screen

/// What a column of the list of actions shows.
private enum ActionColumn: Hashable, Sendable {
  case area, p, lead, due
}

extension WorkspaceState {
  /// Draws the actions of all areas, one a row.
  func drawActions(in area: Rect, on canvas: inout Canvas) {
    let filter = plan.list.filter.text
    let inside = canvas.box(
      area, title: filter.isEmpty ? listTitle : "\(listTitle) · /\(filter)",
      note: plan.list.note(height: max(0, area.height - 3)))
    let (headings, rows) = inside.splitTop(1)
    actionLayout(width: inside.width, hasArea: true)
      .drawHeadings(title: "  S Action", in: headings, on: &canvas)
    for (index, id) in plan.list.visible(height: rows.height).enumerated() {
      let row = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      drawActionRow(id, isSelected: id == plan.list.selected, hasArea: true, in: row, on: &canvas)
    }
    if plan.list.rows.isEmpty {
      canvas.write(emptyListText, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
  }

  private func actionLayout(width: Int, hasArea: Bool) -> ColumnLayout<ActionColumn> {
    let area = [Column<ActionColumn>(.area, "Area", width: 22, align: .left, spare: 2)]
    return ColumnLayout(
      (hasArea ? area : []) + [
        Column(.p, "P", width: 4, align: .left, spare: hasArea ? 1 : 9),
        Column(.lead, "Lead", width: 20, align: .left, spare: 3),
        Column(.due, "Due", width: 19, align: .left),
      ], width: width, leastTitle: width < 60 ? 16 : 30)
  }

  func drawActionRow(
    _ id: Identifier<Action>, isSelected: Bool, hasArea: Bool, in row: Rect,
    on canvas: inout Canvas
  ) {
    guard let action = board[id] else { return }
    let layout = actionLayout(width: row.width, hasArea: hasArea)
    let letter = board.statusLetter(of: action) ?? "."
    writeTitle(
      "    \(action.recommendation)", of: action.recordName, width: layout.titleWidth, in: row,
      on: &canvas)
    canvas.write(letter, x: row.x + 2, y: row.y, in: row, style: statusStyle(letter))
    for (column, x) in layout.columns {
      let (text, style) = actionCell(column.id, of: action, width: column.width - 1)
      layout.write(text, column, x, in: row, style: style, on: &canvas)
    }
    if isSelected { canvas.markSelected(row) }
  }

  private func actionCell(
    _ column: ActionColumn, of action: Record<Action>, width: Int
  ) -> (String, Style) {
    switch column {
    case .area: return (action.area.map { board[$0]?.title ?? $0.text } ?? "", .faint)
    case .p: return (abbreviation(of: board.title(of: action.p)), .plain)
    case .lead:
      guard let lead = action.lead else {
        let lack = missing("no lead")
        return (lack.text, lack.style)
      }
      return (board[lead]?.name ?? lead.text, .plain)
    case .due:
      if let done = action.done { return ("done \(done.words)", .good) }
      guard let due = action.nextMilestone?.milestone.due else { return ("no date", .warning) }
      let days = today.firstDayNumber - due.lastDayNumber
      return days > 0 ? ("\(due.words) LATE", .alarm) : (due.words, .plain)
    }
  }

  // MARK: What is selected

  /// The whole of what the cursor is on, in a line.
  var planDetail: String {
    if case .action = plan.view { return sheetDetail }
    guard plan.view != .grid, let action = selectedAction else {
      return plan.view == .list ? "" : cellDetail
    }
    let lacks = shortcomings(of: action)
    let first = lacks.first.map { whyReadOnly == nil ? "\($0.what): \($0.remedy)" : $0.what }
    let others = lacks.dropFirst().map(\.what).list
    let owners = board.owners(of: action.content).map { board[$0]?.name ?? $0.text }
    return [
      refusals(board.refusedRequests(of: action)).first?.text, first,
      others.isEmpty ? nil : "also \(others)", statusWords(action), action.recommendation,
      action.nextMilestone.map { "Milestone: \($0.milestone.text)" },
      owners.isEmpty ? nil : "Owners: \(owners.list)",
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// The status of an action with its reason, and what its dates speak for where that differs.
  private func statusWords(_ action: Record<Action>) -> String? {
    let status = action.status.flatMap { board.settings.statusLegend[$0]?.title }
    let reason = action.latestStatusChange.map { ": \($0.reason)" } ?? ""
    let suggestion = board.suggestedStatus(of: action, today: today)
      .flatMap { suggestion in
        suggestion.status == action.status
          ? nil
          : board.settings.statusLegend[suggestion.status].map {
            "the dates suggest \($0.title.lowercased())"
          }
      }
    let parts = [status.map { $0 + reason }, suggestion].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var cellDetail: String {
    guard plan.grid.selected != nil, let p = selectedP else { return "" }
    guard let cell = summaries[plannedArea].cells[p] else {
      return "\(plannedTitle): \(gapSentence)"
    }
    let late = cell.late == 0 ? "" : ", \(cell.late) late"
    let count = cell.actions.count == 1 ? "1 action" : "\(cell.actions.count) actions"
    return "\(plannedTitle) · \(board.title(of: p)): \(count)\(late)."
  }

  /// The likeliest keys in the plan.
  var planHints: [Command] {
    switch plan.view {
    case .grid: [.open, .nextAttention, .addAction, .nextView, .narrow]
    case .area:
      [
        .changeAction, .open, .setActionStatus, .setPartners, .setDates, .nextP, .addAction,
        .repeatChange, .nextAttention, .previousView, .narrow,
      ]
    case .list:
      [
        .open, .changeAction, .setActionStatus, .setPartners, .setDates, .repeatChange,
        .nextAttention, .previousView, .order, .narrow,
      ]
    case .action: sheetHints
    }
  }

  /// Scrolls the view so that the cursor is in sight.
  mutating func keepPlanInSight() {
    plan.grid.keepInSight(height: gridHeight)
    plan.list.keepInSight(height: listHeight)
    for column in plan.cells.indices { plan.cells[column].keepInSight(height: cardsInSight) }
  }
}
