import Domain
import TestSupport
import Testing

/// Whose agency, and which meeting.
struct AgencyTests {
  @Test(arguments: [
    ("anna@desk", "fire"), ("anna", "fire"), ("anna@other.desk", "fire"), ("ben@desk", "police"),
    ("carl@desk", "unit"), ("carl@home", nil), ("carla@desk", nil), ("eve", nil), ("@desk", nil),
    ("", nil),
  ])
  func `the agency of a login is the partner whose role names it`(
    writer: String, agency: Identifier<Partner>?
  ) {
    var board = PlanSketch().board
    let logins: [(Identifier<Partner>, String?)] = [
      ("fire", "anna"), ("unit", "ben"), ("police", "ben"), ("unit", "carl@desk"),
      ("health", "eve"), ("health", nil), ("health", ""),
    ]
    for (partner, login) in logins {
      board.grant(login, to: partner)
    }
    board["health" as Identifier<Partner>]?.header.deleted = Stamp(
      at: Timestamp(seconds: 0), by: "tester")
    #expect(board.agency(ofLogin: writer) == agency)
  }

  @Test(arguments: [
    ("2018-02-13", "board-feb"), ("2018-02-14", "board-may"), ("2018-05-16", "soc-sep"),
    ("2018-09-18", "soc-sep"), ("2018-09-30", "group-oct"), ("2018-10-31", nil),
  ])
  func `the next meeting is the board's, else any`(
    today: String, meeting: Identifier<Meeting>?
  ) throws {
    var board = Board.bare
    let meetings: [(Identifier<Meeting>, String, String)] = [
      ("board-may", "Board", "2018-05-16"), ("board-feb", "board", "2018-02-14"),
      ("group-mar", "Working group", "2018-03-01"), ("soc-sep", "SOC Board", "2018-09"),
      ("group-oct", "Working group", "2018-10"), ("boarding", "Boarding", "2018-02-15"),
    ]
    for (id, kind, date) in meetings {
      let date = try #require(CalendarDate(date))
      board[id] = Record<Meeting>(id: id, content: Meeting(kind: kind, date: date))
    }
    let today = try #require(CalendarDate(today))
    #expect(board.nextMeeting(after: today)?.id == meeting)
  }
}

extension Board {
  /// Gives a role of a partner to a login.
  fileprivate mutating func grant(_ login: String?, to partner: Identifier<Partner>) {
    let count = self[partner]?.roles.count ?? 0
    guard let role = try? Identifier<Partner.Role>("role-\(count)") else { return }
    self[partner]?.roles[role] = Partner.Role(role: "Member", login: login)
  }
}
