/// A JSON number, kept as it is written: `1.0`, `1e2` and `1e400` stay what they are.
package struct Number: Hashable, Sendable {
  /// The number in the JSON grammar, as written.
  package let literal: String

  /// A number from how it is written; nil unless JSON's grammar allows it.
  package init?(literal: String) {
    guard NumberGrammar.allows(literal) else { return nil }
    self.literal = literal
  }

  /// A whole number.
  package init(_ value: Int) {
    literal = String(value)
  }

  /// A number that a scanner has already checked, or Swift itself has written.
  init(checked literal: String) {
    self.literal = literal
  }

  /// The whole number; nil when it is written with a point or an exponent, or does not fit.
  package var intValue: Int? { Int(literal) }

  /// The nearest finite number; nil when it is too large, or so small that it would become 0.
  package var doubleValue: Double? { finite(Double.self) }

  func finite<T: BinaryFloatingPoint & LosslessStringConvertible>(_ type: T.Type) -> T? {
    guard let value = T(literal), value.isFinite, !value.isZero || isWrittenAsZero else {
      return nil
    }
    return value
  }

  private var isWrittenAsZero: Bool {
    literal.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
      .allSatisfy { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
  }
}
