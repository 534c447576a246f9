import ArgumentParser
import Domain
import Store

/// Which actions a command is about, by what follows from their owners and dates.
struct ActionConditions: ParsableArguments {
  @Option(help: "Actions that this partner or a unit of it leads or owns, by name or title.")
  var agency: String?

  @Flag(help: "Actions of your own agency: the partner with a role that names your login.")
  var mine = false

  @Option(help: "Actions in the plan of this area, by name or title.")
  var area: String?

  @Option(
    help: ArgumentHelp(
      "Actions with a milestone to be reached before this day, or before the next meeting.",
      valueName: "date|next-meeting"))
  var dueBefore: String?

  @Flag(help: "Actions with a milestone that has passed and is not done.")
  var late = false

  @Flag(help: "Actions that somebody, or the agency, has not agreed to.")
  var notAgreed = false

  @Flag(help: "Actions that nobody leads or owns.")
  var noOwner = false

  @Flag(help: "Actions that nobody leads.")
  var noLead = false

  @Flag(help: "Actions whose date of review has passed.")
  var reviewPassed = false

  func validate() throws {
    if mine, agency != nil { throw ValidationError("Choose one of --mine and --agency.") }
    if noOwner, mine || agency != nil {
      throw ValidationError("An action of an agency has an owner: leave --no-owner out.")
    }
  }

  /// Whether any condition is set.
  var areGiven: Bool {
    agency != nil || area != nil || dueBefore != nil
      || [mine, late, notAgreed, noOwner, noLead, reviewPassed].contains(true)
  }

  /// The conditions as the board understands them; ends the command where it does not.
  func filter(
    on loaded: LoadedBoard, today: CalendarDate, writer: String
  ) throws -> ActionFilter {
    var filter = ActionFilter()
    filter.agency =
      try agency.map { try loaded.identifier(called: $0) }
      ?? (mine ? agency(of: writer, on: loaded.board) : nil)
    filter.area = try area.map { try loaded.identifier(called: $0) }
    filter.dueBefore = try dueBefore.map { try day($0, on: loaded.board, today: today) }
    filter.isLate = late
    filter.isNotAgreed = notAgreed
    filter.hasNoOwner = noOwner
    filter.hasNoLead = noLead
    filter.isReviewPassed = reviewPassed
    return filter
  }

  private func agency(of writer: String, on board: Board) throws -> Identifier<Partner> {
    if let agency = board.agency(ofLogin: writer) { return agency }
    let login = String(writer.prefix { $0 != "@" })
    throw refusal(
      "No partner has a role with the login “\(login)”. Give --agency, or set one: "
        + "“socboard set PARTNER roles.new.role=… roles.new.login=\(login)”.", ExitStatus.usage)
  }

  private func day(
    _ text: String, on board: Board, today: CalendarDate
  ) throws -> CalendarDate {
    if text == "next-meeting" {
      if let meeting = board.nextMeeting(after: today) {
        Output.tell("The next meeting: \(meeting.content.label).")
        return meeting.date
      }
      throw refusal(
        "No meeting is planned after \(today.words). Give a date, or add one: "
          + "“socboard add meeting kind=Board date=…”.", ExitStatus.usage)
    }
    do {
      return try CalendarDate(typed: text, today: today)
    } catch {
      throw refusal("--due-before: \(error)", ExitStatus.usage)
    }
  }
}
