import Domain

extension PlanEntryReader {
  /// Gives the action another status, for which a reason is needed; a new action's may have none.
  mutating func setStatus(_ cell: PlanCellText) throws(PlanFlaw) {
    let status = try cell.meaning("status", in: plan.names.statuses)
    guard status != old?.status else { return }
    record.status = status
    guard wishes(of: .reason).isEmpty else { return }
    guard old == nil else {
      throw cell.flaw("is changed without a reason", "Write the reason under Reason.")
    }
    noteStatus(status, because: "imported from \(plan.cells.table.file)")
  }

  /// A reason that is new says the status again, even where that has not changed.
  mutating func setReason(_ cell: PlanCellText) throws(PlanFlaw) {
    if isRefused(.status) { return }
    guard let status = record.status else {
      throw cell.flaw("is the reason for no status", "Write the status under Status.")
    }
    noteStatus(status, because: try words(of: cell))
  }

  private mutating func noteStatus(_ status: Identifier<ActionStatus>, because reason: String) {
    let id = change ?? plan.name()
    change = id
    record.content.take(
      Action.StatusChange(status: status, reason: reason, at: plan.today, by: plan.stamp.by),
      as: id)
  }
}
