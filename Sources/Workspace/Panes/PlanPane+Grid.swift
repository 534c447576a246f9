import Domain
import Screen

/// What a column of the grid shows.
private enum GridColumn: Hashable, Sendable {
  case p(Int), total
}

extension WorkspaceState {
  func drawPlan(on canvas: inout Canvas) {
    switch plan.view {
    case .grid: drawGrid(in: body, on: &canvas)
    case .area: drawCards(in: body, on: &canvas)
    case .list: drawActions(in: body, on: &canvas)
    case .action: drawSheet(in: body, on: &canvas)
    }
  }

  /// How many rows of the grid are in sight, above the totals and the actions of a cell.
  var gridHeight: Int { max(1, gridArea.height - 4) }

  /// The grid's rectangle: as high as its rows, where there is room for a second box below it.
  private var gridArea: Rect {
    let wanted = plan.grid.rows.count + 4
    guard body.height >= 20, !isZoomed, plan.grid.rows.count > 0 else { return body }
    return body.splitTop(min(wanted, body.height - 6)).top
  }

  private func drawGrid(in area: Rect, on canvas: inout Canvas) {
    let (top, bottom) = area.splitTop(gridArea.height)
    drawGridRows(in: top, on: &canvas)
    if bottom.height > 2 { drawCell(in: bottom, on: &canvas) }
  }

