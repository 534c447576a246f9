import Domain
import JSON
import TestSupport
import Testing

struct AreaSummaryTests {
  let board: Board
  let atTheMeeting: AreaSummaries

  init() throws {
    board = try Board.shipped()
    atTheMeeting = AreaSummaries(of: board, today: try #require(CalendarDate("2018-02-14")))
  }

  @Test func `round 1 has a comment on six of the eight areas, from eight pairs`() {
    #expect(atTheMeeting.round == "round-1")
    #expect(atTheMeeting.invited == 9)
    let eight = board.orderedAreas.filter { $0.number != nil }
    #expect(eight.map(\.number) == Array(1...8))
    let answers = eight.map { atTheMeeting[$0.id].respondents.map(\.text).sorted() }
    #expect(
      answers == [
        ["health", "police"], ["health", "police"], [], ["trading-standards"], ["police"],
        ["trading-standards"], [], ["trading-standards"],
      ])
    #expect(answers.reduce(0) { $0 + $1.count } == 8)
    let silent = eight.filter { atTheMeeting[$0.id].respondents.isEmpty }
    #expect(silent.map(\.number) == [3, 7])
  }

  @Test func `the areas stand in the order of their ranks, the added ones last`() {
    #expect(board.orderedAreas.count == 10)
    #expect(
      board.orderedAreas.suffix(2).map(\.title) == ["Illicit trade in drugs", "Fraud"])
    #expect(
      board.orderedAreas.filter { $0.status == .focus }.map(\.title) == [
        "Modern slavery", "Illicit trade in drugs", "Fraud",
      ])
  }

  @Test func `attention names gaps and silence, and nothing of a closed area`() throws {
    #expect(
      board.attention("blackmail-and-kidnap", in: atTheMeeting)
        == ["nobody has planned anything", "nobody has answered"])
    #expect(
      board.attention("child-sexual-exploitation", in: atTheMeeting)
        == ["nobody has planned anything"])
    var closed = board
    var area = try #require(board["blackmail-and-kidnap" as Identifier<Area>])
    area.status = .closed
    closed[area.id] = area
    #expect(closed.attention(area.id, in: atTheMeeting) == [])
  }

  @Test(arguments: [
    ("2018-02", "2018-02-28", false), ("2018-02", "2018-03-01", true),
    ("2018-02-14", "2018-02-14", false), ("2018-02-14", "2018-02-15", true),
    ("2018", "2018-12-31", false), ("2018", "2019-01-01", true),
  ])
  func `an action is late when the last day its date can mean has passed`(
    due: String, today: String, isLate: Bool
  ) throws {
    let today = try #require(CalendarDate(today))
    var action = Record<Action>(
      id: "one", content: Action(area: "one", p: "pursue", recommendation: "Do it"))
    action.milestones["first"] = .init(text: "First", due: CalendarDate(due))
    #expect(action.isLate(on: today) == isLate)
    action.milestones["first"]?.done = CalendarDate("2018-01")
    #expect(!action.isLate(on: today))
    action.milestones["second"] = .init(text: "Without a date")
    #expect(!action.isLate(on: today))
  }

  @Test func `gaps and late actions are counted, deleted ones are not`() throws {
    var board = Board.bare
    board["one"] = Record<Area>(id: "one", content: Area(title: "One"))
    var action = Record<Action>(
      id: "first", content: Action(area: "one", p: "pursue", recommendation: "Do it"))
    action.milestones["first"] = .init(text: "First", due: CalendarDate("2018-01"))
    board["first"] = action
    board["second"] = Record<Action>(
      id: "second", content: Action(area: "one", p: "protect", recommendation: "Do that"))
    func attention() throws -> [String] {
      let today = try #require(CalendarDate("2018-02-14"))
      return board.attention("one", in: AreaSummaries(of: board, today: today))
    }
    #expect(try attention() == ["Prevent and Prepare are gaps", "1 action is late"])
    action.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    board["first"] = action
    #expect(try attention() == ["Pursue, Prevent and Prepare are gaps"])
  }

  @Test func `an action that another one has superseded counts in no cell`() throws {
    var board = Board.bare
    let today = try #require(CalendarDate("2018-02-14"))
    func add(_ id: Identifier<Action>, superseding former: Identifier<Action>? = nil) {
      var action = Action(area: "one", p: "pursue", recommendation: id.text)
      action.milestones["first"] = .init(text: "First", due: CalendarDate("2018-01"))
      action.supersedes = former
      board[id] = Record<Action>(id: id, content: action)
    }
    func cell() -> PlanCell? { AreaSummaries(of: board, today: today)["one"].cells["pursue"] }
    func successor() -> Identifier<Action>? {
      AreaSummaries(of: board, today: today).successor(of: "first")
    }
    add("first")
    add("second", superseding: "first")
    #expect(cell()?.actions == ["second"])
    #expect(cell()?.late == 1)
    #expect(successor() == "second")
    add("another", superseding: "first")
    #expect(cell()?.actions == ["another", "second"])
    #expect(successor() == "another")
    for id in ["second", "another"] as [Identifier<Action>] {
      board[id]?.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    }
    #expect(cell()?.actions == ["first"])
    #expect(successor() == nil)
    add("first", superseding: "first")
    #expect(cell()?.actions == ["first"])
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `after any change the cells are those made from nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ids: [Identifier<Action>] = ["aaaa", "bbbb", "cccc", "dddd", "eeee"]
    let today = try #require(CalendarDate("2018-02-14"))
    var board = Board.bare
    var kept = AreaSummaries(of: board, today: today)
    for step in 0..<200 {
      let id = ids[Int.random(in: ids.indices, using: &random)]
      let old = board[id]
      var action = Action(
        area: random.oneIn(2) ? "one" : nil, p: random.oneIn(2) ? "pursue" : "protect",
        recommendation: "Step \(step)")
      if random.oneIn(2) { action.supersedes = ids[Int.random(in: ids.indices, using: &random)] }
      if random.oneIn(2) { action.status = random.oneIn(2) ? "green" : "amber" }
      let due = CalendarDate(year: 2018, month: Int.random(in: 1...4, using: &random))
      if random.oneIn(2) { action.milestones["first"] = .init(text: "First", due: due) }
      var new = Record<Action>(id: id, content: action)
      if random.oneIn(4) { new.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester") }
      board[id] = new
      kept.replace(old, with: new, in: board, today: today)
      let fresh = AreaSummaries(of: board, today: today)
      for area in [nil, "one"] as [Identifier<Area>?] {
        #expect(kept[area].cells == fresh[area].cells, "after step \(step)")
      }
      #expect(ids.map(kept.successor) == ids.map(fresh.successor), "after step \(step)")
    }
  }

  @Test func `the current round is the latest that is open, else the latest`() {
    var board = Board.bare
    #expect(board.currentRound == nil)
    func add(_ id: Identifier<Round>, due: String, closed: String? = nil) {
      var round = Record<Round>(id: id, content: Round(title: id.text))
      round.due = CalendarDate(due)
      round.closed = closed.flatMap { CalendarDate($0) }
      board[id] = round
    }
    add("first", due: "2018-02", closed: "2018-02-20")
    #expect(board.currentRound?.id == "first")
    add("third", due: "2018-08", closed: "2018-08-20")
    #expect(board.currentRound?.id == "third")
    add("second", due: "2018-05")
    #expect(board.currentRound?.id == "second")
    add("fourth", due: "2018-06")
    #expect(board.currentRound?.id == "fourth")
  }

  @Test func `a board's own Ps come after the four`() {
    var board = Board.bare
    #expect(board.ps.map(\.title) == ["Pursue", "Prevent", "Protect", "Prepare"])
    board.settings.extraPs["partnership"] = P(title: "Partnership", rank: "1")
    #expect(board.ps.last?.title == "Partnership")
  }

  @Test func `areas without a rank come last, by number and name`() throws {
    var board = Board.bare
    let areas: [(Identifier<Area>, Int?, String?)] = [
      ("dddd", nil, nil), ("cccc", nil, nil), ("bbbb", 2, nil), ("aaaa", 9, "b"),
      ("zzzz", 1, "a"), ("yyyy", nil, "b"),
    ]
    for (id, number, rank) in areas {
      board[id] = Record<Area>(id: id, content: Area(number: number, title: id.text, rank: rank))
    }
    #expect(
      board.orderedAreas.map(\.id) == ["zzzz", "aaaa", "yyyy", "bbbb", "cccc", "dddd"])
  }
}
