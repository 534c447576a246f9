package import Screen

/// A form that stands in the place of what it changes: a row for each field, and nothing around it.
extension Form {
  /// How many rows the fields take.
  package var inPlaceHeight: Int { fields.count }

  /// Draws the fields in a rectangle, however small, with the current one in sight.
  package func drawInPlace(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    let isNarrow = area.width < 48
    let labels = fields.map { isNarrow ? $0.short : $0.label }
    let width = min(labels.map(TextWidth.columns).max() ?? 0, area.width / 2)
    let first = max(0, min(current - area.height / 2, fields.count - area.height))
    for (row, index) in fields.indices.dropFirst(first).enumerated() where row < area.height {
      let (label, text) = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
        .splitLeft(width + 2)
      let isWrong = index != current && fields[index].isWrong
      let style: Style = index == current ? .strong : isWrong ? .alarm : .faint
      let mark = index == current ? ">" : isWrong ? "!" : " "
      canvas.write(mark + labels[index], x: label.x, y: label.y, in: label, style: style)
      drawInPlace(fields[index], isCurrent: index == current, in: text, on: &canvas)
    }
  }

  private func drawInPlace(
    _ field: Field, isCurrent: Bool, in area: Rect, on canvas: inout Canvas
  ) {
    if isCurrent { return field.editor.draw(x: area.x, y: area.y, width: area.width, on: &canvas) }
    let isEmpty = field.text.isEmpty
    let text = isEmpty ? field.isRequired ? "needed" : "-" : field.text
    canvas.write(
      text, x: area.x, y: area.y, width: area.width, in: area, style: isEmpty ? .faint : .plain)
  }

  /// Draws what belongs to the current field and has no room beside it: its name in full, what a
  /// date was taken for, what can be chosen, what is wrong.
  package func drawDetail(in area: Rect, on canvas: inout Canvas) {
    if let complaint { return draw(complaint, in: area, on: &canvas) }
    let field = fields[current]
    // A card is narrow: the whole of a text stands here.
    if case .text = field.kind, !field.text.isEmpty {
      return draw("\(field.label): \(field.text)", style: .plain, in: area, on: &canvas)
    }
    let (top, rest) = area.splitTop(1)
    var x = canvas.write("\(field.label) ", x: top.x, y: top.y, in: top, style: .strong)
    if let echo = field.echo {
      x = canvas.write("\(echo) ", x: x, y: top.y, in: top)
    } else if field.text.isEmpty {
      x = canvas.write("\(field.need) ", x: x, y: top.y, in: top, style: .faint)
    }
    let beside = Rect(x: x + 1, y: top.y, width: top.maxX - x - 1, height: 1)
    drawOptions(in: rest.isEmpty ? beside : rest, on: &canvas)
  }
}
