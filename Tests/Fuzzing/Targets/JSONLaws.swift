import JSON

/// What holds for every text that is read as JSON.
enum JSONLaws {
  /// Canonical bytes are longer than the text they come from: every value takes a line.
  private static let wide = Limits(maximumBytes: (1 << 30) - 1)

  static func flaw(in bytes: [UInt8]) -> String? {
    guard let value = try? Value(parsing: bytes) else {
      return (try? Document(parsing: bytes)) == nil ? nil : "a document of what is no value"
    }
    guard let document = try? Document(parsing: bytes), document.value == value else {
      return "value and document differ"
    }
    return flaw(in: value.canonicalBytes, of: value, isLine: false)
      ?? flaw(in: Array(value.compactText.utf8), of: value, isLine: true)
  }

  private static func flaw(in written: [UInt8], of value: Value, isLine: Bool) -> String? {
    guard let again = try? Value(parsing: written, limits: wide) else {
      return "what was written cannot be read"
    }
    if again != value { return "what was written says something else" }
    let twice = isLine ? Array(again.compactText.utf8) : again.canonicalBytes
    if twice != written { return "written twice, it differs" }
    let text = String(decoding: written, as: UTF8.self)
    let isHostile = text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: isLine
      case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        true
      default: false
      }
    }
    return isHostile ? "a control character was written" : nil
  }
}
