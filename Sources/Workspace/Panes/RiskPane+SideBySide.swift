import Domain
import Screen

/// What a column of a block shows.
private enum BlockColumn: Hashable {
  case criterion(Int), risk, riskPlace, grading, gradingPlace

  var width: Int {
    switch self {
    case .criterion: 3
    case .risk: 6
    case .grading: 7
    case .riskPlace, .gradingPlace: 3
    }
  }
}

/// The columns of every block, the blocks that have room, and how wide the titles are.
private struct BlockLayout {
  let columns: [BlockColumn]
  let shown: Range<Int>
  let titleWidth: Int

  /// One block with the line before it.
  var blockWidth: Int { columns.reduce(2) { $0 + $1.width } }

  /// Finds room: first the places give way, then the risk; then only some blocks are shown, those
  /// around the cursor.
  init(criteria: [Int], blocks: Int, cursor: Int, width: Int) {
    let differing = criteria.map(BlockColumn.criterion)
    let designs: [[BlockColumn]] = [
      differing + [.risk, .riskPlace, .grading, .gradingPlace],
      differing + [.risk, .grading, .gradingPlace],
      differing + [.risk, .grading], [.grading, .gradingPlace],
    ]
    func blockWidth(_ design: [BlockColumn]) -> Int { design.reduce(2) { $0 + $1.width } }
    let fitting = designs.first { width - blocks * blockWidth($0) >= 16 }
    columns = fitting ?? designs.first { width - blockWidth($0) >= 16 } ?? [.grading]
    let count = min(blocks, max(1, (width - 14) / blockWidth(columns)))
    let first = min(max(0, cursor - count + 1), blocks - count)
    shown = first..<first + count
    titleWidth = max(0, width - count * blockWidth(columns))
  }
}

extension WorkspaceState {
  /// The baseline and every place and period side by side: what differs, and both orders.
  func drawSideBySide(in area: Rect, on canvas: inout Canvas) {
    let height = riskRowsInSight(in: area)
    let inside = canvas.box(area, title: matrixTitle, note: risk.list.note(height: height))
    let (headings, rows) = inside.splitTop(2)
    guard let assessment else {
      drawWhyNothing(in: inside, on: &canvas)
      return
    }
    let ids = risk.list.visible(height: rows.height)
    let layout = BlockLayout(
      criteria: Array(differingCriteria(among: ids).prefix(4)), blocks: blocks.count,
      cursor: risk.block,
      width: inside.width)
    canvas.write("   Issue", x: headings.x, y: headings.y + 1, in: headings, style: .heading)
    for (place, block) in layout.shown.enumerated() {
      let x = inside.x + layout.titleWidth + place * layout.blockWidth
      drawBlockHeading(block, layout, assessment.scorer, x: x, in: headings, on: &canvas)
    }
    for (index, id) in ids.enumerated() {
      let row = Rect(x: rows.x, y: rows.y + index, width: rows.width, height: 1)
      drawBlocks(of: id, layout, in: row, on: &canvas)
    }
    if risk.list.rows.isEmpty { drawNoIssues(in: rows, on: &canvas) }
  }

  private func drawBlockHeading(
    _ block: Int, _ layout: BlockLayout, _ scorer: Scorer, x: Int, in area: Rect,
    on canvas: inout Canvas
  ) {
    canvas.write("│", x: x, y: area.y, in: area, style: .border)
    canvas.write("│", x: x, y: area.y + 1, in: area, style: .border)
    canvas.write(
      contextTitle(blocks[block]), x: x + 2, y: area.y, width: layout.blockWidth - 2, in: area,
      style: block == risk.block ? Style(.heading, isSelected: true) : .heading)
    var x = x + 2
    for column in layout.columns {
      let text =
        switch column {
        case .criterion(let index): scorer.criteria[index].criterion.short
        case .risk: "Risk"
        case .grading: "Grade"
        case .riskPlace, .gradingPlace: "#"
        }
      canvas.write(
        text, x: x, y: area.y + 1, width: column.width, in: area, align: .right, style: .heading)
      x += column.width
    }
  }

