import Domain
import Screen

/// What the forms for answers ask for.
enum AnswerField: String {
  case state = "State"
  case text = "Text"
  case received = "Received"
  case byRole = "By role"
  case confidence = "Confidence"
  case question = "Question"
  case area = "Area"
  case respondent = "Respondent"
  case marking = "Marking"
}

extension Form {
  /// The place of a field; `nil` where the form does not ask for it.
  private func index(of field: AnswerField) -> Int? {
    fields.firstIndex { $0.label == field.rawValue }
  }

  /// Where a field of a new answer is, or where that of another answer was changed.
  fileprivate func taken(_ field: AnswerField, isNew: Bool) -> Int? {
    index(of: field).flatMap { isNew || fields[$0].isChanged ? $0 : nil }
  }
}

extension WorkspaceState {
  func newAnswerForm(
    of partner: Identifier<Partner>, on matter: Matter, to round: Record<Round>
  ) -> Form {
    var response = Response(round: round.id, respondent: partner, state: .answered)
    response.area = matter.area.id
    response.question = matter.question.id
    response.received = today
    return Form(
      title: "What \(name(of: partner)) answered · \(round.title)",
      fields: fields(response, headerOfAnswer(to: round.id, on: response.area), state: nil))
  }

  func answerForm(_ answer: Record<Response>) -> Form {
    let isLong = answer.text?.contains(where: \.isNewline) == true
    let issue =
      standingIssue(of: answer).map { " · raised as \(board[$0]?.title ?? $0.text)" } ?? ""
    return Form(
      title: "\(name(of: answer.respondent)) \(about(answer.content))"
        + (isLong ? " · e opens the text" : issue),
      fields: fields(answer.content, answer.header, state: answer.state))
  }

  func receivedForm(_ answer: Record<Response>) -> Form {
    Form(
      title: "\(name(of: answer.respondent)) \(about(answer.content))",
      fields: [receivedField(answer.received)])
  }

  func receivedField(_ day: CalendarDate?) -> Form.Field {
    Form.Field(
      date: AnswerField.received.rawValue, day, today: today, hint: "6 feb 2018, yesterday, -2d")
  }

  /// A text of several lines has no field here: it would lose them.
  private func fields(
    _ response: Response, _ header: Header, state: Response.State?
  ) -> [Form.Field] {
    let isLong = response.text?.contains(where: \.isNewline) == true
    let text = Form.Field(
      AnswerField.text.rawValue, response.text ?? "", hint: "what was said")
    return [stateField(state)] + (isLong ? [] : [text]) + [
      receivedField(response.received),
      Form.Field(
        AnswerField.byRole.rawValue, response.byRole ?? "", hint: "who answered: a role, no name"),
      Form.Field(
        AnswerField.confidence.rawValue, response.confidence ?? "", kind: .words(confidences),
        hint: "as it was put; completed from words used before"),
      Form.Field(
        choose: AnswerField.question.rawValue, response.question?.text,
        among: questionOptions(of: shownRound),
        hint: "none: tied to no question"),
      Form.Field(
        choose: AnswerField.area.rawValue, response.area?.text,
        among: board.orderedAreas.map { Form.Option(value: $0.id.text, label: $0.title) },
        hint: "none: tied to no area"),
      Form.Field(
        choose: AnswerField.respondent.rawValue, response.respondent.text,
        among: partnerOptions(response.respondent), isRequired: true),
      markingField(header.marking),
    ]
  }

  func stateField(_ state: Response.State?) -> Form.Field {
    let options = Response.State.allCases.map { state in
      Form.Option(
        value: state.rawValue,
        label: "\(AnswerState(state).letter) \(AnswerState(state).title)")
    }
    let now = options.first { $0.value == state?.rawValue }?.label ?? ""
    return Form.Field(
      AnswerField.state.rawValue, now, kind: .letter(options), isRequired: true,
      hint: "one letter")
  }

  func questionOptions(of round: Record<Round>?) -> [Form.Option] {
    (round?.questions.ranked() ?? []).enumerated().map { index, question in
      Form.Option(
        value: question.key.text, label: "\(index + 1) \(question.value.text.cut(to: 50))")
    }
  }

  /// How confident respondents have said they are, in their words.
  var confidences: [String] { (responses.turnout ?? Turnout(of: board)).confidences }

  // MARK: What is kept

  /// Complains of a day of receipt that is yet to come: a day without its year is taken for one.
  func complainsOfDay(_ form: inout Form) -> Bool {
    guard let index = form.taken(.received, isNew: false), let day = form.date(at: index),
      day.firstDayNumber > today.lastDayNumber
    else { return false }
    form.complain("\(day.words) is yet to come: type the year, too.", at: index)
    return true
  }

  mutating func addAnswer(to round: Identifier<Round>, _ form: inout Form) -> [Edit]? {
    guard !complainsOfDay(&form) else { return nil }
    guard let record = board[round], !record.isDeleted,
      let partner = form.taken(.respondent, isNew: true).flatMap(form.choice)
        .flatMap({ try? Identifier<Partner>($0) })
    else { return [] }
    let area = form.taken(.area, isNew: true).flatMap(form.choice)
      .flatMap { try? Identifier<Area>($0) }
    var answer = Record(
      id: identifiers.next(), header: headerOfAnswer(to: record.id, on: area),
      content: Response(round: round, respondent: partner, state: .answered))
    take(form, into: &answer, isNew: true)
    let edit = putAndFollow(answer)
    settleResponses(isOwn: true)
    flash =
      "\(name(of: partner)) \(about(answer.content)): \(AnswerState(answer.state).title)"
    return [edit].compactMap(\.self)
  }

  mutating func changeAnswer(_ id: Identifier<Response>, _ form: inout Form) -> [Edit]? {
    guard !complainsOfDay(&form) else { return nil }
    guard var answer = board[id], !answer.isDeleted else {
      flash = "The answer is gone: somebody has taken it away."
      return []
    }
    take(form, into: &answer, isNew: false)
    guard let edit = putAndFollow(answer) else {
      flash = "Nothing was changed."
      return []
    }
    settleResponses(isOwn: true)
    flash = "Changed: \(name(of: answer.respondent)) \(about(answer.content))"
    return [edit]
  }

  /// Takes what was changed in a form, and nothing else: somebody else may have changed the rest.
  private func take(_ form: Form, into answer: inout Record<Response>, isNew: Bool) {
    func text(_ index: Int) -> String? {
      form.fields[index].text.isEmpty ? nil : form.fields[index].text
    }
    func place(_ field: AnswerField) -> Int? { form.taken(field, isNew: isNew) }
    if let index = place(.state), let state = form.choice(index).flatMap(Response.State.init) {
      answer.state = state
    }
    if let index = place(.text) { answer.text = text(index) }
    if let index = place(.received) { answer.received = form.date(at: index) }
    if let index = place(.byRole) { answer.byRole = text(index) }
    if let index = place(.confidence) { answer.confidence = text(index) }
    if let index = place(.question) {
      answer.question = form.choice(index).flatMap { try? Identifier($0) }
    }
    if let index = place(.area) {
      answer.area = form.choice(index).flatMap { try? Identifier($0) }
    }
    if let index = place(.respondent),
      let partner = form.choice(index).flatMap({ try? Identifier<Partner>($0) })
    {
      answer.respondent = partner
    }
    // The marking that nobody chose is that of the area that was.
    if let index = form.taken(.marking, isNew: false) {
      answer.header.marking = marking(in: form, at: index)
    }
  }
}