  private func drawGridRows(in area: Rect, on canvas: inout Canvas) {
    let filter = plan.grid.filter.text
    let damaged = unreadable.count { $0.file.hasPrefix("actions/") }
    let inside = canvas.box(
      area, title: filter.isEmpty ? "Plan · all areas" : "Plan · all areas · /\(filter)",
      note: damaged == 0
        ? plan.grid.note(height: gridHeight) : "\(damaged) cannot be read, :problems tells")
    let layout = gridLayout(width: inside.width)
    let (headings, rest) = inside.splitTop(1)
    let (rows, totals) = rest.splitBottom(1)
    layout.drawHeadings(title: "     Area", in: headings, on: &canvas)
    for (index, row) in plan.grid.visible(height: rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      drawGridRow(row, layout, in: place, on: &canvas)
    }
    if plan.grid.rows.isEmpty {
      let text =
        plan.grid.total == 0
        ? emptiness("There is no priority area yet: a in Areas, 1, adds one.")
        : "No area fits the filter: Esc drops it."
      canvas.write(text, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
    drawTotals(layout, in: totals, on: &canvas)
  }

  private func gridLayout(width: Int) -> ColumnLayout<GridColumn> {
    let ps = board.ps
    let total = width < 60 ? 6 : width < 90 ? 9 : 12
    let room = (width - 20 - total) / max(1, ps.count)
    let cell = min(max(room, 5), 16)
    let isShort = cell < 9
    return ColumnLayout(
      ps.enumerated().map { index, p in
        Column(
          .p(index), isShort ? abbreviation(of: p.title) : p.title, width: cell, align: .left,
          spare: 1 + abs(index - plan.column))
      } + [Column(.total, "Total", width: total, align: .left, spare: 1_000)],
      width: width, leastTitle: 14)
  }

  private func drawGridRow(
    _ row: PlanPane.Row, _ layout: ColumnLayout<GridColumn>, in place: Rect,
    on canvas: inout Canvas
  ) {
    let isSelected = row == plan.grid.selected
    let area = row.area.flatMap { board[$0] }
    let style: Style = area?.status == .closed ? .faint : .plain
    if let area {
      let number = area.number.map { $0 < 10 ? " \($0)" : "\($0)" } ?? "  "
      let mark = area.status == .focus ? "*" : area.status == .closed ? "x" : " "
      writeTitle(
        " \(mark)\(number) \(area.title)", of: area.recordName, width: layout.titleWidth,
        in: place, style: isSelected ? .strong : style, on: &canvas)
    } else {
      canvas.write(
        "     \(PlanPane.noArea)", x: place.x, y: place.y, width: layout.titleWidth, in: place)
    }
    if isSelected { canvas.write(">", x: place.x, y: place.y, in: place, style: .strong) }
    for (column, x) in layout.columns {
      let (text, style) = gridCell(column, of: row.area, isOpen: area?.status != .closed)
      layout.write(text, column, x, in: place, style: style, on: &canvas)
      if isSelected, column.id == .p(plan.column) {
        let cell = Rect(x: place.x + x, y: place.y, width: column.width, height: 1)
        canvas.restyle(cell) { $0.selected }
        canvas.cursor = Position(x: place.x + x + 1, y: place.y)
      }
    }
  }

  private func gridCell(
    _ column: Column<GridColumn>, of area: Identifier<Area>?, isOpen: Bool
  ) -> (String, Style) {
    let summary = summaries[area]
    switch column.id {
    case .p(let index):
      guard let cell = summary.cells[board.ps[index].id] else {
        return area == nil || !isOpen || !tellsAbsence ? (".", .faint) : ("gap", .warning)
      }
      return (text(of: cell, width: column.width - 1), style(of: cell))
    case .total:
      let count = summary.cells.values.reduce(0) { $0 + $1.actions.count }
      return (totalText(count, late: summary.late, width: column.width - 1), .plain)
    }
  }

  /// A cell in a few letters: `3 A1 R1 late 1`, or where that is too long `3 R late 1` or `3R!`.
  private func text(of cell: PlanCell, width: Int) -> String {
    let count = "\(cell.actions.count)"
    let late = cell.late == 0 ? "" : " late \(cell.late)"
    let legend = board.settings.statusLegend.ranked().reversed()
    let statuses = legend.compactMap { id, status in
      cell.statuses[id].map { " \(status.letter)\($0)" }
    }
    let worst = board.worstStatus(in: cell)?.status.letter ?? ""
    let texts = [
      count + statuses.joined() + late, count + (worst.isEmpty ? "" : " \(worst)") + late,
      count + worst + (cell.late == 0 ? "" : "!"),
    ]
    return texts.first { TextWidth.columns(of: $0) <= width } ?? texts[2]
  }

  private func style(of cell: PlanCell) -> Style {
    if cell.late > 0 { return .alarm }
    return board.worstStatus(in: cell)?.status.letter == "R" ? .alarm : .plain
  }

  private func totalText(_ count: Int, late: Int, width: Int) -> String {
    guard late > 0 else { return count == 0 ? "." : "\(count)" }
    let long = "\(count) late \(late)"
    return long.utf8.count <= width ? long : "\(count) !\(late)"
  }

  /// What all areas have under each P: how many actions, how many areas have none, what is late.
  private func drawTotals(
    _ layout: ColumnLayout<GridColumn>, in row: Rect, on canvas: inout Canvas
  ) {
    canvas.write(
      "     All", x: row.x, y: row.y, width: layout.titleWidth, in: row, style: .heading)
    for (column, x) in layout.columns {
      layout.write(
        total(column), column, x, in: row, style: .heading, on: &canvas)
    }
  }

  private func total(_ column: Column<GridColumn>) -> String {
    switch column.id {
    case .p(let index):
      let total = plan.totals[board.ps[index].id]
      let gaps =
        total.gaps > 0 && tellsAbsence
        ? ", \(total.gaps) \(total.gaps == 1 ? "gap" : "gaps")" : ""
      let late = total.late > 0 ? " late \(total.late)" : ""
      let texts = ["\(total.actions)\(late)\(gaps)", "\(total.actions)\(late)"]
      return texts.first { $0.utf8.count < column.width } ?? "\(total.actions)"
    case .total:
      let all = plan.totals.all
      return totalText(all.actions, late: all.late, width: column.width - 1)
    }
  }

  // MARK: The cell below

  private func drawCell(in area: Rect, on canvas: inout Canvas) {
    guard plan.cells.indices.contains(plan.column), let p = selectedP else { return }
    let cell = plan.cells[plan.column]
    let inside = canvas.box(
      area, title: "\(plannedTitle) · \(board.title(of: p))",
      note: cell.rows.count > area.height - 2 ? "\(area.height - 2) of \(cell.rows.count)" : "")
    guard !cell.rows.isEmpty else {
      canvas.write(gapSentence, x: inside.x + 1, y: inside.y, in: inside, style: .warning)
      return
    }
    for (index, id) in cell.rows.prefix(inside.height).enumerated() {
      let row = Rect(x: inside.x, y: inside.y + index, width: inside.width, height: 1)
      drawActionRow(id, isSelected: false, hasArea: false, in: row, on: &canvas)
    }
  }

  /// What an empty cell says.
  var gapSentence: String {
    guard let p = selectedP else { return "" }
    return emptiness(
      plannedArea == nil
        ? "Nothing here." : "\(board.title(of: p)) is a gap: a adds an action.")
  }
}
