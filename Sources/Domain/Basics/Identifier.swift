/// The name of a record, or of an entry in a list inside a record.
///
/// The parameter says what is named, so that an area cannot be passed for a partner. An identifier
/// never depends on what the record says, and never changes.
///
/// - Range: 3 to 32 characters of `a`–`z`, `0`–`9` and `-`, the first not `-`.
package struct Identifier<Subject>: Hashable, Sendable {
  package let text: String

  /// Takes a name that came from outside: a file, a sheet, a command line.
  ///
  /// - Throws: ``MalformedIdentifier`` with the rule in words.
  package init(_ text: String) throws(MalformedIdentifier) {
    guard isWellFormedIdentifier(text) else { throw MalformedIdentifier(text: text) }
    self.text = text
  }

  /// The same name, said of something else.
  package init<Other>(_ other: Identifier<Other>) {
    text = other.text
  }
}

/// A name was offered that cannot name a record.
package struct MalformedIdentifier: Error, Equatable, CustomStringConvertible {
  package let text: String

  package var description: String {
    "“\(text)” cannot name a record: use 3 to 32 of a-z, 0-9 and -, not beginning with -"
  }
}

private func isWellFormedIdentifier(_ text: String) -> Bool {
  let bytes = text.utf8
  guard (3...32).contains(bytes.count), bytes.first != UInt8(ascii: "-") else { return false }
  return bytes.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}

extension Identifier: Comparable {
  package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
  package var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    precondition(isWellFormedIdentifier(text), "An identifier in the source is well formed.")
    self.text = text
  }
}

extension Identifier: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard isWellFormedIdentifier(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: MalformedIdentifier(text: text).description)
    }
    self.text = text
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Identifier: CodingKeyRepresentable {
  package var codingKey: any CodingKey { TextKey(text) }

  package init?(codingKey: some CodingKey) {
    guard isWellFormedIdentifier(codingKey.stringValue) else { return nil }
    text = codingKey.stringValue
  }
}

/// A key of a dictionary as it stands in a file.
struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}
