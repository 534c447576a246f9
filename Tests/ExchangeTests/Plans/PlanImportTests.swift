import Domain
import Exchange
import JSON
import TestSupport
import Testing

struct PlanImportTests {
  private func preview(
    _ text: String, _ board: Board? = nil, _ choices: PlanIntake = .init()
  ) throws -> PlanPreview {
    try PlanBoards.preview(text, board ?? PlanBoards.small(), choices)
  }

  /// The action that the preview leads to, after its edits.
  private func action(
    _ preview: PlanPreview, _ id: Identifier<Action> = "warn-shops", on board: Board? = nil
  ) throws -> Record<Action> {
    let board = try board ?? PlanBoards.small()
    let edit = try #require(preview.edits.first { $0.record == RecordName(id) })
    let before = board.value(of: edit.record) ?? .object(Object())
    return try Record(id: id, document: edit.apply(to: before))
  }

  @Test func `a sheet as people write it adds actions`() throws {
    let preview = try preview(
      """
      Area,4P,Action,Lead agency,Milestones,Due date,Owners,BRAG,Review date
      7,PREVENT,"Visit, in pairs",health,Briefing,Mar-19,Fire;  health,g,14/2/2019
      fraud,Prevent,"Visit, in  pairs",,Report,,,,

      """.replacing(",\n\n", with: ",\n"))
    #expect(preview.summary == "1 added, 0 changed, 0 unchanged, 0 refused")
    let row = try #require(preview.rows.first)
    #expect(row.lines == [2, 3])
    #expect(row.title == "Visit, in pairs")
    let action = try action(preview, "made-1")
    #expect(action.area == "fraud" && action.p == "prevent" && action.lead == "health")
    #expect(action.milestones.ranked().map(\.value.text) == ["Briefing", "Report"])
    #expect(action.milestones.ranked().first?.value.due?.description == "2019-03")
    #expect(Set(action.owners.keys) == ["fire", "health"])
    #expect(action.review?.description == "2019-02-14")
    #expect(action.status == "green")
    #expect(action.statusHistory.values.map(\.reason) == ["imported from plan.csv"])
    #expect(action.header.marking == "official")
    #expect(action.header.source == "imported from plan.csv")
    #expect(action.header.created == (try PlanBoards.stamp()))
  }

  @Test func `changed cells change, and nothing else does`() throws {
    let preview = try preview(
      """
      ID,Milestone,Due,Done,Review,Lead,Ownership,Agreed,Declined
      warn-shops,Ten visits,2018-10,yes,-,Fire,Police; Health,Health; Police,
      """)
    #expect(preview.summary == "0 added, 1 changed, 0 unchanged, 0 refused")
    let action = try action(preview)
    #expect(action.milestones["visits"]?.due?.description == "2018-10")
    #expect(action.milestones["visits"]?.done?.description == "2018-09-27")
    #expect(action.milestones["leaflet"]?.due?.description == "2018-03")
    #expect(action.review == nil)
    #expect(action.lead == "fire")
    #expect(action.owners["fire"] == nil)
    #expect(action.owners["police"]?.on?.description == "2018-05-16")
    #expect(action.owners["health"]?.agreed == .yes)
    #expect(action.owners["health"]?.on?.description == "2018-09-27")
    #expect(action.recommendation == "Warn shops")
    #expect(preview.rows.first?.words.contains("lead: Police → Fire") == true, "\(preview)")
  }

  @Test func `an empty cell asks for nothing, nor does one that says what the board says`() throws {
    let sheet = "ID,Lead,Review,Status,Due,Milestone\nwarn-shops,,Dec-18,g,,\n,,,,,\n"
    #expect(try preview(sheet).summary == "0 added, 0 changed, 1 unchanged, 0 refused")
  }

  @Test func `an action is known by its area, P and recommendation`() throws {
    let sheet = "Area,P,Recommendation,Review\nFraud,Protect,warn  SHOPS,Jan 2019\n"
    let preview = try preview(sheet)
    #expect(preview.rows.map(\.record) == [RecordName("actions/warn-shops")])
    #expect(preview.rows.map(\.fate) == [.changed])
    let other = try self.preview(sheet.replacing("Protect", with: "Prepare"))
    #expect(other.rows.map(\.fate) == [.added])
  }

