import Domain
import Exchange
import TestSupport
import Testing

/// A canary in every field of what is withheld: no export for the public may hold it.
struct PlanAudienceTests {
  private static let canary = "canary"

  /// A board with a withheld action, partner and area, and a public action that names both.
  private func board(_ hide: (inout Header) -> Void) throws -> Board {
    var board = try PlanBoards.small()
    var header = Header(source: Self.canary, marking: "official", notes: Self.canary)
    hide(&header)
    var area = Area(number: 99_999, title: "Canary area")
    area.status = .focus
    board.areas["canary-area"] = Record(id: "canary-area", header: header, content: area)
    board.partners["canary-partner"] = Record(
      id: "canary-partner", header: header, content: Partner(name: "Canary partner"))
    var action = try #require(board.actions["warn-shops"]).content
    action.recommendation = "Canary recommendation"
    action.outcome = "Canary outcome"
    action.milestones["canary-milestone"] = Action.Milestone(
      text: "Canary milestone", due: try PlanBoards.day("2033-03"))
    action.statusHistory["canary-status"] = Action.StatusChange(
      status: "green", reason: "Canary reason", at: try PlanBoards.day("2033-03"), by: "Canary")
    board.actions["canary-action"] = Record(id: "canary-action", header: header, content: action)
    board.actions["warn-shops"]?.lead = "canary-partner"
    board.actions["warn-shops"]?.owners["canary-partner"] = Action.Ownership(agreed: .yes)
    return board
  }

  /// All three formats for an audience.
  private func exports(_ board: Board, for audience: Audience) throws -> [String] {
    let plan = try PlanBoards.plan(board, for: audience)
    let calendar = try #require(PlanCalendar(plan, stamp: PlanBoards.stamp().at))
    return [
      PlanSheet(plan).text.text, PlanPage(plan).text,
      calendar.text.text.replacing("\r\n ", with: ""),
    ].map { $0.lowercased() }
  }

  static let ways: [(String, @Sendable (inout Header) -> Void)] = [
    ("sensitive", { $0.marking = "sensitive" }), ("exempt", { $0.exemptParagraph = "3" }),
    ("unmarked", { $0.marking = nil }), ("unknown marking", { $0.marking = "unheard" }),
  ]

  @Test(arguments: ways.indices)
  func `what is withheld leaves no trace`(way: Int) throws {
    let board = try board(Self.ways[way].1)
    for export in try exports(board, for: .public) {
      #expect(!export.contains(Self.canary), "\(Self.ways[way].0)")
      #expect(!export.contains("99999") && !export.contains("2033"))
      #expect(export.contains("ten visits"), "what is public is there")
    }
    for export in try exports(board, for: .board) { #expect(export.contains(Self.canary)) }
    #expect(
      Plan(
        of: board, area: "canary-area", for: .public, asAt: try PlanBoards.day("2018-09-27")
      )
      .map { _ in } == nil)
  }
}
