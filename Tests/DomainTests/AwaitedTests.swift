import Domain
import TestSupport
import Testing

/// Who is awaited, and how many have answered: kept as answers come in, and as if counted afresh.
struct AwaitedTests {
  private static let partners: [Identifier<Partner>] = [
    "city-police", "unit-one", "unit-two", "fire-brigade", "health", "trading",
  ]
  private static let areas: [Identifier<Area>] = ["area-one", "area-two", "area-three"]
  private let today: CalendarDate

  init() throws { today = try #require(CalendarDate("2018-02-06")) }

  /// A police of two units, three agencies, three areas, and two rounds that ask all but one.
  private static func board() -> Board {
    var board = Board.bare
    for (place, id) in areas.enumerated() {
      board[id] = Record<Area>(
        id: id, content: Area(number: place, title: id.text, rank: "\(place)"))
    }
    for id in partners {
      let isUnit = id.text.hasPrefix("unit")
      board[id] = Record<Partner>(
        id: id, content: Partner(name: id.text, parent: isUnit ? "city-police" : nil))
    }
    board["city-police" as Identifier<Partner>]?.impact["area-one"] = Partner.Impact()
    board["health" as Identifier<Partner>]?.impact["area-two"] = Partner.Impact()
    board["area-three" as Identifier<Area>]?.lead = "trading"
    for id in ["round-one", "round-two"] as [Identifier<Round>] {
      var round = Record<Round>(id: id, content: Round(title: id.text))
      round.due = CalendarDate("2018-02-20")
      for partner in partners.dropLast() { round.invitations[partner] = Round.Invitation() }
      board[id] = round
    }
    return board
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `after any change they are those worked out from nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var board = AwaitedTests.board()
    let round: Identifier<Round> = "round-one"
    var answers = RoundAnswers(to: round, on: board)
    var turnout = Turnout(of: board)
    var awaited = Awaited(
      in: try #require(board[round]), answers, on: board, today: today)
    for step in 0..<200 {
      if random.oneIn(4) {
        var changed = try #require(board[round])
        let partner = try #require(AwaitedTests.partners.dropLast().randomElement(using: &random))
        if random.oneIn(2) {
          let day = CalendarDate(year: 2018, month: 2, day: Int.random(in: 1...6, using: &random))
          let reminder = Round.Reminder(on: try #require(day))
          changed.invitations[partner]?.reminders[try Identifier("step-\(step)")] = reminder
        } else {
          let isBack = changed.invitations[partner]?.undelivered != nil
          changed.invitations[partner]?.undelivered = isBack ? nil : today
        }
        board[round] = changed
        let isAll = awaited.take(changed, answers, on: board)
        #expect(isAll)
        turnout.take(changed)
      } else {
        let id = try Identifier<Response>("answer-\(Int.random(in: 0..<8, using: &random))")
        let old = board[id]
        var new = Record<Response>(
          id: id,
          content: Response(
            round: random.oneIn(4) ? "round-two" : round,
            respondent: try #require(AwaitedTests.partners.randomElement(using: &random)),
            state: try #require(Response.State.allCases.randomElement(using: &random))))
        new.area = random.oneIn(5) ? nil : AwaitedTests.areas.randomElement(using: &random)
        new.confidence = random.oneIn(2) ? "high" : nil
        if random.oneIn(3) { new.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "anna") }
        board[id] = new
        answers.replace(old, with: new, on: board)
        awaited.replace(old, with: new, answers, on: board)
        turnout.replace(old, with: new, on: board)
      }
      let record = try #require(board[round])
      let fresh = Awaited(in: record, answers, on: board, today: today)
      try #require(awaited.chases(on: board) == fresh.chases(on: board))
      try #require(awaited.silentAreas == fresh.silentAreas)
      try #require(awaited.first(.max) == board.awaited(in: record, answers, on: today))
      try #require(awaited.count == awaited.first(.max).count)
      for round in board.rounds.all {
        let counted = Turnout(of: board)
        try #require(turnout.answered(round.id) == counted.answered(round.id))
        try #require(turnout.confidences == counted.confidences)
      }
    }
  }

  @Test func `the next to chase goes around those who are not given time`() throws {
    let board = AwaitedTests.board()
    var round = try #require(board["round-one" as Identifier<Round>])
    round.invitations["health"]?.reminders["lately"] = Round.Reminder(on: today)
    round.invitations["fire-brigade"]?.undelivered = today
    let answers = RoundAnswers(to: round.id, on: board)
    let awaited = Awaited(in: round, answers, on: board, today: today)
    var order: [Identifier<Partner>] = []
    var next = awaited.next(after: nil)
    while let partner = next, order.count < 5 {
      order.append(partner)
      next = awaited.next(after: partner)
    }
    #expect(order == ["fire-brigade", "city-police", "unit-one", "unit-two", "fire-brigade"])
    #expect(awaited.next(after: "health") == "fire-brigade")
    #expect(awaited.mostPressing(on: board)?.respondent == "fire-brigade")
    let until = try #require(CalendarDate("2018-02-13"))
    #expect(awaited.deed(of: "health") == .wait(until: until))
    #expect(awaited.chase(of: "trading", on: board) == nil)
  }

  @Test func `others who are invited, or another day, want all to be worked out anew`() throws {
    let board = AwaitedTests.board()
    let round = try #require(board["round-one" as Identifier<Round>])
    let answers = RoundAnswers(to: round.id, on: board)
    var awaited = Awaited(in: round, answers, on: board, today: today)
    func takes(_ change: (inout Record<Round>) -> Void) -> Bool {
      var other = round
      change(&other)
      return awaited.take(other, answers, on: board)
    }
    let isEnough = [
      takes { $0.invitations["trading"] = Round.Invitation() }, takes { $0.due = nil },
      takes { $0.title = "Another" },
    ]
    #expect(isEnough == [false, false, true])
  }
}
