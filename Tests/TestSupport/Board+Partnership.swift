package import Domain

extension Board {
  /// The planned board with an invented partnership: roles, agreements, requests and days due.
  package static func partnership() throws -> Board {
    var board = try planned()
    func date(_ text: String) -> CalendarDate? { CalendarDate(text) }
    let header = Header(
      source: "invented for a test", marking: "official",
      created: Stamp(at: Timestamp(seconds: 1_530_000_000), by: "tester"))

    board["fire" as Identifier<Partner>]?.roles["liaison"] = Partner.Role(
      role: "Liaison", login: "anna")
    board["fire" as Identifier<Partner>]?.roles["data"] = Partner.Role(role: "Data protection")
    board["fire" as Identifier<Partner>]?.joined = date("2018-02")
    board["social-services" as Identifier<Partner>]?.left = date("2017-03")

    var charter = Agreement(title: "Information sharing charter")
    charter.members = ["fire", "health", "police"]
    charter.signed = date("2017-09-01")
    charter.review = date("2018-09-01")
    board["charter" as Identifier<Agreement>] = Record(
      id: "charter", header: header, content: charter)
    var protocolOfHealth = Agreement(title: "Health protocol")
    protocolOfHealth.review = date("2019-01")
    board["health-protocol" as Identifier<Agreement>] = Record(
      id: "health-protocol", header: header, content: protocolOfHealth)

    var refused = Request(about: "Addresses of raised alarms")
    refused.from = "fire"
    refused.to = "health"
    refused.asked = date("2018-05-01")
    refused.decision = .refused
    refused.decided = date("2018-05-20")
    refused.reason = "Patients can be known from it"
    refused.decidedByRole = "Information governance lead"
    board["alarms" as Identifier<Request>] = Record(id: "alarms", header: header, content: refused)
    var waiting = Request(about: "Premises with money service licences")
    waiting.from = "police"
    waiting.to = "trading-standards"
    waiting.asked = date("2018-09-07")
    board["premises" as Identifier<Request>] = Record(
      id: "premises", header: header, content: waiting)
    var agreed = Request(about: "Ward staffing")
    agreed.from = "police"
    agreed.to = "health"
    agreed.asked = date("2018-06-01")
    agreed.decision = .agreed
    agreed.decided = date("2018-05-01")
    agreed.agreement = "charter"
    agreed.review = date("2018-10-15")
    agreed.disposal = date("2018-09-20")
    board["staffing" as Identifier<Request>] = Record(
      id: "staffing", header: header, content: agreed)
    board["invented-01" as Identifier<Action>]?.blockedBy = ["alarms"]
    return board
  }
}
