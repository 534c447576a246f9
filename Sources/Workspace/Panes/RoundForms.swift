import Domain
import Screen

/// Rounds: what is asked for to start, change, close and compare them, and what is kept.
extension WorkspaceState {
  /// The round that a command is about: that of the cursor in the list of rounds, else the one that
  /// the pane shows, else the one being asked.
  private var roundInHand: Record<Round>? {
    guard pane == .responses, responses.view == .rounds else {
      return shownRound ?? board.currentRound
    }
    return responses.rounds.selected.flatMap { board[$0] }.flatMap { $0.isDeleted ? nil : $0 }
  }

  func whyNotForRounds(_ command: Command) -> String? {
    switch command {
    case .addRound, .importReplies: return nil
    case .compareRounds:
      return board.rounds.standing.dropFirst().contains { _ in true }
        ? nil : "there is one round only."
    default: break
    }
    guard let round = roundInHand else { return "there is no round yet: a starts one." }
    switch command {
    case .exportRound: return whyNotExported(round)
    case .reopenRound: return round.isClosed ? nil : "the round is open."
    case .closeRound, .changeRound, .setRespondents:
      return round.isClosed ? Self.whyClosed : nil
    default: return nil
    }
  }

  mutating func performForRounds(_ command: Command) -> [Effect] {
    if command == .addRound { overlay = .form(addRoundForm, .addRound) }
    if command == .importReplies {
      overlay = .form(repliesForm, .errand(.importReplies))
    }
    if command == .compareRounds { overlay = .form(comparisonForm, .errand(.compareRounds)) }
    guard let round = roundInHand else { return [] }
    switch command {
    case .exportRound: overlay = .form(exportRoundForm(round), .errand(.exportRound(round.id)))
    case .changeRound:
      let questions = round.questions.ranked()
      overlay = .form(
        changeRoundForm(round, questions), .changeRound(round.id, questions.map(\.key)))
    case .setRespondents: overlay = .form(respondentsForm(round), .setRespondents(round.id))
    case .closeRound: overlay = .form(closeForm(round), .closeRound(round.id))
    case .reopenRound: return reopen(round)
    default: break
    }
    return []
  }

  // MARK: Starting

  /// Where the questions of a new round come from.
  private var questionSources: [(id: String, label: String, [Identifier<Question>: Question])] {
    let template = board.settings.questions
    let own = template.isEmpty ? [] : [("board", "the board's \(template.count)", template)]
    return own
      + board.roundsLatestFirst.filter { !$0.questions.isEmpty }.map {
        ($0.id.text, "those of \($0.title)", $0.questions)
      }
  }

  private var addRoundForm: Form {
    let sources = questionSources
    let options = sources.map { Form.Option(value: $0.id, label: $0.label) }
    return Form(
      title: "Start a round",
      fields: [
        Form.Field(
          "Title", "Round \(board.rounds.standing.count { _ in true } + 1)", isRequired: true),
        Form.Field(date: "Asked", today, today: today, hint: "the day of asking, if it is known"),
        Form.Field(date: "Due", nil, today: today, hint: "14 feb, +2w, 14/2/2018"),
        Form.Field(
          choose: "Questions", options.first?.value, among: options,
          hint: "none of before: write one below"),
        Form.Field("One more", hint: "a question that was not asked before"),
        respondentsField(board.likelyRespondents(on: today)),
        markingField(lowestMarking),
      ])
  }

  private func respondentsField(_ chosen: [Identifier<Partner>]) -> Form.Field {
    Form.Field(
      chooseAny: "Respondents", chosen.map(\.text), among: partnerOptions(chosen),
      short: "Whom", hint: "any number, with ; between them", adds: "partner")
  }

