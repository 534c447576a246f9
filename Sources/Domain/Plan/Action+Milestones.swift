extension Action {
  /// The milestone that is due next: of those not reached the earliest, those without a date last.
  package var nextMilestone: (id: Identifier<Milestone>, milestone: Milestone)? {
    milestones.ranked().filter { $0.value.done == nil }.min { left, right in
      switch (left.value.due, right.value.due) {
      case (let one?, let other?): one.lastDayNumber < other.lastDayNumber
      case (_?, nil): true
      default: false
      }
    }.map { ($0.key, $0.value) }
  }

  /// When the last milestone was reached; `nil` while there is none, or one is not reached.
  package var done: CalendarDate? {
    let dates = milestones.values.map(\.done)
    return dates.contains(nil) ? nil : dates.compactMap(\.self).max()
  }
}
