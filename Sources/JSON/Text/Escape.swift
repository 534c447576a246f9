/// The escapes of RFC 8259, section 7.
enum Escape {
  /// The character that a letter after a backslash stands for; nil when it is no escape, or `u`.
  static func scalar(of letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(letter)
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  /// The code unit of a `\uXXXX` at an offset; nil when there is none.
  static func unit(in bytes: Span<UInt8>, at offset: Int) -> UInt16? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for index in offset + 2..<offset + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// The text of bytes that a scanner has checked.
  static func text(of slice: ArraySlice<UInt8>) -> String {
    let bytes = slice.span
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\") {
        let (scalar, length) = scalar(in: bytes, at: offset)
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        offset += length
      } else {
        text.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func scalar(
    in bytes: Span<UInt8>, at offset: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard let unit = unit(in: bytes, at: offset) else {
      return (scalar(of: bytes[offset + 1]) ?? "\u{FFFD}", 2)
    }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    let trail = self.unit(in: bytes, at: offset + 6) ?? 0xDC00
    let value = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF
    return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
  }
}
