import CNcurses
import CSystem
import Glibc
package import Screen

/// The real terminal, in full-screen mode for as long as this value lives.
///
/// It opens `/dev/tty` itself, so standard input and output may be pipes. Only one may live at a
/// time, on the thread that made it. Make a ``SignalSource`` first: without one, the signals that
/// end a program leave the terminal as it is.
package struct TerminalScreen: ~Copyable {
  /// What to wait on for keys; a closed window is seen here too.
  package let descriptor: Int32

  /// Which characters a canvas for this terminal may hold.
  package let repertoire: Canvas.Repertoire

  /// How large the window is, at least one column and one row.
  package private(set) var size = Size(width: 1, height: 1)

  let escapeDelay: Int32
  var decoder: InputDecoder
  let modes: TerminalModes
  private let palette: Palette
  private let file: UnsafeMutablePointer<FILE>
  private let screen: OpaquePointer

  /// What the terminal shows, or nil when that is not known.
  private var shown: Canvas?

  /// Takes the terminal.
  ///
  /// A `TERM` that this machine does not know is taken for `xterm-256color`.
  ///
  /// - Throws: ``TerminalError/noTerminal(code:)`` or ``TerminalError/cannotPlaceCursor(term:)``;
  ///   the terminal is then as it was.
  package init(options: Options) throws(TerminalError) {
    let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0, let file = fdopen(descriptor, "r+") else {
      throw .noTerminal(code: errno)
    }
    var shellMode = termios()
    tcgetattr(descriptor, &shellMode)
    // Curses asks the C library how wide a character is; the locale decides the repertoire only.
    _ = cs_use_utf8()
    let screen = newterm(nil, file, file) ?? newterm("xterm-256color", file, file)
    guard let screen, cn_capability("cup") != nil else {
      if let screen {
        endwin()
        delscreen(screen)
      }
      fclose(file)
      throw .cannotPlaceCursor(term: getenv("TERM").map { String(cString: $0) } ?? "")
    }
    self.descriptor = descriptor
    self.file = file
    self.screen = screen
    repertoire = options.repertoire
    escapeDelay = Int32(clamping: options.escapeDelay)
    palette = Palette(options: options)
    decoder = InputDecoder(described: Key.described())
    modes = TerminalModes(descriptor: descriptor, shell: shellMode)
    modes.enter()
    resize()
  }

  deinit {
    modes.leave()
    delscreen(screen)
    fclose(file)
  }

  /// Draws a canvas: only the cells that differ from what is shown, and the cursor last.
  package mutating func show(_ canvas: Canvas) {
    guard canvas != shown else { return }
    let old = shown?.size == canvas.size ? shown : nil
    if old == nil { werase(cn_stdscr()) }
    let width = canvas.size.width
    for index in canvas.cells.indices {
      let cell = canvas.cells[index]
      if let old, old.cells[index] == cell { continue }
      palette.put(cell, x: index % width, y: index / width)
    }
    putCorner(of: canvas)
    let cursor = canvas.cursor ?? Position(x: size.width - 1, y: size.height - 1)
    let column = min(max(0, cursor.x), size.width - 1)
    let row = min(max(0, cursor.y), size.height - 1)
    wmove(cn_stdscr(), Int32(row), Int32(column))
    shown = canvas
    modes.paint()
  }

  /// Draws the last cell again, if it is one that every terminal can show there.
  ///
  /// Where a terminal wraps after its last cell, curses needs a trick to fill it, and neither a
  /// mark nor a wide glyph beside it survives that.
  private func putCorner(of canvas: Canvas) {
    guard let last = canvas.cells.last, last.glyph != .rightHalf else { return }
    let isBesideWide = canvas.cells.dropLast().last?.glyph == .rightHalf
    let isSafe = !isBesideWide && last.glyph.scalars[1] == 0
    palette.put(isSafe ? last : .blank, x: canvas.size.width - 1, y: canvas.size.height - 1)
  }

  /// Takes the window's size anew, as after ``Signal/windowChanged``; show a canvas afterwards.
  package mutating func resize() {
    size = modes.windowSize()
    resize_term(Int32(size.height), Int32(size.width))
    clearok(cn_curscr(), true)
    shown = nil
  }

  /// Paints everything anew, as after Ctrl-L or ``Signal/continued``: what stands on the terminal,
  /// and the mode it is in, may be somebody else's.
  package mutating func redraw() {
    modes.repaint()
    if modes.windowSize() != size { resize() }
  }

  /// Gives the terminal back while something else uses it, then takes it and paints anew.
  ///
  /// The window may have another ``size`` afterwards.
  mutating func lend(_ use: () -> Void) {
    modes.leave()
    use()
    modes.enter()
    if modes.windowSize() != size { resize() }
  }
}
