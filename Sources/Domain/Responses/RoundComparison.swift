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

  /// How many of both are compared by area alone, because the two rounds were answered there to no
  /// question that both asked.
  package let comparedByArea: Int

  /// What a respondent says about an area is compared question by question where both rounds have an
  /// answer to one of the same questions, or to none; else the strongest answers are.
  ///
  /// - Parameters:
  ///   - before: The earlier round.
  ///   - after: The later round; a question of it is one of the earlier round when it has its name
  ///     or its words.
  ///   - board: Where their answers are.
  package init(from before: Record<Round>, to after: Record<Round>, on board: Board) {
    self.before = before.id
    self.after = after.id
    let names = after.questions.mapValues { question in
      before.questions.first { $0.value.text.isSaid(by: question.text) }?.key
    }
    let old = RoundComparison.answers(to: before.id, on: board) { $0 }
    let new = RoundComparison.answers(to: after.id, on: board) { question in
      before.questions[question] == nil ? names[question].flatMap(\.self) ?? question : question
    }
    let invited = Set(before.invitations.keys).union(after.invitations.keys)
    var changes: [Change] = []
    var comparedByArea = 0
    for subject in Set(old.keys).union(new.keys) {
      let (former, latter) = (old[subject] ?? [:], new[subject] ?? [:])
      if !former.keys.contains(where: { latter[$0] != nil }) {
        if !former.isEmpty, !latter.isEmpty { comparedByArea += 1 }
        changes.append(Change(subject, from: former, to: latter))
        continue
      }
      for question in Set(former.keys).union(latter.keys) {
        changes.append(
          Change(subject, question, from: former[question] ?? [], to: latter[question] ?? []))
      }
    }
    let isChange = Dictionary(grouping: changes, by: \.isChange)
    self.changes = RoundComparison.ordered(isChange[true] ?? [], invited: invited, on: board)
    self.comparedByArea = comparedByArea
    unchanged = isChange[false]?.count ?? 0
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
  }

  /// The responses on each subject by question, the strongest of each first.
  private static func answers(
    to round: Identifier<Round>, on board: Board,
    calling name: (Identifier<Question>) -> Identifier<Question>
  ) -> [Subject: [Identifier<Question>?: [Record<Response>]]] {
    var answers: [Subject: [Identifier<Question>?: [Record<Response>]]] = [:]
    for response in board.responses.standing where response.round == round {
      let subject = Subject(respondent: response.respondent, area: response.area)
      answers[subject, default: [:]][response.question.map(name), default: []].append(response)
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
  /// What changed in the answers to one question, or to none.
  fileprivate init(
    _ subject: RoundComparison.Subject, _ question: Identifier<Question>?,
    from former: [Record<Response>], to latter: [Record<Response>]
  ) {
    respondent = subject.respondent
    area = subject.area
    self.question = question
    let (old, new) = (former.strongest, latter.strongest)
    before = old.map { AnswerState($0.state) } ?? .awaited
    after = new.map { AnswerState($0.state) } ?? .awaited
    confidenceBefore = old?.confidence
    confidenceAfter = new?.confidence
    // The words of several answers are not those of one.
    isReworded = former.count == 1 && latter.count == 1 && old?.text != new?.text
  }

  /// What changed in all answers on a subject, which are to no question in common.
  fileprivate init(
    _ subject: RoundComparison.Subject, from former: [Identifier<Question>?: [Record<Response>]],
    to latter: [Identifier<Question>?: [Record<Response>]]
  ) {
    let questions = Set(former.keys).union(latter.keys)
    // Where one round is silent, the question of the other one tells more than none.
    let only = former.isEmpty || latter.isEmpty ? questions.first.flatMap(\.self) : nil
    self.init(
      subject, questions.count == 1 ? only : nil, from: former.values.flatMap(\.self),
      to: latter.values.flatMap(\.self))
  }

  fileprivate var isChange: Bool {
    before != after || confidenceBefore != confidenceAfter || isReworded
  }
}

extension [Record<Response>] {
  /// The response that counts: the strongest, of several alike the first by name.
  fileprivate var strongest: Record<Response>? {
    self.max { (AnswerState($0.state), $1.id) < (AnswerState($1.state), $0.id) }
  }
}

extension String {
  /// Whether a question says the same, but for capitals and spaces.
  fileprivate func isSaid(by other: String) -> Bool {
    func words(_ text: String) -> [Substring] {
      text.split(whereSeparator: \.isWhitespace)
    }
    return words(lowercased()) == words(other.lowercased())
  }
}
