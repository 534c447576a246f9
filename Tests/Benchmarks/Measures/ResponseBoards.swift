import Domain
import TestSupport

/// Boards with as many respondents and earlier rounds as are wanted, and eight areas.
///
/// Of twelve partners ten are agencies without units, and two are units of a further agency; of
/// three respondents two have answered on all areas. Each partner has a role, four actions and a
/// request.
struct ResponseBoards {
  /// Whose settings, model and areas they have; the areas without what was decided on them.
  let shipped: Board

  func board(respondents: Int, earlierRounds: Int) throws -> Board {
    var board = Board(settings: shipped.settings)
    board.models = shipped.models
    for var area in shipped.areas.standing {
      area.statusHistory = [:]
      area.lineage = [:]
      area.lead = nil
      board[area.id] = area
    }
    let partners = try (0..<respondents).map { try addPartner($0, to: &board) }
    board.responses.reserve(partners.count * 8 * (earlierRounds + 1))
    for number in 0...earlierRounds {
      try addRound(number, isLatest: number == earlierRounds, of: partners, to: &board)
    }
    for (number, partner) in partners.enumerated() { try addTies(number, of: partner, to: &board) }
    return board
  }

  /// Adds a partner, and with the first unit of a dozen its agency.
  private func addPartner(_ number: Int, to board: inout Board) throws -> Identifier<Partner> {
    let (dozen, place) = (number / 12, number % 12)
    let agency: Identifier<Partner>? =
      place < 10 ? nil : try Identifier("agency-\(dozen)-with-units")
    if place == 10, let agency {
      board[agency] = Record(
        id: agency, header: header,
        content: Partner(name: "Agency \(digits(dozen)) with units", kind: "agency"))
    }
    let id = try Identifier<Partner>("partner-\(number)")
    let name =
      agency == nil ? "Agency \(digits(dozen)) \(digits(place))" : "Unit \(digits(number))"
    var partner = Partner(name: name, parent: agency, kind: agency == nil ? "agency" : "unit")
    partner.roles["chief"] = Partner.Role(role: "Chief", login: "chief")
    if number % 3 == 0, let area = shipped.orderedAreas.first { partner.impact[area.id] = .init() }
    board[id] = Record(id: id, header: header, content: partner)
    return id
  }

  private func addRound(
    _ number: Int, isLatest: Bool, of partners: [Identifier<Partner>], to board: inout Board
  ) throws {
    let id = try Identifier<Round>("round-\(digits(number))")
    var round = Round(title: "Round \(number)")
    round.questions = shipped.settings.questions
    let year = isLatest ? 2018 : 1900 + number % 100
    round.asked = CalendarDate(year: year, month: 9, day: 1)
    round.due = CalendarDate(year: year, month: 10, day: 1)
    if !isLatest { round.closed = round.due }
    for partner in partners {
      round.invitations[partner] = Round.Invitation(sent: round.asked)
    }
    board[id] = Record(id: id, header: header, content: round)
    for (place, partner) in partners.enumerated() where place % 3 != 2 {
      for area in shipped.orderedAreas {
        let name = try Identifier<Response>("r-\(number)-\(place)-\(area.number ?? 0)")
        var response = Response(round: id, respondent: partner, state: .answered)
        response.area = area.id
        response.text = "We have looked at it. Generated, not an answer."
        response.confidence = "medium"
        board[name] = Record(id: name, header: header, content: response)
      }
    }
  }

  /// Adds the actions and the request of a partner.
  private func addTies(
    _ number: Int, of partner: Identifier<Partner>, to board: inout Board
  ) throws {
    for (place, area) in shipped.orderedAreas.prefix(4).enumerated() {
      let id = try Identifier<Action>("action-\(number)-\(place)")
      var action = Action(
        area: area.id, p: P.four[place].id, recommendation: "Visit number \(number)")
      action.lead = partner
      let isLate = number % 12 == 4
      action.milestones["visit"] = Action.Milestone(
        text: "First visit", due: CalendarDate(year: isLate ? 2017 : 2019, month: 6, day: 1))
      board[id] = Record(id: id, header: header, content: action)
    }
    let id = try Identifier<Request>("request-\(number)")
    var request = Request(about: "Figures number \(number)")
    request.from = partner
    request.asked = CalendarDate(year: 2018, month: 9, day: 1)
    board[id] = Record(id: id, header: header, content: request)
  }

  private func digits(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
  }

  private var header: Header {
    Header(
      source: "Generated, not an answer", marking: shipped.settings.markings.keys.sorted().first,
      created: Stamp(at: Timestamp(seconds: 1_530_000_000), by: "generator"))
  }
}
