import Glibc

/// Why there is no full-screen terminal, or why it could not be lent to a program.
package enum TerminalError: Error, Hashable {
  /// The process has no terminal, or may not use it; `code` is the `errno` of opening `/dev/tty`.
  case noTerminal(code: Int32)
  /// The kind of terminal that `TERM` names cannot place its cursor.
  case cannotPlaceCursor(term: String)
  /// A program that should borrow the terminal did not start; `code` is the `errno`.
  case cannotRun(program: String, code: Int32)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noTerminal:
      """
      There is no terminal to show the board on (/dev/tty cannot be opened). \
      \(TerminalError.alternative)
      """
    case .cannotPlaceCursor(let term):
      """
      A terminal of the kind TERM=\(term) cannot show the board: it cannot place its cursor. \
      Set TERM to what the terminal is, often xterm-256color. \(TerminalError.alternative)
      """
    case .cannotRun(let program, let code):
      """
      The program “\(program)” could not be started: \(String(cString: strerror(code))). \
      Check that it is installed and on the PATH.
      """
    }
  }

  private static let alternative =
    "The commands need none: try “socboard list areas” or “socboard rank”."
}
