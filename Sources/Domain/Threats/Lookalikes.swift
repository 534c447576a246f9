/// Issues whose words are so alike that they may be the same threat, found at once among 100,000.
///
/// A suggestion only: nothing is merged by it. Source: `docs/threats.md`, "Lookalikes".
package struct Lookalikes: Sendable {
  package typealias Slot = Table<Issue>.Slot

  /// An issue that is like another one.
  package struct Match: Equatable, Sendable {
    package let issue: Identifier<Issue>

    /// How alike the two are, in thousandths.
    package let likeness: Int

    /// What is alike.
    package let field: Field
  }

  package enum Field: String, Sendable { case title, text }

  /// From how many thousandths on an issue is suggested.
  package static let least = 550

  /// How many longer words a text must have before it can be like another.
  package static let fewestWords = 6

  private var titles = TraitIndex()
  private var texts = TraitIndex()

  package init(of board: Board) {
    for slot in 0..<Slot(board.issues.count) { take(slot, of: board) }
  }

  /// Takes note of an issue that was added or changed.
  package mutating func take(_ slot: Slot, of board: Board) {
    let issue = board.issues[slot: slot]
    titles.put(issue.isDeleted ? nil : Traits(ofTitle: issue.title), at: slot)
    texts.put(issue.isDeleted ? nil : Lookalikes.traits(ofText: issue.text), at: slot)
  }

  /// The issues most like a title and a text, the most alike first.
  ///
  /// - Parameters:
  ///   - title: The title of what was captured.
  ///   - text: Its text; `nil` where it has none.
  ///   - own: The issue that is asked for, which is no lookalike of its own; `nil` for a new one.
  ///   - board: The board.
  /// - Returns: At most `limit` issues that are alike in ``least`` thousandths or more.
  package func matches(
    title: String, text: String?, except own: Slot?, in board: Board, limit: Int = 3
  ) -> [Match] {
    var best: [Slot: Match] = [:]
    func take(_ found: [(slot: Slot, likeness: Int)], _ field: Field) {
      for (slot, likeness) in found where slot != own && (best[slot]?.likeness ?? 0) < likeness {
        best[slot] = Match(issue: board.issues[slot: slot].id, likeness: likeness, field: field)
      }
    }
    take(titles.like(Traits(ofTitle: title), from: Lookalikes.least), .title)
    if let traits = Lookalikes.traits(ofText: text) {
      take(texts.like(traits, from: Lookalikes.least), .text)
    }
    return Array(
      best.values.sorted { ($1.likeness, $0.issue) < ($0.likeness, $1.issue) }.prefix(limit))
  }

  /// The traits of a text; `nil` where it has too few words to be told from another.
  private static func traits(ofText text: String?) -> Traits? {
    guard let text else { return nil }
    let traits = Traits(ofText: text)
    return traits.codes.count < fewestWords ? nil : traits
  }
}

/// Which texts have which traits.
private struct TraitIndex: Sendable {
  typealias Slot = Table<Issue>.Slot

  /// The texts that have a trait, as slots.
  private var slots: [UInt32: [Slot]] = [:]

  /// The traits of each text, by slot; `nil` where there is no text.
  private var traits: [Traits?] = []

  mutating func put(_ new: Traits?, at slot: Slot) {
    while traits.count <= Int(slot) { traits.append(nil) }
    guard traits[Int(slot)] != new else { return }
    for code in traits[Int(slot)]?.codes ?? [] { slots[code]?.removeAll { $0 == slot } }
    for code in new?.codes ?? [] { slots[code, default: []].append(slot) }
    traits[Int(slot)] = new
  }

  /// The texts that are like some traits in so many thousandths or more.
  func like(_ wanted: Traits, from least: Int) -> [(slot: Slot, likeness: Int)] {
    var shared = [Int32](repeating: 0, count: traits.count)
    for code in wanted.codes {
      for slot in slots[code] ?? [] { shared[Int(slot)] += 1 }
    }
    var found: [(slot: Slot, likeness: Int)] = []
    for (slot, count) in shared.enumerated() where count > 0 {
      let likeness = Traits.likeness(
        sharing: Int(count), of: wanted.codes.count, and: traits[slot]?.codes.count ?? 0)
      if likeness >= least { found.append((Slot(slot), likeness)) }
    }
    return found
  }
}
