package import Domain

extension Board {
  /// The planned board with invented threats in every stage, golden themes and a cut.
  package static func triage() throws -> Board {
    var board = try planned()
    board.settings.themes["money"] = Theme(title: "Money", rank: "2")
    board.settings.goldenThemes["youth"] = Theme(title: "Youth", rank: "1")
    board.settings.goldenThemes["internet"] = Theme(title: "The World Wide Web", rank: "2")
    if let model = board.settings.model { board.settings.cuts[model] = Cut(top: 2) }
    board["cse" as Identifier<Issue>]?.goldenThemes = ["youth"]
    board["dwelling-burglary" as Identifier<Issue>]?.goldenThemes = ["internet"]
    var meeting = Meeting(kind: "Board", date: try date("2018-11-14"))
    meeting.quorum = 4
    board["board-2018-11-14" as Identifier<Meeting>] = Record(
      id: "board-2018-11-14", header: header, content: meeting)
    for row in triageRows {
      var issue = Issue(title: row.title, stage: row.stage)
      issue.text = row.text
      issue.raised = try date(row.raised)
      issue.sourcePartner = try Identifier<Partner>(row.from)
      issue.watchUntil = try row.until.map(date)
      issue.dismissReason = row.reason
      issue.theme = "money"
      if row.id == "stall" {
        issue.evidence["first"] = Evidence(
          text: "Four receipts", source: "Market office", on: try date("2018-09-01"))
      }
      let id = try Identifier<Issue>(row.id)
      board[id] = Record(id: id, header: header, content: issue)
    }
    return board
  }

  private struct UnusableDate: Error { let text: String }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else { throw UnusableDate(text: text) }
    return date
  }

  private static let header = Header(
    source: "invented for a test", marking: "official",
    created: Stamp(at: Timestamp(seconds: 1_530_000_000), by: "tester"))

  private typealias TriageRow = (
    id: String, title: String, text: String?, stage: Issue.Stage, raised: String, from: String,
    until: String?, reason: String?
  )

  private static let triageRows: [TriageRow] = [
    (
      "stall", "Cryptocurrency sector unregulated, City businesses",
      "A stall beside the market sells coins to passers-by.", .emerging, "2018-09-10", "fire", nil,
      nil
    ),
    (
      "labels", "Fake labels on spirits", nil, .emerging, "2018-08", "trading-standards", nil, nil
    ),
    (
      "couriers", "Robbery of couriers", "Two in a week.", .watched, "2018-05-02",
      "police-acquisitive-crime", "2018-09-01", nil
    ),
    (
      "scooters", "Scooter theft", nil, .watched, "2018-06-11", "police-acquisitive-crime",
      "2018-12-01", nil
    ),
    (
      "posters", "Posters for unlicensed clubs", nil, .dismissed, "2018-04-20", "local-authority",
      nil, "Not organised"
    ),
    ("noise", "Noise at night", nil, .referred, "2018-03-01", "health", nil, nil),
  ]
}
