import Domain
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
