import ArgumentParser
import Domain
import Store

/// Starts and closes rounds of questions, and tells who has not answered.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Start, close and compare rounds of questions.",
    discussion: "Where no round is named, it is the latest that is not closed, else the latest.",
    subcommands: [
      StartRound.self, CloseRound.self, ReopenRound.self, ShowAwaited.self, CompareRounds.self,
    ])
}

extension LoadedBoard {
  /// The round that a person means: by name or title, else the one that is being asked.
  func round(called text: String?) throws -> Record<Round> {
    let id: Identifier<Round>? = try text.map { try identifier(called: $0) }
    guard let round = id.flatMap({ board[$0] }) ?? board.currentRound else {
      throw refusal(
        "The board has no round. “socboard round start” starts one.", ExitStatus.badData)
    }
    return round
  }
}

extension BoardFolder {
  /// Saves a changed record as an act, and tells what became of it.
  func save<Content: RecordContent>(
    _ record: Record<Content>, on loaded: LoadedBoard, effective: CalendarDate?,
    _ surroundings: Surroundings
  ) throws -> SavedChange {
    let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
    var changed = loaded.board
    let edit = changed.put(record, stamp: stamp)
    var conflicts: [String] = []
    if let edit {
      do {
        conflicts = try save(Act(stamp: stamp, effective: effective, edits: [edit]))
          .flatMap { $0.conflicts(beside: loaded.board) }
      } catch {
        throw refusal("\(error)", error.exitStatus)
      }
    }
    return SavedChange(
      folder: self, board: changed, name: record.recordName,
      lines: edit.map { changed.lines(of: $0) } ?? [], conflicts: conflicts)
  }
}

extension SavedChange {
  /// Prints the record or what was changed in it, and ends the command where conflicts are left.
  func tell(as output: PrintOption) throws {
    if output.json {
      try printRecord()
    } else {
      try Output.print(lines.isEmpty ? "\(name) says so already." : lines.joined(separator: "\n"))
    }
    try end()
  }
}
