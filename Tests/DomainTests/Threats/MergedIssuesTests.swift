import Domain
import TestSupport
import Testing

/// What becomes of an issue that goes into another one, and of all that names it.
struct MergedIssuesTests {
  var board: Board
  let today: CalendarDate

  init() throws {
    today = try #require(CalendarDate("2018-09-27"))
    board = try .planned()
    board["cryptocurrency" as Identifier<Domain.Issue>]?.raised = CalendarDate("2018-02-06")
    var other = Domain.Issue(title: "Coins sold to retirees")
    other.text = "A stall sells coins."
    other.evidence["first"] = Evidence(text: "Two calls")
    board["coins" as Identifier<Domain.Issue>] = Record(
      id: "coins", header: Header(marking: "official"), content: other)
  }

  private func merged(
    _ ids: [Identifier<Domain.Issue>], into target: Identifier<Domain.Issue>
  ) throws(TriageRefusal) -> MergedIssues {
    var count = 0
    return try board.merged(
      ids.compactMap { board[$0] }, into: target, today: today, IssueLinks(of: board),
      cards: { id in board.scorecards.all.filter { $0.issue == id } }
    ) {
      count += 1
      return (try? Identifier("made-\(count)")) ?? "made"
    }
  }

  private func refusal(
    _ ids: [Identifier<Domain.Issue>], into target: Identifier<Domain.Issue>
  ) -> String {
    do throws(TriageRefusal) {
      _ = try merged(ids, into: target)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `both texts are kept, and which is from which is said`() throws {
    let merged = try merged(["cryptocurrency"], into: "coins")
    #expect(
      merged.target.text == """
        A stall sells coins.

        From “City businesses in the unregulated cryptocurrency sector” \
        (Trading Standards, raised 6 Feb 2018):
        Trading Standards raised City businesses engaged in the unregulated cryptocurrency sector.
        """)
    #expect(merged.issues.map(\.id) == ["cryptocurrency"])
    #expect(merged.issues[0].stage == .merged)
    #expect(merged.issues[0].mergedInto == "coins")
    #expect(merged.issues[0].text == board["cryptocurrency" as Identifier<Domain.Issue>]?.text)
  }

  @Test mutating func `an issue without a text is still told of`() throws {
    board["coins" as Identifier<Domain.Issue>]?.text = nil
    let merged = try merged(["coins"], into: "cryptocurrency")
    #expect(
      merged.target.text?.hasSuffix("From “Coins sold to retirees”, which had no text.") == true)
  }

