import Domain
import Screen
import Workspace

/// Some keys in a pane, and what comes before them.
struct PaneDeed {
  let what: String

  /// Keys that are pressed once.
  let after: String

  /// Keys that are pressed each time, and not measured.
  let before: String
  let keys: String

  /// Whether it is the answer to an undo that is measured.
  let isUndone: Bool

  /// Whether the work is that of a list, and may grow with it.
  let isGrowing: Bool

  init(
    _ what: String, after: String = "", before: String = "", keys: String, isUndone: Bool = false,
    isGrowing: Bool = false
  ) {
    self.what = what
    self.after = after
    self.before = before
    self.keys = keys
    self.isUndone = isUndone
    self.isGrowing = isGrowing
  }

  /// Does each of some deeds on a large board and on a small one, in turn.
  static func lines(
    _ deeds: [PaneDeed], on large: Board, called size: String, against small: Board,
    called against: String
  ) -> [Line] {
    var (few, many) = (PaneDesk(small), PaneDesk(large))
    return deeds.map { deed in
      few.prepare(deed)
      many.prepare(deed)
      let comparison = Comparison(
        rounds: deed.isGrowing ? 3 : 21, ours: { many.perform(deed) },
        theirs: { few.perform(deed) })
      let what = "\(deed.what), \(size)"
      guard deed.isGrowing else {
        return Line(what, comparison, against: against, aim: .atMost(1.5))
      }
      return Line(
        what: what, figure: time(comparison.ours.median),
        against: "\(against) \(time(comparison.theirs.median))",
        ratio: Aim.atMost(1).text(comparison))
    }
  }
}

/// A workspace with somebody at it, and a disk that takes everything at once.
private struct PaneDesk {
  private var state: WorkspaceState

  /// The act that was saved last.
  private var act: Act?

  init(_ board: Board) {
    let now = Timestamp(seconds: 1_538_037_720)
    guard let today = now.date else { preconditionFailure("The benchmark has a day.") }
    state = WorkspaceState(
      .init(
        board: board, today: today, writer: "benchmark", now: now, seed: 1,
        size: Size(width: 120, height: 40)))
    _ = state.update(on: .shown)
    let generated = ["actions/", "responses/", "rounds/", "requests/"]
    let isSound = !state.problems.contains { problem in
      generated.contains { problem.file.hasPrefix($0) }
    }
    precondition(isSound, "Nothing is wrong with generated records.")
  }

  mutating func prepare(_ deed: PaneDeed) { press(deed.after) }

  /// Does it once; gives what its keys took, in seconds.
  mutating func perform(_ deed: PaneDeed) -> Double {
    guard deed.isUndone else {
      press(deed.before)
      return press(deed.keys)
    }
    let undone = undoing { $0.press(deed.before) }
    press(deed.keys)
    return take(.undone(undone))
  }

  /// Presses keys and looks at the screen; what is to be saved is saved outside the measured time.
  @discardableResult
  private mutating func press(_ keys: String) -> Double {
    keys.reduce(0) { sum, key in
      let key: Key =
        switch key {
        case "\r": .enter
        case "\u{1B}": .escape
        case "\t": .tab
        default: .character(key)
        }
      return sum + take(.input(.key(key)))
    }
  }

  private mutating func take(_ message: Message) -> Double {
    let start = ContinuousClock.now
    var effects = state.update(on: message)
    let canvas = state.draw()
    let duration = (ContinuousClock.now - start) / .seconds(1)
    precondition(canvas.size.width == 120, "The screen was drawn.")
    while effects.contains(where: { if case .save = $0 { true } else { false } }) {
      for case .save(let act) in effects { self.act = act }
      effects = state.update(on: .saved)
    }
    return duration
  }

  /// A digest that nothing looks at.
  private static let nothing: Digest = {
    guard let digest = Digest(String(repeating: "0", count: 64)) else {
      preconditionFailure("Digests are 64 digits.")
    }
    return digest
  }()

  /// What the disk answers when an act is taken back; the board of before is not kept beside it.
  private mutating func undoing(_ work: (inout PaneDesk) -> Void) -> UndoneAct {
    let board = state.board
    work(&self)
    guard let act else { preconditionFailure("There is something to undo.") }
    return UndoneAct(
      act: LoggedAct(
        number: 1, stamp: act.stamp,
        edits: act.edits.map {
          LoggedAct.Edit(
            record: $0.record, before: nil, after: PaneDesk.nothing, changes: $0.changes)
        }, previous: nil),
      readings: act.edits.compactMap { edit in
        board.value(of: edit.record).map {
          RecordReading(name: edit.record, outcome: .document($0))
        }
      })
  }
}
