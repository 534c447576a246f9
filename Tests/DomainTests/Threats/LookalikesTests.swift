import Domain
import TestSupport
import Testing

struct LookalikesTests {
  @Test(arguments: [
    (
      "Cryptocurrency sector unregulated",
      "City businesses in the unregulated cryptocurrency sector"
    ),
    ("Catalytic convertor theft", "Catalytic converter thefts"),
    ("Theft of power tools", "POWER TOOLS – THEFT"),
    ("Scooter-enabled robbery", "Robbery, scooter enabled"),
  ])
  func `the same threat in other words is suggested`(title: String, other: String) throws {
    let board = try board([other, "Construction industry vulnerable to modern slavery"])
    #expect(matches(title, in: board).map(\.issue) == ["issue-0"])
    #expect(try likeness(title, other) == likeness(other, title))
  }

  @Test(arguments: [
    ("Cryptocurrency sector unregulated", "Cyber-attack on a law firm"),
    ("Theft of power tools", "Theft from shops"), ("CSE", "FCE"), ("", "Robbery"),
    ("…", "!"),
  ])
  func `another threat is not`(title: String, other: String) throws {
    #expect(matches(title, in: try board([other])).isEmpty)
  }

  @Test func `the same title is wholly alike, and an issue is no lookalike of its own`() throws {
    let board = try board(["Robbery of couriers", "Robbery of couriers"])
    let found = matches("Robbery of couriers", in: board)
    #expect(found.map(\.likeness) == [1000, 1000])
    #expect(found.map(\.issue) == ["issue-0", "issue-1"])
    #expect(
      Lookalikes(of: board).matches(title: "Robbery of couriers", text: nil, except: 0, in: board)
        .map(\.issue) == ["issue-1"])
  }

  @Test func `what went into an issue is not suggested for it, and others still are`() throws {
    var board = try board(["Robbery of couriers", "Robbery of couriers", "Robberies of couriers"])
    board.issues["issue-1"]?.mergedInto = "issue-0"
    func found(_ slot: Lookalikes.Slot) -> [Identifier<Domain.Issue>] {
      Lookalikes(of: board).matches(
        title: "Robbery of couriers", text: nil, except: slot, in: board, limit: 1
      ).map(\.issue)
    }
    #expect(found(0) == ["issue-2"])
    #expect(found(2) == ["issue-0"])
  }

  @Test func `a text that was forwarded is found under another title`() throws {
    var board = try board(["From the partnership meeting", "Something else"])
    let text = "Several shops report the same group selling untaxed tobacco beside the market."
    board.issues["issue-0"]?.text = text
    let found = Lookalikes(of: board).matches(
      title: "Tobacco", text: "> " + text.uppercased(), except: nil, in: board)
    #expect(found.map(\.issue) == ["issue-0"])
    #expect(found.map(\.field) == [.text])
    #expect(
      Lookalikes(of: board).matches(
        title: "Tobacco", text: "untaxed tobacco", except: nil, in: board
      )
      .isEmpty, "too few words to be told from another")
  }

  @Test(arguments: [
    ("cryp", ["issue-1"]), ("crypto unreg", ["issue-1"]), ("theft", ["issue-0", "issue-2"]),
    ("theft of ca", ["issue-2", "issue-0"]), ("x", []), ("", []),
  ])
  func `an issue is found by words of its title, the last only begun`(
    typed: String, found: [String]
  ) throws {
    let board = try board(["Theft of tools", "Cryptocurrency unregulated", "Theft of cables"])
    let titled = Lookalikes(of: board).titled(typed, except: nil, in: board)
    #expect(titled.map(\.text) == found)
    #expect(!Lookalikes(of: board).titled(typed, except: 2, in: board).contains("issue-2"))
  }

  @Test func `what is kept while issues change is what a fresh look finds`() throws {
    var board = try board(["Robbery of couriers", "Theft of parcels", "Sale of tobacco"])
    var kept = Lookalikes(of: board)
    func check() {
      let fresh = Lookalikes(of: board)
      for title in ["Robbery of couriers", "Theft of parcels", "Couriers robbed", "New"] {
        #expect(
          kept.matches(title: title, text: nil, except: nil, in: board)
            == fresh.matches(title: title, text: nil, except: nil, in: board))
      }
    }
    board.issues["issue-1"]?.title = "Robbery of a courier"
    kept.take(1, of: board)
    check()
    board.issues["issue-0"]?.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "someone")
    kept.take(0, of: board)
    check()
    board["issue-9"] = Record<Domain.Issue>(id: "issue-9", content: Issue(title: "New"))
    kept.take(3, of: board)
    check()
  }

  @Test func `the documented figures are what the measure gives`() throws {
    let page = MarkdownPage(try House.text("docs/threats.md"))
    let rows = try page.table(under: "Lookalikes")
    #expect(rows.count == 5)
    for row in rows {
      let title = try row.cell("Title")
      let lookalikes = Lookalikes(of: try board([title, try row.cell("Other title")]))
      let told = try row.number("Thousandths")
      #expect(told == Exact(lookalikes.likeness(0, 1)), "\(title)")
      #expect(lookalikes.likeness(0, 1) == lookalikes.likeness(1, 0))
    }
  }

  @Test func `at most three are suggested, the most alike first`() throws {
    let board = try board([
      "Theft of tools 1", "Theft of tools", "Theft of tools 22", "Theft of tool",
    ])
    let found = matches("Theft of tools", in: board)
    #expect(found.first?.issue == "issue-1")
    #expect(found.count == 3)
    #expect(found.map(\.likeness) == found.map(\.likeness).sorted(by: >))
  }

  private func matches(_ title: String, in board: Board) -> [Lookalikes.Match] {
    Lookalikes(of: board).matches(title: title, text: nil, except: nil, in: board)
  }

  private func likeness(_ title: String, _ other: String) throws -> Int? {
    matches(title, in: try board([other])).first?.likeness
  }

  private func board(_ titles: [String]) throws -> Board {
    var board = Board.bare
    for (index, title) in titles.enumerated() {
      let id = try Identifier<Domain.Issue>("issue-\(index)")
      board[id] = Record<Domain.Issue>(id: id, content: Issue(title: title))
    }
    return board
  }
}
