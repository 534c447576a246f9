/// What differs between the answers to two rounds.
package struct RoundComparison: Sendable {
  /// What one respondent says otherwise than before about one thing.
  package struct Change: Hashable, Sendable {
    package let respondent: Identifier<Partner>
    package let area: Identifier<Area>?
    package let question: Identifier<Question>?
    package let before: AnswerState
    package let after: AnswerState
    package let confidenceBefore: String?
    package let confidenceAfter: String?

    /// Whether the words differ where the state is the same.
    package let isReworded: Bool

    /// Which way confidence went; `nil` where it cannot be said.
    package var direction: Confidence.Direction? {
      guard let confidenceBefore, let confidenceAfter else { return nil }
      return Confidence.direction(from: confidenceBefore, to: confidenceAfter)
    }
  }

  package let before: Identifier<Round>
  package let after: Identifier<Round>

  /// What changed, by respondent, area and question; what is the same is left out.
  package let changes: [Change]

  /// How many answers are the same in both rounds.
  package let unchanged: Int

  /// - Parameters:
  ///   - before: The earlier round.
  ///   - after: The later round; a question of it is one of the earlier round when it has its name.
  ///   - board: Where their answers are.
  package init(from before: Record<Round>, to after: Record<Round>, on board: Board) {
    self.before = before.id
    self.after = after.id
    let old = RoundComparison.answers(to: before.id, on: board)
    let new = RoundComparison.answers(to: after.id, on: board)
    let invited = Set(before.invitations.keys).union(after.invitations.keys)
    var changes: [Change] = []
    var unchanged = 0
    for subject in Set(old.keys).union(new.keys) {
      let change = Change(subject, from: old[subject], to: new[subject])
      if change.isChange { changes.append(change) } else { unchanged += 1 }
    }
    self.changes = RoundComparison.ordered(changes, invited: invited, on: board)
    self.unchanged = unchanged
  }

  /// Who has answered one of the rounds only.
  package func fellSilent(_ board: Board) -> [Identifier<Partner>] {
    only(in: before, besides: after, board)
  }

  /// Who has answered the later round and not the earlier one.
  package func spokeUp(_ board: Board) -> [Identifier<Partner>] {
    only(in: after, besides: before, board)
  }

  private func only(
    in round: Identifier<Round>, besides other: Identifier<Round>, _ board: Board
  ) -> [Identifier<Partner>] {
    let others = RoundAnswers(to: other, on: board)
    return RoundAnswers(to: round, on: board).respondents
      .filter { !others.hasResponded($0) }.sorted()
  }

  fileprivate struct Subject: Hashable {
    let respondent: Identifier<Partner>
    let area: Identifier<Area>?
    let question: Identifier<Question>?
  }

  /// The strongest response on each subject.
  private static func answers(
    to round: Identifier<Round>, on board: Board
  ) -> [Subject: Record<Response>] {
    var answers: [Subject: Record<Response>] = [:]
    for response in board.responses.standing where response.round == round {
      let subject = Subject(
        respondent: response.respondent, area: response.area, question: response.question)
      let isStronger = answers[subject].map { former in
        (AnswerState(former.state), response.id) < (AnswerState(response.state), former.id)
      }
      if isStronger ?? true { answers[subject] = response }
    }
    return answers
  }

  private static func ordered(
    _ changes: [Change], invited: Set<Identifier<Partner>>, on board: Board
  ) -> [Change] {
    let areas = Dictionary(
      uniqueKeysWithValues: board.orderedAreas.enumerated().map { ($1.id, $0) })
    func key(_ change: Change) -> (Int, String, Int, String) {
      (
        invited.contains(change.respondent) ? 0 : 1,
        board[change.respondent]?.name ?? change.respondent.text,
        change.area.map { areas[$0] ?? areas.count } ?? -1, change.question?.text ?? ""
      )
    }
    return changes.sorted { key($0) < key($1) }
  }
}

extension RoundComparison.Change {
  fileprivate init(
    _ subject: RoundComparison.Subject, from old: Record<Response>?, to new: Record<Response>?
  ) {
    respondent = subject.respondent
    area = subject.area
    question = subject.question
    before = old.map { AnswerState($0.state) } ?? .awaited
    after = new.map { AnswerState($0.state) } ?? .awaited
    confidenceBefore = old?.confidence
    confidenceAfter = new?.confidence
    isReworded = old != nil && new != nil && old?.text != new?.text
  }

  fileprivate var isChange: Bool {
    before != after || confidenceBefore != confidenceAfter || isReworded
  }
}
