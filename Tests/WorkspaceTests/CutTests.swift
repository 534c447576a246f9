import Domain
import JSON
import Screen
import TestSupport
import Testing
import Workspace

/// Where the register is cut: drawn, moved, decided.
struct CutTests {
  private mutating func lastAct(_ desk: inout Desk) -> Act? {
    guard case .save(let act)? = desk.takeEffects().first else { return nil }
    desk.send(.saved)
    return act
  }

  @Test mutating func `the first key cuts at the cursor, the next ones move the line`() throws {
    var desk = Desk(try .shipped())
    desk.press("4")
    #expect(!desk.shows("cut:"))
    desk.press("}")
    let change = try #require(
      lastAct(&desk)?.edits.first?.changes.first { $0.path.first == "cuts" })
    #expect(change.path.prefix(2) == ["cuts", "morile-2015"])
    #expect(desk.rows[5].contains("cut: top 1 · not decided"))
    #expect(desk.rows[6].contains("Modern Slavery"))
    desk.press("}")
    #expect(desk.shows("The cut is at the top 2, Modern Slavery above; :decide-cut minutes it."))
    #expect(desk.rows[6].contains("cut: top 2"))
    desk.press("{", "{")
    #expect(desk.rows[4].contains("cut: top 0"))
    #expect(desk.takeEffects().count == 1)
    desk.press("{")
    #expect(desk.shows("The cut is at the top of the register: top 0."))
    desk.press("}", ".")
    #expect(desk.rows[6].contains("cut: top 2"))
  }

  @Test mutating func `in, out and just missed are told in words, and by a letter`() throws {
    var desk = Desk(try .cut(atTop: 1))
    desk.press("4")
    #expect(desk.shows("grade 198 (1st, above the cut)"))
    #expect(desk.rows[6].contains(" m "))
    desk.press("j")
    #expect(desk.shows("grade 169 (2nd, just missed the cut)"))
    desk.press("j")
    #expect(desk.shows("grade 35.1 (3rd, below the cut)"))
  }

  @Test mutating func `in another order no line is drawn, and who is in has a word`() throws {
    var desk = Desk(try .cut(atTop: 1))
    desk.press("4", "o")
    #expect(desk.rows[2].contains("by risk") && !desk.shows("cut:"))
    #expect(desk.rows[4].hasPrefix("│ w Modern Slavery") && desk.rows[4].contains(" m "))
    #expect(desk.rows[5].hasPrefix("│>w CSE") && desk.rows[5].contains(" in "))
    #expect(!desk.rows[6].contains(" in ") && !desk.rows[6].contains(" m "))
  }

  @Test mutating func `a single unknown that reaches across the cut is marked and told`() throws {
    var board = try Board.conversed()
    board.settings.content.cuts["morile-2015"] = Cut(value: 200)
    var desk = Desk(board)
    desk.press("4")
    #expect(desk.shows("m!"))
    #expect(desk.shows("Could move it"))
    #expect(desk.rows.joined().contains("ACROSS"))
  }

  @Test mutating func `the board decides its cut`() throws {
    var desk = Desk(try .cut(atTop: 1))
    desk.press("4")
    desk.type(":decide-cut")
    desk.press(.enter, .control("u"))
    desk.type("top three")
    desk.press(.tab, .tab, .tab)
    desk.type("as many as we can work on")
    desk.press(.enter)
    #expect(desk.shows("“top three” is no cut: type top 30, grade 100 or none."))
    desk.press(.control("u"))
    desk.type("grade 100")
    desk.press(.enter)
    let act = try #require(lastAct(&desk))
    #expect(act.edits.map(\.record.kind) == [.decision, .board])
    let decision = try #require(
      desk.state.board[try Identifier<Decision>(act.edits[0].record.id)])
    #expect((decision.from, decision.to) == ("top 1", "grade 100"))
    let cut = try #require(desk.state.board.settings.cuts["morile-2015"])
    #expect(cut == Cut(value: 100, decision: decision.id))
    #expect(desk.shows("cut: grade 100 · 2 above · decided"))
    desk.press("}")
    #expect(desk.shows("cut: grade 35.1 · 3 above · not decided"))
  }

  @Test mutating func `a cut that somebody moves while one decides is told, and not overwritten`()
    throws
  {
    var desk = Desk(try .cut(atTop: 1))
    desk.press("4")
    desk.type(":decide-cut")
    desk.press(.enter, .control("u"))
    desk.type("top 2")
    desk.press(.tab, .tab, .tab)
    desk.type("as many as we can work on")
    var anna = Colleague()
    desk.receive(
      anna.changes(desk.state.board.settings) { $0.content.cuts["morile-2015"] = Cut(top: 3) })
    #expect(desk.shows("anna changed") && desk.shows("meanwhile"))
    desk.press(.enter)
    let edit = try #require(lastAct(&desk)?.edits.last)
    let change = try #require(edit.changes.first { $0.path.last == "top" })
    #expect((change.old, change.new) == (1, 2))
  }

  @Test mutating func `a row that has left the order draws no line, and the others say who is in`()
    throws
  {
    var desk = Desk(try .cut(atTop: 3))
    desk.press("4", "l", "x")  // CSE has no score, and stays in its row
    #expect(desk.rows[4].contains("CSE") && !desk.rows.contains { $0.contains("- - -") })
    #expect(desk.rows[5].contains("Modern Slavery") && desk.rows[5].contains(" in "))
    #expect(desk.shows("cut: top 3 · not decided, rows out of order"))
    desk.press("u")
    desk.send(.saved)
  }

  @Test mutating func `a row of what is gone does not move the line`() throws {
    var desk = Desk(try .cut(atTop: 2))
    desk.press("4")
    var anna = Colleague()
    desk.receive(anna.changes(desk.issue("cse")) { $0.stage = .dismissed })
    #expect(desk.rows[4].contains("CSE") && !desk.rows[4].contains("198"))
    #expect(desk.rows[7].contains("cut: top 2"))
  }

  @Test mutating func `the public is shown a cut at a value, and not who decided or agreed`() throws
  {
    var board = try Board.cut(atTop: 2)
    var desk = Desk(board)
    desk.press("4")
    #expect(desk.shows("cut: top 2 · not decided") && desk.rows[4].contains(">w CSE"))
    desk.press("P")
    #expect(!desk.shows("cut") && desk.rows[4].contains(">  CSE"))
    #expect(!desk.shows("working score") && !desk.shows("above the cut"))
    board.settings.content.cuts["morile-2015"] = Cut(value: 100)
    desk = Desk(board)
    desk.press("4", "P")
    #expect(desk.shows("cut: grade 100 · 2 above") && !desk.shows("decided"))
  }

  @Test(arguments: [(80, 24), (120, 36)])
  mutating func `a line out of sight says where it is, and hides no row`(
    width: Int, height: Int
  ) throws {
    let model = try #require(try Board.shipped().models.all.first)
    var generator = BoardGenerator(model: model, seed: 5)
    var board = generator.board(issues: 106)
    board.settings.content.cuts[model.id] = Cut(top: 50)
    var desk = Desk(board, width: width, height: height)
    desk.press("4")
    #expect(desk.shows("cut: top 50 · not decided, further down"))
    desk.press("G")
    #expect(desk.shows("further up"))
    for _ in 0..<106 {
      #expect(desk.rows.contains { $0.hasPrefix("│>") })
      desk.press("k")
    }
  }

  @Test mutating func `where nothing is scored there is nothing to cut`() {
    var desk = Desk(.bare)
    desk.press("4", "}")
    #expect(desk.shows("cut down:"))
    #expect(desk.takeEffects().isEmpty)
  }

  @Test mutating func `a cut that somebody else moves changes no score`() throws {
    var desk = Desk(try .cut(atTop: 1))
    desk.press("4")
    var anna = Colleague()
    desk.receive(
      anna.changes(desk.state.board.settings) { $0.content.cuts["morile-2015"] = Cut(top: 3) })
    #expect(desk.shows("cut: top 3"))
    #expect(desk.rows[4].contains("198"))
  }
}
