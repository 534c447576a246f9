import struct Crypto.SHA256
package import Domain

extension Digest {
  /// The digest of some bytes.
  package init(of bytes: [UInt8]) {
    let digits = SHA256.hash(data: bytes).flatMap { [$0 >> 4, $0 & 15] }
    let text = String(
      decoding: digits.map { $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "a") + $0 - 10 },
      as: UTF8.self)
    guard let digest = Digest(text) else {
      preconditionFailure("A digest has 64 hexadecimal digits.")
    }
    self = digest
  }
}
