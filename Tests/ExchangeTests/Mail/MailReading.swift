import Domain
import Exchange
import TestSupport

/// How a message is read, as the preview of its import tells it.
struct MailReading {
  let mail: ReplyPreview.Mail

  /// Reads a message: its head in lines, and the bytes of its body.
  init(_ head: [String], _ body: [UInt8]) throws {
    let fields = ["From: Analyst <analyst@example.org>", "Date: Tue, 6 Feb 2018 10:42:00 +0000"]
    var replies = try ReplyBoards().replies()
    replies.read(
      Array(((fields + head).joined(separator: "\r\n") + "\r\n\r\n").utf8) + body,
      file: "reply.eml")
    mail = replies.preview.mails[0]
  }

  init(_ head: [String], _ body: String) throws { try self.init(head, Array(body.utf8)) }

  /// The texts that are offered, none of which has a mark.
  var texts: [String] { mail.entries.compactMap { $0.answer?.text } }

  var text: String? { texts.first }
}
