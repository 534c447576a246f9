import Domain
import Exchange
import Foundation
import JSON
import TestSupport
import Testing

/// The boards and sheets that the tests of issues share.
enum IssueSheets {
  /// What a sheet would do to a board, and the board itself.
  struct Reading {
    let preview: IssuePreview
    let board: Board

    var row: IssuePreview.Row { get throws { try #require(preview.rows.first) } }

    /// The board after all acts, each edit applied to what the record's file holds.
    func written() throws -> Board {
      var board = board
      for edit in preview.acts(on: self.board, stamp: try PlanBoards.stamp()).joined() {
        let document = try edit.apply(to: board.value(of: edit.record) ?? .object(Object()))
        try board.take(document, as: edit.record)
      }
      return board
    }
  }

  static func read(
    _ text: String, _ board: Board? = nil, _ intake: IssueIntake = IssueIntake()
  ) throws -> Reading {
    try read(Array(text.utf8), board, intake)
  }

  static func read(
    _ bytes: [UInt8], _ board: Board? = nil, _ intake: IssueIntake = IssueIntake()
  ) throws -> Reading {
    let board = try board ?? Board.shipped()
    let table = try CSVTable(parsing: bytes, file: "issues.csv", keepsRagged: true)
    var count = 0
    var sheet = try IssueImport(
      table, into: board, intake, today: PlanBoards.day("2018-09-27"), stamp: PlanBoards.stamp()
    ) {
      count += 1
      return (try? Identifier<Never>("made-\(count)")) ?? "made"
    }
    return Reading(preview: sheet.preview(), board: board)
  }

  /// The criteria of the shipped model as headings, in its order.
  static let criteria =
    "Individual,Community,Public Expectation,Environmental,Financial,Organisational,Org Economic,"
    + "Frequency,Volume,Confidence,Capacity,Capability"
}

extension Board {
  /// Puts the document of a record onto the board.
  fileprivate mutating func take(_ document: Value, as name: RecordName) throws {
    func put<Content: RecordContent>(_ content: Content.Type) throws {
      let id = try Identifier<Content>(name.id)
      self[id] = try Record(id: id, document: document)
    }
    try put(name.kind.content)
  }
}

extension Board {
  /// Where the issue with a title stands in the table.
  func slot(called title: String) throws -> Table<Domain.Issue>.Slot {
    let issue = try #require(issues.standing.first { $0.title == title }, "\(title)")
    return try #require(issues.slot(of: issue.id))
  }
}
