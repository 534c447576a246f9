/// What a piece of text is, for the eye; the terminal owns the colours.
///
/// Colour alone never carries a meaning: whatever has a role also says so in words or letters.
package struct Style: Hashable, Sendable {
  package enum Role: UInt8, CaseIterable, Sendable {
    case plain
    /// Titles of columns and boxes.
    case heading
    /// The lines of boxes.
    case border
    /// What matters less than its neighbours.
    case faint
    /// What matters more than its neighbours.
    case strong
    /// Something is wrong or late.
    case alarm
    /// Something wants attention: a gap, an assumed figure.
    case warning
    /// Something is done or well.
    case good
    /// The name of a key.
    case key
    /// What a person is typing.
    case input
  }

  package var role: Role

  /// Whether foreground and background are exchanged, as on the selected row.
  package var isSelected: Bool

  package init(_ role: Role, isSelected: Bool = false) {
    self.role = role
    self.isSelected = isSelected
  }

  /// The same role on the selected row.
  package var selected: Style { Style(role, isSelected: true) }

  package static let plain = Style(.plain)
  package static let heading = Style(.heading)
  package static let border = Style(.border)
  package static let faint = Style(.faint)
  package static let strong = Style(.strong)
  package static let alarm = Style(.alarm)
  package static let warning = Style(.warning)
  package static let good = Style(.good)
  package static let key = Style(.key)
  package static let input = Style(.input)
}
