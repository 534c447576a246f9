/// A field that takes one of a few words.
///
/// A file with another word is refused with the words it may take.
package protocol Choice: RawRepresentable, CaseIterable, Codable, Sendable, FieldValue
where RawValue == String {}

extension Choice {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    guard let choice = Self(rawValue: word) else {
      let words = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "is “\(word)”; use one of: \(words)")
    }
    self = choice
  }
}
