import Domain

extension WorkspaceState {
  /// Works out again what follows from the records that came in, and nothing else.
  mutating func follow(_ arrival: Arrival) {
    if arrival.changesTheRules { assessAll() } else { assess(arrival) }
    recheck(arrival)
    if case .intake(var box)? = overlay {
      box.follow(arrival.names)
      overlay = .intake(box)
    }
  }

  private mutating func assessAll() {
    assess()
    for kind in markings.keys { markings[kind] = board.highestMarking(of: kind) }
    findLeadingIssues()
    countTotals()
    // The plan has a column for each P of the board.
    if visited.contains(.plan) { sortCells() }
  }

  /// Scores again the issues that changed, or whose cards did.
  private mutating func assess(_ arrival: Arrival) {
    guard assessment != nil else { return }
    for slot in arrival.issues.keys { assessment?.reassess(slot, in: board) }
    if !arrival.newIssues.isEmpty { assessment?.fileCards(of: arrival.newIssues, of: board) }
    var issues = Set(arrival.issues.keys)
    for card in arrival.cards {
      // A card may come before its issue does.
      assessment?.file(card, of: board)
      if let issue = board.issues.slot(of: board.scorecards[slot: card].issue) {
        issues.insert(issue)
      }
    }
    for slot in issues {
      assessment?.reassess(slot, in: board)
      // Other panes than this one find the leading issues when they are shown.
      if pane == .areas { updateLeadingIssue(slot, formerArea: arrival.issues[slot] ?? nil) }
    }
  }

  /// Puts an issue in front of its area, or finds another one where it no longer leads.
  private mutating func updateLeadingIssue(
    _ slot: Table<Issue>.Slot, formerArea: Identifier<Area>?
  ) {
    guard let assessment else { return }
    let area = board.issues[slot: slot].area
    for area in Set([area, formerArea].compactMap(\.self)) {
      let leader = areas.leadingIssues[area]
      if leader == slot {
        areas.leadingIssues[area] = assessment.issuesByGrading.first {
          board.issues[slot: $0].area == area
        }
      } else if board.issues[slot: slot].area == area, let score = assessment.score(of: slot) {
        let best = leader.flatMap { assessment.score(of: $0) }?.grading.value
        let leads = best.map { $0 < score.grading.value } ?? true
        if leads || best == score.grading.value && slot < leader ?? slot {
          areas.leadingIssues[area] = slot
        }
      }
    }
  }

  /// Takes note in the summaries of areas of a record that came in.
  mutating func summarise<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?
  ) {
    switch record {
    case let action as Record<Action>:
      summaries.replace(old as? Record<Action>, with: action, in: board, today: today)
      recountTotals(action, after: old as? Record<Action>)
    case let response as Record<Response>:
      summaries.replace(old as? Record<Response>, with: response)
    case let area as Record<Area>: recountTotals(of: [area.id])
    case is Record<Round>: summaries.takeRounds(of: board)
    default: break
    }
    derivePartners(from: record, after: old)
    noteInResponses(record, after: old)
    deriveThreats(from: record, after: old)
  }

  /// Keeps the highest marking of what is shown; only where one may have sunk are others looked at.
  mutating func mark<Content: RecordContent>(
    _ record: Record<Content>, after old: Record<Content>?
  ) {
    guard let highest = markings[Content.kind] else { return }
    let hasSunk =
      old.map { $0.header.marking != record.header.marking || record.isDeleted } ?? false
    guard hasSunk else {
      markings[Content.kind] = board.higherMarking(highest, record.header.marking)
      return
    }
    // Mostly some other record is marked like that, and one of the first is.
    let isStill = board[kind: Content.self].standing.contains { other in
      board.highestMarking(among: [other.header.marking]) == highest
    }
    markings[Content.kind] =
      isStill
      ? board.higherMarking(highest, record.header.marking)
      : board.highestMarking(of: Content.kind)
  }

  /// Finds again what is wrong with the records that came in, and with those it depends on.
  private mutating func recheck(_ arrival: Arrival) {
    guard let found = inconsistent else { return tellProblems() }
    if arrival.changesTheRules || arrival.hasRemovals {
      inconsistent = board.problems
    } else if !arrival.names.isEmpty {
      // What came may be what another record lacked.
      let wanting = found.compactMap { RecordName($0.file.droppingExtension) }
      let touched = arrival.names.union(wanting)
      let names = board.checkedTogether(with: touched.union(cards(besides: touched)))
      let files = Set(names.map(\.path))
      inconsistent = found.filter { !files.contains($0.file) } + board.problems(of: names)
    }
    tellProblems()
  }

  /// All cards of the issues that some cards belong to: of two that claim the same one is a problem.
  private func cards(besides names: Set<RecordName>) -> [RecordName] {
    let cards = names.lazy.filter { $0.kind == .scorecard }
      .compactMap { (try? Identifier<Scorecard>($0.id)).flatMap { self.board[$0] } }
    let issues = Set(cards.map(\.issue))
    guard let assessment else {
      return board.scorecards.all.filter { issues.contains($0.issue) }.map(\.recordName)
    }
    return issues.compactMap { board.issues.slot(of: $0) }.flatMap {
      assessment.allCards(of: $0).map { board.scorecards[slot: $0].recordName }
    }
  }

  /// Puts what could not be read and what does not fit together into one list.
  mutating func tellProblems() { problems = (unreadable + (inconsistent ?? [])).sorted() }
}

extension String {
  /// The name of a record's file without `.json`.
  fileprivate var droppingExtension: String {
    hasSuffix(".json") ? String(dropLast(".json".count)) : self
  }
}
