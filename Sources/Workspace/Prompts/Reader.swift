package import Screen

/// A text to read, with a style a line.
package struct TextLine: Equatable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String = "", style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// The line broken to a width; continued lines keep the indent, but not its mark.
  package func wrapped(to columns: Int) -> [TextLine] {
    let indent = text.prefix { $0 == " " || $0 == ">" }
    guard indent.count < columns / 2 else { return [self] }
    let blank = String(repeating: " ", count: indent.count)
    return String(text.dropFirst(indent.count)).wrapped(to: columns - indent.count).enumerated()
      .map { TextLine(($0 == 0 ? indent : blank[...]) + $1, style: style) }
  }
}

/// Text that is too long for its box, and how far it is scrolled.
package struct Reader: Equatable, Sendable {
  package let title: String
  package let lines: [TextLine]
  package private(set) var scroll = 0

  package init(title: String, lines: [TextLine]) {
    self.title = title
    self.lines = lines
  }

  /// Scrolls, but never past the last line.
  package mutating func scroll(by rows: Int, size: Size) {
    let count = wrapped(to: size.width - 2).count
    scroll = min(max(scroll + rows, 0), max(0, count - (size.height - 2)))
  }

  package func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    let wrapped = wrapped(to: area.width - 2)
    let inside = area.inset()
    let last = min(wrapped.count, scroll + inside.height)
    let note = wrapped.count > inside.height ? "\(last) of \(wrapped.count) lines" : ""
    canvas.box(area, title: title, note: note)
    for (row, line) in wrapped.dropFirst(scroll).prefix(inside.height).enumerated() {
      canvas.write(
        line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    canvas.cursor = Position(x: inside.x, y: inside.y)
  }

  private func wrapped(to columns: Int) -> [TextLine] {
    lines.flatMap { $0.wrapped(to: max(8, columns)) }
  }
}
