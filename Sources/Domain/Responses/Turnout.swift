/// How many of those invited have answered each round, and in what words they are confident; counted
/// as answers come in.
package struct Turnout: Sendable {
  /// How many responses each respondent has given to each round, and each agency by its units.
  private var responses: [Identifier<Round>: [Identifier<Partner>: Int]] = [:]
  private var answered: [Identifier<Round>: Int] = [:]
  private var words: [String: Int] = [:]

  package init(of board: Board) {
    for response in board.responses.standing { count(response, 1, on: board) }
  }

  /// How many of those invited to a round have answered it.
  package func answered(_ round: Identifier<Round>) -> Int { answered[round] ?? 0 }

  /// How confident respondents have said they are, in their words.
  package var confidences: [String] { words.keys.sorted() }

  /// Takes note of a response that was added, changed or removed.
  package mutating func replace(
    _ old: Record<Response>?, with new: Record<Response>, on board: Board
  ) {
    if let old { count(old, -1, on: board) }
    count(new, 1, on: board)
  }

  /// Takes note of a round, to which others may have been invited.
  package mutating func take(_ round: Record<Round>) {
    answered[round.id] = responses[round.id]?.keys.count { round.invitations[$0] != nil }
  }

  private mutating func count(_ response: Record<Response>, _ times: Int, on board: Board) {
    guard !response.isDeleted else { return }
    if let word = response.confidence { add(times, to: &words[word]) }
    let agency = board.withAgencies(response.respondent).last
    for partner in Set([response.respondent, agency].compactMap(\.self)) {
      let former = responses[response.round]?[partner]
      add(times, to: &responses[response.round, default: [:]][partner])
      let hasAnswered = responses[response.round]?[partner] != nil
      guard hasAnswered != (former != nil), board[response.round]?.invitations[partner] != nil
      else { continue }
      answered[response.round, default: 0] += hasAnswered ? 1 : -1
    }
  }

  private func add(_ times: Int, to count: inout Int?) {
    let sum = (count ?? 0) + times
    count = sum > 0 ? sum : nil
  }
}
