import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// The totals of the grid: kept as areas and actions change, they are what a new count gives.
struct PlanTotalsTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .planned())
    desk.press("2")
  }

  private func totals(_ desk: Desk) throws -> String {
    try #require(desk.rows.first { $0.hasPrefix("│     All") })
  }

  /// The totals that somebody sees who opens the board as it is.
  private func counted() throws -> String {
    var other = Desk(desk.state.board)
    other.press("2")
    return try totals(other)
  }

  @Test(arguments: [[], ["a"], ["L"], ["L", "L"], ["d"], ["d", "d"], ["x"], ["d", "a"]])
  mutating func `they follow what is done to cards`(keys: [String]) throws {
    desk.press(.enter)
    for key in keys {
      desk.type(key)
      if key == "a" {
        desk.type("Visits")
        desk.press(.enter)
      }
    }
    desk.press("<")
    #expect(try totals(desk) == counted())
  }

  @Test mutating func `they follow an area that others close`() throws {
    let before = try totals(desk)
    var area = try #require(desk.state.board["cyber-attack" as Identifier<Area>])
    area.content.status = .closed
    desk.send(.changed([reading(area)]))
    #expect(try totals(desk) != before)
    #expect(try totals(desk) == counted())
  }

  @Test mutating func `they are those of the areas that the filter lets pass`() throws {
    let before = try totals(desk)
    desk.type("/cyber")
    #expect(try totals(desk) != before)
    desk.press(.escape)
    #expect(try totals(desk) == before)
  }
}
