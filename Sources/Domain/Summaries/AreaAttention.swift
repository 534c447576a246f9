extension Board {
  /// What wants attention in an area, as the parts of a sentence: gaps, late actions, silence.
  ///
  /// Where absence is not told, neither gaps nor silence are: what is missing may be withheld.
  package func attention(
    _ area: Identifier<Area>, in summaries: AreaSummaries, tellingAbsence: Bool = true
  ) -> [String] {
    guard self[area]?.status != .closed else { return [] }
    let summary = summaries[area]
    var parts: [String] = []
    let gaps = tellingAbsence ? ps.filter { summary.cells[$0.id] == nil }.map(\.title) : []
    if tellingAbsence, gaps.count == ps.count {
      parts.append("nobody has planned anything")
    } else if !gaps.isEmpty {
      parts.append("\(gaps.list) \(gaps.count == 1 ? "is a gap" : "are gaps")")
    }
    if summary.late > 0 {
      parts.append("\(summary.late) \(summary.late == 1 ? "action is" : "actions are") late")
    }
    let refused = refusedRequests(summary).count
    if refused > 0 {
      parts.append("\(refused) refused \(refused == 1 ? "request blocks" : "requests block") it")
    }
    if tellingAbsence, summaries.invited > 0 {
      if summary.respondents.isEmpty { parts.append("nobody has answered") }
    }
    return parts
  }
}

extension Board {
  /// The information requests that were refused and block actions of an area, by name.
  package func refusedRequests(_ summary: AreaSummary) -> [Identifier<Request>] {
    summary.blockers.keys.filter { self[$0].map(\.isRefused) ?? false }.sorted()
  }

  /// The information requests that were refused and block an action, by name.
  package func refusedRequests(of action: Record<Action>) -> [Identifier<Request>] {
    action.blockedBy.filter { self[$0].map(\.isRefused) ?? false }.sorted()
  }
}

extension Record<Request> {
  /// Whether the request stands and was refused.
  package var isRefused: Bool { !isDeleted && content.decision == .refused }
}

extension [String] {
  /// The items as a sentence lists them: `one`, `one and two`, `one, two and three`.
  package var list: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
