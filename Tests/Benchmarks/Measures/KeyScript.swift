import Domain
import TestSupport

/// The keys of somebody who scores one issue after the other: a value for each criterion, down to
/// the next issue, back to the first criterion.
struct KeyScript {
  private let scales: [[String]]
  private var random: SeededGenerator

  init(model: Record<ScoringModel>, seed: UInt64) throws {
    scales = try Scorer(model).criteria.map { $0.points.map(\.point.key) }
    random = SeededGenerator(seed: seed)
  }

  /// The keys for one issue.
  mutating func nextIssue() -> [Character] {
    var keys: [Character] = []
    for scale in scales { keys += scale[Int.random(in: scale.indices, using: &random)] }
    return keys + ["j"] + Array(repeating: "h", count: scales.count - 1)
  }
}
