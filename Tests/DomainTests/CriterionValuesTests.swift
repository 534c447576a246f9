import Domain
import JSON
import TestSupport
import Testing

struct CriterionValuesTests {
  let half: Exact

  init() throws { half = try #require(Exact("0.5")) }

  @Test func `values are kept by criterion whatever the order they come in`() {
    var values = CriterionValues()
    values["volume"] = 3
    values["capacity"] = 0
    values["frequency"] = half
    values["volume"] = 1
    #expect(values.entries.map(\.criterion) == ["capacity", "frequency", "volume"])
    #expect(values["volume"] == 1)
    #expect(values["capacity"] == 0)
    #expect(values["confidence"] == nil)
  }

  @Test func `0 is a value, and unscored is none`() {
    var values = CriterionValues()
    #expect(values.isEmpty)
    values["volume"] = 0
    #expect(!values.isEmpty)
    values["volume"] = nil
    #expect(values.isEmpty)
  }

  @Test func `a reason goes with its value`() {
    var values = CriterionValues()
    values.setReason("there is nothing to explain", for: "volume")
    #expect(values == CriterionValues())
    values["volume"] = 1
    values.setReason("two reports", for: "volume")
    values["volume"] = 2
    #expect(values.reason(for: "volume") == "two reports")
    values["volume"] = nil
    values["volume"] = 2
    #expect(values.reason(for: "volume") == nil)
  }

  @Test func `what overrides brings its reason, and leaves the rest of the baseline`() {
    var baseline = CriterionValues()
    var override = CriterionValues()
    for criterion in ["volume", "capacity", "frequency"] as [Identifier<Criterion>] {
      baseline[criterion] = 1
      baseline.setReason("by the baseline", for: criterion)
    }
    override["volume"] = 3
    override["capacity"] = 2
    override["confidence"] = half
    override.setReason("here it is more", for: "volume")
    let values = override.overriding(baseline)
    #expect(values.entries.map(\.value) == [2, half, 1, 3])
    #expect(values.reason(for: "volume") == "here it is more")
    #expect(values.reason(for: "capacity") == nil, "the baseline's reason is not one for 2")
    #expect(values.reason(for: "frequency") == "by the baseline")
    #expect(CriterionValues().overriding(baseline) == baseline)
    #expect(baseline.overriding(CriterionValues()) == baseline)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `many values in any order are read, found and written as they stand`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<500).map { "criterion-\($0)" }.shuffled(using: &generator)
    let text = names.enumerated().map { #""\#($1)": {"value": \#($0)}"# }.joined(separator: ",")
    let document = try Document(parsing: Array("{\(text)}".utf8))
    let values = try document.decode(CriterionValues.self)
    #expect(values.entries.map(\.criterion.text) == names.sorted())
    for (index, name) in names.enumerated() {
      #expect(try values[Identifier(name)] == Exact(index))
    }
    #expect(try Value(encoding: values) == document.value)
  }
}
