import Domain
import Screen

extension WorkspaceState {
  /// What takes a draft back.
  private enum Reopened {
    case form(Form, FormPurpose)
    case text(String)
    /// Nothing does, for a reason.
    case nothing(String)
  }

  /// Opens what the text was typed in, and puts it there; else shows it, to be copied from.
  mutating func restore(_ offer: DraftOffer) -> [Effect] {
    var next = self
    switch next.reopen(offer.draft) {
    case .nothing(let reason): return show(offer, because: reason)
    case .form(var form, let purpose):
      guard form.fill(from: offer.draft, onlyChanges: purpose.writesOnlyChanges) else {
        return show(offer, because: "the form asks for other things than it did then.")
      }
      self = next
      find(in: &form, for: purpose)
      overlay = .form(form, purpose)
      shelf.typedAt = offer.draft.at
      take(up: offer.draft)
      return []
    case .text:
      self = next
      take(up: offer.draft)
      let text = offer.draft.fields.first?.text ?? ""
      editing?.given = text
      return [.edit(text)]
    }
  }

  private mutating func take(up draft: Draft) {
    shelf.remove(draft)
    shelf.restored = draft
  }

  private mutating func show(_ offer: DraftOffer, because reason: String) -> [Effect] {
    var offer = offer
    offer.stage = .looking(comparison(of: offer.draft))
    overlay = .offer(offer)
    flash = "It cannot be put back: \(reason)"
    return []
  }

  /// What was typed, beside what the board says.
  func comparison(of draft: Draft) -> Reader {
    var copy = self
    let reopened = copy.reopen(draft)
    let lines = draft.fields.enumerated().filter(\.element.isChanged).flatMap { index, field in
      let now: String? =
        switch reopened {
        case .form(let form, _): form.place(of: field, at: index).map { form.fields[$0].initial }
        case .text(let text): text
        case .nothing: nil
        }
      return [TextLine(field.label, style: .heading)]
        + part("typed", field.text, style: .plain)
        + part("before", field.before, style: .faint)
        + (now.map { $0 == field.before ? [] : part("on the board now", $0, style: .plain) } ?? [])
        + [TextLine()]
    }
    let file = draft.file.map { [TextLine("The text stands in \($0)")] } ?? []
    return Reader(title: draft.title, lines: file + lines)
  }

  private func part(_ name: String, _ text: String, style: Style) -> [TextLine] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count > 1 else {
      return [TextLine("  \(name): \(text.isEmpty ? "nothing" : text)", style: style)]
    }
    return [TextLine("  \(name):", style: style)]
      + lines.map { TextLine("    \($0)", style: style) }
  }

  /// Goes to where a draft was typed, and does the command that it was typed for.
  ///
  /// Only what opens a form or an editor counts: a draft is a file, and no file makes an act.
  private mutating func reopen(_ draft: Draft) -> Reopened {
    guard let command = draft.command.flatMap(Command.init(rawValue:)),
      case .pane(let pane) = CommandTable.entry(command).scope
    else { return .nothing("no form takes these changes.") }
    overlay = nil
    if risk.scoring != nil { endScoring() }
    show(draft.record.flatMap { Pane.showing($0.kind, rather: pane) } ?? pane)
    // It was typed for one record.
    marks = RowMarks()
    if let record = draft.record {
      select(record)
      if let answer: Identifier<Response> = record.identifier() {
        return reopen(answer, by: command)
      }
      guard selectedName == record else { return .nothing("\(record) is not on the board.") }
    }
    if pane == .risk {
      if let reason = goToCards(named: draft.entry) { return .nothing(reason) }
    } else if let entry = draft.entry {
      return reopen(entry, in: draft.record, by: command)
    }
    if let reason = whyNot(command) {
      return .nothing("\(CommandTable.entry(command).title): \(reason)")
    }
    let effects = perform(command)
    if case .form(let form, let purpose)? = overlay, purpose.record == draft.record {
      return .form(form, purpose)
    }
    if effects.count == 1, case .edit(let text) = effects[0], draft.fields.count == 1 {
      return .text(text)
    }
    return .nothing("no form takes it.")
  }

  /// Opens an answer for what was typed, whatever else stands in its cell.
  private mutating func reopen(_ id: Identifier<Response>, by command: Command) -> Reopened {
    guard let answer = board[id], !answer.isDeleted else {
      return .nothing("the answer is not on the board.")
    }
    if let whyReadOnly { return .nothing(whyReadOnly) }
    if board[answer.round]?.isClosed == true { return .nothing(WorkspaceState.whyClosed) }
    switch command {
    case .changeAnswer: return .form(answerForm(answer), .changeAnswer(id))
    case .setReceived: return .form(receivedForm(answer), .setReceived(id))
    case .editAnswer:
      _ = editTexts(of: answer, by: .editAnswer)
      return .text(Response.text(of: answer))
    default: return .nothing("no form takes it.")
    }
  }

  /// Opens the entry of a partner that was typed in, in the whole of it.
  private mutating func reopen(
    _ name: String, in record: RecordName?, by command: Command
  ) -> Reopened {
    guard let id: Identifier<Partner> = record?.identifier(), let entry = PartnerEntry(named: name)
    else { return .nothing("no form takes it.") }
    openPartner(id)
    partners.sheet.select(entry)
    if let whyReadOnly { return .nothing(whyReadOnly) }
    guard let partner = wholePartner, let form = entryForm(entry, of: partner) else {
      return .nothing("somebody has removed what it was about.")
    }
    return .form(form, .partners(.entry(id, entry)))
  }

  private mutating func select(_ record: RecordName) {
    switch pane {
    case .areas:
      guard let id = try? Identifier<Area>(record.id) else { return }
      areas.list.filter = LineEditor()
      sortAreas()
      areas.list.select(id)
      area = id
    case .risk:
      guard let id = try? Identifier<Issue>(record.id) else { return }
      risk.list.filter = LineEditor()
      sortIssues()
      risk.list.select(id)
    case .plan:
      if let id: Identifier<Action> = record.identifier() {
        _ = self.select(action: id)
      } else if let id: Identifier<Area> = record.identifier() {
        plan.view = .grid
        showPlan(of: id)
      }
    case .partners:
      if record.kind == .area { showPartners(.uncovered) }
      if !selectInPartners(record) { partners.list.select(.record(record)) }
    case .responses: selectInResponses(record)
    case .threats: _ = selectInThreats(record)
    default:
      changeFilter { $0 = LineEditor() }
      records[pane]?.list.select(.record(record))
    }
  }
}

