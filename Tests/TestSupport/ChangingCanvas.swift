package import Screen

/// A canvas that changes at random, the same way for the same seed.
///
/// A probe shows it and a test knows what must be seen: text of one and two columns, marks, and
/// changes of style alone.
package struct ChangingCanvas {
  package private(set) var canvas: Canvas
  private var frame = 0
  private var state: UInt64

  package init(size: Size, seed: UInt64) {
    canvas = Canvas(size: size)
    state = seed
    change()
  }

  /// Changes something here and there; the upper left corner says how often that has happened.
  package mutating func change() {
    frame += 1
    for _ in 0..<6 {
      let text = ChangingCanvas.texts[pick(ChangingCanvas.texts.count)]
      let x = pick(canvas.size.width + 4) - 4
      canvas.write(text, x: x, y: pick(canvas.size.height), style: style())
    }
    let area = Rect(
      x: pick(canvas.size.width), y: pick(canvas.size.height), width: 1 + pick(12),
      height: 1 + pick(3))
    let style = style()
    if pick(4) == 0 { canvas.fill(area, style: style) } else { canvas.restyle(area) { _ in style } }
    canvas.write("frame \(frame).", x: 0, y: 0)
    canvas.cursor = Position(x: pick(canvas.size.width), y: pick(canvas.size.height))
  }

  private static let texts = [
    "plain text", "漢字かな", "e\u{301}a\u{308}\u{323}", "┌──┐", "   ", "aaaaaaaaaaaa", "x漢", "…•▲",
    "🙂🙂", "              ", "ﬁ½ß",
  ]

  private mutating func style() -> Style {
    Style(Style.Role.allCases[pick(Style.Role.allCases.count)], isSelected: pick(2) == 0)
  }

  /// A number below `count`, by SplitMix64.
  private mutating func pick(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}
