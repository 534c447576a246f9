import Domain

/// How the priority areas stand: the list, and what is known of the selected one.
struct AreasPane: Sendable {
  enum Order: String, CaseIterable, Sendable {
    case own = "the board's own order"
    case grading = "grading"
    case late = "late actions"
    case title = "title"
  }

  var list = ListState<Identifier<Area>>()
  var order = Order.own
  var isReversed = false
  var box = 0

  /// How far the second box is scrolled.
  var scroll = 0

  /// The issue of each area that has the greatest grading.
  var leadingIssues: [Identifier<Area>: Table<Issue>.Slot] = [:]
}

extension WorkspaceState {
  /// Puts the areas in their order again, narrowed to the filter.
  mutating func sortAreas() {
    findLeadingIssues()
    var ordered = board.orderedAreas
    let total = ordered.count
    switch areas.order {
    case .own: break
    case .title: ordered.sort { $0.title.folded < $1.title.folded }
    case .late: ordered.sort { summaries[$0.id].late > summaries[$1.id].late }
    case .grading: ordered.sort { grading(of: $0.id) > grading(of: $1.id) }
    }
    if areas.isReversed { ordered.reverse() }
    let filter = areas.list.filter.text.trimmed
    let rows = ordered.filter { $0.title.containsFolded(filter) }.map(\.id)
    areas.list.show(rows, of: total)
    area = areas.list.selected ?? area
  }

  /// Finds the issue with the greatest grading of each area.
  mutating func findLeadingIssues() {
    areas.leadingIssues = [:]
    guard let assessment else { return }
    for slot in assessment.issuesByGrading {
      guard let area = board.issues[slot: slot].area, areas.leadingIssues[area] == nil else {
        continue
      }
      areas.leadingIssues[area] = slot
      if areas.leadingIssues.count == board.areas.count { break }
    }
  }

  /// The score of the area's leading issue; an area without one sorts last.
  private func grading(of area: Identifier<Area>) -> Exact {
    leadingScore(of: area)?.grading.value ?? Exact(-1)
  }

  func leadingScore(of area: Identifier<Area>) -> Score? {
    areas.leadingIssues[area].flatMap { assessment?.score(of: $0) }
  }

  /// Goes to the next area that has gaps, late actions or silence.
  mutating func goToNextArea() {
    let rows = areas.list.rows
    let start = (areas.list.selectedRow ?? -1) + 1
    let circle = rows.dropFirst(start) + rows.prefix(start)
    guard
      let next = circle.first(where: {
        !board.attention($0, in: summaries, tellingAbsence: tellsAbsence).isEmpty
      })
    else {
      flash = "No area asks for attention."
      return
    }
    areas.list.select(next)
    area = next
  }
}
