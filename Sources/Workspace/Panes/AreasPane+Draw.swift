import Domain
import Screen

/// What a column of the list of areas shows.
private enum AreaColumn: Hashable, Sendable {
  case risk, grading, rank, p(Identifier<P>), late, refused, answered
}

extension WorkspaceState {
  func drawAreas(on canvas: inout Canvas) {
    let (main, second) = boxes(side: secondBoxWidth)
    if second != nil || areas.box == 0 { drawAreaList(in: main, on: &canvas) }
    if let second {
      drawArea(in: second, isInFront: areas.box == 1, on: &canvas)
    } else if areas.box == 1 {
      drawArea(in: main, isInFront: true, on: &canvas)
    }
  }

  private func drawAreaList(in area: Rect, on canvas: inout Canvas) {
    let filter = areas.list.filter.text
    let title = filter.isEmpty ? "Areas" : "Areas · /\(filter)"
    let note = areas.list.note(height: listHeight)
    let inside = canvas.box(
      area, title: title, note: note.isEmpty ? "* focus   rank (by risk)" : note)
    let (headings, rows) = inside.splitTop(1)
    let layout = ColumnLayout(areaColumns, width: inside.width, leastTitle: 24)
    layout.drawHeadings(title: "     Area", in: headings, on: &canvas)
    for (index, id) in areas.list.visible(height: rows.height).enumerated() {
      let row = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      drawArea(id, layout, in: row, on: &canvas)
      if id == areas.list.selected { canvas.markSelected(row) }
    }
    if areas.list.rows.isEmpty { drawNoAreas(in: rows, on: &canvas) }
  }

  /// Areas as they are copied.
  func areaTable(of ids: [Identifier<Area>]) -> RowTable {
    let columns = areaColumns
    return RowTable(
      headings: ["Number", "Area", "Status", "Risk", "Grade", "Rank (by risk)"]
        + board.ps.map(\.title) + ["Late"]
        + (columns.contains { $0.id == .refused } ? ["Refused requests"] : []) + ["Answered"],
      rows: ids.compactMap { board[$0] }.map { area in
        [area.number.map(String.init) ?? "", area.title, area.status.rawValue]
          + columns.map { areaCell($0.id, of: area.id).0 }.map { $0 == "." ? "" : $0 }
      }, telling: 3)
  }

  private func drawNoAreas(in area: Rect, on canvas: inout Canvas) {
    let text =
      areas.list.total == 0
      ? emptiness("There is no priority area yet: a adds one.")
      : "No area fits the filter: Esc drops it."
    canvas.write(text, x: area.x + 1, y: area.y, in: area, style: .warning)
    canvas.cursor = Position(x: area.x, y: area.y)
  }

  private var areaColumns: [Column<AreaColumn>] {
    // Where nothing was refused the titles have the room.
    let isRefused = areas.list.rows.contains { !board.refusedRequests(summaries[$0]).isEmpty }
    let refused = isRefused ? [Column<AreaColumn>(.refused, "Ref", width: 4, spare: 2)] : []
    return [
      Column(.risk, "Risk", width: 6, spare: 3), Column(.grading, "Grade", width: 7, spare: 2),
      Column(.rank, "Rank", width: rankWidth, spare: 4),
    ] + board.ps.map { Column(.p($0.id), abbreviation(of: $0.title), width: 4) } + [
      Column(.late, "Late", width: 5, spare: 1)
    ] + refused + [Column(.answered, "Answ", width: 5, spare: 5)]
  }

  /// Room for the longest pair of ranks in sight, with a gap.
  private var rankWidth: Int {
    let longest = areas.list.rows.map { areaCell(.rank, of: $0).0.count }.max() ?? 0
    return max(7, longest + 1)
  }

  /// Two letters for the head of a P's column: Pu Pv Pt Pp, as they are known.
  func abbreviation(of title: String) -> String {
    let known = ["Pursue": "Pu", "Prevent": "Pv", "Protect": "Pt", "Prepare": "Pp"]
    return known[title] ?? String(title.prefix(2))
  }

