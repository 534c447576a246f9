import CNcurses
import CSystem
import Glibc
import Screen

/// The way into full-screen mode and the way back, with the crash guard between them.
struct TerminalModes {
  let descriptor: Int32
  private let shell: termios

  /// Everything that leaves full-screen mode, for a moment when curses cannot be asked.
  private let crashSequence: [UInt8]

  /// Bracketed paste and focus events.
  private static let begin = Array("\u{1B}[?2004h\u{1B}[?1004h".utf8)
  private static let end = Array("\u{1B}[?2026l\u{1B}[?1004l\u{1B}[?2004l".utf8)

  /// What stands between these is shown at once, by terminals that know them.
  private static let beginUpdate = Array("\u{1B}[?2026h".utf8)
  private static let endUpdate = Array("\u{1B}[?2026l".utf8)

  /// Asks curses how this terminal is left and tells it how keys are to be read; `shell` is the
  /// mode the terminal was found in.
  init(descriptor: Int32, shell: termios) {
    self.descriptor = descriptor
    self.shell = shell
    let leaving = ["sgr0", "rmkx", "cnorm"] + [cn_capability("rmcup") == nil ? "clear" : "rmcup"]
    crashSequence = TerminalModes.end + leaving.flatMap { TerminalModes.capability($0) }
    raw()
    noecho()
    nonl()
    keypad(cn_stdscr(), true)
    leaveok(cn_stdscr(), false)
    idcok(cn_stdscr(), false)  // shifting a line that holds wide glyphs ends differently everywhere
    typeahead(-1)  // a frame is drawn whole, whatever has been typed meanwhile
    def_prog_mode()
  }

  /// Enters full-screen mode and paints what curses holds.
  func enter() {
    var shell = shell
    crashSequence.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      cs_guard_arm(
        descriptor, &shell, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    paint()
    write(TerminalModes.begin)
  }

  /// Leaves the terminal as it was found; what was written to standard error appears.
  func leave() {
    write(TerminalModes.end)
    endwin()
    var shell = shell
    tcsetattr(descriptor, TCSADRAIN, &shell)
    cs_guard_disarm()
  }

  /// Enters anew without leaving first, whatever happened to the terminal meanwhile.
  func repaint() {
    write(TerminalModes.beginUpdate)
    endwin()  // the only way to make curses forget what it believes about the terminal
    paint()
    write(TerminalModes.begin)
  }

  /// Brings the terminal up to what curses holds.
  func paint() {
    write(TerminalModes.beginUpdate)
    wnoutrefresh(cn_stdscr())
    doupdate()
    write(TerminalModes.endUpdate)
  }

  /// How large the window is; where the terminal does not say, what curses assumes.
  func windowSize() -> Size {
    var window = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0
    guard isKnown, window.ws_col > 0, window.ws_row > 0 else {
      return Size(
        width: Int(max(1, getmaxx(cn_stdscr()))), height: Int(max(1, getmaxy(cn_stdscr()))))
    }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  /// Sends bytes to the terminal, beside what curses sends.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, written))
    }
  }

  /// The bytes of a capability, without the pauses (`$<5>`) that hardware once needed.
  private static func capability(_ name: String) -> [UInt8] {
    guard let text = cn_capability(name) else { return [] }
    var bytes: [UInt8] = []
    var isInPause = false
    for byte in String(cString: text).utf8 {
      if byte == UInt8(ascii: "$") { isInPause = true }
      if !isInPause { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isInPause = false }
    }
    return bytes
  }
}
