package import Screen

/// A column of a table on the screen.
package struct Column<ID: Hashable & Sendable>: Sendable {
  package let id: ID
  package let heading: String
  package let width: Int
  package let align: Canvas.Alignment

  /// Which columns go first where the screen is narrow: the greatest number.
  package let spare: Int

  package init(
    _ id: ID, _ heading: String, width: Int, align: Canvas.Alignment = .right, spare: Int = 0
  ) {
    self.id = id
    self.heading = heading
    self.width = width
    self.align = align
    self.spare = spare
  }
}

/// Columns beside a title that takes the room they leave.
package struct ColumnLayout<ID: Hashable & Sendable>: Sendable {
  package let titleWidth: Int

  /// The columns that have room, with the column of the screen they begin at.
  package let columns: [(column: Column<ID>, x: Int)]

  /// Leaves out spare columns until the title has room.
  ///
  /// - Parameters:
  ///   - columns: All columns, from left to right, each with its gap in its width.
  ///   - width: The columns of the screen there are.
  ///   - least: What the title should have at least.
  package init(_ columns: [Column<ID>], width: Int, leastTitle least: Int) {
    var kept = columns
    func used() -> Int { kept.reduce(0) { $0 + $1.width } }
    while width - used() < least, let spare = kept.map(\.spare).max(), spare > 0 {
      guard let index = kept.lastIndex(where: { $0.spare == spare }) else { break }
      kept.remove(at: index)
    }
    titleWidth = max(0, width - used())
    var x = titleWidth
    self.columns = kept.map { column in
      defer { x += column.width }
      return (column, x)
    }
  }

  /// Writes the headings.
  package func drawHeadings(title: String, in row: Rect, on canvas: inout Canvas) {
    canvas.write(title, x: row.x, y: row.y, width: titleWidth, in: row, style: .heading)
    for (column, x) in columns {
      write(column.heading, column, x, in: row, style: .heading, on: &canvas)
    }
  }

  /// Writes the text of one column.
  package func write(
    _ text: String, _ column: Column<ID>, _ x: Int, in row: Rect, style: Style,
    on canvas: inout Canvas
  ) {
    let gap = column.align == .right ? 0 : 1
    canvas.write(
      text, x: row.x + x + gap, y: row.y, width: column.width - gap, in: row, align: column.align,
      style: style)
  }
}
