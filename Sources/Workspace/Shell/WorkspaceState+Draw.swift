import Domain
package import Screen

extension WorkspaceState {
  /// Makes the picture of the whole screen.
  package func draw() -> Canvas {
    var canvas = Canvas(size: size, repertoire: repertoire)
    guard !isTooSmall else {
      let text =
        saves.failure == nil
        ? "socboard needs 40 × 10; q quits" : "NOT SAVED: make the window larger"
      let view = audience == .public ? "\(WorkspaceState.publicViewTitle): " : ""
      canvas.write(view + text, x: 0, y: 0, width: size.width)
      canvas.cursor = Position(x: 0, y: 0)
      return canvas
    }
    drawTitle(on: &canvas)
    drawPanes(on: &canvas)
    switch pane {
    case _ where whyNothingIsShown != nil: drawNothing(on: &canvas)
    case .areas: drawAreas(on: &canvas)
    case .risk: drawRisk(on: &canvas)
    case .plan: drawPlan(on: &canvas)
    case .partners: drawPartners(on: &canvas)
    case .responses: drawResponses(on: &canvas)
    case .threats: drawThreats(on: &canvas)
    default: drawRecords(on: &canvas)
    }
    drawDetail(on: &canvas)
    drawFooter(on: &canvas)
    drawOverlay(on: &canvas)
    return canvas
  }

  private func drawTitle(on canvas: inout Canvas) {
    let row = Rect(size).splitTop(1).top
    let style = Style(hasFocus ? .strong : .faint, isSelected: true)
    canvas.fill(row, style: style)
    let view = audience == .public ? WorkspaceState.publicViewTitle : ""
    let marking = row.width < 60 ? [] : [marking].compactMap(\.self)
    var parts = titleFacts[...]
    // The marking stays, and what tells that the view is public.
    let (least, room) = view.isEmpty ? (1, row.width - 2) : (0, row.width - view.count - 4)
    while parts.count > least,
      TextWidth.columns(of: (marking + parts).joined(separator: " · ")) > room
    {
      // That it is the past is told as long as there is something else to leave out.
      parts.remove(at: parts.startIndex + (asAt != nil && parts.count > 2 ? 1 : 0))
    }
    let facts = (marking + parts).joined(separator: " · ")
    let width = TextWidth.columns(of: facts)
    let name = [view, board.settings.name].filter { !$0.isEmpty }.joined(separator: " · ")
    canvas.write(
      name, x: 1, y: 0, width: max(0, row.width - width - 3), in: row, style: style)
    canvas.write(
      facts, x: max(1, row.width - width - 1), y: 0, width: min(width, row.width - 2), in: row,
      style: style)
  }

  /// What the first line says at its right behind the marking, the least important first to go.
  private var titleFacts: [String] {
    var facts: [String] = []
    if let asAt {
      facts.append("AS AT \(asAt.words)")
    } else if isTodayGiven {
      facts.append(today.words)
    }
    if !problems.isEmpty {
      facts.append(
        (problems.count == 1 ? "1 problem" : "\(problems.count) problems")
          + (hasRoomForTwo ? ", :problems" : ""))
    }
    let drafts = shelf.setAside.count
    if drafts > 0 {
      facts.append(
        (drafts == 1 ? "1 draft" : "\(drafts) drafts") + (hasRoomForTwo ? ", :drafts" : ""))
    }
    if isZoomed, whyNotZoomed == nil { facts.append("ZOOM") }
    if let presence { facts.append(presence) }
    facts.append(saveState)
    return facts
  }

  /// The highest marking of what the pane shows.
  private var marking: String? {
    let shown = Set(pane.kinds.compactMap { markings[$0] })
    let levels = board.settings.markings.values
    return levels.filter { shown.contains($0.title) }.max { $0.level < $1.level }?.title
  }

  private var saveState: String {
    if saves.failure != nil { return "NOT SAVED" }
    if whyReadOnly != nil { return "read only" }
    if let first = unread.first {
      return first.hasPrefix("NOT CONFIRMED") ? "NOT CONFIRMED, Ctrl-S" : "NOT SAVED, Ctrl-S tells"
    }
    if !saves.isEmpty { return "saving" }
    return savedAt.map { "saved \(clock($0))" } ?? "no changes"
  }

