import Domain
import TestSupport

/// Boards with plans of any size, of actions that nobody has agreed on: every P of every area has
/// as many as the others, and of twenty actions one is late.
struct PlanBoards {
  /// Whose settings, model and partners they have.
  let shipped: Board

  func board(actions: Int, areas: Int) throws -> Board {
    var board = Board(settings: shipped.settings)
    board.models = shipped.models
    board.partners = shipped.partners
    let ids = try (0..<areas).map { try Identifier<Area>("area-\($0)") }
    for (place, id) in ids.enumerated() {
      let area = Area(number: place + 1, title: "Area \(place + 1)", rank: rank(place))
      board[id] = Record(id: id, header: header, content: area)
    }
    board.actions.reserve(actions)
    let each = actions / areas
    for number in 0..<actions {
      let area = ids[min(number / each, areas - 1)]
      let id = try Identifier<Action>("action-\(number)")
      board[id] = Record(id: id, header: header, content: action(number, in: area))
    }
    return board
  }

  private func action(_ number: Int, in area: Identifier<Area>) -> Action {
    var action = Action(
      area: area, p: P.four[number % P.four.count].id, recommendation: "Visit number \(number)")
    let partners = shipped.partners.all
    let lead = partners[partners.index(partners.startIndex, offsetBy: number % partners.count)].id
    action.lead = lead
    action.owners[lead] = Action.Ownership(agreed: .yes)
    let isLate = number % 20 == 0
    action.milestones["visit"] = Action.Milestone(
      text: "First visit",
      due: CalendarDate(year: isLate ? 2017 : 2019, month: 1 + number % 12, day: 1))
    action.status = shipped.settings.statusLegend.keys.sorted().first
    action.rank = rank(number)
    return action
  }

  /// A rank that stands where its number does.
  private func rank(_ number: Int) -> String {
    let digits = String(number)
    return "1" + String(repeating: "0", count: 7 - digits.count) + digits + "1"
  }

  private var header: Header {
    Header(
      source: "Generated, not a plan", marking: shipped.settings.markings.keys.sorted().first,
      created: Stamp(at: Timestamp(seconds: 1_538_037_720), by: "generator"))
  }
}
