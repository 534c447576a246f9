package import Domain
import Screen

extension WorkspaceState {
  /// The record that the next key applies to, or `nil` when there is none.
  package var selectedName: RecordName? {
    switch pane {
    case .areas: areas.list.selected.map { RecordName($0) }
    case .risk: risk.list.selected.map { RecordName($0) }
    case .plan: selectedInPlan
    case .partners: selectedInPartners
    case .responses: selectedInResponses
    case .threats: threats.list.selected?.issue.map { RecordName($0) }
    default: records[pane]?.selectedName
    }
  }

  /// What the pane's list is narrowed to.
  var currentFilter: LineEditor {
    switch pane {
    case .areas: areas.list.filter
    case .risk: risk.list.filter
    case .plan: planFilter
    case .partners: partners.whole == nil ? partners.list.filter : LineEditor()
    case .responses:
      responses.view == .rounds ? responses.rounds.filter : responses.list.filter
    case .threats: threats.list.filter
    default: records[pane]?.list.filter ?? LineEditor()
    }
  }

  /// Which box of the pane is in front: 0 is the list.
  var currentBox: Int {
    switch pane {
    case .areas: areas.box
    case .risk: risk.box
    case .plan, .responses: 0
    case .partners: partners.whole == nil ? partners.box : 0
    case .threats: threats.box
    default: records[pane]?.box ?? 0
    }
  }

  mutating func exchangeBox() {
    switch pane {
    case .areas: areas.box = 1 - areas.box
    case .risk: risk.box = 1 - risk.box
    case .plan, .responses: break
    case .partners: if partners.whole == nil { partners.box = 1 - partners.box }
    case .threats: threats.box = 1 - threats.box
    default: records[pane]?.exchangeBox()
    }
  }

  /// Moves the selection; in the second box the text is scrolled instead.
  mutating func moveRow(by rows: Int) {
    switch pane {
    case .areas where areas.box == 1: areas.scroll = scrolled(areas.scroll, by: rows, areaLines)
    case .areas:
      areas.list.move(by: rows)
      areas.scroll = 0
      area = areas.list.selected ?? area
    case .risk:
      moveIssue(by: rows)
    case .plan: moveInPlan(rows: rows)
    case .partners: moveInPartners(rows: rows)
    case .responses: moveInResponses(rows: rows)
    case .threats: moveInThreats(rows: rows)
    default:
      guard let records = records[pane], records.box == 1 else {
        self.records[pane]?.move(by: rows)
        return
      }
      let next = scrolled(records.scroll, by: rows, selectedLines(records))
      self.records[pane]?.scroll = next
    }
  }

  /// How far the second box is scrolled after a move: never past its last line.
  private func scrolled(_ scroll: Int, by rows: Int, _ lines: [TextLine]) -> Int {
    let width = secondBoxWidth - 2
    let count = lines.reduce(0) { $0 + $1.wrapped(to: max(8, width)).count }
    return min(max(0, scroll + rows), max(0, count - (body.height - 2)))
  }

  mutating func moveColumn(by columns: Int) {
    switch pane {
    case .risk: moveCriterion(by: columns)
    case .plan: moveInPlan(columns: columns)
    case .responses: moveInResponses(columns: columns)
    default: break
    }
  }

  mutating func goToEnd(first: Bool) {
    moveRow(by: first ? -1_000_000_000 : 1_000_000_000)
  }

  mutating func changeFilter(_ change: (inout LineEditor) -> Void) {
    switch pane {
    case .areas:
      change(&areas.list.filter)
      sortAreas()
    case .risk:
      change(&risk.list.filter)
      sortIssues()
    case .plan: changePlanFilter(change)
    case .partners:
      change(&partners.list.filter)
      sortPartnersList()
    case .responses: changeResponsesFilter(change)
    case .threats:
      change(&threats.list.filter)
      narrowThreats()
    default:
      records[pane]?.changeFilter(change)
    }
  }

  mutating func changeOrder() {
    switch pane {
    case .areas:
      areas.order = areas.order.next
      sortAreas()
      flash = "Ordered by \(areas.order.rawValue)."
    case .risk:
      risk.order = risk.order.next
      sortIssues()
      flash = "Ordered by \(risk.order.rawValue)."
    case .plan: changePlanOrder()
    case .partners: changePartnersOrder()
    case .responses: changeResponsesOrder()
    case .threats: changeThreatsOrder()
    default:
      records[pane]?.changeOrder()
      flash = "Ordered by \(records[pane]?.order.rawValue ?? "kind")."
    }
  }

  mutating func reverseOrder() {
    switch pane {
    case .areas:
      areas.isReversed.toggle()
      sortAreas()
    case .risk:
      risk.isReversed.toggle()
      sortIssues()
    case .plan: reversePlanOrder()
    case .partners: reversePartnersOrder()
    case .responses: reverseResponsesOrder()
    case .threats: reverseThreatsOrder()
    default: records[pane]?.reverse()
    }
    flash = "Order reversed."
  }

  /// Takes the previous or next area as the context of the panes.
  mutating func changeContext(by step: Int) {
    if pane == .plan { return changePlannedArea(by: step) }
    if pane == .responses { return changeAreaInResponses(by: step) }
    let ordered = board.orderedAreas.map(\.id)
    guard !ordered.isEmpty else { return }
    let now = area.flatMap { ordered.firstIndex(of: $0) } ?? 0
    let next = ordered[min(max(now + step, 0), ordered.count - 1)]
    area = next
    areas.list.select(next)
    if pane != .areas, pane != .risk { records[pane]?.select(context: next, in: board) }
    flash = "Area: \(board[next]?.title ?? next.text)."
  }

  mutating func goToAttention() {
    switch pane {
    case .risk: goToUnscored()
    case .plan: goToNextInPlan()
    case .partners: goToNextPartner()
    case .responses: goToNextChase()
    case .threats: goToNextThreat()
    default: goToNextArea()
    }
  }

  /// Scrolls every list so that its selection is in sight.
  mutating func keepSelectionsInSight() {
    let height = listHeight
    areas.list.keepInSight(height: height)
    risk.list.keepInSight(height: height)
    if pane == .plan { keepPlanInSight() }
    if pane == .partners { partners.list.keepInSight(height: height) }
    if pane == .responses { keepResponsesInSight() }
    if pane == .threats { threats.list.keepInSight(height: height) }
    records[pane]?.list.keepInSight(height: height)
  }
}
