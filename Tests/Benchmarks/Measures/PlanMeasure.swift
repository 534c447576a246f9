import Domain
import Screen
import TestSupport
import Workspace

/// From a key in the Plan pane to the picture of the screen, in this process: on a large board held
/// against a small one.
struct PlanMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let boards = PlanBoards(shipped: try Board.shipped())
    let (small, large) = (1_000, workshop.sizes.last ?? 1_000)
    return try lines(
      boards.board(actions: small, areas: small / 12),
      boards.board(actions: large, areas: large / 12))
      + lines(boards.board(actions: small, areas: 8), boards.board(actions: large, areas: 8))
  }

  /// What people do in the plan, in the order in which it is measured.
  private static let deeds: [PlanDeed] = [
    PlanDeed("j l in the grid", after: "2", keys: "jljh"),
    PlanDeed("n in the grid", keys: "n"),
    PlanDeed("] in the plan of an area", after: "\r", keys: "]"),
    PlanDeed("j l in cards", keys: "jlkh"),
    PlanDeed("n in cards", keys: "n"),
    PlanDeed("a status in cards", after: "hhh", keys: "satext\r"),
    PlanDeed("L H of a card", keys: "LH"),
    PlanDeed("u of a moved card, when it is done", before: "L", keys: "u", isUndone: true),
    PlanDeed("the whole action, j there, and back", keys: "\rj\u{1B}"),
    PlanDeed("adding an action", keys: "atext\r", isGrowing: true),
    PlanDeed("removing a card", keys: "d", isGrowing: true),
    PlanDeed("listing all actions", keys: "><", isGrowing: true),
    PlanDeed("j in the list", after: ">Gkkkkkkkkk", keys: "jk"),
    PlanDeed("n in the list", keys: "n"),
    PlanDeed("a status in the list", after: "Gkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", keys: "satext\r"),
    PlanDeed("L H in the list", keys: "LH"),
    PlanDeed("the whole action from the list, J there, and back", keys: "\rJ\u{1B}"),
    PlanDeed("Space in the list", keys: " "),
    PlanDeed("j in the list with marks", keys: "jk"),
    PlanDeed("a status for the marked", keys: "satext\r", isGrowing: true),
    PlanDeed("] with marks in the list", keys: "]["),
    PlanDeed("ordering the list", after: "\u{1B}", keys: "o", isGrowing: true),
    PlanDeed("a letter of a filter", keys: "/9\u{1B}", isGrowing: true),
  ]

  private func lines(_ small: Board, _ large: Board) -> [Line] {
    var (few, many) = (PlanDesk(small), PlanDesk(large))
    let size = "\(large.actions.count) actions in \(large.areas.count) areas"
    let against = "\(small.actions.count) in \(small.areas.count)"
    return PlanMeasure.deeds.map { deed in
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

/// Some keys in the plan, and what comes before them.
private struct PlanDeed {
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
}

/// A workspace with somebody who works on plans, and a disk that takes everything at once.
private struct PlanDesk {
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
    let isSound = !state.problems.contains { $0.file.hasPrefix("actions/") }
    precondition(isSound, "Nothing is wrong with generated actions.")
  }

  mutating func prepare(_ deed: PlanDeed) { press(deed.after) }

  /// Does it once; gives what its keys took, in seconds.
  mutating func perform(_ deed: PlanDeed) -> Double {
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
  private mutating func undoing(_ work: (inout PlanDesk) -> Void) -> UndoneAct {
    let board = state.board
    work(&self)
    guard let act else { preconditionFailure("There is something to undo.") }
    return UndoneAct(
      act: LoggedAct(
        number: 1, stamp: act.stamp,
        edits: act.edits.map {
          LoggedAct.Edit(
            record: $0.record, before: nil, after: PlanDesk.nothing, changes: $0.changes)
        }, previous: nil),
      readings: act.edits.compactMap { edit in
        board.value(of: edit.record).map {
          RecordReading(name: edit.record, outcome: .document($0))
        }
      })
  }
}
