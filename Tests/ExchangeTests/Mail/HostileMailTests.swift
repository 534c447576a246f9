import Domain
import Exchange
import TestSupport
import Testing

/// Mails that are made to take long: what reads them takes time as they are long, not its square.
@Suite(.timeLimit(.minutes(3)))
struct HostileMailTests {
  @Test(arguments: [
    "<script>", "<style>x", "<title><head>", "<a", "<a '\"", "<!--", "<!-- <a \"", "&", "<s>",
    "<p>",
    "<blockquote>", "< ",
  ])
  func `HTML that never ends is read`(piece: String) throws {
    let html = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let reading = try MailReading(["Content-Type: text/html"], html)
    #expect(reading.mail.notes.first == "It is written in HTML; its text was read.")
  }

  @Test(arguments: ["=?", "=?a?q?", "=?utf-8?b?", "=?utf-8?q?a?= "])
  func `a head of nothing but the beginnings of words is read`(piece: String) throws {
    let field = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let reading = try MailReading(["Subject: \(field)"], "hello")
    #expect(reading.mail.subject?.isEmpty == false)
    #expect(reading.texts == ["hello"])
  }

  @Test func `a field that is folded without end is no field any more`() throws {
    let folds = String(repeating: "\r\n and so on", count: 40_000)
    let reading = try MailReading(["Subject: a\(folds)"], "hello")
    #expect((reading.mail.subject ?? "").utf8.count < 1 << 18)
    #expect(reading.text?.hasSuffix("hello") == true)
  }

  @Test(arguments: [
    "Content-Type: text/plain; format=flowed", "Content-Type: text/plain",
    "Content-Type: text/plain; format=flowed; delsp=yes",
  ])
  func `a paragraph that never ends is read`(type: String) throws {
    let body = String(repeating: "word \n", count: 300_000)
    #expect(try MailReading([type], body).texts.count == 1)
  }

  @Test(arguments: [
    "[[", "[[answer/q1-impact]]x[[end/q1-impact]]", "[[answer/q1-impact]]",
    "[[socboard/round-1/x]]",
    "[[answer/q1-impact]]\n1: a\n", "> ", "1: x\n", "Modern slavrey and: x\n", "From: x\n",
    "wrote:\n",
  ])
  func `a text of nothing but marks and heads is read`(piece: String) throws {
    let body = (0..<(400_000 / piece.utf8.count)).map { piece.replacing("x", with: "x\($0)") }
    let reading = try MailReading(
      ["Content-Type: text/plain"], "[[socboard/round-1/fire]]\n" + body.joined())
    #expect(!reading.mail.entries.isEmpty)
    #expect(reading.mail.entries.allSatisfy { $0.answer?.respondent != "health" })
  }
}
