import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Scores for a place or period, and side by side.
struct PlacesAndPeriodsTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .shipped())
    desk.press("4")
  }

  @Test mutating func `the next view shows a place or period, with its own order`() {
    desk.press(">")
    #expect(desk.rows[2].contains("Illustration, block 2"))
    #expect(desk.rows[4].hasPrefix("│>w CSE") && desk.rows[4].contains("220"))
    desk.press(">")
    #expect(desk.rows[2].contains("Illustration, block 3") && desk.rows[4].contains("308"))
    desk.press(">")
    #expect(desk.rows[4].contains("308"))
    desk.press(.escape)
    #expect(desk.rows[4].contains("198"))
  }

  @Test mutating func `side by side the three published blocks show both orders`() throws {
    desk.press("<")
    let cse = try #require(desk.rows.first { $0.hasPrefix("│>w CSE") })
    let slavery = try #require(desk.rows.first { $0.hasPrefix("│ w Modern Slavery") })
    #expect(
      cse.words == ["│", ">w", "CSE"]
        + blocks([".5 99 2 198 1", "1 110 2 220 1", "3 154 2 308 1"]))
    #expect(
      slavery.words == ["│", "w", "Modern", "Slavery"]
        + blocks(["3 169 1 169 2", "2 143 1 143 2", "3 169 1 169 2"]))
    #expect(
      desk.shows("CSE · Volume 0.5 → 1 → 3 · grade 198 → 220 → 308 · by grade 1st everywhere"))
    #expect(desk.shows("by risk 2nd everywhere"))
  }

  private func blocks(_ texts: [String]) -> [String] {
    texts.flatMap { ["│"] + $0.split(separator: " ").map(String.init) } + ["│"]
  }

  @Test(arguments: [(120, 36), (80, 24)])
  mutating func `the twelve published rows stand in three blocks`(width: Int, height: Int) throws {
    desk = Desk(try .illustration(), width: width, height: height)
    desk.press("4", "<")
    let rows = try PublishedRow.all()
    /// The place of a row in its block by one of its figures.
    func place(_ row: PublishedRow, by column: String) throws -> Int {
      try rows.filter { $0.block == row.block }
        .count { try row.figure(column) < $0.figure(column) } + 1
    }
    for theme in Set(rows.map(\.theme)) {
      let line = try #require(desk.rows.first { $0.contains(theme.prefix(9)) })
      let told = try rows.filter { $0.theme == theme }.map { row in
        let volume = try row.figure("volume") == Exact("0.5") ? ".5" : "\(row.figure("volume"))"
        return try "\(volume) \(row.figure("risk")) \(place(row, by: "risk")) "
          + "\(row.figure("op_grading")) \(place(row, by: "op_grading"))"
      }
      #expect(Array(line.words.suffix(19)) == blocks(told))
    }
    #expect(desk.shows("CSE · Volume 0.5 → 1 → 3 · grade 198 → 220 → 308"))
  }

  @Test(arguments: [0, 1, 2])
  mutating func `the line below names the swap in the block of the cursor`(block: Int) throws {
    desk = Desk(try .illustration())
    desk.press("4", "<")
    for _ in 0..<block { desk.press("l") }
    let title = ["Baseline", "Block 2", "Block 3"][block]
    #expect(desk.rows.joined().contains("\(title): CSE above"))
    #expect(desk.shows("Modern Slavery, OP 6 ×2 against OP 5 ×1"))
  }

  @Test mutating func `what a place has otherwise than the baseline is told`() {
    desk.press(">")
    #expect(desk.shows("CSE · Volume 1 (baseline 0.5) · risk 110"))
    desk.press("j", "j")
    #expect(desk.shows("Aggravated Burglary · risk 58.5"))
  }

  // MARK: Adding and changing

  private mutating func addSpring() {
    desk.type(":add-place")
    desk.press(.enter)
    desk.type("Spring 2018")
    desk.press(.enter)
  }

  @Test mutating func `a place or period is added, shown, and scores as the baseline`() throws {
    addSpring()
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    desk.send(.saved)
    let paths = try #require(act.edits.first).changes.map(\.path).filter {
      $0.first == "contexts"
    }
    #expect(act.edits.count == 1 && paths.allSatisfy { $0.count >= 2 } && !paths.isEmpty)
    #expect(desk.rows[2].contains("Spring 2018") && desk.rows[4].contains("198"))
    #expect(desk.shows("Spring 2018 scores as the baseline does"))
    desk.press(.enter, "8", .enter, "<")
    #expect(desk.rows[2].contains("Illustration, block 3"))
    desk.press("<", "<", "<")
    #expect(desk.rows[5].contains("198") && desk.rows[5].contains("234"))
    desk.press(">", ">", ">", ">", ">")
    #expect(desk.shows("This is the last place or period; :add-place adds another one."))
  }

  @Test mutating func `the first place or period is added where there is none`() throws {
    desk = Desk(.bare)
    desk.press("4", ">")
    #expect(desk.shows("the board has no place or period of its own: :add-place adds one."))
    addSpring()
    #expect(desk.state.board.settings.contexts.values.map(\.title) == ["Spring 2018"])
  }

  @Test mutating func `a place or period is changed, but takes no other one's title`() throws {
    desk.type(":change-place")
    desk.press(.enter)
    #expect(desk.shows("no place or period is shown: > goes to one."))
    desk.press(.escape, ">")
    desk.type(":change-place")
    desk.press(.enter, .control("u"))
    desk.type("illustration, BLOCK 3")
    desk.press(.enter)
    #expect(desk.shows("Another place or period has this title."))
    desk.press(.control("u"))
    desk.type("Eastern wards")
    desk.press(.tab)
    desk.type("Aldgate to Tower")
    desk.press(.enter)
    #expect(desk.rows[2].contains("Eastern wards") && desk.rows[4].contains("220"))
    let context = try #require(desk.state.board.settings.contexts["block-2"])
    #expect((context.title, context.place) == ("Eastern wards", "Aldgate to Tower"))
  }

  @Test mutating func `only what was touched of a place is changed, and what others touched told`()
    throws
  {
    var board = try Board.shipped()
    board.settings.content.contexts["block-2"]?.notes = "Two wards,\neast of the river"
    let former = try #require(board.settings.contexts["block-2"]?.title)
    desk = Desk(board)
    desk.press("4", ">")
    desk.type(":change-place")
    desk.press(.enter, .control("u"))
    desk.type("Eastern wards")
    var anna = Colleague()
    desk.receive(
      anna.changes(desk.state.board.settings) {
        $0.content.contexts["block-2"]?.title = "East"
        $0.content.contexts["block-2"]?.period = "2018"
      })
    #expect(desk.shows("anna changed") && desk.shows("meanwhile"))
    desk.press(.enter)
    guard case .save(let act)? = desk.takeEffects().first else {
      Testing.Issue.record("Nothing was saved.")
      return
    }
    let changes = try #require(act.edits.first).changes.filter { $0.path.first == "contexts" }
    #expect(changes.map(\.path) == [["contexts", "block-2", "title"]])
    #expect(changes.first?.old == .string(former))
    #expect(desk.state.board.settings.contexts["block-2"]?.period == "2018")
  }

  @Test mutating func `what was opened for a place is not kept once it is gone`() throws {
    desk.press(">", "A", .tab, .tab)
    desk.type("as it is")
    var anna = Colleague()
    desk.receive(anna.changes(desk.state.board.settings) { $0.content.contexts = [:] })
    desk.press(.enter)
    #expect(desk.shows("The place or period that this was for is not on the board any more."))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `Enter goes into the block of the cursor, on the same issue`() {
    desk.press("<", "j", "l", "l", .enter)
    #expect(desk.rows[2].contains("Illustration, block 3"))
    #expect(desk.shows("│>w Modern Slavery"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `where scores stand side by side nothing is scored`() {
    desk.press("<", "+", "A", "W")
    #expect(desk.shows("side by side: Enter goes into one of them"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `SCORE in a place edits its card, which holds only what differs`() throws {
    desk.press(">", "j", "j", .enter, "8")  // Aggravated Burglary has no card of its own here
    #expect(desk.shows("SCORE  Aggravated Burglary · Individual 4 → 8"))
    let card = try #require(
      desk.state.board.scorecards.all.first {
        $0.issue == "aggravated-burglary" && $0.context == "block-2"
      })
    #expect(card.values.entries.map(\.criterion) == ["individual"])
    #expect(desk.takeEffects().count == 1)
  }

  @Test mutating func `the baseline's value takes the place's own away`() throws {
    desk.press(">", .enter)
    for _ in 0..<8 { desk.press(.tab) }
    desk.press("5")
    #expect(desk.rows[4].contains("198"))
    let card = try #require(desk.state.board["cse-block-2" as Identifier<Scorecard>])
    #expect(card.values.isEmpty)
    desk.press(.left, "x")
    #expect(desk.shows("Volume has the value of the baseline: change it there."))
  }

  @Test mutating func `what changes in the baseline changes in a place that was shown`() {
    desk.press(">", "<", .enter, "8", .enter, ">")
    #expect(desk.rows[4].contains("130") && desk.rows[4].contains("260"))
  }

  @Test mutating func `a board without places has one view`() throws {
    var board = try Board.shipped()
    board.settings.content.contexts = [:]
    desk = Desk(board)
    desk.press("4", ">")
    #expect(desk.shows("the board has no place or period of its own"))
  }

  @Test mutating func `a place that goes leaves the baseline`() throws {
    desk.press(">")
    var anna = Colleague()
    desk.receive(anna.changes(desk.state.board.settings) { $0.content.contexts = [:] })
    #expect(desk.rows[4].contains("198"))
  }

  @Test mutating func `the public is shown the places, without what is withheld`() throws {
    var board = try Board.shipped()
    board.scorecards["cse-block-2"]?.header.exemptParagraph = "3"
    desk = Desk(board)
    desk.press("4", "P", ">")
    #expect(desk.shows("PUBLIC VIEW"))
    #expect(desk.rows[2].contains("Illustration, block 2"))
    #expect(desk.shows("198") && !desk.shows("220"))
  }
}

extension String {
  /// What stands between spaces and lines, and the lines.
  fileprivate var words: [String] {
    replacing("│", with: " │ ").split(separator: " ").map(String.init)
  }
}
