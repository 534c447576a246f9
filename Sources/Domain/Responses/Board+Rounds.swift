extension Board {
  /// The rounds, the latest first: by the day answers are due, else that of asking, else that on
  /// which the round came to the board.
  package var roundsLatestFirst: [Record<Round>] {
    func day(_ round: Record<Round>) -> Int {
      (round.due ?? round.asked ?? round.header.created?.at.date)?.lastDayNumber ?? .min
    }
    return rounds.standing.sorted { (day($0), $0.id) > (day($1), $1.id) }
  }

  /// The round that is being asked: the latest that is not closed, else the latest.
  package var currentRound: Record<Round>? {
    let rounds = roundsLatestFirst
    return rounds.first { !$0.isClosed } ?? rounds.first
  }
}

extension Record<Round> {
  package var isClosed: Bool { content.closed != nil }

  /// How many days are left until answers are due; negative once the day has passed, `nil` where
  /// no day is set.
  package func daysLeft(on today: CalendarDate) -> Int? {
    content.due.map { $0.lastDayNumber - today.firstDayNumber }
  }

  /// How much time is left, in words: `8 days left`, `due today`, `1 day over`; `nil` where no day
  /// is set.
  package func timeLeft(on today: CalendarDate) -> String? {
    daysLeft(on: today).map { days in
      switch days {
      case 0: "due today"
      case 1: "1 day left"
      case 2...: "\(days) days left"
      case -1: "1 day over"
      default: "\(-days) days over"
      }
    }
  }

  /// Until when it runs, in words: `due 14 Feb 2018, 8 days left`, `closed 1 Mar 2018`.
  package func deadline(on today: CalendarDate) -> String {
    if let closed = content.closed { return "closed \(closed.words)" }
    guard let due = content.due, let time = timeLeft(on: today) else { return "no date" }
    return "due \(due.words), \(time)"
  }

  /// Why it cannot be closed on a day, as a sentence; `nil` when it can.
  package func whyNotClosed(on day: CalendarDate) -> String? {
    if let closed = content.closed {
      return "\(content.title) was closed already, \(closed.words)."
    }
    guard let asked = content.asked, day.lastDayNumber < asked.firstDayNumber else { return nil }
    return "\(content.title) cannot be closed \(day.words), before it was asked, \(asked.words)."
  }

  /// Whether a round can have asked about an area, as far as the records know.
  ///
  /// It cannot when the area came to the board on a later day than the round, and after the day of
  /// asking; an area whose beginning is not known was asked about.
  package func asks(about area: Record<Area>) -> Bool {
    guard let came = area.header.created?.at.date, let began = header.created?.at.date else {
      return true
    }
    let asked = max(began.lastDayNumber, content.asked?.lastDayNumber ?? began.lastDayNumber)
    return came.firstDayNumber <= asked
  }
}
