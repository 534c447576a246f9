import Domain
import Screen

/// What a column of a list of records shows.
private enum RecordColumn: Hashable, Sendable {
  case kind, state
}

extension WorkspaceState {
  func drawRecords(on canvas: inout Canvas) {
    guard let records = records[pane] else { return }
    let (main, second) = boxes(side: secondBoxWidth)
    if second != nil || records.box == 0 { drawRecordList(records, in: main, on: &canvas) }
    if let second {
      drawRecord(records, in: second, on: &canvas)
    } else if records.box == 1 {
      drawRecord(records, in: main, on: &canvas)
    }
  }

  private func drawRecordList(_ records: RecordsPane, in area: Rect, on canvas: inout Canvas) {
    let filter = records.list.filter.text
    let title = filter.isEmpty ? pane.title : "\(pane.title) · /\(filter)"
    let inside = canvas.box(
      area, title: title, note: records.list.note(height: max(0, area.height - 3)))
    let (headings, rows) = inside.splitTop(1)
    let layout = ColumnLayout(
      [
        Column<RecordColumn>(.state, "State", width: 16, align: .left, spare: 1),
        Column(.kind, "Kind", width: 11, align: .left, spare: 2),
      ], width: inside.width, leastTitle: 20)
    layout.drawHeadings(title: " Title", in: headings, on: &canvas)
    for (index, row) in records.list.visible(height: rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      draw(row, layout, in: place, on: &canvas)
      if row == records.list.selected { canvas.markSelected(place) }
    }
    if records.list.rows.isEmpty {
      let text =
        records.list.total == 0
        ? emptiness("There is nothing here yet.") : "Nothing fits the filter."
      canvas.write(text, x: rows.x + 1, y: rows.y, in: rows, style: .warning)
      canvas.cursor = Position(x: rows.x, y: rows.y)
    }
  }

  private func draw(
    _ row: RecordsPane.Row, _ layout: ColumnLayout<RecordColumn>, in place: Rect,
    on canvas: inout Canvas
  ) {
    let (title, kind, state, style): (String, String, String, Style) =
      switch row {
      case .record(let name):
        (
          board.title(of: name) ?? name.description, name.kind.rawValue, recordState(name) ?? "",
          .plain
        )
      case .damaged(let path): ("! \(path)", "damaged", "cannot be read", .alarm)
      }
    if case .record(let name) = row {
      writeTitle(" \(title)", of: name, width: layout.titleWidth, in: place, on: &canvas)
    } else {
      canvas.write(
        " \(title)", x: place.x, y: place.y, width: layout.titleWidth, in: place, style: style)
    }
    for (column, x) in layout.columns {
      layout.write(
        column.id == .kind ? kind : state, column, x, in: place, style: .faint, on: &canvas)
    }
  }

  /// Records as they are copied.
  func recordTable(of names: [RecordName]) -> RowTable {
    RowTable(
      headings: ["Title", "Kind", "State", "Name"],
      rows: names.map { name in
        [
          board.title(of: name) ?? "", name.kind.rawValue, recordState(name) ?? "",
          name.description,
        ]
      }, telling: 4)
  }

  /// How far a record is, in one word or date.
  private func recordState(_ name: RecordName) -> String? {
    func text<Content: RecordContent>(_ id: Identifier<Content>?) -> Content? {
      id.flatMap { board[$0]?.content }
    }
    switch name.kind {
    case .action:
      let action: Action? = text(try? Identifier(name.id))
      return action.map { action in
        board.ps.first { $0.id == action.p }?.title ?? action.p.text
      }
    case .response: return text(try? Identifier<Response>(name.id))?.state.rawValue
    case .issue: return text(try? Identifier<Issue>(name.id))?.stage.rawValue
    case .meeting: return text(try? Identifier<Meeting>(name.id))?.date.words
    case .decision: return text(try? Identifier<Decision>(name.id))?.date.words
    case .request:
      let request: Request? = text(try? Identifier(name.id))
      return request?.decision?.rawValue ?? request?.asked?.words
    case .reference:
      return text(try? Identifier<Reference>(name.id)).map { $0.closed == nil ? "open" : "closed" }
    case .round:
      return text(try? Identifier<Round>(name.id))?.due.map { "due \($0.words)" }
    case .practice, .partner, .agreement, .paper, .board, .model, .area, .scorecard: return nil
    }
  }

  private func drawRecord(_ records: RecordsPane, in area: Rect, on canvas: inout Canvas) {
    let lines = selectedLines(records).flatMap { $0.wrapped(to: max(8, area.width - 2)) }
    let room = max(0, area.height - 2)
    let first = min(records.scroll, max(0, lines.count - room))
    let note = lines.count > room ? "\(min(lines.count, first + room)) of \(lines.count) lines" : ""
    let inside = canvas.box(
      area, title: selectedTitle(records), note: note,
      titleStyle: Style(.heading, isSelected: records.box == 1))
    for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    if records.box == 1 { canvas.cursor = Position(x: inside.x, y: inside.y) }
  }

  private func selectedTitle(_ records: RecordsPane) -> String {
    switch records.list.selected {
    case .record(let name)?: "\(name)"
    case .damaged(let path)?: path
    case nil: ""
    }
  }

  func selectedLines(_ records: RecordsPane) -> [TextLine] {
    switch records.list.selected {
    case .record(let name)?: board.lines(of: name)
    case .damaged(let path)?:
      problems.filter { $0.file == path }.flatMap { problem in
        [TextLine(problem.description, style: .alarm), TextLine()]
      }
    case nil: []
    }
  }

  /// The whole of what is selected, in a line.
  var recordDetail: String {
    switch records[pane]?.list.selected {
    case .record(let name)?: "\(board.title(of: name) ?? "\(name)")"
    case .damaged(let path)?:
      problems.first { $0.file == path }.map(\.description) ?? path
    case nil: ""
    }
  }
}
