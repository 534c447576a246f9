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
  ///   - limit: How many are given at most.
  /// - Returns: The issues that are alike in ``least`` thousandths or more, but for those that went
  ///   into this one: they are known to be the same.
  package func matches(
    title: String, text: String?, except own: Slot?, in board: Board, limit: Int = 3
  ) -> [Match] {
    var best: [Slot: Match] = [:]
    let name = own.map { board.issues[slot: $0].id }
    func isLeftOut(_ slot: Slot) -> Bool {
      slot == own || name != nil && board.issues[slot: slot].mergedInto == name
    }
    func take(_ traits: Traits, in index: TraitIndex, _ field: Field) {
      // Who is among the first of both is among the first of one.
      let found = index.like(traits, from: Lookalikes.least, except: isLeftOut, limit: limit) {
        board.issues[slot: $0].id < board.issues[slot: $1].id
      }
      for (slot, likeness) in found where (best[slot]?.likeness ?? 0) < likeness {
        best[slot] = Match(issue: board.issues[slot: slot].id, likeness: likeness, field: field)
      }
    }
    take(Traits(ofTitle: title), in: titles, .title)
    if let traits = Lookalikes.traits(ofText: text) { take(traits, in: texts, .text) }
    return Array(
      best.values.sorted { ($1.likeness, $0.issue) < ($0.likeness, $1.issue) }.prefix(limit))
  }

  /// How alike two issues are, in thousandths: as their titles or their texts are, whichever is more.
  package func likeness(_ one: Slot, _ other: Slot) -> Int {
    max(titles.likeness(of: one, other), texts.likeness(of: one, other))
  }

  /// The issues whose titles have most of what somebody types of one, the nearest first.
  ///
  /// - Parameters:
  ///   - typed: Words of a title, the last of them perhaps only begun.
  ///   - own: The issue that is not looked for; `nil` for none.
  ///   - board: The board.
  ///   - limit: How many are given at most.
  /// - Returns: Issues of any stage.
  package func titled(
    _ typed: String, except own: Slot?, in board: Board, limit: Int = 8
  ) -> [Identifier<Issue>] {
    let wanted = Traits(ofTitle: typed)
    let least = max(1, wanted.codes.count * 2 / 3)
    return titles.sharing(wanted, atLeast: least, except: own, limit: limit)
      .map { board.issues[slot: $0].id }
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

  /// How alike two texts are, in thousandths.
  func likeness(of one: Slot, _ other: Slot) -> Int {
    guard let one = traits[Int(one)], let other = traits[Int(other)] else { return 0 }
    return Traits.likeness(
      sharing: one.shared(with: other), of: one.codes.count, and: other.codes.count)
  }

  /// How many of some traits each text has, by slot.
  private func shared(_ wanted: Traits) -> [Int32] {
    var shared = [Int32](repeating: 0, count: traits.count)
    for code in wanted.codes {
      for slot in slots[code] ?? [] { shared[Int(slot)] += 1 }
    }
    return shared
  }

  /// The texts that have most of some traits, then those that have least beside them.
  func sharing(_ wanted: Traits, atLeast least: Int, except own: Slot?, limit: Int) -> [Slot] {
    var best = Best<(shared: Int, length: Int, slot: Slot)>(limit: limit) { left, right in
      (right.shared, left.length, left.slot) < (left.shared, right.length, right.slot)
    }
    for (index, count) in shared(wanted).enumerated() where count >= least && Slot(index) != own {
      best.take((Int(count), traits[index]?.codes.count ?? 0, Slot(index)))
    }
    return best.all.map(\.slot)
  }

  /// The texts that are most like some traits, in so many thousandths or more.
  func like(
    _ wanted: Traits, from least: Int, except isLeftOut: (Slot) -> Bool, limit: Int,
    before: @escaping (Slot, Slot) -> Bool
  ) -> [(slot: Slot, likeness: Int)] {
    var best = Best<(slot: Slot, likeness: Int)>(limit: limit) { left, right in
      left.likeness == right.likeness
        ? before(left.slot, right.slot) : left.likeness > right.likeness
    }
    let fewest = max(1, Traits.fewest(for: least, of: wanted.codes.count))
    for (slot, count) in shared(wanted).enumerated()
    where count >= fewest && !isLeftOut(Slot(slot)) {
      let likeness = Traits.likeness(
        sharing: Int(count), of: wanted.codes.count, and: traits[slot]?.codes.count ?? 0)
      if likeness >= least { best.take((Slot(slot), likeness)) }
    }
    return best.all
  }
}

/// The first few of many elements, in their order.
private struct Best<Element> {
  let limit: Int
  let isBefore: (Element, Element) -> Bool
  private(set) var all: [Element] = []

  init(limit: Int, before isBefore: @escaping (Element, Element) -> Bool) {
    self.limit = limit
    self.isBefore = isBefore
  }

  mutating func take(_ element: Element) {
    if all.count == limit, let last = all.last, !isBefore(element, last) { return }
    let place = all.firstIndex { isBefore(element, $0) } ?? all.count
    all.insert(element, at: place)
    if all.count > limit { all.removeLast() }
  }
}
