package import Screen

extension Form {
  /// How many rows the form takes: its fields, a row for choices or a complaint, and the outline.
  package var height: Int { fields.count + 4 }

  /// Draws the form at the bottom of an area.
  package func draw(in area: Rect, on canvas: inout Canvas) {
    let box = area.splitBottom(min(height, area.height)).bottom
    canvas.fill(box)
    let inside = canvas.box(box, title: title)
    let labels = min(fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0, inside.width / 2)
    let first = max(0, current - max(0, inside.height - 3))
    for (row, index) in (first..<fields.count).enumerated() where row < max(1, inside.height - 2) {
      draw(field: index, y: inside.y + row, labels: labels, in: inside, on: &canvas)
    }
    let note = inside.splitBottom(2).bottom
    if let complaint {
      for (row, line) in complaint.wrapped(to: note.width).prefix(note.height).enumerated() {
        canvas.write(line, x: note.x, y: note.y + row, in: note, style: .alarm)
      }
    } else {
      drawOptions(in: note, on: &canvas)
    }
  }

  private func draw(
    field index: Int, y: Int, labels: Int, in area: Rect, on canvas: inout Canvas
  ) {
    let field = fields[index]
    let isCurrent = index == current
    canvas.write(
      isCurrent ? ">" : " ", x: area.x, y: y, in: area, style: isCurrent ? .strong : .plain)
    canvas.write(
      field.label, x: area.x + 1, y: y, width: labels, in: area,
      style: isCurrent ? .strong : .plain)
    let x = area.x + labels + 3
    let width = area.maxX - x
    if isCurrent {
      field.editor.draw(x: x, y: y, width: width, on: &canvas)
    } else {
      canvas.write(field.text, x: x, y: y, width: width, in: area)
    }
    if field.text.isEmpty {
      let need = field.isRequired ? "needed" : field.hint.isEmpty ? "may stay empty" : ""
      let hint = [need, field.hint].filter { !$0.isEmpty }.joined(separator: ": ")
      canvas.write(
        hint, x: x + 1, y: y, width: width - 1, in: area, style: isCurrent ? .input : .faint)
    }
  }

  /// The options around the chosen one, as many as there is room for.
  private func drawOptions(in area: Rect, on canvas: inout Canvas) {
    let options = suggestions(current)
    let chosen = options.firstIndex { $0.label == fields[current].text }
    var x = area.x
    let first = max(0, (chosen ?? 0) - 1)
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
