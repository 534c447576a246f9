extension Board {
  /// What of requests and agreements does not fit together, has passed or is not told.
  ///
  /// A refusal is lawful, and what was done stands as it was done: so nothing is wrong with the
  /// records, and the list forbids nothing.
  package func lapses(today: CalendarDate) -> [Problem] {
    agreements.standing.flatMap { $0.lapses(on: today) }
      + requests.standing.flatMap { $0.lapses(on: today) }
  }
}

extension Record<Agreement> {
  fileprivate func lapses(on today: CalendarDate) -> [Problem] {
    var lapses: [Problem] = []
    if content.members.isEmpty {
      lapses.append(lapse("members", "names nobody", "Say who is in it."))
    }
    if let review = content.review, review.hasPassed(on: today) {
      lapses.append(
        lapse("review", "passed \(review.words)", "Look at it again, and set the next day."))
    }
    return lapses
  }
}

extension Record<Request> {
  fileprivate func lapses(on today: CalendarDate) -> [Problem] {
    warnings(on: today).map { lapse($0.field, $0.what, $0.remedy) } + untold
  }

  /// What was decided without saying when, or why not.
  private var untold: [Problem] {
    guard let decision = content.decision, decision != .noReply else { return [] }
    var untold: [Problem] = []
    let what = "is not told, though it was \(decision.title.lowercased())"
    if content.decided == nil {
      untold.append(lapse("decided", what, "Say on which day, if it is known."))
    }
    if [.refused, .part].contains(decision), content.reason == nil {
      untold.append(lapse("reason", what, "Say why, as it was told."))
    }
    return untold
  }
}

extension Record {
  fileprivate func lapse(_ field: String, _ what: String, _ remedy: String) -> Problem {
    Problem(file: recordName.path, field: field, what: what, remedy: remedy)
  }
}
