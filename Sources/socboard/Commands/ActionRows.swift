import Domain

/// Actions as rows of a table for people.
struct ActionRows {
  let board: Board
  let summaries: AreaSummaries
  let today: CalendarDate

  init(of board: Board, today: CalendarDate) {
    self.board = board
    self.today = today
    summaries = AreaSummaries(of: board, today: today)
  }

  /// The standing actions that meet the conditions, in the order of the plan.
  ///
  /// With no filter all of them are taken, superseded ones too.
  func actions(_ filter: ActionFilter?) -> [Record<Action>] {
    let planned = board.plannedActions
    guard let filter else { return planned }
    return planned.filter { action in
      summaries.successor(of: action.id) == nil
        && filter.accepts(action, on: board, today: today)
    }
  }

  /// The table with its headings.
  func text(_ actions: [Record<Action>]) -> String {
    let names = board.shortNames(of: .action)
    let heading = ["Name", "Area", "P", "S", "Due", "Lead", "Action"]
    return
      ([heading]
      + actions.map { action in
        [
          names[action.recordName] ?? action.id.text,
          action.area.map { board[$0]?.title ?? $0.text } ?? "", board.title(of: action.p),
          board.statusLetter(of: action) ?? ".", due(action),
          action.lead.map { board[$0]?.name ?? $0.text } ?? "no lead", action.recommendation,
        ]
      }).aligned()
  }

  private func due(_ action: Record<Action>) -> String {
    if summaries.successor(of: action.id) != nil { return "superseded" }
    if let done = action.done { return "done \(done.words)" }
    guard let due = action.nextMilestone?.milestone.due else { return "no date" }
    return due.words + (due.hasPassed(on: today) ? " LATE" : "")
  }
}
