import CSystem
import Glibc

extension TerminalScreen {
  /// Gives the terminal back and stops, as Ctrl-Z does; returns when the program is continued.
  ///
  /// Where nobody could continue it, it returns at once. The ``size`` may have changed.
  package mutating func suspend() {
    lend { cs_stop_group() }
  }

  /// Lends the terminal to a program such as `$EDITOR` and waits for its end.
  ///
  /// - Parameter program: The name, searched on the `PATH`, and its arguments.
  /// - Returns: The exit status; 128 and the signal's number if a signal ended it.
  /// - Throws: ``TerminalError/cannotRun(program:code:)``. The ``size`` may have changed either way.
  package mutating func run(_ program: [String]) throws(TerminalError) -> Int32 {
    precondition(!program.isEmpty, "a program has a name")
    var arguments = program.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var status: Int32 = 0
    var code: Int32 = 0
    let descriptor = descriptor
    lend {
      arguments.withUnsafeMutableBufferPointer { list in
        if let list = list.baseAddress { code = cs_run(descriptor, list, &status) }
      }
    }
    guard code == 0 else { throw .cannotRun(program: program[0], code: code) }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
