import Domain
import JSON
import TestSupport
import Testing

/// The shipped board as at a date shows what was known on that day, and nothing of later.
struct ShippedHistoryTests {
  /// What is on the board at the end of a day.
  struct Known: CustomTestStringConvertible {
    let date: String
    var records: [Kind: Int] = [:]
    var focus: [String] = []
    var emerging: [String] = []
    var meetings: [String] = []
    var reviewCriteria = 0

    var testDescription: String { date }
  }

  static let days = [
    Known(date: "2015-12-30"),
    Known(
      date: "2016-01-01",
      records: [
        .board: 1, .model: 1, .issue: 4, .scorecard: 9, .partner: 5, .action: 2,
      ]),
    Known(
      date: "2018-02-06",
      records: [
        .board: 1, .model: 1, .issue: 4, .scorecard: 9, .partner: 15, .action: 2, .area: 8,
        .round: 1, .response: 9, .meeting: 1,
      ],
      meetings: ["2018-02-14"]),
    Known(
      date: "2018-02-21",
      records: [
        .board: 1, .model: 1, .issue: 5, .scorecard: 9, .partner: 15, .action: 2, .area: 8,
        .round: 1, .response: 9, .meeting: 2, .decision: 4, .reference: 2, .request: 1,
      ],
      emerging: ["cryptocurrency"], meetings: ["2018-02-14", "2018-02-21"], reviewCriteria: 4),
    Known(
      date: "2018-05-31",
      records: [
        .board: 1, .model: 1, .issue: 7, .scorecard: 9, .partner: 15, .action: 5, .area: 8,
        .round: 1, .response: 9, .meeting: 4, .decision: 4, .reference: 3, .request: 1,
      ],
      emerging: ["construction-industry", "cryptocurrency", "west-balkan-drug-supply"],
      meetings: ["2018-02-14", "2018-02-21", "2018-05-16", "2018-05-31"], reviewCriteria: 4),
    Known(
      date: "2018-07-03",
      records: [
        .board: 1, .model: 1, .issue: 7, .scorecard: 9, .partner: 15, .action: 5, .area: 10,
        .round: 1, .response: 9, .meeting: 5, .decision: 7, .reference: 3, .request: 1,
      ],
      focus: ["Fraud", "Illicit trade in drugs", "Modern slavery"],
      emerging: ["construction-industry", "cryptocurrency", "west-balkan-drug-supply"],
      meetings: ["2018-02-14", "2018-02-21", "2018-05-16", "2018-05-31", "2018-07-03"],
      reviewCriteria: 4),
    Known(
      date: "2018-09-27",
      records: [
        .board: 1, .model: 1, .issue: 7, .scorecard: 9, .partner: 15, .action: 5, .area: 10,
        .round: 1, .response: 9, .meeting: 8, .decision: 8, .reference: 4, .request: 1,
        .practice: 10,
      ],
      focus: ["Fraud", "Illicit trade in drugs", "Modern slavery"],
      emerging: ["construction-industry", "cryptocurrency", "west-balkan-drug-supply"],
      meetings: [
        "2018-02-14", "2018-02-21", "2018-05-16", "2018-05-31", "2018-07-03", "2018-09-05",
        "2018-09-19", "2018-09-27",
      ], reviewCriteria: 4),
  ]

  let log: ShippedLog

  init() throws { log = try ShippedLog() }

