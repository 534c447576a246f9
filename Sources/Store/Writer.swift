package import Domain
import Synchronization

/// What the writer answers to the things it was asked to do, in their order.
package enum WriterAnswer: Sendable {
  /// The act is on disk; with the records that ended otherwise than it asked for.
  case saved([RecordReading])
  case refused(StoreError)

  /// Messages are kept as they were received.
  case originalsKept
  case originalsNotKept(StoreError)

  /// An act was taken back, or done again.
  case undone(UndoneAct)
  case notUndone(StoreError)

  /// What was done to some records, the latest first.
  case history([RecordName], [HistoryEntry])
  case noHistory(StoreError)

  case loaded(LoadedBoard)

  /// The board as it was at the end of a day.
  case loadedAsAt(CalendarDate, LoadedBoard)
  case notLoaded(StoreError)

  /// Single records as they were read again.
  case changed([RecordReading])

  /// What was done since the act that was asked for.
  case news(BoardNews)

  /// The others who have the board open, sorted by name.
  case here([Visitor])
}

/// The one thread that does every lock, write and fsync on a board, in the order asked for, so
/// that a slow disk never keeps the screen waiting.
///
/// The thread lives while there is something to do: at most one at a time. What concerns presence
/// waits for its time, and for nothing that is to be saved.
package final class Writer: Sendable {
  private enum Request: Sendable {
    case save(Act)
    case keep(originals: [[UInt8]])
    case undo(Undoing, Stamp, effective: CalendarDate?)
    case history([RecordName])
    case load
    case loadAsAt(CalendarDate)
    case read([RecordName])
    case finishInterruptedSave
    case readNews(after: Int?)
  }

  /// What the thread does next.
  private enum Turn {
    case request(Request)
    case errand(Errand)
    case wait(until: ContinuousClock.Instant)
    case leave
  }

  private struct State {
    var requests: [Request] = []
    var errands = ErrandPace()
    var isWorking = false

    /// Whether errands are to be run without waiting for their time.
    var isFinishing = false
    var thread: Thread?
  }

  private let folder: BoardFolder
  private let answer: @Sendable (WriterAnswer) -> Void
  private let state = Mutex(State())
  private let company: Mutex<Company>
  private let bell = Bell()

  /// A writer that does nothing yet.
  ///
  /// - Parameters:
  ///   - folder: The board.
  ///   - answer: Called on the writer's thread; it should do no more than pass the answer on.
  package init(folder: BoardFolder, answer: @escaping @Sendable (WriterAnswer) -> Void) {
    self.folder = folder
    self.answer = answer
    company = Mutex(Company(at: folder))
  }

  deinit { state.withLock { $0.thread?.detach() } }

  /// Asks for an act to be saved.
  package func save(_ act: Act) { ask(.save(act)) }

  /// Asks for messages to be kept as they were received.
  package func keep(originals messages: [[UInt8]]) { ask(.keep(originals: messages)) }

  /// Asks for an act of the writer's own to be taken back, or done again.
  package func undo(_ which: Undoing, stamp: Stamp, effective: CalendarDate?) {
    ask(.undo(which, stamp, effective: effective))
  }

  /// Asks what was done to some records.
  package func readHistory(of records: [RecordName]) { ask(.history(records)) }

  /// Asks for the board as it was at the end of a day.
  package func load(asAt date: CalendarDate) { ask(.loadAsAt(date)) }

  /// Asks for the board to be read again.
  package func load() { ask(.load) }

  /// Asks for single records to be read again, in one go with those that already wait for it.
  package func read(_ names: [RecordName]) { ask(.read(names)) }

  /// Asks for the board's last act to be finished, should a crash have left it half done; answered
  /// only when there was something to do.
  package func finishInterruptedSave() { ask(.finishInterruptedSave) }

  /// Asks what was done since an act, `nil` for nothing but the last act's number; answered only
  /// where the logs can be read.
  package func readNews(after act: Int?) { ask(.readNews(after: act)) }

  /// Tells the others which record is looked at, `nil` for none; of several the last one is told.
  package func look(at record: RecordName?) {
    begin { $0.errands.look(at: record, now: .now) }
  }

  /// Asks who else has the board open; answered only when that is not as last answered.
  package func findOthers() {
    begin { $0.errands.askForOthers(now: .now) }
  }

  /// Waits until everything that was asked for is done and answered.
  package func finish() {
    let thread = state.withLock { state in
      state.isFinishing = true
      defer { state.thread = nil }
      return state.thread
    }
    bell.ring()
    thread?.join()
    state.withLock { $0.isFinishing = false }
  }

  private func ask(_ request: Request) {
    begin { state in
      if case .read(let more) = request, case .read(let names)? = state.requests.last {
        state.requests.removeLast()
        state.requests.append(.read(names + more.filter { !names.contains($0) }))
      } else {
        state.requests.append(request)
      }
    }
  }

  /// Adds to what is to be done, and sees to it that somebody does it.
  private func begin(_ add: (inout State) -> Void) {
    let mustWorkHere = state.withLock { state in
      add(&state)
      guard !state.isWorking else { return false }
      state.isWorking = true
      // It has left its last turn, and wants the state no more.
      state.thread?.join()
      state.thread = Thread { self.work() }
      return state.thread == nil
    }
    if mustWorkHere { work() } else { bell.ring() }
  }

  private func work() {
    while true {
      switch turn() {
      case .request(let request):
        if let reply = reply(to: request) { answer(reply) }
      case .errand(let errand):
        if let others = company.withLock({ $0.attend(to: errand) }) { answer(.here(others)) }
      case .wait(let time): bell.wait(until: time)
      case .leave: return
      }
    }
  }

  private func turn() -> Turn {
    state.withLock { state in
      if !state.requests.isEmpty { return .request(state.requests.removeFirst()) }
      let now = ContinuousClock.now
      // Where there is no thread of its own, nobody waits.
      if let due = state.errands.due, due > now, !state.isFinishing, state.thread != nil {
        return .wait(until: due)
      }
      if let errand = state.errands.take(now: now) { return .errand(errand) }
      state.isWorking = false
      return .leave
    }
  }

  private func reply(to request: Request) -> WriterAnswer? {
    switch request {
    case .save(let act):
      do {
        return .saved(try folder.save(act))
      } catch {
        return .refused(error)
      }
    case .keep(let messages):
      do {
        try folder.keep(originals: messages)
        return .originalsKept
      } catch {
        return .originalsNotKept(error)
      }
    case .undo(let which, let stamp, let effective):
      do {
        return .undone(try folder.undo(which, stamp: stamp, effective: effective))
      } catch {
        return .notUndone(error)
      }
    case .history(let records):
      do {
        let names = Set(records)
        return .history(records, try folder.history(of: names).entries(on: names))
      } catch {
        return .noHistory(error)
      }
    case .load:
      do {
        return .loaded(try folder.load())
      } catch {
        return .notLoaded(error)
      }
    case .loadAsAt(let date):
      do {
        return .loadedAsAt(date, try folder.load(asAt: date))
      } catch {
        return .notLoaded(error)
      }
    case .read(let names):
      return .changed(folder.read(names))
    case .finishInterruptedSave:
      // Where it cannot be done, the next save tells why.
      guard let names = try? folder.finishInterruptedSave(), !names.isEmpty else { return nil }
      return .changed(folder.read(names))
    case .readNews(let act):
      return (try? folder.news(after: act)).map { .news($0) }
    }
  }
}
