import Domain
import Screen

/// What a column of a block shows.
private enum BlockColumn: Hashable {
  case criterion(Int), risk, riskPlace, grading, gradingPlace
}

/// What an issue scores in one block, and where that is another thing than in the baseline.
private struct BlockScore {
  let values: [Exact?]
  let placed: Outlook.Placed?
}

/// One issue in all blocks.
private struct BlockRow {
  let issue: Table<Issue>.Slot
  let scores: [BlockScore]

  /// The criteria under which some block differs from the baseline.
  var differing: [Int] {
    guard let usual = scores.first?.values else { return [] }
    return usual.indices.filter { index in
      scores.contains { $0.values[index] != usual[index] }
    }
  }
}

/// The columns of every block, the blocks that have room, and how wide the titles are.
private struct BlockLayout {
  let columns: [(column: BlockColumn, width: Int)]
  let shown: Range<Int>
  let titleWidth: Int

  /// One block with the line before it.
  let blockWidth: Int

  /// Finds room: first the air gives way, then the places and the risk; then only some blocks are
  /// shown, those around the cursor.
  init(
    criteria: [Int], blocks: Int, cursor: Int, width: Int, widthOf: (BlockColumn) -> Int
  ) {
    let differing = criteria.map(BlockColumn.criterion)
    let all = differing + [.risk, .riskPlace, .grading, .gradingPlace]
    let designs: [(columns: [BlockColumn], gap: Int)] = [
      (all, 2), (all, 1), (differing + [.risk, .grading, .gradingPlace], 1),
      (differing + [.grading, .gradingPlace], 1), ([.grading, .gradingPlace], 1),
    ]
    let layouts = designs.map { design in
      design.columns.map { (column: $0, width: widthOf($0) + design.gap) }
    }
    func wholeWidth(_ layout: [(column: BlockColumn, width: Int)]) -> Int {
      layout.reduce(1) { $0 + $1.width }
    }
    let fitting = layouts.first { width - blocks * wholeWidth($0) >= 16 }
    columns = fitting ?? layouts[layouts.count - 1]
    let wide = wholeWidth(columns)
    let count = min(blocks, max(1, (width - 14) / wide))
    let first = min(max(0, cursor - count + 1), blocks - count)
    blockWidth = wide
    shown = first..<first + count
    titleWidth = max(0, width - count * wide)
  }
}

extension WorkspaceState {
  /// The baseline and every place and period side by side: what differs, and both orders.
  func drawSideBySide(in area: Rect, on canvas: inout Canvas) {
    let height = riskRowsInSight(in: area)
    let inside = canvas.box(area, title: matrixTitle, note: risk.list.note(height: height))
    let (headings, lines) = inside.splitTop(2)
    guard assessment != nil else {
      drawWhyNothing(in: inside, on: &canvas)
      return
    }
    let rows = blockRows(of: risk.list.visible(height: lines.height))
    let layout = blockLayout(rows, width: inside.width)
    canvas.write("   Issue", x: headings.x, y: headings.y + 1, in: headings, style: .heading)
    for (place, block) in layout.shown.enumerated() {
      let x = inside.x + layout.titleWidth + place * layout.blockWidth
      drawBlockHeading(block, layout, x: x, in: headings, on: &canvas)
    }
    for (index, row) in rows.enumerated() {
      let line = Rect(x: lines.x, y: lines.y + index, width: lines.width, height: 1)
      drawBlocks(row, layout, in: line, on: &canvas)
    }
    if risk.list.rows.isEmpty { drawNoIssues(in: lines, on: &canvas) }
  }

  private func blockRows(of ids: some Sequence<Identifier<Issue>>) -> [BlockRow] {
    let blocks = blocks.compactMap { scores(in: $0) }
    return ids.compactMap { board.issues.slot(of: $0) }.map { slot in
      BlockRow(
        issue: slot,
        scores: blocks.map {
          BlockScore(values: $0.values(of: slot, in: board), placed: $0.placed(slot))
        })
    }
  }

  /// The criteria under which some place or period differs from the baseline, for some issues.
  func differingCriteria(among ids: some Sequence<Identifier<Issue>>) -> [Int] {
    Set(blockRows(of: ids).flatMap(\.differing)).sorted()
  }

  private func blockLayout(_ rows: [BlockRow], width: Int) -> BlockLayout {
    let scores = rows.flatMap(\.scores)
    return BlockLayout(
      criteria: Array(Set(rows.flatMap(\.differing)).sorted().prefix(4)), blocks: blocks.count,
      cursor: risk.block, width: width
    ) { column in
      let texts = [blockHeading(column)] + scores.map { blockText(column, $0) }
      return texts.map { TextWidth.columns(of: $0) }.max() ?? 0
    }
  }

  // MARK: Drawing

  private func blockHeading(_ column: BlockColumn) -> String {
    switch column {
    case .criterion(let index): assessment?.scorer.criteria[index].criterion.short ?? ""
    case .risk: "Risk"
    case .grading: "Grade"
    case .riskPlace, .gradingPlace: "#"
    }
  }

