package import Domain

extension WorkspaceState {
  /// Gives a record that came in its row: a new one stands last, and nothing else moves.
  mutating func list<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?
  ) {
    let isListed = !record.isDeleted
    let wasListed = old?.isDeleted == false
    for pane in visited where pane.kinds.contains(Content.kind) {
      switch (pane, record) {
      case (.areas, let area as Record<Area>):
        guard isListed, !wasListed else { break }
        let fits = area.title.containsFolded(areas.list.filter.text.trimmed)
        areas.list.append(area.id, isShown: fits)
      case (.risk, let issue as Record<Issue>):
        guard issue.isRanked, (old as? Record<Issue>)?.isRanked != true else { break }
        risk.list.append(issue.id, isShown: fitsFilter(issue))
      // Its rows are settled when all that came has been taken in.
      case (.risk, _), (.responses, _): break
      case (.plan, let action as Record<Action>):
        listInPlan(action, isNew: isListed && !wasListed)
      case (.partners, _): listInPartners(record, isNew: isListed && !wasListed)
      case (.threats, let issue as Record<Issue>):
        listInThreats(issue, after: old as? Record<Issue>)
      default:
        let name = record.recordName
        records[pane]?.take(
          name, title: board.title(of: name) ?? "\(name)", isAdded: isListed && !wasListed,
          isRemoved: !isListed)
      }
    }
  }

  /// Whether the row of a record is a ghost: the record was removed while it was shown.
  func isGhost(_ name: RecordName) -> Bool {
    // A respondent's answers stand, whatever became of its own record.
    if pane == .responses, name.kind == .partner { return false }
    guard board.holds(name) else { return true }
    if pane == .threats, let id: Identifier<Issue> = name.identifier() {
      return threats.ghosts.contains(.issue(id))
    }
    guard pane == .risk, let id = try? Identifier<Issue>(name.id), name.kind == .issue else {
      return false
    }
    return board[id]?.isRanked == false
  }

  /// What became of the record that a ghost stands for, in a word.
  func ghostWord(_ name: RecordName) -> String {
    guard board.holds(name), let id = try? Identifier<Issue>(name.id) else { return "removed" }
    return board[id]?.stage.rawValue ?? "removed"
  }

  /// Why nothing can be done with the selected record; `nil` when something can.
  var whyGhost: String? {
    guard let name = selectedName, isGhost(name) else { return nil }
    return "it is \(ghostWord(name))\(removal(of: name)); move on, or R."
  }

  /// Who removed a record and when, to follow a word.
  private func removal(of name: RecordName) -> String {
    guard let last = news.entries.last(where: { $0.change.record == name })?.change else {
      return ""
    }
    return " by \(person(last.by)) \(clock(last.at))"
  }

  /// Takes a ghost that was left out of the list.
  mutating func dropGhost(_ name: RecordName) {
    guard isGhost(name) else { return }
    marks.remove(name)
    switch pane {
    case .areas: (try? Identifier<Area>(name.id)).map { areas.list.remove($0) }
    case .risk: (try? Identifier<Issue>(name.id)).map { risk.list.remove($0) }
    case .plan: (try? Identifier<Action>(name.id)).map { dropFromPlan($0) }
    case .partners: dropFromPartners(name)
    case .responses: (try? Identifier<Round>(name.id)).map { responses.rounds.remove($0) }
    case .threats: (try? Identifier<Issue>(name.id)).map { dropFromThreats($0) }
    default: records[pane]?.list.remove(.record(name))
    }
  }

  /// The records of the pane's list in the order of their rows, ghosts too.
  package var listedNames: [RecordName] {
    switch pane {
    case .areas: areas.list.rows.map { RecordName($0) }
    case .risk: risk.list.rows.map { RecordName($0) }
    case .plan: namesInPlan
    case .partners:
      partners.whole.map { [RecordName($0)] } ?? partners.list.rows.compactMap(\.name)
    case .responses: namesInResponses
    case .threats: threats.list.rows.compactMap { $0.issue.map { RecordName($0) } }
    default:
      records[pane]?.list.rows.compactMap { if case .record(let name) = $0 { name } else { nil } }
        ?? []
    }
  }
}
