import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Replies on the screen: looked at, placed by hand, and filed as one act behind their originals.
struct ReplyPreviewTests {
  var desk: Desk
  private let stamp = Stamp(at: Timestamp(seconds: 1_518_000_000), by: "tester")

  init() throws { desk = try ReplyPreviewTests.desk() }

  private static func desk(width: Int = 120, height: Int = 40) throws -> Desk {
    var desk = Desk(try .shipped(), width: width, height: height, today: "2018-02-10")
    desk.press("3")
    return desk
  }

  private mutating func ask(for command: String) {
    desk.press(":")
    desk.type(command)
    desk.press(.enter)
  }

  private static func original(_ digit: Character) -> Digest {
    guard let digest = Digest(String(repeating: digit, count: 64)) else {
      preconditionFailure("It has 64 digits.")
    }
    return digest
  }

  /// What Fire has said in its place, what stood beside it, a stranger's mail, a bounce, and a file
  /// that cannot be read.
  private func preview() throws -> ReplyPreview {
    var board = try Board.shipped()
    var answer = Answer(state: .answered, text: "Crowded houses", way: "by mail")
    answer.round = "round-1"
    answer.respondent = "fire"
    answer.question = "q1-impact"
    answer.area = "modern-slavery"
    answer.received = CalendarDate("2018-02-09")
    answer.original = Self.original("a")
    let record = try #require(board.response(keeping: answer, in: nil, name: "reply-1"))
    let put = board.put(record, stamp: stamp)
    let edit: Edit = try #require(put)
    var loose = answer
    (loose.question, loose.area, loose.text) = (nil, nil, "Sorry to be late.\nRing 020 7946 0001.")
    var strange = Answer(state: .answered, text: "Three houses in Fleet Street", way: "by mail")
    strange.received = CalendarDate("2018-02-08")
    strange.original = Self.original("b")
    var bounce = Answer(state: .answered, text: "It did not arrive.", way: "by mail")
    bounce.round = "round-1"
    bounce.respondent = "health"
    bounce.received = CalendarDate("2018-02-07")
    bounce.original = Self.original("c")
    func mail(
      _ file: String, _ sender: String, _ identity: String, _ entries: [ReplyPreview.Entry]
    ) -> ReplyPreview.Mail {
      .init(
        file: file, number: 1, sender: sender, subject: "RE: Round 1",
        sent: "Fri, 9 Feb 2018 09:10:00 +0000", identity: identity, notes: [], entries: entries)
    }
    return ReplyPreview(mails: [
      mail(
        "1-fire.eml", "Fire <fire@example.org>", "known by the mark of the form",
        [
          .init(
            fate: .placed, answer: answer, title: board.title(of: answer), words: ["new"],
            edit: edit),
          .init(
            fate: .offered, answer: loose, title: board.title(of: loose),
            words: ["It stands outside the marked places, so a person places it."]),
        ]),
      mail(
        "2-stranger.eml", "Somebody <x@example.net>", "not known whose it is",
        [
          .init(
            fate: .offered, answer: strange, title: board.title(of: strange),
            words: ["There is no mark of a form in it, so a person places it."])
        ]),
      mail(
        "3-bounce.eml", "Mail <mailer-daemon@example.org>", "known by the mail it answers",
        [
          .init(
            fate: .offered, answer: bounce, title: board.title(of: bounce),
            words: ["The invitation came back: say so on the invitation."], isBounce: true)
        ]),
      mail(
        "4-huge.eml", "Somebody <x@example.net>", "",
        [
          .init(fate: .refused, title: "4-huge.eml", words: ["The file has more than 32 MiB."])
        ]),
    ])
  }

  private mutating func openPreview() throws {
    ask(for: "import-replies")
    desk.type("replies")
    desk.press(.enter)
    #expect(asked() == ["replies": ReplyIntake()])
    desk.send(.previewedReplies(try preview()))
  }

  /// The replies that were asked to be read since this was last asked.
  private mutating func asked() -> [String: ReplyIntake] {
    Dictionary(
      uniqueKeysWithValues: desk.takeEffects().compactMap { effect in
        if case .readReplies(let path, let intake, _) = effect { (path, intake) } else { nil }
      })
  }

  /// Files what is placed.
  ///
  /// - Returns: The edits of the act.
  private mutating func file() throws -> [Edit] {
    desk.press("y")
    guard case .keepOriginals? = desk.takeEffects().last else {
      Testing.Issue.record("The messages are kept before anything is filed.")
      return []
    }
    desk.send(.originalsKept)
    guard case .save(let act)? = desk.takeEffects().last else {
      Testing.Issue.record("One act is saved.")
      return []
    }
    return act.edits
  }

