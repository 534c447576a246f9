/// What a mail's bytes stand for, as characters.
enum Charset {
  case utf8, utf16, utf16LittleEndian
  case singleBytes([Unicode.Scalar])

  /// The charset of a name as mails give it; `nil` for one that is not known here.
  init?(_ name: String) {
    switch name.lowercased() {
    case "", "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968": self = .utf8
    case "utf-16", "utf16", "utf-16be": self = .utf16
    case "utf-16le", "ucs-2": self = .utf16LittleEndian
    case "windows-1252", "cp1252", "cp-1252", "x-ansi", "iso-8859-1", "latin1", "iso8859-1",
      "iso_8859-1", "l1":
      // As browsers do: what says it is Latin-1 is windows-1252 where the two differ.
      self = .singleBytes(Charset.windows1252)
    case "iso-8859-15", "latin9", "latin-9", "iso8859-15": self = .singleBytes(Charset.latin9)
    case "iso-8859-2", "latin2", "iso8859-2": self = .singleBytes(Charset.latin2)
    case "windows-1250", "cp1250": self = .singleBytes(Charset.windows1250)
    case "windows-1251", "cp1251": self = .singleBytes(Charset.windows1251)
    case "koi8-r", "koi8-u": self = .singleBytes(Charset.koi8r)
    default: return nil
    }
  }

  /// The text of some bytes, and what was peculiar about it, as a sentence.
  ///
  /// Bytes that are not what is claimed are read as UTF-8 where they are that, else as windows-1252:
  /// every byte then stands for something, and the note tells of it.
  static func text(of bytes: [UInt8], claimed name: String) -> (text: String, note: String?) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
      let text = Charset.utf16.text(of: bytes)
    {
      let isClaimed = name.isEmpty || name.lowercased().hasPrefix("utf-16")
      let claim = "It says that it is written in \(name.prefix(40)), which it is not;"
      return (text, isClaimed ? nil : "\(claim) it was read as UTF-16.")
    }
    let charset = Charset(name)
    if let charset, let text = charset.text(of: bytes) {
      return (text, nil)
    }
    let isUTF8 = String(validating: bytes, as: UTF8.self)
    let text = isUTF8 ?? Charset.decoded(bytes, with: windows1252)
    let way = isUTF8 == nil ? "windows-1252" : "UTF-8"
    let claim = String(name.prefix(40))
    guard !name.isEmpty else { return (text, "It is not written in UTF-8; it was read as \(way).") }
    return (
      text,
      charset == nil
        ? "It says that it is written in “\(claim)”, which is not known here; it was read as \(way)."
        : "It says that it is written in \(claim), which it is not; it was read as \(way)."
    )
  }

  /// The text; `nil` where the bytes are none in this charset.
  private func text(of bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .singleBytes(let table):
      // UTF-8 that is called something else: what is beyond ASCII gives it away.
      if bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) != nil {
        return nil
      }
      return Charset.decoded(bytes, with: table)
    case .utf16, .utf16LittleEndian:
      guard bytes.count.isMultiple(of: 2) else { return nil }
      var isLittle = if case .utf16LittleEndian = self { true } else { false }
      var start = 0
      if bytes.starts(with: [0xFF, 0xFE]) { (isLittle, start) = (true, 2) }
      if bytes.starts(with: [0xFE, 0xFF]) { (isLittle, start) = (false, 2) }
      let units = stride(from: start, to: bytes.count, by: 2).map { index -> UInt16 in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      return String(validating: units, as: UTF16.self)
    }
  }

  private static func decoded(_ bytes: [UInt8], with table: [Unicode.Scalar]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 128])
    }
    return String(scalars)
  }

  /// The upper half of a table.
  private static func table(_ text: String) -> [Unicode.Scalar] {
    let table = Array(text.unicodeScalars)
    precondition(table.count == 128, "A table has a character for each upper byte.")
    return table
  }
}

extension Charset {
  private static let windows1252 = table(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\u{A0}¡¢£¤¥¦§¨©ª«"
      + "¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùú"
      + "ûüýþÿ")

  private static let windows1250 = table(
    "€\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«"
      + "¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůú"
      + "űüýţ˙")

  private static let windows1251 = table(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВ"
      + "ГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")

  private static let latin2 = table(
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}"
      + "\u{8E}\u{8F}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}"
      + "\u{9C}\u{9D}\u{9E}\u{9F}\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃ"
      + "ŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙")

  private static let latin9 = table(
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}"
      + "\u{8E}\u{8F}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}"
      + "\u{9C}\u{9D}\u{9E}\u{9F}\u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑ"
      + "ÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

  private static let koi8r = table(
    "\u{2500}\u{2502}\u{250C}\u{2510}\u{2514}\u{2518}\u{251C}\u{2524}\u{252C}\u{2534}"
      + "\u{253C}\u{2580}\u{2584}\u{2588}\u{258C}\u{2590}\u{2591}\u{2592}\u{2593}⌠\u{25A0}∙√≈"
      + "≤≥\u{A0}⌡°²·÷\u{2550}\u{2551}\u{2552}ё\u{2553}\u{2554}\u{2555}\u{2556}\u{2557}"
      + "\u{2558}\u{2559}\u{255A}\u{255B}\u{255C}\u{255D}\u{255E}\u{255F}\u{2560}\u{2561}Ё"
      + "\u{2562}\u{2563}\u{2564}\u{2565}\u{2566}\u{2567}\u{2568}\u{2569}\u{256A}\u{256B}"
      + "\u{256C}©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")
}
