import CSystem
import Glibc

/// What the system or the shell tells the program.
package enum Signal: Hashable, Sendable {
  /// The window has another size: ``TerminalScreen/resize()``.
  case windowChanged
  /// The window is gone: end.
  case hangUp
  /// Somebody wants the program to end.
  case terminate, interrupt
  /// Somebody wants the program to stop: ``TerminalScreen/suspend()``.
  case stop
  /// The program was stopped and goes on: ``TerminalScreen/redraw()``.
  case continued
  /// A child of ours ended.
  case child
}

/// The signals of the process as something to wait for, instead of interrupting it anywhere.
///
/// Make it first thing in `main`: threads inherit the blocking of signals, so one that was started
/// earlier would still be interrupted. Children inherit it too; see ``TerminalScreen/run(_:)``.
package struct SignalSource: ~Copyable {
  /// What to wait on.
  package let descriptor: Int32

  package init() {
    descriptor = cs_signals_open()
    precondition(descriptor >= 0, "the system can report signals by descriptor")
  }

  deinit { close(descriptor) }

  /// The signals that came up to now, in order.
  package mutating func read() -> [Signal] {
    var signals: [Signal] = []
    while true {
      switch cs_signals_read(descriptor) {
      case 0: return signals
      case SIGWINCH: signals.append(.windowChanged)
      case SIGHUP: signals.append(.hangUp)
      case SIGTERM: signals.append(.terminate)
      case SIGINT: signals.append(.interrupt)
      case SIGTSTP: signals.append(.stop)
      case SIGCONT: signals.append(.continued)
      default: signals.append(.child)
      }
    }
  }
}
