extension Scorer {
  /// How a figure comes from some values: the formula with totals, values and multipliers in place
  /// of their names, such as `22 × 4.5 × 2`.
  ///
  /// - Returns: `nil` where a value that the formula needs is missing.
  package func derivation(of order: Register.Order, _ values: [Exact?]) -> String? {
    spelled(order == .risk ? risk : grading, values)
  }

  private func spelled(_ formula: Formula, _ values: [Exact?]) -> String? {
    switch formula {
    case .number(let number): return number.description
    case .criterion(let index): return values[index]?.description
    case .section(let index): return total(of: index, values)?.description
    case .sum(let left, let right):
      guard let left = spelled(left, values), let right = spelled(right, values) else { return nil }
      return "\(left) + \(right)"
    case .product(let left, let right):
      guard let left = factor(left, values), let right = factor(right, values) else { return nil }
      return "\(left) × \(right)"
    case .multiplier(let argument):
      guard let total = (try? figure(argument, values))?.value, let entry = multipliers[total]
      else { return nil }
      return "\(entry.isAssumed ? "~" : "")\(entry.value)"
    }
  }

  /// A part of a product, in brackets where it is a sum.
  private func factor(_ formula: Formula, _ values: [Exact?]) -> String? {
    let text = spelled(formula, values)
    if case .sum = formula { return text.map { "(\($0))" } }
    return text
  }
}
