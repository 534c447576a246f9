package import Domain
import Glibc

/// What was done on a board since somebody looked at it last.
package struct BoardNews: Sendable {
  /// The acts since then, oldest first; very old ones are left out.
  package let acts: [LoggedAct]

  /// The number of the board's last act, 0 without one.
  package let last: Int
}

extension BoardFolder {
  /// How much of the end of a log is read: some thousand acts.
  private static let reach = 1 << 20

  /// Reads what was done after an act; the ends of the logs suffice, however long they are.
  ///
  /// Damage in a log is not told here: `check` does.
  ///
  /// - Parameter number: The number of the last act that was looked at; `nil` asks for none.
  /// - Returns: The acts since then.
  /// - Throws: ``StoreError`` when the folder cannot be read.
  package func news(after number: Int?) throws(StoreError) -> BoardNews {
    guard let logs = try logNames(in: try open()) else { return BoardNews(acts: [], last: 0) }
    var recent: [LoggedAct] = []
    for name in logs.names {
      recent += LogReader(endOf: name, in: logs.folder, reach: BoardFolder.reach).acts
    }
    let acts = History(recent).acts
    let last = acts.last?.number ?? 0
    return BoardNews(acts: acts.filter { $0.number > number ?? last }, last: last)
  }
}
