import Foundation
import TestSupport

extension Tmux {
  /// Shows the probe's card, with nothing between it and the window.
  static func probe(
    width: Int = 80, height: Int = 60, environment: [String: String] = [:]
  ) throws -> Tmux {
    let tmux = try Tmux(
      width: width, height: height, command: House.program("terminal-probe"),
      environment: environment)
    try tmux.wait(for: "input +input")
    return tmux
  }

  /// Shows the probe's card, started by a person at a shell; `probe` in the command stands for it.
  static func probeInShell(
    _ command: String = "probe", environment: [String: String] = [:]
  ) throws -> Tmux {
    let tmux = try Tmux(
      height: 40, command: "exec bash --norc --noprofile -i",
      environment: environment)
    try tmux.wait(for: "bash-")
    try tmux.typeLiteral(
      "PS1='ready> '; probe() { \(House.program("terminal-probe")) \"$@\"; }; clear")
    try tmux.type("Enter")
    try tmux.wait(until: "the shell is ready") { $0.hasPrefix("ready>") }
    try tmux.typeLiteral(command)
    try tmux.type("Enter")
    try tmux.wait(for: "input +input")
    return tmux
  }
}
