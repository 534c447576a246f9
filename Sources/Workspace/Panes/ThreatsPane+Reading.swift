import Domain
import Screen

/// What is known of the selected issue, to be read beside the list.
extension WorkspaceState {
  /// What is known of the selected row.
  var threatLines: [TextLine] {
    switch threats.list.selected {
    case nil: []
    case .damaged(let file)?:
      problems.filter { $0.file == file }.map { TextLine($0.description, style: .alarm) }
    case .group(let group)?: groupLines(group)
    case .issue(let id)?: board[id].map { lines(of: $0) } ?? []
    }
  }

  private func lines(of issue: Record<Issue>) -> [TextLine] {
    let parts = [
      likelyLines(issue), textLines(issue), sourceLines(issue), evidenceLines(issue),
      scoreLines(issue), linkLines(issue), [TextLine(historyLine(issue), style: .faint)],
    ].filter { !$0.isEmpty }
    return Array(parts.joined(separator: [TextLine()]))
  }

  private func likelyLines(_ issue: Record<Issue>) -> [TextLine] {
    // What has gone into another issue goes nowhere else.
    if issue.stage == .merged { return [] }
    let likely = (threats.likely[issue.id] ?? []).compactMap { match -> TextLine? in
      guard let other = board[match.issue] else { return nil }
      let outcome = outcome(of: other).map { " \($0)" } ?? ""
      return TextLine(
        "  \(other.title) (\(match.field.rawValue) \(match.likeness / 10) %) · "
          + "\(other.stage.rawValue)\(outcome)", style: .warning)
    }
    return likely.isEmpty
      ? [] : [TextLine("May be the same, M merges", style: .heading)] + likely
  }

  private func textLines(_ issue: Record<Issue>) -> [TextLine] {
    guard let text = issue.text, !text.isEmpty else {
      return tellsAbsence ? [TextLine("No text: e writes one.", style: .faint)] : []
    }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { TextLine(String($0)) }
  }

  private func sourceLines(_ issue: Record<Issue>) -> [TextLine] {
    func line(_ label: String, _ text: String?) -> TextLine? {
      text.map { TextLine("\(label): \($0)") }
    }
    let answer = issue.sourceResponse.flatMap { board.title(of: RecordName($0)) }
    let marking = issue.header.marking.map { board.settings.markings[$0]?.title ?? $0.text }
    let golden = issue.goldenThemes.map { board.settings.goldenThemes[$0]?.title ?? $0.text }
    return [
      line("Stage", stageWords(issue)),
      line("Raised by", issue.sourcePartner.map { board[$0]?.name ?? $0.text }),
      line("Source response", answer),
      line("At meeting", issue.sourceMeeting.map { board[$0]?.content.label ?? $0.text }),
      line("Raised", issue.raised?.words), line("Source", issue.header.source),
      line("Marking", marking ?? "none, so it counts as the highest"),
      line("Area", issue.area.map { board[$0]?.title ?? $0.text }),
      line("Theme", issue.theme.map { board.settings.themes[$0]?.title ?? $0.text }),
      line("Golden themes", golden.isEmpty ? nil : golden.joined(separator: "; ")),
      issue.standsAlone == true ? TextLine("Stands alone") : nil,
    ].compactMap(\.self)
  }

  private func evidenceLines(_ issue: Record<Issue>) -> [TextLine] {
    guard !issue.evidence.isEmpty else { return [] }
    let ordered = issue.evidence.sorted {
      ($0.value.on?.firstDayNumber ?? .max, $0.key) < ($1.value.on?.firstDayNumber ?? .max, $1.key)
    }
    return [TextLine("Evidence", style: .heading)]
      + ordered.map { _, evidence in
        let origin = [evidence.source, evidence.on?.words].compactMap(\.self)
        return TextLine(
          "  \(evidence.text)" + (origin.isEmpty ? "" : " (\(origin.joined(separator: ", ")))"))
      }
  }

  // MARK: Scores

