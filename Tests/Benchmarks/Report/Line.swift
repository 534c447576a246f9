import Foundation

/// One line of the report.
struct Line {
  /// What was measured.
  let what: String

  /// Ours, with its unit.
  let figure: String

  /// What it is held against; empty where the aim is a figure of its own.
  var against = ""

  /// Ours to theirs, with the least and greatest of the rounds.
  var ratio = ""

  /// What it should be; empty where no aim was set.
  var aim = ""

  /// Whether it is so; `nil` where no aim was set, or nothing could be measured.
  var isMet: Bool?

  var cells: [String] {
    [what, figure, against, ratio, aim, isMet.map { $0 ? "met" : "MISSED" } ?? "–"]
  }
}

extension Line {
  /// Ours held against theirs, which should take at least or at most some multiple.
  init(_ what: String, _ comparison: Comparison, against name: String, aim: Aim) {
    self.init(
      what: what, figure: time(comparison.ours.median),
      against: "\(name) \(time(comparison.theirs.median))",
      ratio: aim.text(comparison), aim: aim.description, isMet: aim.isMet(by: comparison))
  }

  /// Something that could not be measured, and why.
  init(_ what: String, notMeasured reason: String) {
    self.init(what: what, figure: "not measured: \(reason)")
  }
}

/// How ours should stand to theirs.
enum Aim: CustomStringConvertible {
  /// Ours takes at most so many times as long.
  case atMost(Double)
  /// Theirs takes at least so many times as long.
  case faster(Double)

  var description: String {
    switch self {
    case .atMost(let factor): "≤ \(number(factor))×"
    case .faster(let factor): "≥ \(number(factor))× faster"
    }
  }

  func isMet(by comparison: Comparison) -> Bool {
    switch self {
    case .atMost(let factor): comparison.ratio <= factor
    case .faster(let factor): comparison.ratio <= 1 / factor
    }
  }

  /// The ratio with the least and greatest of all rounds.
  func text(_ comparison: Comparison) -> String {
    let ratios = comparison.ratios
    let (middle, ends) =
      switch self {
      case .atMost: (comparison.ratio, (ratios.least, ratios.greatest))
      case .faster: (1 / comparison.ratio, (1 / ratios.greatest, 1 / ratios.least))
      }
    return "\(number(middle))× (\(number(ends.0))–\(number(ends.1)))"
  }
}

/// A time with its unit.
func time(_ seconds: Double) -> String {
  switch seconds {
  case 1...: "\(number(seconds)) s"
  case 0.001...: "\(number(seconds * 1e3)) ms"
  default: "\(number(seconds * 1e6)) µs"
  }
}

/// A number with three digits that count.
func number(_ value: Double) -> String {
  let places = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return String(format: "%.\(places)f", value)
}
