extension Board {
  /// The next meeting of the board itself after a day, else the next of any kind.
  ///
  /// - Returns: `nil` when no meeting is planned.
  package func nextMeeting(after today: CalendarDate) -> Record<Meeting>? {
    let coming = meetings.standing.filter { $0.date.lastDayNumber > today.firstDayNumber }
      .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    return coming.first { $0.isOfTheBoard } ?? coming.first
  }
}

extension Meeting {
  /// Whether the meeting has been held, or its day has passed without it.
  package func isOver(on today: CalendarDate) -> Bool {
    date.lastDayNumber < today.firstDayNumber
  }
}

extension Record<Meeting> {
  /// Whether the board meets, by what the meeting is called: `Board`, `SOC Board`.
  fileprivate var isOfTheBoard: Bool {
    content.kind.lowercased().split { !$0.isLetter }.contains("board")
  }
}
