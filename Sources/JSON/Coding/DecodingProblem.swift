/// Why a well-formed document is not what a type needs, and where.
package struct DecodingProblem: Error, Hashable, CustomStringConvertible {
  /// The keys (and indices of elements, from 0) from the top to the field.
  package let path: [String]

  /// What is wrong, to be read after the name of the field: "is missing".
  package let reason: String

  /// The line of the value, or of the object that should have it, from 1; nil outside a text.
  package let line: Int?

  /// The character (Unicode scalar) of the line, from 1; nil outside a text.
  package let column: Int?

  /// A problem that a caller has found in a decoded value.
  package init(path: [String], reason: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.reason = reason
    self.line = line
    self.column = column
  }

  /// Where it is, the field, and what is wrong with it.
  package var description: String {
    let field = FieldPath.shown(path, whole: "the document")
    guard let line, let column else { return "\(field) \(reason)" }
    return "line \(line), column \(column): \(field) \(reason)"
  }
}

extension DecodingProblem {
  /// Tells what a decoder or a type's `init(from:)` threw.
  init(_ error: any Error, in tape: Tape, hasPlaces: Bool) {
    let (path, reason) = DecodingProblem.explain(error)
    let index = tape.index(of: path)
    let place = hasPlaces ? Place(of: tape.start(of: index), in: tape.bytes) : nil
    self.init(
      path: path.map(\.stringValue),
      // What the standard library says of an enum without such a case speaks of Swift types.
      reason: reason.hasPrefix("Cannot initialize ")
        ? "is \(tape.value(at: index).compactText), which is not one of its values" : reason,
      line: place?.line, column: place?.column)
  }

  private static func explain(_ error: any Error) -> (path: [any CodingKey], reason: String) {
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
    case .valueNotFound(_, let context): (context.codingPath, context.debugDescription)
    case .typeMismatch(_, let context): (context.codingPath, context.debugDescription)
    case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
    case nil: ([], "\(error)")
    @unknown default: ([], "\(error)")
    }
  }
}
