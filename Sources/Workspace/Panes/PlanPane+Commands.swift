import Domain

extension WorkspaceState {
  func whyNotInPlan(_ command: Command) -> String? {
    guard pane == .plan else { return "only in the Plan pane, 2." }
    if [.addAction, .chooseAgency].contains(command) { return nil }
    guard let action = selectedAction else {
      return plan.view == .grid
        ? "Enter goes to the actions of the area first." : "no action is selected."
    }
    if let whyGhost { return whyGhost }
    switch command {
    case .setActionStatus, .clearStatus:
      return board.settings.statusLegend.isEmpty
        ? "the board has no status legend: name one in board.json." : nil
    case .raiseAction, .lowerAction:
      if plan.view == .list { return "the order is changed in the plan of an area; < shows it." }
      return plan.cardFilter.text.isEmpty ? nil : "the plan is narrowed; Esc drops the filter."
    case .previousP: return otherP(than: action, by: -1) == nil ? "it is under the first P." : nil
    case .nextP: return otherP(than: action, by: 1) == nil ? "it is under the last P." : nil
    case .supersede:
      return summaries.successor(of: action.id) == nil ? nil : "it was superseded already."
    default: return nil
    }
  }

  mutating func performInPlan(_ command: Command) -> [Effect] {
    if command == .addAction {
      overlay = .form(addActionForm(), .addAction)
      return []
    }
    guard let action = selectedAction else { return [] }
    let id = action.id
    switch command {
    case .changeAction: overlay = .form(changeForm(action), .changeAction(id))
    case .setActionStatus: overlay = .form(statusForm(action), .setActionStatus(id))
    case .setDates: overlay = .form(datesForm(action), .setDates(id))
    case .setPartners: overlay = .form(partnersForm(action), .setPartners(id))
    case .supersede: overlay = .form(supersedeForm(action), .supersede(id))
    case .editAction: return editTexts(of: action, by: .editAction)
    case .previousP:
      return otherP(than: action, by: -1).map { perform(.put(under: $0), on: [id]) } ?? []
    case .nextP: return otherP(than: action, by: 1).map { perform(.put(under: $0), on: [id]) } ?? []
    case .raiseAction: return perform(.move(-1), on: [id])
    case .lowerAction: return perform(.move(1), on: [id])
    case .clearStatus: return perform(.clearStatus, on: [id])
    case .removeAction: return perform(.remove, on: [id])
    default: break
    }
    return []
  }

  /// The P before or after that of an action; `nil` where there is none.
  private func otherP(than action: Record<Action>, by step: Int) -> Identifier<P>? {
    let ps = board.ps.map(\.id)
    guard let index = ps.firstIndex(of: action.p), ps.indices.contains(index + step) else {
      return nil
    }
    return ps[index + step]
  }
}
