import Domain
import Screen
import TestSupport
import Testing
import Workspace

/// What is given to the terminal's clipboard, or to a file instead.
struct CopyingTests {
  var desk: Desk

  init() throws { desk = Desk(try .shipped()) }

  private mutating func copied() -> String? {
    desk.takeEffects().compactMap { if case .copy(let text) = $0 { text } else { nil } }.last
  }

  @Test mutating func `a line is copied as it reads`() throws {
    desk.press("y", "y")
    let line = try #require(copied())
    #expect(line.hasPrefix("1 · Modern slavery · focus · Pursue "))
    #expect(line.hasSuffix(" · Answered 2/9"))
    #expect(desk.shows("Sent to the terminal's clipboard: 1 · Modern slavery"))
  }

  @Test mutating func `the name is copied as commands take it`() {
    desk.press("4", "y", "i")
    #expect(copied() == "issues/cse")
  }

  @Test mutating func `marked rows are copied together`() {
    desk.press(" ", " ", "y", "i")
    #expect(copied() == "areas/modern-slavery\nareas/child-sexual-exploitation")
    #expect(desk.shows("areas/modern-slavery and 1 more"))
  }

  @Test(arguments: Pane.allCases)
  mutating func `the list is copied as a table with its headings`(pane: Pane) throws {
    desk.type("\(pane.rawValue)")
    let count = desk.state.listedNames.count
    desk.press("y", "t")
    guard count > 0 else {
      #expect(desk.shows("nothing is listed."))
      return
    }
    let lines = try #require(copied()).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == count + 2)
    let columns = lines.dropLast().map { $0.filter { $0 == "\t" }.count }
    #expect(Set(columns).count == 1)
  }

  @Test mutating func `a value that the screen shortens is copied in full`() throws {
    desk.press("4", "y", "t")
    #expect(try #require(copied()).contains("\t0.5\t"))
  }

  @Test mutating func `what drives a terminal or a spreadsheet is not copied`() throws {
    var board = try Board.shipped()
    board["modern-slavery" as Identifier<Area>]?.title = "=1+\u{1B}]0;x\u{07}\u{202E}2\nnext"
    desk = Desk(board)
    desk.press("y", "y")
    let line = try #require(copied())
    #expect(line.hasPrefix("1 · =1+]0;x2 next · focus"))
    desk.press("y", "t")
    let table = try #require(copied())
    #expect(table.contains("\t'=1+]0;x2 next\t"))
    #expect(table.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
  }

  @Test mutating func `what a terminal does not take is not sent, and says what does`() throws {
    var board = try Board.shipped()
    board["modern-slavery" as Identifier<Area>]?.title = String(repeating: "é", count: 40_000)
    desk = Desk(board)
    desk.press("y", "y")
    #expect(copied() == nil)
    #expect(desk.shows("Not copied: 80 kB are more than the 74 kB a terminal takes."))
    #expect(desk.shows(":copy-file writes them to a file."))
  }

  // MARK: To a file

  @Test mutating func `a list is written to a file`() throws {
    open(path: "/tmp/areas.tsv")
    desk.press(.enter)
    guard case .write(let text, "/tmp/areas.tsv")? = desk.takeEffects().last else {
      Testing.Issue.record("Nothing was to be written.")
      return
    }
    #expect(text.hasPrefix("Number\tArea\tStatus\t"))
    desk.send(.wrote("/tmp/areas.tsv"))
    #expect(desk.state.overlay == nil)
    #expect(desk.shows("Wrote /tmp/areas.tsv."))
  }

  @Test mutating func `a file that cannot be written leaves the form with what was typed`() {
    open(path: "/tmp/areas.tsv")
    desk.press(.enter)
    desk.send(.notWritten("/tmp/areas.tsv is there already."))
    #expect(desk.shows("/tmp/areas.tsv is there already."))
    #expect(desk.shows(">Path  /tmp/areas.tsv") || desk.shows(">Path"))
  }

  @Test mutating func `names are written one a line`() {
    open(path: "names")
    desk.press(.tab, .control("u"))
    desk.type("references")
    desk.press(.enter)
    let count = desk.state.listedNames.count
    guard case .write(let text, "names")? = desk.takeEffects().last else {
      Testing.Issue.record("Nothing was to be written.")
      return
    }
    #expect(text.split(separator: "\n").count == count)
    #expect(text.hasPrefix("areas/modern-slavery\n"))
  }

  private mutating func open(path: String) {
    desk.press(":")
    desk.type("copy-file")
    desk.press(.enter)
    desk.type(path)
  }
}
