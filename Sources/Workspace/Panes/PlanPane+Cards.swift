import Domain
import Screen

extension WorkspaceState {
  /// Draws the plan of one area: a column of cards for each P, as many as there is room for.
  func drawCards(in area: Rect, on canvas: inout Canvas) {
    let (tabs, columns) = area.splitTop(shownColumns.count < plan.cells.count ? 1 : 0)
    drawTabs(in: tabs, on: &canvas)
    let width = columns.width / max(1, shownColumns.count)
    for (index, column) in shownColumns.enumerated() {
      let isLast = index == shownColumns.count - 1
      let box = Rect(
        x: columns.x + index * width, y: columns.y,
        width: isLast ? columns.width - index * width : width, height: columns.height)
      drawColumn(column, in: box, on: &canvas)
    }
  }

  /// The columns there is room for, those around the cursor.
  private var shownColumns: Range<Int> {
    let count = plan.cells.count
    let room = isZoomed ? min(count, 1) : min(count, max(1, size.width / 24))
    let first = min(max(0, plan.column - room + 1), count - room)
    return max(0, first)..<max(0, first) + room
  }

  /// All Ps in a line, and the area, where not all of their columns are in sight.
  private func drawTabs(in row: Rect, on canvas: inout Canvas) {
    var x = row.x + 1
    for column in plan.cells.indices {
      let style = Style(column == plan.column ? .strong : .plain, isSelected: column == plan.column)
      x = canvas.write(
        columnTitle(column, isShort: size.width < 60), x: x, y: row.y, in: row, style: style)
      x = canvas.write("  ", x: x, y: row.y, in: row)
    }
    // Line 2 has no room for the area where not all columns have.
    let room = row.maxX - x - 1
    guard room >= 8 else { return }
    canvas.write(
      plannedTitle, x: x, y: row.y, width: room, in: row, align: .right, style: .heading)
  }

  private func columnTitle(_ column: Int, isShort: Bool) -> String {
    let cell = plan.cells[column]
    let title = isShort ? abbreviation(of: board.ps[column].title) : board.ps[column].title
    let filter = plan.cardFilter.text.isEmpty || isShort ? "" : " · /\(plan.cardFilter.text)"
    let count = cell.total == 0 ? isShort ? "gap" : "· gap" : "\(cell.total)"
    let isGap = cell.total == 0 && plannedArea != nil && tellsAbsence
    return "\(title) \(isGap ? count : "\(cell.total)")\(filter)"
  }

  private func drawColumn(_ column: Int, in area: Rect, on canvas: inout Canvas) {
    let cell = plan.cells[column]
    let isCurrent = column == plan.column
    let inside = canvas.box(
      area, title: columnTitle(column, isShort: false), note: cell.note(height: cardsInSight),
      titleStyle: Style(.heading, isSelected: isCurrent))
    if cell.rows.isEmpty { drawGap(column, in: inside, on: &canvas) }
    var y = inside.y
    for id in cell.visible(height: cardsInSight + 1) {
      let rect = Rect(x: inside.x, y: y, width: inside.width, height: cardHeight)
        .intersection(inside)
      drawCard(id, isSelected: isCurrent && id == cell.selected, in: rect, on: &canvas)
      y += cardHeight
    }
  }

  private func drawGap(_ column: Int, in area: Rect, on canvas: inout Canvas) {
    let text =
      plan.cells[column].total > 0
      ? "No card fits the filter."
      : emptiness(
        plannedArea == nil
          ? "Nothing here." : "\(board.ps[column].title) is a gap.\n\na adds an action.")
    for (row, line) in text.wrapped(to: max(4, area.width - 2)).enumerated() {
      canvas.write(line, x: area.x + 1, y: area.y + row, in: area, style: .warning)
    }
    if column == plan.column { canvas.cursor = Position(x: area.x, y: area.y) }
  }

  // MARK: One card

  /// How many lines of a card tell what is recommended.
  private var recommendationHeight: Int { body.height >= 24 ? 3 : 2 }

  /// How many rows a card takes, with the one that parts it from the next.
  private var cardHeight: Int { recommendationHeight + 4 }

  /// How many whole cards a column shows.
  var cardsInSight: Int { max(1, (body.height - 2) / cardHeight) }

