/// The scorecards of each issue, as chains of slots: a register holds too many for a list each.
struct CardChains: Sendable {
  typealias Card = Table<Scorecard>.Slot
  typealias Owner = Table<Issue>.Slot

  private static let end: Card = -1
  private static let nobody: Owner = -1

  /// The card that was added last to an issue, by the issue's slot.
  private var last: [Card] = []

  /// The card before each card of the same issue, by the card's slot.
  private var previous: [Card] = []

  /// The issue of each card, by the card's slot.
  private var owners: [Owner] = []

  /// Adds a card to an issue, and takes it from the one that it belonged to.
  ///
  /// - Returns: The issue that it left; `nil` where it belonged to none, or belongs to this one.
  mutating func add(_ card: Card, to issue: Owner) -> Owner? {
    while last.count <= Int(issue) { last.append(CardChains.end) }
    while owners.count <= Int(card) {
      previous.append(CardChains.end)
      owners.append(CardChains.nobody)
    }
    guard owners[Int(card)] != issue else { return nil }
    let former = remove(card)
    owners[Int(card)] = issue
    previous[Int(card)] = last[Int(issue)]
    last[Int(issue)] = card
    return former
  }

  /// Takes a card from the issue that it belongs to.
  ///
  /// - Returns: That issue; `nil` where it belonged to none.
  mutating func remove(_ card: Card) -> Owner? {
    guard Int(card) < owners.count, owners[Int(card)] != CardChains.nobody else { return nil }
    let former = owners[Int(card)]
    unchain(card, of: former)
    owners[Int(card)] = CardChains.nobody
    return former
  }

  private mutating func unchain(_ card: Card, of issue: Owner) {
    guard let later = cards(of: issue).first(where: { previous[Int($0)] == card }) else {
      last[Int(issue)] = previous[Int(card)]
      return
    }
    previous[Int(later)] = previous[Int(card)]
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
