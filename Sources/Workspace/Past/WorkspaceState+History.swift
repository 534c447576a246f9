import Domain
import Screen

extension WorkspaceState {
  /// Opens all that a record says, and asks for what was done to it.
  mutating func read(_ name: RecordName) -> [Effect] {
    guard audience == .board else {
      // The log tells what was withheld, and who wrote.
      overlay = .reader(Reader(title: "\(name)", lines: board.lines(of: name)))
      return []
    }
    let names = [name] + cards(of: name)
    overlay = .reader(
      Reader(title: "\(name)", lines: board.lines(of: name), historyOf: names))
    return [.history(names)]
  }

  /// The scorecards of an issue, whose values are what one means by its history.
  private func cards(of name: RecordName) -> [RecordName] {
    guard let id: Identifier<Issue> = name.identifier() else { return [] }
    guard let assessment, let slot = board.issues.slot(of: id) else {
      return board.scorecards.all.filter { $0.issue == id }.map(\.recordName)
    }
    return assessment.allCards(of: slot).sorted().map { board.scorecards[slot: $0].recordName }
  }

  /// Shows what was done to the records that are being read.
  mutating func show(_ entries: [HistoryEntry], on records: [RecordName]) -> [Effect] {
    guard case .reader(var reader)? = overlay, reader.records == records else { return [] }
    let last = asAt?.lastDayNumber ?? .max
    let lines = entries.filter { $0.day <= last }.flatMap { entry in
      historyLines(entry, isOther: entry.record != records.first)
    }
    let none = TextLine("No log tells of it.", style: .faint)
    reader.show(history: lines.isEmpty ? [none] : lines)
    let own = entries.filter { $0.stamp.by == writer && $0.undoes == nil && !$0.isTakenBack }
    reader.ownAct = whyReadOnly == nil ? own.map(\.number).max() : nil
    overlay = .reader(reader)
    return []
  }

  /// Says in the reader why there is no history.
  mutating func noHistory(_ reason: String) -> [Effect] {
    guard case .reader(var reader)? = overlay else { return [] }
    reader.show(history: [TextLine(reason, style: .alarm)])
    overlay = .reader(reader)
    return []
  }

  private func historyLines(_ entry: HistoryEntry, isOther: Bool) -> [TextLine] {
    let title = isOther ? board.title(of: entry.record).map { " · \($0)" } ?? "" : ""
    let style: Style = entry.isTakenBack ? .faint : .plain
    let heading = entry.heading(minutesAhead: minutesAhead) + title
    return [TextLine(heading, style: entry.isTakenBack ? .faint : .strong)]
      + board.lines(of: entry).map { TextLine("  \($0)", style: style) }
  }
}
