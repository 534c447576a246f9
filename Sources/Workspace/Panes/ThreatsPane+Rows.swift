import Domain
import Screen

/// Which rows the Threats pane has, in which order, and what comes to them.
extension WorkspaceState {
  /// Puts the rows of the view in their order again.
  mutating func sortThreatsList() {
    threats.ghosts = []
    if threats.view == .funnel {
      if threats.funnel == nil { countFunnel() }
      threats.ordered = funnelRows
    } else {
      let rows = orderedThreats.map { ThreatsPane.Row.issue($0) }
      threats.ordered =
        damagedThreats + (threats.reversed.contains(threats.view) ? rows.reversed() : rows)
    }
    narrowThreats()
  }

  /// Narrows the rows to the filter, and leaves out what belongs to the view no longer.
  mutating func narrowThreats() {
    let needle = threats.list.filter.text.trimmed.folded
    let isNarrowed = !needle.isEmpty
    var rows = threats.ordered
    if isNarrowed || !threats.ghosts.isEmpty {
      rows = rows.filter { row in
        !threats.ghosts.contains(row) && (!isNarrowed || title(of: row).contains(folded: needle))
      }
    }
    threats.list.show(rows, of: threats.ordered.count - threats.ghosts.count)
  }

  private var damagedThreats: [ThreatsPane.Row] {
    guard threats.view == .inbox || threats.view == .all else { return [] }
    let files = Set(unreadable.map(\.file)).filter { $0.hasPrefix("issues/") }
    return files.filter { file in
      RecordName(String(file.dropLast(".json".count))).map { !board.holds($0) } ?? true
    }.sorted().map { .damaged($0) }
  }

  /// Whether an issue has its row in the view.
  func belongs(_ issue: Record<Issue>) -> Bool {
    guard !issue.isDeleted else { return false }
    switch threats.view {
    case .inbox: return issue.isOpen(on: today)
    case .watched: return issue.stage == .watched
    case .decided: return issue.isDecided
    case .all: return threats.group?.holds(issue) ?? true
    case .funnel: return false
    }
  }

  private var orderedThreats: [Identifier<Issue>] {
    // Of one day, what was captured first is the older one.
    func sorted<Key: Comparable>(_ key: (Record<Issue>) -> Key) -> [Identifier<Issue>] {
      board.issues.standing.filter { belongs($0) }
        .map { (key: key($0), made: $0.header.created?.at.seconds ?? .max, id: $0.id) }
        .sorted { ($0.key, $0.made, $0.id) < ($1.key, $1.made, $1.id) }.map(\.id)
    }
    switch threats.order {
    case .own: return sorted { ownKey(of: $0) }
    case .title: return sorted { $0.title.folded }
    case .source: return sorted { sourceTitle(of: $0).folded }
    }
  }

  /// What puts an issue in its place of the view's own order: the inbox begins with the oldest, what
  /// is watched with what comes back first, a group with what ranks first, the others with the latest.
  private func ownKey(of issue: Record<Issue>) -> Int {
    switch threats.view {
    case .inbox: day(of: issue)
    case .watched: issue.watchUntil?.firstDayNumber ?? .min
    case .decided: -(issue.header.lastStamp?.at.seconds ?? 0)
    case .all where threats.group != nil: place(of: issue) ?? .max
    case .all, .funnel: day(of: issue) == .max ? .max : -day(of: issue)
    }
  }

  /// Who raised an issue, or where; empty where nobody knows.
  func sourceTitle(of issue: Record<Issue>) -> String {
    issue.sourcePartner.map { board[$0]?.name ?? $0.text }
      ?? issue.sourceMeeting.map { board[$0]?.content.label ?? $0.text } ?? ""
  }

  /// What a row is called.
  func title(of row: ThreatsPane.Row) -> String {
    switch row {
    case .issue(let id): board[id]?.title ?? id.text
    case .group(let group): title(of: group)
    case .damaged(let file): "cannot be read: \(file)"
    }
  }

  /// The day an issue has been known since, as it is put in order; the last where nobody knows.
  private func day(of issue: Record<Issue>) -> Int {
    issue.raised?.firstDayNumber ?? issue.header.created?.at.dayNumber ?? .max
  }

  // MARK: What comes in

  /// Gives an issue that came in its row: a new one stands last, and nothing else moves.
  ///
  /// One that does not belong to the view any more stays until one moves away.
  mutating func listInThreats(_ issue: Record<Issue>, after old: Record<Issue>?) {
    let row = ThreatsPane.Row.issue(issue.id)
    let isListed = belongs(issue)
    let wasListed = old.map { belongs($0) } ?? false
    if wasListed, !isListed {
      threats.ghosts.insert(row)
    } else if isListed, !wasListed {
      let isKnown = threats.ghosts.remove(row) != nil
      if !isKnown || threats.list.row(of: row) == nil { list(row, isKnown: isKnown) }
    }
  }

  /// Adds a row at the end of the view; one that is known has its place as soon as it is narrowed.
  mutating func list(_ row: ThreatsPane.Row, isKnown: Bool = false) {
    if !isKnown { threats.ordered.append(row) }
    let needle = threats.list.filter.text.trimmed
    let isShown = title(of: row).containsFolded(needle)
    threats.lists[threats.view, default: ListState()].append(row, isShown: isShown)
  }

  /// Takes out the row of a file that could not be read.
  mutating func dropDamagedThreat(_ file: String) {
    threats.ordered.removeAll { $0 == .damaged(file) }
    threats.lists[threats.view]?.remove(.damaged(file))
  }

  /// Takes out the row of an issue that belongs to the view no longer.
  mutating func dropFromThreats(_ id: Identifier<Issue>) {
    guard threats.ghosts.contains(.issue(id)) else { return }
    threats.lists[threats.view]?.remove(.issue(id))
  }

  /// Puts issues that were led back where they stood, and the cursor on them.
  mutating func followThreats(of undone: UndoneAct) {
    guard pane == .threats else { return }
    let ids: [Identifier<Issue>] = undone.act.edits.compactMap { $0.record.identifier() }
    let back = ids.filter { id in board[id].map { belongs($0) } ?? false }
    guard !ids.isEmpty else { return }
    narrowThreats()
    if let first = back.first(where: { threats.list.row(of: .issue($0)) != nil }) {
      threats.list.select(.issue(first))
    }
  }

  /// Takes issues that were seen to out of the view, and goes on to the next row.
  mutating func goOn(from ids: [Identifier<Issue>]) {
    let rows = Set(ids.map { ThreatsPane.Row.issue($0) })
    if let next = rowToGoOn(from: rows) { threats.lists[threats.view]?.select(next) }
    let going = rows.filter { threats.ghosts.contains($0) }
    for id in going.compactMap(\.issue) { marks.remove(RecordName(id)) }
    // Several are left out in one go. The last row of all has nothing to go on to.
    if going.count > 1 || threats.list.selected.map({ going.contains($0) }) ?? false {
      narrowThreats()
    } else if let row = going.first {
      threats.lists[threats.view]?.remove(row)
    }
    threats.scroll = 0
  }

  /// The first row behind the selected one that is none of some, else the last before it where it
  /// cannot stay; `nil` where one stays.
  private func rowToGoOn(from rows: Set<ThreatsPane.Row>) -> ThreatsPane.Row? {
    guard let selected = threats.list.selected, rows.contains(selected),
      let start = threats.list.selectedRow
    else { return nil }
    let all = threats.list.rows
    let isGone = threats.ghosts.contains(selected)
    return all[(start + 1)...].first { !rows.contains($0) }
      ?? (isGone ? all[..<start].last { !rows.contains($0) } : nil)
  }
}
