import Domain
import Screen

extension WorkspaceState {
  /// Draws the whole of a partner: every entry in full, its section at the left.
  ///
  /// Only the entries around the cursor are looked at, however many there are.
  func drawPartnerSheet(in area: Rect, on canvas: inout Canvas) {
    guard let partner = wholePartner else { return }
    // What a form below is about stays in sight above it.
    let hidden = if case .form(let form, _)? = overlay { form.height } else { 0 }
    let area = area.splitTop(max(3, area.height - hidden)).top
    let rows = partners.sheet.rows
    let selected = partners.sheet.selectedRow ?? 0
    let ghost =
      isGhost(partner.recordName) ? "\(ghostWord(partner.recordName).uppercased()) · " : ""
    let inside = canvas.box(
      area, title: "\(ghost)\(partner.name) · \(partner.id.text)",
      note: rows.isEmpty ? "" : "\(selected + 1) of \(rows.count)")
    let labels = size.width < 60 ? 10 : 13
    let width = max(8, inside.width - labels)
    func lines(_ index: Int) -> [TextLine] { text(of: rows[index], in: partner).wrapped(to: width) }
    // The cursor stands in the middle, unless one of the ends is in sight.
    var first = selected
    var above = 0
    while first > 0, above < inside.height / 2 {
      first -= 1
      above += lines(first).count
    }
    var last = selected
    var below = rows.isEmpty ? 0 : lines(selected).count
    while last + 1 < rows.count, above + below < inside.height {
      last += 1
      below += lines(last).count
    }
    while first > 0, above + below < inside.height {
      first -= 1
      above += lines(first).count
    }
    // What does not fit above gives way, so that the cursor is always in sight.
    var y = inside.y + min(0, inside.height - above - min(below, inside.height))
    if above + below <= inside.height { y = inside.y }
    for index in first..<min(rows.count, last + 1) {
      let isNew = index == 0 || rows[index - 1].section != rows[index].section
      for (line, text) in lines(index).enumerated() {
        let row = Rect(x: inside.x, y: y, width: inside.width, height: 1)
        y += 1
        guard row.y >= inside.y, row.y < inside.maxY else { continue }
        let (label, rest) = row.splitLeft(labels)
        if isNew, line == 0 {
          canvas.write(
            rows[index].section.rawValue, x: label.x + 1, y: row.y, width: labels - 2, in: label,
            style: .heading)
        }
        canvas.write(text.text, x: rest.x, y: row.y, in: rest, style: text.style)
        guard index == selected else { continue }
        canvas.restyle(rest) { $0.selected }
        guard line == 0 else { continue }
        canvas.write(">", x: rest.x - 1, y: row.y, in: row, style: .strong)
        canvas.cursor = Position(x: rest.x - 1, y: row.y)
      }
    }
  }

  /// What an entry says, in a line.
  func text(of entry: PartnerEntry, in partner: Record<Partner>) -> TextLine {
    switch entry {
    case .name: return TextLine(partner.name, style: .strong)
    case .kind: return free(partner.content.kind, "not given")
    case .parent: return TextLine(partner.parent.map { board.name(of: $0) } ?? "none")
    case .unit(let id): return unitLine(id)
    case .role(let id): return partner.roles[id].map(roleLine) ?? TextLine()
    case .impact(let id):
      let area = board[id]?.title ?? id.text
      guard let why = partner.impact[id]?.why else {
        return TextLine("\(area): why is not known, i says it", style: .faint)
      }
      return TextLine("\(area): \(why)")
    case .action(let id): return actionLine(id, of: partner.id)
    case .answer(let id): return answerLine(id, of: partner.id)
    case .request(let id): return requestLine(id, of: partner.id)
    case .agreement(let id): return agreementLine(id)
    case .joined: return date(partner.joined)
    case .left: return date(partner.left)
    case .notes: return free(partner.header.notes, "none")
    case .source: return free(partner.header.source, "not given")
    case .marking:
      let title = partner.header.marking.flatMap { board.settings.markings[$0]?.title }
      return title.map { TextLine($0) }
        ?? TextLine("not given: counts as the highest", style: .warning)
    case .noAction: return missing("it leads and owns none", style: .faint)
    case .noAnswer:
      guard tellsAbsence else { return TextLine("none is published", style: .faint) }
      let (text, style) = answers(of: partner.id)
      return TextLine(text == "." ? "not asked in the current round" : text, style: style)
    case .noUnit, .noRole, .noImpact, .noRequest, .noAgreement:
      return missing("none: a adds one", style: .faint)
    }
  }

