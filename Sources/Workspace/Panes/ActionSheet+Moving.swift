import Domain

extension WorkspaceState {
  /// Goes to the first entry of the next section, or of the one before.
  mutating func goToSection(by step: Int) {
    let rows = plan.sheet.rows
    guard let here = plan.sheet.selected?.section else { return }
    let sections = SheetSection.allCases.filter { section in rows.contains { $0.section == section }
    }
    guard let now = sections.firstIndex(of: here) else { return }
    let next = sections[(now + step + sections.count) % sections.count]
    if let entry = rows.first(where: { $0.section == next }) { plan.sheet.select(entry) }
  }

  /// Goes to the next thing that the action lacks, around.
  mutating func goToNextShortcoming() {
    let rows = plan.sheet.rows
    let start = (plan.sheet.selectedRow ?? -1) + 1
    let next = (rows.dropFirst(start) + rows.prefix(start)).first { $0.section == .shortcomings }
    guard let next else {
      flash = "The action lacks nothing."
      return
    }
    plan.sheet.select(next)
  }

  /// Shows the whole of the next action of the view below, or of the one before.
  mutating func changeSheet(by step: Int) {
    guard case .action(let id) = plan.view else { return }
    let isListed = plan.below == .list
    let rows = isListed ? plan.list.rows : plan.cells.flatMap { $0.rows }
    let now = isListed ? plan.list.row(of: id) : rows.firstIndex(of: id)
    guard let now, rows.indices.contains(now + step) else {
      flash = step < 0 ? "It is the first action there." : "It is the last action there."
      return
    }
    let entry = plan.sheet.selected
    if isListed { plan.list.select(rows[now + step]) }
    openSheet(of: rows[now + step])
    // A single entry of an action has its like in every other one.
    if let entry { plan.sheet.select(entry) }
  }

  /// Goes to the entry by which a shortcoming is settled.
  mutating func goToRemedy(of kind: Shortcoming.Kind, in action: Record<Action>) {
    let rows = plan.sheet.rows
    let entry: SheetEntry? =
      switch kind {
      case .overdue, .noMilestone, .noDate:
        action.content.nextMilestone.map { .milestone($0.id) } ?? .noMilestone
      case .amberTwice: .status
      case .reviewPassed, .reviewBeforeMilestone: .review
      case .noLead: .lead
      case .notAgreed, .ownerLeft, .noOwner: rows.first { $0.section == .owners }
      }
    if let entry { plan.sheet.select(entry) }
  }
}
