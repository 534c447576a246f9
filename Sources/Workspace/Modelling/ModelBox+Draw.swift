import Domain
import Screen

extension ModelBox {
  /// Draws the list, and beside it as many of the details as there is room for.
  func draw(_ details: [TextLine], in body: Rect, on canvas: inout Canvas) {
    if let whole {
      whole.draw(in: body, on: &canvas)
      return
    }
    canvas.fill(body)
    let (list, second) = boxes(in: body)
    drawList(in: list, on: &canvas)
    let inside = canvas.box(second, title: isProposal ? "What would move" : "Details")
    let wrapped = details.flatMap { $0.wrapped(to: max(8, inside.width)) }
    let isCut = wrapped.count > inside.height
    for (row, line) in wrapped.prefix(max(0, inside.height - (isCut ? 1 : 0))).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    if isCut {
      canvas.write("more: r", x: inside.x, y: inside.maxY - 1, in: inside, style: .key)
    }
  }

  private func drawList(in area: Rect, on canvas: inout Canvas) {
    let height = max(0, area.height - 2)
    let head = revision.isChanged ? "PROPOSED" : isInUse ? "Model" : "Model not in use"
    let inside = canvas.box(
      area, title: "\(head) · \(model.label)", note: list.note(height: height))
    var list = list
    list.keepInSight(height: height)
    for (row, entry) in list.visible(height: height).enumerated() {
      let rect = Rect(x: inside.x, y: inside.y + row, width: inside.width, height: 1)
      let line = line(of: entry)
      let isSame = model.says(entry, asIn: revision.base.content)
      canvas.write(isSame ? " " : "*", x: rect.x + 1, y: rect.y, in: rect, style: .warning)
      canvas.write(
        line.text, x: rect.x + 2, y: rect.y, width: rect.width - 2, in: rect, style: line.style)
      if entry == list.selected { canvas.markSelected(rect) }
    }
  }

  /// A part of the model in a line.
  private func line(of entry: ModelEntry) -> TextLine {
    switch entry {
    case .model: return TextLine("Model  \(model.title)", style: .strong)
    case .risk: return TextLine("Risk   = \(model.formula.risk)")
    case .grading: return TextLine("Grade  = \(model.formula.grading)")
    case .section(let id):
      let title = model.sections[id]?.title ?? id.text
      return TextLine(title.folded == id.text ? title : "\(title): \(id)", style: .heading)
    case .criterion(let id):
      guard let criterion = model.criteria[id] else { return TextLine() }
      let values = criterion.scale.keys.sorted().map(\.description).joined(separator: " ")
      let short = criterion.short.padded(to: 2)
      return TextLine(" \(short)  \(criterion.title.padded(to: 22))  \(values)")
    case .point(let id, let value):
      guard let point = model.criteria[id]?.scale[value] else { return TextLine() }
      let anchor = point.anchor ?? "no wording"
      return TextLine(
        "      \(value.description.padded(to: 4)) key \(point.key)  \(anchor)",
        style: point.anchor == nil ? .faint : .plain)
    case .multiplier(let total):
      guard let entry = model.multipliers[total] else { return TextLine() }
      return TextLine(
        "Multiplier of \(total.description.padded(to: 4)) "
          + "\(entry.value.description.padded(to: 5)) \(entry.basis.rawValue)",
        style: entry.basis == .assumed ? .warning : .plain)
    }
  }
}

extension String {
  /// The text with spaces behind it, so that it takes at least so many columns.
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: self)))
  }
}
