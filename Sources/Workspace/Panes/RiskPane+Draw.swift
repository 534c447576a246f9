import Domain
import Screen

/// What a column of the matrix shows.
private enum RiskColumn: Hashable, Sendable {
  case flags, criterion(Int), total(Int), risk, grading
}

extension WorkspaceState {
  func drawRisk(on canvas: inout Canvas) {
    if risk.view == .sideBySide, isWide || risk.box == 0 {
      drawSideBySide(in: body, on: &canvas)
      return
    }
    let (main, second) = boxes(side: 28)
    if let second {
      drawMatrix(in: main, on: &canvas)
      drawOrderAndScale(in: second, on: &canvas)
    } else if risk.box == 1 {
      drawOrdersAndCards(in: main, on: &canvas)
    } else {
      let (matrix, scale) = main.splitBottom(scalePanelHeight)
      drawMatrix(in: matrix, on: &canvas)
      if scalePanelHeight > 0 { drawScale(in: scale, on: &canvas) }
    }
  }

  /// How many rows the scale takes below the matrix where there is no second box.
  var scalePanelHeight: Int {
    guard pane == .risk, risk.scoring != nil, !isWide, let criterion = selectedCriterion else {
      return 0
    }
    let wanted = min(scalePanelLines(criterion).count, criterion.points.count + 4) + 2
    return body.height >= wanted + 7 ? wanted : 0
  }

  /// The criterion that the cursor is on; `nil` while it is on something else.
  var selectedCriterion: Scorer.CriterionEntry? {
    guard let assessment, let column = risk.column, risk.view != .sideBySide,
      assessment.scorer.criteria.indices.contains(column)
    else { return nil }
    return assessment.scorer.criteria[column]
  }

  /// How many rows of issues a box has room for.
  func riskRowsInSight(in area: Rect) -> Int { max(0, area.height - 3 - riskRowsTaken) }

  /// How many rows of the list something else takes: the cut, or the titles of blocks.
  var riskRowsTaken: Int {
    guard pane == .risk else { return 0 }
    return risk.view == .sideBySide || isCutShown ? 1 : 0
  }

  // MARK: The matrix

  private func drawMatrix(in area: Rect, on canvas: inout Canvas) {
    let height = riskRowsInSight(in: area)
    let inside = canvas.box(area, title: matrixTitle, note: risk.list.note(height: height))
    let (headings, rows) = inside.splitTop(1)
    guard let assessment = shownAssessment else {
      drawWhyNothing(in: inside, on: &canvas)
      return
    }
    let ids = risk.list.visible(height: height)
    let cut = cutPlace(ofRows: ids.indices)
    let facts = ids.map { rowFacts(of: $0, saysIn: cut == nil || cut == .outOfOrder) }
    let layout = ColumnLayout(
      columns(assessment.scorer, flags: facts.map(\.flags.count).max() ?? 0),
      width: inside.width, leastTitle: 14)
    drawHeadings(layout, in: headings, on: &canvas)
    let rowsAbove = if case .before(let row) = cut { row } else { Int.max }
    for (index, (id, facts)) in zip(ids, facts).enumerated() {
      guard let slot = board.issues.slot(of: id) else { continue }
      let y = rows.y + index + (index < rowsAbove ? 0 : 1)
      let row = Rect(x: rows.x, y: y, width: rows.width, height: 1)
      drawIssue(slot, facts, assessment, layout, in: row, on: &canvas)
    }
    if let cut { drawCut(at: cut, in: rows, on: &canvas) }
    if risk.list.rows.isEmpty { drawNoIssues(in: rows, on: &canvas) }
  }

