package import Domain

/// What a recovery has done, and what is left to be done by people.
package struct Recovery: Sendable {
  /// One thing that was done.
  package struct Step: Hashable, Sendable {
    /// The file below the board's folder.
    package let file: String

    /// What was done, as the rest of a sentence.
    package let what: String
  }

  /// What was done, in its order.
  package let steps: [Step]

  /// What is wrong still, sorted.
  package let left: [Problem]
}

extension Recovery.Step: CustomStringConvertible {
  package var description: String { "\(file): \(what)." }
}
