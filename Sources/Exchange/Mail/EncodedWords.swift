/// Words of a mail's head that stand for others beyond ASCII (RFC 2047).
enum EncodedWords {
  /// The text with its encoded words read; what is none stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = text[...]
    var isAfterWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      let word = rest[start.upperBound...]
      let parts = word.prefix(2_000)
        .split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=",
        let bytes = bytes(of: parts[2], way: parts[1])
      else {
        result += rest[..<start.upperBound]
        rest = word
        isAfterWord = false
        continue
      }
      // Space between two encoded words is none.
      if !isAfterWord || !before.allSatisfy(\.isWhitespace) { result += before }
      let charset = parts[0].split(separator: "*").first.map(String.init) ?? ""
      result += Charset.text(of: bytes, claimed: charset).text
      rest = word[word.index(after: parts[3].startIndex)...]
      isAfterWord = true
    }
    return result + rest
  }

  private static func bytes(of text: Substring, way: Substring) -> [UInt8]? {
    switch way {
    case "B", "b": TransferEncoding.base64(Array(text.utf8)[...])
    case "Q", "q":
      TransferEncoding.quotedPrintable(
        text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
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
