package import Domain
import Synchronization

/// What the writer answers to the things it was asked to do, in their order.
package enum WriterAnswer: Sendable {
  /// The act is on disk; with the records that ended otherwise than it asked for.
  case saved([RecordReading])
  case refused(StoreError)
  case loaded(LoadedBoard)
  case notLoaded(StoreError)

  /// Single records as they were read again.
  case changed([RecordReading])

  /// The others who have the board open, sorted by name.
  case here([Visitor])
}

/// The one thread that does every lock, write and fsync on a board, in the order asked for, so
/// that a slow disk never keeps the screen waiting.
///
/// The thread lives while there is something to do: at most one at a time.
package final class Writer: Sendable {
  private enum Request: Sendable {
    case save(Act)
    case load
    case read([RecordName])
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

  /// Asks for an act to be saved.
  package func save(_ act: Act) { ask(.save(act)) }

  /// Asks for the board to be read again.
  package func load() { ask(.load) }

  /// Asks for single records to be read again.
  package func read(_ names: [RecordName]) { ask(.read(names)) }

  /// Tells the others which record is looked at; `nil` for none.
  package func look(at record: RecordName?) {}

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
    case .save(let act):
      do {
        return .saved(try folder.save(act))
      } catch {
        return .refused(error)
      }
    case .load:
      do {
        return .loaded(try folder.load())
      } catch {
        return .notLoaded(error)
      }
    case .read(let names):
      return .changed(folder.read(names))
    }
  }
}
