import Domain
import Exchange
import Foundation
import TestSupport
import Testing

/// The boards and sheets that the tests of plans share.
enum PlanBoards {
  static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text), "\(text)")
  }

  static func stamp() throws -> Stamp {
    Stamp(at: try #require(Timestamp("2018-09-27T10:42:00Z")), by: "tester@desk")
  }

  static func plan(
    _ board: Board, area: Identifier<Area>? = nil, for audience: Audience = .board
  ) throws -> Plan {
    try #require(Plan(of: board, area: area, for: audience, asAt: day("2018-09-27")))
  }

  static func sheet(_ board: Board) throws -> String {
    String(decoding: PlanSheet(try plan(board)).text, as: UTF8.self)
  }

  /// What the text of a sheet would do to a board.
  static func preview(
    _ text: String, _ board: Board, _ choices: PlanIntake = .init()
  ) throws -> PlanPreview {
    let table = try CSVTable(parsing: Array(text.utf8), file: "plan.csv")
    var count = 0
    var sheet = try PlanImport(
      table, into: board, choices, today: day("2018-09-27"), stamp: stamp()
    ) {
      count += 1
      return (try? Identifier<Never>("made-\(count)")) ?? "made"
    }
    return sheet.preview()
  }

  /// A board with one area, three partners and one full action in it.
  static func small() throws -> Board {
    var board = Board.bare
    board.settings.content.markings = [
      "official": Marking(title: "OFFICIAL", level: 1, isPublic: true),
      "sensitive": Marking(title: "OFFICIAL-SENSITIVE", level: 2, isPublic: false),
    ]
    board.settings.content.statusLegend = [
      "green": ActionStatus(title: "Green", letter: "G", meaning: "On track", rank: "1"),
      "amber": ActionStatus(title: "Amber", letter: "A", meaning: "Issue", rank: "2"),
    ]
    board.settings.header.marking = "official"
    let header = Header(marking: "official")
    board.areas["fraud"] = Record(
      id: "fraud", header: header, content: Area(number: 7, title: "Fraud"))
    for name in ["Fire", "Health", "Police"] {
      let id = try Identifier<Partner>(name.lowercased())
      board.partners[id] = Record(id: id, header: header, content: Partner(name: name))
    }
    var action = Action(area: "fraud", p: "protect", recommendation: "Warn shops")
    action.lead = "police"
    action.owners = [
      "police": Action.Ownership(agreed: .yes, on: try day("2018-05-16")),
      "health": Action.Ownership(agreed: .unknown), "fire": Action.Ownership(agreed: .no),
    ]
    var first = Action.Milestone(
      text: "Leaflet", due: try day("2018-03"), done: try day("2018-03-05"))
    first.rank = "1"
    var second = Action.Milestone(text: "Ten visits", due: try day("2018-08-01"))
    second.rank = "2"
    action.milestones = ["leaflet": first, "visits": second]
    action.status = "green"
    action.statusHistory = [
      "first": Action.StatusChange(
        status: "green", reason: "Printed", at: try day("2018-03-05"), by: "Chair")
    ]
    action.review = try day("2018-12")
    action.rank = "i"
    board.actions["warn-shops"] = Record(id: "warn-shops", header: header, content: action)
    return board
  }

  /// Texts that sheets, pages and calendars must not take for anything but text.
  static let hostile = [
    "=1+1", "@SUM(A1)", "-", "'=1", "a,b;c \"d\"\nsecond\r\nthird", "| a | b |",
    "<script>x</script>",
    "# *b* _c_ `d` [e](http://f) &amp; ![g](h) $i$ ~j~ \\", "\u{1B}]0;x\u{7}", "\u{202E}abc",
    "a\u{0}b\u{9B}",
    "BEGIN:VEVENT\r\nEND:VCALENDAR", String(repeating: "é𝄞", count: 60), "  spaces  ", "\ttab", "’",
    "=\u{301}1",
    "a |\u{301} [\u{301}x](http://y) `\u{301}z` &\u{301} <\u{301}b ;\u{301} ,\u{301} \\\u{301}",
  ]
}

extension Array where Element == UInt8 {
  var text: String { String(decoding: self, as: UTF8.self) }
}