  private func scoreLines(_ issue: Record<Issue>) -> [TextLine] {
    let heading = TextLine("Scores", style: .heading)
    guard issue.isRanked else {
      return cardLines(issue).isEmpty ? [] : [heading] + cardLines(issue)
    }
    guard let slot = board.issues.slot(of: issue.id), let assessment else { return [] }
    let total =
      placed(slot).map { placed in
        "  Risk \(placed.score.risk.value), grade \(gradingText(placed.score.grading))"
          + ", place \(placed.standing.byGrading) of \(assessment.issuesByGrading.count)"
          + (isWorking(slot) ? ", not agreed" : "")
      }
      ?? (tellsAbsence ? "  Not scored in full: S gives values." : "  .")
    return [heading, TextLine(total)] + cardLines(issue) + spreadLines(slot, assessment)
  }

  private func cardLines(_ issue: Record<Issue>) -> [TextLine] {
    guard let slot = board.issues.slot(of: issue.id), let assessment else { return [] }
    let cards = assessment.allCards(of: slot).map { board.scorecards[slot: $0] }
      .filter { !$0.isDeleted }.sorted { ($0.basis.rawValue, $0.id) < ($1.basis.rawValue, $1.id) }
    return cards.map { card in
      let parts = [
        card.basis.rawValue, card.agency.map { board[$0]?.name ?? $0.text },
        card.context.map { board.title(of: $0) }, card.date?.words,
        card.values.entries.count.of("value"),
      ].compactMap(\.self)
      return TextLine("  \(parts.joined(separator: " · "))")
    }
  }

  private func spreadLines(_ slot: Table<Issue>.Slot, _ assessment: Assessment) -> [TextLine] {
    let spread = assessment.spread(of: slot, in: board)
    return zip(assessment.scorer.criteria, spread.rows).filter { $0.1.isDisputed }
      .map { criterion, row in
        let values = row.given.map { given in
          "\(board[given.agency]?.name ?? given.agency.text) \(given.value)"
        }
        return TextLine(
          "  \(criterion.criterion.title), \(row.steps.of("step")) apart: "
            + values.joined(separator: ", "), style: .warning)
      }
  }

  // MARK: Links and history

  private func linkLines(_ issue: Record<Issue>) -> [TextLine] {
    let lines = (threats.derived?.links.names(of: issue.id) ?? []).compactMap { name -> TextLine? in
      guard name != issue.sourceResponse.map({ RecordName($0) }), let title = board.title(of: name)
      else { return nil }
      let what: String =
        switch name.kind {
        case .response: "Raised from the answer"
        case .action: "To be moved by the action"
        case .meeting: "On the agenda of"
        case .decision: "Decided"
        default: "Merged into this"
        }
      return TextLine("  \(what): \(title)")
    }
    return lines.isEmpty ? [] : [TextLine("Named by", style: .heading)] + lines
  }

  /// When an issue came and was changed last, and by whom; the public is told neither.
  private func historyLine(_ issue: Record<Issue>) -> String {
    let made = issue.header.created.map { "added \(when($0.at)) by \(person($0.by))" }
    let changed = issue.header.updated.map { "changed \(when($0.at)) by \(person($0.by))" }
    let parts = [made, changed].compactMap(\.self)
    let sentence = parts.joined(separator: ", ")
    let way =
      issue.isDecided && whyReadOnly == nil
      ? "Enter tells who decided what and when, and takes it back." : "Enter reads all."
    return parts.isEmpty
      ? way : "\(sentence.prefix(1).uppercased())\(sentence.dropFirst()). \(way)"
  }

  private func groupLines(_ group: IssueGroup) -> [TextLine] {
    let notes: String? =
      switch group {
      case .theme(let theme?): board.settings.themes[theme]?.notes
      case .goldenTheme(let theme): board.settings.goldenThemes[theme]?.notes
      default: nil
      }
    let coverage: [TextLine] =
      if case .ranked = group { goldenLines } else { [] }
    return [TextLine(sentence(of: group))] + (notes.map { [TextLine(), TextLine($0)] } ?? [])
      + coverage
      + [TextLine(), TextLine("Enter lists the issues.", style: .faint)]
  }

  /// Which golden themes what stands above the cut covers.
  private var goldenLines: [TextLine] {
    let themes = board.settings.goldenThemes.ranked()
    guard !themes.isEmpty, let funnel = threats.funnel else { return [] }
    return [TextLine(), TextLine("Golden themes above the cut", style: .heading)]
      + themes.map { id, theme in
        let above = funnel.goldenThemes[id]?.above ?? 0
        return above == 0
          ? missing("  \(theme.title): none")
          : TextLine("  \(theme.title): \(above) of \(funnel.all.above)")
      }
  }
}
