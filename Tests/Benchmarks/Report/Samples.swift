/// What was measured again and again, sorted: seconds, bytes or ratios.
struct Samples {
  private let sorted: [Double]

  /// - Parameter values: At least one.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "A measurement was made at least once.")
    sorted = values.sorted()
  }

  var count: Int { sorted.count }
  var least: Double { sorted[0] }
  var greatest: Double { sorted[sorted.count - 1] }
  var median: Double { percentile(50) }

  /// The smallest value that so many per cent of all do not exceed.
  func percentile(_ percent: Int) -> Double {
    sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
  }
}

/// The same work done in two ways, one after the other, round by round.
struct Comparison {
  let ours: Samples
  let theirs: Samples

  /// Ours to theirs in each round.
  let ratios: Samples

  /// Measures both ways in turn, after one round that does not count.
  ///
  /// - Parameters:
  ///   - rounds: How often.
  ///   - ours: One piece of work; gives what it took, in seconds.
  ///   - theirs: The same, for what we are held against.
  init(rounds: Int, ours: () throws -> Double, theirs: () throws -> Double) rethrows {
    _ = try (theirs(), ours())
    var pairs: [(ours: Double, theirs: Double)] = []
    for _ in 0..<rounds { pairs.append((try ours(), try theirs())) }
    self.ours = Samples(pairs.map(\.ours))
    self.theirs = Samples(pairs.map(\.theirs))
    ratios = Samples(pairs.map { $0.ours / $0.theirs })
  }

  /// The ratio of the medians.
  var ratio: Double { ours.median / theirs.median }
}

/// How long a piece of work takes, in seconds.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(work)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}
