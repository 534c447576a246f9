import Domain
import Testing

struct ExactTests {
  @Test(arguments: [
    ("24", "0.6", "14.4"), ("0.5", "0.5", "0.25"), ("58.5", "0.6", "35.1"), ("26", "6.5", "169"),
    ("0", "2.0", "0"), ("-1.5", "2", "-3"),
  ])
  func `a product is exact and has no trailing zeros`(left: String, right: String, product: String)
    throws
  {
    let result = try #require(Exact(left)).multiplied(by: try #require(Exact(right)))
    #expect(result?.description == product)
  }

  @Test(arguments: ["", ".", "1.", ".5", "1e2", "+1", "0x1", "1,5", "٣", "1234567890123456789"])
  func `what is not a plain decimal number is refused`(text: String) {
    #expect(Exact(text) == nil)
  }

  @Test func `equal numbers are equal however they are written`() {
    #expect(Exact("1.50") == Exact("1.5"))
    #expect(Exact("2.0") == 2)
    #expect(Exact("-0") == .zero)
  }

  @Test func `what would need more than 18 digits is refused, not rounded`() throws {
    let large = try #require(Exact("999999999999999999"))
    #expect(large.multiplied(by: large) == nil)
    #expect(large.multiplied(by: 1) == large)
    #expect(large.adding(1) == nil)
    #expect(large.multiplied(by: -1)?.adding(-1) == nil)
  }

  @Test func `numbers of different places compare by their value`() throws {
    let texts = ["-2", "-0.5", "0", "0.25", "0.5", "1", "14.4", "14.41", "100"]
    let numbers = try texts.map { try #require(Exact($0)) }
    #expect(numbers.reversed().sorted() == numbers)
  }

  @Test func `a share is rounded to the nearest thousandth`() throws {
    #expect(Exact(169).thousandths(of: 504) == 335)
    #expect(try #require(Exact("58.5")).thousandths(of: 504) == 116)
    #expect(Exact(1).thousandths(of: .zero) == nil)
  }
}
