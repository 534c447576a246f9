import Domain

extension WorkspaceState {
  /// Why nothing can be changed while the board of another day is shown.
  var whyNotAsAt: String? {
    asAt.map { "this is the board as at \($0.words): R goes back to now." }
  }

  var asAtForm: Form {
    Form(
      title: "Show the board as at the end of a day",
      fields: [
        Form.Field(
          date: "Date", asAt, today: todayOfNow, hint: "6 feb 2018, feb 2018 or -3m; empty: now")
      ])
  }

  /// Goes to the day that was typed, or back to now where none was.
  mutating func goAsAt(_ form: Form) -> [Effect] {
    overlay = nil
    guard let date = form.date(at: 0) else { return asAt == nil ? [] : goToNow() }
    flash = "Reading the board as at \(date.words)."
    return [.loadAsAt(date)]
  }

  /// Leaves the board of another day.
  mutating func goToNow() -> [Effect] {
    flash = "Reading the board of now."
    return [.load]
  }

  /// Shows the board of another day, unless something was begun meanwhile that it would disturb.
  mutating func loaded(
    _ board: Board, _ problems: [Problem], asAt date: CalendarDate
  ) -> [Effect] {
    guard saves.isEmpty, overlay == nil else {
      flash = "The board as at \(date.words) is not shown: you have begun something else."
      return []
    }
    asAt = date
    replace(with: board, problems)
    flash = "This is the board as at \(date.words), to be read only: R goes back to now."
    return []
  }

  /// Shows the board of now again.
  mutating func leftThePast(for board: Board, _ problems: [Problem]) -> [Effect] {
    asAt = nil
    replace(with: board, problems)
    flash = "This is the board of now."
    return []
  }

  private mutating func replace(with board: Board, _ problems: [Problem]) {
    isRefreshing = false
    take(board, problems: problems)
    if risk.scoring != nil { endScoring() }
    check()
  }
}
