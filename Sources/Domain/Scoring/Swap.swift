/// Two issues that the two orders put the other way round, and what causes it.
package struct Swap: Equatable, Sendable {
  /// The issue that stands higher by grading though its risk is lower.
  package let raised: Table<Issue>.Slot

  /// The issue that stands lower by grading though its risk is higher.
  package let lowered: Table<Issue>.Slot

  /// The cause in words, such as `OP 6 ×2 against OP 5 ×1`.
  package let cause: String
}

extension Assessment {
  /// The swap between two neighbours in the order by grading, or `nil` when the orders agree.
  package func swap(_ upper: Slot, _ lower: Slot, in board: Board) -> Swap? {
    guard let above = score(of: upper), let below = score(of: lower),
      above.risk.value < below.risk.value
    else { return nil }
    let cause = zip(
      scorer.lifts(values(of: upper, in: board)), scorer.lifts(values(of: lower, in: board))
    )
    .filter { $0 != $1 }
    .map { "\($0) against \($1)" }
    return Swap(raised: upper, lowered: lower, cause: cause.joined(separator: "; "))
  }
}

extension Scorer {
  /// What turns a risk into a grading, in words: `OP 6 ×2` for each multiplier of the formula, or
  /// the totals of the sections that only the grading uses.
  package func lifts(_ values: [Exact?]) -> [String] {
    let arguments = grading.multiplierArguments
    guard arguments.isEmpty else { return arguments.compactMap { lift(by: $0, values) } }
    let ofRisk = Set(risk.sections)
    return grading.sections.filter { !ofRisk.contains($0) }.compactMap { index in
      total(of: index, values).map { "\(sections[index].section.short) \($0)" }
    }
  }

  private func lift(by argument: Formula, _ values: [Exact?]) -> String? {
    guard let total = (try? figure(argument, values)) ?? nil,
      let multiplier = multipliers[total.value]
    else { return nil }
    let name = argument.sections.first.map { sections[$0].section.short } ?? "multiplier"
    return "\(name) \(total.value) ×\(multiplier.isAssumed ? "~" : "")\(multiplier.value)"
  }
}
