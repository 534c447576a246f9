import Domain
import Exchange
import TestSupport
import Testing

/// Heads of mails, and how their parts are put together.
struct MailStructureTests {
  @Test(arguments: [
    ("plain words", "plain words"), ("=?utf-8?Q?caf=C3=A9?=", "café"),
    ("=?UTF-8?b?Y2Fmw6k=?=", "café"),
    ("=?iso-8859-1*en?q?caf=E9?= au lait", "café au lait"), ("=?utf-8?q?a_b?=", "a b"),
    ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"), ("=?utf-8?q?a?=\r\n =?utf-8?q?b?=", "ab"),
    ("=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"), ("x=?utf-8?q?a?=y", "xay"),
    ("=?utf-8?x?a?=", "=?utf-8?x?a?="), ("=?utf-8?q?a", "=?utf-8?q?a"), ("=?=?=?", "=?=?=?"),
    ("=?nowhere?q?a?=", "a"), ("two\r\n lines", "two lines"),
  ])
  func `words beyond ASCII in a head are read`(field: String, subject: String) throws {
    let reading = try MailReading(["Subject: \(field)"], "x")
    #expect(reading.mail.subject == subject)
  }

  @Test(arguments: [
    ("filename=plan.pdf", "plan.pdf"), ("filename=\"a; \\\"b\\\".pdf\"", "a; \"b\".pdf"),
    ("filename*=utf-8''caf%C3%A9.pdf", "café.pdf"),
    ("filename*=iso-8859-1'en'caf%E9.pdf", "café.pdf"),
    ("filename*0=\"a b\"; filename*1=\".pdf\"", "a b.pdf"),
    ("filename*1*=%20b.pdf; filename*0*=utf-8''a", "a b.pdf"),
    ("filename=x.pdf; filename*=utf-8''y.pdf", "y.pdf"),
    ("FileName=\"=?utf-8?q?caf=C3=A9?=.pdf\"", "café.pdf"), ("", "without a name"),
  ])
  func `an attachment is named as its sender named it`(parameters: String, name: String) throws {
    let reading = try MailReading(
      ["Content-Type: multipart/mixed; boundary=m"],
      "--m\n\nhello\n--m\nContent-Type: application/pdf\n"
        + "Content-Disposition: attachment; \(parameters)\n\n%PDF\n--m--\n")
    #expect(reading.texts == ["hello"])
    #expect(reading.mail.notes.map { $0.split(separator: "”")[0] } == ["“\(name)"])
  }

  /// Parts between the lines of a boundary.
  private static func parts(_ boundary: String, _ parts: [(type: String, body: String)]) -> String {
    parts.map { "--\(boundary)\nContent-Type: \($0.type)\n\n\($0.body)\n" }.joined()
      + "--\(boundary)--\n"
  }

  @Test func `of alternatives the plain text is read, and a calendar hides nothing`() throws {
    let calendar = (type: "text/calendar", body: "BEGIN:VCALENDAR")
    let head = ["Content-Type: multipart/alternative; boundary=a"]
    let html = (type: "text/html", body: "<p>rich")
    let both = MailStructureTests.parts("a", [("text/plain", "plain"), html, calendar])
    #expect(try MailReading(head, both).texts == ["plain"])
    let rich = MailStructureTests.parts("a", [html, calendar])
    #expect(try MailReading(head, rich).texts == ["rich"])
    let empty = MailStructureTests.parts("a", [("text/plain", " "), html, calendar])
    #expect(try MailReading(head, empty).texts == ["rich"])
    let inner = MailStructureTests.parts("b", [html, ("image/png", "x")])
    let related = MailStructureTests.parts(
      "a", [("text/plain", ""), ("multipart/related; boundary=b", inner), calendar])
    #expect(try MailReading(head, related).texts == ["rich"])
    let mixed = MailStructureTests.parts(
      "m", [("multipart/alternative; boundary=a", both), ("text/plain", "footer")])
    #expect(
      try MailReading(["Content-Type: multipart/mixed; boundary=m"], mixed).texts
        == ["plain", "footer"])
  }

  @Test(arguments: [
    ("boundary=m", "--m\n\none\n--m--\n", ["one"], false),
    ("boundary=\"m m\"", "before\n--m m  \r\n\r\none\r\n--m m--  \r\nafter", ["one"], false),
    ("boundary=m", "--m\n\none\n--m\n\ntwo\n", ["one", "two"], true),
    ("boundary=m", "--mm\n\none\n", ["--mm\n\none"], true),
    ("", "one", ["one"], false), ("boundary=", "one", ["one"], false),
    ("boundary=m", "--m\n\none --m\n--m--\n--m\n\ntwo", ["one --m"], false),
  ])
  func `boundaries are read as they are written, good or bad`(
    parameter: String, body: String, texts: [String], isCut: Bool
  ) throws {
    let reading = try MailReading(["Content-Type: multipart/mixed; \(parameter)"], body)
    #expect(reading.texts == texts)
    #expect(reading.mail.notes.contains("It is cut off: its end is missing.") == isCut)
  }

  @Test func `parts beyond those that are read are told`() throws {
    let body = MailStructureTests.parts("m", Array(repeating: ("text/plain", "x"), count: 501))
    let reading = try MailReading(["Content-Type: multipart/mixed; boundary=m"], body)
    #expect(reading.mail.notes == ["It has more than 500 parts; those behind them were not read."])
  }

  @Test(arguments: [
    ("Tue, 6 Feb 2018 10:42:00 +0000", "2018-02-06"), ("6 Feb 2018 10:42 GMT", "2018-02-06"),
    ("Tue, 06 FEB 18 10:42:00 +0100 (CET)", "2018-02-06"),
    ("Fri, 9 February 2018 23:59:60 -0800", "2018-02-09"), ("Fri, 9 Feb 98 10:00", "1998-02-09"),
    ("31 Feb 2018 10:42", nil), ("6 Feb 2018", nil), ("yesterday", nil), ("6 Feb 2018 25:99x", nil),
  ])
  func `the day of a mail is its sender's`(field: String, day: String?) throws {
    var replies = try ReplyBoards().replies()
    replies.read(
      Array("From: a@example.org\nDate: \(field)\nMIME-Version: 1.0\n\nhello".utf8), file: "a.eml")
    let mail = replies.preview.mails[0]
    #expect(mail.entries[0].answer?.received?.description == day ?? "2018-02-10")
    #expect(mail.notes.isEmpty == (day != nil), "\(mail.notes)")
  }
}
