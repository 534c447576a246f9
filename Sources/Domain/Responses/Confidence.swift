/// How confident somebody says they are, as far as words for it can be put in order.
package struct Confidence: Comparable, Sendable {
  private let level: Int

  /// The words that are known, from the least confident; those of one step mean the same.
  private static let steps: [[String]] = [
    ["none", "not confident", "not at all"], ["very low"], ["low", "poor"],
    ["medium", "moderate", "fair", "partly", "some"], ["high", "good", "confident"],
    ["very high", "very confident", "full", "fully confident"],
  ]

  /// Reads what was written; `nil` where it is no known word, so that nothing is guessed.
  ///
  /// A number counts as itself and can be compared with numbers only: ``direction(from:to:)``.
  package init?(_ text: String) {
    let text = text.lowercased()
    guard let level = Confidence.steps.firstIndex(where: { $0.contains(text) }) else { return nil }
    self.level = level
  }

  package static func < (left: Confidence, right: Confidence) -> Bool { left.level < right.level }

  package enum Direction: String, Sendable { case up, down }

  /// Which way confidence went; `nil` where it stayed, or the two cannot be put in order.
  package static func direction(from old: String, to new: String) -> Direction? {
    if let one = Int(old), let other = Int(new) {
      return one == other ? nil : one < other ? .up : .down
    }
    guard let one = Confidence(old), let other = Confidence(new), one != other else { return nil }
    return one < other ? .up : .down
  }
}