  @Test
  mutating func `evidence comes along and says where from, and none takes the place of another`()
    throws
  {
    board["cryptocurrency" as Identifier<Domain.Issue>]?.evidence["first"] = Evidence(
      text: "A licence was refused", source: "Register")
    let merged = try merged(["coins"], into: "cryptocurrency")
    #expect(merged.target.evidence.count == 2)
    #expect(merged.target.evidence["first"]?.text == "A licence was refused")
    #expect(
      merged.target.evidence["made-1"]
        == Evidence(text: "Two calls", source: "“Coins sold to retirees”"))
  }

  @Test mutating func `golden themes come along, theme and area only where there is none`() throws {
    board["coins" as Identifier<Domain.Issue>]?.goldenThemes = ["youth", "internet"]
    board["coins" as Identifier<Domain.Issue>]?.theme = "illustration"
    board["coins" as Identifier<Domain.Issue>]?.area = "fraud"
    board["cryptocurrency" as Identifier<Domain.Issue>]?.goldenThemes = ["youth"]
    board["cryptocurrency" as Identifier<Domain.Issue>]?.area = "financial-crime"
    let target = try merged(["coins"], into: "cryptocurrency").target
    #expect(target.goldenThemes == ["youth", "internet"])
    #expect(target.theme == "illustration")
    #expect(target.area == "financial-crime")
  }

  @Test mutating func `the target is handled as strictly as what goes into it`() throws {
    board["coins" as Identifier<Domain.Issue>]?.header.marking = "official-sensitive"
    board["coins" as Identifier<Domain.Issue>]?.header.exemptParagraph = "7"
    let target = try merged(["coins"], into: "cryptocurrency").target
    #expect(target.header.marking == "official-sensitive")
    #expect(target.header.exemptParagraph == "7")
    board["coins" as Identifier<Domain.Issue>]?.header.marking = nil
    #expect(
      try merged(["coins"], into: "cryptocurrency").target.header.marking == "official-sensitive")
  }

  @Test mutating func `answers, actions and what went before follow`() throws {
    let answer: Identifier<Response> = "r1-trading-cryptocurrency"
    #expect(board[answer]?.raisedIssue == "cryptocurrency")
    board["invented-01" as Identifier<Action>]?.moves["first"] = Action.Move(
      issue: "cryptocurrency", criterion: "volume")
    board["invented-01" as Identifier<Action>]?.moves["other"] = Action.Move(
      issue: "cse", criterion: "volume")
    board["construction-industry" as Identifier<Domain.Issue>]?.stage = .merged
    board["construction-industry" as Identifier<Domain.Issue>]?.mergedInto = "cryptocurrency"
    let merged = try merged(["cryptocurrency"], into: "coins")
    #expect(merged.responses.map(\.id) == [answer])
    #expect(merged.responses[0].raisedIssue == "coins")
    #expect(merged.actions.map(\.id) == ["invented-01"])
    #expect(merged.actions[0].moves["first"]?.issue == "coins")
    #expect(merged.actions[0].moves["other"]?.issue == "cse")
    #expect(merged.issues.map(\.id) == ["cryptocurrency", "construction-industry"])
    #expect(merged.issues.map(\.mergedInto) == ["coins", "coins"])
  }

  /// Gives an issue a scorecard under the model of the board.
  private mutating func card(
    _ id: Identifier<Scorecard>, of issue: Identifier<Domain.Issue>, _ basis: Scorecard.Basis,
    agency: Identifier<Partner>? = nil, context: Identifier<ScoringContext>? = nil
  ) throws {
    var content = Scorecard(
      issue: issue, model: try #require(board.settings.model), modelVersion: "1", basis: basis)
    content.agency = agency
    content.context = context
    board[id] = Record(id: id, header: Header(marking: "official"), content: content)
  }

  @Test mutating func `the board's own scorecards follow where the other issue has none`() throws {
    try card("card-fire", of: "coins", .agency, agency: "fire")
    try card("card-own", of: "coins", .working)
    try card("card-place", of: "coins", .working, context: "north")
    #expect(try merged(["coins"], into: "cse").scorecards.map(\.id) == ["card-fire"])
    let moved = try merged(["coins"], into: "cryptocurrency").scorecards
    #expect(moved.map(\.id) == ["card-fire", "card-own", "card-place"])
    #expect(moved.allSatisfy { $0.issue == "cryptocurrency" })
  }

  @Test mutating func `what was agreed of one issue is no other's, nor what was made over it`()
    throws
  {
    try card("card-fire", of: "coins", .agency, agency: "fire")
    try card("card-agreed", of: "coins", .agreed)
    try card("card-own", of: "coins", .working)
    try card("card-place", of: "coins", .working, context: "north")
    #expect(try merged(["coins"], into: "cryptocurrency").scorecards.map(\.id) == ["card-fire"])
  }

  @Test mutating func `all that an agency said moves, and from one issue only`() throws {
    try card("card-late", of: "coins", .agency, agency: "fire")
    try card("card-early", of: "coins", .agency, agency: "fire")
    try card("card-other", of: "construction-industry", .agency, agency: "fire")
    try card("card-health", of: "construction-industry", .agency, agency: "health")
    let moved = try merged(["coins", "construction-industry"], into: "cryptocurrency").scorecards
    #expect(moved.map(\.id) == ["card-early", "card-late", "card-health"])
  }

  @Test mutating func `an agency's history follows whole, and what was agreed stays`() throws {
    let target = try #require(board.scorecards.standing.first { $0.issue == "cse" })
    board["notes" as Identifier<Domain.Issue>] = Record(
      id: "notes", header: Header(marking: "official"), content: Issue(title: "Notes"))
    func give(
      _ id: Identifier<Scorecard>, to issue: Identifier<Domain.Issue>, _ basis: Scorecard.Basis,
      on date: String
    ) {
      var content = Scorecard(
        issue: issue, model: target.model, modelVersion: target.modelVersion, basis: basis)
      content.agency = basis == .agency ? "fire" : nil
      content.date = CalendarDate(date)
      board[id] = Record(id: id, header: target.header, content: content)
    }
    give("aaa", to: "coins", .agreed, on: "2018-02-14")
    give("zzz", to: "coins", .agreed, on: "2018-09-26")
    give("mmm", to: "notes", .agreed, on: "2018-11-14")
    give("bbb", to: "notes", .agency, on: "2018-02-14")
    give("yyy", to: "notes", .agency, on: "2018-09-26")
    let merged = try merged(["coins", "notes"], into: "cse")
    #expect(merged.scorecards.map(\.id) == ["bbb", "yyy"])
    #expect(merged.scorecards.allSatisfy { $0.issue == "cse" })
  }

  @Test mutating func `what waits on an agenda follows, what was minuted stays`() throws {
    for day in ["2018-11-14", "2018-09-01"] {
      let coins = try #require(board["coins" as Identifier<Domain.Issue>])
      let meeting = Record<Meeting>(
        id: try Identifier("board-\(day)"), header: Header(marking: "official"),
        content: Meeting(kind: "Board", date: try #require(CalendarDate(day))))
      let done = try board.escalated([coins], to: meeting, as: ["first"])
      board[meeting.id] = done.meeting
      board[coins.id] = done.issues[0]
    }
    board["board-2018-09-01" as Identifier<Meeting>]?.agenda["first"]?.minute = "Noted."
    let merged = try merged(["coins"], into: "cryptocurrency")
    #expect(merged.meetings.map(\.id) == ["board-2018-11-14"])
    #expect(merged.meetings[0].agenda["first"]?.record?.id == "cryptocurrency")
    #expect(merged.target.escalatedTo == "board-2018-11-14")
  }

  @Test mutating func `what stood on an agenda that is past stays, and the later meeting counts`()
    throws
  {
    for day in ["2018-05-09", "2018-11-14", "2019-02-06"] {
      let issue: Identifier<Domain.Issue> = day == "2019-02-06" ? "cryptocurrency" : "coins"
      let meeting = Record<Meeting>(
        id: try Identifier("board-\(day)"), header: Header(marking: "official"),
        content: Meeting(kind: "Board", date: try #require(CalendarDate(day))))
      let done = try board.escalated(
        [try #require(board[issue])], to: meeting, as: ["first"])
      board[meeting.id] = done.meeting
      board[issue] = done.issues[0]
    }
    var merged = try merged(["coins"], into: "cryptocurrency")
    #expect(merged.meetings.map(\.id) == ["board-2018-11-14"])
    #expect(merged.target.escalatedTo == "board-2019-02-06")
    board["cryptocurrency" as Identifier<Domain.Issue>]?.escalatedTo = "board-2018-05-09"
    merged = try self.merged(["coins"], into: "cryptocurrency")
    #expect(merged.target.escalatedTo == "board-2018-11-14")
  }

  @Test mutating func `what leads nowhere or round is refused`() throws {
    #expect(refusal(["coins"], into: "coins").contains("cannot be merged into itself."))
    #expect(refusal(["coins"], into: "not-there").contains("is not on the board."))
    board["cryptocurrency" as Identifier<Domain.Issue>]?.stage = .merged
    board["cryptocurrency" as Identifier<Domain.Issue>]?.mergedInto = "cse"
    #expect(
      refusal(["coins"], into: "cryptocurrency").contains("went into “CSE”: merge into that."))
    #expect(refusal(["cryptocurrency"], into: "coins").contains("went into “CSE” already."))
  }

  // MARK: Links

  @Test func `who names an issue is known without a walk, and stays known as records change`()
    throws
  {
    var links = IssueLinks(of: board)
    let answer = try #require(board["r1-trading-cryptocurrency" as Identifier<Response>])
    #expect(links.names(of: "cryptocurrency").contains(answer.recordName))
    var changed = answer
    changed.raisedIssue = "coins"
    links.replace(answer, with: changed)
    links.replace(answer, with: changed)
    #expect(!links.names(of: "cryptocurrency").contains(answer.recordName))
    #expect(links.names(of: "coins") == [answer.recordName])
    var removed = changed
    removed.header.deleted = Stamp(at: Timestamp(seconds: 0), by: "tester")
    links.replace(changed, with: removed)
    #expect(links.names(of: "coins").isEmpty)
  }
}
