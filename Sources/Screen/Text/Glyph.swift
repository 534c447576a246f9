/// What one or two cells show: a scalar that takes columns and at most three marks on it.
///
/// Only ``Glyphs`` makes glyphs from text, so no control, escape or bidirectional character can be
/// one. A glyph is plain memory: comparing two screens costs no reference counting.
package struct Glyph: Hashable, Sendable {
  /// The scalar values, the first taking the columns; 0 stands for none.
  package let scalars: SIMD4<UInt32>

  init(_ base: UInt32, marks: SIMD4<UInt32> = .zero) {
    var scalars = marks
    scalars[0] = base
    self.scalars = scalars
  }

  package static let space = Glyph(0x20)

  /// The right half of a wide glyph: it is never written by itself.
  package static let rightHalf = Glyph(0)

  /// How many columns the glyph takes: 0 for the right half of a wide one, else 1 or 2.
  package var columns: Int {
    scalars[0] == 0 ? 0 : max(1, TextWidth.columns(of: scalars[0]) ?? 1)
  }

  /// The glyph as text; empty for the right half of a wide one.
  package var text: String {
    var text = ""
    for index in 0..<4 where scalars[index] != 0 {
      if let scalar = Unicode.Scalar(scalars[index]) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// The glyph with one more mark, or the same glyph when it has three.
  func adding(mark: UInt32) -> Glyph {
    for index in 1..<4 where scalars[index] == 0 {
      var marks = scalars
      marks[index] = mark
      return Glyph(scalars[0], marks: marks)
    }
    return self
  }
}
