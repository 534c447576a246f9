import Domain

/// The acts that are not on disk yet, oldest first, of which one at a time is being written.
///
/// An act that the disk refused stays at the head, and what comes later waits behind it, so that
/// edits reach the disk in the order in which they were made.
package struct SaveQueue: Equatable, Sendable {
  private var acts: [Act] = []
  private var isWriting = false

  /// Why the head of the queue could not be written, as a sentence; `nil` while all is well.
  package private(set) var failure: String?

  package var isEmpty: Bool { acts.isEmpty }

  /// The acts in the order in which they were made.
  var waiting: [Act] { acts }
  package var count: Int { acts.count }

  /// What waits to be written to a record, oldest first.
  func edits(of record: RecordName) -> [(edit: Edit, stamp: Stamp)] {
    acts.flatMap { act in
      act.edits.filter { $0.record == record }.map { (edit: $0, stamp: act.stamp) }
    }
  }

  /// Adds an act and, when nothing is being written, gives the effect that writes the oldest.
  mutating func add(_ act: Act) -> [Effect] {
    acts.append(act)
    return next()
  }

  /// The effect that writes the oldest act, unless one is being written.
  mutating func next() -> [Effect] {
    guard !isWriting, let act = acts.first else { return [] }
    isWriting = true
    return [.save(act)]
  }

  /// Takes note that the oldest act is on disk, and goes on with the next.
  mutating func saved() -> [Effect] {
    isWriting = false
    failure = nil
    if !acts.isEmpty { acts.removeFirst() }
    return next()
  }

  /// Takes note that the oldest act can never be written, drops it, and goes on with the next.
  mutating func dropped() -> [Effect] { saved() }

  /// Takes note that the oldest act could not be written; it waits to be tried again.
  mutating func failed(_ sentence: String) {
    isWriting = false
    failure = sentence
  }
}
