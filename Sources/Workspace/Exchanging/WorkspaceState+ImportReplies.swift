import Domain
import Screen

extension WorkspaceState {
  /// Asks which replies are read, and whose they are where they do not say it.
  var repliesForm: Form {
    let rounds = board.roundsLatestFirst.map { Form.Option(value: $0.id.text, label: $0.title) }
    return Form(
      title: "Import replies",
      fields: [
        Form.Field(
          "Path", isRequired: true, hint: "of a mail, mbox, text or CSV file, or a folder of them"),
        Form.Field(choose: "Round", nil, among: rounds, hint: "of replies that do not say it"),
        Form.Field(
          choose: "Respondent", nil, among: partnerOptions([]),
          hint: "of replies that do not say it"),
      ])
  }

  /// Asks for the replies to be read; the form stays until they are.
  mutating func importReplies(_ form: Form) -> [Effect] {
    [.readReplies(form.fields[0].text, replyIntake(form), identifiers.split())]
  }

  func replyIntake(_ form: Form) -> ReplyIntake {
    ReplyIntake(
      round: form.choice(1).flatMap { try? Identifier($0) },
      respondent: form.choice(2).flatMap { try? Identifier($0) })
  }

  // MARK: Sorting

  /// Takes a key that sorts replies; `nil` where it is none.
  mutating func sort(_ key: Key, in box: IntakeBox) -> [Effect]? {
    guard var sorting = box.sorting else { return nil }
    var box = box
    switch key {
    case .character("j"), .down: sorting.move(by: 1)
    case .character("k"), .up: sorting.move(by: -1)
    case .character("G"), .end: sorting.move(by: .max / 2)
    case .character("g"), .home: sorting.move(by: .min / 2)
    case .tab: sorting.goToOffered(by: 1)
    case .backTab: sorting.goToOffered(by: -1)
    case .character("x"): sorting.place(nil)
    case .character("r"):
      box.whole = sorting.whole
      overlay = .intake(box)
      return []
    case .character("B") where sorting.isOffered: return noteBounce(in: box)
    case .enter where sorting.isOffered: return openPlacing(in: box)
    case .character("e") where sorting.isOffered && sorting.entry?.isBounce == false:
      return [.edit(sorting.answer(at: sorting.current)?.text ?? "")]
    default: return nil
    }
    box.sorting = sorting
    show(box)
    return []
  }

  /// The round that something offered goes to: its own, else the one that the pane shows.
  private func round(of answer: Answer?) -> Record<Round>? {
    let own = answer?.round.flatMap { board[$0] }
    let round = own.map { $0.isDeleted ? nil : $0 } ?? shownRound ?? board.currentRound
    return round
  }

  /// Opens the form that places what is under the cursor.
  private mutating func openPlacing(in box: IntakeBox) -> [Effect] {
    guard let sorting = box.sorting, let entry = sorting.entry else { return [] }
    guard let round = round(of: entry.answer) else {
      flash = "There is no round on the board: :add-round starts one."
      return []
    }
    if let closed = round.closed {
      flash = "\(round.title) was closed \(closed.words); :reopen-round opens it again."
      return []
    }
    if entry.isBounce {
      overlay = .form(bounceForm(entry.answer, round), .errand(.placeReply(box)))
      return []
    }
    var answer = sorting.answer(at: sorting.current) ?? .byMail
    answer.round = round.id
    let form = placingForm(answer, round, entry)
    var box = box
    // The text stands above the form, so that both can be read.
    box.show(on: board, in: Size(width: body.width, height: body.height - form.height))
    overlay = .form(form, .errand(.placeReply(box)))
    return []
  }

  private func placingForm(
    _ answer: Answer, _ round: Record<Round>, _ entry: ReplyPreview.Entry
  ) -> Form {
    let isLong = answer.text?.contains(where: \.isNewline) == true
    let text = Form.Field(AnswerField.text.rawValue, answer.text ?? "", hint: "what was said")
    return Form(
      title: "Place it in \(round.title)" + (isLong ? " · the text above goes with it" : ""),
      fields: [
        respondentField(answer, round),
        Form.Field(
          choose: AnswerField.question.rawValue, answer.question?.text,
          among: questionOptions(of: round), hint: "none: tied to no question"),
        Form.Field(
          choose: AnswerField.area.rawValue, answer.area?.text,
          among: board.orderedAreas.map { Form.Option(value: $0.id.text, label: $0.title) },
          hint: "none: tied to no area"), stateField(answer.state),
      ] + (isLong ? [] : [text]) + [
        receivedField(answer.received),
        Form.Field(
          AnswerField.byRole.rawValue, answer.byRole ?? "", hint: "who answered: a role, no name"),
        Form.Field(
          AnswerField.confidence.rawValue, answer.confidence ?? "", kind: .words(confidences),
          hint: "as it was put; completed from words used before"),
      ])
  }

  /// Who answered: nobody is chosen whom the board does not have.
  private func respondentField(_ answer: Answer?, _ round: Record<Round>) -> Form.Field {
    let known = answer?.respondent.flatMap { board[$0] == nil ? nil : $0 }
    let asked = Array(round.invitations.keys)
    return Form.Field(
      choose: AnswerField.respondent.rawValue, known?.text,
      among: partnerOptions([known].compactMap(\.self), first: asked),
      isRequired: true, hint: "whose answer it is")
  }

  private func bounceForm(_ answer: Answer?, _ round: Record<Round>) -> Form {
    Form(
      title: "An invitation to \(round.title) came back",
      fields: [respondentField(answer, round), receivedField(answer?.received ?? today)])
  }