  private func drawCard(
    _ id: Identifier<Action>, isSelected: Bool, in area: Rect, on canvas: inout Canvas
  ) {
    guard let action = board[id] else { return }
    if isSelected, let form = formInPlace { return form.drawInPlace(in: area, on: &canvas) }
    let lines = cardLines(action, width: area.width - 4)
    let letter = board.statusLetter(of: action) ?? "."
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(
        line.text, x: area.x + 4, y: area.y + row, width: area.width - 4, in: area,
        style: line.style)
    }
    canvas.write(letter, x: area.x + 2, y: area.y, in: area, style: statusStyle(letter))
    if isMarked(action.recordName) {
      canvas.write("+", x: area.x + 1, y: area.y, in: area, style: .strong)
    }
    guard isSelected else { return }
    let rect = Rect(
      x: area.x, y: area.y, width: area.width, height: min(area.height, lines.count))
    canvas.write(">", x: area.x, y: area.y, in: area, style: .strong)
    canvas.restyle(rect) { $0.selected }
    canvas.cursor = Position(x: area.x, y: area.y)
  }

  private func cardLines(_ action: Record<Action>, width: Int) -> [TextLine] {
    let width = max(8, width)
    let tag = tag(of: action.recordName, isShort: false)
    var text = action.recommendation.wrapped(to: width)
    if text.count > recommendationHeight {
      let rest = text[(recommendationHeight - 1)...].joined(separator: " ")
      text = Array(text.prefix(recommendationHeight - 1)) + [rest.cut(to: width)]
    }
    let style: Style = isGhost(action.recordName) ? .faint : .plain
    var lines = text.map { TextLine($0, style: style) }
    lines.append(ownersLine(action, width: width))
    lines.append(datesLine(action))
    lines.append(tag.map { TextLine($0.text, style: $0.style) } ?? notesLine(action))
    return lines
  }

  /// The phase, the review, and what the lines above do not tell of what the action lacks.
  private func notesLine(_ action: Record<Action>) -> TextLine {
    let phase = action.phase.map { board.settings.phases[$0]?.title ?? $0.text }
    let review = action.review.map { "rev \($0.words)" }
    let told: Set<Shortcoming.Kind> = [.overdue, .noMilestone, .noDate, .noOwner]
    let lacks = shortcomings(of: action).filter { lack in
      !told.contains(lack.kind) && !(lack.kind == .noLead && action.owners.isEmpty)
    }
    let words = lacks.map { $0.kind == .reviewPassed ? "passed" : $0.what }
    let isBlocked = !board.refusedRequests(of: action).isEmpty
    let parts = [isBlocked ? "REQUEST REFUSED" : nil, phase, review].compactMap(\.self) + words
    return TextLine(
      parts.joined(separator: " · "),
      style: isBlocked ? .alarm : lacks.isEmpty ? .plain : .warning)
  }

  /// The style of a status by its letter, which says the same.
  func statusStyle(_ letter: String) -> Style {
    switch letter {
    case "R": .alarm
    case "A": .warning
    case "G", "B": .good
    default: .strong
    }
  }

  /// Who owns an action, the lead first, and how many have agreed.
  private func ownersLine(_ action: Record<Action>, width: Int) -> TextLine {
    let owners = board.owners(of: action.content)
    guard let first = owners.first else { return missing("nobody owns it") }
    let agreed = action.owners.values.count { $0.agreed == .yes }
    let more = owners.count > 1 ? " +\(owners.count - 1)" : ""
    let consent = action.owners.isEmpty ? "" : ", \(agreed)/\(action.owners.count) agreed"
    let tail = [more + consent, more].first { $0.utf8.count + 12 <= width } ?? ""
    let name = board[first]?.name ?? first.text
    return TextLine(name.cut(to: max(4, width - tail.utf8.count)) + tail)
  }

  /// When it is due or was done.
  private func datesLine(_ action: Record<Action>) -> TextLine {
    if let done = action.done { return TextLine("done \(done.words)", style: .good) }
    guard let due = action.nextMilestone?.milestone.due else {
      return TextLine("no date", style: .warning)
    }
    let days = today.firstDayNumber - due.lastDayNumber
    return days > 0
      ? TextLine("\(due.words) LATE \(days) d", style: .alarm) : TextLine(due.words)
  }
}

extension Board {
  /// The owners of an action, its lead first, the others by name.
  func owners(of action: Action) -> [Identifier<Partner>] {
    let others = action.owners.keys.filter { $0 != action.lead }
      .sorted { (self[$0]?.name ?? $0.text) < (self[$1]?.name ?? $1.text) }
    return [action.lead].compactMap(\.self) + others
  }
}
