package import Domain
import Synchronization

/// What the writer answers, once for each thing it was asked to do, in their order.
package enum WriterAnswer: Sendable {
  case saved
  case refused(StoreError)
  case loaded(LoadedBoard)
  case notLoaded(StoreError)
}

/// The one thread that does every lock, write and fsync on a board, in the order asked for, so
/// that a slow disk never keeps the screen waiting.
///
/// The thread lives while there is something to do: at most one at a time.
package final class Writer: Sendable {
  private enum Request: Sendable {
    case save([Edit])
    case load
  }

  private struct State {
    var requests: [Request] = []
    var isWorking = false
    var thread: Thread?
  }

  private let folder: BoardFolder
  private let answer: @Sendable (WriterAnswer) -> Void
  private let state = Mutex(State())

  /// A writer that does nothing yet.
  ///
  /// - Parameters:
  ///   - folder: The board.
  ///   - answer: Called on the writer's thread; it should do no more than pass the answer on.
  package init(folder: BoardFolder, answer: @escaping @Sendable (WriterAnswer) -> Void) {
    self.folder = folder
    self.answer = answer
  }

  deinit { state.withLock { $0.thread?.detach() } }

  /// Asks for the edits of one act to be saved.
  package func save(_ edits: [Edit]) { ask(.save(edits)) }

  /// Asks for the board to be read again.
  package func load() { ask(.load) }

  /// Waits until everything that was asked for is done and answered.
  package func finish() {
    let thread = state.withLock { state in
      defer { state.thread = nil }
      return state.thread
    }
    thread?.join()
  }

  private func ask(_ request: Request) {
    let mustWorkHere = state.withLock { state in
      state.requests.append(request)
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
    while let request = next() { answer(reply(to: request)) }
  }

  private func next() -> Request? {
    state.withLock { state in
      guard !state.requests.isEmpty else {
        state.isWorking = false
        return nil
      }
      return state.requests.removeFirst()
    }
  }

  private func reply(to request: Request) -> WriterAnswer {
    switch request {
    case .save(let edits):
      do {
        try folder.save(edits)
        return .saved
      } catch {
        return .refused(error)
      }
    case .load:
      do {
        return .loaded(try folder.load())
      } catch {
        return .notLoaded(error)
      }
    }
  }
}