  /// The responses of Fire and Health on the board, but for those that were there before.
  private func answers(of partner: Identifier<Partner>) throws -> [Record<Response>] {
    let former = try Board.shipped()
    return desk.state.board.responses.standing
      .filter { $0.respondent == partner && former[$0.id] == nil }
  }

  // MARK: Looking

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  mutating func `the preview shows mail by mail what goes where`(width: Int, height: Int) throws {
    desk = try ReplyPreviewTests.desk(width: width, height: height)
    try openPreview()
    try expectScreen(desk.screen, matches: "replies.\(width)x\(height)")
    desk.press(.enter)
    try expectScreen(desk.screen, matches: "replies-place.\(width)x\(height)")
  }

  @Test mutating func `the round and the respondent of what does not say it can be given`() {
    ask(for: "import-replies")
    desk.type("a.eml")
    desk.press(.tab)
    desk.type("round 1")
    desk.press(.tab)
    desk.type("fire")
    desk.press(.enter)
    #expect(asked() == ["a.eml": ReplyIntake(round: "round-1", respondent: "fire")])
    desk.send(.notPreviewed("a.eml cannot be read: No such file."))
    #expect(desk.shows("a.eml cannot be read: No such file."))
    #expect(desk.shows(">Path"))
  }

  @Test mutating func `a whole text is read, and the preview stands as it was`() throws {
    try openPreview()
    let former = desk.rows
    desk.press("r")
    #expect(desk.shows("Ring 020 7946 0001."))
    desk.press(.escape)
    #expect(desk.rows == former)
  }

  @Test mutating func `the cursor goes from mail to mail, Tab to what is offered`() throws {
    try openPreview()
    #expect(desk.shows(">offered: Fire"))
    desk.press(.tab)
    #expect(desk.shows(">offered: nobody known"))
    desk.press("g")
    #expect(desk.shows(">placed: Fire"))
    desk.press("G")
    #expect(desk.shows(">refused: 4-huge.eml"))
    desk.press("k", "k", "k", "k", "k")
    #expect(desk.shows(">placed: Fire"))
  }

  // MARK: Filing

  @Test mutating func `what is placed is filed as one act, once its message is kept`() throws {
    try openPreview()
    desk.press("y")
    #expect(desk.takeEffects() == [.keepOriginals([Self.original("a")])])
    desk.press("y")
    #expect(desk.takeEffects().isEmpty)
    desk.send(.originalsKept)
    guard case .save(let act)? = desk.takeEffects().last else {
      Testing.Issue.record("One act is saved.")
      return
    }
    #expect(act.edits.map(\.record.description) == ["responses/reply-1"])
    #expect(desk.state.overlay == nil)
    #expect(desk.shows("Filed 1; 3 offered are left: :import-replies offers them again. u undoes."))
    #expect(try answers(of: "fire").map(\.original) == [Self.original("a").text])
  }

  @Test mutating func `where a message cannot be kept nothing is filed`() throws {
    try openPreview()
    desk.press("y")
    _ = desk.takeEffects()
    desk.send(.originalsNotKept("The disk is full."))
    #expect(desk.shows("Nothing was filed: The disk is full."))
    #expect(desk.takeEffects().isEmpty)
    #expect(try answers(of: "fire").isEmpty)
    #expect(try file().count == 1)
  }

  @Test(arguments: [Key.character("n"), .escape, .character("q")])
  mutating func `any other answer leaves everything as it was`(key: Key) throws {
    try openPreview()
    desk.press(key)
    #expect(desk.state.overlay == nil)
    desk.send(.originalsKept)
    #expect(desk.takeEffects().isEmpty)
    #expect(try answers(of: "fire").isEmpty)
  }

  // MARK: Placing

  @Test mutating func `a stranger's mail goes where a person says`() throws {
    try openPreview()
    desk.press(.tab, .enter)
    #expect(desk.shows("Three houses in Fleet Street"))
    desk.press(.enter)
    #expect(desk.shows("Respondent is needed"))
    desk.type("health")
    desk.press(.tab)
    desk.type("2")
    desk.press(.tab)
    desk.type("blackmail")
    desk.press(.tab)
    desk.press("N", .enter)
    #expect(desk.shows("replies: 2 placed, 2 offered, 0 nothing, 1 refused"))
    #expect(desk.shows("placed by hand: Health · Question 2 · Blackmail and kidnap"))
    #expect(try file().count == 2)
    let answer = try #require(try answers(of: "health").first)
    #expect(answer.area == "blackmail-and-kidnap")
    #expect(answer.question == "q2-confidence")
    #expect(answer.state == .nilReturn)
    #expect(answer.text == "Three houses in Fleet Street")
    #expect(answer.received?.description == "2018-02-08")
    #expect(answer.original == Self.original("b").text)
    #expect(answer.header.marking == desk.state.board.rounds["round-1"]?.header.marking)
  }

