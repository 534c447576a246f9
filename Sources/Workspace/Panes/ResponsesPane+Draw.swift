import Domain
import Screen

/// What stands behind the cells of a row.
private enum MatrixTail { case comments, reminded, next }

/// How the matrix is laid out: the name, as many columns as fit, and what stands behind them.
private struct MatrixLayout {
  let nameWidth: Int
  let cellWidth: Int

  /// The columns in sight, the cursor's among them.
  let columns: Range<Int>
  let tails: [(tail: MatrixTail, x: Int, width: Int)]

  init(width: Int, columns count: Int, cursor: Int, isOfAreas: Bool) {
    let widths: [(MatrixTail, Int)] =
      width >= 100
      ? [(.comments, 10), (.reminded, 13), (.next, 12)]
      : width >= 60 ? [(.comments, 5), (.next, 10)] : []
    let room = width - widths.reduce(0) { $0 + $1.1 }
    let leastName = width >= 100 ? isOfAreas ? 36 : 28 : width >= 60 ? 24 : 13
    cellWidth = min(max(4, (room - leastName) / max(1, count)), 14)
    let shown = min(count, max(1, (room - leastName) / cellWidth))
    let first = min(max(0, cursor - shown + 1), count - shown)
    columns = first..<first + shown
    nameWidth = max(4, room - shown * cellWidth)
    var x = nameWidth + shown * cellWidth
    tails = widths.map { tail, width in
      defer { x += width }
      return (tail, x, width)
    }
  }

  /// Where a column begins.
  func x(of column: Int) -> Int { nameWidth + (column - columns.lowerBound) * cellWidth }
}

extension WorkspaceState {
  func drawResponses(on canvas: inout Canvas) {
    if responses.view == .rounds { return drawRounds(in: body, on: &canvas) }
    guard let round = shownRound else {
      return draw(notice: noRoundText, title: "Responses", on: &canvas)
    }
    let (top, bottom) = body.splitTop(matrixArea.height)
    drawMatrix(of: round, in: top, on: &canvas)
    if bottom.height > 2 { drawAnswer(in: bottom, on: &canvas) }
  }

  private func draw(notice: String, title: String, on canvas: inout Canvas) {
    let inside = canvas.box(body, title: title, note: damagedNote ?? "")
    for (row, line) in notice.wrapped(to: max(8, inside.width - 2)).enumerated() {
      canvas.write(line, x: inside.x + 1, y: inside.y + row, in: inside, style: .warning)
    }
    canvas.cursor = Position(x: inside.x, y: inside.y)
  }

  /// The rectangle of the matrix: as high as its rows, where there is room for the answer below it.
  private var matrixArea: Rect {
    let wanted = responses.list.rows.count + 5
    guard body.height >= 22, !isZoomed, wanted <= body.height - 5 else { return body }
    return body.splitTop(wanted).top
  }

  /// How many lines of the matrix stand below its rows: what was said, and who is awaited.
  private var totalsHeight: Int { matrixArea.height >= 12 ? 2 : 1 }

  /// How many rows of the matrix are in sight.
  var matrixHeight: Int { max(1, matrixArea.height - 3 - totalsHeight) }

