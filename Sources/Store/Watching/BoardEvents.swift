import Domain
import Glibc

/// What the system reports of the folders of a board.
final class BoardEvents {
  fileprivate enum Place {
    case board, locks
    case kind(Kind)
  }

  private let path: String
  private let events: FolderEvents
  private var places: [CInt: Place] = [:]

  /// What to wait on.
  var descriptor: CInt { events.descriptor }

  /// Begins to watch a board.
  ///
  /// - Throws: The system gives no more reports to this person, or the board is not there.
  init(of path: String) throws(Errno) {
    self.path = path
    events = try FolderEvents()
    places[try events.watch(path, following: true, writing: false)] = .board
    for name in Kind.allCases.compactMap(\.folder) + [BoardLock.folder] {
      do {
        try watch(name)
      } catch {
        // A folder that is missing may come later; one that cannot be watched spoils the whole.
        guard error == ENOENT || error == ENOTDIR || error == ELOOP else { throw error }
      }
    }
  }

  /// Begins to watch one of the board's folders; others than its own are left alone.
  private func watch(_ name: String) throws(Errno) {
    guard let place = Place(name) else { return }
    // What is written into a file that stays open is news of presence, and of nothing else.
    let number = try events.watch(
      "\(path)/\(name)", following: false, writing: place.isOfLocks)
    places[number] = place
  }

  /// What has happened up to now.
  func read() -> BoardChanges {
    var changes = BoardChanges()
    for event in events.read() { take(event, into: &changes) }
    return changes
  }

  private func take(_ event: FolderEvents.Event, into changes: inout BoardChanges) {
    if event.isLoss { changes.addEverything() }
    guard let place = places[event.folder] else { return }
    if event.isEnd || event.isLast {
      end(place, event, &changes)
      return
    }
    switch place {
    case .board:
      if event.isOfFolder {
        if event.isArrival { arrive(event.name, &changes) }
      } else if event.name == RecordName.board.path {
        changes.add(.board)
      }
    case .locks:
      if Presence.isName(event.name) { changes.concernsVisitors = true }
    case .kind(let kind):
      if let record = RecordName(ofFile: event.name, in: kind) { changes.add(record) }
    }
  }

  private func end(
    _ place: Place, _ event: FolderEvents.Event, _ changes: inout BoardChanges
  ) {
    places[event.folder] = nil
    // A folder that was only moved would go on reporting from where it is.
    if !event.isLast { events.forget(event.folder) }
    switch place {
    case .board: changes.addAnotherFolder()
    case .locks: changes.concernsVisitors = true
    case .kind: changes.addEverything()
    }
  }

  /// A folder of the board appeared: what was put into it before it was watched is found by looking.
  private func arrive(_ name: String, _ changes: inout BoardChanges) {
    guard let place = Place(name) else { return }
    do {
      try watch(name)
    } catch {
      // It may have gone again, or be more than we may watch: then the whole is looked at anew.
      if error != ENOENT { changes.addAnotherFolder() }
      return
    }
    switch place {
    case .board: break
    case .locks: changes.concernsVisitors = true
    case .kind(let kind):
      let entries = try? Folder(board: path, disk: Disk()).folder(name).entries()
      for entry in entries ?? [] {
        if let record = RecordName(ofFile: entry.name, in: kind) { changes.add(record) }
      }
    }
  }
}

extension BoardEvents.Place {
  /// What a folder in the board's is for; `nil` where it is not watched.
  fileprivate init?(_ name: String) {
    if name == BoardLock.folder {
      self = .locks
    } else if let kind = Kind(named: name), kind.folder == name {
      self = .kind(kind)
    } else {
      return nil
    }
  }

  fileprivate var isOfLocks: Bool {
    if case .locks = self { true } else { false }
  }
}
