/// An entry of a list that people can put in order.
package protocol Ranked {
  /// Where the entry stands among its neighbours: compared as text; `nil` comes last.
  var rank: String? { get }
}

extension Dictionary where Value: Ranked {
  /// The entries in the order that people gave them; entries of equal rank by name.
  package func ranked<Subject>() -> [(key: Key, value: Value)] where Key == Identifier<Subject> {
    sorted { left, right in
      switch (left.value.rank, right.value.rank) {
      case (let one?, let other?) where one != other: one < other
      case (_?, nil): true
      case (nil, _?): false
      default: left.key < right.key
      }
    }
  }
}

/// Rank strings: order that two people can change in two places without a conflict.
///
/// A rank is a fraction between 0 and 1 written in base 36 without its point: between any two ranks
/// there is another one.
package enum Rank {
  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")

  /// A rank that sorts after one and before another; `nil` stands for the beginning or the end.
  ///
  /// Out-of-order or unusable neighbours are treated as absent: the new rank then sorts after
  /// `before`.
  package static func between(_ before: String?, _ after: String?) -> String {
    let low = values(before ?? "")
    let high = after.map(values)
    var rank: [Int] = []
    var isBelowHigh = high == nil
    var index = 0
    while true {
      let floor = index < low.count ? low[index] : 0
      let ceiling = isBelowHigh ? digits.count : high.map { index < $0.count ? $0[index] : 0 } ?? 36
      if ceiling - floor > 1 {
        rank.append((floor + ceiling) / 2)
        return String(rank.map { digits[$0] })
      }
      rank.append(floor)
      index += 1
      if floor != ceiling || index >= max(low.count, high?.count ?? 0) { isBelowHigh = true }
    }
  }

  /// Ranks for so many entries behind one, in their order; `nil` stands for the beginning.
  ///
  /// They are spread, so that many take no longer ranks than a few.
  package static func behind(_ last: String?, count: Int) -> [String] {
    let first = between(last, nil)
    guard count > 1 else { return count == 1 ? [first] : [] }
    var (width, room) = (1, digits.count)
    while room < count {
      width += 1
      room *= digits.count
    }
    return (0..<count).map { place in
      let number = String(place * room / count, radix: digits.count)
      // A rank that ends in 0 would leave no room before it.
      return first + String(repeating: "0", count: width - number.count) + number + "i"
    }
  }

  private static func values(_ rank: String) -> [Int] {
    rank.compactMap { character in digits.firstIndex(of: character) }
  }
}

extension Rank {
  /// The ranks to be changed so that entries stand in an order in which one of them has moved.
  ///
  /// Only the moved one gets another rank, unless its neighbours leave no room or some entry has
  /// none: then all are ranked afresh.
  ///
  /// - Parameters:
  ///   - moved: The place of the entry that has moved, or is new there.
  ///   - ranks: The ranks that the entries have, in the order in which they are to stand.
  /// - Returns: The changed ranks, by place.
  package static func changes(moving moved: Int, in ranks: [String?]) -> [Int: String] {
    let others = ranks.indices.filter { $0 != moved }.map { ranks[$0] }
    let low = ranks.indices.contains(moved - 1) ? ranks[moved - 1] : nil
    let high = ranks.indices.contains(moved + 1) ? ranks[moved + 1] : nil
    let rank = between(low, high)
    if !others.contains(nil), low ?? "" < rank, high.map({ rank < $0 }) ?? true {
      return [moved: rank]
    }
    var last: String?
    var changes: [Int: String] = [:]
    for place in ranks.indices {
      let rank = between(last, nil)
      if ranks[place] != rank { changes[place] = rank }
      last = rank
    }
    return changes
  }
}