  @Test func `rows that name no area or P are in those that were chosen`() throws {
    let choices = PlanIntake(area: "fraud", p: "pursue")
    let preview = try preview("Recommendation\nArrest\nArrest more\n", nil, choices)
    #expect(preview.rows.map(\.fate) == [.added, .added])
    let actions = try ["made-1", "made-2"].map { try action(preview, Identifier($0)) }
    #expect(actions.allSatisfy { $0.area == "fraud" && $0.p == "pursue" })
    #expect((actions[0].rank ?? "") < (actions[1].rank ?? ""))
  }

  @Test func `two rows of one action may each change another column`() throws {
    let sheet = try PlanBoards.sheet(PlanBoards.small())
    let lines = sheet.split(separator: "\n").map(String.init)
    let changed = [
      lines[0], lines[1].replacing("Warn shops", with: "Warn all shops"),
      lines[2].replacing("2018-12", with: "2019-01"),
    ].joined(separator: "\n")
    let action = try action(preview(changed))
    #expect(action.recommendation == "Warn all shops")
    #expect(action.review?.description == "2019-01")
  }

  @Test func `a milestone with another text is the one that is left`() throws {
    let sheet = try PlanBoards.sheet(PlanBoards.small()).replacing(
      "Ten visits", with: "Twenty visits")
    let renamed = try action(preview(sheet))
    #expect(renamed.milestones["visits"]?.text == "Twenty visits")
    #expect(renamed.milestones.count == 2)
    let added = try action(preview("ID,Milestone\nwarn-shops,Report\n"))
    #expect(added.milestones.ranked().map(\.value.text) == ["Leaflet", "Ten visits", "Report"])
  }

  @Test func `a status is changed for a reason`() throws {
    let action = try action(preview("ID,Status,Reason\nwarn-shops,Amber,Late printer\n"))
    #expect(action.status == "amber")
    let change = try #require(action.statusHistory.first { $0.key != "first" }).value
    #expect(change.status == "amber" && change.reason == "Late printer")
    #expect(change.at?.description == "2018-09-27" && change.by == "tester@desk")
    let review = try self.action(preview("ID,Reason\nwarn-shops,Still printing\n"))
    #expect(review.status == "green" && review.statusHistory.count == 2)
  }

  @Test func `partners that are not there are added when that is asked for`() throws {
    let sheet = "ID,Lead,Ownership\nwarn-shops,Trading Standards,Police; trading standards\n"
    #expect(try preview(sheet).count(of: .refused) == 1)
    let preview = try preview(sheet, nil, PlanIntake(addsPartners: true))
    #expect(preview.rows.map(\.fate) == [.added, .changed])
    #expect(preview.rows.map(\.title) == ["Trading Standards", "Warn shops"])
    let action = try action(preview)
    let lead = try #require(action.lead)
    #expect(preview.edits.first?.record == RecordName(lead))
    #expect(Set(action.owners.keys) == [lead, "police"])
    let refused = try self.preview(
      "ID,Lead,Ownership\nwarn-shops,Trading Standards,\"Police, Fire\"\n", nil,
      PlanIntake(addsPartners: true))
    #expect(refused.rows.map(\.fate) == [.refused], "no partner without its action")
  }