  private func drawArea(
    _ id: Identifier<Area>, _ layout: ColumnLayout<AreaColumn>, in row: Rect,
    on canvas: inout Canvas
  ) {
    guard let area = board[id] else { return }
    let number = area.number.map { $0 < 10 ? " \($0)" : "\($0)" } ?? "  "
    let mark = area.status == .focus ? "*" : area.status == .closed ? "x" : " "
    let style: Style = area.status == .closed ? .faint : .plain
    writeTitle(
      " \(mark)\(number) \(area.title)", of: area.recordName, width: layout.titleWidth, in: row,
      style: style, on: &canvas)
    guard !area.isDeleted else { return }
    for (column, x) in layout.columns {
      let (text, style) = areaCell(column.id, of: id)
      layout.write(text, column, x, in: row, style: style, on: &canvas)
    }
  }

  private func areaCell(_ column: AreaColumn, of area: Identifier<Area>) -> (String, Style) {
    let summary = summaries[area]
    let score = leadingScore(of: area)
    switch column {
    case .risk: return (score.map { "\($0.risk.value)" } ?? ".", .plain)
    case .grading: return (score.map { gradingText($0.grading) } ?? ".", .plain)
    case .rank:
      guard let score, let standing = assessment?.standing(of: score) else { return (".", .plain) }
      return ("\(standing.byGrading) (\(standing.byRisk))", .plain)
    case .p(let p):
      if board[area]?.status == .closed { return (".", .faint) }
      let count = summary.cells[p]?.actions.count ?? 0
      if count == 0 { return (tellsAbsence ? "gap" : ".", tellsAbsence ? .warning : .faint) }
      return (String(count), .plain)
    case .late: return summary.late == 0 ? (".", .plain) : (String(summary.late), .alarm)
    case .refused:
      let count = board.refusedRequests(summary).count
      return count == 0 ? (".", .plain) : (String(count), .alarm)
    case .answered:
      guard summaries.invited > 0 else { return (".", .plain) }
      let count = summary.respondents.count
      // Of how many it is counted would tell the public who is silent.
      guard tellsAbsence else { return count == 0 ? (".", .faint) : ("\(count)", .plain) }
      return ("\(count)/\(summaries.invited)", count == 0 ? .warning : .plain)
    }
  }

  /// A grading with `~` where it rests on an assumed multiplier.
  func gradingText(_ grading: Figure) -> String {
    grading.isAssumed ? "~\(grading.value)" : "\(grading.value)"
  }

  /// The whole of what is selected, in a line.
  var areaDetail: String {
    guard let id = areas.list.selected, let area = board[id] else { return "" }
    let attention = board.attention(id, in: summaries, tellingAbsence: tellsAbsence)
    let leading = areas.leadingIssues[id].map { "led by \(board.issues[slot: $0].title)" }
    let said = [leading].compactMap(\.self) + attention + silence(of: id)
    let whole = said.isEmpty ? ["nothing asks for attention"] : said
    return "\(area.title): \(whole.joined(separator: "; "))."
  }

  /// Who has not answered on an area where somebody has; the public is not told.
  private func silence(of area: Identifier<Area>) -> [String] {
    guard tellsAbsence, let round = summaries.round.flatMap({ board[$0] }), round.closed == nil,
      board[area]?.status != .closed
    else { return [] }
    let respondents = summaries[area].respondents
    guard !respondents.isEmpty else { return [] }
    let answered = respondents.union(respondents.compactMap { board.withAgencies($0).last })
    let silent = round.invitations.keys.filter { !answered.contains($0) }.sorted()
    guard !silent.isEmpty else { return [] }
    let names = silent.prefix(2).map { board[$0]?.name ?? $0.text }
    let more = silent.count > 2 ? " and \(silent.count - 2) more" : ""
    return ["\(names.joined(separator: ", "))\(more) of those invited have not answered"]
      + uninvited(among: respondents, of: round)
  }

  /// Whose answers are counted though they were not asked: agencies whose unit is not known, which
  /// clear none of their units, and others.
  private func uninvited(
    among respondents: Set<Identifier<Partner>>, of round: Record<Round>
  ) -> [String] {
    let others = respondents.filter { partner in
      !board.withAgencies(partner).contains { round.invitations[$0] != nil }
    }
    let agencies = Set(round.invitations.keys.flatMap { board.withAgencies($0) })
    let unitless = others.count { agencies.contains($0) }
    let strangers = others.count - unitless
    return [
      unitless == 0 ? nil : "\(unitless.of("answer")) of no known unit",
      strangers == 0 ? nil : "\(strangers.of("answer")) of partners that were not invited",
    ].compactMap(\.self)
  }
}

