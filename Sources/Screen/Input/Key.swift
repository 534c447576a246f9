/// A key that a person pressed.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter with Control, in lower case; Enter, Tab, Escape and Backspace have names of their own.
  case control(Character)
  /// A character with Alt, or after Escape.
  case alt(Character)
  case function(Int)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, tab, backTab, escape
  case backspace, delete, insert
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}

extension Key: CustomStringConvertible {
  /// The key as it is written in the footer, the help and the manual: `j`, `Ctrl-D`, `Enter`.
  package var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    }
  }
}
