import Domain
import Exchange
import Foundation
import TestSupport
import Testing

/// What becomes of replies, as partners' mailers send them.
struct ReplyImportTests {
  let boards: ReplyBoards

  init() throws { boards = try ReplyBoards() }

  private func placed(_ preview: ReplyPreview) -> [Answer] {
    preview.entries.filter { $0.fate == .placed }.compactMap(\.answer)
  }

  private func offered(_ preview: ReplyPreview) -> [ReplyPreview.Entry] {
    preview.entries.filter { $0.fate == .offered }
  }

  @Test func `an answer in a marked place is placed, with its area, state and confidence`() throws {
    let form = try boards.form(
      "fire",
      [
        "role": "Station manager",
        "answer/q1-impact": "We inspect premises.\n1: We see crowded houses.\nConfidence: high\n"
          + "Blackmail and kidnap: nil\n7: declined: under advice",
        "answer/q4-other": "not applicable",
      ])
    let answers = placed(try boards.preview([ReplyBoards.mail(form)]))
    #expect(answers.count == 5)
    #expect(answers.allSatisfy { $0.round == "round-1" && $0.respondent == "fire" })
    #expect(answers.allSatisfy { $0.byRole == "Station manager" })
    #expect(answers.allSatisfy { $0.received?.description == "2018-02-06" })
    #expect(answers[0].area == nil)
    #expect(answers[0].text == "We inspect premises.")
    #expect(answers[1].area == "modern-slavery")
    #expect(answers[1].confidence == "high")
    #expect(answers[2].state == .nilReturn)
    #expect(answers[3].state == .declined)
    #expect(answers[3].text == "under advice")
    #expect(answers[4].state == .notApplicable)
    #expect(answers[4].question == "q4-other")
  }

  @Test func `a form that is not filled in says nothing`() throws {
    let form = try boards.form("fire", [:])
    for text in [form, ReplyBoards.quoted(form, 3), ReplyBoards.rewrapped(form, to: 70)] {
      let preview = try boards.preview([ReplyBoards.mail(text)])
      #expect(preview.entries.map(\.fate) == [.nothing], "\(preview)")
      #expect(preview.entries[0].words == ["The form is not filled in."])
    }
  }

  @Test func `the exported mail reads back as it was written`() throws {
    let form = try #require(RoundForm("round-1", for: "fire", on: boards.board))
    let mail = form.file(as: .eml, at: Timestamp(seconds: 1_517_913_720)).text
    #expect(mail.contains("X-Unsent: 1\r\n"))
    #expect(mail.contains("Date: Tue, 6 Feb 2018 10:42:00 +0000\r\n"))
    #expect(!mail.contains("\r\nFrom:") && !mail.contains("\r\nTo:"))
    #expect(mail.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    let preview = try boards.preview([mail])
    #expect(preview.entries.map(\.fate) == [.nothing])
    #expect(preview.mails[0].identity.hasPrefix("known by the mark"))
  }

  @Test(arguments: [
    "x\r\nBcc: all@example.org", "=?utf-8?Q?a?=", "[[end/q1-impact]] [[socboard/round-1/health]]",
    "\u{1B}]0;x\u{7}\u{202E}", "From here",
  ])
  func `hostile titles make no field and no mark`(title: String) throws {
    var board = boards.board
    board.rounds["round-1"]?.title = title
    board.rounds["round-1"]?.questions["q1-impact"]?.text = title
    let form = try #require(RoundForm("round-1", for: "fire", on: board))
    let mail = form.file(as: .eml, at: Timestamp(seconds: 0)).text
    let head = mail.split(separator: "\r\n\r\n")[0]
    #expect(!head.contains("\r\nBcc"))
    #expect(!mail.contains("\u{1B}"))
    let preview = try boards.preview([mail], on: board)
    #expect(preview.entries.map(\.fate) == [.nothing], "\(preview)")
  }

