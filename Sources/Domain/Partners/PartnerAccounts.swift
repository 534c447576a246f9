/// What every partner answers for, itself and by its units, counted as actions change.
///
/// One action more or less costs the same however many there are.
package struct PartnerAccounts: Equatable, Sendable {
  /// What one partner answers for; an action that several of its units own counts once.
  package struct Account: Equatable, Sendable {
    /// The actions in the plan that it leads or owns.
    package fileprivate(set) var actions: Set<Identifier<Action>> = []

    /// How many of them have a milestone that has passed and is not done.
    package fileprivate(set) var late = 0

    /// How many of them it has not agreed to own, or somebody of its units has not.
    package fileprivate(set) var notAgreed = 0

    package init() {}
  }

  /// What one action adds to the accounts.
  fileprivate struct Entry: Equatable {
    /// The day of its next milestone, by which it stands among the others.
    var turn: Turn
    var area: Identifier<Area>?
    var isLate = false
    /// Who leads or owns it, and the agencies of those; whether somebody of theirs has yet to agree.
    var partners: [Identifier<Partner>: Bool] = [:]
    var agencies: Set<Identifier<Partner>> = []
    var blockedBy: Set<Identifier<Request>> = []
  }

  /// The place of an action among those of a partner: the next to be done comes first.
  fileprivate struct Turn: Hashable, Comparable {
    let day: Int
    let action: Identifier<Action>

    static func < (left: Turn, right: Turn) -> Bool {
      (left.day, left.action) < (right.day, right.action)
    }
  }

  private var accounts: [Identifier<Partner>: Account] = [:]
  private var turns: [Identifier<Partner>: Sorted<Turn>] = [:]
  private var entries: [Identifier<Action>: Entry] = [:]
  private var agencies: [Identifier<Area>: [Identifier<Partner>: Int]] = [:]
  private var blocked: [Identifier<Request>: Set<Identifier<Action>>] = [:]

  /// - Parameters:
  ///   - board: The board.
  ///   - summaries: Which actions others have taken the place of.
  ///   - today: The day that lateness is reckoned from.
  package init(of board: Board, _ summaries: AreaSummaries, today: CalendarDate) {
    for action in board.actions.standing
    where summaries.successor(of: action.id) == nil {
      let entry = Entry(of: action, on: board, today: today)
      entries[action.id] = entry
      apply(entry, of: action.id, 1)
    }
    var turns: [Identifier<Partner>: [Turn]] = [:]
    for entry in entries.values {
      for partner in entry.partners.keys { turns[partner, default: []].append(entry.turn) }
    }
    self.turns = turns.mapValues { Sorted($0) }
  }

  /// Takes note of an action that was added, changed or removed, once the summaries have.
  package mutating func replace(
    _ old: Record<Action>?, with new: Record<Action>, in board: Board, _ summaries: AreaSummaries,
    today: CalendarDate
  ) {
    let superseded = [old?.supersedes, new.supersedes].compactMap { $0.flatMap { board[$0] } }
    for action in superseded + [new] { count(action, board, summaries, today: today) }
  }

  /// What a partner answers for, with its units.
  package subscript(partner: Identifier<Partner>) -> Account { accounts[partner] ?? Account() }

  /// The first of the actions that a partner answers for, the next to be done first.
  package func actions(of partner: Identifier<Partner>, first count: Int = .max)
    -> [Identifier<Action>]
  {
    (turns[partner]?.elements ?? []).prefix(count).map(\.action)
  }

  /// The agencies that lead or own actions of an area, themselves or by their units.
  package func agencies(in area: Identifier<Area>) -> [Identifier<Partner>] {
    (agencies[area] ?? [:]).keys.sorted()
  }

  /// The actions in the plan that wait for a request.
  package func blocked(by request: Identifier<Request>) -> Set<Identifier<Action>> {
    blocked[request] ?? []
  }

  private mutating func count(
    _ action: Record<Action>, _ board: Board, _ summaries: AreaSummaries, today: CalendarDate
  ) {
    if let former = entries.removeValue(forKey: action.id) {
      apply(former, of: action.id, -1)
      for partner in former.partners.keys { turns[partner]?.remove(former.turn) }
    }
    guard !action.isDeleted, summaries.successor(of: action.id) == nil else { return }
    let entry = Entry(of: action, on: board, today: today)
    entries[action.id] = entry
    apply(entry, of: action.id, 1)
    for partner in entry.partners.keys {
      turns[partner, default: Sorted([])].insert(entry.turn)
    }
  }

  private mutating func apply(_ entry: Entry, of action: Identifier<Action>, _ times: Int) {
    for (partner, isOpen) in entry.partners {
      if times > 0 {
        accounts[partner, default: Account()].actions.insert(action)
      } else {
        accounts[partner]?.actions.remove(action)
      }
      if entry.isLate { accounts[partner]?.late += times }
      if isOpen { accounts[partner]?.notAgreed += times }
    }
    for request in entry.blockedBy {
      if times > 0 {
        blocked[request, default: []].insert(action)
      } else {
        blocked[request]?.remove(action)
      }
    }
    guard let area = entry.area else { return }
    for agency in entry.agencies {
      let count = (agencies[area]?[agency] ?? 0) + times
      agencies[area, default: [:]][agency] = count > 0 ? count : nil
    }
  }
}

extension PartnerAccounts.Entry {
  fileprivate init(of action: Record<Action>, on board: Board, today: CalendarDate) {
    turn = PartnerAccounts.Turn(
      day: action.content.nextMilestone?.milestone.due?.lastDayNumber ?? .max, action: action.id)
    area = action.area
    isLate = action.isLate(on: today)
    blockedBy = Set(action.blockedBy)
    let isComplete = board.isComplete(action)
    for partner in action.partners {
      let isOpen = !isComplete && action.owners[partner]?.agreed != .yes
      let chain = board.withAgencies(partner)
      for one in chain { partners[one] = (partners[one] ?? false) || isOpen }
      if let agency = chain.last { agencies.insert(agency) }
    }
  }
}
