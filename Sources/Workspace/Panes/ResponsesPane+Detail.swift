import Domain
import Screen

extension WorkspaceState {
  /// What the detail line says in this pane.
  var responsesDetail: String {
    if responses.view == .rounds { return roundDetail }
    if responses.isJustShown, let overview { return overview }
    return cellDetail
  }

  // MARK: When the pane is opened

  /// Which areas nobody has spoken of, and whom to chase next and why; `nil` when there is neither.
  private var overview: String? {
    guard tellsAbsence, let heard = responses.heard, let round = shownRound, !round.isClosed else {
      return nil
    }
    let silent = heard.awaited.silentAreas
    let names = silent.map { board[$0]?.title ?? $0.text }
    let areas = silent.map(shortTitle)
    guard let chase = heard.awaited.mostPressing(on: board) else {
      return names.isEmpty ? nil : "Nobody has spoken of \(names.list)."
    }
    let next = sentence(chase, isNext: true)
    let bare = chase.because.replacing("nothing heard, ", with: "")
    let brief = "chase \(name(of: chase.respondent)): \(bare)"
    guard !names.isEmpty else { return first(of: [next, brief]) }
    return first(of: [
      "Nobody has spoken of \(names.list). \(next)",
      "Nobody on \(areas.list). \(next)",
      "Nobody on \(areas.list); \(brief)",
      "Silent \(areas.joined(separator: " ")); \(brief)",
      "\(areas.count) \(areas.count == 1 ? "area" : "areas") silent; \(brief)",
    ])
  }

  /// The first text that the detail line has room for.
  private func first(of texts: [String]) -> String {
    texts.first { $0.wrapped(to: size.width - 2).count <= detailHeight } ?? texts[texts.count - 1]
  }

  // MARK: A cell

  /// Who, on what, and what was heard.
  private var cellDetail: String {
    guard let row = selectedRespondent, let column = selectedColumn else { return "" }
    let answers = selectedAnswers
    let head = "\(fullName(of: row)) \(about(matter(at: column)))"
    switch answers.count {
    case 0: return "\(head): \(silence(of: row, at: column))"
    case 1: return "\(head): \(account(of: answers[0]))"
    default:
      let state = AnswerState(answers[0].state).title
      return "\(head): \(answers.count) answers, the strongest \(state); Enter lists them."
    }
  }

  /// The name of a row as it stands without the others.
  func fullName(of row: Respondent) -> String {
    let name = name(of: row.partner)
    return row.standing == .unitUnknown ? "\(name) (unit not known)" : name
  }

  /// What a cell without an answer says.
  func silence(of row: Respondent, at column: ResponsesPane.Column) -> String {
    guard tellsAbsence else { return "nothing is published here." }
    let state = state(of: row, at: column).title
    guard row.standing != .whole, let chase = chase(of: row.partner) else {
      if board.hasLeft(row.partner, on: today) { return "\(state); it has left the partnership." }
      guard let round = shownRound, !isInvited(row, to: round) else { return "\(state)." }
      return "\(state); not invited to this round."
    }
    return "\(state). \(sentence(chase))"
  }

  /// What one response says, in a line: the beginning of its text last.
  private func account(of answer: Record<Response>) -> String {
    var parts = [facts(of: answer)]
    if let issue = standingIssue(of: answer) {
      parts.append("raised as \(board[issue]?.title ?? issue.text) (I goes there)")
    }
    if let text = answer.text, !text.isEmpty { parts.append("“\(text.cut(to: 400))”") }
    return parts.joined(separator: " · ")
  }

  /// State, day, confidence and role of a response.
  private func facts(of answer: Record<Response>) -> String {
    let question = answer.question.map { "question \(number(of: $0))" }
    let isQuestionShown = selectedColumn.map { matter(at: $0).question } == .any
    return [
      AnswerState(answer.state).title, isQuestionShown ? question : nil,
      answer.received?.words, answer.confidence.map { "confidence \($0)" },
      answer.byRole.map { "by \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  // MARK: The box below

  /// The whole of the answers under the cursor, where there is room for them.
  func drawAnswer(in area: Rect, on canvas: inout Canvas) {
    guard let row = selectedRespondent, let column = selectedColumn else { return }
    let lines = answerLines(of: row, at: column).flatMap { $0.wrapped(to: max(8, area.width - 2)) }
    let inside = canvas.box(
      area, title: "\(fullName(of: row)) · \(words(for: matter(at: column)))",
      note: lines.count > area.height - 2 ? "Enter reads the rest" : "")
    for (index, line) in lines.prefix(inside.height).enumerated() {
      canvas.write(line.text, x: inside.x, y: inside.y + index, in: inside, style: line.style)
    }
  }

  private func answerLines(
    of row: Respondent, at column: ResponsesPane.Column
  ) -> [TextLine] {
    let answers = selectedAnswers
    let question = matter(at: column).question.id.map { id in
      [TextLine("\(number(of: id)). \(text(of: id))", style: .faint)]
    }
    guard !answers.isEmpty else {
      return (question ?? []) + [TextLine(silence(of: row, at: column).capitalised)]
    }
    return (question ?? [])
      + answers.flatMap { answer -> [TextLine] in
        let who = answer.respondent == row.partner ? "" : "\(name(of: answer.respondent)): "
        let text = answer.text.map { $0.split(whereSeparator: \.isNewline) } ?? []
        let issue = standingIssue(of: answer).map { issue in
          TextLine("  Raised as: \(board[issue]?.title ?? issue.text). I goes there.")
        }
        let words =
          text.isEmpty
          ? [TextLine("  The wording is not held here.", style: .faint)]
          : text.map { TextLine("  \($0)") }
        return [TextLine((who + facts(of: answer)).capitalised, style: .strong)]
          + (answer.state == .answered || !text.isEmpty ? words : []) + [issue].compactMap(\.self)
      }
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
