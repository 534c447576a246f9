package import Domain

/// Who has answered what in a round: respondents × areas, or × questions, and all rounds.
package struct ResponsesPane: Sendable {
  /// What the pane shows.
  package enum View: Hashable, Sendable {
    /// Respondents × areas, for one question or for all: a cell has the strongest state.
    case areas(question: Matter.Part<Question>)
    /// Respondents × questions, for one area.
    case questions(of: Identifier<Area>)
    /// All rounds, one a row.
    case rounds
  }

  /// What a column of the matrix is about.
  enum Column: Hashable, Sendable {
    case area(Identifier<Area>)
    case question(Identifier<Question>)
    /// What is tied to no area; in the view of one area, what is tied to no question.
    case general
  }

  /// What the rows are ordered by; units stay under their agency.
  enum Order: String, CaseIterable, Sendable {
    case name
    case fewest = "fewest answers"
    case chase = "next to chase"
  }

  /// What was heard in the round, worked out when something of it changes.
  struct Heard: Sendable {
    var answers: RoundAnswers
    var respondents: Respondents
    var awaited: Awaited
  }

  /// How much of what the pane shows does not hold any more.
  enum Staleness: Int, Comparable, Sendable {
    case nothing
    /// Who has a row.
    case rows
    /// All that follows from partners, areas and the round itself.
    case all

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where the cursor is or was, apart from the row.
  struct Spot: Equatable, Sendable {
    var round: Identifier<Round>?
    var view: View
    var column: Column?
    var row: Respondent?
  }

  /// The round that is shown; `nil` until the pane is shown, and while the board has none.
  package internal(set) var round: Identifier<Round>?
  package internal(set) var view = View.areas(question: .any)
  var list = ListState<Respondent>()
  var rounds = ListState<Identifier<Round>>()

  /// How many have answered each round; `nil` until the pane is shown.
  var turnout: Turnout?

  /// The column of the cursor; where it is gone, the one that stands in its place.
  var column: Column?

  /// The place of that column among the others when it was last seen.
  var columnPlace = 0

  /// The agencies whose units are not shown.
  var folded: Set<Identifier<Partner>> = []
  var order = Order.name
  var isReversed = false

  /// `nil` while no round is shown.
  var heard: Heard?

  /// What changed since what was heard was worked out.
  var staleness = Staleness.nothing

  /// Whether no key was pressed since the pane was opened.
  var isJustShown = false
}

extension ResponsesPane.View {
  /// What all of the view is about; `nil` where that is everything.
  var matter: Matter? {
    switch self {
    case .areas(.any), .rounds: nil
    case .areas(let question): Matter(question: question)
    case .questions(let area): Matter(area: .one(area))
    }
  }
}

extension WorkspaceState {
  /// The round whose answers the pane shows.
  var shownRound: Record<Round>? { responses.round.flatMap { board[$0] } }

  /// Whether the matrix of a round is in front, not the list of rounds.
  var isMatrixShown: Bool {
    pane == .responses && responses.view != .rounds && shownRound != nil
  }

  /// The row of the cursor.
  var selectedRespondent: Respondent? { isMatrixShown ? responses.list.selected : nil }

  /// The record under the cursor: the partner of the row, or the round.
  var selectedInResponses: RecordName? {
    responses.view == .rounds
      ? responses.rounds.selected.map { RecordName($0) }
      : shownRound == nil ? nil : responses.list.selected.map { RecordName($0.partner) }
  }

  /// What is to be done about a partner that has not answered the round; `nil` where it has, and
  /// where the round is closed.
  func chase(of partner: Identifier<Partner>) -> Chase? {
    guard shownRound?.isClosed == false else { return nil }
    return responses.heard?.awaited.chase(of: partner, on: board)
  }

  /// The same without its reasons.
  func deed(of partner: Identifier<Partner>) -> Chase.Deed? {
    guard shownRound?.isClosed == false else { return nil }
    return responses.heard?.awaited.deed(of: partner)
  }

  /// The records of the rows that are shown, each once.
  var namesInResponses: [RecordName] {
    if responses.view == .rounds { return responses.rounds.rows.map { RecordName($0) } }
    var seen: Set<Identifier<Partner>> = []
    return responses.list.rows.map(\.partner).filter { seen.insert($0).inserted }
      .map { RecordName($0) }
  }

  // MARK: Answers

  /// How far the answer of a row has come in a column.
  func state(of respondent: Respondent, at column: ResponsesPane.Column) -> AnswerState {
    guard let heard = responses.heard, let round = shownRound else { return .awaited }
    return heard.respondents.state(
      of: respondent, on: matter(at: column), in: round, heard.answers)
  }

  /// The responses that a cell stands for, the strongest first.
  func answers(of respondent: Respondent, at column: ResponsesPane.Column)
    -> [Identifier<Response>]
  {
    guard let heard = responses.heard else { return [] }
    let found = heard.respondents.partners(of: respondent).flatMap {
      heard.answers.responses(of: $0, on: matter(at: column))
    }
    func strength(_ id: Identifier<Response>) -> AnswerState {
      board[id].map { AnswerState($0.state) } ?? .awaited
    }
    return found.count < 2 ? found : found.sorted { (strength($0), $1) > (strength($1), $0) }
  }

  /// The responses under the cursor.
  var selectedAnswers: [Record<Response>] {
    guard let respondent = selectedRespondent, let column = selectedColumn else { return [] }
    return answers(of: respondent, at: column).compactMap { board[$0] }
  }

  /// Whether what is said in a column goes into the sums: under all questions they are of areas.
  func isCounted(_ column: ResponsesPane.Column) -> Bool {
    column != .general || responses.view != .areas(question: .any)
  }

  /// The records whose changes are shown in a row: in this pane the answers of its partner, too.
  func recordsTold(at name: RecordName) -> [RecordName] {
    guard pane == .responses, !news.isAllSeen || !conflictMarks.isEmpty || !unreadable.isEmpty,
      let partner: Identifier<Partner> = name.identifier(), let heard = responses.heard
    else { return [name] }
    let partners =
      responses.folded.contains(partner)
      ? heard.respondents.partners(of: Respondent(partner, .whole)) : [partner]
    return [name]
      + partners.flatMap { heard.answers.responses(of: $0, on: Matter()) }.map { RecordName($0) }
  }

  /// What a partner is called; its name on disk where the board cannot read it.
  func name(of partner: Identifier<Partner>) -> String { board[partner]?.name ?? partner.text }
}
