import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Who has answered what in a round, and what is recorded of it.
struct ResponsesPaneTests {
  /// Round 1 as at 6 February 2018, with the cursor on Modern slavery in the first row.
  var desk: Desk

  init() throws {
    desk = try Self.desk()
    desk.press("3")
  }

  private static func desk(width: Int = 120, height: Int = 40) throws -> Desk {
    let day = try #require(CalendarDate("2018-02-06"))
    return Desk(
      try .shipped(asAt: day), width: width, height: height, today: "2018-02-06")
  }

  /// The fields that an act writes, record by record; the names of new things are `*`.
  private mutating func saved() -> [[String: Value]] {
    let effects = desk.takeEffects()
    guard case .save(let act)? = effects.first else { return [] }
    desk.send(.saved)
    return act.edits.map { edit in
      var fields: [String: Value] = [:]
      for change in edit.changes
      where !change.isStamp && !["created", "source", "marking"].contains(change.path.first) {
        let path = change.path.map { $0.count == 12 && $0.contains(where: \.isNumber) ? "*" : $0 }
        fields[path.joined(separator: ".")] = change.new ?? .null
      }
      return fields
    }
  }

  /// Goes to the row of a respondent: by name, below the row the cursor is in.
  private mutating func go(to name: String) throws {
    desk.press("g", "g")
    for _ in 0..<20 where !desk.shows("│>\(name)") && !desk.shows("│>  \(name)") { desk.press("j") }
    try #require(desk.rows.contains { $0.hasPrefix("│>") && $0.contains(name) })
  }

  private func row(_ name: String) -> String {
    desk.rows.first { $0.contains(name) && $0.hasPrefix("│") } ?? ""
  }

  /// The cells of a row, as their letters.
  private func cells(_ name: String) -> String {
    let letters = row(name).split(separator: " ").filter { $0.count == 1 && "ANDXB.".contains($0) }
    return letters.joined()
  }

  // MARK: The figures

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `the answers to round 1 are drawn as their pictures`(width: Int, height: Int) throws {
    let scripts: [(String, [Key])] = [
      ("round", ["3"]), ("round-cell", ["3", "G", "l", "l", "l", "l", "l", "l", "l", "l"]),
      ("round-next", ["3", "n"]), ("round-question", ["3", ">", ">", ">", ">"]),
      ("round-area", ["3", ">", ">", ">", ">", ">"]), ("round-list", ["3", "<"]),
      ("round-folded", ["3", "-"]), ("round-form", ["3", "G", .enter]),
      ("round-recorded", ["3", "G", "k", "N", "D", "A"]), ("round-marked", ["3", "G", " ", "v"]),
    ]
    for (name, keys) in scripts {
      var desk = try Self.desk(width: width, height: height)
      for key in keys { desk.press(key) }
      try expectScreen(desk.screen, matches: "\(name).\(width)x\(height)")
    }
  }

