package import Domain
import Screen

/// Threats from their capture to what became of them, and how many come how far.
package struct ThreatsPane: Sendable {
  /// What the pane lists.
  package enum View: String, CaseIterable, Sendable {
    case inbox = "Inbox"
    case watched = "Watched"
    case decided = "Decided"
    case funnel = "Funnel"
    case all = "All issues"
  }

  /// What a row stands for.
  enum Row: Hashable, Sendable {
    case issue(Identifier<Issue>)
    case group(IssueGroup)
    /// A file that could not be read, by its path.
    case damaged(String)

    var issue: Identifier<Issue>? {
      if case .issue(let id) = self { id } else { nil }
    }
  }

  enum Order: String, CaseIterable, Sendable {
    case own = "the view's own order"
    case title
    case source
  }

  package internal(set) var view = View.inbox
  var lists: [View: ListState<Row>] = [:]
  var orders: [View: Order] = [:]
  var reversed: Set<View> = []

  /// The rows of the view in their order, before they are narrowed.
  var ordered: [Row] = []

  /// The group whose issues are listed; `nil` lists all.
  package internal(set) var group: IssueGroup?

  /// The rows of issues that belong to the view no longer: they go when one moves away.
  var ghosts: Set<Row> = []
  var box = 0

  /// How far the second box is scrolled.
  var scroll = 0

  /// What follows from the records; `nil` until the pane is shown.
  var derived: Derived?

  /// Which issues look alike, and who names them.
  struct Derived: Sendable {
    var lookalikes: Lookalikes
    var links: IssueLinks
  }

  /// The lookalikes of the issues that are in sight, once they have been looked for.
  var likely: [Identifier<Issue>: [Lookalikes.Match]] = [:]

  /// How many issues come how far; `nil` where it has to be counted.
  var funnel: Funnel?

  /// The list of the view.
  ///
  /// Rows are added and taken out in `lists`: through this, each time all would be copied.
  var list: ListState<Row> {
    get { lists[view] ?? ListState() }
    set { lists[view] = newValue }
  }

  var order: Order { orders[view] ?? .own }
}

/// Issues that have something in common, as the funnel counts them.
package enum IssueGroup: Hashable, Sendable {
  /// All that take part in the ranking.
  case ranked
  /// Those of a theme; `nil` is none.
  case theme(Identifier<Theme>?)
  case goldenTheme(Identifier<Theme>)
  case standingAlone
  case stage(Issue.Stage)

  /// Whether an issue belongs to it.
  func holds(_ issue: Record<Issue>) -> Bool {
    switch self {
    case .ranked: issue.isRanked
    case .theme(let theme): issue.isRanked && issue.theme == theme
    case .goldenTheme(let theme): issue.isRanked && issue.goldenThemes.contains(theme)
    case .standingAlone: issue.isRanked && issue.standsAlone == true
    case .stage(let stage): issue.stage == stage
    }
  }
}

extension WorkspaceState {
  /// The issue under the cursor of the Threats pane.
  var selectedThreat: Record<Issue>? {
    threats.list.selected?.issue.flatMap { board[$0] }
  }

  // MARK: What follows

  /// Works out what the pane shows, and what it follows from where that was not done before.
  mutating func sortThreats() {
    if threats.derived == nil {
      // Nothing is merged before the public, and the view is made from the board again and again.
      let compared = audience == .board ? board : Board(settings: board.settings)
      threats.derived = ThreatsPane.Derived(
        lookalikes: Lookalikes(of: compared), links: IssueLinks(of: board))
      threats.likely = [:]
    }
    threats.funnel = nil
    sortThreatsList()
  }

  /// Takes note of a record that was changed, where what follows has been worked out.
  mutating func deriveThreats<Content: RecordContent>(
    from record: Record<Content>, after old: Record<Content>?
  ) {
    guard threats.derived != nil else { return }
    threats.derived?.links.replace(old, with: record)
    switch record {
    case let issue as Record<Issue>:
      threats.funnel = nil
      let former = old as? Record<Issue>
      guard let slot = board.issues.slot(of: issue.id),
        former?.title != issue.title || former?.text != issue.text
          || former?.isDeleted != issue.isDeleted || former?.mergedInto != issue.mergedInto
      else { return }
      threats.derived?.lookalikes.take(slot, of: board)
      forgetLookalikes(touchedBy: slot)
    case is Record<Scorecard>, is Record<BoardSettings>: threats.funnel = nil
    default: break
    }
  }

  /// Forgets which issues may be the same as one that was changed, before or after.
  private mutating func forgetLookalikes(touchedBy slot: Table<Issue>.Slot) {
    guard let lookalikes = threats.derived?.lookalikes else { return }
    let changed = board.issues[slot: slot].id
    threats.likely = threats.likely.filter { id, matches in
      guard id != changed, let other = board.issues.slot(of: id) else { return false }
      return lookalikes.likeness(slot, other) < Lookalikes.least
        && !matches.contains { $0.issue == changed }
    }
  }

  /// Looks for what the screen shows beside its rows: counts, and lookalikes of what is in sight.
  mutating func settleThreats() {
    guard pane == .threats, let derived = threats.derived else { return }
    if threats.view == .funnel, threats.funnel == nil { countFunnel() }
    var wanted = [threats.list.selected?.issue].compactMap(\.self)
    if [.inbox, .watched].contains(threats.view) {
      wanted += threats.list.visible(height: listHeight).compactMap(\.issue)
    }
    if threats.likely.count > 1_000 { threats.likely = [:] }
    for id in wanted where threats.likely[id] == nil {
      guard let slot = board.issues.slot(of: id) else { continue }
      let issue = board.issues[slot: slot]
      threats.likely[id] = derived.lookalikes.matches(
        title: issue.title, text: issue.text, except: slot, in: board)
    }
  }
}
