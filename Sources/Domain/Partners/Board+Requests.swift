extension Request.Outcome {
  /// The outcome as a list shows it; what stands in the way of somebody is in capitals.
  package var title: String {
    switch self {
    case .agreed: "agreed"
    case .part: "agreed in part"
    case .refused: "REFUSED"
    case .withdrawn: "withdrawn"
    case .noReply: "NO REPLY"
    }
  }
}

extension Record<Request> {
  /// For how many days an answer has been waited for; `nil` where there is one, or nobody knows
  /// when it was asked.
  package func daysWaiting(on today: CalendarDate) -> Int? {
    guard content.decision == nil, let asked = content.asked else { return nil }
    return max(0, today.firstDayNumber - asked.lastDayNumber)
  }

  /// What does not fit together in a request, or is overdue, as parts of a sentence.
  ///
  /// They are warnings: a refusal is lawful, and what was done stands as it was done.
  package func warnings(on today: CalendarDate) -> [String] {
    var warnings: [String] = []
    if let asked = content.asked, let decided = content.decided,
      decided.lastDayNumber < asked.firstDayNumber
    {
      warnings.append("decided before it was asked")
    }
    if [.agreed, .part].contains(content.decision), content.lawfulBasis == nil {
      warnings.append("agreed without a lawful basis")
    }
    if content.from != nil, content.from == content.to {
      warnings.append("asked of the partner that asks")
    }
    if content.disposal?.hasPassed(on: today) == true { warnings.append("disposal passed") }
    if content.review?.hasPassed(on: today) == true { warnings.append("review passed") }
    return warnings
  }
}
