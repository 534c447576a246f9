/// Words of a mail's head that stand for others beyond ASCII (RFC 2047).
enum EncodedWords {
  /// How many bytes the charset and the text of a word may have; more are no word.
  private static let longest = (charset: 60, text: 2_000)

  /// The text with its encoded words read; what is none stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    var end: Int?
    while index < bytes.count {
      guard let word = word(in: bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      // Space between two encoded words is none.
      if let end, bytes[end..<index].allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
        result.removeLast(index - end)
      }
      result += Array(word.text.utf8)
      index = word.end
      end = index
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The encoded word that begins somewhere, and where it ends; `nil` where none does.
  private static func word(in bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
    let question = UInt8(ascii: "?")
    func part(from start: Int, atMost limit: Int) -> Range<Int>? {
      let end = bytes[start...].prefix(limit + 1).firstIndex(of: question)
      return end.map { start..<$0 }
    }
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == question,
      let charset = part(from: start + 2, atMost: longest.charset),
      charset.upperBound + 2 < bytes.count,
      bytes[charset.upperBound + 2] == question,
      let text = part(from: charset.upperBound + 3, atMost: longest.text),
      text.upperBound + 1 < bytes.count, bytes[text.upperBound + 1] == UInt8(ascii: "="),
      let plain = content(of: bytes[text], way: bytes[charset.upperBound + 1])
    else { return nil }
    // A language may stand behind the charset: utf-8*en.
    let name = bytes[charset].prefix { $0 != UInt8(ascii: "*") }
    return (
      Charset.text(of: plain, claimed: String(decoding: name, as: UTF8.self)).text,
      text.upperBound + 2
    )
  }

  private static func content(of bytes: ArraySlice<UInt8>, way: UInt8) -> [UInt8]? {
    switch way {
    case UInt8(ascii: "B"), UInt8(ascii: "b"): TransferEncoding.base64(bytes)
    case UInt8(ascii: "Q"), UInt8(ascii: "q"):
      TransferEncoding.quotedPrintable(
        bytes.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: nil
    }
  }

  /// A text as the value of a field: ASCII words as they are, others encoded, folded to lines.
  static func encoded(_ text: String) -> String {
    var lines = [""]
    var wasEncoded = false
    for word in text.harmless.split(whereSeparator: \.isWhitespace) {
      let isPlain = word.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !word.contains("=?")
      let pieces = isPlain ? [String(word)] : encodedPieces(of: wasEncoded ? " \(word)" : "\(word)")
      wasEncoded = !isPlain
      for piece in pieces {
        let isFirst = lines.count == 1 && lines[0].isEmpty
        if !isFirst, lines[lines.count - 1].utf8.count + piece.utf8.count > 66 {
          lines.append(piece)
        } else {
          lines[lines.count - 1] += isFirst ? piece : " \(piece)"
        }
      }
    }
    return lines.joined(separator: "\r\n ")
  }

  private static func encodedPieces(of word: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for scalar in word.unicodeScalars {
      let code = String(scalar).utf8.map { "=" + hexadecimal($0) }.joined()
      if piece.utf8.count + code.utf8.count > 48 {
        pieces.append(piece)
        piece = ""
      }
      piece += code
    }
    return (pieces + [piece]).map { "=?utf-8?Q?\($0)?=" }
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
  }
}
