import Domain
import Screen

/// What is told beside a scoring model: what a part of it means, or what a proposal would move.
extension WorkspaceState {
  /// The lines beside a model.
  ///
  /// - Parameters:
  ///   - box: The model.
  ///   - most: How many moves are told at most: a screen has no room for those of a whole register.
  /// - Returns: The lines, not yet broken.
  func details(of box: ModelBox, moves most: Int = .max) -> [TextLine] {
    guard box.isProposal else { return entryLines(box) }
    let changes = board.lines(
      of: box.revision.changes, to: box.revision.base.recordName, isNew: false)
    let use = box.isInUse ? [] : ["score by this model instead of the one in use"]
    let proposed =
      [TextLine("Proposed", style: .heading)]
      + (use + changes).map { TextLine(" \($0)") }
    return proposed + [TextLine()] + outcomeLines(box.outcome, moves: most)
  }

  // MARK: What would move

  private func outcomeLines(
    _ outcome: ModelRevision.Outcome?, moves most: Int
  ) -> [TextLine] {
    switch outcome {
    case nil: []
    case .unusable(let problems):
      [TextLine("Nothing could be scored by it", style: .alarm)]
        + problems.entries.map { TextLine(" \($0.field) \($0.what)", style: .warning) }
    case .change(let change): moveLines(change, atMost: most)
    }
  }

  private func moveLines(_ change: ModelChange, atMost most: Int) -> [TextLine] {
    let same = change.unmoved == 0 ? "" : ", \(change.unmoved.of("issue")) as they are"
    let bounds = change.onlyBounds == 0 ? [] : [boundsLine(change)]
    guard !change.moves.isEmpty else {
      return [TextLine("No place and no figure would move\(same).", style: .strong)] + bounds
    }
    return [TextLine("\(change.moves.count.of("issue")) would move\(same)", style: .strong)]
      + bounds + change.moves.prefix(most).map { moveLine($0) }
  }

  private func boundsLine(_ change: ModelChange) -> TextLine {
    let count = change.onlyBounds
    let who = change.moves.isEmpty ? count.of("issue") : "\(count) more"
    return TextLine(
      " \(who) only in what an assumption could make of \(count == 1 ? "it" : "them")",
      style: .faint)
  }

  private func moveLine(_ move: ModelChange.Move) -> TextLine {
    let title = board[move.issue]?.title ?? move.issue.text
    guard let then = move.then else {
      return TextLine(" \(title): no score any more", style: .warning)
    }
    let place = ordinal(then.standing.byGrading)
    let grade = gradingText(then.score.grading)
    guard let now = move.now else { return TextLine(" \(title): \(place), grade \(grade)") }
    let formerPlace = ordinal(now.standing.byGrading)
    let formerGrade = gradingText(now.score.grading)
    let parts = [
      formerPlace == place ? "stays \(place)" : "\(formerPlace) → \(place)",
      formerGrade == grade ? "grade \(grade)" : "grade \(formerGrade) → \(grade)",
      now.score.risk == then.score.risk
        ? nil : "risk \(now.score.risk.value) → \(then.score.risk.value)",
      crossing(from: now, to: then), isAgreed(move.issue) ? "once it is agreed anew" : nil,
    ]
    return TextLine(
      " \(title): \(parts.compactMap(\.self).joined(separator: ", "))",
      style: crossing(from: now, to: then) == nil ? .plain : .warning)
  }

  /// Whether the score of an issue is agreed: it keeps its version until it is agreed anew.
  private func isAgreed(_ issue: Identifier<Issue>) -> Bool {
    guard let slot = board.issues.slot(of: issue), let card = assessment?.card(of: slot) else {
      return false
    }
    return board.scorecards[slot: card].basis == .agreed
  }

  /// Where an issue would come to stand on the other side of the cut; `nil` where it would not.
  private func crossing(from now: Outlook.Placed, to then: Outlook.Placed) -> String? {
    guard let line = cutLine, line.admits(now) != line.admits(then) else { return nil }
    return line.admits(then) ? "ABOVE THE CUT" : "BELOW THE CUT"
  }

  // MARK: What a part means

  private func entryLines(_ box: ModelBox) -> [TextLine] {
    let model = box.model
    switch box.list.selected {
    case .model?, nil: return modelLines(box)
    case .risk?, .grading?:
      let names = model.sections.ranked().map(\.key.text).joined(separator: ", ")
      return [
        TextLine("A formula is made of sections (\(names)), criteria by their names, numbers,"),
        TextLine("+ * and brackets, and multiplier(…), which looks its argument up in the table."),
      ]
    case .section(let id)?:
      let criteria = model.criteria.ranked().filter { $0.value.section == id }
      return [TextLine("The sum of", style: .heading)]
        + criteria.map { TextLine(" \($0.value.title) (\($0.key))") }
    case .criterion(let id)?, .point(let id, _)?: return criterionLines(model, id)
    case .multiplier(let total)?: return multiplierLines(model, total)
    }
  }

  private func modelLines(_ box: ModelBox) -> [TextLine] {
    let earlier =
      box.earlier == 0
      ? []
      : [
        TextLine(
          "\(box.earlier.of("score")) \(box.earlier == 1 ? "was" : "were") agreed under an earlier "
            + "version: A in the matrix agrees anew.", style: .warning), TextLine(),
      ]
    let provenance = box.model.provenance ?? "Nobody has written down where it comes from."
    let source = box.revision.base.header.source.map { [TextLine("Source: \($0)")] } ?? []
    return earlier + [TextLine(provenance)] + source
  }

  private func criterionLines(
    _ model: ScoringModel, _ id: Identifier<Criterion>
  ) -> [TextLine] {
    guard let criterion = model.criteria[id] else { return [] }
    let meaning = criterion.meaning.map { [TextLine($0), TextLine()] } ?? []
    let points = criterion.scale.sorted { $0.key < $1.key }.map { value, point in
      TextLine(" \(value)  \(point.anchor ?? "no wording")")
    }
    return [TextLine("\(criterion.title) (\(id))", style: .heading)] + meaning + points
  }

  private func multiplierLines(_ model: ScoringModel, _ total: Exact) -> [TextLine] {
    guard let entry = model.multipliers[total] else { return [] }
    let meaning =
      entry.basis == .published
      ? "The published figures show it."
      : "It is assumed: gradings that rest on it are marked ~ and told with their bounds, which "
        + "are the published entries before and behind it."
    return [
      TextLine("A total of \(total) is multiplied by \(entry.value)", style: .heading),
      TextLine(meaning),
    ]
  }
}
