package import Domain
import JSON

/// What a check of a board has found.
package struct CheckedBoard: Sendable {
  /// How many records could be read.
  package let records: Int

  /// Everything that is wrong, sorted.
  package let problems: [Problem]

  /// The conflicts that nobody has settled, as they are listed.
  package let conflicts: [Problem]

  /// The board without what could not be read; `nil` when its settings could not.
  package let board: Board?
}

extension BoardFolder {
  /// Checks the records, their links, the logs, and the records against the logs.
  ///
  /// Nothing is written. While the records are held against the logs nobody saves, so that no act
  /// is seen by half.
  ///
  /// - Throws: ``StoreError`` when the folder cannot be read, is no board, or is of a newer format,
  ///   and when somebody holds the lock for too long.
  package func check() throws(StoreError) -> CheckedBoard {
    let folder = try open()
    let (comparison, loaded) = try SharedLock.hold(of: folder, patience: patience) {
      known throws(StoreError) in
      let comparison = try LogComparison(of: self, in: folder, knowing: known)
      return (comparison, try loadWhereWhole(knownToLogs: comparison.knowsBoard))
    }
    let board = loaded?.board
    // What the logs say of a damaged file tells more than its reading alone.
    let told = Set(comparison.damaged.map(\.path))
    let read = (loaded?.problems ?? []).filter { !told.contains($0.file) }
    return CheckedBoard(
      records: comparison.records,
      problems: Set(
        read + comparison.allProblems + (board?.problems ?? [])
          + (board.map { originalProblems(of: $0, in: folder) } ?? [])
      ).sorted(),
      conflicts: board?.conflictProblems ?? [], board: board)
  }

  /// The board; `nil` when its settings are damaged, or missing though the logs know them.
  private func loadWhereWhole(knownToLogs: Bool) throws(StoreError) -> LoadedBoard? {
    do throws(StoreError) {
      return try load()
    } catch .damaged {
      return nil
    } catch .notABoard(let path) {
      guard knownToLogs else { throw .notABoard(path: path) }
      return nil
    }
  }
}

extension LogComparison {
  /// The records whose files cannot be read.
  fileprivate var damaged: [RecordName] {
    findings.compactMap { finding in
      guard case .damaged = finding.difference else { return nil }
      return finding.record
    }
  }

  /// Whether the logs know the board's own settings, but the file is not as they say.
  fileprivate var knowsBoard: Bool {
    findings.contains { $0.record == .board && $0.trail != nil }
  }
}
