/// What the text of a sheet may be made of.
enum SheetText {
  private static let remedy =
    "Save it as CSV in UTF-8: spreadsheets call that “CSV UTF-8”."

  /// The first byte that is not UTF-8, or belongs to a character that steers terminals.
  static func firstFlaw(in bytes: [UInt8]) -> SheetFlaw? {
    // Workbooks are ZIP archives.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return SheetFlaw(
        offset: 0, what: "this is a workbook, not text with commas", remedy: remedy)
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      return SheetFlaw(
        offset: error.byteOffsets.lowerBound, what: "these bytes are not UTF-8",
        remedy: remedy)
    }
    return firstSteering(in: bytes).map { offset, name in
      SheetFlaw(
        offset: offset, what: "a control character (\(name)) stands here",
        remedy: "Remove it; a sheet holds plain text only.")
    }
  }

  /// The first C0 (other than tab and line ends), DEL, C1 or bidirectional control character.
  private static func firstSteering(in bytes: [UInt8]) -> (offset: Int, name: String)? {
    let bytes = bytes.span
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte >= 0x20 && byte < 0x7F { continue }
      guard let scalar = steering(byte, in: bytes, at: offset) else { continue }
      let digits = String(scalar, radix: 16, uppercase: true)
      return (offset, "U+" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
    return nil
  }

  private static func steering(_ byte: UInt8, in bytes: Span<UInt8>, at offset: Int) -> UInt32? {
    switch byte {
    case 0x09, 0x0A, 0x0D: return nil
    case 0x00..<0x20, 0x7F: return UInt32(byte)
    case 0xC2 where bytes[offset + 1] < 0xA0: return UInt32(bytes[offset + 1])
    case 0xE2:
      let scalar = 0x2000 + UInt32(bytes[offset + 1] & 0x3F) << 6 + UInt32(bytes[offset + 2] & 0x3F)
      let isSteering = (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
      return isSteering ? scalar : nil
    default: return nil
    }
  }
}
