import Domain

/// Where a person is or was: the pane, and what is selected in it.
struct Place: Equatable, Sendable {
  var pane: Pane
  var record: RecordName?
  var area: Identifier<Area>?

  /// Which box was in front.
  var box = 0

  /// What the plan showed.
  var view: PlanPane.View?

  /// Which actions the list of the plan was about.
  var selection: PlanPane.Selection?

  /// Where the cursor was in the answers to a round.
  var spot: ResponsesPane.Spot?

  /// What the Partners pane listed, and the partner whose whole it showed.
  var partners: PartnersPlace?

  /// Which scores the Risk pane showed.
  var risk: RiskPane.View?
  /// What the Threats pane listed.
  var threats: ThreatsPlace?

  /// The P or the criterion the cursor was on.
  var column: Int?

  /// Whether this is another place than one, and not only another spot of it.
  func isElsewhere(than other: Place) -> Bool {
    (pane, record, area, view, selection, partners)
      != (other.pane, other.record, other.area, other.view, other.selection, other.partners)
      || spot != other.spot || risk != other.risk || threats != other.threats
      || pane == .plan && column != other.column
  }
}

/// Where one is in the Partners pane.
struct PartnersPlace: Equatable, Sendable {
  var view: PartnersPane.View
  var whole: Identifier<Partner>?
}

/// Where one is in the Threats pane.
struct ThreatsPlace: Equatable, Sendable {
  var view: ThreatsPane.View
  var group: IssueGroup?
}

/// The places that a person has set under letters, and the one of before the last jump.
struct Places: Equatable, Sendable {
  var named: [Character: Place] = [:]

  /// Where the last jump began; `nil` before any.
  var former: Place?
}
