/// Who was invited to a round and has not answered it at all, by name and as they are chased.
///
/// It is kept as answers come in: one more or less costs the same however many were asked. Only the
/// first answer on an area, or the loss of the last one, orders those anew who have to do with it.
package struct Awaited: Sendable {
  /// The areas that nobody has responded on, in their order.
  package private(set) var silentAreas: [Identifier<Area>]

  private var round: Record<Round>
  private let today: CalendarDate

  /// What each of those who are awaited is ordered by.
  private var urgencies: [Identifier<Partner>: Urgency] = [:]
  private var names: Sorted<Name>
  private var queue: Sorted<Urgency>

  /// Those invited who have an impact on each area or lead on it, whether they have answered or not.
  private let concerned: [Identifier<Area>: Set<Identifier<Partner>>]

  package init(
    in round: Record<Round>, _ answers: RoundAnswers, on board: Board, today: CalendarDate
  ) {
    self.round = round
    self.today = today
    silentAreas = board.silentAreas(in: round, answers)
    concerned = board.concerned(among: round.invitations.keys)
    names = Sorted([])
    queue = Sorted([])
    let awaited = round.invitations.keys.filter { board.isAwaited($0, answers, on: today) }
    for partner in awaited { urgencies[partner] = urgency(of: partner, on: board) }
    names = Sorted(urgencies.values.map(\.name))
    queue = Sorted(urgencies.values)
  }

  /// How many are awaited.
  package var count: Int { names.elements.count }

  /// The first of those who are awaited, by name.
  package func first(_ count: Int) -> [Identifier<Partner>] {
    names.elements.prefix(count).map(\.id)
  }

  package func contains(_ partner: Identifier<Partner>) -> Bool { urgencies[partner] != nil }

  // MARK: Whom to chase

  /// All who are to be chased, the most pressing first.
  package func chases(on board: Board) -> [Chase] {
    queue.elements.map { chase($0, on: board) }
  }

  /// What is to be done about a partner; `nil` where it is not awaited.
  package func chase(of partner: Identifier<Partner>, on board: Board) -> Chase? {
    urgencies[partner].map { chase($0, on: board) }
  }

  /// What is to be done about a partner, without saying why.
  package func deed(of partner: Identifier<Partner>) -> Chase.Deed? {
    urgencies[partner].map { deed($0) }
  }

  /// The most pressing of all, even where all are given time.
  package func mostPressing(on board: Board) -> Chase? {
    queue.elements.first.map { chase($0, on: board) }
  }

  /// Whom to chase today after a partner, and around; `nil` where nobody is to be chased today.
  ///
  /// After one who is not chased today comes the most pressing.
  package func next(after partner: Identifier<Partner>?) -> Identifier<Partner>? {
    // Those who are given time stand last.
    let count = queue.place(of: .beginningOfWait)
    guard count > 0 else { return nil }
    let now = partner.flatMap { urgencies[$0] }.map(queue.place)
    return queue.elements[now.map { $0 + 1 < count ? $0 + 1 : 0 } ?? 0].name.id
  }

  /// Where a partner stands in the order of chasing, from 0; `nil` where it is not awaited.
  package func place(of partner: Identifier<Partner>) -> Int? {
    urgencies[partner].map(queue.place)
  }

  // MARK: What changes

  /// Takes note of a response that was added, changed or removed, once the answers have.
  package mutating func replace(
    _ old: Record<Response>?, with new: Record<Response>, _ answers: RoundAnswers, on board: Board
  ) {
    let both = [old, new].compactMap(\.self)
    let respondents = Set(both.map(\.respondent))
    for partner in respondents.union(respondents.compactMap { board.withAgencies($0).last }) {
      renew(partner, answers, on: board)
    }
    let areas = Set(both.compactMap(\.area)).filter { area in
      silentAreas.contains(area) != board[area].map { board.isSilent($0, in: round, answers) }
    }
    guard !areas.isEmpty else { return }
    silentAreas = board.silentAreas(in: round, answers)
    for partner in Set(areas.flatMap { concerned[$0] ?? [] }) {
      renew(partner, answers, on: board)
    }
  }

  /// Takes note of what was written on the invitations of the round.
  ///
  /// - Returns: Whether that is all that has changed; else it must be worked out anew.
  package mutating func take(
    _ round: Record<Round>, _ answers: RoundAnswers, on board: Board
  ) -> Bool {
    let former = self.round
    guard former.id == round.id, former.due == round.due, former.asked == round.asked,
      former.invitations.count == round.invitations.count
    else { return false }
    var changed: [Identifier<Partner>] = []
    for (partner, invitation) in round.invitations {
      guard let before = former.invitations[partner] else { return false }
      if before != invitation { changed.append(partner) }
    }
    self.round = round
    for partner in changed { renew(partner, answers, on: board) }
    return true
  }

  private mutating func renew(
    _ partner: Identifier<Partner>, _ answers: RoundAnswers, on board: Board
  ) {
    if let former = urgencies.removeValue(forKey: partner) {
      names.remove(former.name)
      queue.remove(former)
    }
    guard round.invitations[partner] != nil, board.isAwaited(partner, answers, on: today) else {
      return
    }
    let urgency = urgency(of: partner, on: board)
    urgencies[partner] = urgency
    names.insert(urgency.name)
    queue.insert(urgency)
  }

  // MARK: One of them

  private func silentAreas(of partner: Identifier<Partner>) -> [Identifier<Area>] {
    silentAreas.filter { concerned[$0]?.contains(partner) == true }
  }

  private func urgency(of partner: Identifier<Partner>, on board: Board) -> Urgency {
    let invitation = round.invitations[partner]
    let last = invitation?.lastReminder
    let turn: Urgency.Turn =
      invitation?.undelivered != nil
      ? .resend : last.flatMap { round.waits(after: $0, today: today) } == nil ? .remind : .wait
    return Urgency(
      turn: turn, areas: silentAreas(of: partner).count,
      reminders: invitation?.reminders.count ?? 0, lastReminder: last?.lastDayNumber ?? 0,
      name: Name(partner, on: board))
  }

  private func deed(_ urgency: Urgency) -> Chase.Deed {
    switch urgency.turn {
    case .resend: return .resend
    case .remind: return .remind
    case .wait:
      let last = round.invitations[urgency.name.id]?.lastReminder
      return last.flatMap { round.waits(after: $0, today: today) }.map { .wait(until: $0) }
        ?? .remind
    }
  }

  private func chase(_ urgency: Urgency, on board: Board) -> Chase {
    let partner = urgency.name.id
    let invitation = round.invitations[partner]
    let reasons = [
      invitation?.undelivered.map { "the invitation came back \($0.words)" } ?? "nothing heard",
      invitation?.lastReminder.map {
        "reminded \(Awaited.times(urgency.reminders)), last \($0.words)"
      } ?? (urgency.turn == .resend ? nil : "never reminded"),
      matters(of: partner, on: board),
    ]
    return Chase(
      respondent: partner, deed: deed(urgency),
      because: reasons.compactMap(\.self).joined(separator: ", "))
  }

  /// What a partner has to do with, as far as the board knows: with the areas that nobody has spoken
  /// of, else with others.
  private func matters(of partner: Identifier<Partner>, on board: Board) -> String? {
    func sentence(_ areas: [Identifier<Area>]) -> String? {
      if areas.isEmpty { return nil }
      let titles = areas.map { board[$0]?.title ?? $0.text }
      let chain = board.withAgencies(partner)
      let isImpact = areas.allSatisfy { area in chain.contains { board[$0]?.impact[area] != nil } }
      let isOwn = areas.allSatisfy { area in
        board[partner]?.impact[area] != nil || board[area]?.lead == partner
      }
      let matter = isImpact ? "has an impact on" : "has to do with"
      let shown = titles.count > 3 ? "\(titles.count) areas" : titles.list
      return "\(isOwn ? "it" : "its agency") \(matter) \(shown)"
    }
    if let silent = sentence(silentAreas(of: partner)) {
      return "\(silent), of which nobody has spoken"
    }
    let others = board.orderedAreas.map(\.id).filter { concerned[$0]?.contains(partner) == true }
    return sentence(others)
  }

  private static func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
  }
}

