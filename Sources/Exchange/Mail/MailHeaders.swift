/// The fields at the head of a mail or of one of its parts, unfolded (RFC 5322 section 2.2).
struct MailHeaders {
  private var fields: [String: [String]] = [:]

  /// How long a head may be; what follows is text.
  private static let limit = 1 << 18

  /// Reads the head of some bytes, and tells where the body begins.
  init(_ bytes: ArraySlice<UInt8>, bodyAt body: inout Int) {
    var lines: [[UInt8]] = []
    var index = bytes.startIndex
    body = bytes.endIndex
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<end]
      if line.last == 0x0D { line = line.dropLast() }
      let next = min(end + 1, bytes.endIndex)
      let isFolded = line.first == 0x20 || line.first == 0x09
      guard !line.isEmpty else {
        body = next
        break
      }
      let isShort = next - bytes.startIndex < MailHeaders.limit
      if isFolded, isShort, !lines.isEmpty {
        lines[lines.count - 1] += line
      } else if isShort, MailHeaders.isField(line) {
        lines.append(Array(line))
      } else if lines.isEmpty, line.starts(with: Array("From ".utf8)) {
        // The separator of an mbox that holds this one mail.
      } else {
        body = index
        break
      }
      index = next
    }
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        .filter { !$0.isWhitespace }
      let value = Charset.text(of: Array(line[(colon + 1)...]), claimed: "").text
      fields[name, default: []].append(value.trimmedOfSpace)
    }
  }

  /// The first field of a name, as it stands there.
  subscript(name: String) -> String? { fields[name]?.first }

  /// All fields of a name.
  func all(_ name: String) -> [String] { fields[name] ?? [] }

  /// The first field of a name in plain characters.
  func text(_ name: String) -> String? { self[name].map { EncodedWords.decoded($0).harmless } }

  /// Whether a line begins with a field's name and a colon.
  static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      colon - line.startIndex <= 77
    else { return false }
    let name = line[..<colon]
    let end = name.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? name.startIndex
    return name[...end].allSatisfy { (0x21...0x7E).contains($0) }
  }
}

/// A field's value with parameters, such as `text/plain; charset="utf-8"` (RFC 2045, RFC 2231).
struct ParametricField {
  /// What stands before the first `;`, in lower case.
  let value: String
  private var parameters: [String: String] = [:]

  init(_ text: String) {
    let pieces = ParametricField.pieces(of: text)
    value = (pieces.first ?? "").trimmedOfSpace.lowercased()
    var parts: [String: [(Int, String)]] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      var name = piece[..<equals].lowercased().trimmedOfSpace
      var text = String(piece[piece.index(after: equals)...]).trimmedOfSpace
      let isExtended = name.hasSuffix("*")
      if isExtended {
        name.removeLast()
        text = ParametricField.unescaped(text)
      }
      if let star = name.lastIndex(of: "*"), let number = Int(name[name.index(after: star)...]) {
        parts[String(name[..<star]), default: []].append((number, text))
      } else if parameters[name] == nil || isExtended {
        parameters[name] = text
      }
    }
    for (name, list) in parts {
      parameters[name] = list.sorted { $0.0 < $1.0 }.map(\.1).joined()
    }
  }

  subscript(name: String) -> String? { parameters[name] }

  /// The text cut at each `;` that stands in no quotes, without the quotes.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    var isQuoted = false
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
        isEscaped = false
      } else if isQuoted, scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == ";", !isQuoted {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      }
    }
    return pieces
  }

  /// `utf-8'en'a%20b` as it reads.
  private static func unescaped(_ text: String) -> String {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let bytes = Array((parts.count == 3 ? parts[2] : text[...]).utf8)
    let charset = parts.count == 3 ? String(parts[0]) : ""
    let marked = bytes.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 }
    return Charset.text(of: TransferEncoding.quotedPrintable(marked[...]), claimed: charset).text
  }
}

extension String {
  /// The text without white space at its ends, scalar by scalar.
  var trimmedOfSpace: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
      let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
