import Screen

extension Key {
  /// The key that typed some bytes, none of them Escape, and how many of them are its own.
  ///
  /// - Returns: nil when the bytes are the beginning of a character; no key when they stand for
  ///   none, such as bytes that are not UTF-8.
  static func typed(_ bytes: ArraySlice<UInt8>) -> (key: Key?, length: Int)? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x00: return (.control("@"), 1)
    case 0x08, 0x7F: return (.backspace, 1)
    case 0x09: return (.tab, 1)
    case 0x0D: return (.enter, 1)
    case 0x01..<0x1B: return (.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x1B..<0x20: return (.control(Character(Unicode.Scalar(first + 0x40))), 1)
    case 0x20..<0x7F: return (.character(Character(Unicode.Scalar(first))), 1)
    default: return beyondASCII(bytes, first: first)
    }
  }

  private static func beyondASCII(
    _ bytes: ArraySlice<UInt8>, first: UInt8
  ) -> (key: Key?, length: Int)? {
    let length =
      switch first {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    let own = bytes.prefix(length)
    let isBroken = own.dropFirst().contains { $0 & 0xC0 != 0x80 }
    if isBroken || length == 1 { return (nil, 1) }
    if own.count < length { return nil }
    guard let text = String(validating: own, as: UTF8.self), let scalar = text.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return (nil, length) }
    return (.character(Character(scalar)), length)
  }
}
