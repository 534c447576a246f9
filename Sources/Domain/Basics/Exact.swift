/// An exact decimal number: an integer and how many decimal places it has.
///
/// Scores never pass through binary floating point, where 24 × 0.6 is 14.399999999999999; the
/// published figure is 14.4 (`docs/scoring.md`, "Exact numbers"). The representation is normal, so
/// equal numbers are equal values.
package struct Exact: Hashable, Sendable {
  /// The digits as an integer: 144 for 14.4.
  private let digits: Int

  /// How many of the digits stand after the point; the last of them is never 0.
  private let places: Int8

  /// The least number of digits that is too many: one and 18 zeros.
  private static let limit: UInt128 = 1_000_000_000_000_000_000

  package static let zero = Exact(0)
  package static let one = Exact(1)

  package init(_ whole: Int) {
    digits = whole
    places = 0
  }

  private init?(digits: Int128, places: Int) {
    var digits = digits
    var places = places
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    guard digits.magnitude < Exact.limit, places <= 18 else { return nil }
    self.digits = Int(digits)
    self.places = Int8(places)
  }

  /// Reads a plain decimal number such as `24`, `58.5` or `-0.25`; anything else is `nil`.
  ///
  /// At most 18 digits: more would not be a score.
  package init?(_ text: String) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    var digits = 0
    var count = 0
    var point: Int?
    for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), point == nil, count > 0 {
        point = count
      } else {
        guard (48...57).contains(byte), count < 18 else { return nil }
        digits = digits * 10 + Int(byte - 48)
        count += 1
      }
    }
    let places = count - (point ?? count)
    guard count > 0, point == nil || places > 0 else { return nil }
    self.init(digits: Int128(isNegative ? -digits : digits), places: places)
  }

  /// The sum, or `nil` when it has more than 18 digits.
  package func adding(_ other: Exact) -> Exact? {
    let (left, right, places) = aligned(with: other)
    return Exact(digits: left + right, places: places)
  }

  /// The product, or `nil` when it has more than 18 digits.
  package func multiplied(by other: Exact) -> Exact? {
    Exact(digits: Int128(digits) * Int128(other.digits), places: Int(places) + Int(other.places))
  }

  /// How many thousandths of a maximum this is, rounded to the nearest; `nil` of a maximum of 0.
  package func thousandths(of maximum: Exact) -> Int? {
    let (part, whole, _) = aligned(with: maximum)
    let (double, isTooLarge) = part.multipliedReportingOverflow(by: 2_000)
    guard whole > 0, !isTooLarge else { return nil }
    let (sum, overflows) = double.addingReportingOverflow(whole)
    return overflows ? nil : Int(exactly: sum / (whole * 2))
  }

  /// Both numbers as integers of the same number of places.
  private func aligned(with other: Exact) -> (Int128, Int128, places: Int) {
    let common = max(places, other.places)
    return (
      Int128(digits) * Exact.powerOfTen(common - places),
      Int128(other.digits) * Exact.powerOfTen(common - other.places),
      Int(common)
    )
  }

  private static func powerOfTen(_ exponent: Int8) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension Exact: Comparable {
  package static func < (left: Exact, right: Exact) -> Bool {
    if left.places == right.places { return left.digits < right.digits }
    let (left, right, _) = left.aligned(with: right)
    return left < right
  }
}

extension Exact: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

extension Exact: CustomStringConvertible {
  /// The number without trailing zeros: `24`, `58.5`, `14.4`.
  package var description: String {
    guard places > 0 else { return String(digits) }
    let text = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, Int(places) + 1 - text.count)) + text
    let point = padded.index(padded.endIndex, offsetBy: -Int(places))
    return (digits < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }
}

extension Exact: CodingKeyRepresentable {
  package var codingKey: any CodingKey { TextKey(description) }

  /// Takes a number as a key only as we write it: `0.5` and `0.50` would be two keys for one entry.
  package init?(codingKey: some CodingKey) {
    self.init(codingKey.stringValue)
    guard description == codingKey.stringValue else { return nil }
  }
}
