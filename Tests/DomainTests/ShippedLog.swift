import Domain
import Foundation
import JSON
import TestSupport

/// The shipped board's log, read and replayed without the store.
struct ShippedLog {
  /// Everything known of a board at one moment.
  typealias State = [RecordName: Value]

  struct Line {
    let number: Int
    let bytes: [UInt8]
    let value: Value
    let effective: CalendarDate
    let edits: [Edit]
  }

  struct Edit {
    let record: RecordName
    let before: String?
    let after: String?
    let changes: [FieldChange]
  }

  struct Malformed: Error {
    let line: Int
  }

  let lines: [Line]

  init() throws {
    let text = try House.text("data/city-of-london/log/import.jsonl")
    lines = try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .enumerated().map { index, line in try Line(number: index + 1, text: String(line)) }
  }

  /// The states after each line, the first one after the first line.
  func states() throws -> [State] {
    var state = State()
    return try lines.map { line in
      try line.replay(on: &state)
      return state
    }
  }

  /// What was known at the end of a day: no line counts before the last day it can mean.
  func state(asAt date: CalendarDate) throws -> State {
    var state = State()
    for line in lines where line.effective.lastDayNumber <= date.lastDayNumber {
      try line.replay(on: &state)
    }
    return state
  }

  func board(asAt date: CalendarDate) throws -> Board { try Board(state(asAt: date)) }
}

extension ShippedLog.Line {
  fileprivate init(number: Int, text: String) throws {
    bytes = [UInt8](text.utf8)
    value = try Value(parsing: bytes)
    self.number = number
    guard let edits = value["edits"]?.arrayValue,
      let date = value["effective"]?.stringValue.flatMap({ CalendarDate($0) })
    else { throw ShippedLog.Malformed(line: number) }
    effective = date
    self.edits = try edits.map { edit in
      guard let name = edit["record"]?.stringValue.flatMap({ RecordName($0) }),
        let changes = edit["changes"]?.arrayValue
      else { throw ShippedLog.Malformed(line: number) }
      return ShippedLog.Edit(
        record: name, before: edit["before"]?.stringValue, after: edit["after"]?.stringValue,
        changes: changes.map { change in
          FieldChange(
            path: change["field"]?.arrayValue?.compactMap(\.stringValue) ?? [],
            old: change["old"], new: change["new"])
        })
    }
  }

  fileprivate func replay(on state: inout ShippedLog.State) throws {
    for edit in edits {
      var document = state[edit.record] ?? [:]
      for change in edit.changes { try change.apply(to: &document) }
      state[edit.record] = document
    }
  }
}

extension Board {
  /// A board of documents; every one must be readable as its kind.
  init(_ state: ShippedLog.State) throws {
    func record<Content: RecordContent>(
      _ name: RecordName, _ document: Value
    ) throws -> Record<Content> {
      let id = try Identifier<Content>(name.id)
      return try Document(parsing: document.canonicalBytes)
        .decode { decoder in try Record(id: id, from: decoder) }
    }
    self.init(settings: try record(.board, state[.board] ?? [:]))
    func add<Content: RecordContent>(
      _ content: Content.Type, _ name: RecordName, _ document: Value
    ) throws {
      let record: Record<Content> = try record(name, document)
      self[record.id] = record
    }
    for (name, document) in state { try add(name.kind.content, name, document) }
  }
}
