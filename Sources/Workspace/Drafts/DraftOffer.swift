package import Screen

/// The question what to do with a draft.
package struct DraftOffer: Equatable, Sendable {
  enum Stage: Equatable, Sendable {
    case asking
    case looking(Reader)
    case discarding
  }

  package let draft: Draft

  /// From when the draft is and what it is, as one line.
  let heading: String

  /// Which one of how many it is.
  let place: Int
  let count: Int
  var stage = Stage.asking

  /// The keys that mean something.
  var hints: [(keys: String, title: String)] {
    switch stage {
    case .asking:
      [("r", "restore"), ("l", "look"), ("x", "discard")]
        + (count > 1 ? [("n", "next")] : []) + [("Esc", "later")]
    case .looking: [("j k", "scroll"), ("Esc", "back")]
    case .discarding: [("y", "yes"), ("n", "no")]
    }
  }

  package func draw(in area: Rect, on canvas: inout Canvas) {
    switch stage {
    case .looking(let reader): reader.draw(in: area, on: &canvas)
    case .discarding:
      Confirmation("Discard for good: \(heading)?").draw(in: area, on: &canvas)
    case .asking: drawQuestion(in: area, on: &canvas)
    }
  }

  private func drawQuestion(in area: Rect, on canvas: inout Canvas) {
    let columns = max(8, area.width - 4)
    let texts = draft.changes.flatMap { field in
      // No more than a few rows of a text are shown, however long it is.
      "\(field.label): \(field.gist.prefix(1000))".wrapped(to: columns).prefix(3)
    }
    let lines =
      heading.wrapped(to: columns).map { TextLine($0, style: .strong) }
      + texts.map { TextLine($0) }
    let box = area.splitBottom(min(area.height, min(lines.count, 10) + 2)).bottom
    canvas.fill(box)
    let inside = canvas.box(
      box, title: "Typed, and not on the board", note: count > 1 ? "\(place) of \(count)" : "")
    for (row, line) in lines.prefix(inside.height).enumerated() {
      canvas.write(line.text, x: inside.x + 1, y: inside.y + row, in: inside, style: line.style)
    }
    canvas.cursor = Position(x: inside.x + 1, y: inside.y)
  }
}
