/// The distinct traits of a text that another text may share, as a sorted list of codes.
///
/// A trait is coded by its bytes alone, so the same text has the same traits on every machine.
/// Source: `docs/threats.md`, "Lookalikes".
package struct Traits: Equatable, Sendable {
  let codes: [UInt32]

  /// Every three letters in a row within a word of a title, the word's beginning and end included:
  /// a misspelt word still shares most of them.
  package init(ofTitle title: String) {
    var codes: [UInt32] = []
    var window: UInt32 = 0
    Traits.forEachWord(in: title) { word in
      window = Traits.edge
      for byte in word {
        window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
        // The first letter of a word makes no trait: it has only one beside it.
        if window >> 16 != 0 { codes.append(window) }
      }
      window = (window << 8 | Traits.edge) & 0xFF_FFFF
      if window >> 16 != 0 { codes.append(window) }
    }
    self.init(codes)
  }

  /// The words of four letters and more of a text: shorter ones stand in any text.
  package init(ofText text: String) {
    var codes: [UInt32] = []
    Traits.forEachWord(in: text) { word in
      guard word.count >= 4 else { return }
      codes.append(word.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 })
    }
    self.init(codes)
  }

  private init(_ codes: [UInt32]) {
    var sorted = codes.sorted()
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeSubrange(kept...)
    self.codes = sorted
  }

  /// How many traits another text has as well.
  func shared(with other: Traits) -> Int {
    var (count, left, right) = (0, codes.startIndex, other.codes.startIndex)
    while left < codes.endIndex, right < other.codes.endIndex {
      let (one, two) = (codes[left], other.codes[right])
      if one == two { count += 1 }
      if one <= two { left += 1 }
      if two <= one { right += 1 }
    }
    return count
  }

  /// Dice's coefficient in thousandths: 1000 when all traits are shared, 0 when none is.
  static func likeness(sharing shared: Int, of one: Int, and other: Int) -> Int {
    one + other == 0 ? 0 : 2000 * shared / (one + other)
  }

  /// How many traits another text must share at the least to be so alike, however few it has beside.
  static func fewest(for likeness: Int, of count: Int) -> Int {
    (likeness * count + 1999 - likeness) / (2000 - likeness)
  }

  /// What stands for the beginning and the end of a word: no letter has it.
  private static let edge = UInt32(UInt8(ascii: " "))

  /// Goes through the runs of letters and digits, in lower case, as UTF-8.
  private static func forEachWord(in text: String, _ visit: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { visit(word) }
      word.removeAll(keepingCapacity: true)
    }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          word.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
        default: end()
        }
      }
    } else {
      for scalar in text.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic || "0"..."9" ~= scalar {
          word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
          end()
        }
      }
    }
    end()
  }
}
