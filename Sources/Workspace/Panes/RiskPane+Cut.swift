import Domain
import Screen

/// What is known of an issue's row beside its values.
struct RiskRow {
  /// On which side of the cut it is; `nil` without a cut or a score.
  var side: CutLine.Side?

  /// `v` for a score agreed under another version of the model, `d` where the working score differs
  /// from the agreed one, `m` for an issue that has just missed
  /// the cut, `!` for one that a single unknown could move across it; `in` for one above it, where
  /// no line is drawn that tells so.
  var flags = ""

  /// The criteria that agencies gave different values.
  var disputed: Set<Int> = []

  /// The criteria under which the place or period has another value than the baseline.
  var overridden: Set<Int> = []
  var style = Style.plain
}

/// Where the line of the cut lies, as seen from the rows in sight.
enum CutPlace: Equatable {
  /// Before one of them, counted from 0.
  case before(Int)
  case furtherUp
  case furtherDown

  /// Nowhere: scores have changed since the rows were put in their order.
  case outOfOrder
}

/// Where the register is cut: what is above goes into the assessment.
extension WorkspaceState {
  /// The line that the board has set for its model; `nil` while it has set none.
  var cutLine: CutLine? { assessment.flatMap { board.settings.cuts[$0.scorer.id]?.line } }

  /// Whether the line is drawn: the rows must be in the order that it cuts.
  var isCutShown: Bool {
    cutLine != nil && risk.order == .grading && !risk.isReversed && risk.view != .sideBySide
  }

  /// What is known of an issue's row; where no line is drawn that tells, it says what is `in`.
  func rowFacts(of id: Identifier<Issue>, saysIn: Bool) -> RiskRow {
    var row = RiskRow()
    guard let shown = shownAssessment, let slot = board.issues.slot(of: id) else { return row }
    let spread = shown.spread(of: slot, in: board)
    row.disputed = Set(spread.rows.indices.filter { spread.rows[$0].isDisputed })
    row.overridden = Set(overriddenCriteria(of: slot))
    if isOfFormerVersion(slot) { row.flags = "v" }
    if hasOtherWorkingScore(slot) { row.flags += "d" }
    guard let line = cutLine else { return row }
    row.side = shown.side(of: slot, at: line)
    let couldCross = doubts(of: slot).contains(where: \.crossesCut)
    let letter = row.side == .justMissed ? "m" : row.side == .above && saysIn ? "in" : ""
    row.flags += letter + (couldCross ? "!" : "")
    row.style = row.side == .above ? .plain : row.side == .justMissed ? .warning : .faint
    return row
  }

  // MARK: Drawing

  /// Where the line lies; `nil` where the rows are in another order than that which it cuts.
  func cutPlace(ofRows sight: Range<Int>) -> CutPlace? {
    guard isCutShown else { return nil }
    let count = risk.list.rows.count
    // The next rows on either side tell whether the line is in sight.
    let near =
      (0..<sight.lowerBound).suffix(1) + Array(sight) + (sight.upperBound..<count).prefix(1)
    let rows = near.compactMap { row in
      isAboveCut(risk.list.rows[row]).map { (row: row, isAbove: $0) }
    }
    guard let end = rows.firstIndex(where: { !$0.isAbove }) else {
      return sight.upperBound == count ? .before(sight.count) : .furtherDown
    }
    if rows[end...].contains(where: \.isAbove) { return .outOfOrder }
    if rows[end].row >= sight.upperBound { return .furtherDown }
    let isFirst = rows[..<end].isEmpty && sight.lowerBound > 0
    return isFirst ? .furtherUp : .before(rows[end].row - sight.lowerBound)
  }

  /// Whether the row of an issue stands above the line; `nil` for one that tells nothing about it:
  /// it is gone, or is being scored and stays where it is.
  private func isAboveCut(_ id: Identifier<Issue>) -> Bool? {
    guard let line = cutLine, let slot = board.issues.slot(of: id), !isGhost(RecordName(id)),
      risk.scoring == nil || id != risk.list.selected
    else { return nil }
    return shownAssessment?.side(of: slot, at: line) == .above
  }

  /// Draws the line between the rows, or at the bottom where it is out of sight.
  func drawCut(at place: CutPlace, in area: Rect, on canvas: inout Canvas) {
    guard let line = cutLine else { return }
    var y = area.maxY - 1
    var text = cutWords(line)
    switch place {
    case .before(let row): y = area.y + row
    case .furtherUp: text += ", further up"
    case .furtherDown: text += ", further down"
    case .outOfOrder: text += ", rows out of order"
    }
    text = " \(text) "
    if place != .outOfOrder {
      let dashes = String(repeating: "- ", count: area.width / 2)
      canvas.write(dashes, x: area.x, y: y, in: area, style: .border)
    }
    let x = area.x + max(0, (area.width - TextWidth.columns(of: text)) / 2)
    canvas.write(text, x: x, y: y, in: area, style: .heading)
  }

