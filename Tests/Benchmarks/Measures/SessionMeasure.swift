import Foundation

/// The real program on a terminal: keys, bytes, wake-ups and memory.
struct SessionMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    guard let program = workshop.program else {
      return [Line("the program in a terminal", notMeasured: "no program")]
    }
    let ends = Set([workshop.sizes.first, workshop.sizes.last].compactMap(\.self)).sorted()
    let terminals = try ends.map { size in
      let board = try workshop.boardFolder(size).path
      note("opening the board of \(size) issues")
      return try PseudoTerminal(
        [program, board, "--today", "2018-09-27"], home: workshop.folder)
    }
    let memory = try zip(ends, terminals).map { size, terminal in
      _ = try terminal.read(until: PseudoTerminal.endOfFrame)
      _ = terminal.readRest(quiet: 1_000)
      return try memoryLine(size, of: terminal)
    }
    let keys = try keyLines(ends, terminals)
    let idle = try zip(ends, terminals).map { try idleLine($0, of: $1) }
    return keys + idle + memory
  }

  // MARK: Keys

  private func keyLines(_ sizes: [Int], _ terminals: [PseudoTerminal]) throws -> [Line] {
    for terminal in terminals {
      terminal.send("4")
      _ = terminal.readRest(quiet: 200)
      terminal.send("\r")
      _ = terminal.readRest(quiet: 200)
    }
    let empty = try PseudoTerminal([try workshop.emptyProgram()], home: workshop.folder)
    _ = try empty.read(until: Array("painted".utf8))
    var presses = sizes.map { _ in [Press]() }
    var emptyPresses: [Press] = []
    var script = try KeyScript(model: workshop.model, seed: 2)
    for issue in 0..<21 {
      for key in script.nextIssue() {
        let mark = Array((emptyPresses.count % 2 == 0 ? "x" : "y").utf8)
        emptyPresses.append(try Press(key, empty, until: mark))
        for (index, terminal) in terminals.enumerated() {
          let press = try? Press(key, terminal, until: PseudoTerminal.endOfFrame)
          if let press, issue > 0 { presses[index].append(press) }
        }
      }
    }
    let floor = Samples(emptyPresses.map(\.seconds))
    return zip(sizes, presses).flatMap { keyLines($0, $1, floor: floor) }
  }

  /// One key and what it brought to the terminal.
  private struct Press {
    /// From the key to the mark.
    let seconds: Double

    /// The bytes until the terminal was quiet.
    let bytes: Int

    /// Presses a key and waits for a mark.
    ///
    /// - Throws: ``Failure`` when there was nothing to paint.
    init(_ key: Character, _ terminal: PseudoTerminal, until mark: [UInt8]) throws {
      let start = ContinuousClock.now
      terminal.send(String(key))
      let painted = try terminal.read(until: mark, patience: 100)
      seconds = (ContinuousClock.now - start) / .seconds(1)
      bytes = painted.bytes.count + terminal.readRest(quiet: 8).count
    }
  }

  private func keyLines(_ size: Int, _ presses: [Press], floor: Samples) -> [Line] {
    let times = Samples(presses.map(\.seconds))
    let bytes = Samples(presses.map { Double($0.bytes) })
    return [
      Line(
        what: "key in SCORE to painted, program, \(size) issues",
        figure: "p50 \(time(times.median)), p99 \(time(times.percentile(99)))",
        against: "empty curses program p50 \(time(floor.median)), "
          + "p99 \(time(floor.percentile(99)))",
        ratio: "\(number(times.median / floor.median))×",
        aim: "p99 < 1 ms", isMet: times.percentile(99) < 0.001),
      Line(
        what: "bytes sent for a key in SCORE and its saving, \(size) issues",
        figure: "p50 \(number(bytes.median)), at most \(number(bytes.greatest))"),
    ]
  }

  // MARK: Rest

  private func idleLine(_ size: Int, of terminal: PseudoTerminal) throws -> Line {
    _ = terminal.readRest(quiet: 1_000)
    let before = try ProcessStatus.switches(of: terminal.process)
    usleep(3_000_000)
    let wakeUps = try ProcessStatus.switches(of: terminal.process) - before
    return Line(
      what: "wake-ups in 3 idle seconds, \(size) issues", figure: "\(wakeUps)", aim: "0",
      isMet: wakeUps == 0)
  }

  private func memoryLine(_ size: Int, of terminal: PseudoTerminal) throws -> Line {
    let process = String(terminal.process)
    let resident = try ProcessStatus.memory("VmRSS", of: process)
    let most = try ProcessStatus.memory("VmHWM", of: process)
    return Line(
      what: "memory of the program, \(size) issues",
      figure: "\(megabytes(resident)), at most \(megabytes(most))", aim: "≤ 150 MB",
      isMet: most <= 150_000_000)
  }
}

/// Bytes as a person reads them: millions.
func megabytes(_ bytes: Int) -> String { "\(number(Double(bytes) / 1e6)) MB" }
