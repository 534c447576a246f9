import Domain
import Screen

/// What a column of the matrix shows.
private enum RiskColumn: Hashable, Sendable {
  case criterion(Int), total(Int), risk, grading
}

extension WorkspaceState {
  func drawRisk(on canvas: inout Canvas) {
    let (main, second) = boxes(side: 28)
    if let second {
      drawMatrix(in: main, on: &canvas)
      drawOrderAndScale(in: second, on: &canvas)
    } else if risk.box == 1 {
      drawOrders(in: main, on: &canvas)
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
    let wanted = criterion.points.count + 2
    return body.height >= wanted + 7 ? wanted : 0
  }

  var selectedCriterion: Scorer.CriterionEntry? {
    guard let assessment, let column = risk.column else { return nil }
    return assessment.scorer.criteria[column]
  }

  // MARK: The matrix

  private func drawMatrix(in area: Rect, on canvas: inout Canvas) {
    let height = max(0, area.height - 3)
    let inside = canvas.box(area, title: matrixTitle, note: risk.list.note(height: height))
    let (headings, rows) = inside.splitTop(1)
    guard let assessment else {
      drawWhyNothing(in: inside, on: &canvas)
      return
    }
    let layout = ColumnLayout(columns(assessment.scorer), width: inside.width, leastTitle: 14)
    drawHeadings(layout, in: headings, on: &canvas)
    for (index, id) in risk.list.visible(height: rows.height).enumerated() {
      guard let slot = board.issues.slot(of: id) else { continue }
      let row = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      drawIssue(slot, assessment, layout, in: row, on: &canvas)
    }
    if risk.list.rows.isEmpty {
      let text =
        risk.list.total == 0
        ? emptiness("There is no issue yet: a adds one.")
        : "No issue fits the filter: Esc drops it."
      canvas.write(text, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
  }

  private var matrixTitle: String {
    let filter = risk.list.filter.text
    let parts = [
      risk.scoring == nil ? "Risk" : "SCORE", assessment?.scorer.title,
      risk.order == .grading ? nil : "by \(risk.order.rawValue)",
      risk.isReversed ? "reversed" : nil, filter.isEmpty ? nil : "/\(filter)",
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private func drawWhyNothing(in area: Rect, on canvas: inout Canvas) {
    for (row, line) in (scoringProblem ?? "").wrapped(to: max(8, area.width - 2)).enumerated() {
      canvas.write(line, x: area.x + 1, y: area.y + row, in: area, style: .alarm)
    }
    canvas.cursor = Position(x: area.x, y: area.y)
  }

  /// All columns; those far from the cursor are the first to go where the screen is narrow.
  private func columns(_ scorer: Scorer) -> [Column<RiskColumn>] {
    let cursor = risk.column ?? 0
    var columns: [Column<RiskColumn>] = []
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
      switch column.id {
      case .total: canvas.write("│", x: row.x + x + 1, y: row.y, in: row, style: .border)
      case .criterion(let index) where index == risk.column:
        layout.write(
          column.heading, column, x, in: row, style: Style(.heading, isSelected: true), on: &canvas)
      default: break
      }
    }
  }

  private func drawIssue(
    _ slot: Table<Issue>.Slot, _ assessment: Assessment, _ layout: ColumnLayout<RiskColumn>,
    in row: Rect, on canvas: inout Canvas
  ) {
    let issue = board.issues[slot: slot]
    let values = shownValues(of: slot)
    let isSelected = issue.id == risk.list.selected
    let mark = isWorking(slot) ? "w" : " "
    let name = issue.recordName
    writeTitle(
      " \(mark) \(issue.title)", of: name, width: layout.titleWidth, in: row, on: &canvas)
    let isGhost = isGhost(name)
    for (column, x) in layout.columns {
      let (text, style) =
        isGhost ? ("", .faint) : riskCell(column.id, values, of: slot, assessment)
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
    let cell = layout.columns.first { column, _ in
      if case .criterion(let index) = column.id { index == risk.column } else { false }
    }
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
    _ column: RiskColumn, _ values: [Exact?], of slot: Table<Issue>.Slot,
    _ assessment: Assessment
  ) -> (String, Style) {
    switch column {
    case .criterion(let index):
      return values[index].map { (cellText($0), .plain) } ?? (".", .warning)
    case .total(let section):
      return (assessment.scorer.total(of: section, values)?.description ?? ".", .faint)
    case .risk: return (assessment.score(of: slot).map { "\($0.risk.value)" } ?? ".", .plain)
    case .grading:
      guard let score = assessment.score(of: slot) else { return (".", .plain) }
      return (
        gradingText(score.grading), score.grading.isAssumed ? .warning : .strong
      )
    }
  }

  /// A value as it fits a narrow column: `.5` for 0.5.
  private func cellText(_ value: Exact) -> String {
    let text = value.description
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }

  /// Issues as they are copied: every value in full, whatever the screen has room for.
  func issueTable(of ids: [Identifier<Issue>]) -> RowTable {
    let criteria = assessment?.scorer.criteria.map(\.criterion.title) ?? []
    return RowTable(
      headings: ["Issue", "Area", "Theme"] + criteria + ["Risk", "Grade", "Basis"],
      rows: ids.compactMap { board.issues.slot(of: $0) }.map { slot in
        let issue = board.issues[slot: slot]
        let score = assessment?.score(of: slot)
        let card = assessment?.card(of: slot).map { board.scorecards[slot: $0].basis.rawValue }
        return [
          issue.title, issue.area.map { board[$0]?.title ?? $0.text } ?? "", themeTitle(issue),
        ] + shownValues(of: slot).map { $0?.description ?? "" } + [
          score.map { "\($0.risk.value)" } ?? "", score.map { gradingText($0.grading) } ?? "",
          card ?? "",
        ]
      }, telling: 3)
  }

  // MARK: The lines below

  /// The whole of what is selected, in a line; in SCORE what the last value did.
  var issueDetail: String {
    guard let slot = selectedIssue, let assessment else { return scoringProblem ?? "" }
    if let scoring = risk.scoring {
      return "SCORE  " + (scoring.lastChange ?? scoringPrompt(slot))
    }
    let issue = board.issues[slot: slot]
    let place = [issue.area.map { board[$0]?.title ?? $0.text }, themeTitle(issue)]
      .compactMap(\.self).filter { !$0.isEmpty }
    let card = assessment.card(of: slot).map { board.scorecards[slot: $0] }
    let basis = card.map { "\($0.basis.rawValue) score" } ?? "no scorecard"
    return ([issue.title, standingText(slot), basis] + place).joined(separator: " · ")
  }

  private func scoringPrompt(_ slot: Table<Issue>.Slot) -> String {
    let title = board.issues[slot: slot].title
    return "\(title) · \(selectedCriterion?.criterion.title ?? ""): type a value of the scale"
  }

  private func standingText(_ slot: Table<Issue>.Slot) -> String {
    guard let placed = placed(slot), let assessment else {
      let missing = shownValues(of: slot).count { $0 == nil }
      return "no score: \(missing) \(missing == 1 ? "criterion is" : "criteria are") unscored"
    }
    let (score, standing) = (placed.score, placed.standing)
    var text =
      "risk \(score.risk.value) (\(ordinal(standing.byRisk))), "
      + "grade \(gradingText(score.grading)) (\(ordinal(standing.byGrading)))"
    if score.grading.isAssumed {
      text += ", assumed multiplier: \(score.grading.low) to \(score.grading.high)"
    }
    if standing.isUncertain {
      text += ", place \(ordinal(standing.best)) to \(ordinal(standing.worst))"
    }
    if let share = score.risk.value.thousandths(of: assessment.scorer.greatestRisk) {
      text += ", \(share / 10).\(share % 10)% of the greatest risk"
    }
    return text
  }

  /// The keys of SCORE, those of the scale first.
  var scoringHints: [(keys: String, title: String)] {
    guard let criterion = selectedCriterion else { return [] }
    return [
      (scaleKeys(criterion), size.width < 60 ? "set" : "set and go on"), ("x", "unscored"),
      ("Tab", "next"), ("+ -", "step"), ("K", "scale"),
    ]
  }
}