  @Test(arguments: Former.allCases)
  mutating func `where something stands a person says what becomes of it`(former: Former) throws {
    try openPreview()
    desk.press(.tab, .enter)
    desk.type("fire")
    desk.press(.tab)
    desk.type("1 ")
    desk.press(.tab)
    desk.type("modern")
    desk.press(.enter)
    #expect(desk.shows("“Crowded houses” stands there already: what becomes of it?"))
    desk.press(Key.character(former.rawValue.first ?? " "), .enter)
    _ = try file()
    let texts = try answers(of: "fire").map(\.content.text)
    switch former {
    case .added: #expect(texts == ["Crowded houses\n\nThree houses in Fleet Street"])
    case .replaced: #expect(texts == ["Three houses in Fleet Street"])
    case .kept: #expect(texts == ["Crowded houses", "Three houses in Fleet Street"])
    }
  }

  @Test mutating func `a bounce is noted on the invitation by one key`() throws {
    try openPreview()
    desk.press(.tab, .tab, "B")
    #expect(desk.shows("placed by hand: Health"))
    let edits = try file()
    #expect(edits.map(\.record.description).contains("rounds/round-1"))
    let invitation = desk.state.board.rounds["round-1"]?.invitations["health"]
    #expect(invitation?.undelivered?.description == "2018-02-07")
  }

  @Test mutating func `a bounce of somebody who was not asked stays in the form`() throws {
    try openPreview()
    desk.press(.tab, .tab, .enter)
    #expect(desk.shows("An invitation to Round 1 came back"))
    desk.press(.control("u"))
    desk.type("Addaction")
    desk.press(.enter)
    #expect(desk.shows("Addaction was not asked in Round 1."))
    desk.press(.escape)
    #expect(desk.shows(">offered: Health"))
  }

  @Test mutating func `what was placed by hand is not given up without a question`() throws {
    try openPreview()
    desk.press(.tab, .tab, "B", "n")
    #expect(desk.shows("Leave without filing the one placed by hand?"))
    desk.press("n")
    #expect(desk.shows("replies: 2 placed"))
    desk.press(.escape, "y")
    #expect(desk.state.overlay == nil)
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `what was placed by hand is taken back with x`() throws {
    try openPreview()
    desk.press(.tab, .tab, "B", .tab, .tab)
    desk.press("g", "j", "j", "j", "x")
    #expect(desk.shows("replies: 1 placed, 3 offered"))
  }

  @Test mutating func `a text is mended in the editor before it is placed`() throws {
    try openPreview()
    desk.press("e")
    #expect(desk.takeEffects() == [.edit("Sorry to be late.\nRing 020 7946 0001.")])
    desk.send(.edited("Sorry to be late.\n"))
    #expect(!desk.shows("020 7946"))
    desk.press(.enter, .enter)
    _ = try file()
    #expect(try answers(of: "fire").map(\.content.text).contains("Sorry to be late."))
  }

  @Test mutating func `what looks like personal data is told before it is filed`() throws {
    try openPreview()
    #expect(!desk.shows("looks like"))
    desk.press(.enter, .enter)
    #expect(desk.shows("1 holds what looks like personal data, told below; y keeps it."))
    desk.press("g", "j")
    #expect(desk.shows("“020 7946 0001” looks like a telephone number."))
  }

  // MARK: Others

  @Test mutating func `where the board has changed since, the replies are read again`() throws {
    try openPreview()
    desk.press(.tab, .tab, "B", "y")
    _ = desk.takeEffects()
    var theirs = try #require(
      try preview().edits.first.flatMap { edit in
        try Record<Response>(id: "reply-1", document: edit.apply(to: .object(Object())))
      })
    theirs.text = "theirs"
    desk.send(
      .changed([
        RecordReading(
          name: theirs.recordName, outcome: .document(try Value(encoding: theirs)))
      ]))
    desk.send(.originalsKept)
    #expect(asked() == ["replies": ReplyIntake()])
    #expect(desk.shows("Somebody has changed the board since"))
    // What was placed by hand is still placed.
    desk.send(.previewedReplies(try preview()))
    #expect(desk.shows("replies: 2 placed, 2 offered"))
  }

  @Test mutating func `a closed round takes nothing in`() throws {
    ask(for: "close-round")
    desk.press(.enter)
    _ = desk.takeEffects()
    try openPreview()
    desk.press(.enter)
    #expect(desk.shows("Round 1 was closed 10 Feb 2018; :reopen-round opens it again."))
  }

  @Test mutating func `the public view and another day take nothing in`() {
    desk.press("P")
    ask(for: "import-replies")
    #expect(desk.shows("this is the public view"))
    #expect(asked().isEmpty)
  }
}