  private func drawPanes(on canvas: inout Canvas) {
    let row = Rect(x: 0, y: 1, width: size.width, height: 1)
    let isShort = size.width < 70
    var x = 1
    for pane in Pane.allCases {
      let isCurrent = pane == self.pane
      if isShort, !isCurrent {
        x = canvas.write("\(pane.rawValue) ", x: x, y: 1, in: row, style: .key)
        continue
      }
      let text = isCurrent ? "[\(pane.rawValue) \(pane.title)]" : " \(pane.rawValue) \(pane.title) "
      x = canvas.write(
        text, x: x, y: 1, in: row, style: isCurrent ? Style(.strong, isSelected: true) : .plain)
      if isShort { x += 1 }
    }
    guard pane != .areas, let area, let name = board[area]?.title else { return }
    let title = "Area: \(name)"
    let width = min(TextWidth.columns(of: title), row.width - x - 3)
    guard width >= min(18, TextWidth.columns(of: title)) else { return }
    canvas.write(
      title, x: row.width - width - 1, y: 1, width: width, in: row, align: .right, style: .heading)
  }

  private func drawDetail(on canvas: inout Canvas) {
    let area = Rect(
      x: 1, y: size.height - 1 - detailHeight, width: size.width - 2, height: detailHeight)
    if isNarrowing {
      let x = canvas.write("/ ", x: area.x, y: area.y, in: area, style: .key)
      currentFilter.draw(x: x, y: area.y, width: area.maxX - x, on: &canvas)
      return
    }
    if let form = formInPlace { return form.drawDetail(in: area, on: &canvas) }
    let (text, style): (String, Style) =
      flash.map { ($0, $0.hasPrefix("NOT ") ? .alarm : .strong) } ?? (detail, .plain)
    let lines = text.wrapped(to: area.width)
    for (row, line) in lines.prefix(area.height).enumerated() {
      let isCut = row == area.height - 1 && lines.count > area.height
      let line = isCut ? lines[row...].joined(separator: " ") : line
      canvas.write(line, x: area.x, y: area.y + row, width: area.width, in: area, style: style)
    }
  }

  /// The whole of what is selected.
  private var detail: String {
    // What a form makes is not what is selected.
    if case .form(_, let purpose)? = overlay, purpose.record == nil { return "" }
    if case .model? = overlay { return "What is changed here is proposed only; A agrees it." }
    let detail =
      switch pane {
      case .areas: areaDetail
      case .risk: issueDetail
      case .plan: planDetail
      case .partners: partnersDetail
      case .responses: responsesDetail
      case .threats: threatsDetail
      default: recordDetail
      }
    let facts = liveFacts
    if facts.isEmpty { return detail }
    if whyGhost != nil, let title = selectedName.flatMap({ board.title(of: $0) }) {
      return "\(facts) · \(title)"
    }
    // What a key of SCORE did stands first; all else gives way to what others did.
    let isScoring = pane == .risk && risk.scoring != nil
    return isScoring ? "\(detail) · \(facts)" : "\(facts) · \(detail)"
  }

  private func drawFooter(on canvas: inout Canvas) {
    let row = Rect(x: 1, y: size.height - 1, width: size.width - 2, height: 1)
    let always = lastHints
    let reserved = always.reduce(0) { $0 + width(of: $1) }
    var x = row.x
    for hint in hints where x + width(of: hint) + reserved <= row.maxX + 3 {
      x = draw(hint, x: x, in: row, on: &canvas)
    }
    for hint in always { x = draw(hint, x: x, in: row, on: &canvas) }
  }

  private func draw(
    _ hint: (keys: String, title: String), x: Int, in row: Rect, on canvas: inout Canvas
  ) -> Int {
    let next = canvas.write(hint.keys, x: x, y: row.y, in: row, style: .key)
    return canvas.write(" \(hint.title)", x: next, y: row.y, in: row, style: .faint) + 3
  }

  /// The keys that stand last, however narrow the screen.
  private var lastHints: [(keys: String, title: String)] {
    guard overlay == nil, !isNarrowing else { return [] }
    let isScoring = pane == .risk && risk.scoring != nil
    let view: [Command] = audience == .public ? [.publicView] : []
    return ([Command.help] + view + [isScoring ? .endScoring : .leave]).map(hint)
  }

  /// How many columns a hint takes with the gap behind it.
  private func width(of hint: (keys: String, title: String)) -> Int {
    TextWidth.columns(of: hint.keys) + TextWidth.columns(of: hint.title) + 4
  }

