import Domain
package import Screen

extension Form {
  /// How many rows the form takes: its fields, a row for choices or a complaint, and the outline.
  package var height: Int { fields.count + 4 }

  /// Draws the form at the bottom of an area.
  package func draw(in area: Rect, on canvas: inout Canvas) {
    let box = area.splitBottom(min(height, area.height)).bottom
    canvas.fill(box)
    let isCut = box.height < height
    let inside = canvas.box(
      box, title: title, note: isCut ? "field \(current + 1) of \(fields.count)" : "")
    let labels = min(fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0, inside.width / 2)
    let first = max(0, current - max(0, inside.height - 3))
    for (row, index) in (first..<fields.count).enumerated() where row < max(1, inside.height - 2) {
      draw(field: index, y: inside.y + row, labels: labels, in: inside, on: &canvas)
    }
    let note = inside.splitBottom(2).bottom
    if let complaint {
      draw(complaint, in: note, on: &canvas)
    } else {
      drawOptions(in: note, on: &canvas)
      if let reading = fields[current].reading {
        canvas.write(reading, x: note.x, y: note.y + 1, width: note.width, in: note, style: .faint)
      }
      drawCutNeed(beside: labels, in: note, on: &canvas)
    }
  }

  /// What an empty field needs in full, where the field is too narrow for it.
  private func drawCutNeed(beside labels: Int, in area: Rect, on canvas: inout Canvas) {
    let field = fields[current]
    guard field.text.isEmpty, TextWidth.columns(of: field.need) > area.width - labels - 4 else {
      return
    }
    let rows = suggestions(current).isEmpty ? area : area.splitTop(1).rest
    for (row, line) in field.need.wrapped(to: rows.width).prefix(rows.height).enumerated() {
      canvas.write(line, x: rows.x, y: rows.y + row, in: rows, style: .faint)
    }
  }

  func draw(_ complaint: String, in area: Rect, on canvas: inout Canvas) {
    draw(complaint, style: .alarm, in: area, on: &canvas)
  }

  /// Draws as many lines of a sentence as there is room for.
  func draw(_ sentence: String, style: Style, in area: Rect, on canvas: inout Canvas) {
    for (row, line) in sentence.wrapped(to: area.width).prefix(area.height).enumerated() {
      canvas.write(line, x: area.x, y: area.y + row, in: area, style: style)
    }
  }

  private func draw(
    field index: Int, y: Int, labels: Int, in area: Rect, on canvas: inout Canvas
  ) {
    let field = fields[index]
    let isCurrent = index == current
    canvas.write(
      isCurrent ? ">" : field.isWrong ? "!" : " ", x: area.x, y: y, in: area,
      style: isCurrent ? .strong : field.isWrong ? .alarm : .plain)
    canvas.write(
      field.label, x: area.x + 1, y: y, width: labels, in: area,
      style: isCurrent ? .strong : .plain)
    let x = area.x + labels + 3
    let row = Rect(x: x, y: y, width: area.maxX - x, height: 1)
    guard isCurrent else {
      canvas.write(field.text, x: x, y: y, width: row.width, in: area)
      if field.text.isEmpty {
        canvas.write(field.need, x: x + 1, y: y, width: row.width - 1, in: area, style: .faint)
      }
      return
    }
    let echo = field.echo.map { " \($0)" } ?? ""
    let (line, rest) = row.splitLeft(row.width - TextWidth.columns(of: echo))
    field.editor.draw(x: x, y: y, width: line.width, on: &canvas)
    canvas.write(echo, x: rest.x, y: y, in: rest, style: .strong)
    if field.text.isEmpty {
      canvas.write(field.need, x: x + 1, y: y, width: row.width - 1, in: area, style: .input)
    }
  }

  /// The options around the chosen one, as many as there is room for.
  func drawOptions(in area: Rect, on canvas: inout Canvas) {
    let options = suggestions(current)
    let choice = fields[current].chosen
    let chosen = choice.flatMap { options.firstIndex(of: $0) }
    var x = area.x
    let isAll = options.reduce(0) { $0 + TextWidth.columns(of: $1.label) + 2 } <= area.width
    let first = isAll ? 0 : max(0, (chosen ?? 0) - 1)
    if first > 0 { x = canvas.write("…  ", x: x, y: area.y, in: area, style: .faint) }
    for (index, option) in options.enumerated().dropFirst(first) where x < area.maxX {
      x = canvas.write(
        option.label, x: x, y: area.y, in: area,
        style: Style(.plain, isSelected: index == chosen))
      x = canvas.write("  ", x: x, y: area.y, in: area)
    }
  }

  /// The keys of the form.
  var hints: [(keys: String, title: String)] {
    (suggestions(current).isEmpty ? [] : [("Up Down", "choose")])
      + [("Tab", "next field"), ("Enter", "keep"), ("Esc", "leave as it was")]
  }
}

extension Form.Field {
  /// What an empty field needs: whether it may stay empty, and what to type.
  var need: String {
    let need = isRequired ? "needed" : hint.isEmpty ? "may stay empty" : ""
    return [need, hint].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// What was understood of a date that is written otherwise; `= ?` while nothing is.
  var echo: String? {
    guard case .date(let today) = kind, !text.isEmpty else { return nil }
    guard let date = try? CalendarDate(typed: text, today: today) else { return "= ?" }
    return date.words == text ? nil : "= \(date.words)"
  }
}
