import Foundation

/// Two programs over one board: from a key in the one to the picture in the other.
struct SharingMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let what = "key in one program to painted in another"
    guard let program = workshop.program else { return [Line(what, notMeasured: "no program")] }
    let board = try workshop.boardFolder(1_000).path
    let terminals = try ["anna", "ben"].map { person in
      try PseudoTerminal(
        ["env", "SOCBOARD_USER=\(person)", program, board, "--today", "2018-09-27"],
        home: workshop.folder)
    }
    for terminal in terminals {
      _ = try terminal.read(until: PseudoTerminal.endOfFrame)
      _ = terminal.readRest(quiet: 500)
      terminal.send("4")
      _ = terminal.readRest(quiet: 500)
    }
    terminals[0].send("\r")
    for terminal in terminals { _ = terminal.readRest(quiet: 500) }
    var samples: [Double] = []
    var script = try KeyScript(model: workshop.model, seed: 3)
    let keys = script.nextIssue().prefix { $0 != "j" }
    for round in 0..<30 {
      for key in keys {
        let start = ContinuousClock.now
        terminals[0].send(String(key))
        // A key that gives the value there is already changes nothing elsewhere.
        if (try? terminals[1].read(until: PseudoTerminal.endOfFrame, patience: 200)) != nil,
          round > 0
        {
          samples.append((ContinuousClock.now - start) / .seconds(1))
        }
        for terminal in terminals { _ = terminal.readRest(quiet: 20) }
      }
      for _ in keys.dropFirst() { terminals[0].send("h") }
      script = try KeyScript(model: workshop.model, seed: UInt64(round + 4))
    }
    guard !samples.isEmpty else { throw Failure("nothing was painted in the other program") }
    let times = Samples(samples)
    return [
      Line(
        what: "\(what), \(times.count) keys",
        figure: "p50 \(time(times.median)), p99 \(time(times.percentile(99)))")
    ]
  }
}