  /// The likeliest keys now, from the table of commands.
  private var hints: [(keys: String, title: String)] {
    if let overlay { return overlay.hints }
    if isNarrowing { return [("Enter", "keep"), ("Esc", "drop"), ("Up Down", "move")] }
    if !pendingKeys.isEmpty { return pendingHints }
    if pane == .risk, risk.scoring != nil { return scoringHints }
    let likely: [Command] =
      switch pane {
      case .areas:
        [
          .open, .setStatus, .changeArea, .editProfile, .reviewArea, .nextAttention, .addArea,
          .narrow,
        ]
      case .risk:
        riskHints
      case .plan: planHints
      case .partners: partnersHints
      case .threats: threatsHints
      case .responses:
        [
          .open, .nextAttention, .recordAnswered, .noteReminder, .raiseIssue, .nextView, .narrow,
          .order,
        ]
      default: [.open, .narrow, .order, .nextArea]
      }
    let isNews = !news.isAllSeen || !conflicted.isEmpty
    let hasBoxes = !isWide && pane != .responses && !isInSheet
    let commands = (isNews ? [.changes] : []) + likely + (hasBoxes ? [.nextBox] : [])
    return markHints + commands.filter { whyNot($0) == nil }.map(hint)
  }

  /// What the keys can come to that were pressed so far.
  private var pendingHints: [(keys: String, title: String)] {
    let typed = pendingKeys.map(\.description).joined()
    return scopes.flatMap { scope in CommandTable.entries.filter { $0.scope == scope } }
      .flatMap { entry in
        entry.keyTexts.filter { $0.hasPrefix(typed) && $0 != typed }
          .map { (keys: $0, title: entry.title) }
      }
  }

  /// A command as the footer tells it.
  private func hint(_ command: Command) -> (keys: String, title: String) {
    let entry = CommandTable.entry(command)
    let key = entry.keys.first.map { $0.map(\.description).joined() } ?? "Enter"
    let title =
      switch command {
      case .open: openTitle
      case .nextBox: currentBox == 0 ? "details" : "list"
      case .nextAttention where pane == .responses: "next to chase"
      case .publicView where audience == .public: "whole board"
      case .endScoring where isWhatIf: "keep or drop"
      default: entry.title
      }
    return (key, title)
  }

  /// What Enter does here.
  private var openTitle: String {
    switch pane {
    case .areas: "plan"
    case .plan: plan.view == .grid ? "plan" : "whole"
    case .partners: partnersOpenTitle
    case .risk: riskOpenTitle
    case .threats: threatsOpenTitle
    case .responses: responses.view == .rounds ? "show" : "read and write"
    default: "read"
    }
  }

  private func drawOverlay(on canvas: inout Canvas) {
    guard let overlay else { return }
    let body = body
    switch overlay {
    case .form(let form, let purpose):
      if case .errand(.placeReply(let box)) = purpose {
        let (above, _) = body.splitTop(max(0, body.height - form.height))
        box.draw(in: above, on: &canvas)
      }
      if let box = purpose.model {
        let (above, _) = body.splitTop(max(0, body.height - form.height))
        box.draw(details(of: box, moves: above.height), in: above, on: &canvas)
      }
      if formInPlace == nil { form.draw(in: body, on: &canvas) }
      drawMeanwhile(below: form, in: body, on: &canvas)
    case .changes(let box): box.draw(in: body, on: &canvas)
    case .chooser(let chooser): chooser.draw(in: body, on: &canvas)
    case .reader(let reader): reader.draw(in: body, on: &canvas)
    case .intake(let box): box.draw(in: body, on: &canvas)
    case .model(let box):
      box.draw(details(of: box, moves: body.height), in: body, on: &canvas)
    case .confirmation(let confirmation): confirmation.draw(in: body, on: &canvas)
    case .offer(let offer): offer.draw(in: body, on: &canvas)
    }
  }
}

extension WorkspaceState.Overlay {
  /// The keys that mean something while it has them.
  var hints: [(keys: String, title: String)] {
    switch self {
    case .form(let form, _): form.hints
    case .chooser: [("Enter", "do it"), ("Up Down", "choose"), ("Esc", "back")]
    case .reader(let reader):
      [("j k", "scroll")] + (reader.records.isEmpty ? [] : [("Tab", "history")])
        + (reader.ownAct.map { [("u", "undo act \($0)")] } ?? []) + [("Esc", "back")]
    case .intake(let box): box.hints
    case .model(let box): box.hints
    case .confirmation: [("y", "yes"), ("n", "no")]
    case .offer(let offer): offer.hints
    case .changes(let box): box.hints
    }
  }
}

extension Canvas {
  /// Marks the selected row: reversed, with `>` before it and the cursor on it.
  mutating func markSelected(_ row: Rect) {
    write(">", x: row.x, y: row.y, in: row, style: .strong)
    restyle(row) { $0.selected }
    cursor = Position(x: row.x, y: row.y)
  }
}
