/// A computed number, with bounds where it rests on an assumption.
package struct Figure: Hashable, Sendable {
  /// The number by the model as it stands.
  package let value: Exact

  /// The least and the most it can be, whatever the assumed entries of the model turn out to be.
  package let low: Exact
  package let high: Exact

  /// Whether an assumed entry of the model went into it: it is then shown with `~`.
  package let isAssumed: Bool

  init(_ value: Exact) {
    self.init(value: value, low: value, high: value, isAssumed: false)
  }

  init(value: Exact, low: Exact, high: Exact, isAssumed: Bool) {
    self.value = value
    self.low = low
    self.high = high
    self.isAssumed = isAssumed
  }

  func adding(_ other: Figure) throws(ScoringError) -> Figure {
    try combined(with: other) { $0.adding($1) }
  }

  func multiplied(by other: Figure) throws(ScoringError) -> Figure {
    try combined(with: other) { $0.multiplied(by: $1) }
  }

  private func combined(
    with other: Figure, _ combine: (Exact, Exact) -> Exact?
  ) throws(ScoringError) -> Figure {
    guard let value = combine(value, other.value) else { throw .tooLarge }
    guard isAssumed || other.isAssumed else { return Figure(value) }
    guard let low = combine(low, other.low), let high = combine(high, other.high) else {
      throw .tooLarge
    }
    return Figure(value: value, low: low, high: high, isAssumed: true)
  }
}

/// Why a full set of values has no score.
package enum ScoringError: Error, Equatable, CustomStringConvertible {
  /// A number with more than 18 digits came up.
  case tooLarge
  /// The multiplier table has no entry for a total.
  case noMultiplier(total: Exact)

  package var description: String {
    switch self {
    case .tooLarge: "the figures have more than 18 digits; check the model's scales"
    case .noMultiplier(let total):
      "the model's multiplier table has no entry for \(total); add one, marked assumed"
    }
  }
}

/// What an issue scores under a model: both figures that it is ranked by.
package struct Score: Hashable, Sendable {
  package let risk: Figure
  package let grading: Figure
}
