import Domain
import TestSupport
import Testing

/// What holds of rounds whoever asks: their order, their dates, how they may be called.
struct RoundTests {
  private var board: Board
  private let first: Record<Round>
  private let today: CalendarDate

  init() throws {
    today = try #require(CalendarDate("2018-02-06"))
    board = try Board.shipped(asAt: today)
    first = try #require(board.currentRound)
  }

  private mutating func add(
    _ id: Identifier<Round>, _ change: (inout Record<Round>) -> Void
  ) {
    var round = Record(id: id, header: first.header, content: first.content)
    round.title = id.text
    change(&round)
    board[id] = round
  }

  @Test mutating func `rounds stand by the day of answers, else of asking, else of coming`() {
    add("b-asked") {
      $0.due = nil
      $0.asked = CalendarDate("2018-03-01")
    }
    add("a-come") { $0.due = nil }
    add("c-closed") {
      $0.due = CalendarDate("2018-06-01")
      $0.closed = CalendarDate("2018-06-02")
    }
    #expect(
      board.roundsLatestFirst.map(\.id) == ["c-closed", "b-asked", "a-come", "round-1"])
    #expect(board.currentRound?.id == "b-asked")
    board["b-asked" as Identifier<Round>]?.closed = today
    board["a-come" as Identifier<Round>]?.closed = today
    board["round-1" as Identifier<Round>]?.closed = today
    #expect(board.currentRound?.id == "c-closed")
  }

  @Test mutating func `a round is closed once, and not before it was asked`() throws {
    var round = first
    #expect(round.whyNotClosed(on: today) == nil)
    round.asked = CalendarDate("2018-02-07")
    #expect(
      round.whyNotClosed(on: today)
        == "Round 1 cannot be closed 6 Feb 2018, before it was asked, 7 Feb 2018.")
    round.closed = CalendarDate("2018-02-14")
    #expect(round.whyNotClosed(on: today) == "Round 1 was closed already, 14 Feb 2018.")
  }

  @Test(arguments: [
    ("2018-02-12", "2 days left"), ("2018-02-13", "1 day left"), ("2018-02-14", "due today"),
    ("2018-02-15", "1 day over"), ("2018-02-19", "5 days over"),
  ])
  func `the time that is left is told on every side of the day`(day: String, words: String) throws {
    let day = try #require(CalendarDate(day))
    #expect(first.timeLeft(on: day) == words)
    #expect(first.deadline(on: day) == "due 14 Feb 2018, \(words)")
  }

  @Test(arguments: ["", "  ", "Round 1", "round 1"])
  func `a round has a title of its own`(title: String) {
    let start = RoundStart(
      title: title, questions: first.questions, respondents: ["fire"])
    #expect(start.flaw(on: board) == .titleTaken(title))
    #expect(board.flaw(in: first) == nil)
  }

  @Test func `a question has words`() {
    var questions = first.questions
    questions["empty"] = Question(text: " ", rank: nil)
    let start = RoundStart(title: "Round 2", questions: questions, respondents: ["fire"])
    #expect(start.flaw(on: board) == .emptyQuestion)
  }

  @Test mutating func `an answer is marked as the higher of its round and its area`() {
    board.settings.markings["secret"] = Marking(title: "SECRET", level: 99, isPublic: false)
    board["fraud" as Identifier<Area>] = Record(
      id: "fraud", header: Header(marking: "secret", exemptParagraph: "7"),
      content: Area(title: "Fraud", status: .focus))
    let header = board.header(ofAnswerTo: first.id, on: "fraud", source: "a test")
    #expect(header.marking == "secret")
    #expect(header.exemptParagraph == "7")
    var answer = Answer(state: .answered, text: "yes", way: "by mail")
    answer.round = first.id
    answer.respondent = "fire"
    answer.area = "fraud"
    #expect(board.response(keeping: answer, in: nil, name: "new")?.header.marking == "secret")
    answer.area = nil
    #expect(
      board.response(keeping: answer, in: nil, name: "new")?.header.marking == first.header.marking)
  }

  @Test mutating func `an agency that was asked has answered once one of its units has`() {
    add("round-2") { $0.invitations = ["police": Round.Invitation()] }
    let response = Response(round: "round-2", respondent: "police-modern-slavery", state: .answered)
    board["unit" as Identifier<Response>] = Record(id: "unit", content: response)
    let round = board["round-2" as Identifier<Round>] ?? first
    let answers = RoundAnswers(to: round.id, on: board)
    #expect(answers.answered(in: round) == 1)
    #expect(Turnout(of: board).answered(round.id) == 1)
    #expect(board.awaited(in: round, answers, on: today).isEmpty)
  }
}
