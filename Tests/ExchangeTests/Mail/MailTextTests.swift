import Domain
import Exchange
import TestSupport
import Testing

/// What the bytes of a text stand for.
struct MailTextTests {
  @Test(
    arguments: [
      ("utf-8", [0xC2, 0xA3, 0x35], "£5", nil), ("", [0xC2, 0xA3, 0x35], "£5", nil),
      ("us-ascii", [0xA3, 0x35], "£5", "us-ascii, which it is not; it was read as windows-1252."),
      ("", [0xA3, 0x35], "£5", "It is not written in UTF-8; it was read as windows-1252."),
      ("windows-1252", [0x80, 0x93, 0x94], "€“”", nil), ("iso-8859-1", [0x80, 0xE9], "€é", nil),
      ("iso-8859-1", [0xC3, 0xA9], "é", "iso-8859-1, which it is not; it was read as UTF-8."),
      ("iso-8859-15", [0xA4, 0xBD], "€œ", nil), ("iso-8859-2", [0xB3, 0xF3], "łó", nil),
      ("windows-1250", [0x8C, 0xB3], "Śł", nil), ("windows-1251", [0xE4, 0xE0], "да", nil),
      ("koi8-r", [0xC4, 0xC1], "да", nil), ("utf-16", [0x00, 0x41, 0x20, 0xAC], "A€", nil),
      ("utf-16le", [0x41, 0x00, 0xAC, 0x20], "A€", nil),
      ("utf-16", [0xFF, 0xFE, 0x41, 0x00], "A", nil),
      ("utf-8", [0xFF, 0xFE, 0x41, 0x00], "A", "utf-8, which it is not; it was read as UTF-16."),
      ("x-klingon", [0x41], "A", "“x-klingon”, which is not known here; it was read as UTF-8."),
    ] as [(String, [UInt8], String, String?)])
  func `a charset is read as what it is, and a lie is told`(
    name: String, bytes: [UInt8], text: String, note: String?
  ) throws {
    let type = name.isEmpty ? "text/plain" : "text/plain; charset=\"\(name)\""
    // As base64, because a body of UTF-16 has no lines.
    let reading = try MailReading(
      ["Content-Type: \(type)", "Content-Transfer-Encoding: base64"], MailTextTests.base64(bytes))
    #expect(reading.text == text)
    #expect(reading.mail.notes.count == (note == nil ? 0 : 1), "\(reading.mail.notes)")
    #expect(note == nil || reading.mail.notes[0].hasSuffix(note ?? ""), "\(reading.mail.notes)")
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return stride(from: 0, to: bytes.count, by: 3).map { start in
      let group = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
      let number = group[0] << 16 | group[1] << 8 | group[2]
      let known = min(3, bytes.count - start)
      return (0..<4).map { $0 <= known ? String(digits[number >> (18 - 6 * $0) & 63]) : "=" }
        .joined()
    }.joined()
  }

  @Test(arguments: [
    ("=C2=A35", "£5"), ("=c2=a35", "£5"), ("a=\r\nb", "ab"), ("a= \t\r\nb", "ab"), ("a=\nb", "ab"),
    ("1=2 =ZZ =", "1=2 =ZZ"), ("a=3D=3D", "a=="), ("x=20\r\ny", "x\ny"),
  ])
  func `quoted-printable is read leniently`(body: String, text: String) throws {
    let reading = try MailReading(
      ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: Quoted-Printable"],
      body)
    #expect(reading.text == text)
  }

  @Test(arguments: [
    ("YWJj", "abc", false), ("YW\r\nJj\r\n", "abc", false), ("YWI=", "ab", false),
    ("YQ==", "a", false), ("YQ==YQ==", "aa", false), ("Y!W*Jj", "abc", false),
    ("YWI", "ab", true), ("YWJjZ", "abc", true),
  ])
  func `base64 is read leniently, and tells where it is cut off`(
    body: String, text: String, isCut: Bool
  ) throws {
    let reading = try MailReading(
      ["Content-Type: text/plain", "Content-Transfer-Encoding: BASE64"], body)
    #expect(reading.text == text)
    #expect(reading.mail.notes == (isCut ? ["It is cut off: its end is missing."] : []))
  }

  @Test(arguments: [
    ("flowed", "one \ntwo\nthree", "one two\nthree"), ("flowed", " From us\n", "From us"),
    ("flowed; delsp=yes", "Wört \ner", "Wörter"), ("flowed", "> a \n> b\nc", "> a b\nc"),
    ("flowed", "> a \n>> b", "> a\n> > b"), ("fixed", "one \ntwo", "one\ntwo"),
    ("flowed", "a \n-- \nb", "a"),
  ])
  func `flowed text is put together again`(format: String, body: String, text: String) throws {
    let reading = try MailReading(["Content-Type: text/plain; format=\(format)"], body)
    #expect(reading.text == text)
  }

  @Test(arguments: [
    ("<p>one</p><p>two", "one\n\ntwo"), ("a<br>b<BR/>c", "a\nb\nc"), ("a\n  b", "a b"),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n> > b\nc"),
    ("<ul><li>a<li>b</ul>", "- a\n- b"), ("<pre>a  b\nc</pre>", "a  b\nc"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
    ("&lt;&amp;&pound;&#163;&#xA3;&hellip;", "<&£££…"), ("&nosuch; & &;", "&nosuch; & &;"),
    ("&#1114112;&#xD800;x", "&#1114112;&#xD800;x"), ("a<!-- b > c -->d", "ad"),
    ("a <!-- b", "a <!-- b"), ("a<script>b</script>c", "ac"), ("a<style>b", "ab"),
    ("a<script>x</SCRIPT >b", "ab"), ("1 < 2 <3", "1 < 2 <3"), ("a<b c", "a<b c"),
    ("<a title='>\"'>b</a>", "b"), ("<head><title>x</title></head>y", "y"),
    ("<!DOCTYPE html>a", "a"),
  ])
  func `HTML is read as its text`(html: String, text: String) throws {
    let reading = try MailReading(["Content-Type: text/html; charset=utf-8"], html)
    #expect(reading.text == text)
    #expect(reading.mail.notes == ["It is written in HTML; its text was read."])
  }

  @Test(arguments: [
    "a<s>b</s>c", "a<del>b<del>b</del>b</del>c", "a<strike>b</strike>c",
    "a<span style=\"color: red; display : none\">b</span>c", "a<p hidden>b</p>c",
    "a<div hidden=\"\">b<div>b</div>b</div>c", "a<span style='visibility:hidden'>b</span>c",
    "a<span style=\"text-decoration:line-through\">b</span>c",
  ])
  func `what is struck out or hidden is left out and told`(html: String) throws {
    let reading = try MailReading(["Content-Type: text/html; charset=utf-8"], html)
    #expect(reading.text?.filter { $0 != "\n" } == "ac")
    #expect(reading.mail.notes.last == "What is struck out or hidden in it was left out.")
  }

  @Test(arguments: [
    "a<img style='display:none'>c", "a<br hidden>c", "a<span hidden/>c",
    "a<span title='display:none'>c</span>", "a<span aria-hidden=true>c</span>",
    "a<span class='x hidden'>c</span>",
  ])
  func `what hides nothing leaves nothing out`(html: String) throws {
    let reading = try MailReading(["Content-Type: text/html; charset=utf-8"], html)
    #expect(reading.text?.filter { $0 != "\n" } == "ac")
    #expect(reading.mail.notes.count == 1)
  }
}
