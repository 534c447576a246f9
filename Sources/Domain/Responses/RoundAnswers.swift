/// What was heard in one round: by respondent and by what it is about, counted as it comes in.
///
/// One answer more or less costs the same however many there are.
package struct RoundAnswers: Sendable {
  package let round: Identifier<Round>

  /// The standing responses about something, by respondent.
  private var responses: [Identifier<Partner>: [Matter: Set<Identifier<Response>>]] = [:]
  private var states: [Identifier<Response>: AnswerState] = [:]

  /// How many comments and how many responses of any kind each agency has on each matter.
  private var tallies: [Matter: [Identifier<Partner>: Tally]] = [:]

  /// How many agencies have commented on each matter.
  private var comments: [Matter: Int] = [:]

  /// The agency that each respondent belongs to, as it was when the answers were counted.
  private var agencies: [Identifier<Partner>: Identifier<Partner>] = [:]

  private struct Tally { var comments = 0, responses = 0 }

  package init(to round: Identifier<Round>, on board: Board) {
    self.round = round
    for response in board.responses.standing { count(response, 1, on: board) }
  }

  /// Takes note of a response that was added, changed or removed.
  package mutating func replace(
    _ old: Record<Response>?, with new: Record<Response>, on board: Board
  ) {
    if let old { count(old, -1, on: board) }
    count(new, 1, on: board)
  }

  /// The strongest state that a respondent itself has recorded; `nil` where there is no response.
  package func state(of respondent: Identifier<Partner>, on matter: Matter) -> AnswerState? {
    responses[respondent]?[matter]?.compactMap { states[$0] }.max()
  }

  /// The responses of a respondent itself on something, the strongest first, then by name.
  package func responses(
    of respondent: Identifier<Partner>, on matter: Matter
  ) -> [Identifier<Response>] {
    (responses[respondent]?[matter] ?? []).sorted { left, right in
      let (one, other) = (states[left] ?? .awaited, states[right] ?? .awaited)
      return one == other ? left < right : one > other
    }
  }

  /// Whether a respondent itself has responded at all.
  package func hasResponded(_ respondent: Identifier<Partner>) -> Bool {
    responses[respondent]?[Matter()]?.isEmpty == false
  }

  /// Whether an agency, or one of its units, has responded on something.
  package func hasResponded(agency: Identifier<Partner>, on matter: Matter) -> Bool {
    (tallies[matter]?[agency]?.responses ?? 0) > 0
  }

  /// Whether somebody who was invited has answered: itself, or as an agency by one of its units.
  ///
  /// An answer of an agency clears none of its units.
  package func hasAnswered(_ partner: Identifier<Partner>) -> Bool {
    hasResponded(partner) || hasResponded(agency: partner, on: Matter())
  }

  /// How many of those invited to the round have answered it.
  package func answered(in round: Record<Round>) -> Int {
    round.invitations.keys.count(where: hasAnswered)
  }

  /// How many agencies have said something on a matter; an agency counts once with all its units.
  package func comments(on matter: Matter) -> Int { comments[matter] ?? 0 }

  /// How many agencies have responded on a matter in any way.
  package func responding(on matter: Matter) -> Int { tallies[matter]?.count ?? 0 }

  /// The agencies that have said something on a matter, themselves or by a unit.
  package func agencies(on matter: Matter) -> [Identifier<Partner>] {
    (tallies[matter] ?? [:]).filter { $0.value.comments > 0 }.keys.sorted()
  }

  /// Whether nobody has responded on a matter, not even with a nil return or a refusal.
  package func isSilent(_ matter: Matter) -> Bool {
    tallies[matter]?.values.contains { $0.responses > 0 } != true
  }

  /// All that responded, invited or not.
  package var respondents: Set<Identifier<Partner>> {
    Set(responses.keys.filter(hasResponded))
  }

  private mutating func count(_ response: Record<Response>, _ times: Int, on board: Board) {
    guard response.round == round, !response.isDeleted else { return }
    let state = AnswerState(response.state)
    let agency = agency(of: response.respondent, on: board)
    states[response.id] = times > 0 ? state : nil
    for matter in Matter.all(of: response.content) {
      if times > 0 {
        responses[response.respondent, default: [:]][matter, default: []].insert(response.id)
      } else {
        responses[response.respondent]?[matter]?.remove(response.id)
      }
      var tally = tallies[matter]?[agency] ?? Tally()
      let had = tally.comments > 0
      tally.responses += times
      if state == .answered { tally.comments += times }
      tallies[matter, default: [:]][agency] = tally.responses > 0 ? tally : nil
      comments[matter, default: 0] += (tally.comments > 0 ? 1 : 0) - (had ? 1 : 0)
    }
  }

  private mutating func agency(
    of respondent: Identifier<Partner>, on board: Board
  ) -> Identifier<Partner> {
    if let known = agencies[respondent] { return known }
    let agency = board.withAgencies(respondent).last ?? respondent
    agencies[respondent] = agency
    return agency
  }
}
