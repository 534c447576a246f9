import Domain
import JSON
import TestSupport
import Testing

/// What an audience is shown: nothing that is withheld, and no trace of it.
struct AudienceTests {
  @Test func `the board itself sees everything`() throws {
    let board = try Board.full()
    #expect(try board.shown(to: .board).documents() == board.documents())
  }

  @Test(arguments: [
    ("official", nil, true), ("official-sensitive", nil, false), (nil, nil, false),
    ("unheard-of", nil, false), ("official", "7", false), ("official", "", false),
    ("official-sensitive", "7", false),
  ])
  func `the public sees what is marked public and is not exempt`(
    marking: Identifier<Marking>?, paragraph: String?, isShown: Bool
  ) throws {
    var board = try Board.open()
    board["full" as Identifier<Practice>]?.header.marking = marking
    board["full" as Identifier<Practice>]?.header.exemptParagraph = paragraph
    #expect((board.shown(to: .public)["full" as Identifier<Practice>] != nil) == isShown)
    board.settings.header.marking = marking
    board.settings.header.exemptParagraph = paragraph
    #expect(try board.shown(to: .public).documents().isEmpty == !isShown)
  }

  @Test func `a cut at a place counts what the public is not shown, and one at a value does not`()
    throws
  {
    var board = try Board.open()
    board.settings.content.cuts = ["full": Cut(top: 3)]
    #expect(board.shown(to: .public).settings.cuts.isEmpty)
    board.settings.content.cuts = ["full": Cut(value: 100)]
    #expect(board.shown(to: .public).settings.cuts == board.settings.cuts)
  }

  @Test func `what was removed is shown to nobody else`() throws {
    var board = try Board.open()
    board["full" as Identifier<Practice>]?.header.deleted = Stamp(
      at: Timestamp(seconds: 0), by: "tester")
    #expect(board.shown(to: .public)["full" as Identifier<Practice>] == nil)
  }

  @Test func `an open board is shown whole, but for who wrote it and what is not settled`() throws {
    var board = try Board.open()
    board.settings.content.cuts["full"]?.top = nil
    let documents = try board.documents().mapValues(\.withoutWriters)
    let shown = try board.shown(to: .public).documents()
    #expect(shown == documents)
    #expect(Set(shown.keys.map(\.kind)) == Set(Kind.allCases))
  }

  @Test func `the public is told of nobody's login`() throws {
    var board = try Board.open()
    let canary = "canary-login"
    for id in board["full" as Identifier<Action>]?.statusHistory.keys.sorted() ?? [] {
      board["full" as Identifier<Action>]?.statusHistory[id]?.by = canary
    }
    for id in board["full" as Identifier<Partner>]?.roles.keys.sorted() ?? [] {
      board["full" as Identifier<Partner>]?.roles[id]?.login = canary
    }
    board["full" as Identifier<Practice>]?.header.source = "entered by \(canary)"
    #expect(try board.text().ranges(of: canary).count > 2)
    #expect(try !board.shown(to: .public).text().contains(canary))
  }

  @Test(arguments: Kind.allCases)
  func `nothing that a withheld record says is shown`(kind: Kind) throws {
    let board = try Board.open().planting(canary, in: kind)
    let planted = try board.text()
    #expect(planted.ranges(of: canary).count > 3)
    for header in [
      Header(marking: "official-sensitive"), Header(marking: nil), Header(marking: "unheard-of"),
      Header(marking: "official", exemptParagraph: "7"),
    ] {
      let view = board.with(header, on: kind, canary).shown(to: .public)
      #expect(try !view.text().contains(canary), "\(kind)")
    }
  }

  @Test func `the plant is shown where nothing is withheld`() throws {
    let board = try Board.open().planting(canary, in: .practice)
    #expect(try board.shown(to: .public).text().contains(canary))
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `whatever is withheld, no link leads to it, and the rest is as it was`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var board = try random.oneIn(3) ? Board.open() : Board.shipped()
    board.settings.content.cuts["full"]?.top = nil
    for name in board.documentNames where name != .board && random.oneIn(6) {
      board.setMarking(of: name, to: random.oneIn(2) ? nil : "official-sensitive")
    }
    let view = board.shown(to: .public)
    let names = Set(view.documentNames)
    for name in names {
      #expect(view.links(of: name).allSatisfy { names.contains($0.target) }, "\(name)")
      guard board.links(of: name).allSatisfy({ names.contains($0.target) }) else { continue }
      #expect(view.value(of: name) == board.value(of: name)?.withoutWriters, "\(name)")
    }
    #expect(view.problems.isEmpty || !board.problems.isEmpty)
    #expect(try view.shown(to: .public).documents() == view.documents())
  }

  @Test(arguments: [
    ("rounds/full", ["responses/full"]), ("issues/full", ["scorecards/full"]),
    ("areas/full", ["actions/full", "actions/earlier", "responses/full", "decisions/full"]),
    ("partners/full", ["responses/full"]), ("models/full", ["scorecards/full"]),
    ("actions/full", ["actions/earlier"]), ("meetings/full", []), ("requests/full", []),
  ])
  func `what rests on a withheld record is withheld with it`(
    withheld: String, resting: [String]
  ) throws {
    var board = try Board.open()
    let name = try #require(RecordName(withheld))
    board.setMarking(of: name, to: "official-sensitive")
    let lost = Set(board.documentNames).subtracting(board.shown(to: .public).documentNames)
    for record in resting { #expect(lost.map(\.description).contains(record)) }
    let others = ["practice/full", "papers/full", "agreements/full", "areas/earlier"]
    #expect(lost.isDisjoint(with: others.compactMap { RecordName($0) }))
  }

  @Test func `an entry goes with the record it names, the others stay`() throws {
    var board = try Board.open()
    var action = try #require(board["full" as Identifier<Action>])
    action.owners["agency"] = .init(agreed: .yes)
    action.owners["full"] = .init(agreed: .no)
    action.lead = "agency"
    action.moves["other"] = .init(issue: "larger", criterion: "volume")
    board[action.id] = action
    board.setMarking(of: RecordName("agency" as Identifier<Partner>), to: nil)
    board.setMarking(of: RecordName("full" as Identifier<Domain.Issue>), to: nil)
    let shown = try #require(board.shown(to: .public)[action.id])
    #expect(Array(shown.owners.keys) == ["full"])
    #expect(shown.lead == nil)
    #expect(Array(shown.moves.keys) == ["other"])
    #expect(shown.recommendation == action.recommendation)
  }

  @Test func `a name that leads to no record is not shown`() throws {
    var board = try Board.open()
    board["full" as Identifier<Action>]?.lead = "damaged"
    #expect(try !board.shown(to: .public).text().contains("damaged"))
  }
}

private let canary = "canary-7c1"

extension Value {
  /// The record without what tells of the people who wrote it, and what they have not settled.
  fileprivate var withoutWriters: Value {
    let signed = FullRecords.paths(in: self).filter { path in
      path.last == "by" && ["statusHistory", "invitations"].contains(path[0])
        || path.last == "login" && path[0] == "roles"
    }
    return (signed + [["created"], ["updated"], ["conflicts"]]).reduce(self) { value, path in
      value[path: path] == nil ? value : value.setting(nil, at: path)
    }
  }
}
