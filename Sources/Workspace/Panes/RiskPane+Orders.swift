import Domain
import Screen

extension WorkspaceState {
  /// The second box: both orders; in SCORE the scale below them.
  func drawOrderAndScale(in area: Rect, on canvas: inout Canvas) {
    let lines =
      risk.scoring == nil
      ? selectedIssue.map { cardLines(of: $0) } : selectedCriterion.map { scalePanelLines($0) }
    guard let lines, !lines.isEmpty else {
      drawOrders(in: area, on: &canvas)
      return
    }
    let wanted = lines.flatMap { $0.wrapped(to: max(8, area.width - 2)) }.count + 2
    let (orders, lower) = area.splitBottom(min(wanted, area.height - 8))
    drawOrders(in: orders, on: &canvas)
    if risk.scoring != nil {
      drawScale(in: lower, on: &canvas)
    } else if let slot = selectedIssue {
      drawCards(of: slot, in: lower, on: &canvas)
    }
  }

  /// The orders on a screen for one box, with what stands behind the score beside them.
  func drawOrdersAndCards(in area: Rect, on canvas: inout Canvas) {
    guard area.width >= 60, let slot = selectedIssue, !cardLines(of: slot).isEmpty else {
      drawOrders(in: area, on: &canvas)
      return
    }
    let (orders, cards) = area.splitLeft(area.width / 2)
    drawOrders(in: orders, on: &canvas)
    drawCards(of: slot, in: cards, on: &canvas)
  }

  /// What the points of the selected criterion's scale mean.
  func drawScale(in area: Rect, on canvas: inout Canvas) {
    guard let criterion = selectedCriterion else { return }
    canvas.fill(area)
    let inside = canvas.box(area, title: "Scale · \(criterion.criterion.title)")
    let lines = scalePanelLines(criterion).flatMap { $0.wrapped(to: max(8, inside.width)) }
    for (row, line) in lines.prefix(inside.height).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
  }

  /// The scale, and below it what the agencies gave.
  func scalePanelLines(_ criterion: Scorer.CriterionEntry) -> [TextLine] {
    scaleLines(criterion)
      + (selectedIssue.map { spreadLines(of: $0, under: risk.column) } ?? [])
  }

  private func scaleLines(_ criterion: Scorer.CriterionEntry) -> [TextLine] {
    let values = selectedIssue.map { shownValues(of: $0) } ?? []
    let now = risk.column.flatMap { values.indices.contains($0) ? values[$0] : nil }
    let points = criterion.points.map { value, point in
      let key = "\(value)" == point.key ? point.key : "\(point.key) = \(value)"
      let mark = value == now ? ">" : " "
      return TextLine(
        "\(mark)\(key)  \(point.anchor ?? "no wording is published")",
        style: value == now ? .strong : .plain)
    }
    return points
  }

  /// The scale with its meaning, to be read.
  var anchorReader: Reader {
    guard let criterion = selectedCriterion else { return Reader(title: "Scale", lines: []) }
    let meaning = criterion.criterion.meaning.map { [TextLine($0), TextLine()] } ?? []
    return Reader(
      title: "Scale · \(criterion.criterion.title)", lines: meaning + scaleLines(criterion))
  }

  /// Both orders, one above the other, and why they differ.
  func drawOrders(in area: Rect, on canvas: inout Canvas) {
    let inside = canvas.box(
      area, title: "Order", titleStyle: Style(.heading, isSelected: risk.box == 1))
    guard let assessment = shownAssessment, !assessment.issuesByGrading.isEmpty else {
      canvas.write("Nothing is scored yet.", x: inside.x, y: inside.y, in: inside, style: .warning)
      return
    }
    let placed = selectedIssue.flatMap { self.placed($0) }
    let count = assessment.issuesByGrading.count
    let rows = min(count, max(1, (inside.height - 3) / 3))
    var y = inside.y
    let byGrading = window(assessment.issuesByGrading, around: placed?.standing.byGrading, rows)
    y = drawOrder("by grade", byGrading, \.grading, y: y, in: inside, on: &canvas)
    let byRisk = window(assessment.issuesByRisk, around: placed?.standing.byRisk, rows)
    y = drawOrder("by risk", byRisk, \.risk, y: y + 1, in: inside, on: &canvas)
    drawSwaps(byGrading, y: y + 1, in: inside, on: &canvas)
    if risk.box == 1 { canvas.cursor = Position(x: inside.x, y: inside.y) }
  }

  /// So many issues of an order, those around a place.
  func window(
    _ order: some RandomAccessCollection<Table<Issue>.Slot>, around place: Int?, _ rows: Int
  ) -> [Table<Issue>.Slot] {
    let first = min(max(0, (place ?? 1) - 1 - rows / 2), max(0, order.count - rows))
    return Array(order.dropFirst(first).prefix(rows))
  }

  private func drawOrder(
    _ title: String, _ slots: [Table<Issue>.Slot], _ figure: KeyPath<Score, Figure>, y: Int,
    in area: Rect, on canvas: inout Canvas
  ) -> Int {
    canvas.write(title, x: area.x, y: y, in: area, style: .heading)
    var y = y + 1
    for slot in slots {
      guard y < area.maxY, let placed = placed(slot) else { break }
      let rank = figure == \.risk ? placed.standing.byRisk : placed.standing.byGrading
      let number =
        figure == \.risk ? "\(placed.score.risk.value)" : gradingText(placed.score.grading)
      let width = TextWidth.columns(of: number)
      let row = Rect(x: area.x, y: y, width: area.width, height: 1)
      canvas.write(
        "\(rank) \(board.issues[slot: slot].title)", x: area.x, y: y,
        width: max(0, area.width - width - 1), in: row)
      canvas.write(number, x: area.maxX - width, y: y, in: row)
      if slot == selectedIssue { canvas.restyle(row) { $0.selected } }
      y += 1
    }
    return y
  }

  private func drawSwaps(
    _ slots: [Table<Issue>.Slot], y: Int, in area: Rect, on canvas: inout Canvas
  ) {
    guard let assessment = shownAssessment else { return }
    var lines: [TextLine] = []
    for (upper, lower) in zip(slots, slots.dropFirst()) {
      guard let swap = assessment.swap(upper, lower, in: board) else { continue }
      lines.append(
        TextLine(
          "\(board.issues[slot: swap.raised].title) above "
            + "\(board.issues[slot: swap.lowered].title): \(swap.cause)", style: .warning))
    }
    if lines.isEmpty { lines = [TextLine("Both orders agree here.", style: .faint)] }
    let wrapped = lines.flatMap { $0.wrapped(to: max(8, area.width)) }
    for (row, line) in wrapped.enumerated() where y + row < area.maxY {
      canvas.write(line.text, x: area.x, y: y + row, in: area, style: line.style)
    }
  }
}
