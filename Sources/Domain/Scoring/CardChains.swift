/// The scorecards of each issue, as chains of slots: a register holds too many for a list each.
struct CardChains: Sendable {
  typealias Card = Table<Scorecard>.Slot
  typealias Owner = Table<Issue>.Slot

  private static let end: Card = -1
  private static let unchained: Card = -2

  /// The card that was added last to an issue, by the issue's slot.
  private var last: [Card] = []

  /// The card before each card of the same issue, by the card's slot.
  private var previous: [Card] = []

  /// Adds a card to an issue; one that was added before stays where it is.
  mutating func add(_ card: Card, to issue: Owner) {
    while last.count <= Int(issue) { last.append(CardChains.end) }
    while previous.count <= Int(card) { previous.append(CardChains.unchained) }
    guard previous[Int(card)] == CardChains.unchained else { return }
    previous[Int(card)] = last[Int(issue)]
    last[Int(issue)] = card
  }

  /// All cards of an issue, the one added last first.
  func cards(of issue: Owner) -> [Card] {
    var cards: [Card] = []
    var card = Int(issue) < last.count ? last[Int(issue)] : CardChains.end
    while card >= 0 {
      cards.append(card)
      card = previous[Int(card)]
    }
    return cards
  }
}