  @Test(arguments: days)
  func `as at a day there is what was known, and no more`(known: Known) throws {
    let state = try log.state(asAt: date(known.date))
    #expect(Dictionary(grouping: state.keys, by: \.kind).mapValues(\.count) == known.records)
    guard !state.isEmpty else { return }
    let board = try log.board(asAt: date(known.date))
    let areas = board.areas.standing
    #expect(areas.filter { $0.status == .focus }.map(\.title).sorted() == known.focus)
    #expect(areas.allSatisfy { $0.status != .closed && $0.lead == nil && $0.reviews.isEmpty })
    #expect(
      board.issues.standing.filter { $0.stage == .emerging }.map(\.id.text).sorted()
        == known.emerging)
    #expect(board.meetings.standing.map(\.date.description).sorted() == known.meetings)
    #expect(board.settings.reviewCriteria.count == known.reviewCriteria)
    #expect((board.settings.reviewInterval == nil) == (known.reviewCriteria == 0))
  }

  /// From the day named a record says something that it did not say the day before.
  @Test(arguments: [
    ("2018-02-06", "areas/cyber-attack", ""), ("2018-02-06", "board", "questions"),
    ("2018-02-06", "rounds/round-1", ""), ("2018-02-06", "meetings/board-2018-02-14", ""),
    ("2018-02-06", "responses/r1-trading-cryptocurrency", ""),
    ("2018-02-06", "partners/health", "impact"),
    ("2018-02-21", "responses/r1-trading-cryptocurrency", "raisedIssue"),
    ("2018-02-21", "issues/cryptocurrency", ""), ("2018-02-21", "decisions/four-questions", ""),
    ("2018-02-21", "decisions/narrow-to-three-or-four", ""),
    ("2018-02-21", "board", "reviewCriteria"), ("2018-02-21", "board", "reviewInterval"),
    ("2018-02-21", "references/outstanding-responses", ""),
    ("2018-02-21", "requests/refused-data-protection", ""),
    ("2018-05-16", "meetings/board-2018-05-16", ""),
    ("2018-05-31", "meetings/board-2018-05-16", "agenda"),
    ("2018-05-31", "issues/west-balkan-drug-supply", ""),
    ("2018-05-31", "actions/acquisitive-crime-group", ""),
    ("2018-05-31", "areas/modern-slavery", "profile"),
    ("2018-05-31", "references/chair-successor", ""),
    ("2018-07-03", "meetings/working-group-2018-07-03", ""),
    ("2018-07-03", "decisions/focus-fraud", ""), ("2018-07-03", "areas/fraud", ""),
    ("2018-07-03", "areas/illicit-trade-in-drugs", ""),
    ("2018-07-03", "areas/modern-slavery", "statusHistory"),
    ("2018-09-19", "meetings/board-2018-09-19", ""),
    ("2018-09-27", "meetings/board-2018-09-19", "agenda"),
    ("2018-09-27", "areas/blackmail-and-kidnap", "notes"),
    ("2018-09-27", "areas/child-sexual-exploitation", "profile"),
    ("2018-09-27", "references/chair-successor", "updates"),
    ("2018-09-27", "references/terms-of-reference", ""),
    ("2018-09-27", "decisions/one-priority-in-turn", ""),
    ("2018-09-27", "practice/programme-challenger", ""),
  ])
  func `what came to be known on a day is absent the day before`(
    day: String, record: String, field: String
  ) throws {
    func isKnown(_ date: CalendarDate) throws -> Bool {
      let document = try log.state(asAt: date)[try #require(RecordName(record))]
      return field.isEmpty ? document != nil : document?[field] != nil
    }
    #expect(try isKnown(date(day)))
    let eve = try #require(CalendarDate(dayNumber: date(day).firstDayNumber - 1))
    #expect(try !isKnown(eve))
  }

  @Test func `after every act the board is readable and nothing is wrong with it`() throws {
    for (line, state) in zip(log.lines, try log.states()) {
      let board = try Board(state)
      for (name, document) in state {
        #expect(board.value(of: name) == document, "\(name) after act \(line.number)")
      }
      #expect(board.problems.isEmpty, "after act \(line.number)")
    }
  }

  @Test func `as at 6 Feb 2018 round 1 stands as the paper gives it`() throws {
    let day = try date("2018-02-06")
    let board = try log.board(asAt: day)
    let round = try #require(board.currentRound)
    let due = try #require(round.due)
    #expect(due.lastDayNumber - day.lastDayNumber == 8)
    let answers = board.responses.standing.filter { $0.round == round.id }
    #expect(answers.allSatisfy { $0.state == .answered })
    let pairs = answers.filter { $0.area != nil }
    #expect(
      Dictionary(grouping: pairs, by: \.respondent).mapValues(\.count)
        == ["health": 2, "police": 3, "trading-standards": 3])
    let spoken = Set(pairs.compactMap(\.area))
    #expect(spoken.count == 6)
    let silent = board.orderedAreas.filter { !spoken.contains($0.id) }
    #expect(silent.map(\.number) == [3, 7])
    let respondents = Set(answers.map(\.respondent))
    #expect(
      round.invitations.keys.filter { !respondents.contains($0) }.sorted().map(\.text) == [
        "community-childrens-services", "fire", "police-acquisitive-crime",
        "police-blackmail-kidnapping", "police-ip-and-fraud", "police-modern-slavery",
        "police-public-protection",
      ])
  }

  @Test func `as at 6 Feb 2018 the cryptocurrency answer is not yet in the inbox`() throws {
    let board = try log.board(asAt: date("2018-02-06"))
    let other = board.responses.standing.filter { $0.question == "q4-other" }
    #expect(other.map(\.respondent) == ["trading-standards"])
    #expect(other.allSatisfy { $0.raisedIssue == nil && $0.text != nil })
    #expect(board.issues.standing.allSatisfy { $0.theme == "illustration" })
  }

  @Test func `until 3 Jul 2018 all eight areas are alike`() throws {
    for day in ["2018-02-06", "2018-05-31", "2018-07-02"] {
      let board = try log.board(asAt: date(day))
      #expect(board.orderedAreas.map(\.number) == Array(1...8))
      #expect(board.areas.standing.allSatisfy { $0.status == .monitored })
    }
    let board = try log.board(asAt: date("2018-07-03"))
    #expect(board["modern-slavery" as Identifier<Area>]?.status == .focus)
    #expect(board["fraud-and-cyber-enabled-crime" as Identifier<Area>]?.status == .monitored)
  }

  @Test func `as at 27 Sep 2018 it is the board that ships`() throws {
    let state = try log.state(asAt: date("2018-09-27"))
    let shipped = try Board.shipped()
    #expect(state.count == ShippedBoardTests.files.count)
    for (name, document) in state { #expect(shipped.value(of: name) == document) }
  }

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
}
