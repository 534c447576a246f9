import CSystem
import Glibc

extension TerminalScreen {
  /// Gives a text to the clipboard of the person's terminal, also at the far end of a connection.
  ///
  /// Nothing acknowledges it. Inside tmux the text goes through tmux, which by default takes no
  /// notice of what a program says about the clipboard; where tmux cannot be asked, and everywhere
  /// else, it goes to the terminal as OSC 52.
  package mutating func copy(_ text: String) {
    let isInTmux = getenv("TMUX").map { $0.pointee != 0 } ?? false
    if isInTmux, isTaken(text, by: ["tmux", "load-buffer", "-w", "-"]) { return }
    modes.write(Array("\u{1B}]52;c;\(Base64.text(of: Array(text.utf8)))\u{07}".utf8))
  }

  /// Whether a program that reads the text ends well.
  private func isTaken(_ text: String, by program: [String]) -> Bool {
    var arguments = program.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    return Array(text.utf8).withUnsafeBytes { bytes in
      arguments.withUnsafeMutableBufferPointer { list in
        list.baseAddress.map { cs_feed($0, bytes.baseAddress, bytes.count) } == 0
      }
    }
  }
}
