import Domain
import Exchange
import TestSupport
import Testing

struct PlanSheetTests {
  @Test func `a milestone is a row, and each row has all of the action`() throws {
    #expect(
      try PlanBoards.sheet(PlanBoards.small()) == """
        ID,Area,P,Phase,Recommendation,Lead,Milestone,Due,Done,Ownership,Agreed,Declined,Review,\
        Status,Reason,Outcome,Marking,Notes
        warn-shops,Fraud,Protect,,Warn shops,Police,Leaflet,2018-03,2018-03-05,Fire; Health; Police,\
        Police,Fire,2018-12,Green,Printed,,OFFICIAL,
        warn-shops,Fraud,Protect,,Warn shops,Police,Ten visits,2018-08-01,,Fire; Health; Police,\
        Police,Fire,2018-12,Green,Printed,,OFFICIAL,

        """)
  }

  @Test func `the shipped plan comes back unchanged`() throws {
    let board = try Board.shipped()
    let preview = try PlanBoards.preview(PlanBoards.sheet(board), board)
    #expect(preview.rows.count == 5)
    #expect(preview.rows.allSatisfy { $0.fate == .unchanged })
    #expect(preview.edits.isEmpty)
    #expect(preview.notes.isEmpty)
  }

  @Test(arguments: [1, 2, 3])
  func `a generated board's plan comes back unchanged`(seed: UInt64) throws {
    var board = try Board.full()
    var random = SeededGenerator(seed: seed)
    var action = try #require(board.actions["full"])
    func text() -> String { PlanBoards.hostile.randomElement(using: &random) ?? "" }
    action.recommendation = text()
    action.outcome = text()
    action.header.notes = text()
    for key in action.milestones.keys { action.milestones[key]?.text = text() }
    for number in 0..<3 {
      action.milestones[try Identifier("more-\(number)")] = Action.Milestone(text: text())
    }
    for id in Array(board.partners.all.map(\.id)) { board.partners[id]?.name = text() }
    board.areas["full"]?.title = text()
    board.actions["full"] = action
    let sheet = try PlanBoards.sheet(board)
    let preview = try PlanBoards.preview(sheet, board)
    #expect(preview.count(of: .unchanged) == preview.rows.count, "\(preview)\n\(sheet)")
    #expect(!preview.rows.isEmpty)
  }

  @Test func `names that mean two are written so that they mean one`() throws {
    var board = try PlanBoards.small()
    board.partners["other-police"] = Record(id: "other-police", content: Partner(name: "police"))
    board.partners["fire"]?.name = "Fire; and rescue"
    let sheet = try PlanBoards.sheet(board)
    #expect(sheet.contains(",fire; Health; police,police,fire,"))
    let changed = sheet.replacing("fire; Health; police", with: "Health; other-police")
    let preview = try PlanBoards.preview(changed, board)
    #expect(preview.count(of: .changed) == 1, "\(preview)")
  }

  @Test func `only a sheet beyond ASCII begins with a byte order mark`() throws {
    var board = try PlanBoards.small()
    #expect(PlanSheet(try PlanBoards.plan(board)).text.first == UInt8(ascii: "I"))
    board.areas["fraud"]?.title = "Café fraud"
    #expect(PlanSheet(try PlanBoards.plan(board)).text.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try PlanBoards.preview(PlanBoards.sheet(board), board).count(of: .unchanged) == 1)
  }

  @Test func `what was superseded is not in the plan`() throws {
    var board = try PlanBoards.small()
    var later = Action(area: "fraud", p: "protect", recommendation: "Warn all shops")
    later.supersedes = "warn-shops"
    board.actions["later"] = Record(
      id: "later", header: Header(marking: "official"), content: later)
    let sheet = try PlanBoards.sheet(board)
    #expect(sheet.contains("later,"))
    #expect(!sheet.contains("warn-shops"))
  }

  @Test func `what a withheld action has superseded does not come back for the public`() throws {
    var board = try PlanBoards.small()
    var later = Action(area: "fraud", p: "protect", recommendation: "Warn all shops")
    later.supersedes = "warn-shops"
    board.actions["later"] = Record(
      id: "later", header: Header(marking: "sensitive"), content: later)
    let sheet = PlanSheet(try PlanBoards.plan(board, for: .public)).text.text
    #expect(!sheet.contains("Warn"))
  }

  @Test func `an action under a P or in an area that the board does not know is not left out`()
    throws
  {
    var board = try PlanBoards.small()
    board.actions["warn-shops"]?.p = "partnership"
    board.actions["warn-shops"]?.area = "gone"
    let sheet = try PlanBoards.sheet(board)
    #expect(sheet.contains("warn-shops,gone,partnership,"))
    #expect(try PlanBoards.preview(sheet, board).count(of: .unchanged) == 1)
    #expect(PlanPage(try PlanBoards.plan(board)).text.contains("## No area"))
  }
}
