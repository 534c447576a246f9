import ArgumentParser
import Domain
import JSON
import Store

/// A change of one record by a command: the same rules, log and merge as on the screen.
struct RecordChange {
  let folder: BoardFolder
  let board: Board
  let surroundings: Surroundings

  /// When it came true; `nil` today.
  let effective: CalendarDate?

  /// Whether what looks like personal data is kept.
  let personal: PersonalDataOption

  /// Gives the fields their values and saves the record, or ends the command with what is wrong.
  ///
  /// The board was read before the values are: whoever changes it while they are typed in is
  /// merged with, not overwritten.
  func make(in editing: RecordEditing, _ arguments: [FieldArgument]) throws -> SavedChange {
    var editing = editing
    var places: [FieldPlace] = []
    try refusing(editing.name) { problems in
      for argument in arguments {
        problems.collect { () throws(FieldProblem) in
          places.append(try editing.place(of: argument.field))
        }
      }
    }
    let texts = try arguments.map { try $0.text() }
    try refusing(editing.name) { problems in
      for (place, text) in zip(places, texts) {
        problems.collect { () throws(FieldProblem) in try editing.give(text, to: place) }
      }
    }
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    var changed = board
    var edit: Edit?
    try refusing(editing.name) { problems in
      do throws(FieldProblems) {
        edit = try editing.put(on: &changed, stamp: stamp)
      } catch {
        problems = error.all
      }
    }
    // What the program says itself is not asked about, nor what somebody has said before.
    try personal.refuse(edit?.personalData ?? [])
    return try save(edit, of: editing.name, changed, stamp)
  }

  /// Ends the command when something that is done finds problems, once they are all told.
  private func refusing(_ name: RecordName, _ body: (inout [FieldProblem]) -> Void) throws {
    var problems: [FieldProblem] = []
    body(&problems)
    guard !problems.isEmpty else { return }
    for problem in problems { Output.tell("\(name), \(problem)") }
    throw problems.contains(where: \.isOfName) ? ExitStatus.usage : ExitStatus.badData
  }

  private func save(
    _ edit: Edit?, of name: RecordName, _ changed: Board, _ stamp: Stamp
  ) throws -> SavedChange {
    guard let edit else {
      return SavedChange(folder: folder, board: board, name: name, lines: [], conflicts: [])
    }
    let readings: [RecordReading]
    do {
      readings = try folder.save(Act(stamp: stamp, effective: effective, edits: [edit]))
    } catch {
      throw refusal("\(error)", error.exitStatus)
    }
    let known = Set(board.problems)
    for problem in changed.problems where !known.contains(problem) { Output.tell("\(problem)") }
    return SavedChange(
      folder: folder, board: changed, name: name,
      lines: changed.lines(of: edit),
      conflicts: readings.flatMap { $0.conflicts(beside: board) })
  }
}

/// What a command has saved, and what is to be told of it.
struct SavedChange {
  let folder: BoardFolder

  /// The board with the change in it.
  let board: Board
  let name: RecordName

  /// The fields that were changed, each from what to what.
  let lines: [String]

  /// A sentence for every field that somebody else has meanwhile given another value.
  let conflicts: [String]

  /// Prints the record as its file says it, and its name.
  func printRecord() throws {
    try folder.read([name]).first?.identified.map { try Output.print($0) }
  }

  /// Ends the command with the status for conflicts when the save has left some.
  func end() throws {
    for conflict in conflicts { Output.tell(conflict) }
    if !conflicts.isEmpty { throw ExitStatus.conflicts }
  }
}

extension [FieldProblem] {
  /// Does something, and takes what it finds wrong.
  fileprivate mutating func collect(_ body: () throws(FieldProblem) -> Void) {
    do throws(FieldProblem) {
      try body()
    } catch {
      append(error)
    }
  }
}

extension RecordReading {
  /// A sentence for every conflict of the record that a board does not know of.
  func conflicts(beside board: Board) -> [String] {
    guard case .document(let document) = outcome else { return [] }
    let known = board.value(of: name)?["conflicts"]?.arrayValue ?? []
    let found = document["conflicts"]?.arrayValue ?? []
    return found.filter { !known.contains($0) }
      .compactMap { try? $0.decode(FieldConflict.self) }
      .map { conflict in
        let path = conflict.path(in: document)
        let kept = board.words(for: conflict.kept.value, in: path, of: name)
        let other = board.words(for: conflict.other.value, in: path, of: name)
        return "\(name), \(conflict.field): somebody else has changed this, too. \(kept) (by "
          + "\(conflict.kept.by)) stands, \(other) (by \(conflict.other.by)) is kept beside it. "
          + "Open the board and settle it with c."
      }
  }
}

extension RecordReading {
  /// The record as its file says it, with its `id`; `nil` where there is none.
  var identified: Value? {
    guard case .document(.object(var object)) = outcome else { return nil }
    object["id"] = .string(name.id)
    return .object(object)
  }
}

extension Board {
  /// What an edit changes, a line for each field.
  func lines(of edit: Edit) -> [String] {
    let fate: [String] =
      switch RecordFate(of: edit.changes, isNew: edit.isNew) {
      case .added, .changed: []
      case .removed: ["removed"]
      case .restored: ["restored"]
      }
    let lines = fate + edit.changes.besidesStamps.map { difference($0, of: edit.record) }
    return lines.map { "\(edit.record): \($0)" }
  }
}
