package import Domain

/// Names for new records: 12 characters of Crockford's base 32, in lower case.
///
/// The same seed gives the same names; the program starts from a random one.
package struct IdentifierSource: Equatable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A name that has not been given before.
  package mutating func next<Content>() -> Identifier<Content> {
    var bits = random()
    var text = ""
    for index in 0..<12 {
      if index == 6 { bits = random() }
      text.append(IdentifierSource.digits[Int(bits & 31)])
      bits >>= 5
    }
    guard let id = try? Identifier<Content>(text) else {
      preconditionFailure("Twelve digits of base 32 name a record.")
    }
    return id
  }

  /// Another source, whose names are none of this one's.
  package mutating func split() -> IdentifierSource { IdentifierSource(seed: random()) }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
