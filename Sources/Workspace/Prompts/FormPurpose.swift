package import Domain

/// What a form that is filled in is for.
package enum FormPurpose: Equatable, Sendable {
  case addArea
  case changeArea(Identifier<Area>)
  case setStatus(Identifier<Area>)
  case reviewArea(Identifier<Area>, [ReviewQuestion])
  case addIssue
  case changeIssue(Identifier<Issue>)
  case addAction
  case changeAction(Identifier<Action>)
  case setActionStatus(Identifier<Action>)
  case setDates(Identifier<Action>)
  case setPartners(Identifier<Action>)
  case supersede(Identifier<Action>)
  case addRound

  /// To change a round; its questions in the order of the form's fields, as they were when it opened.
  case changeRound(Identifier<Round>, [Identifier<Question>])
  case setRespondents(Identifier<Round>)
  case closeRound(Identifier<Round>)
  case addAnswer(Identifier<Round>)
  case changeAnswer(Identifier<Response>)
  case setReceived(Identifier<Response>)
  case addMeeting
  case decide(RecordName)

  /// To agree scores, to say why, or to decide the cut.
  case risk(RiskForm)

  /// To change partners, or what they share.
  case partners(PartnersForm)

  /// To capture threats, or to say what becomes of them.
  case threats(ThreatsForm)

  /// To do something that changes nothing on the board.
  case errand(Errand)

  /// To change an entry of an action, or to add one.
  case entry(Identifier<Action>, SheetEntry)

  /// Whether keeping the form changes nothing on the board.
  var isErrand: Bool { if case .errand = self { true } else { false } }

  /// Whether what is typed comes to the board, by this form or by what it only proposes.
  fileprivate var holdsText: Bool { if case .errand(.revise) = self { true } else { !isErrand } }

  /// Whether the last fields of the form are those of the prompt that takes a decision.
  var takesDecision: Bool {
    switch self {
    case .addArea, .setStatus, .decide, .risk(.agree), .risk(.cut), .risk(.model): true
    default: false
    }
  }

  /// The model that the form lies over; `nil` where it lies over a pane.
  var model: ModelBox? {
    switch self {
    case .errand(.revise(let box, _)), .risk(.model(let box)): box
    default: nil
    }
  }

  /// The record the form is about; `nil` when it makes one.
  var record: RecordName? {
    switch self {
    case .addArea, .addIssue, .addAction, .addRound, .addAnswer, .addMeeting, .errand: nil
    case .changeAnswer(let id), .setReceived(let id): RecordName(id)
    case .changeAction(let id), .setActionStatus(let id), .setDates(let id),
      .setPartners(let id), .supersede(let id), .entry(let id, _):
      RecordName(id)
    case .changeRound(let id, _), .setRespondents(let id), .closeRound(let id): RecordName(id)
    case .decide(let name): name
    case .risk(let form): form.record
    case .partners(let form): form.record
    case .threats(let form): form.record
    case .changeArea(let id), .setStatus(let id), .reviewArea(let id, _): RecordName(id)
    case .changeIssue(let id): RecordName(id)
    }
  }
}

