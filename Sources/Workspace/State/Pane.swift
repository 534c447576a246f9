package import Domain

/// One of the seven rooms of the workspace, numbered as their keys are.
package enum Pane: Int, CaseIterable, Sendable {
  case areas = 1
  case plan, responses, risk, threats, meeting, partners

  package var title: String {
    switch self {
    case .areas: "Areas"
    case .plan: "Plan"
    case .responses: "Responses"
    case .risk: "Risk"
    case .threats: "Threats"
    case .meeting: "Meeting"
    case .partners: "Partners"
    }
  }

  /// The kinds of record the pane shows, in their order.
  package var kinds: [Kind] {
    switch self {
    case .areas: [.area]
    case .plan: [.action]
    case .responses: [.round, .response]
    case .risk: [.issue, .scorecard]
    case .threats: [.issue]
    case .meeting: [.meeting, .decision, .reference, .paper]
    case .partners: [.partner, .request, .agreement, .practice]
    }
  }

  /// The kinds of record on which its rows depend.
  var sources: [Kind] { self == .responses ? kinds + [.area, .partner] : kinds }
}
