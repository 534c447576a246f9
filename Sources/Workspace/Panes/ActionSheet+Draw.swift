import Domain
import Screen

/// A line of the whole action: what it belongs to, and what it says.
private struct SheetLine {
  let entry: SheetEntry
  var label = ""
  let text: TextLine
}

extension WorkspaceState {
  /// Draws the whole of an action: every entry in full, its section at the left.
  func drawSheet(in area: Rect, on canvas: inout Canvas) {
    guard let action = sheetAction else { return }
    // What a form below is about stays in sight above it.
    let hidden = if case .form(let form, _)? = overlay { form.height } else { 0 }
    let area = area.splitTop(max(3, area.height - hidden)).top
    let lines = sheetLines(action, width: area.width - 2)
    let room = max(0, area.height - 2)
    let selected = lines.indices.filter { lines[$0].entry == plan.sheet.selected }
    let middle = (selected.first ?? 0) - room / 2 + selected.count / 2
    let first = max(0, min(middle, lines.count - room))
    let note =
      lines.count > room ? "\(min(lines.count, first + room)) of \(lines.count) lines" : ""
    let inside = canvas.box(area, title: sheetTitle(action), note: note)
    for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
      let place = Rect(x: inside.x, y: inside.y + row, width: inside.width, height: 1)
      draw(line, isFirst: selected.first == first + row, in: place, on: &canvas)
    }
  }

  private func draw(
    _ line: SheetLine, isFirst: Bool, in row: Rect, on canvas: inout Canvas
  ) {
    canvas.write(
      line.label, x: row.x + 1, y: row.y, width: max(0, labelWidth - 2), in: row, style: .heading)
    let (_, rest) = row.splitLeft(labelWidth)
    canvas.write(line.text.text, x: rest.x, y: row.y, in: rest, style: line.text.style)
    guard line.entry == plan.sheet.selected else { return }
    canvas.restyle(rest) { $0.selected }
    guard isFirst else { return }
    canvas.write(">", x: rest.x - 1, y: row.y, in: row, style: .strong)
    canvas.cursor = Position(x: rest.x - 1, y: row.y)
  }

  private var labelWidth: Int { size.width < 60 ? 9 : 14 }

  private func sheetTitle(_ action: Record<Action>) -> String {
    let phase = action.phase.flatMap { board.settings.phases[$0]?.title }
    let ghost = isGhost(action.recordName) ? ghostWord(action.recordName).uppercased() : nil
    return [
      ghost, action.area.map { board[$0]?.title ?? $0.text } ?? PlanPane.noArea,
      board.title(of: action.p), phase, action.id.text,
    ].compactMap(\.self).joined(separator: " · ")
  }

  private func sheetLines(_ action: Record<Action>, width: Int) -> [SheetLine] {
    var lines: [SheetLine] = []
    for entry in plan.sheet.rows {
      let isNew = lines.last?.entry.section != entry.section
      for (index, text) in text(of: entry, in: action).wrapped(to: max(8, width - labelWidth))
        .enumerated()
      {
        let label = isNew && index == 0 ? entry.section.rawValue : ""
        lines.append(SheetLine(entry: entry, label: label, text: text))
      }
    }
    return lines
  }

  /// What an entry says, in a line.
  func text(of entry: SheetEntry, in action: Record<Action>) -> TextLine {
    switch entry {
    case .recommendation: return TextLine(action.recommendation, style: .strong)
    case .shortcoming(let kind):
      guard let lack = shortcoming(kind, of: action) else { return TextLine() }
      return TextLine("\(lack.what): \(lack.remedy)", style: .warning)
    case .status: return statusLine(action)
    case .suggestion:
      guard let suggestion = suggestion(for: action) else { return TextLine() }
      return TextLine(
        "the dates suggest \(statusName(suggestion.status)): \(suggestion.because)",
        style: .warning)
    case .change(let id):
      return TextLine(action.statusHistory[id].map(changeText) ?? "", style: .faint)
    case .lead:
      return action.lead.map { TextLine(board.name(of: $0)) }
        ?? missing("nobody: i names one")
    case .owner(let id): return ownerLine(id, in: action)
    case .milestone(let id):
      return action.milestones[id].map(milestoneLine) ?? TextLine()
    case .review:
      guard let review = action.review else { return TextLine("not set", style: .faint) }
      let hasPassed = board.isReviewPassed(of: action, today: today)
      return TextLine(
        hasPassed ? "\(review.words) PASSED" : review.words, style: hasPassed ? .alarm : .plain)
    case .request(let id): return requestLine(id)
    case .evidence(let id): return TextLine(action.evidence[id].map(evidenceText) ?? "")
    case .disruption(let id): return TextLine(action.disruptions[id].map(disruptionText) ?? "")
    case .move(let id): return action.moves[id].map(moveLine) ?? TextLine()
    case .supersedes, .successor: return successionLine(entry, in: action)
    case .outcome: return free(action.outcome, "not known yet")
    case .notes: return free(action.header.notes, "none")
    case .source: return free(action.header.source, "not given")
    case .marking:
      let title = action.header.marking.flatMap { board.settings.markings[$0]?.title }
      return title.map { TextLine($0) }
        ?? TextLine("not given: counts as the highest", style: .warning)
    case .noOwner, .noMilestone, .noRequest, .noEvidence, .noDisruption, .noMove:
      return missing("none: a adds one", style: .faint)
    }
  }

  private func free(_ text: String?, _ absence: String) -> TextLine {
    let lines = text?.split(whereSeparator: \.isNewline).joined(separator: " / ") ?? ""
    return lines.isEmpty ? TextLine(absence, style: .faint) : TextLine(lines)
  }

  func shortcoming(_ kind: Shortcoming.Kind, of action: Record<Action>) -> Shortcoming? {
    shortcomings(of: action).first { $0.kind == kind }
  }

  // MARK: Status

  private func statusName(_ id: Identifier<ActionStatus>) -> String {
    guard let status = board.settings.statusLegend[id] else { return id.text }
    return "\(status.letter) \(status.title)"
  }

  private func statusLine(_ action: Record<Action>) -> TextLine {
    guard let status = action.status else {
      return missing("nobody has said: s sets it", style: .faint)
    }
    let letter = board.settings.statusLegend[status]?.letter ?? ""
    let change = action.latestChange.flatMap { action.statusHistory[$0] }
    return TextLine(change.map(changeText) ?? statusName(status), style: statusStyle(letter))
  }

  private func changeText(_ change: Action.StatusChange) -> String {
    [
      statusName(change.status), change.at?.words, change.by.map { person($0) }, change.reason,
    ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: Entries of lists

  private func ownerLine(_ id: Identifier<Partner>, in action: Record<Action>) -> TextLine {
    guard let owner = action.owners[id] else { return TextLine() }
    let on = owner.on.map { " \($0.words)" } ?? ""
    let name = board.name(of: id)
    return switch owner.agreed {
    case .yes: TextLine("[y] \(name) · agreed\(on)")
    case .no: TextLine("[n] \(name) · does not agree\(on)", style: .alarm)
    case .unknown: TextLine("[?] \(name) · not answered yet\(on)", style: .warning)
    }
  }

  private func milestoneLine(_ milestone: Action.Milestone) -> TextLine {
    if let done = milestone.done {
      return TextLine("[x] \(milestone.text) · done \(done.words)", style: .good)
    }
    guard let due = milestone.due else {
      return TextLine("[ ] \(milestone.text) · no date", style: .warning)
    }
    let late = today.firstDayNumber - due.lastDayNumber
    return late > 0
      ? TextLine("[ ] \(milestone.text) · \(due.words) LATE \(late) d", style: .alarm)
      : TextLine("[ ] \(milestone.text) · due \(due.words)")
  }

  private func requestLine(_ id: Identifier<Request>) -> TextLine {
    guard let request = board[id] else { return TextLine("\(id) is not there", style: .alarm) }
    let (text, style): (String, Style) =
      switch request.decision {
      case .agreed: ("agreed", .good)
      case .part: ("agreed in part", .warning)
      case .refused: ("REFUSED", .alarm)
      case .withdrawn: ("withdrawn", .alarm)
      case .noReply: ("NO REPLY", .alarm)
      case nil: ("not answered yet", .warning)
      }
    let when = (request.decided ?? request.asked).map { " \($0.words)" } ?? ""
    let to = request.to.map { "\(board.name(of: $0)): " } ?? ""
    let reason = request.reason.map { ", \($0)" } ?? ""
    return TextLine("\(text)\(when) · \(to)\(request.about)\(reason)", style: style)
  }

  private func evidenceText(_ evidence: Evidence) -> String {
    [evidence.text, evidence.on?.words, evidence.source].compactMap(\.self)
      .joined(separator: " · ")
  }

  private func disruptionText(_ disruption: Action.Disruption) -> String {
    [
      "\(disruption.count) \(disruption.level.rawValue)", disruption.period, disruption.source,
    ].compactMap(\.self).joined(separator: " · ")
  }

  private func successionLine(_ entry: SheetEntry, in action: Record<Action>) -> TextLine {
    let (words, id): (String, Identifier<Action>?) =
      if case .successor(let id) = entry {
        ("superseded by", id)
      } else {
        ("in the place of", action.supersedes)
      }
    let title = id.map { board[$0]?.recommendation ?? $0.text } ?? ""
    return TextLine("\(words) “\(title)”")
  }

  // MARK: Scores

  /// A score that the action should move, with the score and places that the issue would have.
  private func moveLine(_ move: Action.Move) -> TextLine {
    let criterion = assessment?.scorer.criteria.first { $0.id == move.criterion }
    let from = move.from.map { "\($0)" } ?? "?"
    let to = move.to.map { "\($0)" } ?? "?"
    let what =
      "\(board[move.issue]?.title ?? move.issue.text) · "
      + "\(criterion?.criterion.title ?? move.criterion.text) \(from) → \(to)"
    guard let assessment, let slot = board.issues.slot(of: move.issue), let value = move.to else {
      return TextLine(what)
    }
    let outlook = assessment.outlook(of: slot, giving: [move.criterion: value], in: board)
    guard let then = outlook.then else { return TextLine("\(what): no score", style: .faint) }
    return TextLine("\(what): \(difference(from: outlook.now.map(placed), to: placed(then)))")
  }

  private func placed(_ placed: Outlook.Placed) -> RiskPane.Placed {
    RiskPane.Placed(score: placed.score, standing: placed.standing)
  }

  // MARK: The lines below

  /// The whole of the entry under the cursor, in a line.
  var sheetDetail: String {
    guard let action = sheetAction, let entry = plan.sheet.selected else { return "" }
    return "\(entry.section.rawValue): \(text(of: entry, in: action).text)"
  }

  /// The likeliest keys on the entry under the cursor.
  var sheetHints: [Command] {
    [.changeEntry, .setEntry, .addEntry, .dateEntry, .removeEntry, .clearEntry, .nextSection]
      + [.read, .nextAttention, .nextAction]
  }
}

extension Board {
  /// What a partner is called; its name in the record where the board does not have it.
  func name(of partner: Identifier<Partner>) -> String { self[partner]?.name ?? partner.text }
}
