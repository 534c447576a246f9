/// The scores and ranks of all issues of a board under one model, in one place or period.
///
/// Everything here is derived. A changed scorecard costs one ``reassess(_:in:)``, whose cost does
/// not grow with the board but for the entries that shift in a sorted array.
package struct Assessment: Sendable {
  package typealias Slot = Table<Issue>.Slot

  package let scorer: Scorer

  /// The place or period whose cards override the baseline; `nil` for the baseline itself.
  package let context: Identifier<ScoringContext>?

  /// The versions of the model that agreed scores may still be of.
  let former: FormerVersions

  /// The scorecards that count for each issue, by the issue's slot.
  private var cards: [Cards] = []

  /// All scorecards of each issue.
  private var chains = CardChains()

  /// The scorecards of issues that are not on the board.
  private var orphans: [Identifier<Issue>: Set<Table<Scorecard>.Slot>] = [:]

  /// The scores, by the issue's slot; `nil` where an issue has none.
  private var scores: [Score?] = []
  private var byRisk = Ranking([])
  private var byGrading = Ranking([])

  /// Gradings at the lower and upper ends of their bounds, for what a rank could become.
  private var byLow = Ranking([])
  private var byHigh = Ranking([])

  /// The scores of the same issues in the places and periods that were asked for.
  private var elsewhere: [Assessment] = []

  /// Scores all issues of a board.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - scorer: The model as it is.
  ///   - context: The place or period; `nil` for the baseline.
  ///   - isAgreedAnew: Whether agreed scores are taken as if they had been agreed under the model as
  ///     it is, whatever their version.
  package init(
    of board: Board, scorer: Scorer, context: Identifier<ScoringContext>? = nil,
    isAgreedAnew: Bool = false
  ) {
    self.scorer = scorer
    self.context = context
    former = isAgreedAnew ? FormerVersions() : FormerVersions(of: scorer.id, on: board)
    cards = Array(repeating: Cards(), count: board.issues.count)
    for slot in 0..<Table<Scorecard>.Slot(board.scorecards.count) { file(slot, of: board) }
    scores = (0..<Slot(board.issues.count)).map { score($0, in: board) }
    byRisk = ranking(\.risk.value)
    byGrading = ranking(\.grading.value)
    byLow = ranking(\.grading.low)
    byHigh = ranking(\.grading.high)
  }

  /// Scores the issues of the board in a place or period too, from here on.
  ///
  /// What is changed, added or removed in these scores is so in those as well.
  package mutating func include(_ context: Identifier<ScoringContext>, of board: Board) {
    precondition(self.context == nil, "A place or period overrides the baseline, and nothing else.")
    guard self[context] == nil else { return }
    elsewhere.append(Assessment(of: board, scorer: scorer, context: context))
  }

  /// The scores in a place or period; `nil` until it is included.
  package subscript(context: Identifier<ScoringContext>) -> Assessment? {
    elsewhere.first { $0.context == context }
  }

  /// The score of an issue, or `nil` while it has none.
  package func score(of slot: Slot) -> Score? { scores[Int(slot)] }

  /// The issues that have a score, greatest grading first.
  package var issuesByGrading: some RandomAccessCollection<Slot> {
    byGrading.entries.lazy.map(\.slot)
  }

  /// The issues that have a score, greatest risk first.
  package var issuesByRisk: some RandomAccessCollection<Slot> { byRisk.entries.lazy.map(\.slot) }

  /// How many issues have a greater grading.
  func gradings(above grading: Exact) -> Int { byGrading.count(above: grading) }

  /// How many issues have this grading or a greater one.
  func gradings(atLeast grading: Exact) -> Int { byGrading.count(from: grading) }

  /// Where the score of an issue stands among those of the others; equal figures share the better
  /// rank.
  package func standing(of score: Score) -> Standing { standing(of: score, insteadOf: score) }

  /// Where a score would stand in the place of the one that its issue has; `nil` when it has none.
  func standing(of score: Score, insteadOf own: Score?) -> Standing {
    Standing(
      byRisk: byRisk.place(of: score.risk.value, insteadOf: own?.risk.value),
      byGrading: byGrading.place(of: score.grading.value, insteadOf: own?.grading.value),
      best: byLow.place(of: score.grading.high, insteadOf: own?.grading.low),
      worst: byHigh.place(of: score.grading.low, insteadOf: own?.grading.high))
  }

  /// Where a grading would stand in the place of the one that its issue has; `nil` when it has none.
  func place(of grading: Exact, insteadOf own: Exact?) -> Int {
    byGrading.place(of: grading, insteadOf: own)
  }

  /// The values that count for an issue, in the order of a scorer's criteria; `nil` takes the model
  /// as it is.
  package func values(of slot: Slot, in board: Board, by scorer: Scorer? = nil) -> [Exact?] {
    (scorer ?? self.scorer).ordered(countingValues(of: slot, in: board))
  }

  /// The scorecard that counts for an issue in this place or period, or `nil` when it has none.
  package func card(of slot: Slot) -> Table<Scorecard>.Slot? {
    context == nil ? cards[Int(slot)].baseline : cards[Int(slot)].override
  }

  /// The scorecards whose values count for an issue: that of this place or period, then that of the
  /// baseline.
  package func countingCards(of slot: Slot) -> [Table<Scorecard>.Slot] {
    [cards[Int(slot)].override, cards[Int(slot)].baseline].compactMap(\.self)
  }

  /// All scorecards of an issue, of every model, basis, place and period, in no order.
  package func allCards(of slot: Slot) -> [Table<Scorecard>.Slot] { chains.cards(of: slot) }

  /// Whether a working card goes into the values that count for an issue: nobody has agreed them.
  package func isWorking(_ slot: Slot, in board: Board) -> Bool {
    countingCards(of: slot).contains { board.scorecards[slot: $0].basis == .working }
  }

  /// The working scorecard of an issue in this place or period: the one that may be edited.
  package func workingCard(of slot: Slot) -> Table<Scorecard>.Slot? {
    cards[Int(slot)][context == nil ? .working : .workingOverride]
  }

  /// Scores one issue again after it or a card of it has changed or was added.
  package mutating func reassess(_ slot: Slot, in board: Board) {
    while scores.count < board.issues.count {
      scores.append(nil)
      cards.append(Cards())
    }
    let old = scores[Int(slot)]
    let new = score(slot, in: board)
    scores[Int(slot)] = new
    byRisk.move(slot, from: old?.risk.value, to: new?.risk.value)
    byGrading.move(slot, from: old?.grading.value, to: new?.grading.value)
    byLow.move(slot, from: old?.grading.low, to: new?.grading.low)
    byHigh.move(slot, from: old?.grading.high, to: new?.grading.high)
    for index in elsewhere.indices { elsewhere[index].reassess(slot, in: board) }
  }

  /// Takes note of a scorecard that was added, changed or removed.
  ///
  /// One that leaves its place may uncover another of the same issue. The issue that it leaves has
  /// to be reassessed, too.
  package mutating func file(_ slot: Table<Scorecard>.Slot, of board: Board) {
    for index in elsewhere.indices { elsewhere[index].file(slot, of: board) }
    let card = board.scorecards[slot: slot]
    guard let issue = board.issues.slot(of: card.issue) else {
      orphans[card.issue, default: []].insert(slot)
      if let former = chains.remove(slot) { fileAgain(former, of: board) }
      return
    }
    while cards.count <= Int(issue) {
      cards.append(Cards())
      scores.append(nil)
    }
    if let former = chains.add(slot, to: issue) { fileAgain(former, of: board) }
    // What stands in a place may have to leave it: for another one, or for a later card.
    guard cards[Int(issue)].holds(slot) else { return put(slot, card, of: issue, in: board) }
    fileAgain(issue, of: board)
  }

  /// Puts all cards of an issue in their places again.
  private mutating func fileAgain(_ issue: Slot, of board: Board) {
    cards[Int(issue)] = Cards()
    for card in chains.cards(of: issue) {
      put(card, board.scorecards[slot: card], of: issue, in: board)
    }
  }

  /// Takes note of all cards of some issues, which came to the board after their cards.
  package mutating func fileCards(of issues: Set<Identifier<Issue>>, of board: Board) {
    for issue in issues {
      for card in orphans.removeValue(forKey: issue)?.sorted() ?? [] { file(card, of: board) }
    }
  }

  /// Puts a card in its place; of two that claim one place the later date counts, on every screen,
  /// and of one date the later name.
  private mutating func put(
    _ slot: Table<Scorecard>.Slot, _ card: Record<Scorecard>, of issue: Slot, in board: Board
  ) {
    guard let place = place(of: card) else { return }
    if let other = cards[Int(issue)][place], card.isBefore(board.scorecards[slot: other]) { return }
    cards[Int(issue)][place] = slot
  }

  /// What a card counts as under this model in this place or period; `nil` when it does not count.
  private func place(of card: Record<Scorecard>) -> Cards.Place? {
    guard card.model == scorer.id, !card.isDeleted else { return nil }
    switch (card.basis, card.context) {
    case (.working, nil): return .working
    case (.agreed, nil): return .agreed
    case (.working, let place?) where place == context: return .workingOverride
    case (.agreed, let place?) where place == context: return .agreedOverride
    default: return nil
    }
  }

  private func score(_ slot: Slot, in board: Board) -> Score? {
    guard board.issues[slot: slot].isRanked else { return nil }
    let scorer = scorer(of: slot, in: board)
    return (try? scorer.score(scorer.ordered(countingValues(of: slot, in: board)))) ?? nil
  }

  private func ranking(_ figure: (Score) -> Exact) -> Ranking {
    Ranking(
      scores.enumerated().compactMap { slot, score in
        score.map { Ranking.Entry(figure: figure($0), slot: Slot(slot)) }
      })
  }
}

