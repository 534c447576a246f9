import Domain
import Screen

extension WorkspaceState {
  func drawPartners(on canvas: inout Canvas) {
    if wholePartner != nil { return drawPartnerSheet(in: body, on: &canvas) }
    let (main, second) = boxes(side: secondBoxWidth)
    if second != nil || partners.box == 0 { drawPartnersList(in: main, on: &canvas) }
    if let second {
      drawPartnersRecord(in: second, on: &canvas)
    } else if partners.box == 1 {
      drawPartnersRecord(in: main, on: &canvas)
    }
  }

  private func drawPartnersList(in area: Rect, on canvas: inout Canvas) {
    let filter = partners.list.filter.text
    let order = partners.order == .own ? [] : ["by \(partners.order.rawValue)"]
    let parts = [partners.view.rawValue] + order + (filter.isEmpty ? [] : ["/\(filter)"])
    let inside = canvas.box(
      area, title: parts.joined(separator: " · "),
      note: partners.list.note(height: max(0, area.height - 3)))
    let (headings, rows) = inside.splitTop(1)
    let layout = partnersLayout(width: inside.width)
    layout.drawHeadings(title: partners.view.heading, in: headings, on: &canvas)
    for (index, row) in partners.list.visible(height: rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      draw(row, layout, in: place, on: &canvas)
      if row == partners.list.selected { canvas.markSelected(place) }
    }
    if partners.list.rows.isEmpty {
      let text =
        partners.list.total > 0
        ? "Nothing fits the filter: Esc drops it."
        : emptiness(partners.view.absence)
      canvas.write(text, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
  }

  private func partnersLayout(width: Int) -> ColumnLayout<PartnersColumn> {
    let least = width < 60 ? 18 : 26
    return ColumnLayout(partners.view.columns, width: width, leastTitle: least)
  }

  private func draw(
    _ row: PartnersPane.Row, _ layout: ColumnLayout<PartnersColumn>, in place: Rect,
    on canvas: inout Canvas
  ) {
    guard let name = row.name else {
      canvas.write(
        " ! \(title(of: row))", x: place.x, y: place.y, width: place.width, in: place,
        style: .alarm)
      return
    }
    writeTitle(
      " \(indent(of: row))\(title(of: row))", of: name, width: layout.titleWidth, in: place,
      style: isFaint(name) ? .faint : .plain, on: &canvas)
    guard board.holds(name) else { return }
    for (column, x) in layout.columns {
      let (text, style) = cell(column.id, of: row)
      layout.write(text, column, x, in: place, style: style, on: &canvas)
    }
  }

  /// What stands before the title of a partner: how it is folded, or that it is a unit.
  private func indent(of row: PartnersPane.Row) -> String {
    guard case .record(let name) = row, let id: Identifier<Partner> = name.identifier(),
      let partner = board[id]
    else { return "" }
    if partners.order == .own, isUnit(partner) { return "    " }
    return partners.folded.contains(id) ? "+ " : "  "
  }

  private func isFaint(_ name: RecordName) -> Bool {
    name.identifier().map { (id: Identifier<Partner>) in board.hasLeft(id, on: today) } ?? false
  }

  /// The rows as they are copied.
  func partnersTable(of names: [RecordName]) -> RowTable {
    let columns = partners.view.columns
    let rows = partners.list.rows.filter { $0.name.map(names.contains) ?? false }
    let hidden = names.filter { name in !rows.contains { $0.name == name } }
    return RowTable(
      headings: [partners.view.heading.trimmed] + columns.map(\.heading),
      rows: (rows + hidden.map { .record($0) }).map { row in
        [title(of: row)] + columns.map { cell($0.id, of: row).0 }.map { $0 == "." ? "" : $0 }
      }, telling: 1)
  }

  // MARK: The second box

  private func drawPartnersRecord(in area: Rect, on canvas: inout Canvas) {
    let lines = partnersLines.flatMap { $0.wrapped(to: max(8, area.width - 2)) }
    let room = max(0, area.height - 2)
    let first = min(partners.scroll, max(0, lines.count - room))
    let note = lines.count > room ? "\(min(lines.count, first + room)) of \(lines.count) lines" : ""
    let inside = canvas.box(
      area, title: partners.list.selected.map { title(of: $0) } ?? "", note: note,
      titleStyle: Style(.heading, isSelected: partners.box == 1))
    for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    if partners.box == 1 { canvas.cursor = Position(x: inside.x, y: inside.y) }
  }

  /// What is known of the selected row.
  var partnersLines: [TextLine] {
    switch partners.list.selected {
    case nil: return []
    case .damaged(let file)?:
      return problems.filter { $0.file == file }.map { TextLine($0.description, style: .alarm) }
    case let row?:
      guard let name = row.name else { return [] }
      if let id: Identifier<Partner> = name.identifier(), let partner = board[id] {
        return partnerLines(partner)
      }
      if let id: Identifier<Area> = name.identifier(), let area = board[id] {
        return engagementLines(area)
      }
      let reasons = attention(of: row).map { TextLine($0, style: .warning) }
      let actions = blockedLines(name)
      return reasons + actions + (reasons + actions).prefix(1).map { _ in TextLine() }
        + board.lines(of: name)
    }
  }

  /// How many lines of the second box a list of actions takes at most.
  private static let mostActions = 50

  private func blockedLines(_ name: RecordName) -> [TextLine] {
    guard let id: Identifier<Request> = name.identifier() else { return [] }
    let all = blocked(by: id).sorted()
    guard !all.isEmpty else { return [] }
    let shown = all.prefix(WorkspaceState.mostActions).compactMap { board[$0] }
    let more = all.count - shown.count
    return [TextLine("Waits for it", style: .heading)]
      + shown.map { TextLine("  \($0.recommendation)") }
      + (more > 0 ? [TextLine("  and \(more) more", style: .faint)] : [])
  }

  private func partnerLines(_ partner: Record<Partner>) -> [TextLine] {
    var lines = attention(of: .record(partner.recordName)).map { TextLine($0, style: .warning) }
    var section: PartnerSection?
    for entry in partnerEntries(partner, mostActions: WorkspaceState.mostActions) {
      if entry.section != section {
        lines.append(TextLine(entry.section.rawValue, style: .heading))
        section = entry.section
      }
      let line = text(of: entry, in: partner)
      lines.append(TextLine("  \(line.text)", style: line.style))
    }
    return lines
  }

  private func engagementLines(_ area: Record<Area>) -> [TextLine] {
    let engagement = engagement(in: area)
    func lines(_ title: String, _ partners: [Identifier<Partner>]) -> [TextLine] {
      [TextLine(title, style: .heading)]
        + (partners.isEmpty
          ? [missing("  nobody")]
          : partners.map { TextLine("  \(board.name(of: $0))") })
    }
    let impact = engagement.impact.map { agency in
      let why = ([agency] + units(of: agency)).compactMap { board[$0]?.impact[area.id]?.why }
      return TextLine("  \(board.name(of: agency))" + (why.first.map { ": \($0)" } ?? ""))
    }
    return attention(of: .record(area.recordName)).map { TextLine($0, style: .warning) }
      + [TextLine("Have an impact", style: .heading)]
      + (impact.isEmpty ? [missing("  nobody")] : impact)
      + lines("Leads", [engagement.lead].compactMap(\.self))
      + lines("Lead or own actions", engagement.acting)
      + lines("Said something in the current round", engagement.answered)
  }

  // MARK: The lines below

  /// The whole of what is selected, in a line.
  var partnersDetail: String {
    if let partner = wholePartner, let entry = partners.sheet.selected {
      return "\(entry.section.rawValue): \(text(of: entry, in: partner).text)"
    }
    guard let row = partners.list.selected else { return "" }
    let reasons = attention(of: row)
    let title = "\(title(of: row))\(reasons.isEmpty ? "" : ": ")"
    return title + reasons.joined(separator: "; ") + (title.hasSuffix(".") ? "" : ".")
  }

  /// The likeliest keys.
  var partnersHints: [Command] {
    if partners.whole != nil {
      return [
        .open, .changePartner, .addHere, .removePartner, .handOver, .setImpact, .clearPartner,
        .nextAttention, .read,
      ]
    }
    let keys: [Command] =
      switch partners.view {
      case .partners:
        [.open, .addHere, .handOver, .setImpact, .changePartner, .foldPartners, .unfoldPartners]
      case .uncovered: [.setImpact, .open]
      case .requests: [.decideRequest, .addHere, .changePartner, .partnerDates, .open]
      case .agreements: [.addHere, .changePartner, .setMembers, .partnerDates, .open]
      case .due: [.open, .partnerDates, .clearPartner]
      case .practice: [.open, .addHere, .changePartner]
      }
    return keys.prefix(4) + [.nextView, .nextAttention] + keys.dropFirst(4) + [.order, .narrow]
  }
}

extension PartnersPane.View {
  /// What the titles of the rows are called.
  fileprivate var heading: String {
    switch self {
    case .partners: "   Partner"
    case .uncovered: " Area"
    case .requests: " About"
    case .agreements: " Agreement"
    case .due: " What"
    case .practice: " Example"
    }
  }

  /// What an empty list says.
  fileprivate var absence: String {
    switch self {
    case .partners: "There is no partner yet: a adds one."
    case .uncovered: "There is no area yet: a in Areas, 1, adds one."
    case .requests: "Nobody has asked for information yet: a adds a request."
    case .agreements: "There is no agreement yet: a adds one."
    case .due: "No review and no disposal is due."
    case .practice: "There is no example yet: a adds one."
    }
  }
}
