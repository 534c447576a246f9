import JSON
import Testing

struct NumberTests {
  @Test(arguments: ["0", "-0", "10", "1.0", "0.5", "1e2", "1E-2", "-1.5e+10", "1e400"])
  func `what the grammar of JSON allows is a number`(literal: String) {
    #expect(Number(literal: literal)?.literal == literal)
  }

  @Test(arguments: [
    "", "-", "01", "-01", "1.", ".5", "+1", "1e", "1e+", " 1", "1 ", "NaN", "0x1", "１",
  ])
  func `anything else is none`(literal: String) {
    #expect(Number(literal: literal) == nil)
  }

  @Test(arguments: [
    ("12", 12), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
    ("9223372036854775808", nil), ("1.0", nil), ("1e2", nil),
  ])
  func `only a plain whole number in range is an Int`(literal: String, value: Int?) {
    #expect(Number(literal: literal)?.intValue == value)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("1e2", 100), ("0e999", 0), ("-0.000", 0), ("5e-324", .leastNonzeroMagnitude),
    ("1e400", nil),
    ("-1e400", nil), ("1e-400", nil),
  ])
  func `a number beyond the range of Double has no Double`(literal: String, value: Double?) {
    #expect(Number(literal: literal)?.doubleValue == value)
  }
}