  @Test func `nine forms go out, and nine messy replies come back to the right rows`() throws {
    let said = "Wir prüfen – “Geld” – ganz"
    func form(_ partner: Identifier<Partner>) throws -> String {
      try boards.form(partner, ["answer/q1-impact": "1: \(said) \(partner)", "general": "nil"])
    }
    func latin(_ text: String) -> [UInt8] {
      Array(text.data(using: .windowsCP1252) ?? Data())
    }
    let fire = try form("fire")
    let health = try form("health")
    let crime = try form("police-acquisitive-crime")
    let kidnap = try form("police-blackmail-kidnapping")
    let slavery = try form("police-modern-slavery")
    let fraud = try form("police-ip-and-fraud")
    let trading = try form("trading-standards")
    let children = try form("community-childrens-services")
    let protection = try form("police-public-protection")
    var replies = try boards.replies()
    // Top-posted in an office's HTML, the form below.
    replies.read(
      Array(
        ReplyBoards.mail(
          ReplyBoards.html(fire), head: ["Content-Type: text/html; charset=\"utf-8\""]
        ).utf8),
      file: "1.eml")
    // Bottom-posted, with an alternative in HTML.
    let boundary = "Content-Type: multipart/alternative; boundary=\"b 1\""
    replies.read(
      Array(
        ReplyBoards.mail(
          "--b 1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
            + "quoted-printable\n\n\(ReplyBoards.quotedPrintable(ReplyBoards.quoted(health)))\n"
            + "--b 1\nContent-Type: text/html\n\n<p>the same</p>\n--b 1--\n", head: [boundary]
        ).utf8), file: "2.eml")
    // Wrapped anew at 60 columns, with the marks broken.
    replies.read(Array(ReplyBoards.mail(ReplyBoards.rewrapped(crime, to: 60)).utf8), file: "3.eml")
    // Latin in base64.
    replies.read(
      Array(
        ReplyBoards.mail(
          Data(latin(kidnap)).base64EncodedString(options: .lineLength76Characters),
          head: [
            "Content-Type: text/plain; charset=windows-1252", "Content-Transfer-Encoding: base64",
          ]
        ).utf8), file: "4.eml")
    // Flowed, quoted twice.
    let flowed = slavery.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ">> \($0)" }.joined(separator: "\n")
    replies.read(
      Array(
        ReplyBoards.mail(
          flowed, head: ["Content-Type: text/plain; charset=utf-8; format=flowed"]
        ).utf8), file: "5.eml")
    // Forwarded as an attachment.
    replies.read(
      Array(
        ReplyBoards.mail(
          "--f\nContent-Type: text/plain\n\n\n--f\nContent-Type: message/rfc822\n\n"
            + ReplyBoards.mail(fraud) + "\n--f--\n",
          head: ["Content-Type: multipart/mixed; boundary=f"]
        ).utf8), file: "6.eml")
    // A text file beside the mail.
    replies.read(
      Array(
        ReplyBoards.mail(
          "--m\nContent-Type: text/plain\n\n\n--m\n"
            + "Content-Type: application/octet-stream\nContent-Disposition: attachment;\n"
            + " filename*=utf-8''form%20filled.txt\n\n\(trading)\n--m--\n",
          head: ["Content-Type: multipart/mixed; boundary=m"]
        ).utf8), file: "7.eml")
    // No-break spaces, and a claim that is a lie.
    replies.read(
      Array(
        ReplyBoards.mail(
          children.replacing(" ", with: "\u{A0}"),
          head: ["Content-Type: text/plain; charset=us-ascii"]
        ).utf8), file: "8.eml")
    // As a text file by itself.
    replies.read(Array(protection.utf8), file: "9.txt")