  private func free(_ text: String?, _ absence: String) -> TextLine {
    let lines = text?.split(whereSeparator: \.isNewline).joined(separator: " / ") ?? ""
    return lines.isEmpty ? TextLine(absence, style: .faint) : TextLine(lines)
  }

  private func date(_ date: CalendarDate?) -> TextLine {
    date.map { TextLine($0.words) } ?? TextLine("not given", style: .faint)
  }

  private func unitLine(_ id: Identifier<Partner>) -> TextLine {
    let account = account(of: id)
    let late = account.late > 0 ? ", \(account.late) late" : ""
    let actions = account.actions.isEmpty ? "" : " · \(account.actions.count.of("action"))\(late)"
    let hasLeft = board.hasLeft(id, on: today)
    return TextLine(
      "\(board.name(of: id))\(hasLeft ? " · left" : "")\(actions)", style: hasLeft ? .faint : .plain
    )
  }

  private func roleLine(_ role: Partner.Role) -> TextLine {
    let permissions = role.permissions.isEmpty ? "" : " · may \(role.permissions.list)"
    guard let login = role.login else {
      // The public is told of nobody's login, so that every role would seem to be vacant.
      let vacant = tellsAbsence ? " · vacant: H says who holds it" : ""
      return TextLine(
        "\(role.role)\(vacant)\(permissions)", style: tellsAbsence ? .warning : .plain)
    }
    return TextLine("\(role.role) · \(login)\(permissions)")
  }

  private func actionLine(_ id: Identifier<Action>, of partner: Identifier<Partner>) -> TextLine {
    guard let action = board[id] else { return TextLine() }
    let isLead = action.lead == partner
    let others = action.partners.filter {
      $0 != partner && board.withAgencies($0).contains(partner)
    }
    let part =
      isLead
      ? "leads" : action.owners[partner] != nil ? "owns" : others.map { board.name(of: $0) }.list
    let agreed: String? =
      switch action.owners[partner]?.agreed {
      case .yes?: "agreed"
      case .no?: "DOES NOT AGREE"
      case .unknown?: "not agreed yet"
      case nil: nil
      }
    let isLate = action.isLate(on: today)
    let due = action.content.nextMilestone?.milestone.due?.words
    let words = [
      part, agreed, due.map { isLate ? "\($0) LATE" : $0 },
      action.area.flatMap { board[$0]?.title },
    ].compactMap(\.self).filter { !$0.isEmpty }
    let letter = board.statusLetter(of: action) ?? "."
    return TextLine(
      "\(letter) \(action.recommendation) · \(words.joined(separator: " · "))",
      style: isLate ? .alarm : .plain)
  }

  private func answerLine(_ id: Identifier<Response>, of partner: Identifier<Partner>) -> TextLine {
    guard let response = board[id] else { return TextLine() }
    let state = AnswerState(response.state)
    let unit = response.respondent == partner ? nil : board.name(of: response.respondent)
    let area = response.area.map { board[$0]?.title ?? $0.text } ?? "no area"
    let text = response.text.map { String($0.prefix(200)).map { $0.isNewline ? " " : $0 } }
    return TextLine(
      ["\(state.letter) \(area)", unit, text.map { String($0) } ?? state.title].compactMap(\.self)
        .joined(separator: " · "))
  }

  private func requestLine(_ id: Identifier<Request>, of partner: Identifier<Partner>) -> TextLine {
    guard let request = board[id] else { return TextLine() }
    let (state, style) = requestState(request)
    let other = request.from == partner ? request.to : request.from
    let way = request.from == partner ? "to" : "from"
    return TextLine(
      "\(state) · \(way) \(other.map { board.name(of: $0) } ?? "somebody") · \(request.about)",
      style: style)
  }

  private func agreementLine(_ id: Identifier<Agreement>) -> TextLine {
    guard let agreement = board[id] else { return TextLine() }
    let hasPassed = agreement.review?.hasPassed(on: today) == true
    let review = agreement.review.map { " · review \($0.words)\(hasPassed ? " PASSED" : "")" }
    return TextLine(agreement.title + (review ?? ""), style: hasPassed ? .alarm : .plain)
  }
}
