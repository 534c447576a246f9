import TestSupport

/// A record as the board keeps them: header fields, things keyed by id, sets of words.
struct RecordExample: Codable, Equatable {
  enum Status: String, Codable { case open, done, late }

  struct Milestone: Codable, Equatable {
    var text: String
    var due: String?
    var done: Bool
    var rank: String
  }

  struct Owner: Codable, Equatable {
    var agreed: Bool?
    var on: String?
  }

  var title: String
  var area: String
  var lead: String?
  var status: Status
  var phase: Int
  var small: Int8
  var share: Double
  var milestones: [String: Milestone]
  var owners: [String: Owner]
  var tags: [String]
  var golden: Set<String>
  var history: [Milestone]
  var notes: String?
  var marking: String
  var source: String
  var moves: [[Int]]

  static func random(using generator: inout SeededGenerator) -> RecordExample {
    RecordExample(
      title: .random(using: &generator), area: .random(using: &generator),
      lead: generator.oneIn(2) ? nil : .random(using: &generator),
      status: [.open, .done, .late].randomElement(using: &generator) ?? .open,
      phase: .random(in: .min ... .max, using: &generator),
      small: .random(in: .min ... .max, using: &generator),
      share: randomDouble(using: &generator),
      milestones: randomThings(using: &generator, Milestone.random),
      owners: randomThings(using: &generator) { generator in
        Owner(
          agreed: [true, false, nil].randomElement(using: &generator) ?? nil,
          on: generator.oneIn(2) ? nil : "2018-09-27")
      },
      tags: randomList(using: &generator) { .random(using: &$0) },
      golden: Set(randomList(using: &generator) { .random(using: &$0) }),
      history: randomList(using: &generator, Milestone.random),
      notes: generator.oneIn(2) ? nil : .random(using: &generator),
      marking: "OFFICIAL", source: .random(using: &generator),
      moves: randomList(using: &generator) { generator in
        randomList(using: &generator) { .random(in: -9...9, using: &$0) }
      })
  }
}

extension RecordExample.Milestone {
  static func random(using generator: inout SeededGenerator) -> Self {
    Self(
      text: .random(using: &generator), due: generator.oneIn(2) ? nil : "2018-02-14",
      done: generator.oneIn(2), rank: "m")
  }
}
