import Domain
import TestSupport
import Testing

/// What each verb makes of a threat.
struct TriageTests {
  let board: Board
  let today: CalendarDate

  init() throws {
    today = try #require(CalendarDate("2018-09-27"))
    board = try .planned()
  }

  private func issue(_ id: Identifier<Domain.Issue>) throws -> Record<Domain.Issue> {
    try #require(board[id])
  }

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func refusal<Result>(_ body: () throws -> Result) -> String {
    do {
      _ = try body()
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `a stage takes along what belongs to it, and nothing of the others`() throws {
    let crypto = try issue("cryptocurrency")
    let watched = try board.watched(crypto, until: date("2018-12-01"), today: today)
    #expect(watched.stage == .watched && watched.watchUntil == CalendarDate("2018-12-01"))
    let dismissed = try board.dismissed(watched, because: "Not in the City")
    #expect(dismissed.stage == .dismissed && dismissed.dismissReason == "Not in the City")
    #expect(dismissed.watchUntil == nil)
    let accepted = try board.accepted(dismissed, into: "financial-crime")
    #expect(accepted.stage == .registered && accepted.area == "financial-crime")
    #expect(accepted.dismissReason == nil)
    #expect(board.referred(accepted).stage == .referred)
    #expect(board.returned(dismissed).stage == .emerging)
    #expect(board.returned(dismissed).dismissReason == nil)
  }

  @Test func `nothing is dismissed without a reason, nor accepted into a closed area`() throws {
    let crypto = try issue("cryptocurrency")
    #expect(refusal { try board.dismissed(crypto, because: " ") }.contains("A reason is needed"))
    var closing = board
    closing["financial-crime" as Identifier<Area>]?.status = .closed
    let closed = closing
    #expect(
      refusal { try closed.accepted(crypto, into: "financial-crime") }
        .contains("is closed: threats go into open areas."))
  }

  @Test(arguments: [
    ("2018-09-28", false), ("2018-09-27", true), ("2018-10", false), ("2018-09", true),
    ("2019", false), ("2017", true),
  ])
  func `what is watched comes back on the first day that its date can mean`(
    until: String, isBack: Bool
  ) throws {
    var crypto = try issue("cryptocurrency")
    crypto.stage = .watched
    crypto.watchUntil = try date(until)
    #expect(crypto.isOpen(on: today) == isBack)
    let refusal = refusal { try board.watched(crypto, until: date(until), today: today) }
    #expect(refusal.isEmpty != isBack)
  }

  @Test func `what is watched without a date stays away`() throws {
    var crypto = try issue("cryptocurrency")
    crypto.stage = .watched
    #expect(!crypto.isOpen(on: today))
  }

  // MARK: Escalation

  private func meeting(_ marking: Identifier<Marking>?) throws -> Record<Meeting> {
    Record(
      id: "next", header: Header(marking: marking),
      content: Meeting(kind: "Board", date: try date("2018-11-14")))
  }

  @Test func `an escalated issue stands last on the agenda, and says where it went`() throws {
    let issues = [try issue("cryptocurrency"), try issue("construction-industry")]
    let done = try board.escalated(
      issues, to: meeting("official"), as: ["item-one", "item-two"])
    #expect(done.issues.map(\.escalatedTo) == ["next", "next"])
    #expect(done.issues.map(\.stage) == [.emerging, .emerging])
    let agenda = done.meeting.agenda.ranked()
    #expect(agenda.map(\.value.record) == issues.map(\.recordName))
    #expect(
      agenda.first?.value.item
        == "Emerging threat: City businesses in the unregulated cryptocurrency sector")
    #expect(
      refusal { try board.escalated(done.issues, to: done.meeting, as: ["item-three"]) }
        .contains("is on the agenda of Board, 14 Nov 2018 already."))
  }

  @Test func `what is dismissed or merged is not escalated`() throws {
    var crypto = try issue("cryptocurrency")
    crypto.stage = .dismissed
    let gone = crypto
    #expect(
      refusal { try board.escalated([gone], to: meeting("official"), as: ["item-one"]) }
        .hasSuffix("is dismissed: s brings it back first."))
  }

  @Test func `many stand on the agenda in their order, behind what has no rank`() throws {
    let first = try issue("cryptocurrency")
    var meeting = try board.escalated([first], to: meeting("official"), as: ["first"]).meeting
    meeting.agenda["first"]?.rank = nil
    let issues = board.issues.standing.filter { $0.stage != .dismissed && $0.id != first.id }
    let names = try issues.indices.map { try Identifier<Meeting.AgendaItem>("item-\($0)") }
    let agenda = try board.escalated(issues, to: meeting, as: names).meeting.agenda.ranked()
    #expect(agenda.map(\.value.record) == ([first] + issues).map(\.recordName))
    #expect(Set(agenda.compactMap(\.value.rank)).count == agenda.count)
  }

  @Test func `an agenda does not name what is handled more strictly than the meeting`() throws {
    var crypto = try issue("cryptocurrency")
    crypto.header.marking = "official-sensitive"
    let done = try board.escalated([crypto], to: meeting("official"), as: ["item-one"])
    #expect(done.meeting.agenda["item-one"]?.item == "Emerging threat")
    #expect(done.meeting.agenda["item-one"]?.record == crypto.recordName)
    let strict = try board.escalated([crypto], to: meeting("official-sensitive"), as: ["item-one"])
    #expect(strict.meeting.agenda["item-one"]?.item.hasSuffix("cryptocurrency sector") == true)
  }
}
