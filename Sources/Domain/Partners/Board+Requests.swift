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

  /// What does not fit together in a request, or is overdue.
  ///
  /// They are warnings: a refusal is lawful, and what was done stands as it was done.
  package func warnings(on today: CalendarDate) -> [Request.Warning] {
    var warnings: [Request.Warning] = []
    if let asked = content.asked, let decided = content.decided,
      decided.lastDayNumber < asked.firstDayNumber
    {
      warnings.append(.decidedBefore)
    }
    if [.agreed, .part].contains(content.decision), content.lawfulBasis == nil {
      warnings.append(.noBasis)
    }
    if content.from != nil, content.from == content.to { warnings.append(.ofItself) }
    if content.disposal?.hasPassed(on: today) == true { warnings.append(.disposalPassed) }
    if content.review?.hasPassed(on: today) == true { warnings.append(.reviewPassed) }
    return warnings
  }
}

extension Request {
  /// Something in a request that does not fit together, or is overdue.
  package enum Warning: String, Sendable {
    case decidedBefore = "decided before it was asked"
    case noBasis = "agreed without a lawful basis"
    case ofItself = "asked of the partner that asks"
    case disposalPassed = "disposal passed"
    case reviewPassed = "review passed"

    /// What it is, as part of a sentence.
    package var what: String { rawValue }

    /// The field that it is about.
    package var field: String {
      switch self {
      case .decidedBefore: "decided"
      case .noBasis: "lawfulBasis"
      case .ofItself: "to"
      case .disposalPassed: "disposal"
      case .reviewPassed: "review"
      }
    }

    /// What to do about it, as a sentence.
    package var remedy: String {
      switch self {
      case .decidedBefore: "Correct one of the two days."
      case .noBasis: "Say on which basis, or take the decision back."
      case .ofItself: "Correct one of the two partners."
      case .disposalPassed: "Once it is destroyed take the day away."
      case .reviewPassed: "Look at it again, and set the next day."
      }
    }
  }
}
