import Domain
import JSON
import Screen

/// Meetings and decisions: what is asked for, and what is kept.
extension WorkspaceState {
  func whyNotInMeeting(_ command: Command) -> String? {
    switch command {
    case .decide: selectedName == nil ? "nothing is selected." : whyGhost
    default: nil
    }
  }

  mutating func performInMeeting(_ command: Command) {
    switch command {
    case .addMeeting: overlay = .form(addMeetingForm, .addMeeting)
    case .decide:
      if let name = selectedName { overlay = .form(decisionForm(about: name), .decide(name)) }
    default: break
    }
  }

  // MARK: Meetings

  private var addMeetingForm: Form {
    let kinds = Set(board.meetings.standing.map(\.content.kind)).sorted()
    return Form(
      title: "Add a meeting",
      fields: [
        Form.Field("Kind", kind: .words(kinds), isRequired: true, hint: "who meets"),
        Form.Field(
          date: "Date", nil, today: today, isRequired: true, hint: "14 feb, wed, +2w, 14/2/2018"),
        markingField(lowestMarking),
      ])
  }

  mutating func addMeeting(_ form: Form) -> [Edit]? {
    guard let date = form.date(at: 1) else { return [] }
    let id: Identifier<Meeting> = identifiers.next()
    let meeting = Record(
      id: id, header: newHeader(marking: marking(in: form, at: 2)),
      content: Meeting(kind: form.fields[0].text, date: date))
    let edit = putAndFollow(meeting)
    selectRow(of: meeting.recordName)
    flash = "Added the meeting: \(meeting.content.label)."
    return [edit].compactMap(\.self)
  }

  // MARK: Decisions

  private func decisionForm(about name: RecordName) -> Form {
    Form(
      title: "Decide about \((board.title(of: name) ?? name.id).cut(to: 50))",
      fields: [
        Form.Field("What", isRequired: true, hint: "what is decided, as a sentence"),
        Form.Field("From", hint: "what was, if something changes"),
        Form.Field("To", hint: "what will be"),
      ] + DecisionPrompt.fields(board, today: today, at: name))
  }

  mutating func decide(about name: RecordName, _ form: Form) -> [Edit]? {
    var decision = DecisionPrompt.decision(
      in: form, board, today: today, what: form.fields[0].text)
    func typed(_ index: Int) -> String? {
      form.fields[index].text.isEmpty ? nil : form.fields[index].text
    }
    // A meeting at which is decided is no subject.
    decision.subject = name.kind == .meeting ? nil : name
    decision.from = typed(1)
    decision.to = typed(2)
    let id: Identifier<Decision> = identifiers.next()
    let subject = board.value(of: name).flatMap { document in
      try? document.decode { decoder in try Header(from: decoder) }
    }
    let record = Record(
      id: id, header: header(handledAs: [subject ?? Header()]), content: decision)
    let edit = putAndFollow(record)
    flash = "Decided, \(decision.date.words): \(decision.what.cut(to: 60))"
    return [edit].compactMap(\.self)
  }

  /// Selects a record in the pane's list, where that shows it.
  private mutating func selectRow(of name: RecordName) {
    records[pane]?.list.select(.record(name))
  }
}
