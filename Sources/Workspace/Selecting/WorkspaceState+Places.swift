import Domain
import Screen

extension WorkspaceState {
  var place: Place {
    switch pane {
    case .plan:
      Place(
        pane: pane, record: selectedName, area: plannedArea, view: plan.view,
        selection: plan.view == .list ? plan.selection : nil, column: plan.column)
    default:
      Place(
        pane: pane, record: selectedName, area: area, box: currentBox, spot: spotInResponses,
        partners: pane == .partners
          ? PartnersPlace(view: partners.view, whole: partners.whole) : nil,
        risk: pane == .risk ? risk.view : nil,
        threats: pane == .threats
          ? ThreatsPlace(view: threats.view, group: threats.group) : nil,
        column: pane == .risk ? risk.column : nil)
    }
  }

  /// Keeps where a jump began, so that one can come back.
  mutating func remember(_ former: Place) {
    if place.isElsewhere(than: former) { places.former = former }
  }

  /// Sets a place under a letter.
  mutating func setPlace(_ letter: Character) {
    places.named[letter] = place
    flash = "Place \(letter) is \(title(of: place)): '\(letter) comes back."
  }

  /// Goes to the place under a letter, or says which there are.
  mutating func goToPlace(_ letter: Character) {
    guard let place = places.named[letter] else {
      let known = places.named.sorted { $0.key < $1.key }
        .map { "\($0.key) \(title(of: $0.value).cut(to: 30))" }
      flash =
        "There is no place \(letter): "
        + (known.isEmpty ? "m\(letter) sets it." : known.joined(separator: ", ") + ".")
      return
    }
    go(to: place)
  }

  /// Goes to where the last jump began; once more comes back.
  mutating func goToFormerPlace() {
    guard let former = places.former else { return }
    go(to: former)
  }

  mutating func go(to place: Place) {
    area = place.area ?? area
    show(place.pane)
    if currentBox != place.box { exchangeBox() }
    if let view = place.risk {
      if view != risk.view { showRisk(view) }
      risk.column = place.column
    }
    if let here = place.partners {
      showPartners(here.view)
      if let whole = here.whole {
        partners.list.select(.record(RecordName(whole)))
        return openPartner(whole)
      }
      if let row = partners.list.rows.first(where: { $0.name == place.record }) {
        return partners.list.select(row)
      }
    }
    if let here = place.threats {
      showThreats(here.view, of: here.group)
      if place.record == nil { return }
    }
    if let spot = place.spot {
      go(to: spot)
      if spot.view != .rounds { return }
    }
    if let view = place.view {
      showPlan(of: place.area)
      plan.view = view
      if case .action(let id) = view {
        plan.view = plan.below
        openSheet(of: id)
        return
      }
      if let selection = place.selection { showActions(selection) }
      plan.column = min(place.column ?? 0, max(0, plan.cells.count - 1))
      if view == .grid { return }
    }
    guard let name = place.record, !bringUp(name) else { return }
    flash = "\(board.title(of: name) ?? "\(name)") is not on the list: \(ghostWord(name))."
  }

  private func title(of place: Place) -> String {
    place.record.flatMap { board.title(of: $0) } ?? place.pane.title
  }
}

extension Command {
  /// Whether it takes one elsewhere, so that one may want to come back.
  var isJump: Bool {
    switch self {
    case .showAreas, .showPlan, .showResponses, .showRisk, .showThreats, .showMeeting,
      .showPartners, .goFirst, .goLast, .previousArea, .nextArea, .nextAttention, .open,
      .goToPlace, .goToFormerPlace, .raiseIssue:
      true
    default: false
    }
  }
}
