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
  package var flaw: Flaw? {
    Flaw(questions: questions, isAsked: !respondents.isEmpty, asked: asked, due: due)
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
    case noQuestions, noRespondents
    case dueBeforeAsked(asked: CalendarDate, due: CalendarDate)

    /// What is wrong with a round that is to be started; `nil` where nothing is.
    package init?(
      questions: [Identifier<Question>: Question], isAsked: Bool, asked: CalendarDate?,
      due: CalendarDate?
    ) {
      if questions.isEmpty {
        self = .noQuestions
      } else if !isAsked {
        self = .noRespondents
      } else {
        self.init(asked: asked, due: due)
      }
    }

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
      case .dueBeforeAsked(let asked, let due):
        "Answers cannot be due \(due.words), before they are asked for, \(asked.words)."
      }
    }
  }
}

extension Board {
  /// The rounds, the latest first: by the day answers are due, else by that of asking.
  package var roundsLatestFirst: [Record<Round>] {
    func day(_ round: Record<Round>) -> Int {
      (round.due ?? round.asked)?.lastDayNumber ?? .min
    }
    return rounds.standing.sorted { (day($0), $0.id) > (day($1), $1.id) }
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
