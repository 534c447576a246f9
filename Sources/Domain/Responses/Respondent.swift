/// A row of who was asked in a round, or has answered it.
package struct Respondent: Hashable, Sendable {
  /// What the row stands for.
  package enum Standing: Hashable, Sendable {
    /// An agency without units in the round.
    case agency

    /// An agency together with its units.
    case whole

    /// What an agency has said where nobody knows which of its units did.
    case unitUnknown
    case unit
  }

  package let partner: Identifier<Partner>
  package let standing: Standing

  package init(_ partner: Identifier<Partner>, _ standing: Standing) {
    self.partner = partner
    self.standing = standing
  }
}

/// Who was asked in a round, or has answered it: agencies by name, each followed by its units.
///
/// An agency with units in the round is there as a whole; where it has also answered, or been
/// asked, without a unit, that has a row of its own: it clears no unit.
package struct Respondents: Sendable {
  package let rows: [Respondent]

  /// How many agencies they are, each with its units.
  package let agencies: Int

  /// Each agency with units in the round: itself, where it was asked or has answered, and they.
  private let members: [Identifier<Partner>: [Identifier<Partner>]]

  package init(of round: Record<Round>, _ answers: RoundAnswers, on board: Board) {
    let all = Set(round.invitations.keys).union(answers.respondents)
    let agencies = Dictionary(grouping: all) { board.withAgencies($0).last ?? $0 }
    self.agencies = agencies.count
    members = agencies.filter { $0.value != [$0.key] }
    rows = board.byName(agencies.keys).flatMap { agency -> [Respondent] in
      let units = board.byName((agencies[agency] ?? []).filter { $0 != agency })
      guard !units.isEmpty else { return [Respondent(agency, .agency)] }
      let itself = all.contains(agency) ? [Respondent(agency, .unitUnknown)] : []
      return [Respondent(agency, .whole)] + itself + units.map { Respondent($0, .unit) }
    }
  }

  /// Those whose answers a row shows: an agency as a whole shows what it and its units have said.
  package func partners(of respondent: Respondent) -> [Identifier<Partner>] {
    respondent.standing == .whole
      ? members[respondent.partner] ?? [respondent.partner] : [respondent.partner]
  }

  /// How far the answer of a row on something has come.
  ///
  /// Silence on a matter is told apart from silence altogether: only who has not answered anything,
  /// and whose invitation came back, is undelivered.
  package func state(
    of respondent: Respondent, on matter: Matter, in round: Record<Round>, _ answers: RoundAnswers
  ) -> AnswerState {
    partners(of: respondent).map { partner in
      if let state = answers.state(of: partner, on: matter) { return state }
      let isBack = round.invitations[partner]?.undelivered != nil
      return isBack && !answers.hasResponded(partner) ? .undelivered : .awaited
    }.max() ?? .awaited
  }
}

extension Board {
  /// Partners in the order of their names.
  func byName(
    _ partners: some Sequence<Identifier<Partner>>
  ) -> [Identifier<Partner>] {
    partners.map { (name: (self[$0]?.name ?? $0.text).lowercased(), id: $0) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.id)
  }

  /// Those who were invited to a round and have not answered it at all, by name.
  package func awaited(
    in round: Record<Round>, _ answers: RoundAnswers, on today: CalendarDate
  ) -> [Identifier<Partner>] {
    byName(round.invitations.keys.filter { isAwaited($0, answers, on: today) })
  }

  /// Whether somebody who was invited has not answered at all; nobody waits for who has left.
  func isAwaited(
    _ partner: Identifier<Partner>, _ answers: RoundAnswers, on today: CalendarDate
  ) -> Bool {
    !answers.hasAnswered(partner) && !hasLeft(partner, on: today)
  }

  /// The areas that a round asked about and nobody has responded on, in their order.
  package func silentAreas(in round: Record<Round>, _ answers: RoundAnswers) -> [Identifier<Area>] {
    orderedAreas.filter { isSilent($0, in: round, answers) }.map(\.id)
  }

  /// Whether nobody has responded on an area that a round asked about.
  func isSilent(_ area: Record<Area>, in round: Record<Round>, _ answers: RoundAnswers) -> Bool {
    !area.isDeleted && area.status != .closed && round.asks(about: area)
      && answers.isSilent(Matter(area: .one(area.id)))
  }
}
