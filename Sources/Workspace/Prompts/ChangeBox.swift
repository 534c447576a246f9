package import Domain
package import Screen

/// What others changed, and every field with two values: a list, and the whole of what is selected.
package struct ChangeBox: Equatable, Sendable {
  /// What a line of the list belongs to.
  package enum Group: String, CaseIterable, Sendable {
    case conflicts = "Two values for one field"
    case unseen = "Since you last looked"
    case seen = "Seen before"
  }

  /// One way to settle a conflict.
  package struct Choice: Equatable, Sendable {
    package let key: Character

    /// Whose value it is: `mine`, `anna's`.
    package let label: String
    package let settlement: Settlement
  }

  /// One line of the list.
  package struct Item: Equatable, Sendable {
    package let group: Group
    package let record: RecordName

    /// Who and when.
    package let head: String
    package let title: String

    /// What it is, in a line.
    package let text: String
    package let details: [TextLine]

    /// What is open, and the values to choose from; `nil` for what merely happened.
    package let conflict: OpenConflict?
    package let choices: [Choice]
  }

  package enum Outcome: Equatable, Sendable {
    case open, left
    case chosen(RecordName)
    case settled(OpenConflict, Settlement)
  }

  package let items: [Item]
  private var selected = 0

  /// - Parameters:
  ///   - items: The lines, group by group; there is at least one.
  ///   - selected: Which line is selected, at most the last.
  package init(items: [Item], selected: Int = 0) {
    precondition(!items.isEmpty, "The box lists something.")
    self.items = items
    self.selected = min(selected, items.count - 1)
  }

  package var selectedItem: Item { items[selected] }

  /// The row number of the selection.
  var selectedIndex: Int { selected }

  package mutating func update(_ key: Key) -> Outcome {
    switch key {
    case .escape, .control("g"), .control("c"), .character("q"), .character("c"): return .left
    case .character("j"), .down, .tab: move(by: 1)
    case .character("k"), .up, .backTab: move(by: -1)
    case .control("d"), .pageDown: move(by: 10)
    case .control("u"), .pageUp: move(by: -10)
    case .character("g"), .home: selected = 0
    case .character("G"), .end: selected = items.count - 1
    case .enter: return .chosen(selectedItem.record)
    case .character(let character):
      guard let conflict = selectedItem.conflict,
        let choice = selectedItem.choices.first(where: { $0.key == character })
      else { break }
      return .settled(conflict, choice.settlement)
    default: break
    }
    return .open
  }

  private mutating func move(by rows: Int) {
    selected = min(max(selected + rows, 0), items.count - 1)
  }

  /// The keys that mean something on the selected line.
  var hints: [(keys: String, title: String)] {
    selectedItem.choices.map { (String($0.key), $0.label) }
      + [("Enter", "go there"), ("j k", "move"), ("Esc", "back")]
  }
}
