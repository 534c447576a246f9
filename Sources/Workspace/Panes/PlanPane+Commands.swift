import Domain

extension WorkspaceState {
  func whyNotInPlan(_ command: Command) -> String? {
    guard pane == .plan else { return "only in the Plan pane, 2." }
    if [.addAction, .chooseAgency].contains(command) { return nil }
    guard activeMarks != nil || selectedAction != nil else {
      return plan.view == .grid
        ? "Enter goes to the actions of the area first." : "no action is selected."
    }
    if activeMarks == nil, let whyGhost { return whyGhost }
    if activeMarks != nil, [.editAction, .supersede].contains(command) {
      return "one action at a time; Esc takes the marks away."
    }
    switch command {
    case .setActionStatus, .clearStatus:
      return board.settings.statusLegend.isEmpty
        ? "the board has no status legend: name one in board.json." : nil
    case .raiseAction, .lowerAction:
      if sheetAction != nil { return "Esc goes to its cell." }
      if plan.view == .list { return "the order is changed in the plan of an area; < shows it." }
      return plan.cardFilter.text.isEmpty ? nil : "the plan is narrowed; Esc drops the filter."
    case .previousP: return otherP(by: -1) == nil ? "it is under the first P." : nil
    case .nextP: return otherP(by: 1) == nil ? "it is under the last P." : nil
    case .supersede:
      let successor = selectedAction.flatMap { summaries.successor(of: $0.id) }
      return successor == nil ? nil : "it was superseded already."
    default: return nil
    }
  }

  mutating func performInPlan(_ command: Command) -> [Effect] {
    if command == .addAction {
      overlay = .form(addActionForm(), .addAction)
      return []
    }
    // The form is that of the first one that it changes.
    guard let action = firstTarget else { return [] }
    let id = action.id
    switch command {
    case .changeAction: overlay = .form(changeForm(action), .changeAction(id))
    case .setActionStatus: overlay = .form(statusForm(action), .setActionStatus(id))
    case .setDates: overlay = .form(datesForm(action), .setDates(id))
    case .setPartners: overlay = .form(partnersForm(action), .setPartners(id))
    case .supersede: overlay = .form(supersedeForm(action), .supersede(id))
    case .editAction: return editTexts(of: action, by: .editAction)
    default: return deed(command).map { perform($0, on: targetActions) } ?? []
    }
    return []
  }

  /// The actions that a key applies to: the marked ones, else the selected one.
  var targetActions: [Identifier<Action>] {
    activeMarks == nil
      ? [selectedAction?.id].compactMap(\.self) : targets.compactMap { $0.identifier() }
  }

  /// The first of them, found without going through all.
  private var firstTarget: Record<Action>? {
    guard let marks = activeMarks else { return selectedAction }
    let rows = plan.view == .list ? [plan.list.rows] : plan.cells.map(\.rows)
    let shown = rows.joined().first { marks.contains(RecordName($0)) }
    return (shown ?? targetActions.first).flatMap { board[$0] }
  }

  private func deed(_ command: Command) -> ActionDeed? {
    switch command {
    case .previousP: otherP(by: -1).map { .put(under: $0) }
    case .nextP: otherP(by: 1).map { .put(under: $0) }
    case .raiseAction: .move(-1)
    case .lowerAction: .move(1)
    case .clearStatus: .clearStatus
    case .removeAction: .remove
    default: nil
    }
  }

  /// The P before or after that of the first target; `nil` where there is none.
  private func otherP(by step: Int) -> Identifier<P>? {
    let ps = board.ps.map(\.id)
    guard let action = firstTarget, let index = ps.firstIndex(of: action.p),
      ps.indices.contains(index + step)
    else {
      return nil
    }
    return ps[index + step]
  }
}
