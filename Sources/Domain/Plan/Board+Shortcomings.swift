extension Board {
  /// What all actions lack that stand in a plan, in the order of the plan.
  ///
  /// An action that another one has superseded, or whose area is closed, is in no plan.
  package func shortcomings(today: CalendarDate) -> [Shortcoming] {
    let summaries = AreaSummaries(of: self, today: today)
    return plannedActions.flatMap { action in
      let isClosed = action.area.map { self[$0]?.status == .closed } ?? false
      let isPlanned = !isClosed && summaries.successor(of: action.id) == nil
      return isPlanned ? shortcomings(of: action, today: today) : []
    }
  }

  /// What an action lacks, the most pressing first, as if no other action had superseded it.
  ///
  /// Of an action that is complete only a milestone that is not done still matters.
  package func shortcomings(of action: Record<Action>, today: CalendarDate) -> [Shortcoming] {
    let lacks = ShortcomingSearch(board: self, action: action, today: today)
    let late = [lacks.overdue].compactMap(\.self)
    guard !isComplete(action) else { return late }
    return late
      + [
        lacks.amberTwice, lacks.reviewPassed, lacks.ownerLeft, lacks.notAgreed, lacks.milestone,
        lacks.lead, lacks.owner, lacks.reviewBeforeMilestone,
      ].compactMap(\.self)
  }

  /// The letter of an action's status in the board's legend, as a capital; `nil` where it has none.
  package func statusLetter(of action: Record<Action>) -> String? {
    action.status.flatMap { settings.statusLegend[$0]?.letter.uppercased() }
  }

  /// Whether the status of an action says that it is complete: its letter is B, for blue.
  package func isComplete(_ action: Record<Action>) -> Bool { statusLetter(of: action) == "B" }

  /// Whether an action is to be looked at again: its review date has passed, and it goes on.
  package func isReviewPassed(of action: Record<Action>, today: CalendarDate) -> Bool {
    action.review.map { $0.hasPassed(on: today) } == true && !isComplete(action)
  }
}

extension CalendarDate {
  /// Whether the last day that the date can mean lies before a day.
  package func hasPassed(on today: CalendarDate) -> Bool {
    lastDayNumber < today.firstDayNumber
  }
}

extension Record<Action> {
  /// For how many days the most belated milestone has been late; `nil` when none is.
  package func daysLate(on today: CalendarDate) -> Int? {
    guard let due = content.nextMilestone?.milestone.due, due.hasPassed(on: today) else {
      return nil
    }
    return today.firstDayNumber - due.lastDayNumber
  }

  /// Everyone who answers for the action: its lead and its owners, by name.
  package var partners: [Identifier<Partner>] {
    Set(content.owners.keys).union([content.lead].compactMap(\.self)).sorted()
  }
}

/// Looks for what one action lacks.
private struct ShortcomingSearch {
  let board: Board
  let action: Record<Action>
  let today: CalendarDate

  /// The milestone that is due next.
  private var next: Action.Milestone? { action.content.nextMilestone?.milestone }

  private func found(_ kind: Shortcoming.Kind, _ what: String, _ remedy: String) -> Shortcoming {
    Shortcoming(action: action.id, kind: kind, what: what, remedy: remedy)
  }

  var overdue: Shortcoming? {
    guard let late = action.daysLate(on: today), let milestone = next else {
      return nil
    }
    return found(
      .overdue, "late by \(late) \(late == 1 ? "day" : "days")",
      "Tick off “\(milestone.text)”, or set another date with w.")
  }

  var amberTwice: Shortcoming? {
    guard board.statusLetter(of: action) == "A" else { return nil }
    let last = action.content.statusChanges.suffix(2).map {
      board.settings.statusLegend[$0.value.status]?.letter
    }
    guard last.count == 2, last.allSatisfy({ $0?.uppercased() == "A" }) else { return nil }
    return found(
      .amberTwice, "amber twice",
      "Say what clears the issue and set the status with s, or take it to the board.")
  }

  var reviewPassed: Shortcoming? {
    guard board.isReviewPassed(of: action, today: today) else { return nil }
    return found(
      .reviewPassed, "review passed", "Review it with s, and set the next review with w.")
  }

  var ownerLeft: Shortcoming? {
    let left = action.partners.filter { board.hasLeft($0, on: today) }
    guard !left.isEmpty else { return nil }
    return found(
      .ownerLeft, "\(names(left)) left", "Set who takes it over, with p.")
  }

  var notAgreed: Shortcoming? {
    let refused = action.owners.keys.sorted().filter { action.owners[$0]?.agreed == .no }
    guard !refused.isEmpty else { return nil }
    return found(
      .notAgreed, "\(names(refused)) \(refused.count == 1 ? "does" : "do") not agree",
      "Come to an agreement, or set other owners with p.")
  }

  /// No milestone; or none of those still to be done has a date, so that it can never be late.
  var milestone: Shortcoming? {
    if action.milestones.isEmpty {
      return found(.noMilestone, "no milestone", "Give it a milestone with a date, with w.")
    }
    guard let next, next.due == nil else { return nil }
    return found(.noDate, "no date", "Say by when “\(next.text)” is to be done, with w.")
  }

  var lead: Shortcoming? {
    action.lead == nil ? found(.noLead, "no lead", "Say who answers for it, with p.") : nil
  }

  var owner: Shortcoming? {
    action.partners.isEmpty ? found(.noOwner, "no owner", "Say who does it, with p.") : nil
  }

  var reviewBeforeMilestone: Shortcoming? {
    guard let review = action.review, !review.hasPassed(on: today),
      let due = next?.due, review.hasPassed(on: due)
    else { return nil }
    return found(
      .reviewBeforeMilestone, "review before milestone",
      "Set the review after \(due.words), with w, if that is not meant.")
  }

  private func names(_ partners: [Identifier<Partner>]) -> String {
    partners.map { board[$0]?.name ?? $0.text }.list
  }
}
