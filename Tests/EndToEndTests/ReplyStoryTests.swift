import Foundation
import TestSupport
import Testing

/// A round of nine mails out, and what comes back in, with the real program in a real terminal.
@Suite(.timeLimit(.minutes(5)))
struct ReplyStoryTests {
  let program: Program
  private let sent: URL
  private let folder: URL

  init() throws {
    program = try Program()
    let place = program.board.deletingLastPathComponent()
    sent = place.appending(path: "sent")
    folder = place.appending(path: "replies")
  }

  private func ask(for command: String, _ tmux: Tmux) throws {
    try tmux.type(":")
    try tmux.wait(for: "Commands")
    try tmux.typeLiteral(command)
    try tmux.type("Enter")
  }

  private func open(width: Int = 120, height: Int = 36) throws -> Tmux {
    let tmux = try program.open(width: width, height: height, arguments: "--today 2018-02-10")
    try tmux.wait(for: "Modern slavery")
    try tmux.type("3")
    try tmux.wait(for: "Responses · Round 1")
    return tmux
  }

  private func send(_ tmux: Tmux) throws {
    try ask(for: "export-round", tmux)
    try tmux.wait(for: "Export Round 1")
    try tmux.type("C-u")
    try tmux.typeLiteral(sent.path)
    try tmux.type("Tab", "Tab", "Tab")
    try tmux.typeLiteral("Thank you for last time's answers: they were read out.")
    try tmux.type("Tab")
    try tmux.typeLiteral("sent")
    try tmux.type("Enter")
    try tmux.wait(for: "noted as sent")
    try tmux.wait(for: "saved ")
  }

  private func read(_ tmux: Tmux, _ path: String? = nil) throws {
    try ask(for: "import-replies", tmux)
    try tmux.wait(for: "Import replies")
    try tmux.typeLiteral(path ?? folder.path)
    try tmux.type("Enter")
  }

  /// Nine replies of nine respondents, and what a machine says for one of them.
  private func answer() throws -> MessyReplies {
    let replies = try MessyReplies(to: sent, in: folder)
    // Top-posted: a sentence above, the form below as it was.
    let fire = try replies.form("fire")
    try replies.write(
      fire.head(MessyReplies.plain)
        + "Nothing from the fire service this time.\n\nOn 1 Feb 2018 the board wrote:\n"
        + fire.quoted, to: "1-fire.eml")
    // Bottom-posted: answers between the quoted lines, a signature at the end.
    let health = try replies.form("health")
    try replies.write(
      health.head(MessyReplies.plain) + "On 1 Feb 2018 the board wrote:\n"
        + health.quoted.replacing(
          "> [[answer/q1-impact]]\n>\n",
          with: "> [[answer/q1-impact]]\n\n5: burns from stolen fuel\n3: nil\n\n")
        + "\n-- \nA. Nalyst, 020 7946 0001\n", to: "2-health.eml")
    // HTML alone, in the charset of an office.
    let trade = try replies.form(
      "trading-standards", ["answer/q1-impact": "1: “nail bars” – £20 a day", "role": "Officer"])
    let html = try #require(trade.html.data(using: .windowsCP1252))
    try replies.write(
      trade.head(
        "Content-Type: text/html; charset=windows-1252",
        "Content-Transfer-Encoding: quoted-printable") + MessyReplies.quotedPrintable(html),
      to: "3-trading.eml")
    // Forwarded by a colleague.
    let children = try replies.form(
      "community-childrens-services",
      ["answer/q1-impact": "2: two schools told us\nConfidence: low"])
    try replies.write(
      children.head(MessyReplies.plain, isReply: false)
        + "---------- Forwarded message ---------\nFrom: A colleague <c@example.org>\n"
        + "Date: Thu, 8 Feb 2018\nSubject: \(children.subject)\n\n" + children.quoted,
      to: "4-children.eml")
    // A mailbox of two.
    let crime = try replies.form(
      "police-acquisitive-crime", ["answer/q1-impact": "5: mopeds\n5: and vans"])
    let kidnap = try replies.form(
      "police-blackmail-kidnapping", ["answer/q1-impact": "3: declined: under advice"])
    try replies.write(
      [crime, kidnap].map { form in
        "From analyst@example.org Fri Feb  9 09:10:00 2018\n"
          + form.head(MessyReplies.plain) + form.text + "\n"
      }.joined(), to: "5-police.mbox")
    // Base64, with a file beside it.
    let fraud = try replies.form(
      "police-ip-and-fraud", ["answer/q1-impact": "7: card-not-present", "general": "nil"])
    let body = Data(fraud.text.utf8).base64EncodedString(options: .lineLength76Characters)
    try replies.write(
      fraud.head("Content-Type: multipart/mixed; boundary=\"=_b\"")
        + "--=_b\n\(MessyReplies.plain)\nContent-Transfer-Encoding: base64\n\n\(body)\n--=_b\n"
        + "Content-Type: application/pdf; name=figures.pdf\nContent-Transfer-Encoding: base64\n"
        + "Content-Disposition: attachment; filename=figures.pdf\n\nJVBERi0=\n--=_b--\n",
      to: "6-fraud.eml")
    // As Outlook does it: no marks of quoting, lines broken anew.
    let slavery = try replies.form(
      "police-modern-slavery", ["answer/q1-impact": "Modern slavery: three houses"])
    try replies.write(
      slavery.head(MessyReplies.plain)
        + "\n\n-----Original Message-----\nFrom: Board [mailto:board@example.org]\n"
        + "Sent: 01 February 2018 10:00\nTo: Modern Slavery\nSubject: \(slavery.subject)\n\n"
        + slavery.wrapped(50), to: "7-slavery.eml")
    // The invitation came back.
    let protection = try replies.form("police-public-protection")
    try replies.write(
      "From: Mail Delivery <mailer-daemon@example.org>\nSubject: Undelivered\n"
        + "Date: Fri, 9 Feb 2018 09:10:00 +0000\nMessage-ID: <b@example.org>\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n"
        + "Content-Type: text/plain\n\nIt did not arrive.\n--r\n"
        + "Content-Type: message/delivery-status\n\nAction: failed\n--r\n"
        + "Content-Type: message/rfc822\n\n\(protection.mail)\n--r--\n", to: "8-bounce.eml")
    // A machine answers while a person is away.
    try replies.write(
      fire.head("Auto-Submitted: auto-replied").replacing("<fire@", with: "<away-fire@")
        + "I am away until Monday.", to: "9-away.eml")
    return replies
  }