    let preview = replies.preview
    let answers = placed(preview)
    #expect(answers.count == 18, "\(preview.summary)")
    #expect(preview.count(of: .offered) == 0, "\(offered(preview))")
    #expect(preview.count(of: .refused) == 0)
    for partner in boards.board.rounds["round-1"]?.invitations.keys.sorted() ?? [] {
      let own = answers.filter { $0.respondent == partner }
      #expect(own.map(\.area) == ["modern-slavery", nil], "\(partner)")
      #expect(own.map(\.state) == [.answered, .nilReturn], "\(partner)")
      let text = own.first?.text?.replacing("\u{A0}", with: " ")
        .replacing("\n", with: " ")
      #expect(text == "\(said) \(partner)", "\(partner)")
    }
    let round = try #require(boards.board.rounds["round-1"])
    let board = try boards.filed(preview)
    let heard = RoundAnswers(to: "round-1", on: board)
    #expect(round.invitations.keys.allSatisfy(heard.hasAnswered))
    #expect(preview.edits.count == 18)
  }

  @Test func `text above the form is offered, and the quoted form is left alone`() throws {
    let form = try boards.form("fire", [:])
    let mail = ReplyBoards.mail(
      "Nothing from us this time.\n\nOn 6 Feb 2018, the board wrote:\n"
        + ReplyBoards.rewrapped(form, to: 72))
    let preview = try boards.preview([mail])
    #expect(preview.entries.map(\.fate) == [.offered])
    #expect(preview.entries[0].answer?.text == "Nothing from us this time.")
    #expect(preview.entries[0].answer?.respondent == "fire")
    #expect(preview.edits.isEmpty)
  }

  @Test func `a word typed between the places is not lost`() throws {
    let form = try boards.form("fire", [:])
      .replacing("\nQuestion 2\n", with: "\nnil\n\nQuestion 2\n")
    let preview = try boards.preview([ReplyBoards.mail(form)])
    #expect(offered(preview).map { $0.answer?.text } == ["nil"])
  }

  @Test func `a mail without marks is offered whole, known by what it answers`() throws {
    let mail = ReplyBoards.mail(
      "All quiet.", head: ["In-Reply-To: <round-1.fire@socboard.invalid>"])
    let preview = try boards.preview([mail])
    #expect(offered(preview).map { $0.answer?.text } == ["All quiet."])
    #expect(offered(preview)[0].answer?.respondent == "fire")
    #expect(preview.mails[0].identity == "known by the mail it answers")
    let unknown = try boards.preview([ReplyBoards.mail("All quiet.")])
    #expect(offered(unknown)[0].answer?.respondent == nil)
    #expect(unknown.mails[0].identity == "not known whose it is")
  }

  @Test func `what may be another's is offered, never placed`() throws {
    let health = try boards.form("health", ["answer/q1-impact": "ours"])
    let fire = try boards.form("fire", ["answer/q1-impact": "theirs"])
    let forged = ReplyBoards.mail(
      health, head: ["References: <round-1.fire@socboard.invalid>"])
    let both = ReplyBoards.mail(health + "\n" + fire)
    let stranger = ReplyBoards.mail(health.replacing("round-1/health", with: "round-1/nobody"))
    let other = ReplyBoards.mail(health.replacing("round-1/health", with: "round-9/health"))
    for mail in [forged, both, stranger, other] {
      let preview = try boards.preview([mail])
      #expect(preview.edits.isEmpty, "\(preview)")
      #expect(preview.count(of: .offered) >= 1)
      #expect(offered(preview).allSatisfy { !$0.words.isEmpty })
    }
    let told = ReplyIntake(round: "round-1", respondent: "fire")
    #expect(try boards.preview([ReplyBoards.mail(health)], told).edits.isEmpty)
  }

  @Test func `a closed round and an unknown question take nothing in`() throws {
    let form = try boards.form("fire", ["answer/q1-impact": "ours"])
    var board = boards.board
    board.rounds["round-1"]?.closed = try PlanBoards.day("2018-02-09")
    let closed = try boards.preview([ReplyBoards.mail(form)], on: board)
    #expect(offered(closed).flatMap(\.words) == ["The round was closed 9 Feb 2018."])
    let odd = form.replacing("[[answer/q1-impact]]", with: "[[answer/q9-other]]")
    #expect(try boards.preview([ReplyBoards.mail(odd)]).edits.isEmpty)
  }

  @Test func `a place without its end, or with two lines in one, is offered`() throws {
    let form = try boards.form("fire", ["answer/q1-impact": "ours"])
    let open = form.replacing("ours\n[[end/q1-impact]]", with: "ours\n")
    #expect(try boards.preview([ReplyBoards.mail(open)]).edits.isEmpty)
    let joined = try boards.form("fire", ["answer/q1-impact": "1: houses 2: taxis"])
    #expect(try boards.preview([ReplyBoards.mail(joined)]).edits.isEmpty)
  }

  @Test func `the same reply twice changes nothing the second time`() throws {
    let form = try boards.form("fire", ["answer/q1-impact": "ours"])
    let mail = ReplyBoards.mail(form)
    let twice = try boards.preview([mail, mail])
    #expect(twice.edits.count == 1)
    #expect(twice.mails[1].entries.map(\.fate) == [.nothing])
    var board = try boards.filed(twice)
    #expect(try boards.preview([mail], on: board).edits.isEmpty)
    // Not even where a person has mended it, or taken it away.
    let id = try #require(board.responses.all.last).id
    board.responses[id]?.text = "mended"
    #expect(try boards.preview([mail], on: board).entries.map(\.fate) == [.nothing])
    board.responses[id]?.header.deleted = try PlanBoards.stamp()
    #expect(try boards.preview([mail], on: board).entries.map(\.fate) == [.nothing])
  }

  @Test(arguments: [
    "> > [[answer/q1-impact]]\n> > We saw two cases.\n> Which areas?\nArea 1.\n> > [[end/q1-impact]]",
    "> [[answer/q1-impact]]\n> > We saw two cases.\n> [[end/q1-impact]]",
    "> [[answer/q1-impact]]\n> We saw two\ncases.\n> [[end/q1-impact]]",
  ])
  func `the words of several people in one place are offered as they are quoted`(place: String)
    throws
  {
    let preview = try boards.preview([
      ReplyBoards.mail("> > [[socboard/round-1/fire]]\n\(place)\n")
    ])
    #expect(preview.edits.isEmpty, "\(preview)")
    #expect(
      offered(preview).first?.words.first
        == "Its lines are quoted differently, so the words of several people may stand in it.")
  }

  @Test func `an answer typed below a quoted mark is placed`() throws {
    let place =
      "> [[socboard/round-1/fire]]\n> [[answer/q1-impact]]\n>\nWe saw two.\n\nBoth in May."
    let preview = try boards.preview([
      ReplyBoards.mail("\(place)\n> \n> [[end/q1-impact]]\n")
    ])
    #expect(placed(preview).map(\.text) == ["We saw two.\n\nBoth in May."])
  }

  @Test func `a place that another place's mark ends is offered`() throws {
    let form = try boards.form("fire", ["answer/q1-impact": "one", "answer/q2-confidence": "two"])
    let start = try #require(form.range(of: "[[end/q1-impact]]"))
    let end = try #require(form.range(of: "[[answer/q2-confidence]]"))
    let merged = form.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
    let preview = try boards.preview([ReplyBoards.mail(merged)])
    #expect(preview.edits.isEmpty, "\(preview)")
    #expect(offered(preview).first?.words[0].hasPrefix("The mark that ends its place") == true)
  }

  @Test(arguments: [
    ("- 1: houses\n- 2: nil", ["modern-slavery houses", "child-sexual-exploitation nil"]),
    ("• 1: houses", ["modern-slavery houses"]), ("Area 3: x", ["blackmail-and-kidnap x"]),
    ("8 - Cyber-attack: x", ["cyber-attack x"]), ("1: 14 premises", ["modern-slavery 14 premises"]),
    ("3 cases were seen\n10:30 on Monday", ["- 3 cases were seen\n10:30 on Monday"]),
    ("We saw 3.5% more\nfraud - and\nTwo things: taxis", []),
    ("up to\nmodern slavery and beyond\ncrime.", ["- up to\nmodern slavery and beyond\ncrime."]),
    ("1: Of\nModern slavery we know", ["modern-slavery Of\nModern slavery we know"]),
    ("Our view: it grows", ["- Our view: it grows"]),
  ])
  func `an exact number or name and a colon begins an area`(answer: String, said: [String]) throws {
    let preview = try boards.preview([
      ReplyBoards.mail(try boards.form("fire", ["answer/q1-impact": answer]))
    ])
    let found = placed(preview).map { "\($0.area?.text ?? "-") \($0.text ?? $0.state.rawValue)" }
    #expect(found == said, "\(preview)")
  }

  @Test(arguments: [
    "Area 2 (Cyber): x", "2 - Cyber: x", "Areas 1 and 3: x", "1 and 3: x", "1,3: x", "1: a\n- 2: b",
    "• 3. x", "4) ip", "5 – oac", "(8) x", "9: no such area", "Fraud and cyber: x", "Slavery: x",
    "Modern slavrey: x", "Modern slavery - we see", "Cyber – we see", "5: 45 pm", "5:45 pm",
    "2017: 14 offences", "1: 2: x", "3", "Modern slavery\nWe see it", "#3) x", "2 Cyber: x",
    "No. 3: x",
    "2a: x", "1: ours\n**Cyber**: theirs", "1: houses 2: taxis",
  ])
  func `what only looks like an area is offered`(answer: String) throws {
    let preview = try boards.preview([
      ReplyBoards.mail(
        try boards.form("fire", ["answer/q1-impact": "We look.\n\(answer)"]))
    ])
    #expect(preview.edits.isEmpty, "\(preview)")
    #expect(offered(preview).allSatisfy { !$0.words.isEmpty })
  }

  @Test(arguments: [
    "Nil return\n\nKind regards", "Nil - we checked", "nil, as before", "Declined in number",
    "N/A for us", "Nothing to report. We looked.", "1: nil return\n\nKind regards",
  ])
  func `a word of state with more behind it is offered`(answer: String) throws {
    let preview = try boards.preview([
      ReplyBoards.mail(try boards.form("fire", ["answer/q1-impact": answer]))
    ])
    #expect(preview.edits.isEmpty, "\(preview)")
    #expect(offered(preview).first?.words[0].contains("says more") == true)
  }

  @Test func `confidence alone is offered, and an empty one is none`() throws {
    let alone = try boards.preview([
      ReplyBoards.mail(try boards.form("fire", ["answer/q1-impact": "1:\nConfidence: low"]))
    ])
    #expect(offered(alone).map(\.words) == [["It says how confident it is, and nothing else."]])
    let empty = try boards.preview([
      ReplyBoards.mail(try boards.form("fire", ["answer/q1-impact": "1: ours\nConfidence: "]))
    ])
    #expect(placed(empty).map(\.confidence) == [nil])
  }

  @Test func `only the same sender's later mail replaces an answer`() throws {
    func mail(_ text: String, _ sender: String, _ hour: Int) throws -> String {
      ReplyBoards.mail(
        try boards.form("fire", ["answer/q1-impact": text]), from: "Fire <\(sender)>"
      ).replacing("10:42", with: "\(hour):42")
    }
    let first = try mail("first", "fire@example.org", 10)
    let later = try mail("later", "FIRE@example.org", 11)
    let third = try mail("third", "fire@example.org", 12)
    var board = try boards.filed(try boards.preview([first]))
    for stranger in [try mail("theirs", "other@example.org", 11)] {
      for preview in [
        try boards.preview([stranger], on: board), try boards.preview([first, stranger]),
      ] {
        #expect(
          preview.entries.last?.words == [
            "It is from other@example.org, and the answer that it would replace from "
              + "fire@example.org."
          ])
        #expect(preview.entries.last?.fate == .offered)
      }
    }
    for (mail, text) in [(later, "later"), (third, "third")] {
      let preview = try boards.preview([mail], on: board)
      #expect(preview.edits.count == 1, "\(preview)")
      board = try boards.filed(preview, on: board)
      #expect(board.responses.all.last?.text == text)
    }
    let earlier = try boards.preview([try mail("earlier", "fire@example.org", 9)], on: board)
    #expect(offered(earlier)[0].words[0].hasPrefix("It may be older"))
    let id = try #require(board.responses.all.last).id
    board.responses[id]?.text = "by hand"
    let last = try mail("last", "fire@example.org", 13)
    let mended = try boards.preview([last], on: board)
    #expect(offered(mended)[0].words == ["A person has changed what a message said, to “by hand”."])
    board.responses[id]?.original = String(repeating: "0", count: 64)
    let unknown = try boards.preview([last], on: board)
    #expect(offered(unknown)[0].words[0].contains("cannot be read"))
  }

  @Test func `what the board says already is nothing, whatever is doubtful about it`() throws {
    let form = try boards.form(
      "fire", ["answer/q1-impact": "ours", "answer/q4-other": "1: a 2: b"])
    let mail = ReplyBoards.mail(form)
    var board = try boards.filed(try boards.preview([mail]))
    board.rounds["round-1"]?.closed = try PlanBoards.day("2018-02-09")
    let other = "Received: by mx.example.org; Tue, 6 Feb 2018 10:43:00 +0000\r\n" + mail
    for copy in [mail, other] {
      let preview = try boards.preview([copy], on: board)
      #expect(preview.entries.map(\.fate) == [.nothing, .offered], "\(preview)")
    }
    // What a person has filed of it is not offered again either.
    let loose = ReplyBoards.mail("All quiet.\n" + (try boards.form("fire", [:])))
    let offer = try #require(offered(try boards.preview([loose])).first?.answer)
    let response = try #require(
      boards.board.response(keeping: offer, in: nil, name: "by-hand"))
    var quiet = boards.board
    quiet.responses["by-hand"] = response
    #expect(try boards.preview([loose], on: quiet).entries.map(\.fate) == [.nothing])
  }

  @Test func `a person's line is theirs, though it looks like a mailer's`() throws {
    let form = try boards.form("fire", [:])
    let said = "Date: we meet on 3 May.\nAs the chair wrote:\ncount again.\nTo: be seen"
    let head = "From: The board\nSent: 6 February 2018\nTo: Fire\nSubject: Round 1\n"
    let wrote = "On Tue, 6 Feb 2018 at 10:42, The board <board@example.org>\nwrote:\n"
    for text in [
      said + "\n\n" + head + form,
      said + "\n\n" + wrote + ReplyBoards.quoted(form),
      said + "\n\n-----Original Message-----\n*From:* The board\n*Sent:* today\n\n" + form,
    ] {
      let preview = try boards.preview([ReplyBoards.mail(text)])
      #expect(offered(preview).map { $0.answer?.text } == [said], "\(preview)")
    }
  }

  @Test func `files that are no texts are refused with what they are`() throws {
    var replies = try boards.replies()
    replies.read(Array("%PDF-1.7".utf8) + [0, 1], file: "reply.pdf")
    replies.read([0x50, 0x4B, 3, 4, 0], file: "reply.docx")
    replies.read([0xD0, 0xCF, 0x11, 0xE0, 0], file: "reply.msg")
    replies.read(Array("hello".utf8) + [0], file: "reply.txt")
    let entries = replies.preview.entries
    #expect(entries.map(\.fate) == Array(repeating: .refused, count: 4))
    for (entry, kind) in zip(entries, ["a PDF", "a Word document", "a message of", "no text"]) {
      #expect(entry.words[0].hasPrefix("It is \(kind)") && entry.words[0].contains(".txt"))
    }
  }

  @Test func `a text in UTF-16, as an editor saves it, is read`() throws {
    let form = try boards.form("fire", ["answer/q1-impact": "ours – “all”"])
    for (encoding, mark) in [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]),
      (.utf16BigEndian, [0xFE, 0xFF] as [UInt8]),
    ] {
      var replies = try boards.replies()
      replies.read(mark + Array(form.data(using: encoding) ?? Data()), file: "form.txt")
      #expect(placed(replies.preview).map(\.text) == ["ours – “all”"])
      #expect(replies.preview.mails[0].notes == [])
    }
    var latin = try boards.replies()
    latin.read(Array(form.data(using: .windowsCP1252) ?? Data()), file: "form.txt")
    #expect(placed(latin.preview).map(\.text) == ["ours – “all”"])
    #expect(
      latin.preview.mails[0].notes == ["It is not written in UTF-8; it was read as windows-1252."])
  }

  @Test func `the printed lines of forms that disagree are not offered`() throws {
    let health = try boards.form("health", ["answer/q1-impact": "ours"])
    let forged = ReplyBoards.mail(health, head: ["References: <round-1.fire@socboard.invalid>"])
    let preview = try boards.preview([forged])
    #expect(preview.entries.map { $0.answer?.text } == ["ours"], "\(preview)")
    let stranger = health.replacing("round-1/health", with: "round-1/nobody")
    let unknown = try boards.preview([ReplyBoards.mail(stranger)])
    #expect(unknown.entries.count == 2)
    #expect(unknown.entries[1].answer?.text?.contains("\n") != true)
  }

  @Test func `a sheet doubts what its mail doubts, and reads dates and semicolons`() throws {
    func sheet(_ rows: String) throws -> ReplyPreview {
      var replies = try boards.replies()
      replies.read(
        Array("Round;Respondent;Question;Answer;Received\n\(rows)\n".utf8), file: "a.csv")
      return replies.preview
    }
    let read = try sheet("round-1;fire;1;\"ours; all\";6/2/2018")
    #expect(placed(read).map(\.received?.description) == ["2018-02-06"])
    #expect(placed(read).map(\.text) == ["ours; all"])
    for date in ["14/09/2018", "2/14/2018", "soon"] {
      let preview = try sheet("round-1;fire;1;ours;\(date)")
      #expect(offered(preview).first?.words[0].hasPrefix("Line 2: ") == true, "\(preview)")
    }
    let attached = ReplyBoards.mail(
      "--m\nContent-Type: text/csv\n\nRound,Respondent,Question,Answer\nround-1,fire,1,ours\n"
        + "--m--\n",
      head: [
        "Content-Type: multipart/mixed; boundary=m", "Subject: [[socboard/round-1/health]]",
        "In-Reply-To: <round-1.fire@socboard.invalid>",
      ])
    #expect(try boards.preview([attached]).edits.isEmpty)
  }

  @Test func `what a person has typed is not replaced, what a mail has said is by a later one`()
    throws
  {
    let first = ReplyBoards.mail(try boards.form("fire", ["answer/q1-impact": "first"]))
    let later = ReplyBoards.mail(try boards.form("fire", ["answer/q1-impact": "second"]))
      .replacing("6 Feb 2018", with: "7 Feb 2018")
    let both = try boards.preview([first, later])
    #expect(both.edits.count == 2)
    #expect(try boards.filed(both).responses.all.last?.text == "second")
    #expect(try boards.preview([later, first]).edits.count == 1)
    var board = try boards.filed(try boards.preview([first]))
    #expect(try boards.preview([later], on: board).edits.count == 1)
    let id = try #require(board.responses.all.last).id
    board.responses[id]?.text = "by hand"
    board.responses[id]?.header.updated = try PlanBoards.stamp()
    let offer = try boards.preview([later], on: board)
    #expect(offer.edits.isEmpty)
    #expect(offered(offer)[0].words == ["A person has changed what a message said, to “by hand”."])
  }

  @Test func `bounces and automatic replies are no answers`() throws {
    let form = try #require(RoundForm("round-1", for: "fire", on: boards.board))
    let sent = form.file(as: .eml, at: Timestamp(seconds: 0)).text
    let bounce = ReplyBoards.mail(
      "--r\nContent-Type: text/plain\n\nIt did not arrive.\n--r\n"
        + "Content-Type: message/delivery-status\n\nAction: failed\n--r\n"
        + "Content-Type: message/rfc822\n\n\(sent)\n--r--\n",
      from: "Mail <mailer-daemon@example.org>",
      head: ["Content-Type: multipart/report; report-type=delivery-status; boundary=r"])
    let preview = try boards.preview([bounce])
    #expect(preview.entries.map(\.fate) == [.offered])
    #expect(preview.entries[0].isBounce)
    #expect(preview.entries[0].answer?.respondent == "fire")
    let away = ReplyBoards.mail(
      "I am away until Monday.", head: ["Auto-Submitted: auto-replied", "Subject: Out of office"])
    #expect(try boards.preview([away]).entries.map(\.fate) == [.nothing])
  }

  @Test func `an mbox is read mail by mail, and a sheet row by row`() throws {
    let mails = try ["fire", "health"].map { partner in
      "From analyst@example.org Tue Feb  6 10:42:00 2018\n"
        + ReplyBoards.mail(
          try boards.form(
            Identifier(partner), ["answer/q1-impact": ">From us, \(partner)"])) + "\n\n"
    }
    var replies = try boards.replies()
    replies.read(Array(mails.joined().utf8), file: "replies.mbox")
    #expect(replies.preview.mails.map(\.number) == [1, 2])
    #expect(placed(replies.preview).map(\.respondent) == ["fire", "health"])
    let form = try #require(RoundForm("round-1", for: "fire", on: boards.board))
    let sheet = form.file(as: .csv, at: Timestamp(seconds: 0)).text
    #expect(try boards.preview([], .init()).mails.isEmpty)
    let rows = sheet.split(separator: "\n")
    let places = boards.board.orderedAreas.count + 1
    #expect(rows.count == 1 + 4 * places)
    var sheets = try boards.replies()
    let filled =
      "Round,Respondent,Question,Area,State,Answer\n"
      + "round-1,Fire,1,Modern slavery,,We look\nround-1,fire,q2-confidence,,nil,\n"
      + "round-1,Nobody,1,,,lost?\nround-1,fire,1,,,\n"
    sheets.read(Array(filled.utf8), file: "answers.csv")
    #expect(sheets.preview.entries.map(\.fate) == [.placed, .placed, .offered])
    #expect(sheets.preview.entries[1].answer?.state == .nilReturn)
    sheets.read(Array(sheet.utf8), file: "empty.csv")
    #expect(sheets.preview.entries.last?.fate == .nothing)
  }

  @Test func `ten megabytes of quotes are read`() throws {
    let form = try boards.form("fire", ["answer/q1-impact": "ours"])
    let line = String(repeating: "> ", count: 8) + "said long ago, and said again and again\n"
    let mail = ReplyBoards.mail(
      ReplyBoards.quoted(form) + "\n" + String(repeating: line, count: 190_000))
    #expect(mail.utf8.count > 10_000_000)
    let preview = try boards.preview([mail])
    #expect(preview.edits.count == 1)
    // The lines around the form that was quoted are among them.
    #expect(preview.mails[0].notes == ["190008 quoted lines outside the form are not listed."])
    var replies = try boards.replies()
    replies.read([UInt8](repeating: 0x20, count: ReplyImport.limit + 1), file: "huge.eml")
    #expect(replies.preview.entries.map(\.fate) == [.refused])
  }

  @Test func `a note is no answer when it comes back, but what is written into it is offered`()
    throws
  {
    let note = "Thank you for last time's answers: the well-known ones, too."
    let form = try #require(RoundForm("round-1", for: "fire", on: boards.board, note: note))
    let text = form.text.text
    #expect(text.contains("[[note/12]]\n"))
    for back in [text, ReplyBoards.quoted(text, 2), ReplyBoards.rewrapped(text, to: 40, quote: "")]
    {
      let preview = try boards.preview([ReplyBoards.mail(back)])
      #expect(preview.entries.map(\.fate) == [.nothing], "\(preview)")
    }
    let said = text.replacing("answers:", with: "answers (no thanks!):")
    let preview = try boards.preview([ReplyBoards.mail(said)])
    #expect(offered(preview).first?.answer?.text?.contains("no thanks!") == true)
  }

  @Test func `what a person has placed is not offered again`() throws {
    let form = try boards.form("fire", ["answer/q1-impact": "ours"])
    let mail = ReplyBoards.mail("A line above.\n\n" + ReplyBoards.quoted(form))
    let first = try boards.preview([mail])
    #expect(first.entries.map(\.fate) == [.placed, .offered])
    var board = try boards.filed(first)
    #expect(try boards.preview([mail], on: board).entries.map(\.fate) == [.nothing, .offered])
    let loose = try #require(offered(first)[0].answer)
    board.responses["by-hand"] = board.response(keeping: loose, in: nil, name: "by-hand")
    let again = try boards.preview([mail], on: board)
    #expect(again.entries.map(\.fate) == [.nothing, .nothing])
    #expect(again.mails[0].notes.contains("Something of it was filed before."))
    // Below another answer, too.
    board.responses["by-hand"]?.text = "Said before.\n\nA line above."
    #expect(try boards.preview([mail], on: board).entries.map(\.fate) == [.nothing, .nothing])
    board.responses["by-hand"]?.text = "A line above, mended."
    #expect(try boards.preview([mail], on: board).entries.map(\.fate) == [.nothing, .offered])
  }

  @Test func `a text that no record has room for is refused with a sentence`() throws {
    let long = String(repeating: "and again we say the same of it\n", count: 10_000)
    let placed = try boards.form("fire", ["answer/q1-impact": long])
    let preview = try boards.preview([ReplyBoards.mail(placed), ReplyBoards.mail(long)])
    #expect(preview.entries.map(\.fate) == [.refused, .refused])
    #expect(preview.entries.allSatisfy { $0.words.first?.contains("KiB") == true })
  }

  @Test func `a signature is told and not listed, and ends where something else begins`() throws {
    let form = try boards.form("fire", [:])
    let signature = "\n-- \nA. Nalyst\n020 7946 0001\n"
    let quoted = ReplyBoards.quoted(form)
    let below = try boards.preview([ReplyBoards.mail(quoted + signature)])
    #expect(below.entries.map(\.fate) == [.nothing])
    #expect(below.mails[0].notes.contains("A signature of 2 lines is not listed."))
    let between = try boards.preview([
      ReplyBoards.mail("Above." + signature + "\n" + quoted + "\nBelow.")
    ])
    #expect(offered(between).map { $0.answer?.text } == ["Above.\nBelow."])
    let long = signature + String(repeating: "and more\n", count: 10)
    let text = try boards.preview([ReplyBoards.mail(quoted + long)])
    #expect(offered(text).first?.answer?.text?.hasPrefix("A. Nalyst") == true)
  }

  @Test func `a file that is no text is refused`() throws {
    var replies = try boards.replies()
    replies.read(Array(0...255), file: "figures.pdf")
    replies.read(Array("All quiet.".utf16.flatMap { [UInt8($0), 0] }).reversed(), file: "odd.txt")
    replies.read([0xFF, 0xFE] + "All quiet.".utf16.flatMap { [UInt8($0), 0] }, file: "utf16.txt")
    #expect(replies.preview.entries.map(\.fate) == [.refused, .refused, .offered])
  }

  @Test func `a bounce is offered until it is noted`() throws {
    let bounce = ReplyBoards.mail(
      "It did not arrive.", from: "Mail <mailer-daemon@example.org>",
      head: ["In-Reply-To: <round-1.fire@socboard.invalid>"])
    #expect(try boards.preview([bounce]).entries.map(\.fate) == [.offered])
    var board = boards.board
    board.rounds["round-1"]?.invitations["fire"]?.undelivered = try PlanBoards.day("2018-02-06")
    #expect(try boards.preview([bounce], on: board).entries.map(\.fate) == [.nothing])
    // One that was noted before this one was sent is another.
    board.rounds["round-1"]?.invitations["fire"]?.undelivered = try PlanBoards.day("2018-02-01")
    #expect(try boards.preview([bounce], on: board).entries.map(\.fate) == [.offered])
  }

  @Test(arguments: [
    ("text/html", "<script>x "), ("text/html", "<a \""), ("text/html", "<!-- "),
    ("text/plain; format=flowed", "said long ago \n"), ("text/plain", "[["),
    ("text/plain", "> \n"), ("text/plain", "[[end]]"), ("text/plain", "1: a\n2: b\n"),
  ])
  func `the cost of a mail grows with its length alone`(type: String, piece: String) throws {
    let form = try boards.form("fire", ["answer/q1-impact": "ours"])
    let body = type == "text/html" ? "<pre>\(form)</pre>" : form
    let mail = ReplyBoards.mail(
      body + String(repeating: piece, count: 1_000_000 / piece.utf8.count),
      head: ["Content-Type: \(type)"])
    #expect(try boards.preview([mail]).edits.count == 1)
  }

  @Test func `controls never come out of a mail`() throws {
    let form = try boards.form(
      "fire", ["answer/q1-impact": "a\u{1B}[2Jb\u{202E}c", "role": "x\u{9B}y"])
    let preview = try boards.preview(
      [ReplyBoards.mail(form, from: "=?utf-8?Q?=1B]0;x=07?= <a@example.org>")])
    let text = "\(preview)"
    for scalar in ["\u{1B}", "\u{202E}", "\u{9B}", "\u{7}"] { #expect(!text.contains(scalar)) }
    #expect(preview.edits.count == 1)
  }

  @Test(arguments: 0..<40)
  func `a mail that was damaged crashes nothing and files for nobody else`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let form = try boards.form("fire", ["answer/q1-impact": "1: ours\n2: nil", "general": "é"])
    let boundary = "Content-Type: multipart/mixed; boundary=\"b\""
    let whole = ReplyBoards.mail(
      "--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
        + "\n\n\(ReplyBoards.quotedPrintable(ReplyBoards.quoted(form)))\n--b\n"
        + "Content-Type: text/html\n\n\(ReplyBoards.html(form))\n--b--\n", head: [boundary])
    for _ in 0..<20 {
      var bytes = Array(whole.utf8)
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: Array("[[<&=>\n".utf8), at: place)
        default:
          let end = min(bytes.count, place + 200)
          bytes.removeSubrange(place..<end)
        }
      }
      var replies = try boards.replies()
      replies.read(bytes, file: "damaged.eml")
      for answer in placed(replies.preview) {
        #expect(answer.round == "round-1")
        #expect(answer.respondent == "fire")
      }
    }
  }
}