/// A partner by its name, small letters and capitals alike.
private struct Name: Hashable, Comparable, Sendable {
  let text: String
  let id: Identifier<Partner>

  init(_ id: Identifier<Partner>, on board: Board) {
    self.id = id
    text = (board[id]?.name ?? id.text).lowercased()
  }

  init() {
    text = ""
    id = "any"
  }

  static func < (left: Name, right: Name) -> Bool { (left.text, left.id) < (right.text, right.id) }
}

/// How pressing it is to chase somebody; the most pressing is the least.
private struct Urgency: Hashable, Comparable, Sendable {
  enum Turn: Int { case resend, remind, wait }

  let turn: Turn

  /// On how many areas that nobody has spoken of they have an impact.
  let areas: Int
  let reminders: Int

  /// The number of the day of the last reminder; 0 where there was none.
  let lastReminder: Int
  let name: Name

  /// What comes before all who are given time, and after all others.
  static let beginningOfWait = Urgency(
    turn: .wait, areas: .max, reminders: 0, lastReminder: 0, name: Name())

  static func < (left: Urgency, right: Urgency) -> Bool {
    func key(_ urgency: Urgency) -> (Int, Int, Int, Int) {
      (urgency.turn.rawValue, -urgency.areas, urgency.reminders, urgency.lastReminder)
    }
    let (one, other) = (key(left), key(right))
    return one == other ? left.name < right.name : one < other
  }
}

extension Round.Invitation {
  fileprivate var lastReminder: CalendarDate? { reminders.values.map(\.on).max() }
}

extension Record<Round> {
  /// Until when somebody is given time after a reminder; `nil` when they have had it.
  fileprivate func waits(after reminder: CalendarDate, today: CalendarDate) -> CalendarDate? {
    let patience = reminder.lastDayNumber + Chase.daysForReminder
    let hurry = content.due.map { $0.lastDayNumber - Chase.daysOfHurry } ?? .max
    let day = reminder.lastDayNumber < hurry ? min(patience, hurry) : patience
    return day > today.firstDayNumber ? CalendarDate(dayNumber: day) : nil
  }
}

extension Board {
  /// Those of some partners who have to do with each area: they lead on it or have an impact on it,
  /// themselves or as a unit of an agency that does.
  fileprivate func concerned(
    among partners: some Sequence<Identifier<Partner>>
  ) -> [Identifier<Area>: Set<Identifier<Partner>>] {
    let led = Dictionary(grouping: areas.standing.filter { $0.lead != nil }, by: \.lead)
    var concerned: [Identifier<Area>: Set<Identifier<Partner>>] = [:]
    for partner in partners {
      for one in withAgencies(partner) {
        let areas = Set(self[one]?.impact.keys ?? [:].keys).union((led[one] ?? []).map(\.id))
        for area in areas { concerned[area, default: []].insert(partner) }
      }
    }
    return concerned
  }
}