  private func awaited() throws -> Set<String> {
    let json = try program.run(
      "round", "awaited", "--board", program.board.path, "--today", "2018-02-10", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let rows =
      object as? [[String: Any]] ?? (object as? [String: Any])?["awaited"] as? [[String: Any]]
    return Set((rows ?? []).compactMap { $0["respondent"] as? String ?? $0["partner"] as? String })
  }

  @Test func `nine mails go out, nine messy replies come in, and pane 3 is right`() throws {
    defer { program.remove() }
    let tmux = try open()
    try send(tmux)
    #expect(try FileManager.default.contentsOfDirectory(atPath: sent.path).count == 9)
    #expect(try program.text("rounds/round-1.json").ranges(of: "\"sent\"").count == 9)

    // The same again is refused as a whole.
    try ask(for: "export-round", tmux)
    try tmux.wait(for: "Export Round 1")
    try tmux.type("C-u")
    try tmux.typeLiteral(sent.path)
    try tmux.type("Enter")
    try tmux.wait(for: "and 8 more are in")
    try tmux.type("Escape")
    // Until the form is gone, a colon would be one that Escape goes with.
    try tmux.wait(for: "next to chase")

    _ = try answer()
    try read(tmux)
    try tmux.wait(for: "replies: 9 placed, 2 offered, 1 nothing, 0 refused")
    try tmux.wait(for: ">offered: Fire")
    try tmux.wait(for: "Nothing from the fire service this time.")
    #expect(try program.names(in: "responses").count == 9)

    // What Fire wrote above the form is placed by hand: nil on blackmail.
    try tmux.type("Enter")
    try tmux.wait(for: "Place it in Round 1")
    try tmux.type("Tab")
    try tmux.typeLiteral("1 ")
    try tmux.type("Tab")
    try tmux.typeLiteral("blackmail")
    try tmux.type("Tab")
    try tmux.typeLiteral("N")
    try tmux.type("Enter")
    try tmux.wait(for: "replies: 10 placed, 1 offered, 1 nothing, 0 refused")
    try tmux.wait(for: ">offered: Police: Public Protection")
    try tmux.type("B")
    try tmux.wait(for: "replies: 11 placed, 0 offered, 1 nothing, 0 refused")
    try tmux.type("y")
    try tmux.wait(for: "Filed 11. u undoes.")
    try tmux.wait(for: "saved ")

    #expect(try program.names(in: "responses").count == 19)
    #expect(try program.names(in: "originals").count == 8)
    let rows = try tmux.screen().split(separator: "\n").map(String.init)
    func row(_ name: String) -> [Substring] {
      rows.first { $0.contains(name) }?.split(whereSeparator: { $0 == " " || $0 == "│" })
        .filter { $0.count == 1 && "ANDXB.".contains($0) } ?? []
    }
    // The areas 1 to 8, and what is about none.
    #expect(row(" Fire ").prefix(8) == [".", ".", "N", ".", ".", ".", ".", "."])
    #expect(row(" Health ").prefix(8) == ["A", "A", "N", ".", "A", ".", ".", "."])
    #expect(row(" Trading Standards ").prefix(8) == ["A", ".", ".", "A", ".", "A", ".", "A"])
    #expect(row(" Community and ").prefix(8) == [".", "A", ".", ".", ".", ".", ".", "."])
    #expect(row("Police: Acq").prefix(8) == [".", ".", ".", ".", "A", ".", ".", "."])
    #expect(row("Police: Bla").prefix(8) == [".", ".", "D", ".", ".", ".", ".", "."])
    #expect(row("Police: Int").prefix(8) == [".", ".", ".", ".", ".", ".", "A", "."])
    #expect(row("Police: Mod").prefix(8) == ["A", ".", ".", ".", ".", ".", ".", "."])
    #expect(row("Police: Pub").prefix(8) == ["B", "B", "B", "B", "B", "B", "B", "B"])
    #expect(try awaited() == ["police-public-protection"])
    #expect(try program.run("check", program.board.path).isEmpty == false)

    // One act: u takes it all back, and the mails can be read again.
    try tmux.type("u")
    try tmux.wait(for: "Undone: ")
    let standing = try program.run("list", "responses", "--board", program.board.path, "--json")
    let list = try JSONSerialization.jsonObject(with: Data(standing.utf8)) as? [Any]
    #expect(list?.count == 9)
    try tmux.type("q")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }

  @Test func `what comes in wrong is offered or refused, and nothing is filed by guess`() throws {
    defer { program.remove() }
    _ = try program.run(
      "export", "round", "--board", program.board.path, "--output", sent.path)
    let replies = try MessyReplies(to: sent, in: folder)
    // No mark, and nobody knows who it is.
    try replies.write(
      "From: Somebody <x@example.net>\nDate: Fri, 9 Feb 2018 10:00:00 +0000\n"
        + "Message-ID: <1@example.net>\nSubject: slavery\n\nThree houses in Fleet Street.\n",
      to: "1-stranger.eml")
    // Two respondents' forms in one mail.
    let health = try replies.form("health", ["answer/q1-impact": "5: ours"])
    let fire = try replies.form("fire", ["answer/q1-impact": "5: theirs"])
    try replies.write(
      health.head(MessyReplies.plain) + health.text + "\n" + fire.text, to: "2-both.eml")
    // Ten megabytes of quotes below the form; the form says one charset, and is written in another.
    let trade = try replies.form("trading-standards", ["answer/q1-impact": "1: £20 a day"])
    let line = "> > > said long ago, and said again and again, by somebody and somebody else\n"
    try replies.write(
      trade.head("Content-Type: text/plain; charset=us-ascii") + trade.text
        + String(repeating: line, count: 10_000_000 / line.count), to: "3-long.eml")
    // Only a file beside it.
    let children = try replies.form("community-childrens-services")
    try replies.write(
      children.head("Content-Type: multipart/mixed; boundary=b")
        + "--b\n\(MessyReplies.plain)\n\nPlease see attached.\n--b\n"
        + "Content-Type: application/msword; name=answer.doc\n\nx\n--b--\n", to: "4-attached.eml")
    try replies.write(Data([0xFF, 0xFE, 0x00, 0xD8, 0x41]), to: "5-broken.eml")
    let tmux = try open(width: 80, height: 24)
    try read(tmux)
    try tmux.wait(for: "replies: 1 placed, ")
    try tmux.wait(for: ">offered: nobody known")
    // The stranger's mail is Health's: a person says so.
    try tmux.type("Enter")
    try tmux.wait(for: "Place it in Round 1")
    try tmux.typeLiteral("health")
    try tmux.type("Tab", "Tab")
    try tmux.typeLiteral("blackmail")
    try tmux.type("Enter")
    try tmux.wait(for: "replies: 2 placed, ")
    try tmux.type("y")
    try tmux.wait(for: "Filed 2; ")
    try tmux.wait(for: ":import-replies offers them again")
    try tmux.wait(for: "saved ")
    let texts = try program.names(in: "responses").map { try program.text("responses/\($0)") }
    #expect(texts.count == 11)
    #expect(
      texts.contains { $0.contains("Three houses in Fleet Street.") && $0.contains("health") })
    #expect(texts.contains { $0.contains("£20 a day") })
    #expect(!texts.contains { $0.contains("ours") || $0.contains("theirs") })
    // What was left is offered again, what was filed is not.
    try read(tmux)
    try tmux.wait(for: "replies: 0 placed, ")
    try tmux.wait(for: ">offered: Health")
    try tmux.type("g")
    try tmux.wait(for: ">nothing: nobody known")
    try tmux.type("n")
    try tmux.wait(for: "Nothing was written.")
    try tmux.type("q")
    try tmux.type("q")
    #expect(try tmux.waitForExit() == 0)
  }
}
