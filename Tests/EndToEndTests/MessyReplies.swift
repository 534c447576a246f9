import Foundation

/// Replies to a round's mails, as respondents' mail programs send them.
struct MessyReplies {
  /// The folder that the round's mails were written to.
  let sent: URL

  /// The folder that the replies go to.
  let folder: URL

  init(to sent: URL, in folder: URL) throws {
    self.sent = sent
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A mail as it was written, and its form as a person reads it.
  func form(_ respondent: String, _ answers: [String: String] = [:]) throws -> Form {
    let mail = try String(
      contentsOf: sent.appending(path: "round-1.\(respondent).eml"), encoding: .utf8)
    let halves = mail.replacing("\r\n", with: "\n").split(separator: "\n\n", maxSplits: 1)
    let head = halves[0]
    var text = Self.readQuotedPrintable(String(halves[1]))
    for (place, answer) in answers {
      text = text.replacing("[[\(place)]]\n\n", with: "[[\(place)]]\n\(answer)\n")
    }
    func field(_ name: String) -> String {
      head.split(separator: "\n").first { $0.hasPrefix("\(name): ") }
        .map { String($0.dropFirst(name.count + 2)) } ?? ""
    }
    return Form(
      mail: mail, text: text, name: field("Message-ID"), subject: field("Subject"),
      respondent: respondent)
  }

  /// One of the mails that went out.
  struct Form {
    let mail: String
    let text: String
    let name: String
    let subject: String
    let respondent: String

    /// The text as mailers quote it.
    var quoted: String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    }

    /// The text with its lines broken at some other width, as some mailers send it.
    func wrapped(_ width: Int) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var (result, column) = ("", 0)
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
          if column > 0, column + word.count >= width {
            result += "\n"
            column = 0
          }
          result += column > 0 ? " \(word)" : word
          column += word.count + 1
        }
        return result
      }.joined(separator: "\n")
    }

    /// The text as HTML of an office.
    var html: String {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let plain = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<p class=MsoNormal><span>\(plain.isEmpty ? "&nbsp;" : plain)<o:p></o:p></span></p>"
      }
      return "<html><head><style>p {margin:0}</style></head><body>"
        + lines.joined(separator: "\n") + "</body></html>"
    }

    /// The head of a reply to it.
    func head(_ fields: String..., isReply: Bool = true) -> String {
      let own = [
        "From: \(respondent) <\(respondent)@example.org>", "To: Board <board@example.org>",
        "Subject: RE: \(subject)", "Date: Fri, 9 Feb 2018 09:10:00 +0000",
        "Message-ID: <\(respondent)@example.org>", "MIME-Version: 1.0",
      ]
      return (own + (isReply ? ["In-Reply-To: \(name)"] : []) + fields).joined(separator: "\n")
        + "\n\n"
    }
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: folder.appending(path: name))
  }

  static let plain = "Content-Type: text/plain; charset=utf-8"

  /// Bytes as quoted-printable with short lines, so that marks are broken.
  static func quotedPrintable(_ data: Data) -> String {
    var (result, column) = ("", 0)
    for byte in data {
      if byte == 0x0A {
        result += "\n"
        column = 0
        continue
      }
      let isPlain = (0x20...0x7E).contains(byte) && byte != 0x3D
      let code = isPlain ? String(Unicode.Scalar(byte)) : "=" + String(format: "%02X", byte)
      if column + code.count > 60 {
        result += "=\n"
        column = 0
      }
      result += code
      column += code.count
    }
    return result
  }

  private static func readQuotedPrintable(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.replacing("\r\n", with: "\n").utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      let code = rest.prefix(2)
      if code.first == 0x0A {
        rest = rest.dropFirst()
      } else if let value = UInt8(String(decoding: code, as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
