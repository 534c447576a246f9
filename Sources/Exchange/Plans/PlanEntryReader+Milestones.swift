import Domain

/// What a row says of one milestone.
struct MilestoneWish {
  let text: PlanCellText?
  let due: PlanCellText?
  let done: PlanCellText?

  /// The milestone of the board that is meant; `nil` when it is to be added.
  var milestone: Identifier<Action.Milestone>?
}

extension PlanEntryReader {
  mutating func note(milestoneOf row: Int) {
    let wish = MilestoneWish(
      text: plan.cells[row, .milestone], due: plan.cells[row, .due],
      done: plan.cells[row, .done])
    if wish.text != nil || wish.due != nil || wish.done != nil { wishes.append(wish) }
  }

  mutating func takeMilestones() throws(PlanFlaw) {
    matchMilestones()
    for wish in wishes {
      let id: Identifier<Action.Milestone>
      if let known = wish.milestone { id = known } else { id = try newMilestone(for: wish) }
      guard var milestone = record.milestones[id] else { continue }
      if let text = wish.text, text.text != PlanCells.plain(milestone.text) {
        milestone.text = try words(of: text)
      }
      try set(&milestone.due, wish.due)
      try set(&milestone.done, wish.done)
      record.milestones[id] = milestone
    }
  }

  private func set(_ date: inout CalendarDate?, _ cell: PlanCellText?) throws(PlanFlaw) {
    guard let cell, cell.text != date?.description else { return }
    if cell.isNothing {
      date = nil
    } else if cell.column == .done, cell.text.lowercased() == "yes" {
      date = date ?? plan.today
    } else {
      date = try cell.date(today: plan.today)
    }
  }

  /// Finds the milestones that the rows mean: by their text; and where the sheet has as many as the
  /// board, those that are left are the others, in their order.
  private mutating func matchMilestones() {
    var left = record.milestones.ranked()
    let count = left.count
    for index in wishes.indices {
      guard let text = wishes[index].text?.text,
        let place = left.firstIndex(where: { PlanCells.plain($0.value.text) == text })
      else { continue }
      wishes[index].milestone = left.remove(at: place).key
    }
    guard wishes.count == count else { return }
    for index in wishes.indices where wishes[index].milestone == nil {
      wishes[index].milestone = left.removeFirst().key
    }
  }

  /// Adds a milestone; without a text it is that the action is complete.
  private mutating func newMilestone(
    for wish: MilestoneWish
  ) throws(PlanFlaw) -> Identifier<Action.Milestone> {
    if wish.text == nil, !record.milestones.isEmpty, let cell = wish.due ?? wish.done {
      throw cell.flaw("is a date of no milestone", "Write which milestone in the same row.")
    }
    let id: Identifier<Action.Milestone> = plan.name()
    let last = record.milestones.values.compactMap(\.rank).max()
    var milestone = Action.Milestone(text: "Complete")
    if let text = wish.text { milestone.text = try words(of: text) }
    milestone.rank = Rank.between(last, nil)
    record.milestones[id] = milestone
    return id
  }
}
