extension BoardCheck {
  /// Two people may each have begun a working card, or agreed a score or given their agency's on one
  /// day; only one of the two can count.
  mutating func checkRivals(among cards: some Sequence<Record<Scorecard>>) {
    var counting: [Place: Record<Scorecard>] = [:]
    let cards = cards.filter { !$0.isDeleted }
    for card in cards {
      if let other = counting[Place(card)], card.isBefore(other) { continue }
      counting[Place(card)] = card
    }
    for card in cards {
      let place = Place(card)
      guard let counts = counting[place]?.id, counts != card.id else { continue }
      report(
        card.recordName, nil, "is a second \(place.words), beside \(counts)",
        remedy:
          "\(place.isOfDay ? "Of that day only" : "Only") \(counts) counts: delete one of them.")
    }
  }

  /// Looks for rivals among some records, which hold all cards of each issue that has one of them.
  mutating func checkRivals(among names: Set<RecordName>) {
    checkRivals(
      among: names.compactMap { name in
        name.kind == .scorecard ? (try? Identifier<Scorecard>(name.id)).flatMap { board[$0] } : nil
      })
  }
}

/// Where a card counts: one working card a place, one agreed card and one of each agency a day.
private struct Place: Hashable {
  let issue: Identifier<Issue>
  let claim: CardClaim

  /// The day of an agreed or an agency's card; `nil` for a working card, and where none is given.
  let day: CalendarDate?

  init(_ card: Record<Scorecard>) {
    issue = card.issue
    claim = CardClaim(card)
    day = card.basis == .working ? nil : card.date
  }

  var isOfDay: Bool { day != nil }

  var words: String {
    let what =
      switch claim.basis {
      case .working: "working card"
      case .agreed: "agreed card"
      case .agency: "card of \(claim.agency?.text ?? "no agency")"
      }
    return "\(what) for the same issue" + (day.map { " on \($0.words)" } ?? "")
  }
}
