package import Screen

extension ChangeBox {
  /// A line of the list as it is drawn: a heading, or an item by its number.
  private enum Line: Equatable { case heading(Group), item(Int) }

  package func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    let inside = canvas.box(
      area, title: "What changed", note: "\(selectedIndex + 1) of \(items.count)")
    // Where there is little room, the line of the list is the heading of its details.
    let isShort = inside.height < 9
    let lines = details(isShort: isShort, width: inside.width)
    let (list, rest) = inside.splitBottom(
      isShort
        ? min(lines.count, max(0, inside.height - 1))
        : min(max(lines.count + 1, 6), inside.height * 2 / 3))
    drawList(in: list, isShort: isShort, on: &canvas)
    let (line, details) = rest.splitTop(isShort ? 0 : 1)
    canvas.write(
      String(repeating: "─", count: line.width), x: line.x, y: line.y, in: line, style: .border)
    for (row, line) in lines.prefix(details.height).enumerated() {
      canvas.write(line.text, x: details.x, y: details.y + row, in: details, style: line.style)
    }
  }

  private func drawList(in area: Rect, isShort: Bool, on canvas: inout Canvas) {
    var lines: [Line] = []
    for (index, item) in items.enumerated() {
      if !isShort, index == 0 || items[index - 1].group != item.group {
        lines.append(.heading(item.group))
      }
      lines.append(.item(index))
    }
    let place = lines.firstIndex(of: .item(selectedIndex)) ?? 0
    let first = max(0, min(place - area.height / 2, lines.count - area.height))
    let heads = min(items.map { TextWidth.columns(of: $0.head) }.max() ?? 0, area.width / 3)
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      let row = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
      switch line {
      case .heading(let group):
        let count = items.count { $0.group == group }
        canvas.write("\(group.rawValue): \(count)", x: row.x, y: row.y, in: row, style: .heading)
      case .item(let index): draw(index, heads: heads, in: row, on: &canvas)
      }
    }
  }

  private func draw(_ index: Int, heads: Int, in row: Rect, on canvas: inout Canvas) {
    let item = items[index]
    let style: Style =
      switch item.group {
      case .conflicts: .alarm
      case .unseen: .plain
      case .seen: .faint
      }
    canvas.write(item.head, x: row.x + 1, y: row.y, width: heads, in: row, style: style)
    let titles = min(max(14, row.width / 3), max(0, row.width - heads - 3))
    canvas.write(item.title, x: row.x + heads + 3, y: row.y, width: titles, in: row, style: style)
    let x = heads + titles + 5
    canvas.write(
      item.text, x: row.x + x, y: row.y, width: max(0, row.width - x), in: row, style: style)
    if index == selectedIndex { canvas.markSelected(row) }
  }

  private func details(isShort: Bool, width: Int) -> [TextLine] {
    selectedItem.details.dropFirst(isShort ? 1 : 0).flatMap { $0.wrapped(to: max(8, width)) }
  }
}
