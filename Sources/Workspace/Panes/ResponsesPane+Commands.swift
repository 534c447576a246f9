import Domain
import Screen

extension WorkspaceState {
  /// Why the answers of a closed round stay as they are.
  static let whyClosed = "the round is closed; :reopen-round opens it again."

  func whyNotInResponses(_ command: Command) -> String? {
    if CommandTable.rounds.contains(where: { $0.command == command }) {
      return whyNotForRounds(command)
    }
    guard pane == .responses else { return "only in the Responses pane, 3." }
    guard let round = shownRound else { return "there is no round yet: a starts one." }
    if responses.view == .rounds { return "Enter shows the round first." }
    guard let row = selectedRespondent, let column = selectedColumn else {
      return "no respondent is selected."
    }
    let agency = agency(of: row.partner)
    switch command {
    case .foldUnits:
      if row.standing == .agency { return "it has no units in this round." }
      return responses.folded.contains(agency) ? "its units are folded already." : nil
    case .unfoldUnits:
      return responses.folded.contains(agency) ? nil : "nothing is folded here."
    case .raiseIssue, .referAnswer:
      return activeMarks == nil ? whyNotRaised(command) : Self.whyMarked
    default: break
    }
    if round.isClosed { return Self.whyClosed }
    switch command {
    case .changeAnswer: return activeMarks == nil ? nil : Self.whyMarked
    case .editAnswer, .setReceived:
      if activeMarks != nil { return Self.whyMarked }
      let count = answers(of: row, at: column).count
      return count == 1 ? nil : count == 0 ? Self.whyNothing : whySeveral(count)
    case .clearAnswer where activeMarks == nil:
      return state(of: row, at: column) == .awaited ? "it is awaited." : nil
    default: return nil
    }
  }

  private static let whyMarked = "one answer at a time; Esc takes the marks away."
  private static let whyNothing = "nothing was heard here; Enter writes it."

  private func whySeveral(_ count: Int) -> String {
    "\(count) answers stand here; > shows them question by question."
  }

  mutating func performInResponses(_ command: Command) -> [Effect] {
    switch command {
    case .recordAnswered: return perform(.record(.answered))
    case .recordNil: return perform(.record(.nilReturn))
    case .recordDeclined: return perform(.record(.declined))
    case .recordNotApplicable: return perform(.record(.notApplicable))
    case .noteBounce: return perform(.bounce)
    case .clearAnswer: return perform(.clear)
    case .noteReminder: return perform(.remind)
    case .changeAnswer: return openAnswer()
    case .editAnswer:
      return selectedAnswers.first.map { editTexts(of: $0, by: .editAnswer) } ?? []
    case .setReceived:
      if let answer = selectedAnswers.first {
        overlay = .form(receivedForm(answer), .setReceived(answer.id))
      }
    case .raiseIssue: return raiseIssue(stage: .emerging)
    case .referAnswer: return raiseIssue(stage: .referred)
    case .foldUnits: fold(true)
    case .unfoldUnits: fold(false)
    default: break
    }
    return []
  }

  private mutating func fold(_ isFolded: Bool) {
    guard let row = selectedRespondent else { return }
    fold(agency(of: row.partner), isFolded)
  }

  // MARK: Going in

  /// Whether answers can only be read: of another day, or of a closed round.
  private var areAnswersReadOnly: Bool { whyReadOnly != nil || shownRound?.isClosed == true }

  /// Goes from the list of rounds to one; in the matrix reads and writes the whole answer.
  mutating func openInResponses() -> [Effect] {
    guard responses.view == .rounds else { return openAnswer() }
    if let round = responses.rounds.selected { showRound(round) }
    return []
  }

  /// Opens the answer under the cursor, one that is to be chosen, or a new one.
  private mutating func openAnswer() -> [Effect] {
    guard let row = selectedRespondent, let column = selectedColumn else { return [] }
    let answers = selectedAnswers
    if answers.count > 1 {
      overlay = .form(answersForm(answers), .errand(.chooseAnswer))
      return []
    }
    if let answer = answers.first { return open(answer) }
    guard !areAnswersReadOnly, let round = shownRound else {
      flash = "\(fullName(of: row)): \(silence(of: row, at: column))"
      return []
    }
    let form = newAnswerForm(of: row.partner, on: matter(at: column), to: round)
    overlay = .form(form, .addAnswer(round.id))
    return []
  }

  private mutating func open(_ answer: Record<Response>) -> [Effect] {
    if areAnswersReadOnly { return read(answer.recordName) }
    overlay = .form(answerForm(answer), .changeAnswer(answer.id))
    return []
  }

  /// Asks which of several answers is meant.
  private func answersForm(_ answers: [Record<Response>]) -> Form {
    let options = answers.map { answer in
      Form.Option(
        value: answer.id.text,
        label: [
          name(of: answer.respondent), words(for: answer.content),
          AnswerState(answer.state).title, answer.text?.cut(to: 30),
        ].compactMap(\.self).joined(separator: " · "))
    }
    return Form(
      title: "\(answers.count) answers stand here: which one",
      fields: [Form.Field(choose: "Answer", options.first?.value, among: options, isRequired: true)]
    )
  }

  /// Opens the answer that was chosen among several.
  mutating func chooseAnswer(in form: Form) -> [Effect] {
    overlay = nil
    let id = form.choice(0).flatMap { try? Identifier<Response>($0) }
    return id.flatMap { board[$0] }.map { open($0) } ?? []
  }

  /// The record whose text and history are read: the answer under the cursor, else the partner.
  var readInResponses: RecordName? {
    responses.view == .rounds
      ? selectedInResponses : selectedAnswers.first?.recordName ?? selectedInResponses
  }
}
