import Domain
import Screen

extension FormPurpose {
  /// The fields of the record that the form shows, by their outermost names.
  var fields: Set<String> {
    switch self {
    case .addArea, .addIssue, .addAction, .addRound, .addAnswer, .addMeeting, .decide, .risk,
      .errand:
      []
    case .changeRound: ["title", "asked", "due", "questions"]
    case .setRespondents: ["invitations"]
    case .closeRound: ["closed"]
    case .changeAction, .supersede:
      ["recommendation", "lead", "milestones", "owners", "review", "phase"]
    case .entry(_, let entry): entry.fields
    case .partners(let form): form.fields
    case .threats(let form): form.fields
    case .setActionStatus: ["status", "statusHistory"]
    case .setDates: ["milestones", "review"]
    case .setReceived: ["received"]
    case .changeAnswer:
      [
        "state", "text", "received", "byRole", "confidence", "question", "area", "respondent",
        "marking",
      ]
    case .setPartners: ["lead", "owners"]
    case .changeArea: ["title", "number", "lead"]
    case .setStatus: ["status"]
    case .reviewArea: ["reviews"]
    case .changeIssue: ["title", "theme", "area"]
    }
  }

  /// Whether the form shows a field, or a part of it.
  fileprivate func shows(_ field: FieldChange) -> Bool {
    guard case .risk(let form) = self else { return fields.contains(field.path.first ?? "") }
    return form.path.map { field.path.starts(with: $0) || $0.starts(with: field.path) } ?? false
  }
}

extension WorkspaceState {
  /// Whether somebody has changed the record that a form shows or will write.
  func concerns(_ change: Change, _ purpose: FormPurpose) -> Bool {
    switch purpose {
    case .risk(.cut), .risk(.changeContext): return change.record == .board
    case .risk(.reason(let issue, _, let spot)):
      let id: Identifier<Scorecard>? = change.record.identifier()
      guard let card = id.flatMap({ board[$0] }) else { break }
      return card.issue == issue && spot.holds(card.content)
    default: break
    }
    return change.record == purpose.record
  }

  /// What others changed of the fields that the open form shows, as a sentence; `nil` for nothing.
  var meanwhileSentence: String? {
    guard case .form(_, let purpose)? = overlay else { return nil }
    let sentences = meanwhile.compactMap { change -> String? in
      if change.fate == .removed { return "\(person(change.by)) removed it meanwhile" }
      let fields = change.fields.filter(purpose.shows)
      guard !fields.isEmpty else { return nil }
      let titles = fields.map { fieldTitle($0.path) }
      return "\(person(change.by)) changed \(titles.list) meanwhile"
    }
    return sentences.last
  }

  /// Says in the lower border of the open form what others changed of it.
  func drawMeanwhile(below form: Form, in area: Rect, on canvas: inout Canvas) {
    guard let sentence = meanwhileSentence, area.width > 8 else { return }
    let text = " \(sentence.cut(to: area.width - 6)) "
    canvas.write(
      text, x: area.maxX - 2 - TextWidth.columns(of: text), y: area.maxY - 1, in: area,
      style: .warning)
  }
}
