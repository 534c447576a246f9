/// How a mail's text is written so that it survives the way; read leniently, as mailers write it.
enum TransferEncoding {
  /// The bytes that stand for some others; unknown encodings stand for themselves.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name.lowercased() {
    case "quoted-printable": quotedPrintable(bytes)
    case "base64": base64(bytes)
    default: Array(bytes)
    }
  }

  /// RFC 2045 section 6.7; a `=` that begins nothing stands for itself.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        text.append(byte)
        continue
      }
      if index + 1 < bytes.endIndex, let high = digit(bytes[index]),
        let low = digit(bytes[index + 1])
      {
        text.append(high << 4 | low)
        index += 2
        continue
      }
      var end = index
      while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      if end < bytes.endIndex, bytes[end] == 0x0D { end += 1 }
      if end < bytes.endIndex, bytes[end] == 0x0A {
        index = end + 1
      } else if end == bytes.endIndex {
        index = end
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// RFC 2045 section 6.8; what is no digit is passed over, as is a digit too many.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 4)
    var group: UInt32 = 0
    var count = 0
    for byte in bytes {
      // Parts that were joined have padding in between.
      if byte == UInt8(ascii: "="), count >= 2 {
        finish(group, count, &result)
        (group, count) = (0, 0)
      }
      guard let value = sextet(byte) else { continue }
      group = group << 6 | UInt32(value)
      count += 1
      guard count == 4 else { continue }
      result += [
        UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255),
      ]
      (group, count) = (0, 0)
    }
    finish(group, count, &result)
    return result
  }

  /// Whether digits are missing at the end: behind the last padding there are none, or fours.
  static func isBroken(base64 bytes: ArraySlice<UInt8>) -> Bool {
    let padding = bytes.lastIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? bytes.startIndex
    return !bytes[padding...].count { sextet($0) != nil }.isMultiple(of: 4)
  }

  private static func finish(_ group: UInt32, _ count: Int, _ result: inout [UInt8]) {
    if count == 2 { result.append(UInt8(group >> 4 & 255)) }
    if count == 3 { result += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)] }
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