  mutating func addRound(_ form: inout Form) -> [Edit]? {
    let source = form.choice(3)
    var questions = questionSources.first { $0.id == source }?.2 ?? [:]
    let other = form.fields[4].text
    if !other.isEmpty { add(other, to: &questions) }
    let (asked, due) = (form.date(at: 1), form.date(at: 2))
    var start = RoundStart(
      title: form.fields[0].text, asked: asked, due: due, questions: questions, respondents: [])
    // Nobody is added to the board for a round that is refused.
    if let flaw = start.flaw(on: board), flaw != .noRespondents || form.named(at: 5).isEmpty {
      form.complain(flaw.description, at: flaw.field)
      return nil
    }
    var act: [Edit] = []
    start.respondents = partners(in: form, at: 5, adding: &act)
    let round = Record(
      id: identifiers.next(), header: newHeader(marking: marking(in: form, at: 6)),
      content: start.round)
    act += [putAndFollow(round)].compactMap(\.self)
    showRound(round.id)
    flash =
      "Started \(round.title): \(round.questions.count) questions to "
      + "\(round.invitations.count) respondents."
    return act
  }

  private mutating func add(_ text: String, to questions: inout [Identifier<Question>: Question]) {
    let last = questions.values.compactMap(\.rank).max()
    questions[identifiers.next()] = Question(text: text, rank: Rank.between(last, nil))
  }

  // MARK: Changing

  private func changeRoundForm(
    _ round: Record<Round>, _ questions: [(key: Identifier<Question>, value: Question)]
  ) -> Form {
    let questions = questions.enumerated().map { index, question in
      Form.Field(
        "Question \(index + 1)", question.value.text, isNumbered: true,
        hint: "empty: it is not asked")
    }
    return Form(
      title: "Change \(round.title)",
      fields: [
        Form.Field("Title", round.title, isRequired: true),
        Form.Field(date: "Asked", round.asked, today: today, hint: "if the day is known"),
        Form.Field(date: "Due", round.due, today: today, hint: "14 feb, +2w, 14/2/2018"),
      ] + questions + [Form.Field("One more", hint: "a question that was not asked before")])
  }

  /// - Parameters:
  ///   - id: The round.
  ///   - questions: Those that stand in the form's fields, from the fourth on.
  ///   - form: What was filled in.
  /// - Returns: What it changes; `nil` where it does not fit, of which the form then complains.
  mutating func changeRound(
    _ id: Identifier<Round>, asking questions: [Identifier<Question>], _ form: inout Form
  ) -> [Edit]? {
    guard var round = board[id], !round.isDeleted else { return [] }
    if form.fields[0].isChanged { round.title = form.fields[0].text }
    if form.fields[1].isChanged { round.asked = form.date(at: 1) }
    if form.fields[2].isChanged { round.due = form.date(at: 2) }
    for (place, question) in zip(3..., questions) where form.fields[place].isChanged {
      if let reason = whyNotChanged(question, in: round) {
        form.complain(reason, at: place)
        return nil
      }
      let text = form.fields[place].text
      if text.isEmpty {
        round.questions[question] = nil
      } else {
        round.questions[question]?.text = text
      }
    }
    if let other = form.fields.last?.text, !other.isEmpty {
      add(other, to: &round.content.questions)
    }
    if let flaw = board.flaw(in: round) {
      form.complain(flaw.description, at: min(flaw.field, 3))
      return nil
    }
    return keep(round, saying: "Changed \(round.title)")
  }

  /// Why a question of a round stays as it was asked, as a sentence; `nil` when it need not.
  private func whyNotChanged(
    _ question: Identifier<Question>, in round: Record<Round>
  ) -> String? {
    if round.isClosed { return "Somebody has closed the round: :reopen-round opens it again." }
    if round.questions[question] == nil {
      return "Somebody has taken this question away meanwhile."
    }
    return board.responses.standing.first { $0.round == round.id && $0.question == question }
      .map { "\(name(of: $0.respondent)) has answered this question: it stays." }
  }

  private func respondentsForm(_ round: Record<Round>) -> Form {
    Form(
      title: "Who is asked in \(round.title)",
      fields: [respondentsField(round.invitations.keys.sorted())])
  }

