import Domain
import TestSupport
import Testing

struct ChaseTests {
  private let today: CalendarDate
  private var board: Board
  private var round: Record<Round>

  init() throws {
    today = try #require(CalendarDate("2018-02-06"))
    board = try Board.shipped(asAt: today)
    round = try #require(board.currentRound)
  }

  private var chases: [Chase] {
    board.chases(in: round, RoundAnswers(to: round.id, on: board), today: today)
  }

  @Test func `all who have not answered are to be chased, by name while nothing tells them apart`()
  {
    #expect(chases.count == 7)
    #expect(chases.allSatisfy { $0.deed == .remind })
    #expect(chases.first?.respondent == "community-childrens-services")
    #expect(chases.first?.because == "nothing heard, never reminded")
  }

  @Test mutating func `who has an impact on a silent area comes first`() {
    let unit: Identifier<Partner> = "police-blackmail-kidnapping"
    board[unit]?.impact["blackmail-and-kidnap"] = Partner.Impact()
    #expect(chases.first?.respondent == "police-blackmail-kidnapping")
    #expect(
      chases.first?.because == "nothing heard, never reminded, "
        + "it has an impact on Blackmail and kidnap, of which nobody has spoken")
  }

  @Test mutating func `nobody is chased who has left, or once the round is closed`() {
    board["fire" as Identifier<Partner>]?.left = CalendarDate("2018-01-31")
    board["community-childrens-services" as Identifier<Partner>]?.header.deleted = Stamp(
      at: Timestamp(seconds: 0), by: "anna")
    #expect(chases.count == 5)
    #expect(!chases.contains { $0.respondent == "fire" })
    round.closed = today
    #expect(chases.isEmpty)
  }

  @Test mutating func `who leads, itself or by its agency, has to do with an area`() {
    board["blackmail-and-kidnap" as Identifier<Area>]?.lead = "police"
    #expect(chases.first?.respondent == "police-acquisitive-crime")
    #expect(
      chases.first?.because == "nothing heard, never reminded, "
        + "its agency has to do with Blackmail and kidnap, of which nobody has spoken")
    #expect(chases.count { $0.because.hasSuffix("of which nobody has spoken") } == 5)
    board["modern-slavery" as Identifier<Area>]?.lead = "fire"
    let fire = chases.first { $0.respondent == "fire" }
    #expect(fire?.because.contains("spoken") == false)
  }

  @Test mutating func `a reminder is given a week, but not into the last two days`() throws {
    let reminder = Round.Reminder(on: try #require(CalendarDate("2018-02-02")))
    round.invitations["fire"]?.reminders["first"] = reminder
    let wait = try #require(chases.last)
    #expect(wait.respondent == "fire")
    #expect(wait.deed == .wait(until: try #require(CalendarDate("2018-02-09"))))
    round.due = CalendarDate("2018-02-08")
    #expect(chases.allSatisfy { $0.deed == .remind })
  }

  @Test mutating func `an invitation that came back comes before all reminders`() {
    round.invitations["health"] = Round.Invitation()
    round.invitations["police-public-protection"]?.undelivered = CalendarDate("2018-02-03")
    #expect(chases.first?.respondent == "police-public-protection")
    #expect(chases.first?.deed == .resend)
  }
}
