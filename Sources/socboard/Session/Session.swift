import Domain
import Screen
import Store
import Terminal
import Workspace

/// The program while a person works with a board: one thread waits, updates and draws.
///
/// It waits in one place for keys, signals, changes of files and the writer's answers, handles
/// everything that waits, and draws once.
struct Session: ~Copyable {
  private var signals: SignalSource
  private var screen: TerminalScreen
  private var state: WorkspaceState
  private let mailbox: Mailbox<WriterAnswer>
  private let writer: Writer
  private let watch: BoardWatch
  private let surroundings: Surroundings

  /// Texts from the person's editor that are not on the board yet.
  private var drafts: [Draft] = []
  private var isOver = false

  /// Takes the terminal and shows a board on it.
  ///
  /// - Parameters:
  ///   - folder: Where the board is saved.
  ///   - watch: The watch over it, kept since before it was read.
  ///   - loaded: The board as read.
  ///   - today: The day that lateness is reckoned from; `nil` takes the day it is.
  ///   - signals: The signals of the process, blocked before any thread began.
  ///   - options: How the terminal is to be used.
  ///   - surroundings: Clock, chance and environment.
  /// - Throws: ``TerminalError`` when there is no terminal that can be used.
  init(
    folder: BoardFolder, watch: BoardWatch, loaded: LoadedBoard, today: CalendarDate?,
    signals: consuming SignalSource, options: TerminalScreen.Options, surroundings: Surroundings
  ) throws {
    let mailbox = Mailbox<WriterAnswer>()
    self.mailbox = mailbox
    self.signals = signals
    self.watch = watch
    self.surroundings = surroundings
    let screen = try TerminalScreen(options: options)
    let now = surroundings.now()
    state = WorkspaceState(
      WorkspaceState.Start(
        board: loaded.board, problems: loaded.problems,
        today: today ?? surroundings.today(now), isTodayGiven: today != nil,
        writer: surroundings.writer, now: now, minutesAhead: surroundings.minutesAhead(now),
        seed: surroundings.seed, size: screen.size, repertoire: screen.repertoire))
    self.screen = screen
    writer = Writer(folder: folder) { answer in mailbox.post(answer) }
  }

  /// Works until the person quits, the window closes or somebody ends the program.
  ///
  /// - Returns: What is not on disk, as a sentence, and whether somebody else was quicker; `nil`
  ///   when everything is.
  mutating func run() -> (sentence: String, isConflict: Bool)? {
    screen.show(state.draw())
    update(on: .shown)
    screen.show(state.draw())
    writer.finishInterruptedSave()
    writer.look(at: nil)
    writer.findOthers()
    while !isOver {
      let own = [screen.descriptor, signals.descriptor, mailbox.descriptor]
      let ready = Readiness.wait(
        for: own + (watch.descriptor.map { [$0] } ?? []), atMost: watch.timeLeft(at: .now))
      if ready.closed.contains(screen.descriptor) { break }
      update(on: .time(surroundings.now()))
      handleSignals()
      handleChanges(ready)
      for answer in mailbox.take() { take(answer) }
      for event in screen.readEvents() where !isOver { update(on: .input(event)) }
      if !isOver { screen.show(state.draw()) }
    }
    saveTheRest()
    return state.unsaved.map { ($0, state.saves.failure == nil) }
  }

  /// Waits until everything typed is on disk, or the disk has refused it.
  private mutating func saveTheRest() {
    while true {
      writer.finish()
      let answers = mailbox.take()
      guard !answers.isEmpty else { return }
      for answer in answers { take(answer) }
      if state.saves.failure != nil { return }
    }
  }

  private mutating func update(on message: Message) {
    for effect in state.update(on: message) { carryOut(effect) }
  }

  /// Takes the writer's answer, and lets go of drafts whose text is on the board.
  private mutating func take(_ answer: WriterAnswer) {
    if case .refused(let error) = answer, error.category == .conflict || error.category == .badData
    {
      update(on: .refused(SaveRefusal(error, kept: drafts.map(\.path))))
      drafts = []
    } else {
      for message in Message.all(of: answer) { update(on: message) }
      discardSavedDrafts()
    }
  }

  private mutating func discardSavedDrafts() {
    guard state.saves.isEmpty else { return }
    for draft in drafts { draft.discard() }
    drafts = []
  }

  /// Lets the records that others may have written be read again.
  private mutating func handleChanges(_ ready: Readiness) {
    let now = ContinuousClock.now
    if let descriptor = watch.descriptor {
      guard ready.readable.contains(descriptor) else { return }
    } else {
      guard watch.timeLeft(at: now) == .zero else { return }
    }
    let changes = watch.read(at: now)
    if changes.isEverything {
      update(on: .changedEverywhere)
    } else if !changes.records.isEmpty {
      writer.read(changes.records.sorted())
    }
    if changes.concernsVisitors { writer.findOthers() }
  }

  private mutating func handleSignals() {
    for signal in signals.read() {
      switch signal {
      case .windowChanged:
        screen.resize()
        update(on: .input(.resized(screen.size)))
      case .continued: screen.redraw()
      case .stop: suspend()
      case .hangUp, .terminate, .interrupt: isOver = true
      case .child: break
      }
    }
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .save(let act): writer.save(act)
    case .load: writer.load()
    case .look(let record): writer.look(at: record)
    case .edit(let text): edit(text)
    case .redraw: screen.redraw()
    case .suspend: suspend()
    case .quit: isOver = true
    }
  }

  private mutating func suspend() {
    screen.suspend()
    update(on: .input(.resized(screen.size)))
  }

  /// Lends the terminal to the person's editor; what is written there stays in a file until it is
  /// on the board.
  private mutating func edit(_ text: String) {
    let message: Message
    do {
      let draft = try Draft(text, in: surroundings.temporaryFolder)
      let status = try screen.run(surroundings.editor + [draft.path])
      if status == 0 {
        message = .edited(try draft.text())
        drafts.append(draft)
      } else {
        message = .notEdited(
          "The editor ended with status \(status); the text is kept in \(draft.path).")
      }
    } catch {
      message = .notEdited("\(error)")
    }
    update(on: .input(.resized(screen.size)))
    update(on: message)
    discardSavedDrafts()
  }
}

extension Message {
  /// What the writer's answer means to the workspace, in order.
  fileprivate static func all(of answer: WriterAnswer) -> [Message] {
    switch answer {
    case .saved(let merged): merged.isEmpty ? [.saved] : [.saved, .changed(merged)]
    case .refused(let error): [.refused(SaveRefusal(error))]
    case .loaded(let loaded): [.loaded(loaded.board, loaded.problems)]
    case .notLoaded(let error): [.notLoaded(error.description)]
    case .changed(let readings): [.changed(readings)]
    case .here(let visitors): [.here(visitors)]
    }
  }
}

extension SaveRefusal {
  /// What the store's refusal means to the workspace.
  ///
  /// - Parameters:
  ///   - error: The refusal.
  ///   - paths: Where texts that were to be saved are kept.
  fileprivate init(_ error: StoreError, kept paths: [String] = []) {
    let kept = paths.isEmpty ? "" : " Your text is kept in \(paths.joined(separator: ", "))."
    self =
      switch error.category {
      case .conflict: .conflict(error.description + kept)
      case .unconfirmed: .unconfirmed(error.description)
      case .badData: .impossible(error.description + kept)
      case .cannotWrite, .locked: .failure(error.description)
      }
  }
}
