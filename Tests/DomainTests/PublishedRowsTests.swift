import Domain
import TestSupport
import Testing

/// The twelve published rows, exactly: `docs/scoring.md`, "The published rows".
struct PublishedRowsTests {
  let shipped: ShippedScores
  let rows: [PublishedRow]

  init() throws {
    shipped = try ShippedScores()
    rows = try PublishedRow.all()
  }

  @Test func `there are four themes in three blocks`() {
    #expect(rows.map(\.block) == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
    #expect(Set(rows.map(\.theme)).count == 4)
  }

  @Test func `the shipped model gives every published figure`() throws {
    for row in rows {
      let inputs = try row.inputs(of: shipped.scorer)
      let score = try #require(try shipped.scorer.score(inputs))
      #expect(try score.risk.isExactly(row.figure("risk")), "\(row.theme), block \(row.block)")
      #expect(try score.grading.isExactly(row.figure("op_grading")))
      let totals = try ["total_harm", "total_likelihood", "total_op"].map { try row.figure($0) }
      #expect((0..<3).map { shipped.scorer.total(of: $0, inputs) } == totals)
    }
  }

  @Test func `the shipped cards give every published figure in their place or period`() throws {
    for row in rows {
      let assessment = shipped.assessment(ofBlock: row.block)
      let slot = try shipped.slot(row.issue)
      #expect(try assessment.values(of: slot, in: shipped.board) == row.inputs(of: shipped.scorer))
      let score = try #require(assessment.score(of: slot))
      #expect(try score.risk.isExactly(row.figure("risk")), "\(row.theme), block \(row.block)")
      #expect(try score.grading.isExactly(row.figure("op_grading")))
    }
  }

  @Test(arguments: [(1, "350.5", "416.5"), (2, "341.5", "416.1"), (3, "418.5", "534.3")])
  func `the sums of a block are the published ones`(block: Int, risk: String, grading: String)
    throws
  {
    let assessment = shipped.assessment(ofBlock: block)
    let scores = assessment.issuesByRisk.compactMap { assessment.score(of: $0) }
    #expect(scores.count == 4)
    #expect(scores.reduce(.zero) { $0?.adding($1.risk.value) } == Exact(risk))
    #expect(scores.reduce(.zero) { $0?.adding($1.grading.value) } == Exact(grading))
  }

  @Test(arguments: [(1, "0.5"), (2, "1"), (3, "3")])
  func `the volume of CSE is another one in each block`(block: Int, volume: String) throws {
    let assessment = shipped.assessment(ofBlock: block)
    let values = assessment.values(of: try shipped.slot("cse"), in: shipped.board)
    let index = try #require(shipped.scorer.criteria.firstIndex { $0.id == "volume" })
    #expect(values[index] == Exact(volume))
  }

  @Test(arguments: [1, 2, 3])
  func `the two orders differ in their first two places`(block: Int) throws {
    let assessment = shipped.assessment(ofBlock: block)
    let names: [Identifier<Domain.Issue>] = [
      "cse", "modern-slavery-illustration", "aggravated-burglary", "dwelling-burglary",
    ]
    let slots = try names.map { try shipped.slot($0) }
    #expect(Array(assessment.issuesByGrading) == slots)
    #expect(Array(assessment.issuesByRisk) == [slots[1], slots[0], slots[2], slots[3]])
    for (place, slot) in slots.enumerated() {
      let standing = assessment.standing(of: try #require(assessment.score(of: slot)))
      #expect(standing.byGrading == place + 1)
      #expect(standing.byRisk == [2, 1, 3, 4][place])
      #expect((standing.best, standing.worst) == (place + 1, place + 1))
      #expect(!standing.isUncertain)
    }
    let swap = assessment.swap(slots[0], slots[1], in: shipped.board)
    #expect(swap?.raised == slots[0])
    #expect(swap?.lowered == slots[1])
    #expect(swap?.cause == "OP 6 ×2 against OP 5 ×1")
    #expect(assessment.swap(slots[1], slots[2], in: shipped.board) == nil)
  }

  @Test func `the greatest risk is 504`() {
    #expect(shipped.scorer.greatestRisk == 504)
  }

  @Test func `an issue with one unscored criterion has no score`() throws {
    let row = try #require(rows.first)
    for index in shipped.scorer.criteria.indices {
      var inputs = try row.inputs(of: shipped.scorer)
      inputs[index] = nil
      #expect(try shipped.scorer.score(inputs) == nil)
      #expect((0..<3).count { shipped.scorer.total(of: $0, inputs) == nil } == 1)
    }
  }

  @Test(arguments: [(1, 1, "~0.8"), (1, 2, "~0.8"), (3, 1, "~1"), (0, 2, "~0.8")])
  func `a grading at an assumed multiplier lies between the published ones`(
    capacity: Int, capability: Int, multiplier: String
  ) throws {
    var inputs = try rows[1].inputs(of: shipped.scorer)
    inputs.replaceSubrange(10..., with: [Exact(capacity), Exact(capability)])
    let score = try #require(try shipped.scorer.score(inputs))
    #expect(score.risk.isExactly(Exact("58.5")))
    #expect(score.grading.isAssumed)
    #expect(score.grading.low == Exact("35.1"))
    #expect(score.grading.high == Exact("58.5"))
    #expect(shipped.scorer.lifts(inputs) == ["OP \(capacity + capability) ×\(multiplier)"])
  }
}

extension Figure {
  /// Whether the figure is this number, and rests on no assumption.
  func isExactly(_ number: Exact?) -> Bool {
    !isAssumed && [value, low, high].allSatisfy { $0 == number }
  }
}
