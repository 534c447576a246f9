import Domain
import Screen
import Workspace

/// From a key in SCORE to the picture of the screen, in this process, at every size.
struct KeyMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    var desks = try workshop.sizes.map { try Desk(workshop.board($0), workshop.model) }
    // In turn, so that whatever else the machine does hits all sizes alike.
    for round in 0..<11 {
      for index in desks.indices { desks[index].scoreIssues(9, counts: round > 0) }
    }
    let leaving = desks.indices.map { desks[$0].leaveScoring() }
    let first = Samples(desks[0].seconds).percentile(99)
    return zip(workshop.sizes, desks).map { line($0, Samples($1.seconds), smallest: first) }
      + zip(workshop.sizes, leaving).map { size, seconds in
        Line(what: "leaving SCORE, which sorts, \(size) issues", figure: time(seconds))
      }
  }

  private func line(_ size: Int, _ keys: Samples, smallest: Double) -> Line {
    let slowest = keys.percentile(99)
    let isLargest = size == workshop.sizes.last
    return Line(
      what: "key in SCORE to picture, \(size) issues",
      figure: "p50 \(time(keys.median)), p99 \(time(slowest)), at most \(time(keys.greatest))",
      against: isLargest ? "\(workshop.sizes[0]) issues p99 \(time(smallest))" : "",
      ratio: isLargest ? "\(number(slowest / smallest))×" : "",
      aim: isLargest ? "p99 < 1 ms, ≤ 1.50×" : "p99 < 1 ms",
      isMet: slowest < 0.001 && (!isLargest || slowest / smallest <= 1.5))
  }
}

/// A workspace with somebody who scores, and a disk that takes everything at once.
private struct Desk {
  private var state: WorkspaceState
  private var script: KeyScript

  /// How long each key took.
  private(set) var seconds: [Double] = []

  init(_ board: Board, _ model: Record<ScoringModel>) throws {
    script = try KeyScript(model: model, seed: 1)
    let now = Timestamp(seconds: 1_538_037_720)
    guard let today = now.date else { preconditionFailure("The benchmark has a day.") }
    state = WorkspaceState(
      .init(
        board: board, today: today, writer: "benchmark", now: now, seed: 1,
        size: Size(width: 120, height: 40)))
    _ = state.update(on: .shown)
    for key: Key in ["4", .enter] { press(key) }
    precondition(state.risk.scoring != nil, "The benchmark measures SCORE.")
  }

  mutating func scoreIssues(_ count: Int, counts: Bool) {
    for _ in 0..<count {
      for key in script.nextIssue() {
        let duration = press(.character(key))
        if counts { seconds.append(duration) }
      }
    }
  }

  mutating func leaveScoring() -> Double { press(.enter) }

  /// Presses a key and looks at the screen; what is to be saved is saved outside the measured time.
  @discardableResult
  private mutating func press(_ key: Key) -> Double {
    let start = ContinuousClock.now
    var effects = state.update(on: .input(.key(key)))
    let canvas = state.draw()
    let duration = (ContinuousClock.now - start) / .seconds(1)
    precondition(canvas.size.width == 120, "The screen was drawn.")
    while !effects.isEmpty { effects = state.update(on: .saved) }
    return duration
  }
}