extension WorkspaceState {
  private func drawArea(in area: Rect, isInFront: Bool, on canvas: inout Canvas) {
    let lines = areaLines.flatMap { $0.wrapped(to: max(8, area.width - 2)) }
    let room = max(0, area.height - 2)
    let first = min(areas.scroll, max(0, lines.count - room))
    let note = lines.count > room ? "\(min(lines.count, first + room)) of \(lines.count) lines" : ""
    let inside = canvas.box(
      area, title: selectedArea.map { areaTitle($0) } ?? "", note: note,
      titleStyle: Style(.heading, isSelected: isInFront))
    for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    if isInFront { canvas.cursor = Position(x: inside.x, y: inside.y) }
  }

  var selectedArea: Record<Area>? { areas.list.selected.flatMap { board[$0] } }

  private func areaTitle(_ area: Record<Area>) -> String {
    [area.number.map(String.init), area.title].compactMap(\.self).joined(separator: " ")
  }

  /// What is known of the selected area.
  var areaLines: [TextLine] {
    guard let area = selectedArea else { return [] }
    return statusLines(area) + reviewLines(area) + profileLines(area)
      + [TextLine(), TextLine("Source: \(area.header.source ?? "not given")", style: .faint)]
  }

  private func statusLines(_ area: Record<Area>) -> [TextLine] {
    var lines = [TextLine(area.status.rawValue.uppercased(), style: .strong)]
    if let latest = area.statusHistory.values.max(by: { $0.on < $1.on }) {
      let decision = latest.decision.flatMap { board[$0] }
      let meeting = decision?.meeting.flatMap { board[$0]?.kind }
      lines = [
        TextLine(
          ([latest.status.rawValue.uppercased() + "  " + latest.on.words]
            + [meeting, decision?.number].compactMap(\.self)).joined(separator: ", "),
          style: .strong)
      ]
      if let why = decision?.rationale { lines.append(TextLine("  \(why)")) }
    }
    let lead = area.lead.map { board[$0]?.name ?? $0.text }
    lines.append(TextLine("Lead   \(lead ?? missing("nobody: i names one").text)"))
    return lines + refusals(board.refusedRequests(summaries[area.id]))
  }

  /// What information was refused, and why.
  func refusals(_ requests: [Identifier<Request>]) -> [TextLine] {
    requests.compactMap { board[$0] }.map { request in
      let reason = request.reason.map { ": \($0)" } ?? ""
      return TextLine("Refused: \(request.about)\(reason)", style: .alarm)
    }
  }

  private func reviewLines(_ area: Record<Area>) -> [TextLine] {
    let latest = area.reviews.values.max { $0.date < $1.date }
    var lines = [TextLine(reviewDue(area, latest)), TextLine()]
    for (id, criterion) in board.settings.reviewCriteria.ranked() {
      let rating = latest?.ratings[id]
      let value = rating?.rating.map { "\($0)\(reviewMaximum)" }
      lines.append(
        TextLine(
          [criterion.title, value ?? (rating == nil ? "." : nil)].compactMap(\.self)
            .joined(separator: "  ")))
      if let sentence = rating?.sentence, !sentence.isEmpty {
        lines.append(TextLine("  \(sentence)", style: .faint))
      }
    }
    return lines
  }

  private var reviewMaximum: String {
    board.settings.reviewScale.values.map(\.value).max().map { " of \($0)" } ?? ""
  }

  private func reviewDue(_ area: Record<Area>, _ latest: Area.AreaReview?) -> String {
    guard let next = latest?.next else {
      guard let latest else { return missing("Not reviewed yet: C reviews").text }
      return "Reviewed \(latest.date.words)"
    }
    let days = next.lastDayNumber - today.firstDayNumber
    return days < 0
      ? "Review due \(next.words), \(-days) days LATE" : "Review due \(next.words) in \(days) days"
  }

  private func profileLines(_ area: Record<Area>) -> [TextLine] {
    guard !area.profile.isEmpty else {
      return [TextLine(), missing("No local profile yet: e writes it")]
    }
    return Area.texts.flatMap { part -> [TextLine] in
      guard let text = area[keyPath: part.field], !text.isEmpty else { return [] }
      return [TextLine(), TextLine(part.title, style: .heading)]
        + text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { TextLine("  \($0)") }
    }
  }
}
