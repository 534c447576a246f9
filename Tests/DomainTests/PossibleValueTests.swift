import Domain
import TestSupport
import Testing

/// Which values no record can have.
struct PossibleValueTests {
  @Test(arguments: [
    (Kind.area, "status", "focus", true), (.area, "status", "focsu", false),
    (.area, "lead", "police", true), (.area, "lead", "fraud", false), (.area, "lead", "", true),
    (.area, "number", "7", true), (.area, "number", "seven", false),
    (.area, "title", "Anything", true), (.area, "nothing.such", "x", true),
    (.area, "statusHistory.any.on", "2018-07", true),
    (.area, "statusHistory.any.on", "July", false), (.area, "marking", "official", true),
    (.area, "marking", "secret", false), (.action, "p", "pursue", true),
    (.action, "p", "partnership", false), (.action, "status", "green", true),
    (.action, "status", "G", false), (.action, "phase", "clear", false),
    (.action, "statusHistory.any.status", "green", true),
    (.action, "statusHistory.any.status", "white", false),
    (.action, "blockedBy", "refused-data-protection", true), (.action, "blockedBy", "other", false),
    (.action, "owners.fire.agreed", "yes", true), (.action, "owners.fire.agreed", "so", false),
    (.practice, "areas", "fraud", true), (.practice, "areas", "frau", false),
    (.issue, "theme", "illustration", true), (.issue, "theme", "people", false),
    (.issue, "standsAlone", "true", true), (.issue, "standsAlone", "maybe", false),
    (.scorecard, "context", "block-2", true), (.scorecard, "context", "north", false),
    (.decision, "subject", "areas/fraud", true), (.decision, "subject", "areas/frud", false),
  ])
  func `a value is possible when a record could have it`(
    kind: Kind, field: String, text: String, isPossible: Bool
  ) throws {
    let board = try Board.shipped()
    let path = field.split(separator: ".").map(String.init)
    let problem = board.problem(with: text, at: path, of: kind)
    #expect((problem == nil) == isPossible, "\(problem?.description ?? "")")
    #expect(problem?.remedy.hasSuffix(".") != false)
  }
}
