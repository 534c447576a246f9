/// A round that is to be started: what is asked, of whom, and until when.
package struct RoundStart: Equatable, Sendable {
  package var title: String
  package var asked: CalendarDate?
  package var due: CalendarDate?
  package var questions: [Identifier<Question>: Question]
  package var respondents: [Identifier<Partner>]

  package init(
    title: String, asked: CalendarDate? = nil, due: CalendarDate? = nil,
    questions: [Identifier<Question>: Question], respondents: [Identifier<Partner>]
  ) {
    self.title = title
    self.asked = asked
    self.due = due
    self.questions = questions
    self.respondents = respondents
  }

  /// Why it cannot be asked like this; `nil` when it can.
  package func flaw(on board: Board) -> Flaw? {
    if board.isTaken(title, besides: nil) { return .titleTaken(title) }
    if questions.values.contains(where: \.text.isBlank) { return .emptyQuestion }
    if questions.isEmpty { return .noQuestions }
    return Flaw(asked: asked, due: due) ?? (respondents.isEmpty ? .noRespondents : nil)
  }

  /// The round, with an invitation for each respondent that has not been sent yet.
  package var round: Round {
    var round = Round(title: title)
    round.asked = asked
    round.due = due
    round.questions = questions
    for respondent in respondents { round.invitations[respondent] = Round.Invitation() }
    return round
  }

  /// Why a round cannot be asked like this.
  package enum Flaw: Error, Equatable, CustomStringConvertible {
    case noQuestions, noRespondents, emptyQuestion

    /// A round is called so already: neither could be told by its title.
    case titleTaken(String)
    case dueBeforeAsked(asked: CalendarDate, due: CalendarDate)

    /// What is wrong with two dates; `nil` where nothing is.
    package init?(asked: CalendarDate?, due: CalendarDate?) {
      guard let asked, let due, due.lastDayNumber < asked.firstDayNumber else { return nil }
      self = .dueBeforeAsked(asked: asked, due: due)
    }

    package var description: String {
      switch self {
      case .noQuestions:
        "A round asks something: write a question, or take those of the board or of a round."
      case .noRespondents: "A round asks somebody: name at least one partner."
      case .emptyQuestion: "A question without words asks nothing: write it, or leave it out."
      case .titleTaken(let title):
        title.isBlank
          ? "A round has a title, by which it is called."
          : "There is a round “\(title)” already: give this one another title."
      case .dueBeforeAsked(let asked, let due):
        "Answers cannot be due \(due.words), before they are asked for, \(asked.words)."
      }
    }
  }
}

extension Board {
  /// Whether a round cannot be told by a title: another one has it, or it says nothing.
  func isTaken(_ title: String, besides own: Identifier<Round>?) -> Bool {
    title.isBlank
      || rounds.standing.contains { $0.id != own && $0.title.lowercased() == title.lowercased() }
  }

  /// Why a round cannot say what it is to say; `nil` when it can.
  package func flaw(in round: Record<Round>) -> RoundStart.Flaw? {
    if isTaken(round.title, besides: round.id) { return .titleTaken(round.title) }
    if round.questions.isEmpty { return .noQuestions }
    return RoundStart.Flaw(asked: round.asked, due: round.due)
  }

  /// Who would be asked in the next round: those of the latest round who are still here, else all
  /// agencies that are.
  package func likelyRespondents(on today: CalendarDate) -> [Identifier<Partner>] {
    let former = roundsLatestFirst.first.map { Set($0.invitations.keys) } ?? []
    let asked =
      former.isEmpty ? Set(partners.standing.filter { $0.parent == nil }.map(\.id)) : former
    return asked.filter { !hasLeft($0, on: today) }.sorted()
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
