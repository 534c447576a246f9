package import Domain

extension Board {
  /// The shipped board with an invented plan: every kind of cell and card once.
  package static func planned() throws -> Board {
    var board = try shipped()
    for (index, row) in plannedRows.enumerated() {
      let id = try Identifier<Action>("invented-\(index + 1 < 10 ? "0" : "")\(index + 1)")
      var action = Action(
        area: try row.area.map { try Identifier<Area>($0) }, p: try Identifier<P>(row.p),
        recommendation: row.text)
      action.rank = "\(index + 10)"
      action.lead = try row.owners.first.map { try Identifier<Partner>($0) }
      for (place, owner) in row.owners.enumerated() {
        action.owners[try Identifier<Partner>(owner)] = Action.Ownership(
          agreed: place == 0 ? .yes : .unknown)
      }
      if let due = row.due {
        var milestone = Action.Milestone(text: "Briefing to the working group", due: try date(due))
        milestone.done = try row.done.map(date)
        action.milestones["briefing"] = milestone
      }
      action.review = try row.review.map(date)
      if let status = row.status {
        action.status = try Identifier<ActionStatus>(status)
        action.statusHistory["first"] = Action.StatusChange(
          status: try Identifier<ActionStatus>(status), reason: "waiting for the council",
          at: try date("2018-09-05"), by: "tester")
      }
      let header = Header(
        source: "invented for a test", marking: "official",
        created: Stamp(at: Timestamp(seconds: 1_530_000_000), by: "tester"))
      board[id] = Record(id: id, header: header, content: action)
    }
    return board
  }

  private struct UnusableDate: Error { let text: String }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else { throw UnusableDate(text: text) }
    return date
  }

  private typealias Row = (
    area: String?, p: String, text: String, owners: [String], due: String?, done: String?,
    review: String?, status: String?
  )

  private static let plannedRows: [Row] = [
    (
      "modern-slavery", "pursue", "Joint visits to construction sites in the eastern wards",
      ["police-modern-slavery", "fire"], "2018-08", nil, "2018-10", "amber"
    ),
    (
      "modern-slavery", "pursue", "Share the labour providers' list with the fire service",
      ["fire"], "2018-07-31", "2018-07-20", "2018-11", "blue"
    ),
    (
      "modern-slavery", "prevent",
      "Agencies highlight those at risk of being drawn into exploitation, and agree who speaks "
        + "to them first and how often",
      ["community-childrens-services", "health", "police-public-protection"], "2018-09-19", nil,
      "2018-09", "red"
    ),
    (
      "child-sexual-exploitation", "protect", "Signs of exploitation in the training of wardens",
      ["health"], "2018-11-14", nil, "2019-02", "green"
    ),
    (
      "child-sexual-exploitation", "protect", "Posters in serviced apartments", [], nil, nil, nil,
      nil
    ),
    (
      "financial-crime", "prevent", "Letters to money service businesses", ["trading-standards"],
      "2018-10-12", nil, "2018-08-15", "amber"
    ),
    (
      "cyber-attack", "prepare", "Exercise an attack on a clearing house",
      ["police-ip-and-fraud", "private-sector"], "2018-12", nil, "2019-01", nil
    ),
  ]
}