extension WorkspaceState {
  /// Does what a filled-in form is for, or leaves it open with a complaint.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - purpose: What it is for.
  ///   - isAgreed: Whether what looks like personal data is to be kept.
  /// - Returns: What the world should do.
  mutating func keep(
    _ form: Form, for purpose: FormPurpose, isAgreed: Bool = false
  ) -> [Effect] {
    var form = form
    if case .errand(let errand) = purpose, !purpose.holdsText { return run(errand, form) }
    if let whyReadOnly {
      flash = "Nothing is kept: \(whyReadOnly)"
      overlay = .form(form, purpose)
      return []
    }
    if !isAgreed, let (index, suspicion) = form.firstPersonal {
      overlay = .confirmation(
        Confirmation(
          question(of: form.fields[index].label, suspicion), to: .keep(form, purpose)))
      return []
    }
    if case .errand(let errand) = purpose { return run(errand, form) }
    if let purpose = retold(purpose, &form) {
      overlay = .form(form, purpose)
      return []
    }
    guard let act = edits(of: &form, for: purpose, on: targets(of: purpose)) else {
      // What the form lies over may have had to be shown anew.
      overlay = .form(form, openForm?.purpose ?? purpose)
      return []
    }
    let draft = typed ?? shelf.restored
    overlay = nil
    shelf.restored = nil
    guard !act.isEmpty else {
      // Somebody else has taken the record away: what was typed for it is not.
      if let draft, let record = purpose.record, !board.holds(record) { shelf.setAside([draft]) }
      return []
    }
    lastChange = change(by: form, for: purpose)
    // Where others changed a field meanwhile, both values are kept: the edit began before theirs.
    let effects = save(
      act.map { $0.begun(before: meanwhile) }, effective: effectiveDate(of: form, for: purpose))
    if let draft { shelf.wait(for: draft, place: saves.count) }
    return effects
  }

  /// What a filled-in form changes; `nil` where it does not fit, of which the form then complains.
  mutating func edits(of form: inout Form, for purpose: FormPurpose) -> [Edit]? {
    switch purpose {
    case .addArea: addArea(&form)
    case .changeArea(let id): changeArea(id, &form)
    case .setStatus(let id): setStatus(of: [id], &form)
    case .reviewArea(let id, let questions): review(id, questions, &form)
    case .addIssue: addIssue(&form)
    case .changeIssue(let id): changeIssue(id, &form)
    case .addAction: addAction(form)
    case .changeAction(let id), .setDates(let id), .setPartners(let id): changeAction(id, form)
    case .setActionStatus(let id): setStatus(of: id, form)
    case .supersede(let id): supersede(id, form)
    case .entry(let id, let entry): keep(entry, of: id, &form)
    case .addRound: addRound(&form)
    case .changeRound(let id, let questions): changeRound(id, asking: questions, &form)
    case .setRespondents(let id): setRespondents(of: id, &form)
    case .closeRound(let id): closeRound(id, &form)
    case .addAnswer(let round): addAnswer(to: round, &form)
    case .changeAnswer(let id), .setReceived(let id): changeAnswer(id, &form)
    case .addMeeting: addMeeting(form)
    case .decide(let name): decide(about: name, form)
    case .risk(let purpose): edits(of: &form, for: purpose)
    case .partners(let purpose): edits(of: &form, for: purpose)
    case .threats(let purpose):
      edits(of: &form, for: purpose, on: [purpose.record].compactMap(\.self))
    case .errand: []
    }
  }

  /// The day on which what a form says came true, where it asks for that day.
  private func effectiveDate(of form: Form, for purpose: FormPurpose) -> CalendarDate? {
    switch purpose {
    case .partners(.handOver): form.place(for: .on).flatMap { form.date(at: $0) }
    case .closeRound: form.date(at: 0)
    default: nil
    }
  }

  private func change(by form: Form, for purpose: FormPurpose) -> LastChange {
    switch purpose {
    case .partners(let partners) where partners.whySingle != nil:
      .single(partners.whySingle ?? "")
    case .risk(let risk) where risk.whySingle != nil: .single(risk.whySingle ?? "")
    case .threats(.capture): .single("your last change captured a threat; a captures more.")
    case .addArea, .addIssue, .addAction, .addRound, .addMeeting:
      .single("your last change added something; a adds more.")
    case .entry: .single("your last change was made in the whole of an action; it stays there.")
    case .supersede: .single("your last change superseded an action; S supersedes another one.")
    case .changeRound, .setRespondents, .closeRound:
      .single("your last change was one of a round; it belongs to that round.")
    case .addAnswer, .changeAnswer:
      .single("your last change was one answer; A N D X B and w can be repeated.")
    case .setReceived: .answer(.receive(form.date(at: 0)))
    case .decide: .single("your last change was a decision; :decide takes another one.")
    default: .form(form, purpose)
    }
  }
}
