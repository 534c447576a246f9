import Domain
import TestSupport
import Testing

/// What partners answer for, counted as it changes.
struct PartnerAccountsTests {
  var board: Board
  let today: CalendarDate

  init() throws {
    board = try .partnership()
    today = try #require(CalendarDate("2018-09-27"))
  }

  private func accounts() -> PartnerAccounts {
    PartnerAccounts(of: board, AreaSummaries(of: board, today: today), today: today)
  }

  @Test func `an agency answers for what its units do, each action once`() {
    let police = accounts()["police"]
    #expect(police.actions == ["invented-01", "invented-03", "invented-07"])
    #expect(police.late == 2)
    #expect(accounts()["police-modern-slavery"].actions == ["invented-01"])
    #expect(accounts()["police-public-protection"].notAgreed == 1)
  }

  @Test func `a complete action lacks no agreement`() {
    #expect(accounts()["fire"].actions == ["invented-01", "invented-02"])
    #expect(accounts()["fire"].notAgreed == 1)
  }

  @Test func `a request holds up the actions that wait for it`() {
    #expect(accounts().blocked(by: "alarms") == ["invented-01"])
    #expect(accounts().blocked(by: "staffing").isEmpty)
  }

  @Test(arguments: ["owner", "removed", "superseded", "done", "area"])
  mutating func `a change gives what counting afresh gives`(change: String) throws {
    var kept = accounts()
    let old = try #require(board["invented-01" as Identifier<Action>])
    var action = old
    switch change {
    case "owner":
      action.owners["health"] = Action.Ownership(agreed: .no)
      action.lead = "fire"
    case "removed": action.header.deleted = Stamp(at: Timestamp(seconds: 1), by: "tester")
    case "superseded": action.supersedes = "invented-02"
    case "done": action.milestones["briefing"]?.done = today
    default: action.area = "fraud"
    }
    board[action.id] = action
    kept.replace(old, with: action, in: board, AreaSummaries(of: board, today: today), today: today)
    let fresh = accounts()
    for partner in board.partners.all {
      #expect(kept[partner.id] == fresh[partner.id])
      #expect(kept.actions(of: partner.id) == fresh.actions(of: partner.id))
    }
    for area in board.areas.all {
      #expect(kept.agencies(in: area.id) == fresh.agencies(in: area.id))
    }
    #expect(kept.blocked(by: "alarms") == fresh.blocked(by: "alarms"))
  }

  // MARK: Who is engaged

  @Test func `an area counts who has an impact, leads, acts and has answered`() throws {
    let answers = RoundAnswers(to: "round-1", on: board)
    let area = try #require(board["modern-slavery" as Identifier<Area>])
    let engagement = board.engagement(
      in: area, Impacts(on: board, today: today), accounts(), answers)
    #expect(engagement.impact == ["health", "police"])
    #expect(engagement.acting == ["community-childrens-services", "fire", "health", "police"])
    #expect(engagement.answered == ["health", "police"])
    #expect(engagement.lead == nil)
    #expect(engagement.ways == 3)
    let fraud = try #require(board["fraud" as Identifier<Area>])
    #expect(
      board.engagement(in: fraud, Impacts(on: board, today: today), accounts(), answers).isNobody)
  }

  @Test mutating func `who has left has no impact any more`() {
    board["health" as Identifier<Partner>]?.left = CalendarDate("2018-09-26")
    #expect(Impacts(on: board, today: today)["modern-slavery"] == ["police"])
  }

  // MARK: Due

  @Test func `reviews and disposals come by their day`() {
    let dues = board.dues.map { "\($0.record) \($0.kind.rawValue)" }
    #expect(
      dues == [
        "agreements/charter review", "requests/staffing disposal", "requests/staffing review",
        "agreements/health-protocol review",
      ])
  }

  @Test func `a request tells what does not fit together`() throws {
    let staffing = try #require(board["staffing" as Identifier<Request>])
    #expect(
      staffing.warnings(on: today).map(\.what) == [
        "decided before it was asked", "agreed without a lawful basis", "disposal passed",
      ])
    let premises = try #require(board["premises" as Identifier<Request>])
    #expect(premises.warnings(on: today).isEmpty)
    #expect(premises.daysWaiting(on: today) == 20)
  }

  // MARK: Units

  @Test(arguments: [
    ("police", "police", "cannot be a unit of itself"),
    ("police-modern-slavery", "police", "they would form a ring"),
    ("police-modern-slavery", "fire", "a unit stands under an agency"),
    ("fire", "police", "it has units of its own"),
  ])
  func `units stand under agencies in two levels`(
    parent: String, partner: String, reason: String
  ) throws {
    let why = board.whyNotParent(try Identifier(parent), of: try Identifier(partner))
    #expect(why?.contains(reason) == true)
    #expect(board.whyNotParent("fire", of: "health") == nil)
  }
}
