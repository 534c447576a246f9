import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// A round on its way out: the form, the files, and what is noted of it.
struct RoundExportTests {
  var desk: Desk

  init() throws {
    desk = Desk(try .shipped(), today: "2018-02-06")
    desk.press("3")
  }

  private mutating func ask() {
    desk.press(":")
    desk.type("export-round")
    desk.press(.enter)
  }

  /// What was asked to be written since this was last asked.
  private mutating func asked() -> (extract: RoundExtract, folder: String)? {
    for case .exportRound(let extract, let folder) in desk.takeEffects() {
      return (extract, folder)
    }
    return nil
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  mutating func `the form asks where, how, whom, and what is said`(width: Int, height: Int) throws {
    desk = Desk(try .shipped(), width: width, height: height, today: "2018-02-06")
    desk.press("3")
    ask()
    try expectScreen(desk.screen, matches: "export-round.\(width)x\(height)")
  }

  @Test mutating func `a mail for each respondent is written unless one says otherwise`() throws {
    ask()
    desk.press(.enter)
    let (extract, folder) = try #require(asked())
    #expect(folder == "round-1")
    #expect(extract.respondents.count == 9)
    #expect(extract.format == .eml && extract.note == nil && extract.audience == .board)
    desk.send(.wroteForms(9, "round-1"))
    #expect(desk.state.overlay == nil)
    #expect(desk.shows("Wrote 9 mails to round-1: open each in your mail program to send it."))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `those who are awaited are reminded, which is noted`() throws {
    ask()
    desk.press(.tab)
    desk.type("text")
    desk.press(.tab)
    desk.type("awaited")
    desk.press(.tab)
    desk.type("Eight days are left.")
    desk.press(.tab)
    desk.type("reminded")
    desk.press(.enter)
    let (extract, _) = try #require(asked())
    #expect(extract.respondents.count == 7)
    #expect(extract.format == .text && extract.note == "Eight days are left.")
    #expect(!extract.respondents.contains("health"))
    desk.send(.wroteForms(7, "round-1"))
    guard case .save(let act)? = desk.takeEffects().last else {
      Testing.Issue.record("One act is saved.")
      return
    }
    #expect(act.edits.map(\.record.description) == ["rounds/round-1"])
    let round = try #require(desk.state.board.rounds["round-1"])
    #expect(
      round.invitations["fire"]?.reminders.values.contains { $0.on == desk.state.today } == true)
    #expect(
      round.invitations["health"]?.reminders.values.contains { $0.on == desk.state.today } == false)
    #expect(desk.shows("Wrote 7 to round-1, noted as reminded. u undoes."))
  }

  @Test mutating func `files that are there leave the form, and nothing is noted`() {
    ask()
    desk.press(.tab, .tab, .tab, .tab)
    desk.type("sent")
    desk.press(.enter)
    _ = desk.takeEffects()
    desk.send(.notWritten("round-1/round-1.fire.eml is there already: nothing was written."))
    #expect(desk.shows("round-1/round-1.fire.eml is there already: nothing was written."))
    #expect(desk.shows("Folder"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `one that came back counts as on its way once it is sent again`() throws {
    desk.press("j", "j", "B")
    _ = desk.takeEffects()
    ask()
    desk.press(.tab, .tab, .tab, .tab)
    desk.type("sent")
    desk.press(.enter)
    desk.send(.wroteForms(9, "round-1"))
    let round = try #require(desk.state.board.rounds["round-1"])
    #expect(round.invitations.values.allSatisfy { $0.undelivered == nil })
    #expect(round.invitations.values.allSatisfy { $0.sent == desk.state.today })
  }

  @Test mutating func `the public view writes what is public, and notes nothing`() throws {
    desk.press("P", "3")
    ask()
    #expect(!desk.shows("Noted"))
    #expect(!desk.shows("awaited: "))
    desk.press(.enter)
    if let (extract, _) = asked() { #expect(extract.audience == .public) }
  }
}
