package import Domain

/// Everything that is wrong with a sheet; nothing was taken from it.
package struct SheetProblems: Error, Equatable, Sendable {
  /// What is wrong, in the order of the sheet; never empty.
  package let problems: [Problem]

  init(_ problems: [Problem]) {
    precondition(!problems.isEmpty, "A sheet is refused for a reason.")
    self.problems = problems
  }

  /// The one thing that is wrong with a sheet before it is read.
  package init(_ problem: Problem) { self.init([problem]) }
}

extension SheetProblems: CustomStringConvertible {
  package var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