  mutating func setRespondents(of id: Identifier<Round>, _ form: inout Form) -> [Edit]? {
    guard var round = board[id], !round.isDeleted else { return [] }
    guard !form.named(at: 0).isEmpty else {
      form.complain(RoundStart.Flaw.noRespondents.description, at: 0)
      return nil
    }
    var act: [Edit] = []
    let partners = partners(in: form, at: 0, adding: &act)
    // Only what was changed here: somebody else may have invited others since the form opened.
    let former = form.formerChoices(0).compactMap { try? Identifier<Partner>($0) }
    for partner in former where !partners.contains(partner) { round.invitations[partner] = nil }
    for partner in partners where round.invitations[partner] == nil {
      round.invitations[partner] = Round.Invitation()
    }
    return act + keep(round, saying: "\(round.title) asks \(round.invitations.count)")
  }

  // MARK: Closing

  private func closeForm(_ round: Record<Round>) -> Form {
    let awaited = board.awaited(in: round, RoundAnswers(to: round.id, on: board), on: today)
      .count
    return Form(
      title: "Close \(round.title)" + (awaited == 0 ? "" : ": \(awaited) have not answered"),
      fields: [Form.Field(date: "Closed", today, today: today, isRequired: true)])
  }

  mutating func closeRound(_ id: Identifier<Round>, _ form: inout Form) -> [Edit]? {
    guard var round = board[id], !round.isDeleted, let day = form.date(at: 0) else { return [] }
    if let reason = round.whyNotClosed(on: day) {
      form.complain(reason, at: 0)
      return nil
    }
    round.closed = day
    return keep(round, saying: "Closed \(round.title), \(day.words)")
  }

  private mutating func reopen(_ round: Record<Round>) -> [Effect] {
    var round = round
    round.closed = nil
    lastChange = .single("your last change opened a round again; :reopen-round does.")
    return save(keep(round, saying: "Opened \(round.title) again"))
  }

  private mutating func keep(_ round: Record<Round>, saying sentence: String) -> [Edit] {
    guard let edit = putAndFollow(round) else {
      flash = "Nothing was changed."
      return []
    }
    flash = "\(sentence)."
    return [edit]
  }

  // MARK: Comparing

  private var comparisonForm: Form {
    let rounds = board.roundsLatestFirst
    let options = rounds.map { Form.Option(value: $0.id.text, label: $0.title) }
    // The round in hand and the one before it; the first of all is compared with the one after it.
    let place = rounds.firstIndex { $0.id == roundInHand?.id } ?? 0
    let later = rounds[min(place, rounds.count - 2)]
    let earlier = rounds[min(place, rounds.count - 2) + 1]
    return Form(
      title: "Compare two rounds",
      fields: [
        Form.Field(choose: "From", earlier.id.text, among: options, isRequired: true),
        Form.Field(choose: "To", later.id.text, among: options, isRequired: true),
      ])
  }

  mutating func compareRounds(_ form: Form) -> [Effect] {
    func round(_ index: Int) -> Record<Round>? {
      form.choice(index).flatMap { try? Identifier<Round>($0) }.flatMap { board[$0] }
    }
    guard let earlier = round(0), let later = round(1), earlier.id != later.id else {
      var form = form
      form.complain("Choose another round: this is the one above.", at: 1)
      overlay = .form(form, .errand(.compareRounds))
      return []
    }
    let comparison = RoundComparison(from: earlier, to: later, on: board)
    overlay = .reader(
      Reader(
        title: "\(earlier.title) and \(later.title)",
        lines: board.lines(of: comparison).map {
          TextLine($0.text, style: $0.isHeading ? .heading : .plain)
        }))
    return []
  }
}

extension RoundStart.Flaw {
  /// The place of the field that is wrong, in the form that starts a round.
  fileprivate var field: Int {
    switch self {
    case .dueBeforeAsked: 2
    case .titleTaken: 0
    case .noQuestions, .emptyQuestion: 4
    case .noRespondents: 5
    }
  }
}