extension Pane {
  /// The pane that shows a kind of record: the one that is asked for, if it does.
  static func showing(_ kind: Kind, rather pane: Pane) -> Pane? {
    pane.kinds.contains(kind) ? pane : allCases.first { $0.kinds.contains(kind) }
  }
}

extension FormPurpose {
  /// The command that opens the form.
  var command: Command {
    switch self {
    case .addArea: .addArea
    case .changeArea: .changeArea
    case .setStatus: .setStatus
    case .reviewArea: .reviewArea
    case .addIssue: .addIssue
    case .changeIssue: .changeIssue
    case .addAction: .addAction
    case .changeAction: .changeAction
    case .setActionStatus: .setActionStatus
    case .setDates: .setDates
    case .setPartners: .setPartners
    case .supersede: .supersede
    case .addRound: .addRound
    case .changeRound: .changeRound
    case .setRespondents: .setRespondents
    case .closeRound: .closeRound
    case .addAnswer, .changeAnswer: .changeAnswer
    case .setReceived: .setReceived
    case .addMeeting: .addMeeting
    case .decide: .decide
    case .entry: .changeEntry
    case .risk(let form): form.command
    case .partners(let form): form.command
    case .threats(let form): form.command
    case .errand(let errand): errand.command
    }
  }

  /// The name of the entry that the form is of, or of where it belongs, as a draft keeps it; `nil`
  /// for any other form.
  var entryName: String? {
    switch self {
    case .partners(.entry(_, let entry)): entry.name
    case .risk(let form): form.entryName
    default: nil
    }
  }

  /// Whether a field that nobody touched is left as the board has it.
  var writesOnlyChanges: Bool {
    switch self {
    case .threats(let form): form.writesOnlyChanges
    case .changeArea, .changeIssue, .changeAction, .setDates, .setPartners, .supersede,
      .changeRound, .setRespondents, .changeAnswer, .setReceived, .partners:
      true
    case .risk(let form): form.writesOnlyChanges
    case .addArea, .setStatus, .reviewArea, .addIssue, .addAction, .setActionStatus, .addRound,
      .closeRound, .addMeeting, .decide, .entry, .errand, .addAnswer:
      false
    }
  }
}

extension Form {
  /// Types what a draft says into the fields.
  ///
  /// - Parameters:
  ///   - draft: What was typed.
  ///   - onlyChanges: Whether what was not typed is left as it is.
  /// - Returns: Whether all that was typed has its field.
  mutating func fill(from draft: Draft, onlyChanges: Bool) -> Bool {
    for (index, field) in draft.fields.enumerated() where field.isChanged || !onlyChanges {
      guard let place = place(of: field, at: index) else {
        if field.isChanged { return false }
        continue
      }
      let now = fields[place].initial
      fields[place].editor = LineEditor(field.text)
      if onlyChanges, now != field.before, now != field.text, complaint == nil {
        complain(
          "\(field.label) was “\(field.before.cut(to: 40))” when this was typed; "
            + "by now it is “\(now.cut(to: 40))”.", at: place)
      }
    }
    return true
  }

  /// Which field a text was typed in; `nil` when none can be told for sure.
  func place(of field: Draft.Field, at index: Int) -> Int? {
    if fields.indices.contains(index), fields[index].asks(for: field) { return index }
    let places = fields.indices.filter { fields[$0].asks(for: field) }
    return places.count == 1 ? places[0] : nil
  }
}

extension Form.Field {
  /// Whether a text was typed in this field, of which a number tells less than what stood there.
  fileprivate func asks(for field: Draft.Field) -> Bool {
    guard isNumbered else { return label == field.label }
    func sort(_ label: String) -> String { label.filter { !$0.isNumber } }
    return sort(label) == sort(field.label) && initial == field.before
  }
}
