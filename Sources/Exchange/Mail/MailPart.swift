/// A mail, or a part of one: its head, and the parts or the bytes below it (RFC 2045, RFC 2046).
struct MailPart {
  let headers: MailHeaders
  let type: ParametricField
  let parts: [MailPart]

  /// Whether it has more parts than are looked at, anywhere below it.
  let hasMore: Bool

  /// Whether its end is missing: the last boundary of its parts.
  let isCutOff: Bool

  /// The body as it stands in the mail.
  let body: ArraySlice<UInt8>

  /// How deep parts are looked into; what is deeper is left as it is.
  private static let deepest = 12

  /// How many parts of one mail are looked at.
  static let most = 500

  /// Reads a mail; whatever the bytes are, something comes of it.
  init(_ bytes: ArraySlice<UInt8>) {
    var count = 0
    self.init(bytes, depth: 0, isDigest: false, count: &count)
  }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int, isDigest: Bool, count: inout Int) {
    count += 1
    var start = bytes.startIndex
    let headers = MailHeaders(bytes, bodyAt: &start)
    let body = bytes[start...]
    let type = ParametricField(
      headers["content-type"] ?? (isDigest ? "message/rfc822" : "text/plain"))
    var parts: [MailPart] = []
    var hasMore = false
    var isCutOff = false
    if depth < MailPart.deepest {
      if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
        let pieces = MailPart.pieces(of: body, boundary: boundary)
        isCutOff = !pieces.isClosed
        for part in pieces.parts {
          guard count < MailPart.most else {
            hasMore = true
            break
          }
          parts.append(
            MailPart(
              part, depth: depth + 1, isDigest: type.value == "multipart/digest", count: &count))
        }
      } else if type.value == "message/rfc822" || type.value == "text/rfc822-headers" {
        let encoding = headers["content-transfer-encoding"] ?? ""
        let inner =
          encoding.lowercased() == "base64"
          ? TransferEncoding.decoded(body, encoding)[...] : body
        parts = [MailPart(inner, depth: depth + 1, isDigest: false, count: &count)]
      }
    }
    self.headers = headers
    self.type = type
    self.body = body
    self.parts = parts
    self.hasMore = hasMore || parts.contains(where: \.hasMore)
    self.isCutOff = isCutOff || parts.contains(where: \.isCutOff)
  }

  /// What the part is as a whole: the first word of its type, such as `text`.
  var isText: Bool { type.value.hasPrefix("text/") || type.value.isEmpty }

  /// The name of the file that the part is; `nil` where it is shown with the mail.
  var fileName: String? {
    let disposition = ParametricField(headers["content-disposition"] ?? "")
    let name = disposition["filename"] ?? type["name"]
    if let name { return EncodedWords.decoded(name).harmless }
    return disposition.value == "attachment" ? "without a name" : nil
  }

  /// The body's bytes as they were before they were written for the way.
  var content: [UInt8] {
    TransferEncoding.decoded(
      body, (headers["content-transfer-encoding"] ?? "").trimmedOfSpace)
  }

  /// Whether digits of base64 are missing at its end.
  var isBroken: Bool {
    (headers["content-transfer-encoding"] ?? "").trimmedOfSpace.lowercased() == "base64"
      && TransferEncoding.isBroken(base64: body)
  }

  /// The body's text, and what was peculiar about reading it.
  func text() -> (text: String, note: String?) {
    Charset.text(of: content, claimed: (type["charset"] ?? "").trimmedOfSpace)
  }

  /// What stands between the lines of a boundary, and whether the last one is there.
  private static func pieces(
    of body: ArraySlice<UInt8>, boundary: String
  ) -> (parts: [ArraySlice<UInt8>], isClosed: Bool) {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      let line = body[index..<end]
      if line.starts(with: mark) {
        let rest = line.dropFirst(mark.count)
        let isLast = rest.starts(with: [0x2D, 0x2D])
        let tail = isLast ? rest.dropFirst(2) : rest
        if tail.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          if let start { pieces.append(body[start..<max(start, index)]) }
          start = isLast ? nil : min(end + 1, body.endIndex)
          if isLast { return (pieces, true) }
        }
      }
      index = end + 1
    }
    if let start { pieces.append(body[start...]) }
    return (pieces, false)
  }
}
