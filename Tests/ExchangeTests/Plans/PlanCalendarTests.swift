import Domain
import Exchange
import TestSupport
import Testing

/// The lines of a calendar as RFC 5545 tells to read them.
private struct CalendarLines {
  /// Name with parameters, and value with its escapes undone.
  let lines: [(name: String, value: String)]

  init(_ bytes: [UInt8]) throws {
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      #expect(line.last == 0x0D, "a line ends in CRLF")
      #expect(line.count <= 76, "75 octets and the CR")
      #expect(String(validating: line, as: UTF8.self) != nil, "no character is cut in two")
      #expect(line.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "no control character")
    }
    let unfolded = bytes.text.replacing("\r\n ", with: "")
    lines = try unfolded.split(separator: "\r\n").map { line in
      let colon = try #require(line.firstIndex(of: ":"), "\(line)")
      return (String(line[..<colon]), CalendarLines.unescaped(line[line.index(after: colon)...]))
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        #expect(character != ";" && character != ",", "is written with a backslash: \(text)")
        result.append(character)
      }
    }
    #expect(!isEscaped)
    return result
  }

  func values(_ name: String) -> [String] { lines.filter { $0.name == name }.map(\.value) }
}

struct PlanCalendarTests {
  private func lines(_ board: Board, for audience: Audience = .board) throws -> CalendarLines {
    let plan = try PlanBoards.plan(board, for: audience)
    return try CalendarLines(
      try #require(PlanCalendar(plan, stamp: PlanBoards.stamp().at)).text)
  }

  @Test func `milestones that are not done and reviews are events of whole days`() throws {
    let calendar = try lines(PlanBoards.small())
    #expect(calendar.values("BEGIN") == ["VCALENDAR", "VEVENT", "VEVENT"])
    #expect(calendar.values("END") == ["VEVENT", "VEVENT", "VCALENDAR"])
    #expect(calendar.values("VERSION") == ["2.0"])
    #expect(calendar.values("SUMMARY") == ["Ten visits", "Review: Warn shops"])
    #expect(calendar.values("DTSTART;VALUE=DATE") == ["20180801", "20181201"])
    #expect(calendar.values("DTEND;VALUE=DATE") == ["20180802", "20190101"])
    #expect(calendar.values("DTSTAMP") == ["20180927T104200Z", "20180927T104200Z"])
    #expect(
      calendar.values("UID")
        == ["milestone-visits.warn-shops@socboard", "review.warn-shops@socboard"])
    #expect(calendar.values("CLASS") == ["PUBLIC", "PUBLIC"])
    #expect(
      calendar.values("DESCRIPTION").first
        == "Warn shops\nFraud, Protect\nLead: Police\nOwners: Fire; Health; Police\nOFFICIAL")
  }

  @Test(arguments: [
    ("2018-02", "20180201", "20180301"), ("2016-02-29", "20160229", "20160301"),
    ("2017", "20170101", "20180101"), ("2018-12-31", "20181231", "20190101"),
    ("9999-12-31", "99991231", "99991231"),
  ])
  func `an event spans all that its date means`(date: String, first: String, end: String) throws {
    var board = try PlanBoards.small()
    board.actions["warn-shops"]?.review = try PlanBoards.day(date)
    let calendar = try lines(board)
    #expect(calendar.values("DTSTART;VALUE=DATE").last == first)
    #expect(calendar.values("DTEND;VALUE=DATE").last == end)
  }

  @Test(arguments: PlanBoards.hostile)
  func `text stays text`(text: String) throws {
    var board = try PlanBoards.small()
    board.actions["warn-shops"]?.milestones["visits"]?.text = text
    board.partners["fire"]?.name = text
    board.settings.content.name = text
    let calendar = try lines(board)
    #expect(calendar.values("BEGIN").count == 3)
    #expect(calendar.lines.count == 5 + 2 * 10 + 1)
  }

  @Test func `long text is folded between characters`() throws {
    var board = try PlanBoards.small()
    let text = String(repeating: "é𝄞x, ", count: 100)
    board.actions["warn-shops"]?.milestones["visits"]?.text = text
    #expect(try lines(board).values("SUMMARY").first == text)
  }

  @Test func `what is not public is confidential`() throws {
    var board = try PlanBoards.small()
    board.actions["warn-shops"]?.header.exemptParagraph = "3"
    #expect(try lines(board).values("CLASS") == ["CONFIDENTIAL", "CONFIDENTIAL"])
    board.actions["warn-shops"]?.header.exemptParagraph = nil
    board.actions["warn-shops"]?.header.marking = nil
    #expect(try lines(board).values("CLASS") == ["CONFIDENTIAL", "CONFIDENTIAL"])
  }

  @Test func `without a date there is no calendar`() throws {
    let plan = try PlanBoards.plan(.bare)
    #expect(PlanCalendar(plan, stamp: try PlanBoards.stamp().at) == nil)
  }
}
