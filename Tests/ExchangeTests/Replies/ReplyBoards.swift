import Domain
import Exchange
import Foundation
import JSON
import TestSupport
import Testing

/// The board and the mails that the tests of replies share.
struct ReplyBoards {
  let board: Board
  private let names = Names()

  init() throws { board = try Board.shipped() }

  private final class Names {
    var count = 0
    var originals: [Digest: [UInt8]] = [:]
  }

  /// A digest that tells bytes apart; nothing more is asked of it here.
  static func digest(_ bytes: [UInt8]) -> Digest {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    let text = String(repeating: "0", count: 64 - digits.count) + digits
    guard let digest = Digest(text) else { preconditionFailure("It has 64 digits.") }
    return digest
  }

  func replies(
    on board: Board? = nil, _ intake: ReplyIntake = ReplyIntake()
  ) throws -> ReplyImport {
    let names = names
    return ReplyImport(
      into: board ?? self.board, intake, today: try PlanBoards.day("2018-02-10"),
      stamp: try PlanBoards.stamp(),
      digest: { bytes in
        let digest = ReplyBoards.digest(bytes)
        names.originals[digest] = bytes
        return digest
      }, original: { names.originals[$0] }
    ) {
      names.count += 1
      return (try? Identifier<Never>("reply-\(names.count)")) ?? "reply"
    }
  }

  /// What some mails would do.
  func preview(
    _ mails: [String], on board: Board? = nil, _ intake: ReplyIntake = ReplyIntake()
  ) throws -> ReplyPreview {
    var replies = try replies(on: board, intake)
    for mail in mails { replies.read(Array(mail.utf8), file: "reply.eml") }
    return replies.preview
  }

  /// The board once what is placed is filed.
  func filed(_ preview: ReplyPreview, on board: Board? = nil) throws -> Board {
    var board = board ?? self.board
    for edit in preview.edits {
      let id = try Identifier<Response>(edit.record.id)
      let document = try edit.apply(to: board.value(of: edit.record) ?? [:])
      board[id] = try Record<Response>(id: id, document: document)
    }
    return board
  }

  /// The form of a respondent, with answers in its places.
  func form(_ respondent: Identifier<Partner>, _ answers: [String: String]) throws -> String {
    let form = try #require(RoundForm("round-1", for: respondent, on: board))
    var text = form.text.text
    for (place, answer) in answers {
      text = text.replacing("[[\(place)]]\n\n", with: "[[\(place)]]\n\(answer)\n")
    }
    return text
  }

  /// A mail of plain text.
  static func mail(
    _ body: String, from sender: String = "Analyst <analyst@example.org>", head: [String] = []
  ) -> String {
    let fields =
      [
        "From: \(sender)", "Date: Tue, 6 Feb 2018 10:42:00 +0000",
        "Message-ID: <\(abs(body.hashValue))@example.org>", "MIME-Version: 1.0",
      ]
      + (head.contains { $0.hasPrefix("Content-Type") }
        ? [] : ["Content-Type: text/plain; charset=utf-8"]) + head
    return fields.joined(separator: "\r\n") + "\r\n\r\n" + body.replacing("\n", with: "\r\n")
  }

  /// A text quoted so many times.
  static func quoted(_ text: String, _ depth: Int = 1) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(repeating: "> ", count: depth) + $0 }.joined(separator: "\n")
  }

  /// A text with its lines broken anew, as a mailer that wraps quoted text does it.
  static func rewrapped(_ text: String, to width: Int, quote: String = "> ") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var lines: [String] = []
      var rest = String(line)
      while rest.count > width {
        let cut = rest.index(rest.startIndex, offsetBy: width)
        let space = rest[..<cut].lastIndex { $0 == " " || $0 == "-" } ?? cut
        let end = rest[space] == "-" ? rest.index(after: space) : space
        lines.append(String(rest[..<end]))
        rest = String(rest[end...].drop { $0 == " " })
      }
      return lines + [rest]
    }.map { quote + $0 }.joined(separator: "\n")
  }

  /// A text as HTML, as a mailer of offices writes it.
  static func html(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let plain = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return "<p class=MsoNormal><span>\(plain.isEmpty ? "&nbsp;" : plain)<o:p></o:p></span></p>"
    }
    return "<html><head><style>p {margin:0}</style></head><body>"
      + lines.joined(separator: "\r\n") + "</body></html>"
  }

  /// Bytes as quoted-printable with lines of at most a few characters, so that marks are broken.
  static func quotedPrintable(_ text: String, width: Int = 20) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var result = ""
      var count = 0
      for byte in line.utf8 {
        let code =
          (0x21...0x7E).contains(byte) && byte != 0x3D
          ? String(Unicode.Scalar(byte)) : "=" + String(format: "%02X", byte)
        if count + code.count > width {
          result += "=\r\n"
          count = 0
        }
        result += code
        count += code.count
      }
      return result
    }.joined(separator: "\n")
  }
}
