package import Domain

/// The dates of a 4P plan as a calendar (RFC 5545): milestones that are not done, and reviews.
///
/// Each is an event of whole days: of one, or of all the month or year that a date means. An event
/// keeps its name, so that a calendar that takes the file again puts the later one in its place.
package struct PlanCalendar {
  private let plan: Plan
  private let stamp: Timestamp
  private let events: [Event]

  /// The calendar of a plan; `nil` when nothing of it has a date: a calendar has an event at least.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - stamp: When the file is made.
  package init?(_ plan: Plan, stamp: Timestamp) {
    self.plan = plan
    self.stamp = stamp
    events = plan.actions.flatMap(PlanCalendar.events)
    if events.isEmpty { return nil }
  }

  /// The file.
  package var text: [UInt8] {
    var text = CalendarText()
    text.write("BEGIN", "VCALENDAR")
    text.write("VERSION", "2.0")
    text.write("PRODID", "-//socboard//4P action plan//EN")
    text.write("X-WR-CALNAME", text: "\(plan.board.settings.name): 4P action plan")
    let marking = plan.marking.map { "\($0), " } ?? ""
    text.write("X-WR-CALDESC", text: "\(marking)as at \(plan.asAt.inFull)")
    for event in events { write(event, to: &text) }
    text.write("END", "VCALENDAR")
    return text.bytes
  }

  /// Something of an action that has a date.
  private struct Event {
    let name: String
    let summary: String
    let date: CalendarDate
    let action: Record<Action>
  }

  private static func events(of action: Record<Action>) -> [Event] {
    let milestones = action.milestones.ranked().compactMap { id, milestone -> Event? in
      guard milestone.done == nil, let due = milestone.due else { return nil }
      return Event(name: "milestone-\(id)", summary: milestone.text, date: due, action: action)
    }
    let review = action.review.map { date in
      Event(name: "review", summary: "Review: \(action.recommendation)", date: date, action: action)
    }
    return milestones + [review].compactMap(\.self)
  }

  private func write(_ event: Event, to text: inout CalendarText) {
    let board = plan.board
    let action = event.action
    text.write("BEGIN", "VEVENT")
    text.write("UID", "\(event.name).\(action.id)@socboard")
    text.write("DTSTAMP", stamp.asUniversalTime)
    text.write("DTSTART;VALUE=DATE", PlanCalendar.day(event.date.firstDayNumber))
    text.write("DTEND;VALUE=DATE", PlanCalendar.day(event.date.lastDayNumber + 1))
    text.write("SUMMARY", text: event.summary)
    text.write("DESCRIPTION", text: board.description(of: action))
    text.write("CLASS", board.isPublic(action.header) ? "PUBLIC" : "CONFIDENTIAL")
    text.write("TRANSP", "TRANSPARENT")
    text.write("END", "VEVENT")
  }

  /// A day as a calendar writes it, `20180214`; the last day that there is stands for later ones.
  private static func day(_ number: Int) -> String {
    let date = CalendarDate(dayNumber: number)?.description ?? "9999-12-31"
    return date.filter { $0 != "-" }
  }
}

extension Board {
  /// What an event says of its action: its place in the plan, who owns it, how it may be handled.
  fileprivate func description(of action: Record<Action>) -> String {
    let area = action.area.flatMap { self[$0]?.title }
    let owners = action.owners.keys.map(name).sorted()
    let marking = action.header.marking.flatMap { settings.markings[$0]?.title }
    return [
      action.recommendation,
      [area, title(of: action.p)].compactMap(\.self).joined(separator: ", "),
      action.lead.map { "Lead: \(name(of: $0))" },
      owners.isEmpty ? nil : "Owners: \(owners.joined(separator: "; "))", marking,
    ].compactMap(\.self).joined(separator: "\n")
  }

  /// Whether the public may see what a record says.
  fileprivate func isPublic(_ header: Header) -> Bool {
    let marking = header.marking.flatMap { settings.markings[$0] }
    return marking?.isPublic == true && header.exemptParagraph == nil
  }
}

extension Timestamp {
  /// The moment as a calendar writes it: `20180206T104200Z`.
  fileprivate var asUniversalTime: String { description.filter { $0 != "-" && $0 != ":" } }
}
