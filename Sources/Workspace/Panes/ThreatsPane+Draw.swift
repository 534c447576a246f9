import Domain
import Screen

extension WorkspaceState {
  func drawThreats(on canvas: inout Canvas) {
    let (main, second) = boxes(side: secondBoxWidth)
    if second != nil || threats.box == 0 { drawThreatsList(in: main, on: &canvas) }
    if let second {
      drawThreat(in: second, on: &canvas)
    } else if threats.box == 1 {
      drawThreat(in: main, on: &canvas)
    }
  }

  private func drawThreatsList(in area: Rect, on canvas: inout Canvas) {
    let filter = threats.list.filter.text
    let parts = [
      threats.view.rawValue, threats.group.map { title(of: $0) },
      threats.order == .own ? nil : "by \(threats.order.rawValue)",
      filter.isEmpty ? nil : "/\(filter)",
    ].compactMap(\.self)
    let inside = canvas.box(
      area, title: parts.joined(separator: " · "),
      note: threats.list.note(height: max(0, area.height - 3)))
    let (headings, rows) = inside.splitTop(1)
    let layout = ColumnLayout(
      threats.view.columns, width: inside.width, leastTitle: inside.width < 60 ? 18 : 25)
    layout.drawHeadings(title: threats.view.heading, in: headings, on: &canvas)
    for (index, row) in threats.list.visible(height: rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      draw(row, layout, in: place, on: &canvas)
      if row == threats.list.selected { canvas.markSelected(place) }
    }
    if threats.list.rows.isEmpty {
      let text =
        threats.list.total > 0
        ? "Nothing fits the filter: Esc drops it." : emptiness(threats.view.absence)
      canvas.write(text, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
  }

  private func draw(
    _ row: ThreatsPane.Row, _ layout: ColumnLayout<ThreatsColumn>, in place: Rect,
    on canvas: inout Canvas
  ) {
    switch row {
    case .damaged(let file):
      canvas.write(
        " ! \(file)", x: place.x, y: place.y, width: place.width, in: place,
        style: .alarm)
      return
    case .group:
      canvas.write(
        " \(title(of: row))", x: place.x, y: place.y, width: layout.titleWidth, in: place)
    case .issue(let id):
      writeTitle(
        " \(title(of: row))", of: RecordName(id), width: layout.titleWidth, in: place, on: &canvas)
    }
    for (column, x) in layout.columns {
      let (text, style) = cell(column.id, of: row)
      layout.write(text, column, x, in: place, style: style, on: &canvas)
    }
  }

  // MARK: The second box

  private func drawThreat(in area: Rect, on canvas: inout Canvas) {
    let lines = threatLines.flatMap { $0.wrapped(to: max(8, area.width - 2)) }
    let room = max(0, area.height - 2)
    let first = min(threats.scroll, max(0, lines.count - room))
    let note = lines.count > room ? "\(min(lines.count, first + room)) of \(lines.count) lines" : ""
    let inside = canvas.box(
      area, title: threats.list.selected.map { title(of: $0) } ?? "", note: note,
      titleStyle: Style(.heading, isSelected: threats.box == 1))
    for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    if threats.box == 1 { canvas.cursor = Position(x: inside.x, y: inside.y) }
  }

  // MARK: The lines below

  /// The whole of what is selected, in a line.
  var threatsDetail: String {
    switch threats.list.selected {
    case nil: return ""
    case .group(let group)?: return sentence(of: group)
    case .damaged(let file)?:
      return problems.first { $0.file == file }.map(\.description) ?? file
    case .issue(let id)?:
      guard let issue = board[id] else { return "" }
      let like =
        issue.stage == .merged
        ? nil : threats.likely[id]?.first.flatMap { board[$0.issue] }
      let facts = [
        issue.stage == .emerging ? nil : stageWords(issue),
        isEscalated(issue)
          ? issue.escalatedTo.flatMap { board[$0] }.map { "on the agenda of \($0.content.label)" }
          : nil,
        like.map { "may be the same as “\($0.title.cut(to: 50))”, M merges" },
      ].compactMap(\.self)
      let title = issue.title + (facts.isEmpty ? "" : ": ")
      return title + facts.joined(separator: "; ") + (title.hasSuffix(".") ? "" : ".")
    }
  }

  /// The likeliest keys.
  var threatsHints: [Command] {
    // In the text Enter gives values, or reads all.
    threats.box == 1 ? [.open] + viewHints.filter { $0 != .open } : viewHints
  }

  private var viewHints: [Command] {
    switch threats.view {
    case .inbox, .watched:
      [
        .capture, .acceptThreat, .dismissThreat, .watchThreat, .mergeThreat, .escalateThreat,
        .referThreat, .scoreThreat, .nextAttention, .nextView, .open, .narrow,
      ]
    case .funnel: [.open, .nextView, .previousView, .capture]
    case .decided:
      [.open, .setStage, .setThemes, .nextView, .capture, .narrow, .order]
    case .all:
      [.open, .setThemes, .setStage, .capture, .changeThreat, .narrow, .order]
    }
  }
}
