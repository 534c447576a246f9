import Domain

/// The drafts of a workspace beside the one that is being typed.
struct DraftShelf: Sendable {
  /// A draft whose act is on its way to the disk.
  struct Waiting: Sendable {
    let draft: Draft

    /// The place of its act in the queue: 1 is the one that is being written.
    var place: Int
  }

  /// When the last key went into a form.
  var typedAt = Timestamp(seconds: 0)

  /// Those that nobody is working on, the newest first: they are offered until they are discarded.
  private(set) var setAside: [Draft] = []
  private(set) var waiting: [Waiting] = []

  /// The draft whose text stands in the open form or editor; `nil` when it was begun there.
  var restored: Draft?

  /// Why drafts are not kept, as a sentence that was told.
  var failure: String?

  /// Takes drafts of an earlier session, or one that nobody goes on with here.
  mutating func setAside(_ drafts: [Draft]) {
    setAside = Set(setAside + drafts).sorted { ($0.at, $0.title) > ($1.at, $1.title) }
  }

  mutating func remove(_ draft: Draft) { setAside.removeAll { $0 == draft } }

  /// Takes a draft that has become the last act of the queue.
  mutating func wait(for draft: Draft, place: Int) {
    waiting.append(Waiting(draft: draft, place: place))
  }

  /// Takes note that the first act of the queue has left it.
  ///
  /// - Parameter isSaved: Whether it is on disk; else what was typed for it is set aside.
  /// - Returns: Whether something was set aside.
  mutating func moveUp(isSaved: Bool) -> Bool {
    let done = waiting.filter { $0.place <= 1 }.map(\.draft)
    waiting = waiting.filter { $0.place > 1 }.map {
      Waiting(draft: $0.draft, place: $0.place - 1)
    }
    guard !isSaved, !done.isEmpty else { return false }
    setAside(done)
    return true
  }
}
