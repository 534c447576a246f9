import CSystem
import Screen
import Testing

struct TextWidthTests {
  @Test func `every character is as wide as the C library, and so curses, says`() {
    #expect(cs_use_utf8())
    var differing: [String] = []
    for scalar in UInt32(1)...0x10FFFF {
      let expected = cs_wcwidth(scalar)
      let columns = TextWidth.columns(of: scalar) ?? -1
      if columns != Int(expected) {
        differing.append("U+\(String(scalar, radix: 16)): \(columns), not \(expected)")
      }
    }
    #expect(differing == [])
  }
}
