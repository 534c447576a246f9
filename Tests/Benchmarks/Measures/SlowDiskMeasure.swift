import Foundation
import TestSupport

/// Keys while the disk takes 200 ms for each sync, against the same without waiting.
///
/// Both programs run under `strace`, which delays the one's syncs and only sees the other's.
struct SlowDiskMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let what = "key during a save of 200 ms a sync to painted"
    guard let program = workshop.program else { return [Line(what, notMeasured: "no program")] }
    let slow = try terminal(program, delay: true)
    let quick = try terminal(program, delay: false)
    guard let slow, let quick else { return [Line(what, notMeasured: "strace may not trace here")] }
    var samples = (slow: [Double](), quick: [Double]())
    var script = try KeyScript(model: workshop.model, seed: 5)
    for _ in 0..<8 {
      for key in script.nextIssue() {
        if let time = press(key, slow) { samples.slow.append(time) }
        if let time = press(key, quick) { samples.quick.append(time) }
      }
    }
    let (ours, theirs) = (Samples(samples.slow), Samples(samples.quick))
    let ratio = ours.median / theirs.median
    return [
      Line(
        what: what, figure: "p50 \(time(ours.median)), p99 \(time(ours.percentile(99)))",
        against: "no delay p50 \(time(theirs.median)), p99 \(time(theirs.percentile(99)))",
        ratio: "\(number(ratio))×", aim: "as fast", isMet: ratio < 1.2)
    ]
  }

  /// A program in SCORE; `nil` where it cannot be traced.
  private func terminal(_ program: String, delay: Bool) throws -> PseudoTerminal? {
    let board = workshop.folder.appending(path: delay ? "slow" : "quick")
    try workshop.board(106).write(to: board)
    let trace = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e"]
    let calls = ["trace=fsync,fdatasync"]
    let late = ["-e", "inject=fsync,fdatasync:delay_enter=200000"]
    let terminal = try PseudoTerminal(
      trace + calls + (delay ? late : []) + [program, board.path, "--today", "2018-09-27"],
      home: workshop.folder)
    guard (try? terminal.read(until: PseudoTerminal.endOfFrame)) != nil else { return nil }
    _ = terminal.readRest(quiet: 1_000)
    for key in ["4", "\r"] {
      terminal.send(key)
      _ = terminal.readRest(quiet: 500)
    }
    return terminal
  }

  private func press(_ key: Character, _ terminal: PseudoTerminal) -> Double? {
    let start = ContinuousClock.now
    terminal.send(String(key))
    let painted = try? terminal.read(until: PseudoTerminal.endOfFrame, patience: 100)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    _ = terminal.readRest(quiet: 8)
    return painted == nil ? nil : seconds
  }
}
