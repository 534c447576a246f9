import Domain
import Screen

extension WorkspaceState {
  func drawResponses(on canvas: inout Canvas) {
    if responses.view == .rounds { return drawRounds(in: body, on: &canvas) }
    guard let matrix else {
      return draw(notice: emptiness(noRoundText), title: "Responses", on: &canvas)
    }
    let (top, bottom) = body.splitTop(matrixArea.height)
    draw(matrix, in: top, on: &canvas)
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

  private func draw(_ matrix: Matrix, in area: Rect, on canvas: inout Canvas) {
    let list = responses.list
    let columns = matrix.columns
    let cursor = place(of: responses.column, among: columns)
    let isOfAreas = if case .areas = responses.view { true } else { false }
    let layout = MatrixLayout(
      width: area.width - 2, columns: columns.count, cursor: cursor, isOfAreas: isOfAreas,
      tellsAbsence: tellsAbsence)
    let hidden =
      layout.columns.count < columns.count
      ? "\(layout.columns.count) of \(columns.count) columns" : ""
    let cut = [list.note(height: matrixHeight), hidden].filter { !$0.isEmpty }
    let note = damagedNote ?? cut.joined(separator: " · ")
    let inside = canvas.box(
      area, title: matrixTitle(of: matrix.round, width: area.width - 6), note: note)
    drawLegend(below: area, beside: note, on: &canvas)
    let (headings, rest) = inside.splitTop(1)
    let (rows, totals) = rest.splitBottom(min(totalsHeight, max(0, rest.height - 1)))
    drawHeadings(columns, layout, in: headings, on: &canvas)
    for (index, row) in list.visible(height: rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      draw(row, of: matrix, layout, in: place, on: &canvas)
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
        ? emptiness("Nobody was invited to this round: p says whom to ask.")
        : "No respondent fits the filter: Esc drops it."
      canvas.write(text, x: rows.x + 1, y: rows.y, width: rows.width - 1, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
    drawTotals(of: matrix, layout, in: totals, on: &canvas)
  }

  // MARK: Around the matrix

  /// The round, how much time it has, and what the cells are about: as much as there is room for.
  private func matrixTitle(of round: Record<Round>, width: Int) -> String {
    let filter = responses.list.filter.text
    let chip = filter.isEmpty ? nil : "/\(filter)"
    let days = round.isClosed ? "closed" : tellsAbsence ? round.timeLeft(on: today) : nil
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
      ["Responses", round.title, deadline(of: round), about.long, chip],
      ["Responses", round.title, deadline(of: round), about.short, chip],
      [round.title, deadline(of: round), about.short, chip],
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
    let texts =
      !tellsAbsence
      ? ["A answered  N nil return  D declined  X not applicable"]
      : [
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
        case .comments: !tellsAbsence ? "published" : width < 9 ? "answ" : "answered"
        case .reminded: "reminded"
        case .next: "next"
        }
      canvas.write(text, x: row.x + x + 1, y: row.y, width: width - 1, in: row, style: .heading)
    }
  }
}
