extension Board {
  /// What wants attention in an area, as the parts of a sentence: gaps, late actions, silence.
  package func attention(_ area: Identifier<Area>, in summaries: AreaSummaries) -> [String] {
    guard self[area]?.status != .closed else { return [] }
    let summary = summaries[area]
    var parts: [String] = []
    let gaps = ps.filter { summary.cells[$0.id] == nil }.map(\.title)
    if gaps.count == ps.count {
      parts.append("nobody has planned anything")
    } else if !gaps.isEmpty {
      parts.append("\(gaps.list) \(gaps.count == 1 ? "is a gap" : "are gaps")")
    }
    if summary.late > 0 {
      parts.append("\(summary.late) \(summary.late == 1 ? "action is" : "actions are") late")
    }
    if summaries.invited > 0 {
      if summary.respondents.isEmpty { parts.append("nobody has answered") }
    }
    return parts
  }
}

extension [String] {
  /// The items as a sentence lists them: `one`, `one and two`, `one, two and three`.
  package var list: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
