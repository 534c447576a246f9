/// Why a value cannot be written as JSON, and where.
package struct EncodingProblem: Error, Hashable, CustomStringConvertible {
  /// The keys (and indices of elements, from 0) from the top to the field.
  package let path: [String]

  /// What is wrong, to be read after the name of the field: "is not a finite number".
  package let reason: String

  /// The field, and what is wrong with it.
  package var description: String {
    "\(FieldPath.shown(path, whole: "the value")) \(reason)"
  }
}

extension EncodingProblem {
  init(_ error: any Error) {
    switch error as? EncodingError {
    case .invalidValue(_, let context)?:
      path = context.codingPath.map(\.stringValue)
      reason = context.debugDescription
    default:
      path = []
      reason = "\(error)"
    }
  }
}
