package import JSON
import Synchronization

/// What the keeper of drafts has to tell.
package enum DraftAnswer: Sendable {
  /// What ended sessions left, and what of it cannot be read, as sentences.
  case left([LeftDrafts], problems: [String])

  /// What was to be kept is not, as a sentence.
  case notKept(String)
}

/// Keeps a session's drafts in a file, on a thread of its own: neither a slow disk nor a save that
/// waits for the board's lock holds up a key, or a draft.
///
/// The thread lives while there is something to do. Of several contents only the last is written.
package final class DraftKeeper: Sendable {
  private struct Wanted {
    var content: Value?
    var obsolete: Set<String>
  }

  private struct State {
    var mustLook = false
    var wanted: Wanted?
    var isWorking = false
    var thread: Thread?
  }

  private enum Task {
    case look
    case keep(Wanted)
  }

  private let folder: String
  private let answer: @Sendable (DraftAnswer) -> Void
  private let state = Mutex(State())
  private let file: Mutex<DraftFile>

  /// A keeper that has done nothing yet.
  ///
  /// - Parameters:
  ///   - folder: Where the drafts of one board lie; made when the first one is written.
  ///   - session: A name that no other session has.
  ///   - disk: The disk; a test gives one that fails.
  ///   - answer: Called on the keeper's thread; it should do no more than pass the answer on.
  package init(
    folder: String, session: String, disk: Disk = Disk(),
    answer: @escaping @Sendable (DraftAnswer) -> Void
  ) {
    self.folder = folder
    self.answer = answer
    file = Mutex(DraftFile(folder: folder, session: session, disk: disk))
  }

  deinit { state.withLock { $0.thread?.detach() } }

  /// Looks for what ended sessions left; answered always.
  package func look() {
    ask { $0.mustLook = true }
  }

  /// Keeps a content in place of the one before; answered only when that cannot be.
  ///
  /// - Parameters:
  ///   - content: What to keep; `nil` when there is nothing any more.
  ///   - obsolete: The paths of files to take away, once the content is on the disk.
  package func keep(_ content: Value?, obsolete: Set<String> = []) {
    ask { state in
      let before = state.wanted?.obsolete ?? []
      state.wanted = Wanted(content: content, obsolete: before.union(obsolete))
    }
  }

  /// Waits until everything that was asked for is done and answered.
  package func finish() {
    let thread = state.withLock { state in
      defer { state.thread = nil }
      return state.thread
    }
    thread?.join()
  }

  private func ask(_ change: (inout State) -> Void) {
    let mustWorkHere = state.withLock { state in
      change(&state)
      guard !state.isWorking else { return false }
      state.isWorking = true
      // It has left its last turn, and wants the state no more.
      state.thread?.join()
      state.thread = Thread { self.work() }
      return state.thread == nil
    }
    if mustWorkHere { work() }
  }

  private func work() {
    while let task = next() {
      switch task {
      case .look:
        let (left, problems) = file.withLock { $0.takeOver() }
        answer(.left(left, problems: problems))
      case .keep(let wanted): write(wanted)
      }
    }
  }

  private func next() -> Task? {
    state.withLock { state in
      if state.mustLook {
        state.mustLook = false
        return .look
      }
      if let wanted = state.wanted {
        state.wanted = nil
        return .keep(wanted)
      }
      state.isWorking = false
      return nil
    }
  }

  private func write(_ wanted: Wanted) {
    do throws(Errno) {
      try file.withLock { (file: inout DraftFile) throws(Errno) in
        try file.replace(with: wanted.content, obsolete: wanted.obsolete)
      }
    } catch {
      answer(
        .notKept(
          "What you type cannot be kept in \(folder): \(error.description). \(error.remedy)"))
    }
  }
}
