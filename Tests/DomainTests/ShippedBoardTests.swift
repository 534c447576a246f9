import Domain
import Foundation
import JSON
import TestSupport
import Testing

/// The board that ships: nothing invented is passed off as fact, and no person is named.
struct ShippedBoardTests {
  static let files =
    (try? House.files(in: "data/city-of-london", ending: ".json").map { file in
      String(file.path.dropFirst(House.root.appending(path: "data/city-of-london").path.count + 1))
    }) ?? []

  let board: Board

  init() throws { board = try Board.shipped() }

  @Test func `there is something of every kind that is published`() {
    #expect(Self.files.count > 80)
    let empty = Kind.allCases.filter { kind in board.names(of: kind).isEmpty }
    #expect(empty == [.agreement, .paper])
  }

  @Test(arguments: files)
  func `a file is written canonically`(path: String) throws {
    let bytes = try bytes(of: path)
    #expect(try Value(parsing: bytes).canonicalBytes == bytes)
  }

  @Test(arguments: files)
  func `a file says nothing that the program does not know`(path: String) throws {
    let name = try name(of: path)
    #expect(name.path == path)
    #expect(try Value(parsing: bytes(of: path)) == board.value(of: name))
  }

  @Test(arguments: files)
  func `a record names its source and is dated by it`(path: String) throws {
    let record = try Value(parsing: bytes(of: path))
    let source = try #require(record["source"]?.stringValue)
    let sources = [
      "Safer City Partnership paper", "Home Office slide deck", "SOC Local Partnerships",
    ]
    #expect(sources.contains { source.hasPrefix($0) }, "\(source)")
    let created = try #require(record["created"]?["at"]?.stringValue.flatMap { Timestamp($0) })
    #expect(created < Timestamp(startOf: try #require(CalendarDate("2018-09-28"))))
    #expect(record["created"]?["by"] == "import")
    #expect(record["updated"] == nil)
  }

  @Test(arguments: files)
  func `a record holds no address or telephone number of a person`(path: String) throws {
    let text = String(decoding: try bytes(of: path), as: UTF8.self)
    for line in text.split(separator: "\n") where looksLikeContact(String(line)) {
      Issue.record("\(path): \(line)")
    }
  }

  @Test(arguments: [
    ("mail somebody@police.example", true), ("ring 020 7601 2222", true),
    ("ring +44 20 7601 2222", true), ("ring 07700900123", true),
    ("\"at\": \"2018-02-21T00:00:00Z\"", false), ("£5,000 seized, 147 firms", false),
    ("17 September 2018, 6/2023/P", false),
  ])
  func `the search for addresses and numbers bites`(line: String, isContact: Bool) {
    #expect(looksLikeContact(line) == isContact)
  }

  @Test func `what illustrates says so, and belongs to no area`() throws {
    let illustrated = board.issues.standing.filter { $0.theme == "illustration" }
    #expect(
      illustrated.map(\.title).sorted() == [
        "Aggravated Burglary", "CSE", "Dwelling Burglary", "Modern Slavery",
      ])
    for issue in illustrated {
      #expect(issue.area == nil)
      #expect(issue.header.notes?.hasPrefix("Illustration") == true)
    }
    let theme = try #require(board.settings.themes["illustration"])
    #expect(theme.title.contains("not the City"))
    let names = Set(illustrated.map(\.id))
    #expect(board.scorecards.count == 9)
    for card in board.scorecards.standing {
      #expect(names.contains(card.issue), "no issue of the City is scored")
      #expect(card.basis == .working)
      #expect(card.header.notes?.hasPrefix("Illustration") == true)
      #expect(card.context == nil || card.values.entries.map(\.criterion) == ["volume"])
    }
  }

  @Test func `the examples of the Home Office are actions of no area`() {
    let examples = board.actions.standing.filter { $0.recommendation.hasPrefix("Home Office") }
    #expect(examples.map(\.p).sorted() == ["prevent", "protect"])
    #expect(examples.allSatisfy { $0.area == nil && $0.header.notes?.contains("not") == true })
  }

  @Test func `the three focus areas are decisions of the working group`() throws {
    for area in board.areas.standing where area.status == .focus {
      let change = try #require(area.statusHistory.values.first { $0.status == .focus })
      let decision = try #require(change.decision.flatMap { board[$0] })
      #expect(decision.date == CalendarDate("2018-07-03"))
      #expect(decision.subject == area.recordName)
      #expect(decision.to == "focus")
      #expect(decision.meeting == "working-group-2018-07-03")
    }
    #expect(board.areas.standing.count { $0.status == .focus } == 3)
  }

  @Test func `the nine who were asked are four agencies and five police units`() throws {
    let round = try #require(board["round-1" as Identifier<Round>])
    let asked = round.invitations.keys
    #expect(asked.count == 9)
    #expect(asked.count { board[$0]?.parent == "police" } == 5)
    #expect(round.questions.count == 4)
    #expect(round.asked == nil, "the day of asking is not published")
  }

  private func bytes(of path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: House.root.appending(path: "data/city-of-london/\(path)")))
  }

  private func name(of path: String) throws -> RecordName {
    try #require(RecordName(String(path.dropLast(".json".count))))
  }

  /// Whether a line has an e-mail address, or as many digits in a row as a telephone number.
  private func looksLikeContact(_ line: String) -> Bool {
    if line.contains("@") { return true }
    // A time or a date is no number to ring.
    let plain = line.replacing(/[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9:]+Z)?)?/, with: "")
    return plain.contains(/\+?[0-9](?:[ ()-]?[0-9]){8,}/)
  }
}