  @Test func `round 1 as at 6 February 2018 tells who has said what and who is silent`() throws {
    #expect(desk.shows("Round 1 · due 14 Feb 2018, 8 days left"))
    #expect(cells("Health") == "AA.......")
    #expect(cells("unit not known") == "AA..A....")
    #expect(cells("Trading Standards") == "...A.A.AA")
    #expect(cells("│ Fire") == ".........")
    #expect(
      row("said something").split(separator: " ").filter { Int($0) != nil }
        == ["2", "2", "0", "1", "1", "1", "0", "1", "1", "8", "6", "8"])
    #expect(desk.shows("8 on 6 of 8 areas"))
    #expect(desk.shows("awaited 7: Community and Children's Services, Fire and 5 units of City"))
    #expect(desk.shows("Nobody has spoken of Blackmail and kidnap and Fraud and cyber enabled"))
    #expect(desk.shows("Next to chase: "))
    #expect(desk.shows("nothing heard, never reminded."))
  }

  @Test func `days to the deadline are told on every side of it`() throws {
    for (today, words) in [
      ("2018-02-13", "1 day left"), ("2018-02-14", "due today"), ("2018-02-19", "5 days over"),
    ] {
      let day = try #require(CalendarDate("2018-02-06"))
      var desk = Desk(try .shipped(asAt: day), today: today)
      desk.press("3")
      #expect(desk.shows(words))
    }
  }

  // MARK: States

  @Test mutating func `a state is recorded by one key, and the cursor goes along the row`() throws {
    try go(to: "Fire")
    desk.press("A")
    #expect(
      saved() == [
        [
          "round": "round-1", "respondent": "fire", "area": "modern-slavery", "state": "answered",
          "received": "2018-02-06",
        ]
      ])
    #expect(desk.shows("Fire on Modern slavery: answered. u undoes."))
    desk.press("N", "D", "X")
    #expect(cells("Fire") == "ANDX.....")
    #expect(row("said something").contains(" 3 "))
    #expect(row("Fire").contains("1 "))
    #expect(!desk.shows("awaited 7"))
  }

  @Test mutating func `at the end of a row the next respondent begins`() throws {
    try go(to: "Fire")
    for _ in 0..<8 { desk.press("l") }
    desk.press("N")
    #expect(row("Health").hasPrefix("│>"))
    desk.press("N")
    #expect(cells("Health") == "NA.......")
  }

  @Test mutating func `what was recorded before takes the state and keeps its text`() throws {
    try go(to: "Trading Standards")
    for _ in 0..<8 { desk.press("l") }
    desk.press("D")
    #expect(saved() == [["state": "declined"]])
    let id: Identifier<Response> = "r1-trading-cryptocurrency"
    #expect(desk.state.board[id]?.text?.isEmpty == false)
  }

  @Test mutating func `the answer of an agency whose unit is unknown clears none of its units`()
    throws
  {
    desk.press("l", "l", "A")
    #expect(saved().first?["respondent"] == "police")
    #expect(cells("unit not known") == "AAA.A....")
    #expect(cells("Police: Modern Slavery") == ".........")
    #expect(row("Police: Modern Slavery").contains("chase"))
  }

  @Test mutating func `B notes that the invitation came back, and x takes it away again`() throws {
    try go(to: "Fire")
    desk.press("B")
    #expect(saved() == [["invitations.fire.undelivered": "2018-02-06"]])
    #expect(cells("│ Fire") == "BBBBBBBBB")
    #expect(row("│ Fire").contains("resend"))
    #expect(row("Health").hasPrefix("│>"))
    desk.press("k", "x")
    #expect(saved() == [["invitations.fire.undelivered": .null]])
    #expect(cells("Fire") == ".........")
  }

  @Test mutating func `x makes an answer awaited again`() throws {
    try go(to: "Health")
    desk.press("x")
    #expect(saved().count == 1)
    #expect(cells("Health") == ".A.......")
    #expect(desk.shows("Health on Modern slavery: awaited again. u undoes."))
    desk.press("x")
    #expect(desk.shows("clear: it is awaited."))
  }

  @Test mutating func `marked respondents take a state in the cursor's column by one act`() throws {
    try go(to: "Fire")
    desk.press(" ", " ", "X")
    let act = saved()
    #expect(act.count == 2)
    #expect(cells("Fire") == "X........")
    #expect(cells("Health") == "XA.......")
    #expect(desk.shows("2 respondents on Modern slavery: not applicable. u undoes."))
    #expect(desk.state.markCount == 2)
  }

  @Test mutating func `the dot records the same on the cell one has gone to`() throws {
    try go(to: "Fire")
    desk.press("D", "j", ".")
    #expect(cells("Fire") == "D........")
    #expect(cells("Health") == "AD.......")
  }

  @Test mutating func `several answers in a cell are not changed as one`() throws {
    for question in ["q1-impact", "q2-confidence"] as [Identifier<Question>] {
      var response = Response(round: "round-1", respondent: "fire", state: .answered)
      response.area = "modern-slavery"
      response.question = question
      var anna = Colleague()
      let id = try Identifier<Response>("fire-\(question)")
      desk.receive(anna.adds(Record(id: id, content: response)))
    }
    try go(to: "Fire")
    #expect(desk.shows("2 answers, the strongest answered; Enter lists them."))
    desk.press("N")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("Fire has several answers here"))
    desk.press(.enter)
    #expect(desk.shows("2 answers stand here: which one"))
    desk.press(.down, .enter)
    #expect(desk.shows("Fire on Modern slavery, question 2"))
    desk.press(.escape, ">", "N")
    #expect(saved() == [["state": "nil"]])
  }

  // MARK: Chasing

  @Test mutating func `n goes round those to chase, and C notes it and goes on`() throws {
    desk.press("n")
    #expect(row("Community").hasPrefix("│>"))
    #expect(desk.shows("C notes that you did."))
    desk.press("C")
    let reminder = saved()
    #expect(
      reminder.first?["invitations.community-childrens-services.reminders.*.on"]
        == "2018-02-06")
    #expect(row("Community").contains("1 (6 Feb)"))
    #expect(row("Community").contains("wait"))
    #expect(row("│>").contains("Fire") || row("│>").contains("Police:"))
    for _ in 0..<6 { desk.press("C") }
    desk.press("n")
    #expect(desk.shows("Nobody is to be chased today"))
  }

  @Test mutating func `who has answered is not chased`() throws {
    try go(to: "Health")
    desk.press("C")
    #expect(desk.takeEffects().isEmpty)
    #expect(desk.shows("Health: answered, so that nobody is to be chased."))
  }

  @Test mutating func `an agency as a whole is chased by its units, and folds over them`() throws {
    desk.press("-")
    #expect(!desk.shows("Police: Modern Slavery"))
    desk.press("C")
    let act = saved()
    #expect(act.count == 1)
    #expect(desk.shows("Chased: 5 respondents; 1 need none. u undoes."))
    desk.press("g", "g", "+")
    #expect(row("Police: Modern Slavery").contains("1 (6 Feb)"))
  }

  // MARK: The whole answer

  @Test mutating func `Enter writes a whole answer`() throws {
    try go(to: "Fire")
    desk.press(.enter, "a")
    desk.type("We see it in short lets.")
    desk.press(.tab, .control("u"))
    desk.type("5 feb 2018")
    desk.press(.tab)
    desk.type("Station manager")
    desk.press(.tab)
    desk.type("fairly confident")
    desk.press(.tab)
    desk.type("1")
    desk.press(.enter)
    #expect(
      saved() == [
        [
          "round": "round-1", "respondent": "fire", "area": "modern-slavery", "state": "answered",
          "text": "We see it in short lets.", "received": "2018-02-05",
          "byRole": "Station manager", "confidence": "fairly confident", "question": "q1-impact",
        ]
      ])
    desk.press(.enter, "d", .enter)
    #expect(saved() == [["state": "declined"]])
  }

  @Test mutating func `a form in which nothing was said records nothing`() throws {
    try go(to: "Fire")
    desk.press(.enter, .enter)
    #expect(desk.shows("State is needed"))
    #expect(desk.takeEffects().isEmpty)
    desk.press(.escape)
    #expect(cells("Fire") == ".........")
  }

  @Test mutating func `who has left is not chased, and says so in its row`() throws {
    var board = try Board.shipped(asAt: try #require(CalendarDate("2018-02-06")))
    board["fire" as Identifier<Partner>]?.left = CalendarDate("2018-01-31")
    desk = Desk(board, today: "2018-02-06")
    desk.press("3")
    #expect(row("Fire").contains("left"))
    #expect(desk.shows("awaited 6"))
    try go(to: "Fire")
    #expect(desk.shows("it has left the partnership."))
  }

  @Test mutating func `what is said in general counts beside the areas`() throws {
    var anna = Colleague()
    let general = Response(round: "round-1", respondent: "fire", state: .answered)
    desk.receive(anna.adds(Record(id: "general", content: general)))
    #expect(row("Fire").contains(" 0+1 "))
  }

  @Test mutating func `a question's view tells how many have answered it`() throws {
    desk.press(">")
    #expect(desk.shows("0 of 5 agencies on this; awaited 7"))
    #expect(row("Health").contains(" ask"))
    #expect(!row("Fire").contains(" ask"))
  }

  @Test mutating func `an undone reminder is told in words`() throws {
    try go(to: "Fire")
    let before = reading(try #require(desk.state.board["round-1" as Identifier<Round>]))
    desk.press("C")
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was noted.")
      return
    }
    desk.send(.saved)
    desk.press("u")
    desk.send(.undone(UndoneAct(act: LoggedAct.of(act, 30), readings: [before])))
    #expect(desk.shows("Undone: the reminder of Fire ("))
  }

  @Test mutating func `w gives the day of receipt, and a word that is none is not kept`() throws {
    try go(to: "Health")
    desk.press("w", .control("u"))
    desk.type("someday")
    desk.press(.enter)
    #expect(desk.takeEffects().isEmpty)
    desk.press(.control("u"))
    desk.type("1 feb")
    desk.press(.enter)
    #expect(desk.shows("1 Feb 2019 is yet to come: type the year, too."))
    desk.press(.control("u"))
    desk.type("1 feb 2018")
    desk.press(.enter)
    #expect(saved() == [["received": "2018-02-01"]])
    desk.press("l", ".")
    #expect(saved() == [["received": "2018-02-01"]])
  }

  @Test mutating func `e opens the text in the editor, and its lines are kept`() throws {
    try go(to: "Health")
    desk.press("e")
    guard case .edit(let text)? = desk.takeEffects().first else {
      Testing.Issue.record("The editor was not opened.")
      return
    }
    desk.send(.edited(text.replacing("# Text\n", with: "# Text\nOne.\nTwo.\n")))
    #expect(saved().first?["text"] == "One.\nTwo.")
    desk.press(.enter)
    #expect(desk.shows("e opens the text"))
    #expect(!desk.shows("what was said"))
  }

  // MARK: To the inbox

  @Test mutating func `I raises an issue with its source, and then goes to it`() throws {
    try go(to: "Trading Standards")
    for _ in 0..<8 { desk.press("l") }
    desk.press("I")
    let act = saved()
    #expect(act.count == 2)
    #expect(act[0]["title"] == "City businesses engaged in the unregulated cryptocurrency sector")
    #expect(act[0]["text"] == "City businesses engaged in the unregulated cryptocurrency sector.")
    #expect(act[0]["stage"] == "emerging")
    #expect(act[0]["sourcePartner"] == "trading-standards")
    #expect(act[0]["sourceResponse"] == "r1-trading-cryptocurrency")
    #expect(act[0]["raised"] == "2018-02-06")
    #expect(act[1]["raisedIssue"] != nil)
    #expect(desk.shows("is in the inbox: I goes there. u undoes."))
    #expect(desk.shows("Raised as: City businesses engaged"))
    desk.press("I")
    #expect(desk.state.pane == .threats)
    #expect(desk.shows("Source response: Trading Standards"))
    desk.press("'", "'")
    #expect(desk.state.pane == .responses)
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `what was raised is raised again once its issue was removed`() throws {
    try go(to: "Trading Standards")
    for _ in 0..<8 { desk.press("l") }
    desk.press("I")
    #expect(saved().count == 2)
    let answer: Identifier<Response> = "r1-trading-cryptocurrency"
    let raised = try #require(desk.state.board[answer]?.raisedIssue)
    var anna = Colleague()
    desk.receive(anna.removes(try #require(desk.state.board[raised])))
    #expect(!desk.shows("Raised as"))
    desk.press("I")
    #expect(saved().count == 2)
    #expect(desk.state.board[answer]?.raisedIssue != raised)
  }

  @Test mutating func `F refers the answer instead, and only once`() throws {
    try go(to: "Trading Standards")
    for _ in 0..<8 { desk.press("l") }
    desk.press("F")
    #expect(saved().first?["stage"] == "referred")
    desk.press("F")
    #expect(desk.shows("refer: it was raised already"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `an answer without a text raises nothing`() throws {
    try go(to: "Health")
    desk.press("I")
    #expect(desk.shows("to the inbox: the answer has no text: Enter writes it."))
  }

  // MARK: Moving

  @Test func `the area one comes with is the column one stands in`() throws {
    var desk = try Self.desk()
    desk.press("j", "j", "j", "3")
    #expect(desk.shows("Area: Intellectual property"))
    desk.press("j")
    #expect(desk.shows("City of London Police (unit not known) on Intellectual property"))
    desk.press("]", "2")
    #expect(desk.shows("Organised acquisitive crime"))
  }

  @Test mutating func `rows are narrowed, ordered and copied without losing the cursor`() throws {
    try go(to: "Health")
    desk.press("o")
    #expect(desk.shows("Ordered by fewest answers."))
    #expect(row("Health").hasPrefix("│>"))
    desk.press("A", "A", "A")
    #expect(row("Health").hasPrefix("│>"))
    desk.press("/")
    desk.type("police")
    desk.press(.enter)
    #expect(!desk.shows("Health"))
    #expect(desk.shows("7 (11)"))
    desk.press(.escape)
    _ = desk.takeEffects()
    desk.press("y", "t")
    guard case .copy(let text)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was copied.")
      return
    }
    #expect(text.contains("Respondent\t1 Modern slavery"))
    #expect(text.contains("Trading Standards\t\t\t\tanswered"))
  }

  @Test mutating func `a place is the cell, in another round and view too`() throws {
    try go(to: "Health")
    desk.press("l", "m", "a", "G", "h", "<", "1", "'", "a")
    #expect(row("Health").hasPrefix("│>"))
    #expect(desk.shows("Health on Child sexual exploitation"))
  }

  // MARK: Others, and damage

  @Test mutating func `what others record shows, and the cursor stays`() throws {
    try go(to: "Health")
    var anna = Colleague()
    var response = Response(round: "round-1", respondent: "fire", state: .nilReturn)
    response.area = "cyber-attack"
    let before = desk.screen.cursor
    desk.receive(anna.adds(Record(id: "by-anna", content: response)))
    #expect(desk.screen.cursor == before)
    #expect(cells("Fire") == ".......N.")
    #expect(row("Fire").contains("new"))
    #expect(desk.shows("awaited 6"))
    desk.press("k")
    #expect(desk.shows("Cyber-attack: anna added it"))
  }

  @Test mutating func `who was not invited, or is gone from the board, is shown all the same`()
    throws
  {
    var anna = Colleague()
    let social = Response(round: "round-1", respondent: "social-services", state: .answered)
    let unknown = Response(round: "round-1", respondent: "no-such-partner", state: .answered)
    let fire = try #require(desk.state.board["health" as Identifier<Partner>])
    let round = try #require(desk.state.board["round-1" as Identifier<Round>])
    desk.receive(
      anna.adds(Record(id: "one", content: social)), anna.adds(Record(id: "two", content: unknown)),
      anna.removes(fire), anna.changes(round) { $0.invitations["trading-standards"] = nil })
    #expect(row("Social").contains("not invited"))
    #expect(row("no-such-partner").contains("not invited"))
    #expect(row("Trading Standards").contains("not invited"))
    #expect(cells("Health") == "AA.......")
    desk.press("G", "A", "R", "r", .escape)
    #expect(row("Social").contains("not invited"))
  }

  @Test func `a closed round can be read, and nothing of it is recorded`() throws {
    let day = try #require(CalendarDate("2018-02-06"))
    var board = try Board.shipped(asAt: day)
    var round = try #require(board["round-1" as Identifier<Round>])
    round.closed = CalendarDate("2018-02-20")
    board[round.id] = round
    var desk = Desk(board, today: "2018-02-21")
    desk.press("3")
    #expect(desk.shows("Round 1 · closed 20 Feb 2018"))
    for key in ["A", "N", "D", "X", "B", "x", "C", "i", "w"] as [Key] {
      desk.press(key)
      #expect(desk.shows("the round is closed; :reopen-round opens it again."))
    }
    desk.press("G", "l", "l", "l", "l", "l", "l", "l", "l", .enter)
    #expect(desk.shows("unregulated cryptocurrency sector"))
    #expect(desk.takeEffects().allSatisfy { if case .save = $0 { false } else { true } })
  }

  @Test func `a round without questions or respondents, and no round, say what to do`() throws {
    var desk = Desk(.bare)
    desk.press("3")
    #expect(desk.shows("Nobody has been asked anything yet: a starts a round."))
    for key in ["A", "n", "C", "I", ">", "<", "x", .enter, "j", "l", "o", "-", "]"] as [Key] {
      desk.press(key)
    }
    var board = try Board.shipped()
    var round = try #require(board["round-1" as Identifier<Round>])
    round.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    board[round.id] = round
    board["empty" as Identifier<Round>] = Record(id: "empty", content: Round(title: "Empty"))
    desk = Desk(board)
    desk.press("3")
    #expect(desk.shows("Nobody was invited to this round"))
    for key in ["A", "n", "C", "I", ">", ">", "<", "x", .enter, "j", "l", "o"] as [Key] {
      desk.press(key)
    }
    #expect(desk.takeEffects().isEmpty)
  }

  @Test func `damaged files of rounds and responses are noticed in the border`() throws {
    let problem = Problem(
      file: "responses/x.json", what: "it is not JSON", remedy: "Mend it.")
    var desk = Desk(try .shipped(), problems: [problem])
    desk.press("3")
    #expect(desk.shows("1 cannot be read, :problems tells"))
  }

  @Test mutating func `what is undone is where the cursor goes back to`() throws {
    try go(to: "Fire")
    desk.press("A")
    guard case .save(let act)? = desk.takeEffects().first else { return }
    desk.send(.saved)
    let name = try #require(act.edits.first?.record)
    desk.press("j", "j", "u")
    desk.send(
      .undone(
        UndoneAct(
          act: LoggedAct.of(act, 30),
          readings: [RecordReading(name: name, outcome: .gone)])))
    #expect(cells("Fire") == ".........")
    #expect(row("Fire").hasPrefix("│>"))
    #expect(desk.shows("Undone: Fire · Modern slavery is removed"))
    desk.press("A")
    #expect(cells("Fire") == "A........")
  }

  // MARK: To the public

  /// Round 1 where the answers of Health on the first area and of Fire altogether are withheld.
  private func publicDesk(width: Int = 120, height: Int = 36) throws -> Desk {
    let day = try #require(CalendarDate("2018-02-06"))
    var board = try Board.shipped(asAt: day)
    let answers = board.responses.standing.filter { $0.respondent == "health" }
    for answer in answers where answer.area == "modern-slavery" {
      board[answer.id]?.header.exemptParagraph = "7"
    }
    var reminded = try #require(board["round-1" as Identifier<Round>])
    reminded.invitations["fire"]?.reminders["first"] = Round.Reminder(
      on: try #require(CalendarDate("2018-02-02")), by: "Board manager")
    reminded.invitations["fire"]?.undelivered = CalendarDate("2018-02-03")
    board[reminded.id] = reminded
    var desk = Desk(board, width: width, height: height, today: "2018-02-06")
    desk.press("P", "3")
    return desk
  }

  @Test func `the public is shown what is published, and of nobody that nothing was heard`() throws
  {
    var desk = try publicDesk()
    let keys: [[Key]] = [
      [], ["l"], ["n"], ["o"], [">", ">"], ["<", "<", "<", "<"], ["j"], [.enter],
      [.escape, "y", "y"],
      ["7"], [">"], ["3"], [":", "c", "o", "m", "p", "a", "r", "e", .enter],
    ]
    for keys in keys {
      for key in keys { desk.press(key) }
      for word in ["awaited", "silent", "chase", "heard", "days", "reminded", "spoken", "nobody"] {
        #expect(!desk.rows.joined(separator: "\n").lowercased().contains(word), "\(word), \(keys)")
      }
      for case .copy(let text) in desk.takeEffects() {
        #expect(!text.lowercased().contains("remind") && !text.contains("Answered"))
      }
    }
  }

  @Test func `a withheld answer leaves an empty cell`() throws {
    let desk = try publicDesk()
    let health = try #require(desk.rows.first { $0.contains("Health") })
    #expect(health.split(separator: " ").filter { $0 == "A" }.count == 1)
    #expect(!health.contains("."))
    #expect(desk.shows("An empty cell says nothing about a partner"))
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func `the public view is drawn as its pictures`(width: Int, height: Int) throws {
    let desk = try publicDesk(width: width, height: height)
    try expectScreen(desk.screen, matches: "public-round.\(width)x\(height)")
  }

  // MARK: What others note

  @Test
  mutating func
    `a reminder and a bounce that somebody else notes mark the rows of whom they concern`()
    throws
  {
    var anna = Colleague()
    let round = try #require(desk.state.board["round-1" as Identifier<Round>])
    let day = try #require(CalendarDate("2018-02-06"))
    desk.receive(
      anna.changes(round) {
        $0.invitations["fire"]?.reminders["one"] = Round.Reminder(on: day)
        $0.invitations["community-childrens-services"]?.undelivered = day
      })
    #expect(row("│ Fire").contains("changed"))
    #expect(row("Community").contains("changed"))
    #expect(!row("Health").contains("changed"))
    try go(to: "Fire")
    #expect(desk.shows("Round 1: anna changed "))
    #expect(desk.shows("reminders of Fire"))
    desk.press("j")
    #expect(!row("│ Fire").contains("changed"))
  }

  // MARK: What is taken away

  @Test
  mutating func `an issue keeps in words that it was raised from an answer that is taken away`()
    throws
  {
    try go(to: "Trading Standards")
    for _ in 0..<8 { desk.press("l") }
    desk.press("I")
    let issue = try #require(
      desk.state.board.issues.standing.first { $0.sourceResponse == "r1-trading-cryptocurrency" })
    _ = desk.takeEffects()
    desk.send(.saved)
    desk.press("x")
    let effects = desk.takeEffects()
    guard case .save(let act)? = effects.last else { throw Missing() }
    #expect(Set(act.edits.map(\.record.kind)) == [.issue, .response])
    let kept = try #require(desk.state.board[issue.id])
    #expect(kept.sourceResponse == nil)
    #expect(
      kept.header.source
        == "entered by tester; answer of Trading Standards on question 4, Round 1, "
        + "taken away 6 Feb 2018")
    #expect(kept.sourcePartner == "trading-standards")
    #expect(!desk.state.problems.contains { $0.file == kept.recordName.path })
  }

  private struct Missing: Error {}
}
