import CNcurses
import Screen

/// How each style looks: the eight colours every terminal has, on the terminal's own background.
///
/// Yellow and white are never text: on a light background nobody could read them.
struct Palette {
  private struct Look {
    var attributes: attr_t = 0
    var pair: Int32 = 0
  }

  /// By role and whether it is selected.
  private let looks: [Look]

  private let isASCII: Bool

  /// Asks curses for the colours; a terminal without any gets attributes only.
  init(options: TerminalScreen.Options) {
    isASCII = options.repertoire == .ascii
    let hasColours =
      options.colours == .automatic && options.theme != .mono && has_colors()
      && start_color() == OK && use_default_colors() == OK && cn_colours() >= 8
    looks = Style.Role.allCases.flatMap { role in
      let colour = hasColours ? Palette.colour(of: role, theme: options.theme) : nil
      let look = Look(
        attributes: Palette.attributes(of: role), pair: colour.map(Palette.pair(of:)) ?? 0)
      var selected = look
      // A dim text in reverse is hard to read, and its row is the one being read.
      selected.attributes = look.attributes & ~cn_dim() | cn_reverse()
      return [look, selected]
    }
  }

  /// Puts a cell on curses' own screen; the right half of a wide glyph comes with its left half.
  func put(_ cell: Cell, x: Int, y: Int) {
    guard cell.glyph != .rightHalf else { return }
    let look = looks[2 * Int(cell.style.role.rawValue) + (cell.style.isSelected ? 1 : 0)]
    var scalars = cell.glyph.scalars
    // The last gate: whatever the canvas holds, nothing else is sent.
    if isASCII { scalars = [scalars[0] < 0x7F ? scalars[0] : 0x3F, 0, 0, 0] }
    cn_put(
      Int32(y), Int32(x), scalars[0], scalars[1], scalars[2], scalars[3], look.attributes,
      look.pair)
  }

  private static func attributes(of role: Style.Role) -> attr_t {
    switch role {
    case .plain, .good, .warning: 0
    case .heading, .strong, .alarm, .key: cn_bold()
    case .border, .faint: cn_dim()
    case .input: cn_underline()
    }
  }

  private static func colour(of role: Style.Role, theme: TerminalScreen.Options.Theme) -> Int32? {
    switch role {
    case .alarm: COLOR_RED
    case .warning: COLOR_MAGENTA
    case .good: COLOR_GREEN
    case .key: theme == .light ? COLOR_BLUE : COLOR_CYAN
    case .plain, .heading, .border, .faint, .strong, .input: nil
    }
  }

  /// The pair of a colour on the default background.
  private static func pair(of colour: Int32) -> Int32 {
    init_extended_pair(colour, colour, -1)
    return colour
  }
}
