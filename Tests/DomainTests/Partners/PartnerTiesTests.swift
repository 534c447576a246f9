import Domain
import TestSupport
import Testing

/// What names a partner, and who has an impact where, kept as records change.
struct PartnerTiesTests {
  let board: Board
  let today: CalendarDate

  init() throws {
    board = try .partnership()
    today = try #require(CalendarDate("2018-09-27"))
  }

  @Test func `a partner is named by its units, requests and agreements`() {
    let ties = PartnerTies(of: board)
    #expect(ties.units(of: "police", on: board) == board.units(of: "police"))
    #expect(ties.hasUnits("police") && !ties.hasUnits("fire"))
    #expect(ties.requests(of: "police") == ["premises", "staffing"])
    #expect(ties.agreements(of: "health") == ["charter"])
  }

  @Test func `a change gives what looking through all gives`() throws {
    var board = board
    var ties = PartnerTies(of: board)
    func change<Content: RecordContent>(
      _ id: Identifier<Content>, _ change: (inout Record<Content>) -> Void
    ) throws {
      let old = try #require(board[id])
      var new = old
      change(&new)
      board[id] = new
      ties.replace(old, with: new)
      #expect(ties == PartnerTies(of: board))
    }
    try change("police-modern-slavery" as Identifier<Partner>) { $0.parent = "health" }
    try change("premises" as Identifier<Request>) { $0.to = "fire" }
    try change("charter" as Identifier<Agreement>) { $0.members = ["fire", "trading-standards"] }
    try change("alarms" as Identifier<Request>) {
      $0.header.deleted = Stamp(at: Timestamp(seconds: 1), by: "tester")
    }
    try change("police-modern-slavery" as Identifier<Partner>) {
      $0.header.deleted = Stamp(at: Timestamp(seconds: 1), by: "tester")
    }
  }

  @Test func `an impact counts for the agency as long as one of its units has it`() throws {
    var board = board
    var impacts = Impacts(on: board, today: today)
    for (id, isToHave) in [
      ("police-acquisitive-crime", true), ("police-ip-and-fraud", true),
      ("police-acquisitive-crime", false), ("police-ip-and-fraud", false),
    ] {
      let id = try Identifier<Partner>(id)
      let old = try #require(board[id])
      var new = old
      new.impact["intellectual-property"] = isToHave ? Partner.Impact() : nil
      board[id] = new
      let isAll = impacts.replace(old, with: new, on: board, today: today)
      #expect(isAll)
      #expect(impacts == Impacts(on: board, today: today))
    }
    let old = try #require(board["police" as Identifier<Partner>])
    var left = old
    left.left = CalendarDate("2018-01-01")
    board[left.id] = left
    let isAll = impacts.replace(old, with: left, on: board, today: today)
    #expect(!isAll, "Its units have left with it.")
  }
}
