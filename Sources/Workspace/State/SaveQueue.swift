import Domain

/// What is not on disk yet, oldest first, of which one thing at a time is being written.
///
/// What the disk refused stays at the head, and what comes later waits behind it, so that
/// everything reaches the disk in the order in which it was done.
package struct SaveQueue: Equatable, Sendable {
  private enum Item: Equatable {
    case act(Act)
    case undo(Undoing, Stamp, effective: CalendarDate?)

    var effect: Effect {
      switch self {
      case .act(let act): .save(act)
      case .undo(let which, let stamp, let effective): .undo(which, stamp, effective: effective)
      }
    }
  }

  private var items: [Item] = []
  private var isWriting = false

  /// Why the head of the queue could not be written, as a sentence; `nil` while all is well.
  package private(set) var failure: String?

  package var isEmpty: Bool { items.isEmpty }
  package var count: Int { items.count }

  /// What waits, in the order in which it was done: an act, or `nil` where one is to be taken back.
  var waiting: [Act?] {
    items.map { item in
      if case .act(let act) = item { act } else { nil }
    }
  }

  /// What waits to be written to a record, oldest first.
  func edits(of record: RecordName) -> [Edit] {
    waiting.compactMap(\.self).flatMap(\.edits).filter { $0.record == record }
  }

  /// Adds an act and, when nothing is being written, gives the effect that writes the oldest.
  mutating func add(_ act: Act) -> [Effect] {
    items.append(.act(act))
    return next()
  }

  /// Adds that an act is to be taken back, once what was done before is written.
  mutating func add(_ which: Undoing, by stamp: Stamp, effective: CalendarDate?) -> [Effect] {
    items.append(.undo(which, stamp, effective: effective))
    return next()
  }

  /// The effect that writes the oldest, unless one is being written.
  mutating func next() -> [Effect] {
    guard !isWriting, let item = items.first else { return [] }
    isWriting = true
    return [item.effect]
  }

  /// Takes note that the oldest is on disk, and goes on with the next.
  mutating func saved() -> [Effect] {
    isWriting = false
    failure = nil
    if !items.isEmpty { items.removeFirst() }
    return next()
  }

  /// Takes note that the oldest can never be written, drops it, and goes on with the next.
  mutating func dropped() -> [Effect] { saved() }

  /// Takes note that the oldest could not be written; it waits to be tried again.
  mutating func failed(_ sentence: String) {
    isWriting = false
    failure = sentence
  }

  /// Lets what waits begin from the fields as an undo has left them: it was typed before the screen
  /// could show them, and one person makes no conflict.
  mutating func begin(after edits: [Edit]) {
    items = items.map { item in
      guard case .act(let act) = item else { return item }
      let begun = act.edits.map { edit in
        edits.reduce(edit) { $0.record == $1.record ? $0.begun(after: $1) : $0 }
      }
      return .act(
        Act(stamp: act.stamp, effective: act.effective, edits: begun, undoes: act.undoes))
    }
  }
}

extension Edit {
  /// The same edit, begun from what an earlier edit of the record has led to.
  fileprivate func begun(after earlier: Edit) -> Edit {
    let changes = changes.map { change in
      let former = earlier.changes.first { $0.path == change.path }
      return FieldChange(
        path: change.path, old: former.map(\.new) ?? change.old, new: change.new)
    }
    return Edit(record: record, changes: changes, isNew: isNew, seen: seen)
  }
}
