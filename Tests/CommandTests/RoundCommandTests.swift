import Foundation
import TestSupport
import Testing

struct RoundCommandTests {
  let shell: Shell

  init() throws { shell = try Shell() }

  private func round(_ arguments: String...) throws -> Shell.Answer {
    try shell.run(["round"] + arguments + ["--board", shell.board])
  }

  @Test func `those who have not answered are told as they were on a day`() throws {
    defer { shell.remove() }
    let answer = try round("awaited", "--as-at", "2018-02-06")
    #expect(answer.status == 0)
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "Round 1, due 14 Feb 2018, 8 days left: 2 of 9 have answered.")
    #expect(
      lines.dropFirst().first
        == "Nobody has spoken of Blackmail and kidnap and Fraud and cyber enabled crime.")
    #expect(lines.count == 9)
    #expect(lines.dropFirst(2).allSatisfy { $0.contains("  chase  nothing heard, never reminded") })
  }

  @Test func `a script gets whom to chase as JSON`() throws {
    defer { shell.remove() }
    let answer = try round("awaited", "--as-at", "2018-02-06", "--json")
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]])
    #expect(list.count == 7)
    #expect(list.first?["respondent"] as? String == "community-childrens-services")
    #expect(list.first?["deed"] as? String == "remind")
  }

  @Test func `a round is started, compared, closed and opened again`() throws {
    defer { shell.remove() }
    let start = try round(
      "start", "Round 2", "--due", "2018-10-20", "--today", "2018-09-27", "--question", "And?")
    #expect(start.status == 0)
    #expect(start.output.hasSuffix("Round 2: 5 questions to 9 respondents.\n"))
    let comparison = try round("compare", "round-1")
    #expect(
      comparison.output.hasPrefix("9 answers differ, 0 are the same.\nAnswered Round 1 only:"))
    #expect(try round("close", "Round 2", "--today", "2018-10-21").status == 0)
    let again = try round("close", "Round 2")
    #expect(again.status == 65)
    #expect(again.errors.hasPrefix("Round 2 was closed already, 21 Oct 2018."))
    #expect(try round("reopen", "Round 2").status == 0)
  }

  @Test func `a round is dated as on the screen, and called by the beginning of its title`() throws
  {
    defer { shell.remove() }
    #expect(
      try round("start", "Autumn", "--due", "+2w", "--today", "2018-09-27", "--json").output
        .contains(#""due": "2018-10-11""#))
    let unread = try round("start", "Winter", "--due", "someday", "--today", "2018-09-27")
    #expect(unread.status == 64)
    #expect(unread.errors.hasPrefix("“someday” is not a date"))
    #expect(try round("close", "autu", "--today", "2018-10-21").status == 0)
    let shown = try shell.run(["show", "autumn", "--board", shell.board])
    #expect(shown.output.contains("Autumn"))
  }

  @Test(arguments: [["Round 1"], ["Autumn", "--question", " "], [""]])
  func `a round that cannot be told apart, or asks nothing, is refused`(arguments: [String]) throws
  {
    defer { shell.remove() }
    let answer = try shell.run(["round", "start"] + arguments + ["--board", shell.board])
    #expect(answer.status == 65)
  }

  @Test func `a round is not closed before it was asked, and nobody is chased in a closed one`()
    throws
  {
    defer { shell.remove() }
    #expect(try round("start", "Autumn", "--asked", "27 sep 2018").status == 0)
    let early = try round("close", "Autumn", "--today", "2018-09-26")
    #expect(early.status == 65)
    #expect(
      early.errors == "Autumn cannot be closed 26 Sep 2018, before it was asked, 27 Sep 2018.\n")
    #expect(try round("close", "Autumn", "--today", "2018-10-01").status == 0)
    let lines = try round("awaited", "Autumn").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "Autumn, closed 1 Oct 2018: 0 of 9 have answered.")
  }

  @Test func `dates that contradict each other are refused`() throws {
    defer { shell.remove() }
    let answer = try round("start", "Round 2", "--asked", "2018-06-20", "--due", "2018-05-16")
    #expect(answer.status == 65)
    #expect(
      answer.errors
        == "Answers cannot be due 16 May 2018, before they are asked for, 20 Jun 2018.\n")
    #expect(try round("compare", "round-1", "round-1").status == 64)
  }
}