  static let refused: [(sheet: String, sentence: String)] = [
    (
      "ID,Lead\nwarn-shops,Pollice\n",
      "plan.csv, line 2, column 2, Lead: there is no partner “Pollice”. Perhaps: Police."
    ),
    ("ID,Owners\nwarn-shops,\"Police, Fire\"\n", "is several partners. Put semicolons"),
    ("ID\nwarn-shop-2\n", "line 2, column 1, ID: there is no action “warn-shop-2”. Leave the ID"),
    ("Area,P,Action\nFrad,Protect,A\n", "there is no area “Frad”. Perhaps: Fraud."),
    (
      "Area,P,Action\nFraud,Project,A\n", "column 2, P: there is no P “Project”. Perhaps: Protect."
    ),
    ("Area,P,Action\nFraud,,A\n", "P: is needed for a new action. Use one of: Pursue, Prevent"),
    ("P,Action\nProtect,\nProtect,B\n", "line 2, column 2, Action: says nothing of which action"),
    ("ID,Status,Reason\nwarn-shops,Purple,x\n", "no status “Purple”. Use one of: Green, Amber."),
    ("ID,Status\nwarn-shops,A\n", "Status: is changed without a reason. Write the reason"),
    ("ID,Review\nwarn-shops,31/2/2018\n", "Review: 31 Feb 2018 does not exist: February 2018"),
    ("ID,Review\nwarn-shops,soon\n", "Review: “soon” is not a date"),
    ("ID,Due\nwarn-shops,May 2018\n", "Due: is a date of no milestone. Write which milestone"),
    (
      "ID,Review\nwarn-shops,2019\nwarn-shops,2020\n",
      "line 3, column 2, Review: says “2020”, but line 2 says “2019”"
    ),
    ("ID,Agreed,Owners\nwarn-shops,Health,Fire\n", "“Health” is no owner of the action"),
    ("ID,Marking\nwarn-shops,SECRET\n", "there is no marking “SECRET”. Use one of: OFFICIAL, OFFI"),
    ("ID,Recommendation\nwarn-shops,-\n", "Recommendation: cannot be taken away"),
    ("ID,Lead\nwarn-shops,Police; Fire\n", "Lead: names 2 partners. Name the one who leads."),
    (
      "ID,Notes\nwarn-shops,\(String(repeating: "x", count: 1 << 20))\n",
      "line 2: is more than a record can hold"
    ),
  ]

  @Test(arguments: refused)
  func `a row that cannot be taken says where, what, and what to write`(
    sheet: String, sentence: String
  ) throws {
    let preview = try preview(sheet)
    let told = preview.problems.map(\.description).joined(separator: "\n")
    #expect(told.contains(sentence), "\(told.prefix(300))")
    #expect(preview.count(of: .refused) == 1)
  }

  @Test func `a removed action is not made again`() throws {
    var board = try PlanBoards.small()
    board.actions["warn-shops"]?.header.deleted = try PlanBoards.stamp()
    let preview = try preview("ID\nwarn-shops\n", board)
    #expect(preview.problems.first?.what == "the action “warn-shops” was removed")
  }

  @Test func `all that is wrong with a row is told at once`() throws {
    let preview = try preview("ID,Lead,Review,Status,Reason\nwarn-shops,Nobody,soon,Pink,x\n")
    #expect(preview.problems.map(\.field) == ["Lead", "Review", "Status"])
    #expect(preview.edits.isEmpty)
  }

  static let unreadable: [(bytes: [UInt8], sentence: String)] = [
    ([], "there is nothing here"),
    (Array("Lead,Due\nx,y\n".utf8), "no column is headed “Recommendation” or “ID”"),
    (Array("ID;Lead;Due\nx;y;z\n".utf8), "the columns are not separated by commas"),
    (
      Array("ID,Action,Recommendation\n".utf8),
      "is a second column for “Recommendation” beside “Action”"
    ),
    (Array("ID,Action\n\"x,y\n".utf8), "the quote that opens this cell is never closed"),
    (
      [0xFF, 0xFE] + Array("ID\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "not UTF-8"
    ),
    (Array("ID,Action\nx,caf".utf8) + [0xE9, 0x0A], "“CSV UTF-8”"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14], "this is a workbook, not text with commas"),
  ]

  @Test(arguments: unreadable.indices)
  func `a sheet that is none is refused with a sentence`(index: Int) throws {
    let (bytes, sentence) = Self.unreadable[index]
    let refusal = #expect(throws: SheetProblems.self) {
      _ = try PlanImport(
        CSVTable(parsing: bytes, file: "plan.csv"), into: PlanBoards.small(),
        today: PlanBoards.day("2018-09-27"), stamp: PlanBoards.stamp(), newName: { "made" })
    }
    #expect(refusal?.description.contains(sentence) == true, "\(refusal?.description ?? "")")
  }

  @Test func `a byte order mark and columns that a plan does not have are no hindrance`() throws {
    let preview = try preview("\u{FEFF}Budget,ID,Stauts,\n5,warn-shops,,\n")
    #expect(preview.rows.map(\.fate) == [.unchanged])
    #expect(
      preview.notes == [
        "The column “Budget” is left out: a plan has none of that name.",
        "The column “Stauts” is left out: a plan has none of that name. Perhaps it is: Status.",
      ])
  }
}
