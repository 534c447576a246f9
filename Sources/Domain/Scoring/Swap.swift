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
    let (upperLifts, lowerLifts) = (lifts(of: upper, in: board), lifts(of: lower, in: board))
    let cause = zip(upperLifts, lowerLifts).filter { $0 != $1 }
      .map { "\($0) against \($1)" }
    return Swap(
      raised: upper, lowered: lower,
      cause: cause.isEmpty
        ? "the two formulas weigh the same values differently" : cause.joined(separator: "; "))
  }
}

extension Assessment {
  private func lifts(of slot: Slot, in board: Board) -> [String] {
    let scorer = scorer(of: slot, in: board)
    return scorer.lifts(scorer.ordered(countingValues(of: slot, in: board)))
  }
}

extension Scorer {
  /// What turns a risk into a grading, in words: `OP 6 ×2` for each multiplier of the formula, and
  /// the figures of the sections and criteria that only the grading uses.
  package func lifts(_ values: [Exact?]) -> [String] {
    let ofRisk = Set(risk.names)
    let own = grading.names.filter { !ofRisk.contains($0) }.compactMap { name in
      value(of: name, values).map { "\(short(name)) \($0)" }
    }
    return grading.multiplierArguments.compactMap { lift(by: $0, values) } + own
  }

  private func lift(by argument: Formula, _ values: [Exact?]) -> String? {
    guard let total = value(of: argument, values), let multiplier = multipliers[total] else {
      return nil
    }
    let name = argument.names.first.map { short($0) } ?? "multiplier"
    return "\(name) \(total) ×\(multiplier.isAssumed ? "~" : "")\(multiplier.value)"
  }

  private func value(of formula: Formula, _ values: [Exact?]) -> Exact? {
    (try? figure(formula, values))?.value
  }

  /// The head of the column of a section or criterion.
  private func short(_ name: Formula) -> String {
    switch name {
    case .criterion(let index): criteria[index].criterion.short
    case .section(let index): sections[index].section.short
    case .number, .sum, .product, .multiplier: ""
    }
  }
}