/// Where an issue stands in both orders, and how far its rank rests on assumptions.
package struct Standing: Hashable, Sendable {
  package let byRisk: Int
  package let byGrading: Int

  /// The best and worst rank by grading within the bounds of all assumed figures.
  package let best: Int
  package let worst: Int

  /// Whether the rank by grading could be another one within the bounds.
  package var isUncertain: Bool { best < byGrading || worst > byGrading }
}

extension Record<Issue> {
  /// Whether the issue takes part in the ranking: what was dismissed, merged or referred does not.
  package var isRanked: Bool {
    switch content.stage {
    case .emerging, .watched, .registered: !isDeleted
    case .referred, .dismissed, .merged: false
    }
  }
}

extension Record<Scorecard> {
  /// Whether the card is older than another; of one date, whether its name comes first.
  ///
  /// A card without a date is older than any with one.
  package func isBefore(_ other: Record<Scorecard>) -> Bool {
    switch (content.date, other.content.date) {
    case (let date?, let other?) where date != other: date < other
    case (nil, .some): true
    case (.some, nil): false
    default: id < other.id
    }
  }
}

/// The cards of one issue that count, as slots.
private struct Cards {
  typealias Slot = Table<Scorecard>.Slot

  /// What a card counts as.
  enum Place: Int { case working, agreed, workingOverride, agreedOverride }

  private static let none: Slot = -1

  private var slots = SIMD4<Slot>(repeating: none)

  var baseline: Slot? { self[.agreed] ?? self[.working] }
  var override: Slot? { self[.agreedOverride] ?? self[.workingOverride] }

  subscript(place: Place) -> Slot? {
    get {
      let slot = slots[place.rawValue]
      return slot == Cards.none ? nil : slot
    }
    set { slots[place.rawValue] = newValue ?? Cards.none }
  }

  /// Whether a card stands in a place.
  func holds(_ slot: Slot) -> Bool { slots.indices.contains { slots[$0] == slot } }
}
