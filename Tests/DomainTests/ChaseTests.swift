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
