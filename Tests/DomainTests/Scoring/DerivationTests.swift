import Domain
import Testing

/// How a figure is spelled out.
struct DerivationTests {
  @Test(
    arguments: [
      ([8, 1, 0], "9", "9 × 0.5"), ([8, 1, 1], "9", "9 × ~0.75"), ([8, nil, 1], nil, nil),
      ([8, 1, nil], "9", nil),
    ] as [([Exact?], String?, String?)])
  func `totals and multipliers stand in the place of their names`(
    values: [Exact?], risk: String?, grading: String?
  ) throws {
    let scorer = try ModelSketch().scorer()
    // In the order of the scorer's criteria: community comes before individual.
    let ordered = scorer.criteria.map { criterion in
      values[["individual": 0, "community": 1, "capacity": 2][criterion.id.text] ?? 0]
    }
    #expect(scorer.derivation(of: .risk, ordered) == risk)
    #expect(scorer.derivation(of: .grading, ordered) == grading)
  }

  @Test func `a sum inside a product keeps its brackets`() throws {
    var sketch = ModelSketch()
    sketch.grading = "(harm + 2) * multiplier(position) * 3"
    let scorer = try sketch.scorer()
    let values = scorer.criteria.map { _ in Exact(1) as Exact? }
    #expect(scorer.derivation(of: .grading, values) == "(2 + 2) × ~0.75 × 3")
  }
}