  /// Takes a text that the person's editor has mended.
  mutating func take(_ text: String, in box: IntakeBox) -> [Effect] {
    var box = box
    box.sorting?.take(text.trimmed)
    show(box)
    return []
  }

  // MARK: Placing

  /// Notes that an invitation came back, or asks whose where it is not known.
  private mutating func noteBounce(in box: IntakeBox) -> [Effect] {
    guard let sorting = box.sorting, let answer = sorting.entry?.answer,
      let round = round(of: answer), let partner = answer.respondent,
      sorting.entry?.isBounce == true, round.invitations[partner] != nil, !round.isClosed
    else { return openPlacing(in: box) }
    place(.bounce(round.id, partner, on: answer.received ?? today), in: box)
    return []
  }

  private mutating func place(_ placing: Placing, in box: IntakeBox) {
    var box = box
    box.sorting?.place(placing)
    box.sorting?.goToOffered(by: 1)
    show(box)
  }

  /// Places what a form says, or leaves the form with a complaint.
  mutating func placeReply(_ form: Form, in box: IntakeBox) -> [Effect] {
    guard let sorting = box.sorting, let entry = sorting.entry,
      let round = round(of: entry.answer)
    else { return [] }
    var form = form
    func complains(_ sentence: String, at index: Int) -> [Effect] {
      form.complain(sentence, at: index)
      overlay = .form(form, .errand(.placeReply(box)))
      return []
    }
    guard !complainsOfDay(&form) else {
      overlay = .form(form, .errand(.placeReply(box)))
      return []
    }
    guard let partner = form.choice(0).flatMap({ try? Identifier<Partner>($0) }) else { return [] }
    if entry.isBounce {
      guard round.invitations[partner] != nil else {
        return complains("\(name(of: partner)) was not asked in \(round.title).", at: 0)
      }
      place(.bounce(round.id, partner, on: form.date(at: 1) ?? today), in: box)
      return []
    }
    var answer = sorting.answer(at: sorting.current) ?? .byMail
    answer.round = round.id
    take(form, into: &answer)
    let former = form.former
    if former == nil, let sentence = standing(beside: answer, sorting) {
      let isOne = board.responses(to: answer).count < 2
      form.fields.append(formerField(isOne: isOne))
      return complains(sentence, at: form.fields.count - 1)
    }
    place(.answer(answer, former), in: box)
    return []
  }

  private func take(_ form: Form, into answer: inout Answer) {
    func text(_ index: Int) -> String? {
      form.fields[index].text.isEmpty ? nil : form.fields[index].text
    }
    for (index, field) in form.fields.enumerated() {
      switch AnswerField(rawValue: field.label) {
      case .respondent: answer.respondent = form.choice(index).flatMap { try? Identifier($0) }
      case .question: answer.question = form.choice(index).flatMap { try? Identifier($0) }
      case .area: answer.area = form.choice(index).flatMap { try? Identifier($0) }
      case .state:
        answer.state = form.choice(index).flatMap(Response.State.init) ?? answer.state
      case .text: answer.text = text(index)
      case .received: answer.received = form.date(at: index)
      case .byRole: answer.byRole = text(index)
      case .confidence: answer.confidence = text(index)
      case .marking, nil: break
      }
    }
  }

  /// What stands already where an answer is placed, as a sentence; `nil` where nothing does.
  private func standing(beside answer: Answer, _ sorting: ReplySorting) -> String? {
    let texts =
      board.responses(to: answer).map(\.content.text)
      + sorting.others(on: answer).map(\.text)
    guard let first = texts.first else { return nil }
    let said = first.map { "“\($0.cut(to: 40))”" } ?? "an answer without a text"
    return texts.count == 1
      ? "\(said) stands there already: what becomes of it?"
      : "\(texts.count) answers stand there already, such as \(said)."
  }

  private func formerField(isOne: Bool) -> Form.Field {
    let ways = isOne ? Former.allCases : [.kept]
    return Form.Field(
      Form.formerLabel, "",
      kind: .letter(ways.map { Form.Option(value: $0.rawValue, label: $0.label) }),
      isRequired: true, hint: "one letter: \(ways.map(\.label).joined(separator: ", "))")
  }

  /// Puts what was placed by hand onto the board; `nil` where it no longer fits.
  mutating func put(_ placing: Placing) -> [Edit]? {
    switch placing {
    case .bounce(let id, let partner, let day):
      guard var round = board[id], !round.isDeleted, round.invitations[partner] != nil else {
        return nil
      }
      round.invitations[partner]?.undelivered = day
      return [putAndFollow(round)].compactMap(\.self)
    case .answer(var answer, let former):
      let others = board.responses(to: answer)
      guard former != nil || others.isEmpty else { return nil }
      let other = former == .kept ? nil : others.first
      if former == .added, let text = other?.text {
        answer.text = answer.text.map { "\(text)\n\n\($0)" } ?? text
      }
      let record = board.response(keeping: answer, in: other, name: identifiers.next())
      guard let record else { return nil }
      return [putAndFollow(record)].compactMap(\.self)
    }
  }
}

extension Answer {
  /// An answer that says nothing yet.
  fileprivate static let byMail = Answer(state: .answered, text: nil, way: "by mail")
}

extension Form {
  fileprivate static let formerLabel = "What stands there"

  /// What becomes of an answer that stands there; `nil` where that was not asked.
  fileprivate var former: Former? {
    fields.firstIndex { $0.label == Form.formerLabel }.flatMap(choice).flatMap(Former.init)
  }
}

extension Former {
  fileprivate var label: String {
    switch self {
    case .added: "add this below it"
    case .replaced: "replace it by this"
    case .kept: "keep both"
    }
  }
}
