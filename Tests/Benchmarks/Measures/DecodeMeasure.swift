import Domain
import Foundation
import JSON

/// Decoding records through Codable: our coder against Foundation's, into the same types.
struct DecodeMeasure {
  let workshop: Workshop

  func lines() throws -> [Line] {
    let board = workshop.board(1_000)
    return [
      try line("issue", board.issues.all, as: PlainIssue.self),
      try line("scorecard", board.scorecards.all, as: PlainScorecard.self),
    ]
  }

  private func line<Content: RecordContent, Plain: Decodable>(
    _ kind: String, _ records: some Collection<Record<Content>>, as plain: Plain.Type
  ) throws -> Line {
    let files = try records.map { ($0.id, try Value(encoding: $0).canonicalBytes) }
    let texts = files.map { Data($0.1) }
    let decoder = JSONDecoder()
    let comparison = try Comparison(rounds: 31) {
      try seconds {
        for (id, bytes) in files {
          let record = try Document(parsing: bytes).decode { try Record(id: id, from: $0) }
          precondition(!record.isDeleted, "No generated record is deleted.")
        }
      } / Double(files.count)
    } theirs: {
      try seconds {
        for text in texts {
          let record = try decoder.decode(plain, from: text)
          precondition(MemoryLayout.size(ofValue: record) > 0, "A record was decoded.")
        }
      } / Double(texts.count)
    }
    let size = files.reduce(0) { $0 + $1.1.count } / files.count
    return Line(
      "decode one \(kind), \(size) bytes", comparison, against: "Foundation", aim: .faster(1.5))
  }
}

/// An issue as Foundation's decoder takes it: what may be absent is optional.
private struct PlainIssue: Decodable {
  let format: Int?
  let source: String?
  let marking: Identifier<Marking>?
  let exemptParagraph: String?
  let notes: String?
  let created: Stamp?
  let updated: Stamp?
  let deleted: Stamp?
  let conflicts: [String]?
  let title: String
  let text: String?
  let theme: Identifier<Theme>?
  let goldenThemes: [Identifier<Theme>]?
  let standsAlone: Bool?
  let area: Identifier<Area>?
  let stage: Issue.Stage
  let sourcePartner: Identifier<Partner>?
  let sourceMeeting: Identifier<Meeting>?
  let sourceResponse: Identifier<Response>?
  let raised: CalendarDate?
  let evidence: [Identifier<Evidence>: Evidence]?
  let dismissReason: String?
  let watchUntil: CalendarDate?
  let mergedInto: Identifier<Issue>?
  let escalatedTo: Identifier<Meeting>?
}

/// A scorecard as Foundation's decoder takes it: exact numbers, which it cannot read, are binary.
private struct PlainScorecard: Decodable {
  struct Scored: Decodable {
    let value: Double
    let reason: String?
  }

  let format: Int?
  let source: String?
  let marking: Identifier<Marking>?
  let exemptParagraph: String?
  let notes: String?
  let created: Stamp?
  let updated: Stamp?
  let deleted: Stamp?
  let conflicts: [String]?
  let issue: Identifier<Issue>
  let model: Identifier<ScoringModel>
  let modelVersion: String
  let basis: Scorecard.Basis
  let agency: Identifier<Partner>?
  let context: Identifier<ScoringContext>?
  let date: CalendarDate?
  let values: [Identifier<Criterion>: Scored]?
  let decision: Identifier<Decision>?
}
