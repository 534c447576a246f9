import Domain
import Screen

/// What the forms for actions ask for.
enum ActionField: String {
  case recommendation = "Recommendation"
  case lead = "Lead"
  case due = "Due"
  case milestone = "Milestone"
  case owners = "Owners"
  case agreed = "Agreed"
  case refused = "Said no"
  case review = "Review"
  case phase = "Phase"
  case area = "Area"
  case p = "P"
  case marking = "Marking"
}

extension Form {
  /// The place of a field; `nil` where the form does not ask for it.
  func place(of field: ActionField) -> Int? {
    fields.firstIndex { $0.label == field.rawValue }
  }

  /// The place of a field in which something was changed.
  func changed(_ field: ActionField) -> Int? {
    place(of: field).flatMap { fields[$0].isChanged ? $0 : nil }
  }
}

extension WorkspaceState {
  /// The form that is filled in inside the card of the action it is about; `nil` for any other.
  var formInPlace: Form? {
    guard case .form(let form, .changeAction(let id))? = overlay, pane == .plan,
      plan.view == .area, selectedAction?.id == id, targets.count == 1
    else { return nil }
    return form
  }

  /// The beginning of what an action recommends, as it is called in a sentence.
  func quoted(_ action: Record<Action>) -> String { "“\(action.recommendation.cut(to: 40))”" }

  func changeForm(_ action: Record<Action>) -> Form {
    Form(title: "Change \(quoted(action))", fields: planFields(action))
  }

  func supersedeForm(_ action: Record<Action>) -> Form {
    Form(title: "What takes the place of \(quoted(action))", fields: planFields(action))
  }

  func addActionForm() -> Form {
    let cell = selectedCell
    let p = cell?.p ?? selectedAction?.p ?? board.ps.first?.id
    let areas = board.orderedAreas.map { Form.Option(value: $0.id.text, label: $0.title) }
    let ps = board.ps.map { Form.Option(value: $0.id.text, label: $0.title) }
    let context = cell == nil ? selectedAction?.area ?? area : cell?.area
    return Form(
      title: "Add an action",
      fields: planFields(nil) + [
        Form.Field(choose: "P", p?.text, among: ps, isRequired: true),
        Form.Field(choose: "Area", context?.text, among: areas, hint: "none: no area"),
        markingField(board.marking(forNewIn: context)),
      ])
  }

  private func planFields(_ action: Record<Action>?) -> [Form.Field] {
    let phases = board.settings.phases.ranked().map {
      Form.Option(value: $0.key.text, label: $0.value.title)
    }
    let next = action?.content.nextMilestone?.milestone
    return [
      Form.Field(
        "Recommendation", action?.recommendation ?? "", short: "What", isRequired: true,
        hint: "what is to be done"),
      leadField(action), dueField(action),
      Form.Field(
        "Milestone", next?.text ?? "", short: "Step",
        hint: "what is reached by then; empty: Complete"),
      ownersField(action), reviewField(action),
    ]
      + (phases.isEmpty
        ? [] : [Form.Field(choose: "Phase", action?.phase?.text, among: phases)])
  }

  private func leadField(_ action: Record<Action>?) -> Form.Field {
    Form.Field(
      choose: "Lead", action?.lead?.text, among: partnerOptions(action?.lead),
      hint: "who answers for it", adds: "partner")
  }

  private func ownersField(_ action: Record<Action>?) -> Form.Field {
    let owners = action.map { board.owners(of: $0.content) } ?? []
    return partnersField("Owners", owners.filter { action?.owners[$0] != nil }, short: "With")
  }

  private func partnersField(
    _ label: String, _ chosen: [Identifier<Partner>], first likely: [Identifier<Partner>] = [],
    short: String? = nil
  ) -> Form.Field {
    Form.Field(
      chooseAny: label, chosen.map(\.text), among: partnerOptions(chosen, first: likely),
      short: short, hint: "any number, with ; between them", adds: "partner")
  }

  private func dueField(_ action: Record<Action>?) -> Form.Field {
    Form.Field(
      date: "Due", action?.content.nextMilestone?.milestone.due, today: today,
      hint: "apr 2018, 14 feb, +2w, eom")
  }

  private func reviewField(_ action: Record<Action>?) -> Form.Field {
    Form.Field(
      date: "Review", action?.review, today: today, short: "Rev", hint: "when to look at it again")
  }

  // MARK: Parts of an action

  func datesForm(_ action: Record<Action>) -> Form {
    Form(title: "Dates of \(quoted(action))", fields: [dueField(action), reviewField(action)])
  }

  /// Asks who leads and owns the action, and which of them have said yes or no.
  func partnersForm(_ action: Record<Action>) -> Form {
    let owners = board.owners(of: action.content)
    func answered(_ agreed: Action.Ownership.Agreed) -> [Identifier<Partner>] {
      owners.filter { action.owners[$0]?.agreed == agreed }
    }
    return Form(
      title: "Partners of \(quoted(action))",
      fields: [
        leadField(action), ownersField(action),
        partnersField("Agreed", answered(.yes), first: owners),
        partnersField("Said no", answered(.no), first: owners),
      ])
  }

  /// Asks for a status by its letter, and for the reason.
  func statusForm(_ action: Record<Action>) -> Form {
    let options = board.settings.statusLegend.ranked().map { id, status in
      Form.Option(value: id.text, label: "\(status.letter) \(status.meaning)")
    }
    // Of several marked actions each has its own dates.
    let suggestion =
      targetActions.count > 1 ? nil : board.suggestedStatus(of: action, today: today)
    let letter = suggestion.flatMap { board.settings.statusLegend[$0.status]?.letter }
    let hint = letter.map { "\($0) is suggested: \(suggestion?.because ?? "")" } ?? "one letter"
    return Form(
      title: "\(quoted(action)) is \(statusTitle(action.status)): its status",
      fields: [
        Form.Field("Status", kind: .letter(options), isRequired: true, hint: hint),
        Form.Field("Reason", isRequired: true, hint: "why, for those who read the plan"),
      ])
  }

  /// What a status is called in a sentence.
  func statusTitle(_ status: Identifier<ActionStatus>?) -> String {
    guard let status else { return "without status" }
    return (board.settings.statusLegend[status]?.title ?? status.text).folded
  }
}
