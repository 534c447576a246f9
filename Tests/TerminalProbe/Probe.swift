import Foundation
import Screen
import Terminal
import TestSupport

/// A program that shows a card of everything a terminal can show and writes down what it hears.
///
/// With the arguments `changing` and a seed it shows a canvas that changes at every key instead.
///
/// Keys: `q` quits, `!` breaks a precondition, `^` overflows the stack, `#` writes to standard error,
/// `w` rings the bell from another thread, `e` runs the program in `$PROBE_PROGRAM`, `E` one that does not exist.
@main struct Probe {
  private var log: [String] = []
  private var count = 0
  private let bell = WakeUp()

  static func main() {
    var signals = SignalSource()
    do throws(TerminalError) {
      let options = TerminalScreen.Options(environment: ProcessInfo.processInfo.environment)
      var screen = try TerminalScreen(options: options)
      if let seed = seed() {
        change(ChangingCanvas(size: screen.size, seed: seed), on: &screen)
      } else {
        var probe = Probe()
        probe.run(on: &screen, signals: &signals)
      }
    } catch {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      exit(1)
    }
  }

  private static func seed() -> UInt64? {
    let arguments = CommandLine.arguments
    return arguments.count == 3 && arguments[1] == "changing" ? UInt64(arguments[2]) : nil
  }

  /// Shows a canvas and changes it at each key.
  private static func change(_ changing: ChangingCanvas, on screen: inout TerminalScreen) {
    var changing = changing
    while true {
      screen.show(changing.canvas)
      let ready = Readiness.wait(for: [screen.descriptor])
      if ready.closed.contains(screen.descriptor) { return }
      for event in screen.readEvents() {
        if event == .key("q") { return }
        changing.change()
      }
    }
  }

  private mutating func run(on screen: inout TerminalScreen, signals: inout SignalSource) {
    while true {
      screen.show(card(for: screen))
      let ready = Readiness.wait(for: [screen.descriptor, signals.descriptor, bell.descriptor])
      if ready.closed.contains(screen.descriptor) { return }
      if ready.readable.contains(bell.descriptor) {
        bell.drain()
        note("bell")
      }
      for signal in signals.read() where !handle(signal, screen: &screen) { return }
      for event in screen.readEvents() where !handle(event, screen: &screen) { return }
    }
  }

  /// - Returns: Whether the program goes on.
  private mutating func handle(_ signal: Signal, screen: inout TerminalScreen) -> Bool {
    switch signal {
    case .windowChanged:
      screen.resize()
      note("resized \(screen.size.width)x\(screen.size.height)")
    case .hangUp, .terminate, .interrupt: return false
    case .stop: screen.suspend()
    case .continued: screen.redraw()
    case .child: note("child")
    }
    return true
  }

  /// - Returns: Whether the program goes on.
  private mutating func handle(_ event: InputEvent, screen: inout TerminalScreen) -> Bool {
    switch event {
    case .key(let key): note("key \(key)")
    case .paste(let text):
      note("paste of \(text.count): \(text.prefix(40).replacing("\n", with: "|"))")
    case .focus(let isFocused): note(isFocused ? "focused" : "unfocused")
    case .resized: break
    }
    switch event {
    case .key("q"): return false
    case .key("!"): precondition(log.isEmpty, "the probe was asked to crash")
    case .key("^"): note("\(depth(1))")
    case .key("#"): FileHandle.standardError.write(Data("a stray line\n".utf8))
    case .key("w"): Thread.detachNewThread { [bell] in bell.wake() }
    case .key("e"):
      let program = ProcessInfo.processInfo.environment["PROBE_PROGRAM"] ?? "true"
      lend(&screen, to: ["sh", "-c", program])
    case .key("E"): lend(&screen, to: ["no-such-program"])
    case .key(.control("l")): screen.redraw()
    case .key(.control("z")): screen.suspend()
    default: break
    }
    return true
  }

  private mutating func lend(_ screen: inout TerminalScreen, to program: [String]) {
    do throws(TerminalError) {
      note("ended with \(try screen.run(program))")
    } catch {
      note(error.description)
    }
  }

  private func depth(_ number: Int) -> Int {
    number < 0 ? 0 : depth(number + 1) &+ number &+ log.count
  }

  private mutating func note(_ line: String) {
    count += 1
    log.append("\(count) \(line)")
  }

  private func card(for screen: borrowing TerminalScreen) -> Canvas {
    var canvas = Canvas(size: screen.size, repertoire: screen.repertoire)
    let area = canvas.box(canvas.bounds, title: "probe", note: "漢字 é e\u{301} …")
    canvas.write("\(screen.size.width)x\(screen.size.height)", x: area.x, y: area.y, in: area)
    for (row, role) in Style.Role.allCases.enumerated() {
      let y = area.y + 1 + row
      let end = canvas.write("\(role)", x: area.x, y: y, in: area, style: Style(role))
      canvas.write("+\(role)", x: end + 1, y: y, in: area, style: Style(role).selected)
    }
    let top = area.y + 2 + Style.Role.allCases.count
    let shown = log.suffix(max(1, area.maxY - top))
    for (row, line) in shown.enumerated() {
      canvas.write(line, x: area.x, y: top + row, width: area.width, in: area)
    }
    canvas.cursor = Position(x: area.x, y: min(area.maxY - 1, top + max(0, shown.count - 1)))
    return canvas
  }
}
