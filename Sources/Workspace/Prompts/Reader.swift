package import Domain
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
///
/// What a record says is followed by what was done to it, as soon as the logs have been read.
package struct Reader: Equatable, Sendable {
  package private(set) var title: String
  package private(set) var lines: [TextLine]

  /// The records whose history follows the text; none where it is another text.
  package let records: [RecordName]

  /// The number of the latest act in the history that the person here may take back; `nil` for none.
  package internal(set) var ownAct: Int?

  /// Where the heading of the history stands among the lines.
  private let heading: Int
  package private(set) var scroll = 0

  package init(title: String, lines: [TextLine], historyOf records: [RecordName] = []) {
    self.title = title
    self.lines = lines
    self.records = records
    heading = lines.count + 1
    if !records.isEmpty { show(history: [TextLine("reading the log…", style: .faint)]) }
  }

  /// Puts the history behind the text.
  package mutating func show(history: [TextLine]) {
    lines =
      lines.prefix(heading - 1) + [TextLine(), TextLine("History", style: .heading)] + history
  }

  /// Shows other lines, scrolled no further than some of them need to be seen.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - title: What they are.
  ///   - sights: Which of them are to be seen: of these the first that has room, else the beginning
  ///     of the last. None leaves it.
  ///   - size: The size of the box.
  package mutating func show(
    _ lines: [TextLine], title: String, sights: [Range<Int>] = [], size: Size
  ) {
    self.title = title
    self.lines = lines
    let height = max(1, size.height - 2)
    let rows = sights.map { Reader.wrapped(lines[$0], to: size.width - 2).count }
    guard let place = rows.firstIndex(where: { $0 <= height }) ?? sights.indices.last else {
      return
    }
    let first = Reader.wrapped(lines[..<sights[place].lowerBound], to: size.width - 2).count
    scroll = min(max(scroll, first + rows[place] - height), first)
    scroll(by: 0, size: size)
  }

  /// Scrolls, but never past the last line.
  package mutating func scroll(by rows: Int, size: Size) {
    let count = Reader.wrapped(lines[...], to: size.width - 2).count
    scroll = min(max(scroll + rows, 0), max(0, count - (size.height - 2)))
  }

  /// Scrolls to the history, or back to the beginning from there.
  package mutating func goToHistory(size: Size) {
    guard !records.isEmpty else { return }
    let former = scroll
    let row = Reader.wrapped(lines.prefix(heading), to: size.width - 2).count
    scroll(by: row - scroll, size: size)
    if scroll == former { scroll = 0 }
  }

  package func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    let wrapped = Reader.wrapped(lines[...], to: area.width - 2)
    let inside = area.inset()
    let last = min(wrapped.count, scroll + inside.height)
    let note = wrapped.count > inside.height ? "\(last) of \(wrapped.count) lines" : ""
    canvas.box(area, title: title, note: note)
    let shown = wrapped.dropFirst(scroll).prefix(inside.height)
    for (row, line) in shown.enumerated() {
      canvas.write(
        line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    let selected = shown.firstIndex { $0.style.isSelected }.map { $0 - scroll } ?? 0
    canvas.cursor = Position(x: inside.x, y: inside.y + selected)
  }

  private static func wrapped(_ lines: ArraySlice<TextLine>, to columns: Int) -> [TextLine] {
    lines.flatMap { $0.wrapped(to: max(8, columns)) }
  }
}