  private func blockText(_ column: BlockColumn, _ score: BlockScore) -> String {
    switch column {
    case .criterion(let index): score.values[index].map { cellText($0) } ?? "."
    case .risk: score.placed.map { "\($0.score.risk.value)" } ?? "."
    case .riskPlace: score.placed.map { "\($0.standing.byRisk)" } ?? ""
    case .grading: score.placed.map { gradingText($0.score.grading) } ?? "."
    case .gradingPlace: score.placed.map { "\($0.standing.byGrading)" } ?? ""
    }
  }

  /// The style of a cell; a value that is not the baseline's stands out.
  private func blockStyle(
    _ column: BlockColumn, _ score: BlockScore, _ usual: BlockScore
  ) -> Style {
    switch column {
    case .criterion(let index): score.values[index] == usual.values[index] ? .faint : .strong
    case .riskPlace, .gradingPlace: .faint
    case .risk: .plain
    case .grading: score.placed?.score.grading.isAssumed == true ? .warning : .strong
    }
  }

  private func drawBlockHeading(
    _ block: Int, _ layout: BlockLayout, x: Int, in area: Rect, on canvas: inout Canvas
  ) {
    canvas.write("│", x: x, y: area.y, in: area, style: .border)
    canvas.write("│", x: x, y: area.y + 1, in: area, style: .border)
    let room = layout.blockWidth - 2
    canvas.write(
      contextTitle(blocks[block]).cutInTheMiddle(to: room), x: x + 2, y: area.y, width: room,
      in: area, style: block == risk.block ? Style(.heading, isSelected: true) : .heading)
    var x = x + 1
    for (column, width) in layout.columns {
      canvas.write(
        blockHeading(column), x: x, y: area.y + 1, width: width, in: area, align: .right,
        style: .heading)
      x += width
    }
  }

  private func drawBlocks(
    _ row: BlockRow, _ layout: BlockLayout, in line: Rect, on canvas: inout Canvas
  ) {
    let issue = board.issues[slot: row.issue]
    let mark = isWorking(row.issue) ? "w" : " "
    writeTitle(
      " \(mark) \(issue.title)", of: issue.recordName, width: layout.titleWidth, in: line,
      on: &canvas)
    for (place, block) in layout.shown.enumerated() {
      var x = line.x + layout.titleWidth + place * layout.blockWidth
      canvas.write("│", x: x, y: line.y, in: line, style: .border)
      guard !isGhost(issue.recordName), block < row.scores.count else { continue }
      x += 1
      for (column, width) in layout.columns {
        canvas.write(
          blockText(column, row.scores[block]), x: x, y: line.y, width: width, in: line,
          align: .right, style: blockStyle(column, row.scores[block], row.scores[0]))
        x += width
      }
    }
    if issue.id == risk.list.selected { markBlock(layout, in: line, on: &canvas) }
  }

  /// Marks the selected row, and on it the block of the cursor.
  private func markBlock(_ layout: BlockLayout, in line: Rect, on canvas: inout Canvas) {
    canvas.markSelected(line)
    guard layout.shown.contains(risk.block) else { return }
    let place = risk.block - layout.shown.lowerBound
    let x = line.x + layout.titleWidth + place * layout.blockWidth
    canvas.restyle(Rect(x: x + 1, y: line.y, width: layout.blockWidth - 1, height: 1)) {
      Style($0.role)
    }
    canvas.cursor = Position(x: x + layout.blockWidth - 1, y: line.y)
  }

  // MARK: The line below

  /// The selected issue in every block, as a line: what differs, where it leads, and in the block
  /// of the cursor whom it stands above though its risk is lower, or below though it is higher.
  var blocksDetail: String {
    guard let slot = selectedIssue, let assessment else { return scoringProblem ?? "" }
    guard let row = blockRows(of: [board.issues[slot: slot].id]).first else { return "" }
    func line(_ title: String, _ text: (BlockScore) -> String) -> String {
      let texts = row.scores.map(text)
      let isOne = Set(texts).count == 1
      return "\(title) \(isOne ? "\(texts[0]) everywhere" : texts.joined(separator: " → "))"
    }
    let differing = row.differing.map { index in
      line(assessment.scorer.criteria[index].criterion.title) {
        $0.values[index]?.description ?? "."
      }
    }
    let parts = [
      line("grade") { blockText(.grading, $0) },
      line("by grade") { $0.placed.map { ordinal($0.standing.byGrading) } ?? "." },
      line("by risk") { $0.placed.map { ordinal($0.standing.byRisk) } ?? "." },
    ]
    let swaps = blockSwaps(of: slot)
    return ([board.issues[slot: slot].title] + differing + parts + swaps).joined(separator: " · ")
  }

  /// The swaps of an issue with its neighbours in the block of the cursor.
  private func blockSwaps(of slot: Table<Issue>.Slot) -> [String] {
    guard blocks.indices.contains(risk.block), let shown = scores(in: blocks[risk.block]) else {
      return []
    }
    let place = shown.placed(slot)?.standing.byGrading
    let near = window(shown.issuesByGrading, around: place, 3)
    return zip(near, near.dropFirst()).compactMap { upper, lower in
      guard upper == slot || lower == slot, let swap = shown.swap(upper, lower, in: board) else {
        return nil
      }
      let (raised, lowered) = (board.issues[slot: swap.raised], board.issues[slot: swap.lowered])
      return "\(contextTitle(blocks[risk.block])): \(raised.title) above \(lowered.title), "
        + swap.cause
    }
  }
}
