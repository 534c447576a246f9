import Domain

extension PlanPane {
  /// What the list of actions is ordered by.
  enum ListOrder: String, CaseIterable, Sendable {
    case due = "due date"
    case area = "area"
    case status = "status, the worst first"
    case lead = "lead"
  }
}

extension PlanPane {
  /// Which actions the list shows, of everyone's or of one agency's.
  package enum Selection: String, CaseIterable, Sendable {
    case all = "all"
    case due = "due before the next meeting"
    case late = "late"
    case notAgreed = "not agreed"
    case noOwner = "no owner"
    case reviewPassed = "review passed"
  }
}

extension WorkspaceState {
  /// What the list is narrowed to, beside what is typed.
  private var actionFilter: ActionFilter {
    var filter = ActionFilter()
    filter.agency = plan.agency
    switch plan.selection {
    case .all: break
    case .due: filter.dueBefore = nextMeeting?.date ?? CalendarDate(dayNumber: 0)
    case .late: filter.isLate = true
    case .notAgreed: filter.isNotAgreed = true
    case .noOwner: filter.hasNoOwner = true
    case .reviewPassed: filter.isReviewPassed = true
    }
    return filter
  }

  private var nextMeeting: Record<Meeting>? { board.nextMeeting(after: today) }

  /// What the list shows: whose actions, which of them, in what order.
  var listTitle: String {
    let agency = plan.agency.map { board[$0]?.name ?? $0.text }
    let selection: String? =
      switch plan.selection {
      case .all: nil
      case .due: nextMeeting.map { "due before \($0.label)" } ?? plan.selection.rawValue
      default: plan.selection.rawValue
      }
    let order = plan.order == .due ? nil : "by \(plan.order.rawValue)"
    return ["Actions", agency ?? "all agencies", selection, order].compactMap(\.self)
      .joined(separator: " · ")
  }

  /// What an empty list says.
  var emptyListText: String {
    if plan.list.total > 0 { return "No action fits the filter: Esc drops it." }
    if plan.selection == .due, nextMeeting == nil {
      return emptiness("No meeting is planned after \(today.words): :add-meeting adds one.")
    }
    return plan.selection == .all
      ? emptiness("There is no action yet.") : "None: < and > show others."
  }

  /// Puts the actions of all areas in their order again, narrowed to what was asked for.
  mutating func sortActions() {
    guard plan.view == .list else { return }
    let filter = actionFilter
    let all = board.actions.standing.filter { accepts($0, filter) }
    var shown = ordered(all.filter { isListed($0) })
    if plan.isReversed { shown.reverse() }
    plan.list.show(shown.map(\.id), of: all.count)
  }

  /// Whether an action is among those the list is about.
  func accepts(_ action: Record<Action>) -> Bool { accepts(action, actionFilter) }

  private func accepts(_ action: Record<Action>, _ filter: ActionFilter) -> Bool {
    summaries.successor(of: action.id) == nil && filter.accepts(action, on: board, today: today)
  }

  /// Whether the filter that is typed lets an action pass: by its words, owners or area.
  func isListed(_ action: Record<Action>) -> Bool {
    let filter = plan.list.filter.text.trimmed.folded
    return action.isFound(filter, on: board)
      || action.area.flatMap { board[$0]?.title.contains(folded: filter) } ?? false
  }

  private func ordered(_ actions: [Record<Action>]) -> [Record<Action>] {
    func due(_ action: Record<Action>) -> Int {
      action.nextMilestone?.milestone.due?.lastDayNumber ?? .max
    }
    switch plan.order {
    case .due:
      return actions.enumerated().map { (due: due($1), id: $1.id, place: $0) }
        .sorted { ($0.due, $0.id) < ($1.due, $1.id) }.map { actions[$0.place] }
    case .lead:
      return actions.map { (name: $0.lead.flatMap { board[$0]?.name.folded } ?? "~", action: $0) }
        .sorted { ($0.name, $0.action.id) < ($1.name, $1.action.id) }.map(\.action)
    case .area:
      let places = Dictionary(
        uniqueKeysWithValues: board.orderedAreas.enumerated().map { ($1.id, $0) })
      func place(_ action: Record<Action>) -> Int { action.area.flatMap { places[$0] } ?? .max }
      return actions.sorted { (place($0), $0.id) < (place($1), $1.id) }
    case .status:
      let places = Dictionary(
        uniqueKeysWithValues: board.settings.statusLegend.ranked().enumerated().map {
          ($1.key, $0)
        })
      func place(_ action: Record<Action>) -> Int { action.status.flatMap { places[$0] } ?? .max }
      return actions.sorted { (-place($0), $0.id) < (-place($1), $1.id) }
    }
  }
}

extension WorkspaceState {
  mutating func changePlanOrder() {
    guard plan.view == .list else {
      flash = "Areas and cards keep the board's own order; > lists the actions of all areas."
      return
    }
    plan.order = plan.order.next
    sortActions()
    flash = "Ordered by \(plan.order.rawValue)."
  }

  mutating func reversePlanOrder() {
    guard plan.view == .list else { return }
    plan.isReversed.toggle()
    sortActions()
  }
}
