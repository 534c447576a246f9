import Domain
import Screen
import Workspace

/// A workspace with a person at it: presses keys, collects effects, looks at the screen.
struct Desk {
  var state: WorkspaceState
  private(set) var effects: [Effect] = []

  /// The records that the others were told of as looked at, apart from the effects.
  private(set) var looks: [RecordName?] = []

  init(
    _ board: Board, width: Int = 120, height: Int = 40, today: String = "2018-09-27",
    minutesAhead: Int = 0, repertoire: Canvas.Repertoire = .unicode, problems: [Problem] = []
  ) {
    guard let today = CalendarDate(today) else {
      preconditionFailure("A test names a day of the calendar.")
    }
    state = WorkspaceState(
      WorkspaceState.Start(
        board: board, problems: problems,
        today: today, isTodayGiven: true, writer: "tester", now: Timestamp(seconds: 1_538_037_720),
        minutesAhead: minutesAhead, seed: 1, size: Size(width: width, height: height),
        repertoire: repertoire))
    send(.shown)
  }

  /// Presses keys one after the other and carries out no effect.
  mutating func press(_ keys: Key...) {
    for key in keys { send(.input(.key(key))) }
  }

  /// Types a text as single keys.
  mutating func type(_ text: String) {
    for character in text { send(.input(.key(.character(character)))) }
  }

  mutating func send(_ message: Message) {
    for effect in state.update(on: message) {
      if case .look(let record) = effect { looks.append(record) } else { effects.append(effect) }
    }
  }

  /// The effects since this was last asked.
  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  var screen: Canvas { state.draw() }

  /// The rows of the screen without the spaces at their ends.
  var rows: [String] {
    screen.picture.map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return row
    }
  }

  /// Whether some row of the screen holds a text.
  func shows(_ text: String) -> Bool { rows.contains { $0.contains(text) } }
}
