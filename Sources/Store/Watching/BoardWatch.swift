/// Notices what others do to the files of a board.
///
/// The system reports it where it can. Where it cannot — reports are few, and of a network's files
/// it knows only its own changes — the files are compared every two seconds. Begin to watch before
/// the board is loaded: then no change is missed in between. What is noticed may turn out to be
/// nothing, or one's own save.
package final class BoardWatch {
  private enum Way {
    case events(BoardEvents)
    case comparing(BoardSnapshot, next: ContinuousClock.Instant)
  }

  /// How long after one comparison the next one is due.
  private static let interval = Duration.seconds(2)

  private let path: String
  private let fileSystem: FileSystem?
  private var way: Way

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - board: The board; it need not be there.
  ///   - fileSystem: What it stands on; `nil` looks. A test may know better.
  ///   - now: The time.
  package init(
    _ board: BoardFolder, on fileSystem: FileSystem? = nil,
    at now: ContinuousClock.Instant = .now
  ) {
    path = board.path
    self.fileSystem = fileSystem
    way = BoardWatch.way(to: path, on: fileSystem, at: now)
  }

  private static func way(
    to path: String, on fileSystem: FileSystem?, at now: ContinuousClock.Instant
  ) -> Way {
    events(of: path, on: fileSystem).map { .events($0) }
      ?? .comparing(BoardSnapshot(of: path), next: now + interval)
  }

  /// The system's reports; `nil` where there are none to be had, or none of all changes.
  private static func events(of path: String, on fileSystem: FileSystem?) -> BoardEvents? {
    guard let fileSystem = fileSystem ?? FileSystem(ofFolder: path), !fileSystem.mayChangeUnreported
    else { return nil }
    return try? BoardEvents(of: path)
  }

  /// What to wait on, perhaps another one after each reading; `nil` while files are compared.
  package var descriptor: Int32? {
    guard case .events(let events) = way else { return nil }
    return events.descriptor
  }

  /// How long until the next comparison; `nil` while the descriptor tells of every change.
  package func timeLeft(at now: ContinuousClock.Instant) -> Duration? {
    guard case .comparing(_, let next) = way else { return nil }
    return max(.zero, next - now)
  }

  /// What has happened since the last reading: when the descriptor says so, or the time has come.
  package func read(at now: ContinuousClock.Instant) -> BoardChanges {
    switch way {
    case .events(let events):
      let changes = events.read()
      if changes.isAnotherFolder { way = BoardWatch.way(to: path, on: fileSystem, at: now) }
      return changes
    case .comparing(let last, _):
      // Before comparing, so that what happens meanwhile is reported.
      let events = BoardWatch.events(of: path, on: fileSystem)
      let snapshot = BoardSnapshot(of: path, after: last)
      way = events.map { .events($0) } ?? .comparing(snapshot, next: now + Self.interval)
      return snapshot.changes(since: last)
    }
  }
}
