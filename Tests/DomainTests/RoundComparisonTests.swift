import Domain
import TestSupport
import Testing

struct RoundComparisonTests {
  private var board: Board
  private let first: Record<Round>
  private var second: Record<Round>

  init() throws {
    board = try Board.shipped()
    first = try #require(board[Identifier<Round>("round-1")])
    second = Record(id: "round-2", content: first.content)
    second.content.title = "Round 2"
    board[second.id] = second
  }

  private mutating func answer(
    _ id: Identifier<Response>, _ respondent: Identifier<Partner>, _ area: Identifier<Area>,
    _ state: Response.State, confidence: String? = nil, in round: Identifier<Round> = "round-2"
  ) {
    var response = Response(round: round, respondent: respondent, state: state)
    response.area = area
    response.confidence = confidence
    board[id] = Record(id: id, content: response)
  }

  private var lines: [String] {
    board.lines(of: RoundComparison(from: first, to: second, on: board)).map(\.text)
  }

  @Test mutating func `who changed is told by area, who is in one round only by name`() {
    answer("new-health", "health", "modern-slavery", .nilReturn)
    answer("new-fire", "fire", "cyber-attack", .answered)
    #expect(
      lines == [
        "10 answers differ, 0 are the same.",
        "Answered Round 1 only: City of London Police and Trading Standards.",
        "Answered Round 2 only: Fire.", "", "Health",
        "  Modern slavery: answered -> nil return",
        "  Child sexual exploitation: answered -> awaited",
      ])
  }

  @Test mutating func `confidence goes up or down where its words can be put in order`() {
    answer("new-health", "health", "modern-slavery", .answered, confidence: "High")
    answer("new-cse", "health", "child-sexual-exploitation", .answered, confidence: "patchy")
    let old: Identifier<Response> = "r1-health-modern-slavery"
    board[old]?.confidence = "medium"
    let other: Identifier<Response> = "r1-health-cse"
    board[other]?.confidence = "3"
    #expect(lines.contains("  Modern slavery: answered, confidence medium -> High (up)"))
    #expect(
      lines.contains("  Child sexual exploitation: answered, confidence 3 -> patchy"))
  }

  @Test func `numbers are compared as numbers, words as words, and nothing is guessed`() {
    #expect(Confidence.direction(from: "9", to: "10") == .up)
    #expect(Confidence.direction(from: "very high", to: "low") == .down)
    #expect(Confidence.direction(from: "good", to: "high") == nil)
    #expect(Confidence.direction(from: "3", to: "high") == nil)
  }

  @Test mutating func `answers to other questions, or to none, are compared by area`() throws {
    for (index, response) in board.responses.standing.enumerated() {
      for question in first.questions.keys.sorted().prefix(3) {
        var copy = response.content
        copy.round = "round-2"
        copy.question = question
        board[try Identifier<Response>("copy-\(index)-\(question)")] = Record(
          id: try Identifier<Response>("copy-\(index)-\(question)"), content: copy)
      }
    }
    #expect(lines.first?.hasPrefix("0 answers differ, ") == true)
    #expect(lines.contains { $0.contains("of them by area alone") })
  }

  @Test mutating func `a question is the same in the same words`() throws {
    second.content.questions = [:]
    for (id, question) in first.questions {
      second.content.questions[try Identifier("again-\(id)")] = Question(
        text: question.text.uppercased(), rank: question.rank)
    }
    board[second.id] = second
    for (index, response) in board.responses.standing.enumerated() {
      var copy = response.content
      copy.round = "round-2"
      copy.question = try response.question.map { try Identifier("again-\($0)") }
      let id = try Identifier<Response>("copy-\(index)")
      board[id] = Record(id: id, content: copy)
    }
    #expect(lines == ["0 answers differ, 9 are the same."])
  }

  @Test mutating func `a round compared with one like it differs in nothing`() throws {
    for (index, response) in board.responses.standing.enumerated() {
      var copy = response.content
      copy.round = "round-2"
      let id = try Identifier<Response>("copy-\(index)")
      board[id] = Record(id: id, content: copy)
    }
    #expect(lines == ["0 answers differ, 9 are the same."])
  }
}
