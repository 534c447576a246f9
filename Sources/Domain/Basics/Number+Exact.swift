package import JSON

extension Number {
  /// An exact number as JSON writes it.
  package init(_ exact: Exact) {
    guard let number = Number(literal: exact.description) else {
      preconditionFailure("Every exact number is written as a JSON number.")
    }
    self = number
  }
}