  /// The line as it is drawn: where it is, how many stand above, and since when it is decided.
  private func cutWords(_ line: CutLine) -> String {
    guard let shown = shownAssessment else { return "" }
    let above = shown.count(above: line)
    let count = line == .top(above) ? nil : "\(above) above"
    let decision = board.settings.cuts[shown.scorer.id]?.decision.flatMap { board[$0] }
    // A decision that is not shown may have been taken.
    let decided =
      decision.map { "decided \($0.date.words)" } ?? (tellsAbsence ? "not decided" : nil)
    return ["cut: \(words(for: line))", count, decided].compactMap(\.self).joined(separator: " · ")
  }

  func words(for line: CutLine) -> String {
    switch line {
    case .top(let places): "top \(places)"
    case .value(let value): "grade \(value)"
    }
  }

  /// On which side of the cut an issue is, in words; `nil` without a cut or a score.
  func sideText(_ slot: Table<Issue>.Slot) -> String? {
    guard let line = cutLine else { return nil }
    switch shownAssessment?.side(of: slot, at: line) {
    case .above: return "above the cut"
    case .justMissed: return "just missed the cut"
    case .below: return "below the cut"
    case nil: return nil
    }
  }

  // MARK: Moving

  /// Why there is nothing to cut; `nil` when there is.
  var whyNotCut: String? {
    if let scoringProblem { return scoringProblem }
    return shownAssessment?.issuesByGrading.isEmpty == false ? nil : "nothing is scored yet."
  }

  /// Moves the line by one place, or by one value where it is at one.
  ///
  /// Where the board has no line yet, it begins at the selected issue.
  mutating func moveCut(down: Bool) -> [Effect] {
    guard let shown = shownAssessment else { return [] }
    let place = selectedIssue.flatMap { shown.placed($0) }?.standing.byGrading
    let first = CutLine.top((place ?? shown.issuesByGrading.count) - (down ? 0 : 1))
    let line = cutLine.map { shown.stepped($0, down: down) } ?? first
    guard line != cutLine else {
      flash = "The cut is at the \(down ? "end" : "top") of the register: \(words(for: line))."
      return []
    }
    let moved = cutLine.map { movedAcross(from: $0, to: line, in: shown) } ?? ""
    lastChange = .cut(isDown: down)
    flash = "The cut is at the \(words(for: line))\(moved); :decide-cut minutes it."
    let edit = set(Cut(at: line), in: shown.scorer.id)
    return save([edit].compactMap(\.self))
  }

  /// Sets the cut under a model; `nil` takes it away.
  mutating func set(_ cut: Cut?, in model: Identifier<ScoringModel>) -> Edit? {
    var settings = board.settings
    settings.cuts[model] = cut
    return put(settings)
  }

  /// Which issues a move of the line puts on the other side, to follow a sentence.
  private func movedAcross(
    from old: CutLine, to new: CutLine, in shown: Assessment
  ) -> String {
    let (before, after) = (shown.count(above: old), shown.count(above: new))
    let moved = shown.issuesByGrading.prefix(max(before, after)).dropFirst(min(before, after))
    guard let first = moved.first else { return "" }
    let more = moved.count > 1 ? " and \(moved.count - 1) more" : ""
    let side = after > before ? "above" : "below"
    return ", \(board.issues[slot: first].title)\(more) \(side)"
  }

  // MARK: Deciding

  /// The form by which the board decides its cut.
  var cutForm: Form {
    Form(
      title: "Decide the cut of the register",
      fields: [
        Form.Field(
          "Cut", cutLine.map { words(for: $0) } ?? "", isRequired: true,
          hint: "top 30, or grade 100; none takes it away")
      ] + DecisionPrompt.fields(board, today: today))
  }

  /// Sets the cut by a decision.
  mutating func decideCut(_ form: inout Form) -> [Edit]? {
    guard let model = assessment?.scorer.id else { return [] }
    let typed = form.fields[0].text.folded
    let line = CutLine(typed: typed)
    guard line != nil || typed == "none" else {
      form.complain("“\(typed.cut(to: 20))” is no cut: type top 30, grade 100 or none.", at: 0)
      return nil
    }
    let words = line.map { self.words(for: $0) } ?? "none"
    var decision = DecisionPrompt.decision(
      in: form, board, today: today,
      what: "Cut of the register under \(board[model]?.title ?? model.text): \(words).")
    decision.subject = RecordName(model)
    decision.from = cutLine.map { self.words(for: $0) }
    decision.to = words
    let id: Identifier<Decision> = identifiers.next()
    let header = header(handledAs: [board.settings.header])
    let edit = putAndFollow(Record(id: id, header: header, content: decision))
    let cut = line.map { line in
      var cut = Cut(at: line)
      cut.decision = id
      return cut
    }
    flash = "The cut is \(words), by a decision of \(decision.date.words)."
    return [edit, set(cut, in: model)].compactMap(\.self)
  }
}

extension CutLine {
  /// Reads `top 30` or `grade 99.5`; anything else is `nil`.
  init?(typed text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "top":
      guard let places = Int(words[1]), places >= 0 else { return nil }
      self = .top(places)
    case "grade":
      guard let value = Exact(String(words[1])), value >= .zero else { return nil }
      self = .value(value)
    default: return nil
    }
  }
}
