import Domain
import TestSupport
import Testing

struct RoundAnswersTests {
  private let board: Board
  private let round: Record<Round>
  private let answers: RoundAnswers
  private let respondents: Respondents
  private let today: CalendarDate

  init() throws {
    today = try #require(CalendarDate("2018-02-06"))
    board = try Board.shipped(asAt: today)
    round = try #require(board.currentRound)
    answers = RoundAnswers(to: round.id, on: board)
    respondents = Respondents(of: round, answers, on: board)
  }

  private func letters(_ partner: Identifier<Partner>, _ standing: Respondent.Standing) -> String {
    String(
      board.orderedAreas.map { area in
        respondents.state(
          of: Respondent(partner, standing), on: Matter(area: .one(area.id)), in: round, answers
        ).letter
      })
  }

  @Test func `round 1 has the rows of those asked, the police as a whole and by unit`() {
    let names = respondents.rows.map { board[$0.partner]?.name ?? "" }
    #expect(
      names == [
        "City of London Police", "City of London Police", "Police: Acquisitive crime",
        "Police: Blackmail and Kidnapping", "Police: Intellectual property and fraud",
        "Police: Modern Slavery", "Police: Public Protection Unit",
        "Community and Children's Services", "Fire", "Health", "Trading Standards",
      ])
    #expect(respondents.rows[0].standing == .whole)
    #expect(respondents.rows[1].standing == .unitUnknown)
  }

  @Test func `round 1 as at 6 February 2018 has the published answers`() {
    #expect(letters("health", .agency) == "AA......")
    #expect(letters("police", .whole) == "AA..A...")
    #expect(letters("police", .unitUnknown) == "AA..A...")
    #expect(letters("police-modern-slavery", .unit) == "........")
    #expect(letters("trading-standards", .agency) == "...A.A.A")
    #expect(
      board.orderedAreas.map { answers.comments(on: Matter(area: .one($0.id))) }
        == [2, 2, 0, 1, 1, 1, 0, 1])
    #expect(
      board.silentAreas(in: round, answers) == [
        "blackmail-and-kidnap", "fraud-and-cyber-enabled-crime",
      ])
  }

  @Test func `an area that came to the board after the round was asked is not silent in it`() throws
  {
    var board = board
    func came(_ day: String) throws -> Bool {
      var area = Record<Area>(id: "added", content: Area(title: "Added", rank: "9"))
      let date = try #require(CalendarDate(day))
      area.header.created = Stamp(at: Timestamp(startOf: date), by: "anna@example")
      board[area.id] = area
      return board.silentAreas(in: round, answers).contains("added")
    }
    // The round stands on the board since 21 February 2018; nobody says when it was asked.
    #expect(try came("2018-02-21"))
    #expect(try !came("2018-02-22"))
    var later = round
    later.asked = CalendarDate("2018-03-01")
    #expect(board.silentAreas(in: later, answers).contains("added"))
    board["added" as Identifier<Area>]?.header.created = nil
    #expect(board.silentAreas(in: round, answers).contains("added"))
  }

  @Test func `an answer without a unit clears no unit`() {
    #expect(
      board.awaited(in: round, answers, on: today) == [
        "community-childrens-services", "fire", "police-acquisitive-crime",
        "police-blackmail-kidnapping", "police-ip-and-fraud", "police-modern-slavery",
        "police-public-protection",
      ])
  }

  @Test func `of several answers the strongest counts`() throws {
    var answers = answers
    let matter = Matter(area: .one("modern-slavery"))
    for (index, state) in [Response.State.notApplicable, .declined, .nilReturn].enumerated() {
      var response = Response(round: round.id, respondent: "fire", state: state)
      response.area = "modern-slavery"
      let id = try Identifier<Response>("extra-\(index)")
      answers.replace(nil, with: Record(id: id, content: response), on: board)
      #expect(answers.state(of: "fire", on: matter) == AnswerState(state))
    }
    #expect(answers.comments(on: matter) == 2)
    #expect(answers.responses(of: "fire", on: matter).first == "extra-2")
  }

  @Test func `what is removed is counted no longer`() throws {
    var answers = answers
    let old = try #require(board.responses.standing.first { $0.area == "cyber-attack" })
    var removed = old
    removed.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "anna@example")
    answers.replace(old, with: removed, on: board)
    let area = try #require(old.area)
    #expect(answers.comments(on: Matter(area: .one(area))) == 0)
    #expect(board.silentAreas(in: round, answers).contains(area))
  }
}
