/// A picture of the whole screen: cells, the cursor, and which characters may be used.
///
/// All drawing is clipped; nothing written outside a rectangle or the canvas has any effect.
package struct Canvas: Equatable, Sendable {
  /// Which characters the terminal can show.
  package enum Repertoire: Sendable {
    case unicode
    /// Only ASCII: lines become `-`, `|` and `+`, other characters `?`.
    case ascii
  }

  package let size: Size
  package let repertoire: Repertoire

  /// All cells, row by row.
  package private(set) var cells: [Cell]

  /// Where the hardware cursor stands; `nil` puts it in the lower right corner.
  package var cursor: Position?

  package init(size: Size, repertoire: Repertoire = .unicode) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    self.repertoire = repertoire
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  package var bounds: Rect { Rect(size) }

  package subscript(x x: Int, y y: Int) -> Cell { cells[y * size.width + x] }

  /// Writes text on one row, clipped to a rectangle.
  ///
  /// A wide glyph that would straddle the right edge is replaced by a space.
  ///
  /// - Returns: The column after the last one written.
  @discardableResult
  package mutating func write(
    _ text: String, x: Int, y: Int, in area: Rect? = nil, style: Style = .plain
  ) -> Int {
    let area = (area ?? bounds).intersection(bounds)
    guard y >= area.y, y < area.maxY else { return x }
    var x = x
    for glyph in Glyphs(text) {
      guard x < area.maxX else { break }
      let glyph = shown(glyph)
      let columns = glyph.columns
      if x >= area.x && x + columns <= area.maxX {
        put(glyph, columns: columns, x: x, y: y, style: style)
      } else if x + columns > area.x {
        blank(from: max(x, area.x), to: min(x + columns, area.maxX), y: y, style: style)
      }
      x += columns
    }
    return min(x, area.maxX)
  }

  /// Where text stands in the columns that are given to it.
  package enum Alignment: Sendable {
    case left
    case right
  }

  /// Writes text in exactly `width` columns: cut with `…` when too long, filled when too short.
  package mutating func write(
    _ text: String, x: Int, y: Int, width: Int, in area: Rect? = nil, align: Alignment = .left,
    style: Style = .plain
  ) {
    guard width > 0 else { return }
    let column = Rect(x: x, y: y, width: width, height: 1).intersection(area ?? bounds)
    fill(column, style: style)
    let text = text.cut(to: width)
    let indent = align == .left ? 0 : width - TextWidth.columns(of: text)
    write(text, x: x + indent, y: y, in: column, style: style)
  }

  /// Fills a rectangle with spaces of one style.
  package mutating func fill(_ area: Rect, style: Style = .plain) {
    let area = area.intersection(bounds)
    for y in area.y..<area.maxY { blank(from: area.x, to: area.maxX, y: y, style: style) }
  }

  /// Changes the style of what stands in a rectangle.
  package mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    let area = area.intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        let index = y * size.width + x
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Draws the outline of a box with a title in its upper border and a note in its lower one.
  ///
  /// - Returns: The rectangle inside the outline.
  @discardableResult
  package mutating func box(
    _ area: Rect, title: String = "", note: String = "", style: Style = .border,
    titleStyle: Style = .heading
  ) -> Rect {
    guard area.width >= 2, area.height >= 2 else { return area.inset() }
    let line = String(repeating: "─", count: area.width - 2)
    write("┌" + line + "┐", x: area.x, y: area.y, in: area, style: style)
    write("└" + line + "┘", x: area.x, y: area.maxY - 1, in: area, style: style)
    for y in area.y + 1..<area.maxY - 1 {
      write("│", x: area.x, y: y, in: area, style: style)
      write("│", x: area.maxX - 1, y: y, in: area, style: style)
    }
    let room = area.width - 4
    if !title.isEmpty, room > 2 {
      write(" \(title.cut(to: room - 2)) ", x: area.x + 1, y: area.y, in: area, style: titleStyle)
    }
    if !note.isEmpty, room > 2 {
      let note = " \(note.cut(to: room - 2)) "
      write(
        note, x: area.maxX - 2 - TextWidth.columns(of: note), y: area.maxY - 1, in: area,
        style: style)
    }
    return area.inset()
  }

  private func shown(_ glyph: Glyph) -> Glyph {
    guard repertoire == .ascii else { return glyph }
    if glyph.scalars[0] < 0x7F { return Glyph(glyph.scalars[0]) }
    return Canvas.asciiFor[glyph.scalars[0]] ?? Glyph(0x3F)
  }

  /// What stands for our own line and mark characters where only ASCII may be sent.
  private static let asciiFor: [UInt32: Glyph] = {
    let pairs: [(String, String)] = [
      ("─━", "-"), ("│┃", "|"), ("┌┐└┘├┤┬┴┼", "+"), ("…·•", "."), ("→", ">"), ("←", "<"),
      ("▲↑", "^"), ("▼↓", "v"), ("–—", "-"), ("‘’", "'"), ("“”", "\""), ("×", "x"),
      ("▁▂▃▄▅▆▇█", "#"), ("✓", "y"),
    ]
    var table: [UInt32: Glyph] = [:]
    for (many, one) in pairs {
      for scalar in many.unicodeScalars {
        for glyph in Glyphs(one) { table[scalar.value] = glyph }
      }
    }
    return table
  }()

  private mutating func put(_ glyph: Glyph, columns: Int, x: Int, y: Int, style: Style) {
    breakWide(from: x, to: x + columns, y: y)
    let index = y * size.width + x
    cells[index] = Cell(glyph, style: style)
    if columns == 2 { cells[index + 1] = Cell(.rightHalf, style: style) }
  }

  private mutating func blank(from first: Int, to end: Int, y: Int, style: Style) {
    guard first < end else { return }
    breakWide(from: first, to: end, y: y)
    for x in first..<end { cells[y * size.width + x] = Cell(.space, style: style) }
  }

  /// Turns the other half of a wide glyph into a space when one half is about to be overwritten.
  private mutating func breakWide(from first: Int, to end: Int, y: Int) {
    let row = y * size.width
    if first > 0, cells[row + first].glyph == .rightHalf { cells[row + first - 1].glyph = .space }
    if end < size.width, cells[row + end].glyph == .rightHalf { cells[row + end].glyph = .space }
  }
}
