import Domain
import Screen

/// The path of a number: from a grade or risk to its inputs, their cards, reasons and sources.
extension WorkspaceState {
  /// Opens the path of the figure that the cursor is on; of the grade, where it is on none.
  mutating func readPath() -> [Effect] {
    guard let slot = selectedIssue, let shown = shownAssessment else { return [] }
    let figure = selectedFigure ?? .grading
    let cards = shown.countingCards(of: slot).map { board.scorecards[slot: $0].recordName }
    let title = pathTitle(figure, of: slot)
    let lines = pathLines(figure, of: slot)
    guard audience == .board else {
      // The log tells what was withheld, and who wrote.
      overlay = .reader(Reader(title: title, lines: lines))
      return []
    }
    let names = [board.issues[slot: slot].recordName] + cards
    overlay = .reader(Reader(title: title, lines: lines, historyOf: names))
    return [.history(names)]
  }

  private func pathTitle(_ figure: Register.Order, of slot: Table<Issue>.Slot) -> String {
    let parts = [
      figure == .risk ? "Risk" : "Grade", board.issues[slot: slot].title,
      shownContext.map { board.title(of: $0) },
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private func pathLines(_ figure: Register.Order, of slot: Table<Issue>.Slot) -> [TextLine] {
    let behind = [doubtLines(of: slot), spreadLines(of: slot, under: nil), historyLines(of: slot)]
    return formulaLines(figure, of: slot) + inputLines(of: slot) + sourceLines(of: slot)
      + behind.filter { !$0.isEmpty }.flatMap { [TextLine()] + $0 }
  }

  // MARK: The formula

  private func formulaLines(_ figure: Register.Order, of slot: Table<Issue>.Slot) -> [TextLine] {
    guard let shown = shownAssessment else { return [] }
    let scorer = shown.scorer(of: slot, in: board)
    let values = shown.values(of: slot, in: board, by: scorer)
    let formulas = board[scorer.id]?.formula
    let text = figure == .risk ? formulas?.risk : formulas?.grading
    guard let placed = shown.placed(slot),
      let derivation = scorer.derivation(of: figure, values)
    else {
      if !tellsAbsence { return [TextLine("No score.")] }
      let missing = values.count { $0 == nil }
      return [TextLine("No score: \(missing) of \(values.count) are unscored.", style: .warning)]
    }
    let result =
      figure == .risk ? placed.score.risk.value.description : gradingText(placed.score.grading)
    let place = figure == .risk ? placed.standing.byRisk : placed.standing.byGrading
    var lines = [
      TextLine("\(derivation) = \(result), \(ordinal(place))", style: .strong),
      TextLine(" as \(text ?? "the model says")", style: .faint),
    ]
    if figure == .grading {
      lines += scorer.lifts(values).map { TextLine(" \($0)") }
      if placed.score.grading.isAssumed {
        let (low, high) = (placed.score.grading.low, placed.score.grading.high)
        lines.append(
          TextLine(" The multiplier is assumed: \(low) to \(high).", style: .warning))
      }
    }
    return lines
  }

  // MARK: The inputs

  private func inputLines(of slot: Table<Issue>.Slot) -> [TextLine] {
    guard let shown = shownAssessment else { return [] }
    let scorer = shown.scorer(of: slot, in: board)
    let values = shown.values(of: slot, in: board, by: scorer)
    let cards = shown.countingCards(of: slot).map { board.scorecards[slot: $0] }
    let rows = Dictionary(
      uniqueKeysWithValues: zip(
        shown.scorer.criteria.map(\.id), shown.spread(of: slot, in: board).rows))
    return scorer.sections.enumerated().flatMap { index, entry -> [TextLine] in
      let parts = entry.criteria.map { values[$0]?.description ?? "." }.joined(separator: " + ")
      let total =
        scorer.total(of: index, values)?.description ?? (tellsAbsence ? "no total" : ".")
      return [
        TextLine(), TextLine("\(entry.section.title)  \(parts) = \(total)", style: .heading),
      ]
        + entry.criteria.flatMap { criterion in
          let entry = scorer.criteria[criterion]
          return inputLines(entry, values[criterion], cards, rows[entry.id]?.given ?? [])
        }
    }
  }

  /// One value: what it means, whose it is, why, and what agencies gave.
  private func inputLines(
    _ entry: Scorer.CriterionEntry, _ value: Exact?, _ cards: [Record<Scorecard>],
    _ given: [Spread.Given]
  ) -> [TextLine] {
    let card = cards.first { $0.values[entry.id] != nil }
    let anchor = entry.points.first { $0.value == value }?.point.anchor
    // Which card it is from needs saying only where two of them count.
    let origin = cards.count > 1 ? card.map { cardTitle($0) } : nil
    let facts = [anchor, origin].compactMap(\.self)
    let head = " \(entry.criterion.title) \(valueText(value))"
    let reason = card?.values.reason(for: entry.id)
    return [
      TextLine(
        ([head] + facts).joined(separator: ", "), style: value == nil ? .warning : .plain)
    ]
      + (reason.map { [TextLine("   why: \($0)")] } ?? [])
      + given.map { given in
        let why = given.reason.map { ": \($0)" } ?? ""
        return TextLine("   \(words(for: given))\(why)", style: .faint)
      }
  }

  // MARK: The cards

  private func cardTitle(_ card: Record<Scorecard>) -> String {
    "\(basis(of: card).map { "\($0) " } ?? "")card of "
      + (card.context.map { board.title(of: $0) } ?? "the baseline")
  }

  private func sourceLines(of slot: Table<Issue>.Slot) -> [TextLine] {
    guard let shown = shownAssessment else { return [] }
    let model = board[shown.scorer.id]
    let cards = shown.countingCards(of: slot).map { board.scorecards[slot: $0] }
    return [TextLine(), TextLine("Where it comes from", style: .heading)]
      + cards.flatMap { card -> [TextLine] in
        let decision = card.decision.flatMap { board[$0] }
        let facts = [
          card.date?.words, "model version \(card.modelVersion)",
          card.header.source.map { "source: \($0)" },
        ]
        return [
          TextLine(" \(cardTitle(card)): \(facts.compactMap(\.self).joined(separator: ", "))")
        ]
          + (decision.map { decision in
            let meeting = decision.meeting.flatMap { board[$0]?.content.label }
            let parts = ["decided \(decision.date.words)", meeting, decision.rationale]
            return [TextLine("   \(parts.compactMap(\.self).joined(separator: ", "))")]
          } ?? [])
      }
      + (model.map { [TextLine(" model: \($0.content.label)")] } ?? [])
      + (model?.provenance.map { [TextLine("   \($0)", style: .faint)] } ?? [])
  }
}