  private func drawBlocks(
    of id: Identifier<Issue>, _ layout: BlockLayout, in row: Rect, on canvas: inout Canvas
  ) {
    guard let slot = board.issues.slot(of: id) else { return }
    let name = RecordName(id)
    let mark = assessment?.isWorking(slot, in: board) == true ? "w" : " "
    writeTitle(
      " \(mark) \(board.issues[slot: slot].title)", of: name, width: layout.titleWidth, in: row,
      on: &canvas)
    for (place, block) in layout.shown.enumerated() {
      let x = row.x + layout.titleWidth + place * layout.blockWidth
      canvas.write("│", x: x, y: row.y, in: row, style: .border)
      if !isGhost(name) { drawBlock(block, of: slot, layout, x: x + 2, in: row, on: &canvas) }
    }
    guard id == risk.list.selected else { return }
    canvas.markSelected(row)
    guard layout.shown.contains(risk.block) else { return }
    let place = risk.block - layout.shown.lowerBound
    let x = row.x + layout.titleWidth + place * layout.blockWidth
    canvas.restyle(Rect(x: x + 1, y: row.y, width: layout.blockWidth - 1, height: 1)) {
      Style($0.role)
    }
    canvas.cursor = Position(x: x + layout.blockWidth - 1, y: row.y)
  }

  private func drawBlock(
    _ block: Int, of slot: Table<Issue>.Slot, _ layout: BlockLayout, x: Int, in row: Rect,
    on canvas: inout Canvas
  ) {
    guard let assessment, let scores = scores(in: blocks[block]) else { return }
    let values = scores.values(of: slot, in: board)
    let usual = assessment.values(of: slot, in: board)
    let placed = scores.placed(slot)
    var x = x
    for column in layout.columns {
      let (text, style): (String, Style) =
        switch column {
        case .criterion(let index):
          (
            values[index].map(cellText) ?? ".",
            values[index] == usual[index] ? .faint : .strong
          )
        case .risk: (placed.map { "\($0.score.risk.value)" } ?? ".", .plain)
        case .riskPlace: (placed.map { "\($0.standing.byRisk)" } ?? "", .faint)
        case .grading:
          (
            placed.map { gradingText($0.score.grading) } ?? ".",
            placed?.score.grading.isAssumed == true ? .warning : .strong
          )
        case .gradingPlace: (placed.map { "\($0.standing.byGrading)" } ?? "", .faint)
        }
      canvas.write(text, x: x, y: row.y, width: column.width, in: row, align: .right, style: style)
      x += column.width
    }
  }

  /// The criteria under which some place or period differs from the baseline, for some issues.
  func differingCriteria(among ids: some Sequence<Identifier<Issue>>) -> [Int] {
    var differing: Set<Int> = []
    for slot in ids.compactMap({ board.issues.slot(of: $0) }) {
      let usual = assessment?.values(of: slot, in: board) ?? []
      for context in blocks.dropFirst() {
        let values = scores(in: context)?.values(of: slot, in: board) ?? usual
        differing.formUnion(usual.indices.filter { values[$0] != usual[$0] })
      }
    }
    return differing.sorted()
  }

  /// The selected issue in every block, as a line: what differs, and where it leads.
  var blocksDetail: String {
    guard let slot = selectedIssue, let assessment else { return scoringProblem ?? "" }
    let blocks = blocks.compactMap { scores(in: $0) }
    let placed = blocks.map { $0.placed(slot) }
    let values = blocks.map { $0.values(of: slot, in: board) }
    func line(_ title: String, _ texts: [String]) -> String {
      let isOne = Set(texts).count == 1
      let words = isOne ? "\(texts[0]) everywhere" : texts.joined(separator: " → ")
      return "\(title) \(words)"
    }
    let differing = assessment.scorer.criteria.indices.filter { index in
      Set(values.map { $0[index] }).count > 1
    }.map { index in
      line(
        assessment.scorer.criteria[index].criterion.title,
        values.map { $0[index]?.description ?? "." })
    }
    let parts =
      [
        line("grade", placed.map { $0.map { gradingText($0.score.grading) } ?? "." }),
        line("by grade", placed.map { $0.map { ordinal($0.standing.byGrading) } ?? "." }),
        line("by risk", placed.map { $0.map { ordinal($0.standing.byRisk) } ?? "." }),
      ]
    return ([board.issues[slot: slot].title] + differing + parts).joined(separator: " · ")
  }
}