  /// Says why no issue is listed.
  func drawNoIssues(in rows: Rect, on canvas: inout Canvas) {
    let text =
      risk.list.total == 0
      ? emptiness("There is no issue yet: a adds one.")
      : "No issue fits the filter: Esc drops it."
    canvas.write(text, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
    canvas.cursor = Position(x: rows.x, y: rows.y)
  }

  /// What the pane shows, as the title of its first box.
  var matrixTitle: String {
    let filter = risk.list.filter.text
    let agency = risk.scoring == nil ? agencyTitle.map { "scoring for \($0)" } : nil
    let parts = [
      risk.scoring == nil ? "Risk" : scoringTitle, viewTitle, assessment?.scorer.title, agency,
      risk.order == .grading ? nil : "by \(risk.order.rawValue)",
      risk.isReversed ? "reversed" : nil, filter.isEmpty ? nil : "/\(filter)",
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  /// Which scores are shown; `nil` where the board has but one view of them.
  private var viewTitle: String? {
    guard riskViews.count > 1 else { return nil }
    return risk.view == .sideBySide ? "side by side" : contextTitle(shownContext)
  }

  /// Says why nothing can be scored.
  func drawWhyNothing(in area: Rect, on canvas: inout Canvas) {
    for (row, line) in (scoringProblem ?? "").wrapped(to: max(8, area.width - 2)).enumerated() {
      canvas.write(line, x: area.x + 1, y: area.y + row, in: area, style: .alarm)
    }
    canvas.cursor = Position(x: area.x, y: area.y)
  }

  /// All columns; those far from the cursor are the first to go where the screen is narrow.
  private func columns(_ scorer: Scorer, flags: Int) -> [Column<RiskColumn>] {
    let cursor = risk.column ?? 0
    var columns =
      flags == 0 ? [] : [Column(RiskColumn.flags, "", width: max(3, flags + 1), align: .left)]
    for (index, section) in scorer.sections.enumerated() {
      if index == scorer.sections.count - 1, index > 0 {
        columns.append(Column(.risk, "Risk", width: 6))
      }
      for criterion in section.criteria {
        columns.append(
          Column(
            .criterion(criterion), scorer.criteria[criterion].criterion.short, width: 3,
            spare: 1 + abs(criterion - cursor)))
      }
      columns.append(Column(.total(index), section.section.short, width: 6, spare: 1_000))
    }
    if scorer.sections.count == 1 { columns.append(Column(.risk, "Risk", width: 6)) }
    columns.append(Column(.grading, "Grade", width: 7))
    return columns
  }

  private func drawHeadings(
    _ layout: ColumnLayout<RiskColumn>, in row: Rect, on canvas: inout Canvas
  ) {
    layout.drawHeadings(title: "   Issue", in: row, on: &canvas)
    for (column, x) in layout.columns {
      if case .total = column.id {
        canvas.write("│", x: row.x + x + 1, y: row.y, in: row, style: .border)
      }
      guard isUnderCursor(column.id) else { continue }
      layout.write(
        column.heading, column, x, in: row, style: Style(.heading, isSelected: true), on: &canvas)
    }
  }

  /// Whether the cursor is on a column.
  private func isUnderCursor(_ column: RiskColumn) -> Bool {
    switch column {
    case .criterion(let index): index == risk.column
    case .risk: selectedFigure == .risk
    case .grading: selectedFigure == .grading
    case .flags, .total: false
    }
  }

  private func drawIssue(
    _ slot: Table<Issue>.Slot, _ facts: RiskRow, _ assessment: Assessment,
    _ layout: ColumnLayout<RiskColumn>, in row: Rect, on canvas: inout Canvas
  ) {
    let issue = board.issues[slot: slot]
    let values = shownValues(of: slot)
    let isSelected = issue.id == risk.list.selected
    let score = shownScore(of: slot)
    let mark = isWorking(slot) ? "w" : " "
    let name = issue.recordName
    writeTitle(
      " \(mark) \(issue.title)", of: name, width: layout.titleWidth, in: row,
      style: facts.style, on: &canvas)
    let isGhost = isGhost(name)
    for (column, x) in layout.columns {
      let (text, style) =
        isGhost ? ("", .faint) : riskCell(column.id, values, score, facts, assessment)
      layout.write(text, column, x, in: row, style: style, on: &canvas)
      if case .total = column.id {
        canvas.write("│", x: row.x + x + 1, y: row.y, in: row, style: .border)
      }
    }
    if isSelected { markCell(layout, in: row, on: &canvas) }
  }

  /// Marks the selected row, and on it the selected cell.
  private func markCell(
    _ layout: ColumnLayout<RiskColumn>, in row: Rect, on canvas: inout Canvas
  ) {
    let cell = layout.columns.first { column, _ in isUnderCursor(column.id) }
    guard let (column, x) = cell else {
      canvas.markSelected(row)
      return
    }
    let rect = Rect(x: row.x + x, y: row.y, width: column.width, height: 1)
    canvas.write(">", x: row.x, y: row.y, in: row, style: .strong)
    if risk.scoring == nil {
      canvas.restyle(row) { $0.selected }
      canvas.restyle(rect) { Style($0.role) }
    } else {
      canvas.restyle(row) { _ in .strong }
      canvas.restyle(rect) { _ in Style(.input, isSelected: true) }
    }
    canvas.cursor = Position(x: rect.maxX - 1, y: row.y)
  }

  private func riskCell(
    _ column: RiskColumn, _ values: [Exact?], _ score: Score?, _ facts: RiskRow,
    _ assessment: Assessment
  ) -> (String, Style) {
    switch column {
    case .flags: return (facts.flags, .warning)
    case .criterion(let index):
      let isDisputed = facts.disputed.contains(index)
      let text = (isDisputed ? "*" : "") + (values[index].map { cellText($0) } ?? ".")
      if isDisputed || values[index] == nil { return (text, .warning) }
      return (text, facts.overridden.contains(index) ? .strong : .plain)
    case .total(let section):
      return (assessment.scorer.total(of: section, values)?.description ?? ".", .faint)
    case .risk: return (score.map { "\($0.risk.value)" } ?? ".", .plain)
    case .grading:
      guard let score else { return (".", .plain) }
      return (
        gradingText(score.grading), score.grading.isAssumed ? .warning : .strong
      )
    }
  }

  /// A value as it fits a narrow column: `.5` for 0.5.
  func cellText(_ value: Exact) -> String {
    let text = value.description
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }
}
