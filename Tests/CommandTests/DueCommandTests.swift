import Domain
import Foundation
import TestSupport
import Testing

/// What is due of requests and agreements, and what a check tells of them.
struct DueCommandTests {
  let shell: Shell

  init() throws {
    shell = try Shell()
    try FileManager.default.removeItem(atPath: shell.board)
    try Board.partnership().write(to: shell.board)
  }

  private func run(_ arguments: String...) throws -> Shell.Answer {
    try shell.run(arguments + ["--board", shell.board, "--today", "2018-09-27"])
  }

  @Test func `reviews and disposals stand by day, overdue ones first`() throws {
    defer { shell.remove() }
    let answer = try run("due")
    #expect(answer.status == 0)
    #expect(
      answer.output == """
        review    1 Sep 2018   26 d OVERDUE  agreements/charter          Information sharing charter
        disposal  20 Sep 2018  7 d OVERDUE   requests/staffing           Ward staffing
        review    15 Oct 2018  in 18 d       requests/staffing           Ward staffing
        review    Jan 2019     in 126 d      agreements/health-protocol  Health protocol

        """)
    let overdue = try run("due", "--overdue", "--json").rows()
    #expect(overdue.map { $0["record"] as? String } == ["agreements/charter", "requests/staffing"])
    #expect(overdue.map { $0["due"] as? String } == ["review", "disposal"])
    #expect(overdue.map { $0["on"] as? String } == ["2018-09-01", "2018-09-20"])
    #expect(overdue.allSatisfy { $0["isOverdue"] as? Bool == true })
  }

  @Test func `the public is told only of what it may see`() throws {
    defer { shell.remove() }
    try shell.write(
      try shell.text(of: "agreements/charter.json").replacing("\"official\"", with: "\"odd\""),
      to: "agreements/charter.json")
    let answer = try run("due", "--overdue", "--public")
    #expect(
      answer.output == "disposal  20 Sep 2018  7 d OVERDUE  requests/staffing  Ward staffing\n")
  }

  @Test func `where nothing is due that is told`() throws {
    defer { shell.remove() }
    let answer = try shell.run(
      "due", "--overdue", "--today", "2018-01-01", "--board", shell.board)
    #expect(answer.status == 0)
    #expect(answer.output.isEmpty)
    #expect(answer.errors == "Nothing is overdue.\n")
  }

  @Test func `a check names file and field of what is not told or has passed`() throws {
    defer { shell.remove() }
    let file = "requests/alarms.json"
    let told = try shell.text(of: file)
    for field in [#""decided": "2018-05-20""#, #""reason": "Patients can be known from it""#] {
      #expect(told.contains(field))
    }
    try shell.write(
      told.replacing(#"  "decided": "2018-05-20","# + "\n", with: "")
        .replacing(#"  "reason": "Patients can be known from it","# + "\n", with: ""), to: file)
    let answer = try run("check", "--shortcomings")
    #expect(answer.status == 0)
    for line in [
      "agreements/charter.json, review: passed 1 Sep 2018. Look at it again, and set the next day.",
      "agreements/health-protocol.json, members: names nobody. Say who is in it.",
      "requests/alarms.json, decided: is not told, though it was refused. Say on which day, if it "
        + "is known.",
      "requests/alarms.json, reason: is not told, though it was refused. Say why, as it was told.",
      "requests/staffing.json, decided: decided before it was asked. Correct one of the two days.",
      "requests/staffing.json, lawfulBasis: agreed without a lawful basis. Say on which basis, or "
        + "take the decision back.",
      "requests/staffing.json, disposal: disposal passed. Once it is destroyed take the day away.",
    ] {
      #expect(answer.output.contains(line + "\n"), "\(line)")
    }
    let rows = try run("check", "--shortcomings", "--json").rows()
    #expect(rows.count { $0["file"] as? String == "requests/alarms.json" } == 2)
  }
}
