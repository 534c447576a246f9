import ArgumentParser
import Domain
import JSON
import Screen
import Store

/// Tells who changed what, and when, the latest first.
struct ShowLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Tell who changed what, when, from what to what.",
    discussion: "The latest act comes first; times are those where you are.")

  @Argument(help: "Only this record: its name, the beginning of it, or KIND/NAME.")
  var id: String?

  @Option(help: "Only what this writer did.")
  var by: String?

  @Option(help: ArgumentHelp("Only what was typed on this day or later.", valueName: "date"))
  var since: CalendarDate?

  @OptionGroup var asAt: AsAtOption
  @OptionGroup var audience: AudienceOption
  @OptionGroup var board: BoardOption
  @OptionGroup var output: PrintOption

  func run() throws {
    try audience.refuse("The log is never public: it tells who wrote, and what was withheld.")
    let surroundings = Surroundings.current()
    let folder = try board.folder(nil, surroundings)
    let loaded = try folder.readTelling()
    let (history, problems) = try folder.tellingHistory()
    let record = try id.map { try name($0, on: loaded, of: folder, in: history) }
    let entries = history.entries(on: history.records).filter { entry in
      (record == nil || entry.record == record) && (by == nil || entry.stamp.by == by)
        && (since.map { entry.stamp.at.dayNumber >= $0.firstDayNumber } ?? true)
        && (asAt.date.map { entry.day <= $0.lastDayNumber } ?? true)
    }
    if output.json {
      try Output.print(.array(history.objects(entries)))
    } else if !entries.isEmpty {
      let lines = LogLines(board: loaded.board, surroundings: surroundings)
      try Output.print(entries.flatMap(lines.rows).aligned(numeric: [0]))
    }
    if !problems.isEmpty { throw ExitStatus.problems }
    try loaded.endIfIncomplete()
  }

  /// The record meant; one that the logs know need not be on the board.
  private func name(
    _ text: String, on loaded: LoadedBoard, of folder: BoardFolder, in history: History
  ) throws -> RecordName {
    let records = history.records
    let known = RecordName.all(called: text)
      .filter { records.contains($0) || loaded.board.holds($0) }
    if let name = known.first, known.count == 1 { return name }
    return try loaded.name(matching: text, in: folder, isRemovedFound: true)
  }
}

extension BoardFolder {
  /// What the logs tell; what is wrong with them is told on standard error.
  fileprivate func tellingHistory() throws -> (history: History, problems: [Problem]) {
    do {
      let (history, problems) = try history()
      for problem in problems { Output.tell("\(problem)") }
      return (history, problems)
    } catch {
      throw refusal("\(error)", error.exitStatus)
    }
  }
}

/// The entries of a history as rows for people.
private struct LogLines {
  let board: Board
  let surroundings: Surroundings

  /// How many columns a record's title may take.
  private static let titleWidth = 30

  /// One row for each field that changed; what made, removed or restored a record is one, too.
  func rows(_ entry: HistoryEntry) -> [[String]] {
    let title = board.title(of: entry.record) ?? ""
    let place = [
      "\(entry.number)", time(entry.stamp.at), entry.stamp.by, "\(entry.record)",
      title.cut(to: LogLines.titleWidth),
    ]
    let remarks = remarks(entry).joined(separator: ", ")
    return board.words(for: entry).map { place + [remarks.isEmpty ? $0 : "\($0) (\(remarks))"] }
  }

  private func remarks(_ entry: HistoryEntry) -> [String] {
    let effective = entry.effective.map { "true from \($0.words)" }
    let undoes = entry.undoes.map { "takes back act \($0)" }
    return [effective, undoes, entry.isTakenBack ? "undone since" : nil].compactMap(\.self)
  }

  private func time(_ moment: Timestamp) -> String {
    let local = Timestamp(seconds: moment.seconds + surroundings.minutesAhead(moment) * 60)
    return "\(local.date?.description ?? "?") \(local.clock)"
  }
}

extension History {
  /// An object for each field that some entries of this history changed.
  fileprivate func objects(_ entries: [HistoryEntry]) -> [Value] {
    let changes = Dictionary(
      acts.flatMap { act in act.edits.map { (Place($0.record, act), $0.changes) } },
      uniquingKeysWith: { first, _ in first })
    return entries.flatMap { entry in
      (changes[Place(entry)] ?? []).filter { !["created", "updated"].contains($0.path.first) }
        .map { entry.object($0) }
    }
  }

  /// What one act did to one record.
  private struct Place: Hashable {
    let record: RecordName
    let number: Int
    let writer: String

    init(_ record: RecordName, _ act: LoggedAct) {
      (self.record, number, writer) = (record, act.number, act.stamp.by)
    }

    init(_ entry: HistoryEntry) {
      (record, number, writer) = (entry.record, entry.number, entry.stamp.by)
    }
  }
}

extension HistoryEntry {
  fileprivate func object(_ change: FieldChange) -> Value {
    var object = Object()
    object["act"] = .number(Number(number))
    object["at"] = .string(stamp.at.description)
    object["by"] = .string(stamp.by)
    object["effective"] = effective.map { .string($0.description) }
    object["undoes"] = undoes.map { .number(Number($0)) }
    object["is_taken_back"] = .bool(isTakenBack)
    object["record"] = .string(record.description)
    object["field"] = .string(change.field)
    object["old"] = change.old
    object["new"] = change.new
    return .object(object)
  }
}
