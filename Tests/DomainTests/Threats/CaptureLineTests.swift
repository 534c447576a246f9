import Domain
import TestSupport
import Testing

/// What a captured line says, and what it cannot say.
struct CaptureLineTests {
  let names: CaptureNames
  let today: CalendarDate

  init() throws {
    today = try #require(CalendarDate("2018-09-27"))
    names = CaptureNames(on: try .partnership(), today: today)
  }

  private func line(_ text: String) throws(UnreadableCapture) -> CaptureLine {
    try CaptureLine(text, among: names, today: today)
  }

  private func refusal(of text: String) -> String {
    do throws(UnreadableCapture) {
      _ = try line(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `title, source and marking are read from one line`() throws {
    let line = try line("cryptocurrency sector unregulated @trading-standards !os")
    #expect(line.title == "cryptocurrency sector unregulated")
    #expect(line.source == "trading-standards")
    #expect(line.marking == "official-sensitive")
    #expect(line.area == nil)
    #expect(line.raised == nil)
  }

  @Test(arguments: [
    "Fake labels #modern-slavery @fire 14 feb 2018 !o",
    "Fake labels \t !official   @fire #modern 14/2/2018",
    "Fake labels @fire 14 feb 2018 #1 !O", "Fake labels #ms !o @FIRE 2018-02-14",
  ])
  func `what stands behind the title may come in any order`(text: String) throws {
    let line = try line(text)
    #expect(line.title == "Fake labels")
    #expect(line.source == "fire")
    #expect(line.marking == "official")
    #expect(line.area == "modern-slavery")
    #expect(line.raised == CalendarDate("2018-02-14"))
  }

  @Test(arguments: [
    ("@fire", "fire"), ("@ts", "trading-standards"), ("@trading", "trading-standards"),
    ("@standards", "trading-standards"), ("@ccs", "community-childrens-services"),
    ("@cacs", "community-childrens-services"),
    ("@community-and-childrens-services", "community-childrens-services"), ("@police", "police"),
    ("@city-of-london-police", "police"), ("@clp", "police"),
  ])
  func `a partner is meant by its name, its initials or how a word of it begins`(
    typed: String, partner: String
  ) throws {
    #expect(try line("Theft \(typed)").source?.text == partner)
  }

  @Test(arguments: [
    "Price of 10 ! @ home", "C# in the wild", "Theft fri 14 feb", "Fraud at a #", "A!b @-",
  ])
  func `a prefix without a name belongs to the title`(text: String) throws {
    let line = try line(text)
    #expect(line.title == text)
    #expect(line.source == nil && line.marking == nil && line.area == nil && line.raised == nil)
  }

  @Test(arguments: [
    ("", "The title is missing: it stands before @source, !marking and #area."),
    ("@fire !os", "The title is missing: it stands before @source, !marking and #area."),
    ("Theft @fier", "“@fier” is no partner of this board; the nearest: fire."),
    (
      "Theft !secret",
      "“!secret” is no marking of this board: type one of official, official-sensitive."
    ),
    ("Theft !off", "“!off” can be one of 2: official, official-sensitive."),
    ("Theft @fire @health", "“@health” would be a second partner: one is enough."),
    ("Theft !o !os", "“!os” would be a second marking: one is enough."),
    ("Theft #1 #2", "“#2” would be a second area: one is enough."),
    ("Theft @fire 1 feb 2018 #1 2 feb 2018", "“2 feb 2018” would be a second date"),
    (
      "Theft @trading standards",
      "“standards” is not a date: the title stands first, and @names of several words take dashes."
    ),
    (
      "Theft @trading standards \(String(repeating: "and ", count: 20))",
      "…” is not a date: the title stands first, and @names of several words take dashes."
    ),
    ("Theft @fire 14 febr 2nd", "is not a date: type 14 feb,"),
    ("Theft @fire 31 feb 2018", "31 Feb 2018 does not exist"),
    (
      "Theft @fire 14 feb 2019",
      "14 Feb 2019 is still to come: a threat is captured once it is raised."
    ),
    ("Theft @fire tomorrow", "is still to come"),
  ])
  func `what cannot be read is named, with what is allowed`(text: String, reason: String) {
    #expect(refusal(of: text).contains(reason), "\(refusal(of: text))")
    #expect(refusal(of: text).count < 140, "It has two lines of a small screen.")
  }

  @Test func `a day without a year has been`() throws {
    #expect(try line("Theft @fire 3 jul").raised == CalendarDate("2018-07-03"))
    #expect(try line("Theft @fire 3 dec").raised == CalendarDate("2017-12-03"))
  }

  @Test func `a name that several begin with is not guessed`() {
    let refusal = refusal(of: "Theft #c")
    #expect(refusal == "“#c” can be one of 2: child-sexual-exploitation, cyber-attack.")
  }

  @Test func `who has left is not offered`() throws {
    #expect(refusal(of: "Theft @social-services").contains("is no partner of this board"))
  }

  @Test func `partners of one name are typed by their names on the board`() throws {
    var board = Board.bare
    for id in ["one-fire", "two-fire"] as [Identifier<Partner>] {
      board[id] = Record(id: id, content: Partner(name: "Fire"))
    }
    let names = CaptureNames(on: board, today: today)
    #expect(names.words(meantBy: "fire", behind: .source) == ["one-fire", "two-fire"])
    let line = try CaptureLine("Theft @two-fire", among: names, today: today)
    #expect(line.source == "two-fire")
  }

  @Test func `the line is told back in words, with the marking that it takes`() throws {
    #expect(
      try line("Fake labels @ts #1 feb 2018").words(names)
        == "“Fake labels” · from Trading Standards · OFFICIAL · Modern slavery · raised Feb 2018")
    #expect(
      try CaptureLine("Theft", among: CaptureNames(on: .bare, today: today), today: today)
        .words(CaptureNames(on: .bare, today: today)) == "“Theft” · no marking · raised today")
  }

  @Test func `a threat of an area is marked as the area is while nobody says`() throws {
    var board = try Board.partnership()
    board["modern-slavery" as Identifier<Area>]?.header.marking = "official-sensitive"
    let names = CaptureNames(on: board, today: today)
    #expect(names.usualMarking(in: nil) == "official")
    #expect(names.usualMarking(in: "modern-slavery") == "official-sensitive")
  }
}
