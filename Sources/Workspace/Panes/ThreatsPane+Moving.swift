import Domain
import Screen

/// Where one can go in the Threats pane.
extension WorkspaceState {
  /// Shows another view; the marks are those of the one that is left.
  mutating func showThreats(_ view: ThreatsPane.View, of group: IssueGroup? = nil) {
    if threats.view != view || threats.group != group { rowMarks[.threats] = nil }
    threats.view = view
    threats.group = view == .all ? group : nil
    threats.box = 0
    threats.scroll = 0
    sortThreatsList()
  }

  mutating func changeThreatsView(by step: Int) {
    let views = ThreatsPane.View.allCases
    let now = views.firstIndex(of: threats.view) ?? 0
    showThreats(views[min(max(now + step, 0), views.count - 1)])
  }

  /// Whether there is a level to go back to.
  var isInsideThreats: Bool {
    pane == .threats && (threats.view != .inbox || threats.group != nil)
  }

  /// Goes back one level: from the issues of a group to the funnel, from a view to the inbox.
  mutating func leaveThreatsView() {
    guard let group = threats.group else { return showThreats(.inbox) }
    showThreats(.funnel)
    threats.list.select(.group(group))
  }

  /// Selects an issue in the view that lists it, and drops what hides it there.
  ///
  /// - Returns: Whether the list has it.
  mutating func selectInThreats(_ name: RecordName) -> Bool {
    guard let id: Identifier<Issue> = name.identifier(), let issue = board[id], !issue.isDeleted
    else { return false }
    if !belongs(issue) {
      switch issue.stage {
      case .emerging: showThreats(.inbox)
      case .watched: showThreats(issue.isOpen(on: today) ? .inbox : .watched)
      case .registered, .referred, .dismissed, .merged: showThreats(.decided)
      }
    }
    if threats.list.row(of: .issue(id)) == nil {
      threats.list.filter = LineEditor()
      sortThreatsList()
    }
    threats.list.select(.issue(id))
    threats.scroll = 0
    return selectedName == name
  }

  mutating func moveInThreats(rows: Int) {
    guard threats.box == 1 else {
      threats.list.move(by: rows)
      threats.scroll = 0
      return
    }
    let width = max(8, secondBoxWidth - 2)
    let count = threatLines.reduce(0) { $0 + $1.wrapped(to: width).count }
    threats.scroll = min(max(0, threats.scroll + rows), max(0, count - (body.height - 2)))
  }

  mutating func changeThreatsOrder() {
    guard threats.view != .funnel else {
      flash = "The funnel has one order only."
      return
    }
    threats.orders[threats.view] = threats.order.next
    sortThreatsList()
    flash = "Ordered by \(threats.order.rawValue)."
  }

  mutating func reverseThreatsOrder() {
    if threats.reversed.remove(threats.view) == nil { threats.reversed.insert(threats.view) }
    sortThreatsList()
  }

  /// Goes to the next issue that asks for attention, around; from other views to the inbox.
  mutating func goToNextThreat() {
    if ![.inbox, .watched].contains(threats.view) { showThreats(.inbox) }
    let rows = threats.list.rows
    let start = threats.list.selectedRow.map { $0 + 1 } ?? 0
    let next = rows.indices.lazy.map { rows[($0 + start) % rows.count] }
      .first { row in row.issue.flatMap { board[$0] }.map { needsAttention($0) } ?? false }
    guard let next else {
      flash = "Nothing here asks for attention; > shows the next view."
      return
    }
    threats.list.select(next)
    threats.scroll = 0
  }

  /// Whether somebody has to say what becomes of an issue: it is open and on no agenda to come, or
  /// watched without a day.
  func needsAttention(_ issue: Record<Issue>) -> Bool {
    guard !issue.isDeleted else { return false }
    if issue.stage == .watched, issue.watchUntil == nil { return true }
    return issue.isOpen(on: today) && !isEscalated(issue)
  }

  /// Whether an issue is on the agenda of a meeting that is still to come.
  func isEscalated(_ issue: Record<Issue>) -> Bool {
    guard let meeting = issue.escalatedTo.flatMap({ board[$0] }), !meeting.isDeleted else {
      return false
    }
    return !meeting.content.isOver(on: today)
  }
}
