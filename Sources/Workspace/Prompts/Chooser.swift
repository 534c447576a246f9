package import Screen

/// A list of commands that typing narrows: the palette, and the help of a pane.
package struct Chooser: Equatable, Sendable {
  /// One line of the list.
  package struct Item: Equatable, Sendable {
    package let command: Command
    package let keys: String
    package let sentence: String

    /// Why the command is off now; `nil` when it can be asked for.
    package let whyNot: String?

    var name: String { command.rawValue }
  }

  package enum Outcome: Equatable, Sendable { case open, left, chosen(Command) }

  package let title: String
  private let all: [Item]
  package private(set) var query = LineEditor()
  package private(set) var shown: [Item]
  private var selected = 0

  package init(title: String, items: [Item]) {
    self.title = title
    all = items
    shown = items
  }

  package mutating func update(_ key: Key) -> Outcome {
    switch key {
    case .escape, .control("g"), .control("c"): return .left
    case .down, .tab: selected = min(selected + 1, max(0, shown.count - 1))
    case .up, .backTab: selected = max(selected - 1, 0)
    case .enter:
      guard shown.indices.contains(selected) else { return .left }
      return .chosen(shown[selected].command)
    default:
      if query.take(key) { narrow() }
    }
    return .open
  }

  /// Takes pasted text; whether it was taken.
  package mutating func paste(_ text: String) -> Bool {
    guard query.paste(text) else { return false }
    narrow()
    return true
  }

  /// Narrows the list; names that begin with what is typed come first.
  private mutating func narrow() {
    let typed = query.text.trimmed
    selected = 0
    guard !typed.isEmpty else {
      shown = all
      return
    }
    let name = typed.split(separator: " ").joined(separator: "-")
    let beginning = all.filter { $0.name.hasPrefix(name) || $0.keys == typed }
    let others = all.filter { item in
      !beginning.contains(item)
        && "\(item.name) \(item.keys) \(item.sentence)".containsFolded(typed)
    }
    shown = beginning + others
  }

  package func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    let inside = canvas.box(
      area, title: title, note: "\(shown.count) of \(all.count)")
    let list = inside.splitTop(1).rest
    let keys = min(16, all.map { TextWidth.columns(of: $0.keys) }.max() ?? 0)
    let names = min(18, inside.width / 3)
    let first = max(0, selected - list.height + 1)
    for (row, index) in (first..<max(first, shown.count)).enumerated() where row < list.height {
      let item = shown[index]
      let y = list.y + row
      let isSelected = index == selected
      let text = item.whyNot.map { "off: \($0)" } ?? item.sentence
      let base: Style = item.whyNot == nil ? .plain : .faint
      canvas.write(isSelected ? ">" : " ", x: list.x, y: y, in: list, style: .strong)
      canvas.write(item.keys, x: list.x + 1, y: y, width: keys, in: list, style: .key)
      canvas.write(item.name, x: list.x + keys + 3, y: y, width: names, in: list, style: base)
      let x = list.x + keys + names + 4
      canvas.write(text, x: x, y: y, width: list.maxX - x, in: list, style: base)
      if isSelected {
        canvas.restyle(Rect(x: list.x, y: y, width: list.width, height: 1)) { $0.selected }
      }
    }
    canvas.write("/ ", x: inside.x, y: inside.y, in: inside, style: .key)
    query.draw(x: inside.x + 2, y: inside.y, width: inside.width - 2, on: &canvas)
  }
}
