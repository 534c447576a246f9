/// What becomes of threats: each function gives records as they are to be, and changes nothing.
///
/// Source: `docs/threats.md`, "Triage".
extension Board {
  /// The issue once it is registered, to be ranked, as one of an area; `nil` is none.
  package func accepted(
    _ issue: Record<Issue>, into area: Identifier<Area>?
  ) throws(TriageRefusal) -> Record<Issue> {
    if let area, self[area].map({ $0.isDeleted || $0.status == .closed }) ?? true {
      throw TriageRefusal(
        "\(self[area]?.title ?? area.text) is closed: threats go into open areas.")
    }
    var issue = issue
    issue.content.move(to: .registered)
    issue.area = area
    return issue
  }

  /// The issue once it is watched until a day on which it comes back to the inbox.
  package func watched(
    _ issue: Record<Issue>, until date: CalendarDate, today: CalendarDate
  ) throws(TriageRefusal) -> Record<Issue> {
    guard date.firstDayNumber > today.lastDayNumber else {
      throw TriageRefusal("\(date.words) has come already: it would be back at once.")
    }
    var issue = issue
    issue.content.move(to: .watched)
    issue.watchUntil = date
    return issue
  }

  /// The issue once it is dismissed, which takes a reason.
  package func dismissed(
    _ issue: Record<Issue>, because reason: String
  ) throws(TriageRefusal) -> Record<Issue> {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw TriageRefusal("A reason is needed: it says later why nothing was done.")
    }
    var issue = issue
    issue.content.move(to: .dismissed)
    issue.dismissReason = reason
    return issue
  }

  /// The issue once it is left to the partnership that the board reports to.
  package func referred(_ issue: Record<Issue>) -> Record<Issue> {
    var issue = issue
    issue.content.move(to: .referred)
    return issue
  }

  /// The issue once it is in the inbox again, whatever was decided.
  package func returned(_ issue: Record<Issue>) -> Record<Issue> {
    var issue = issue
    issue.content.move(to: .emerging)
    return issue
  }

  /// The issues and the meeting once they are on its agenda, behind what stands there.
  ///
  /// The agenda names no issue that is handled more strictly than the meeting is: it links to it.
  ///
  /// - Parameters:
  ///   - issues: The issues, in the order in which they are to stand there.
  ///   - meeting: The meeting.
  ///   - names: A name for each entry.
  /// - Returns: The records as they are to be.
  /// - Throws: ``TriageRefusal`` where one of them stands there already, and where nothing is left to be
  ///   said of it.
  package func escalated(
    _ issues: [Record<Issue>], to meeting: Record<Meeting>,
    as names: [Identifier<Meeting.AgendaItem>]
  ) throws(TriageRefusal) -> (issues: [Record<Issue>], meeting: Record<Meeting>) {
    var (issues, meeting) = (issues, meeting)
    let agenda = meeting.agenda.ranked()
    let listed = Set(agenda.compactMap(\.value.record))
    // Only where there is no room behind the last one do the others get other ranks.
    let changes = Rank.changes(moving: agenda.count, in: agenda.map(\.value.rank) + [nil])
    for (place, rank) in changes where place < agenda.count {
      meeting.agenda[agenda[place].key]?.rank = rank
    }
    let first = changes[agenda.count]
    let ranks = [first] + Rank.behind(first, count: issues.count - 1).map(Optional.some)
    for (place, name) in zip(issues.indices, names) {
      let issue = issues[place]
      if let reason = issue.content.whyNotEscalated {
        throw TriageRefusal("“\(issue.title)” \(reason)")
      }
      if listed.contains(issue.recordName) {
        throw TriageRefusal(
          "“\(issue.title)” is on the agenda of \(meeting.content.label) already.")
      }
      let isNamed = header(meeting.header, handledAs: [issue.header]) == meeting.header
      meeting.agenda[name] = Meeting.AgendaItem(
        item: isNamed ? "Emerging threat: \(issue.title)" : "Emerging threat",
        record: issue.recordName, rank: ranks[place])
      issues[place].escalatedTo = meeting.id
    }
    return (issues, meeting)
  }

  /// What a record says about itself once it tells what others say: it is handled as strictly as
  /// each of them.
  func header(_ header: Header, handledAs others: [Header]) -> Header {
    var header = header
    let markings = ([header] + others).map(\.marking)
    header.marking = highest(markings) ?? strictestMarking ?? header.marking
    let paragraphs = Set(([header] + others).compactMap(\.exemptParagraph))
    if !paragraphs.isEmpty {
      header.exemptParagraph = paragraphs.filter { !$0.isEmpty }.sorted().joined(separator: ", ")
    }
    return header
  }

  /// The marking that restricts most; `nil` where the board has none.
  private var strictestMarking: Identifier<Marking>? {
    settings.markings.max { ($0.value.level, $0.key) < ($1.value.level, $1.key) }?.key
  }
}

extension Issue {
  /// Why no meeting has to look at the issue, as the rest of a sentence; `nil` where one may.
  package var whyNotEscalated: String? {
    switch stage {
    case .dismissed, .merged: "is \(stage.rawValue): s brings it back first."
    case .emerging, .watched, .registered, .referred: nil
    }
  }

  /// Takes the issue to another stage, and away what belongs to the one that it leaves.
  package mutating func move(to stage: Stage) {
    self.stage = stage
    if stage != .watched { watchUntil = nil }
    if stage != .dismissed { dismissReason = nil }
    if stage != .merged { mergedInto = nil }
  }
}

extension Record<Issue> {
  /// Whether somebody has to look at the issue: it is new, or the day has come until which it was
  /// watched.
  ///
  /// Of a month or a year it is the first day.
  package func isOpen(on today: CalendarDate) -> Bool {
    switch content.stage {
    case .emerging: !isDeleted
    case .watched:
      !isDeleted && content.watchUntil.map { $0.firstDayNumber <= today.lastDayNumber } ?? false
    case .registered, .referred, .dismissed, .merged: false
    }
  }

  /// Whether the board has said what becomes of the issue.
  package var isDecided: Bool {
    switch content.stage {
    case .emerging, .watched: false
    case .registered, .referred, .dismissed, .merged: !isDeleted
    }
  }
}