  private func drawMatrix(of round: Record<Round>, in area: Rect, on canvas: inout Canvas) {
    let list = responses.list
    let columns = responseColumns
    let cursor = place(of: responses.column, among: columns)
    let isOfAreas = if case .areas = responses.view { true } else { false }
    let layout = MatrixLayout(
      width: area.width - 2, columns: columns.count, cursor: cursor, isOfAreas: isOfAreas)
    let hidden =
      layout.columns.count < columns.count
      ? "\(layout.columns.count) of \(columns.count) columns" : ""
    let cut = [list.note(height: matrixHeight), hidden].filter { !$0.isEmpty }
    let note = damagedNote ?? cut.joined(separator: " · ")
    let inside = canvas.box(
      area, title: matrixTitle(of: round, width: area.width - 6), note: note)
    drawLegend(below: area, beside: note, on: &canvas)
    let (headings, rest) = inside.splitTop(1)
    let (rows, totals) = rest.splitBottom(min(totalsHeight, max(0, rest.height - 1)))
    drawHeadings(columns, layout, in: headings, on: &canvas)
    for (index, row) in list.visible(height: rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      draw(row, of: round, columns, layout, in: place, on: &canvas)
      guard row == list.selected else { continue }
      canvas.write(">", x: place.x, y: place.y, in: place, style: .strong)
      let x = place.x + layout.x(of: cursor)
      let cell = Rect(x: x, y: place.y, width: layout.cellWidth, height: 1)
      canvas.restyle(cell) { $0.selected }
      canvas.cursor = Position(x: x + 1, y: place.y)
    }
    if list.rows.isEmpty {
      let text =
        list.total == 0
        ? "Nobody was invited to this round: p says whom to ask."
        : "No respondent fits the filter: Esc drops it."
      canvas.write(text, x: rows.x + 1, y: rows.y, width: rows.width - 1, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
    drawTotals(columns, layout, in: totals, on: &canvas)
  }

  // MARK: Around the matrix

  /// The round, how much time it has, and what the cells are about: as much as there is room for.
  private func matrixTitle(of round: Record<Round>, width: Int) -> String {
    let filter = responses.list.filter.text
    let chip = filter.isEmpty ? nil : "/\(filter)"
    let days = round.isClosed ? "closed" : round.timeLeft(on: today)
    let about: (long: String, short: String) =
      switch responses.view {
      case .areas(.one(let question)):
        (
          "question \(number(of: question)): \(text(of: question))",
          "question \(number(of: question))"
        )
      case .questions(let area):
        (board[area]?.title ?? area.text, board[area]?.title ?? area.text)
      case .areas, .rounds: ("all questions", "all questions")
      }
    let titles = [
      ["Responses", round.title, round.deadline(on: today), about.long, chip],
      ["Responses", round.title, round.deadline(on: today), about.short, chip],
      [round.title, round.deadline(on: today), about.short, chip],
      [round.title, days, about.short, chip],
      [days, about.short, chip],
    ].map { $0.compactMap(\.self).joined(separator: " · ") }
    // A question is told as far as there is room, all else as a whole.
    if case .areas(.one) = responses.view, TextWidth.columns(of: titles[1]) + 12 <= width {
      return titles[0]
    }
    return titles.first { TextWidth.columns(of: $0) <= width } ?? titles[titles.count - 1]
  }

  /// How many files of rounds and responses cannot be read; `nil` where all can.
  var damagedNote: String? {
    let damaged = unreadable.count {
      $0.file.hasPrefix("rounds/") || $0.file.hasPrefix("responses/")
    }
    return damaged == 0 ? nil : "\(damaged) cannot be read, :problems tells"
  }

  /// What the letters mean, in the lower border.
  private func drawLegend(below area: Rect, beside note: String, on canvas: inout Canvas) {
    let texts = [
      "A answered  N nil return  D declined  X not applicable  B bounced  . awaited",
      "A answered  N nil  D declined  X n/a  B bounced  . awaited",
      "A said  N nil  D no  X n/a  B back",
    ]
    let taken = note.isEmpty ? 4 : TextWidth.columns(of: note) + 7
    guard let text = texts.first(where: { $0.utf8.count <= area.width - taken }) else { return }
    canvas.write(" \(text) ", x: area.x + 1, y: area.maxY - 1, in: area, style: .faint)
  }

  private func drawHeadings(
    _ columns: [ResponsesPane.Column], _ layout: MatrixLayout, in row: Rect,
    on canvas: inout Canvas
  ) {
    canvas.write(
      " Respondent", x: row.x, y: row.y, width: layout.nameWidth, in: row, style: .heading)
    for index in layout.columns {
      let text = heading(of: columns[index], width: layout.cellWidth - 1)
      canvas.write(
        text, x: row.x + layout.x(of: index) + 1, y: row.y, width: layout.cellWidth - 1, in: row,
        style: .heading)
    }
    for (tail, x, width) in layout.tails {
      let text =
        switch tail {
        case .comments: width < 9 ? "answ" : "answered"
        case .reminded: "reminded"
        case .next: "next"
        }
      canvas.write(text, x: row.x + x + 1, y: row.y, width: width - 1, in: row, style: .heading)
    }
  }

  // MARK: One row

  private func draw(
    _ row: Respondent, of round: Record<Round>, _ columns: [ResponsesPane.Column],
    _ layout: MatrixLayout, in place: Rect, on canvas: inout Canvas
  ) {
    let isSelected = row == responses.list.selected
    writeTitle(
      " \(title(of: row))", of: RecordName(row.partner), width: layout.nameWidth, in: place,
      style: isSelected ? .strong : .plain, on: &canvas)
    for index in layout.columns {
      let state = state(of: row, at: columns[index])
      canvas.write(
        String(state.letter), x: place.x + layout.x(of: index) + 2, y: place.y, in: place,
        style: state.style)
    }
    for (tail, x, width) in layout.tails {
      let (text, style) = text(tail, of: row, in: round, width: width - 1)
      canvas.write(
        text, x: place.x + x + 1, y: place.y, width: width - 1, in: place, style: style)
    }
  }

  /// What a row is called; units stand below their agency, further in.
  private func title(of row: Respondent) -> String {
    switch row.standing {
    case .agency: name(of: row.partner)
    case .whole:
      responses.folded.contains(row.partner)
        ? "\(name(of: row.partner)) +" : name(of: row.partner)
    case .unitUnknown: "  unit not known"
    case .unit: "  \(name(of: row.partner))"
    }
  }

  private func text(
    _ tail: MatrixTail, of row: Respondent, in round: Record<Round>, width: Int
  ) -> (String, Style) {
    switch tail {
    case .comments: return (commentsText(of: row), .plain)
    case .reminded:
      let reminders = round.invitations[row.partner]?.reminders.values.map(\.on) ?? []
      guard let last = reminders.max(by: { $0.lastDayNumber < $1.lastDayNumber }) else {
        return (row.standing == .whole ? "" : "-", .faint)
      }
      return ("\(reminders.count) (\(last.shortWords))", .plain)
    case .next:
      let text = next(of: row, in: round)
      if text.utf8.count <= width { return (text, text == "-" ? .faint : .warning) }
      return (text.replacing("not invited", with: "uninvited"), .warning)
    }
  }

  /// What is to be done next about a row, in a word.
  private func next(of row: Respondent, in round: Record<Round>) -> String {
    if row.standing == .whole {
      let partners = responses.heard?.respondents.partners(of: row) ?? []
      let count = partners.count { deed(of: $0).map { !$0.isToWait } ?? false }
      return count == 0 ? "-" : "chase \(count)"
    }
    switch deed(of: row.partner) {
    case .remind: return "chase"
    case .resend: return "resend"
    case .wait(let until): return "wait \(until.firstDayNumber - today.firstDayNumber) d"
    case nil where !isInvited(row, to: round): return "not invited"
    case nil where board.hasLeft(row.partner, on: today): return "left"
    case nil: return isToBeAsked(row, in: round) ? "ask" : "-"
    }
  }

  /// Whether somebody who has answered otherwise has said nothing on what the view is about.
  private func isToBeAsked(_ row: Respondent, in round: Record<Round>) -> Bool {
    guard let heard = responses.heard, !round.isClosed, let matter = responses.view.matter else {
      return false
    }
    return round.invitations[row.partner] != nil
      && heard.answers.state(of: row.partner, on: matter) == nil
  }

  /// Whether the partner of a row was invited, or where its unit is not known, one of its units.
  func isInvited(_ row: Respondent, to round: Record<Round>) -> Bool {
    if round.invitations[row.partner] != nil { return true }
    guard row.standing == .unitUnknown || row.standing == .whole else { return false }
    let partners =
      responses.heard?.respondents.partners(of: Respondent(row.partner, .whole)) ?? []
    return partners.contains { round.invitations[$0] != nil }
  }

  // MARK: Below the rows

  /// How many agencies have said something on each column, and who has said nothing at all.
  private func drawTotals(
    _ columns: [ResponsesPane.Column], _ layout: MatrixLayout, in area: Rect,
    on canvas: inout Canvas
  ) {
    guard area.height > 0, let heard = responses.heard else { return }
    canvas.write(
      layout.nameWidth < 16 ? " said" : " said something", x: area.x, y: area.y,
      width: layout.nameWidth, in: area, style: .heading)
    let counts = columns.map { heard.answers.comments(on: matter(at: $0)) }
    for index in layout.columns {
      let count = "\(counts[index])"
      canvas.write(
        count, x: area.x + layout.x(of: index) + (count.count > 1 ? 1 : 2), y: area.y, in: area,
        style: counts[index] == 0 ? .warning : .heading)
    }
    if let tail = layout.tails.first {
      let sum = zip(columns, counts).reduce(0) { $0 + (isCounted($1.0) ? $1.1 : 0) }
      canvas.write(
        "\(sum)", x: area.x + tail.x + 1, y: area.y, width: tail.width - 1, in: area,
        style: .heading)
    }
    guard area.height > 1 else { return }
    let told = turnoutText.map { "\($0); " } ?? ""
    let awaited = awaitedText(width: area.width - 1 - TextWidth.columns(of: told))
    canvas.write(
      " \(told)\(awaited)", x: area.x, y: area.y + 1, width: area.width,
      in: area)
  }

  /// How many agencies have answered what the view is about, where it is not about everything.
  private var turnoutText: String? {
    guard let heard = responses.heard, let matter = responses.view.matter else { return nil }
    return
      "\(heard.answers.responding(on: matter)) of \(heard.respondents.agencies) agencies on this"
  }

  /// How many names of those who have not answered are looked at.
  private static let mostAwaited = 24

  /// Who has not answered, by name as far as there is room.
  func awaitedText(width: Int) -> String {
    guard let heard = responses.heard else { return "" }
    let count = heard.awaited.count
    guard count > 0 else {
      return heard.respondents.rows.isEmpty ? "" : "Everybody has answered."
    }
    let start = "awaited \(count): "
    // No line has room for more names, however many there are.
    let awaited = heard.awaited.first(WorkspaceState.mostAwaited)
    let units = Dictionary(grouping: awaited.filter { agency(of: $0) != $0 }, by: agency)
    let alone = awaited.filter { agency(of: $0) == $0 || units[agency(of: $0)]?.count == 1 }
    let together = units.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { "\($0.value.count) units of \(name(of: $0.key))" }
    let grouped = alone.map(name) + together
    let whole = [awaited.map(name), grouped].lazy.map { start + $0.list }
      .first { TextWidth.columns(of: $0) <= width }
    if awaited.count == count, let whole { return whole }
    for shown in stride(from: alone.count, through: 0, by: -1) {
      let text = start + (alone.prefix(shown).map(name) + ["\(count - shown) more"]).list
      if TextWidth.columns(of: text) <= width { return text }
    }
    return "\(count) have not answered"
  }
}

extension AnswerState {
  /// How its letter is drawn; the letter says the same.
  fileprivate var style: Style {
    switch self {
    case .awaited: .faint
    case .undelivered: .alarm
    case .declined: .warning
    case .notApplicable, .nilReturn: .plain
    case .answered: .good
    }
  }
}

extension CalendarDate {
  /// Day and month where both are known: `2 Feb`.
  fileprivate var shortWords: String {
    day == nil ? words : words.split(separator: " ").prefix(2).joined(separator: " ")
  }
}
