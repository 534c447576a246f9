import Domain
import Screen

/// What stands behind an issue's score: what agencies gave, what could move it, what it was.
extension WorkspaceState {
  /// All of that, as far as there is something to tell.
  func cardLines(of slot: Table<Issue>.Slot) -> [TextLine] {
    let parts = [
      spreadLines(of: slot, under: selectedCriterion == nil ? nil : risk.column),
      doubtLines(of: slot), historyLines(of: slot),
    ]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [TextLine()]))
  }

  /// Draws it in a box.
  func drawCards(of slot: Table<Issue>.Slot, in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    let lines = cardLines(of: slot)
    let inside = canvas.box(area, title: "Behind the score")
    let wrapped = lines.flatMap { $0.wrapped(to: max(8, inside.width)) }
    for (row, line) in wrapped.prefix(inside.height).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + row, in: inside, style: line.style)
    }
    if wrapped.count > inside.height {
      canvas.write(
        "more: T", x: inside.x, y: inside.maxY - 1, width: inside.width, in: inside, style: .key)
    }
  }

  // MARK: The spread

  /// What the agencies gave an issue, under one criterion or under all that are disputed.
  func spreadLines(of slot: Table<Issue>.Slot, under column: Int?) -> [TextLine] {
    guard let shown = shownAssessment else { return [] }
    let spread = shown.spread(of: slot, in: board)
    guard !spread.cards.isEmpty else { return [] }
    if let column {
      return [TextLine("Agencies: \(spreadWords(spread.rows[column]))", style: .heading)]
        + spread.rows[column].given.flatMap { given in
          [TextLine(" \(words(for: given))", style: given.isOutlier ? .warning : .plain)]
            + (given.reason.map { [TextLine("   \($0)", style: .faint)] } ?? [])
        }
    }
    let count = spread.cards.count == 1 ? "1 agency" : "\(spread.cards.count) agencies"
    let disputed = spread.rows.indices.filter { spread.rows[$0].isDisputed }
    let summary =
      !disputed.isEmpty
      ? "up to \(steps(spread.steps))" : spread.cards.count > 1 ? "none differs" : "one card"
    return [TextLine("\(count), \(summary)", style: .heading)]
      + disputed.map { index in
        let row = spread.rows[index]
        let given = row.given.map { words(for: $0) }.joined(separator: ", ")
        return TextLine(
          " \(shown.scorer.criteria[index].criterion.title), \(steps(row.steps)): \(given)")
      }
  }

  /// How far the selected criterion's values are apart, in words.
  func spreadText(of slot: Table<Issue>.Slot) -> String {
    guard let column = risk.column, let shown = shownAssessment else { return "" }
    return spreadWords(shown.spread(of: slot, in: board).rows[column])
  }

  private func spreadWords(_ row: Spread.Row) -> String {
    if row.isDisputed { return "\(steps(row.steps)) apart" }
    switch row.given.count {
    case 0: return "no value yet"
    case 1: return "one value"
    default: return "all agree"
    }
  }

  /// What an agency gave: `3 Fire, OUTLIER`.
  func words(for given: Spread.Given) -> String {
    "\(given.value) \(board.name(of: given.agency))\(given.isOutlier ? " (outlier)" : "")"
  }

  private func steps(_ count: Int) -> String { count == 1 ? "1 step" : "\(count) steps" }

  // MARK: Doubts

  /// What is not known for certain of an issue; the public is not told what is missing.
  func doubts(of slot: Table<Issue>.Slot) -> [Doubt] {
    guard let shown = shownAssessment, tellsAbsence || shown.score(of: slot) != nil else {
      return []
    }
    return shown.doubts(of: slot, cut: cutLine, in: board).filter {
      if case .unscored = $0.cause { tellsAbsence } else { true }
    }
  }

  /// What is not known for certain of an issue, and where each could put it.
  func doubtLines(of slot: Table<Issue>.Slot) -> [TextLine] {
    let doubts = doubts(of: slot)
    guard let shown = shownAssessment, !doubts.isEmpty else { return [] }
    return [TextLine("Could move it", style: .heading)]
      + doubts.map { doubt in
        let places =
          doubt.best == doubt.worst
          ? ordinal(doubt.best) : "\(ordinal(doubt.worst)) to \(ordinal(doubt.best))"
        let crossing = doubt.crossesCut ? ", ACROSS THE CUT" : ""
        return TextLine(
          " \(title(of: doubt.cause, shown.scorer)): grade \(doubt.low) to \(doubt.high), "
            + "\(places)\(crossing)", style: doubt.crossesCut ? .warning : .plain)
      }
  }

  private func title(of cause: Doubt.Cause, _ scorer: Scorer) -> String {
    switch cause {
    case .assumedMultiplier: "assumed multiplier"
    case .unscored(let index): "\(scorer.criteria[index].criterion.title) unscored"
    case .disputed(let index): "\(scorer.criteria[index].criterion.title) disputed"
    }
  }

  // MARK: History

  /// The grades that were agreed one after the other, and the working one, as a small line.
  func historyLines(of slot: Table<Issue>.Slot) -> [TextLine] {
    guard let shown = shownAssessment else { return [] }
    let history = shown.history(of: slot, in: board)
    guard history.contains(where: { $0.basis == .agreed }) else { return [] }
    let parts = history.map { past in
      let grade = past.score.map { gradingText($0.grading) } ?? "no score"
      let when = past.basis == .working ? "working" : past.date?.words ?? "no date"
      return "\(grade) \(when)\(past.isOfOtherVersion ? ", by another version of the model" : "")"
    }
    return [
      TextLine("Over time \(bars(of: history))", style: .heading),
      TextLine(" \(parts.joined(separator: " → "))"),
    ]
  }

  /// A bar for each grade, as high as its part of the greatest; none where only ASCII is drawn.
  private func bars(of history: [PastScore]) -> String {
    let grades = history.compactMap { $0.score?.grading.value }
    guard repertoire == .unicode, grades.count > 1, let greatest = grades.max() else { return "" }
    let heights = Array("▁▂▃▄▅▆▇█")
    return String(
      grades.map { grade in
        heights[(grade.thousandths(of: greatest) ?? 0) * (heights.count - 1) / 1_000]
      })
  }
}
