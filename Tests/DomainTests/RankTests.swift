import Domain
import TestSupport
import Testing

struct RankTests {
  @Test(
    arguments: [
      (nil, nil), ("a", nil), (nil, "a"), ("a", "b"), ("a", "a1"), ("az", "b"), ("z", nil),
      (nil, "1"), ("zz", nil),
    ] as [(String?, String?)])
  func `between any two ranks there is another`(before: String?, after: String?) {
    let rank = Rank.between(before, after)
    if let before { #expect(before < rank) }
    if let after { #expect(rank < after) }
  }

  @Test(arguments: [nil, "i", "zz"], [0, 1, 2, 36, 37, 20_000])
  func `many entries behind one have short ranks, with room between`(last: String?, count: Int) {
    let ranks = Rank.behind(last, count: count)
    #expect(ranks.count == count)
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 })
    #expect(ranks.allSatisfy { $0 > last ?? "" && $0.count < 9 && !$0.hasSuffix("0") })
  }

  @Test(arguments: [("b", "a"), ("a", "a"), ("a", "a0"), ("", ""), ("é", "!")])
  func `neighbours that leave no room come to an end all the same`(before: String, after: String) {
    #expect(!Rank.between(before, after).isEmpty)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a thousand insertions at random places keep their order`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var ranks: [String] = []
    for _ in 0..<1_000 {
      let index = Int.random(in: 0...ranks.count, using: &generator)
      let rank = Rank.between(
        index > 0 ? ranks[index - 1] : nil, index < ranks.count ? ranks[index] : nil)
      ranks.insert(rank, at: index)
    }
    #expect(ranks == ranks.sorted())
    #expect(Set(ranks).count == 1_000)
  }

  @Test(
    arguments: [
      (0, ["c", "a", "b"], [0]), (2, ["a", "b", "A"], [2]), (1, ["a", nil, "b"], [1]),
      (0, [nil], [0]), (1, ["a", "z", "a"], [0, 1, 2]), (0, ["c", "a", nil], [0, 1, 2]),
    ] as [(Int, [String?], Set<Int>)])
  func `an entry that moves gets a rank, and others only where there is no room`(
    moved: Int, ranks: [String?], changed: Set<Int>
  ) throws {
    let changes = Rank.changes(moving: moved, in: ranks)
    #expect(Set(changes.keys) == changed)
    let after = try ranks.indices.map { try #require(changes[$0] ?? ranks[$0]) }
    #expect(zip(after, after.dropFirst()).allSatisfy { $0 < $1 })
  }
}
