import Domain
import Screen

/// What the forms for the entries of an action ask for.
enum EntryField: String {
  case text = "Text"
  case due = "Due"
  case done = "Done"
  case on = "On"
  case agreed = "Agreed"
  case reason = "Reason"
  case review = "Review"
  case request = "Request"
  case source = "Source"
  case level = "Level"
  case count = "Count"
  case period = "Period"
  case issue = "Issue"
  case criterion = "Criterion"
  case from = "From"
  case to = "To"
  case marking = "Marking"
}

extension WorkspaceState {
  /// What to type where a text tells its source: boards keep no personal data.
  private static let sourceHint = "where it comes from; roles, never names"

  /// The form that changes an entry, or adds one to a list without; `nil` where none does.
  func entryForm(_ entry: SheetEntry, of action: Record<Action>) -> Form? {
    let fields: [Form.Field] =
      switch entry {
      case .recommendation: [text(action.recommendation, isRequired: true)]
      case .outcome: [text(action.outcome, hint: "what came of it; never names")]
      case .notes: [text(action.header.notes, hint: "never names")]
      case .source: [text(action.header.source, hint: WorkspaceState.sourceHint)]
      case .marking: [markingField(action.header.marking)]
      case .review: [date(.review, action.review)]
      case .change(let id): changeFields(action.statusHistory[id])
      case .owner(let id): ownerFields(action.owners[id])
      case .milestone(let id): milestoneFields(action.milestones[id])
      case .noMilestone: milestoneFields(nil)
      case .evidence(let id): evidenceFields(action.evidence[id])
      case .noEvidence: evidenceFields(nil)
      case .disruption(let id): disruptionFields(action.disruptions[id])
      case .noDisruption: disruptionFields(nil)
      case .move(let id): moveFields(action.moves[id])
      case .noMove: moveFields(nil)
      case .noRequest: [requestField(besides: action.blockedBy)]
      default: []
      }
    return fields.isEmpty ? nil : Form(title: title(of: entry, in: action), fields: fields)
  }

  /// The form for the date of an entry alone.
  func entryDateForm(_ entry: SheetEntry, of action: Record<Action>) -> Form? {
    guard let form = entryForm(entry, of: action) else { return nil }
    let dates = [EntryField.due, .on, .review].map(\.rawValue)
    let fields = form.fields.filter { dates.contains($0.label) }
    return fields.isEmpty ? nil : Form(title: form.title, fields: fields)
  }

  private func title(of entry: SheetEntry, in action: Record<Action>) -> String {
    switch entry {
    case .owner(let id): "\(board.name(of: id)) · y agreed, n does not agree, u not known"
    case _ where entry == entry.section.absence:
      "Add \(entry.section.entryTitle ?? "") · \(action.recommendation.cut(to: 40))"
    default: "\(entry.section.rawValue) · \(action.recommendation.cut(to: 40))"
    }
  }

  // MARK: Fields

  private func text(_ text: String?, isRequired: Bool = false, hint: String = "") -> Form.Field {
    Form.Field(EntryField.text.rawValue, text ?? "", isRequired: isRequired, hint: hint)
  }

  private func line(_ field: EntryField, _ text: String?, hint: String = "") -> Form.Field {
    Form.Field(field.rawValue, text ?? "", hint: hint)
  }

  private func date(_ field: EntryField, _ date: CalendarDate?) -> Form.Field {
    Form.Field(date: field.rawValue, date, today: today, hint: "apr 2018, 14 feb, +2w, eom")
  }

  private func changeFields(_ change: Action.StatusChange?) -> [Form.Field] {
    [
      Form.Field(EntryField.reason.rawValue, change?.reason ?? "", isRequired: true),
      date(.on, change?.at),
    ]
  }

  private func ownerFields(_ owner: Action.Ownership?) -> [Form.Field] {
    let options = Action.Ownership.Agreed.allCases.map {
      Form.Option(value: $0.rawValue, label: $0.rawValue)
    }
    return [
      Form.Field(
        EntryField.agreed.rawValue, owner?.agreed.rawValue ?? "", kind: .letter(options),
        isRequired: true),
      date(.on, owner?.on ?? today),
    ]
  }

  private func milestoneFields(_ milestone: Action.Milestone?) -> [Form.Field] {
    [
      text(milestone?.text, isRequired: true, hint: "what is reached then"),
      date(.due, milestone?.due),
    ]
      + (milestone == nil ? [] : [date(.done, milestone?.done)])
  }

  private func evidenceFields(_ evidence: Evidence?) -> [Form.Field] {
    [
      text(evidence?.text, isRequired: true, hint: "what shows that it works; never names"),
      line(.source, evidence?.source, hint: WorkspaceState.sourceHint), date(.on, evidence?.on),
    ]
  }

  private func disruptionFields(_ disruption: Action.Disruption?) -> [Form.Field] {
    let levels = Action.Disruption.Level.allCases.map {
      Form.Option(value: $0.rawValue, label: $0.rawValue)
    }
    return [
      Form.Field(
        choose: EntryField.level.rawValue, disruption?.level.rawValue, among: levels,
        isRequired: true),
      Form.Field(
        EntryField.count.rawValue, disruption.map { "\($0.count)" } ?? "1", isRequired: true),
      line(.period, disruption?.period, hint: "when they were counted, as Apr to Jun 2018"),
      line(.source, disruption?.source, hint: WorkspaceState.sourceHint),
    ]
  }

  private func moveFields(_ move: Action.Move?) -> [Form.Field] {
    let issues = board.issues.standing.filter(\.isRanked)
      .map { Form.Option(value: $0.id.text, label: $0.title) }.sorted { $0.label < $1.label }
    let criteria =
      assessment?.scorer.criteria.map {
        Form.Option(value: $0.id.text, label: $0.criterion.title)
      } ?? []
    return [
      Form.Field(
        choose: EntryField.issue.rawValue, move?.issue.text, among: issues, isRequired: true),
      Form.Field(
        choose: EntryField.criterion.rawValue, move?.criterion.text, among: criteria,
        isRequired: true),
      line(.from, move?.from.map { "\($0)" }, hint: "empty: the value that counts now"),
      Form.Field(EntryField.to.rawValue, move?.to.map { "\($0)" } ?? "", isRequired: true),
    ]
  }

  private func requestField(besides known: [Identifier<Request>]) -> Form.Field {
    let options = board.requests.standing.filter { !known.contains($0.id) }
      .map { Form.Option(value: $0.id.text, label: $0.about) }.sorted { $0.label < $1.label }
    return Form.Field(
      choose: EntryField.request.rawValue, nil, among: options, isRequired: true,
      hint: options.isEmpty ? "the board has none" : "which must be answered first")
  }
}
