package import Screen

extension TerminalScreen {
  /// What a person, or the environment, wants of the screen.
  package struct Options: Hashable, Sendable {
    package enum Colours: Hashable, Sendable {
      /// The terminal's own eight colours, where it has them.
      case automatic
      /// None; bold, underline and reverse remain.
      case never
    }

    /// What the terminal's background is, or that only bold, underline and reverse are wanted.
    package enum Theme: String, CaseIterable, Hashable, Sendable {
      case dark, light, mono
    }

    package var colours: Colours
    package var theme: Theme
    package var repertoire: Canvas.Repertoire

    /// How many milliseconds Escape waits for what may belong to it; 25 unless `ESCDELAY` is set.
    ///
    /// With 0, an arrow key that arrives in two pieces is not understood.
    package var escapeDelay: Int

    /// Reads what the environment says: `NO_COLOR`, `COLORFGBG`, `ESCDELAY` and the locale.
    ///
    /// The locale counts by its name: one that is not installed here still tells what the terminal
    /// at the other end of a connection shows.
    package init(environment: [String: String]) {
      let isColourRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      colours = isColourRefused ? .never : .automatic
      theme = Options.isLight(environment["COLORFGBG"] ?? "") ? .light : .dark
      escapeDelay = environment["ESCDELAY"].flatMap { Int($0) }.map { min(max(0, $0), 1000) } ?? 25
      let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
      let locale = names.first { !$0.isEmpty }?.lowercased() ?? ""
      repertoire = locale.contains("utf-8") || locale.contains("utf8") ? .unicode : .ascii
    }

    /// Whether a foreground and background such as `0;15` mean a light background.
    private static func isLight(_ colours: String) -> Bool {
      guard let background = colours.split(separator: ";").last.flatMap({ Int($0) }) else {
        return false
      }
      return background == 7 || background > 8
    }
  }
}
