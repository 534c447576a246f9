/// The glyphs of a text, made safe to show.
///
/// This is the only door between text and the screen (promise 6): line breaks and tabs become
/// spaces; control, escape and bidirectional characters, and what this Unicode version does not
/// know, become U+FFFD, so that a person sees that something was there; joiners, variation
/// selectors and other invisible characters are left out; of combining marks three are kept.
package struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var waiting: Glyph?

  package init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
  }

  package mutating func next() -> Glyph? {
    guard var glyph = waiting ?? firstGlyph() else { return nil }
    waiting = nil
    while let scalar = scalars.next() {
      switch Glyphs.part(of: scalar) {
      case .base(let base):
        waiting = base
        return glyph
      case .mark(let mark):
        glyph = glyph.adding(mark: mark)
      case .nothing:
        break
      }
    }
    return glyph
  }

  private mutating func firstGlyph() -> Glyph? {
    while let scalar = scalars.next() {
      switch Glyphs.part(of: scalar) {
      case .base(let base): return base
      case .mark(let mark): return Glyph.space.adding(mark: mark)
      case .nothing: break
      }
    }
    return nil
  }

  private enum Part {
    case base(Glyph)
    case mark(UInt32)
    case nothing
  }

  private static let replacement = Glyph(0xFFFD)

  private static func part(of scalar: Unicode.Scalar) -> Part {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return .base(Glyph(value)) }
    if value == 0x09 || value == 0x0A || value == 0x0D { return .base(.space) }
    if value < 0xA0 || scalar.properties.isBidiControl { return .base(replacement) }
    guard let columns = TextWidth.columns(of: value) else { return .base(replacement) }
    if value == 0xAD || scalar.properties.isVariationSelector { return .nothing }
    if columns > 0 { return .base(Glyph(value)) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .otherLetter: return .mark(value)
    default: return .nothing
    }
  }
}
