/// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
///
/// It is worked out where bytes are written; here it is only compared.
package struct Digest: Hashable, Sendable {
  package let text: String

  /// Takes a digest as it is written; `nil` for anything else.
  package init?(_ text: String) {
    let isHexadecimal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard text.utf8.count == 64, isHexadecimal else { return nil }
    self.text = text
  }
}

extension Digest: CustomStringConvertible {
  package var description: String { text }
}
