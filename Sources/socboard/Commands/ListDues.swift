import ArgumentParser
import Domain
import JSON
import Store

/// Lists by which day something that is shared is to be reviewed or destroyed.
struct ListDues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List the reviews and disposals of requests and agreements, by day.")

  @Flag(help: "Only what is overdue.")
  var overdue = false

  @OptionGroup var today: TodayOption
  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    let surroundings = Surroundings.current()
    let loaded = try board.load(surroundings, for: audience, asAt: asAt.date)
    let today = today.day(surroundings, asAt: asAt.date)
    let entries = loaded.board.dues.compactMap { due in
      loaded.board.date(of: due).map { Entry(due: due, date: $0, today: today) }
    }.filter { !overdue || $0.isOverdue }
    if output.json {
      try Output.print(.array(entries.map(\.json)))
    } else if !entries.isEmpty {
      try Output.print(
        entries.map { entry in
          entry.cells + ["\(entry.due.record)", loaded.board.title(of: entry.due.record) ?? ""]
        }.aligned())
    } else {
      Output.tell(overdue ? "Nothing is overdue." : "No review and no disposal is due.")
    }
    try loaded.endIfIncomplete()
  }
}

/// A due as it is told on a day.
private struct Entry {
  let due: Due
  let date: CalendarDate
  let today: CalendarDate

  var isOverdue: Bool { date.hasPassed(on: today) }

  var cells: [String] {
    let days = date.lastDayNumber - today.firstDayNumber
    return [
      due.kind.rawValue, date.words, isOverdue ? "\(-days) d OVERDUE" : "in \(days) d",
    ]
  }

  var json: Value {
    [
      "record": .string(due.record.description), "due": .string(due.kind.rawValue),
      "on": .string("\(date)"), "isOverdue": .bool(isOverdue),
    ]
  }
}
