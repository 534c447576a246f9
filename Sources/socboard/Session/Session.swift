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
  private let folder: BoardFolder
  private let writer: Writer
  private let watch: BoardWatch
  private let surroundings: Surroundings
  private var drafts: SessionDrafts
  private let lastLook: LastLook
  private var isOver = false

  /// The messages that were read last, as they were received, by their names.
  private var originals: [Digest: [UInt8]] = [:]

  /// Takes the terminal and shows a board on it.
  ///
  /// - Parameters:
  ///   - folder: Where the board is saved.
  ///   - watch: The watch over it, kept since before it was read.
  ///   - loaded: The board as read.
  ///   - today: The day that lateness is reckoned from; `nil` takes the day it is.
  ///   - asAt: The day at whose end the board was as it was read; `nil` for the board of now.
  ///   - audience: Who is to see the screen, from the beginning.
  ///   - signals: The signals of the process, blocked before any thread began.
  ///   - options: How the terminal is to be used.
  ///   - surroundings: Clock, chance and environment.
  /// - Throws: ``TerminalError`` when there is no terminal that can be used.
  init(
    folder: BoardFolder, watch: BoardWatch, loaded: LoadedBoard, today: CalendarDate?,
    asAt: CalendarDate?, audience: Audience, signals: consuming SignalSource,
    options: TerminalScreen.Options,
    surroundings: Surroundings
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
        today: today ?? surroundings.today(now), isTodayGiven: today != nil, asAt: asAt,
        audience: audience,
        writer: surroundings.writer, now: now, minutesAhead: surroundings.minutesAhead(now),
        seed: surroundings.seed, size: screen.size, repertoire: screen.repertoire))
    self.screen = screen
    self.folder = folder
    writer = Writer(folder: folder) { answer in mailbox.post(answer) }
    drafts = SessionDrafts(of: folder.path, surroundings)
    lastLook = LastLook(at: folder.path, surroundings)
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
    writer.readNews(after: lastLook.act)
    writer.findOthers()
    drafts.look()
    while !isOver {
      let own = [
        screen.descriptor, signals.descriptor, mailbox.descriptor, drafts.descriptor,
      ]
      let ready = Readiness.wait(
        for: own + [watch.descriptor].compactMap(\.self),
        atMost: [watch.timeLeft(at: .now), drafts.patience].compactMap(\.self).min())
      if ready.closed.contains(screen.descriptor) { break }
      update(on: .time(surroundings.now()))
      handleSignals()
      // Keys come before others' changes: they were pressed at what is on the screen.
      for event in screen.readEvents() where !isOver { update(on: .input(event)) }
      handleChanges(ready)
      for answer in mailbox.take() { take(answer) }
      for message in drafts.messages() { update(on: message) }
      if !isOver { screen.show(state.draw()) }
      drafts.keep(state.drafts)
    }
    return end()
  }

  /// Writes what was typed, then waits for the board.
  private mutating func end() -> (sentence: String, isConflict: Bool)? {
    drafts.finish(state.drafts)
    if state.hasSeenAll { writer.readNews(after: nil) }
    saveTheRest()
    for message in drafts.messages() { update(on: message) }
    let isKept = drafts.finish(state.drafts) && drafts.messages().isEmpty && !state.drafts.isEmpty
    let kept = isKept ? " What was typed is kept, and offered at the next start." : ""
    return state.unsaved.map { ($0 + kept, state.saves.failure == nil) }
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

  private mutating func take(_ answer: WriterAnswer) {
    if case .news(let news) = answer, isOver || lastLook.act == nil { lastLook.remember(news.last) }
    for message in Message.all(of: answer) { update(on: message) }
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
    case .undo(let which, let stamp, let effective):
      writer.undo(which, stamp: stamp, effective: effective)
    case .history(let records): writer.readHistory(of: records)
    case .load: writer.load()
    case .loadAsAt(let date): writer.load(asAt: date)
    case .look(let record): writer.look(at: record)
    case .edit(let text): edit(text)
    case .copy(let text): screen.copy(text)
    case .write(let text, let path): write(text, to: path)
    case .exportPlan(let extract, let path): export(extract, to: path)
    case .readPlan(let path, let intake, let names): readPlan(at: path, intake, names)
    case .exportRound(let extract, let folder): export(extract, to: folder)
    case .readReplies(let path, let intake, let names): readReplies(at: path, intake, names)
    case .keepOriginals(let names): writer.keep(originals: names.compactMap { originals[$0] })
    case .redraw: screen.redraw()
    case .suspend: suspend()
    case .quit: isOver = true
    }
  }

  /// Writes a text to a new file; one that is there is left alone.
  private mutating func write(_ text: String, to path: String) {
    let path = surroundings.expanded(path)
    do {
      try ByteFile(path: path).create(Array(text.utf8))
      update(on: .wrote(path))
    } catch {
      update(on: .notWritten("\(error)"))
    }
  }

  private mutating func export(_ extract: PlanExtract, to path: String) {
    let path = surroundings.expanded(path)
    let refusal = PlanFiles(surroundings: surroundings)
      .write(extract, of: state.board, asAt: state.today, to: path)
    update(on: refusal.map { .notWritten($0) } ?? .wrote(path))
  }

  private mutating func readPlan(
    at path: String, _ intake: PlanIntake, _ names: IdentifierSource
  ) {
    let message: Message
    do {
      let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
      message = .previewed(
        try PlanFiles(surroundings: surroundings, isOnScreen: true).preview(
          of: surroundings.expanded(path), into: state.board, intake, today: state.today,
          stamp: stamp, names: names))
    } catch {
      message = .notPreviewed("\(error)")
    }
    update(on: message)
  }

  private mutating func export(_ extract: RoundExtract, to folder: String) {
    let folder = surroundings.expanded(folder)
    do {
      let paths = try RoundFiles(surroundings: surroundings)
        .write(extract, of: state.board, to: folder)
      update(on: .wroteForms(paths.count, folder))
    } catch {
      update(on: .notWritten("\(error)"))
    }
  }

  private mutating func readReplies(
    at path: String, _ intake: ReplyIntake, _ names: IdentifierSource
  ) {
    let message: Message
    do {
      let stamp = Stamp(at: surroundings.now(), by: surroundings.writer)
      let reading = try ReplyFiles(isOnScreen: true).read(
        [surroundings.expanded(path)], into: state.board, in: folder, intake, today: state.today,
        stamp: stamp, names: names)
      originals = reading.originals
      message = .previewedReplies(reading.preview)
    } catch {
      message = .notPreviewed("\(error)")
    }
    update(on: message)
  }

  private mutating func suspend() {
    // Nobody may come back.
    drafts.finish(state.drafts)
    screen.suspend()
    update(on: .input(.resized(screen.size)))
  }

  /// Lends the terminal to the person's editor; a draft names the file, should we not come back.
  private mutating func edit(_ text: String) {
    let message: Message
    do {
      let file = try EditorFile(text, in: surroundings.temporaryFolder)
      update(on: .editing(file: file.path))
      drafts.finish(state.drafts)
      message = try run(on: file)
    } catch {
      message = .notEdited("\(error)", text: nil)
    }
    update(on: .input(.resized(screen.size)))
    update(on: message)
  }

  private mutating func run(on file: EditorFile) throws(EditorFile.Failure) -> Message {
    let status: Int32
    do {
      status = try screen.run(surroundings.editor + [file.path])
    } catch {
      return .notEdited("\(error)", text: try file.text())
    }
    let text = try file.text()
    guard status == 0 else {
      return .notEdited("The editor ended with status \(status).", text: text)
    }
    return .edited(text)
  }
}

extension Message {
  /// What the writer's answer means to the workspace, in order.
  fileprivate static func all(of answer: WriterAnswer) -> [Message] {
    switch answer {
    case .saved(let merged): merged.isEmpty ? [.saved] : [.saved, .changed(merged)]
    case .refused(let error): [.refused(SaveRefusal(error))]
    case .originalsKept: [.originalsKept]
    case .originalsNotKept(let error): [.originalsNotKept(error.description)]
    case .undone(let undone): [.undone(undone)]
    case .notUndone(let error): [.notUndone(UndoFailure(error))]
    case .history(let records, let entries): [.history(records, entries)]
    case .noHistory(let error): [.noHistory(error.description)]
    case .loadedAsAt(let date, let loaded): [.loadedAsAt(date, loaded.board, loaded.problems)]
    case .loaded(let loaded): [.loaded(loaded.board, loaded.problems)]
    case .notLoaded(let error): [.notLoaded(error.description)]
    case .changed(let readings): [.changed(readings)]
    case .here(let visitors): [.here(visitors)]
    case .news(let news): news.acts.isEmpty ? [] : [.news(news.acts)]
    }
  }
}

extension UndoFailure {
  /// What the store's refusal to take an act back means to the workspace.
  fileprivate init(_ error: StoreError) {
    self =
      switch error {
      case .nothingToUndo(let which): .nothing(which)
      case .notUndone(let refusal): .changed(refusal)
      case _ where error.category == .unconfirmed: .uncertain(error.description)
      default: .failure(error.description)
      }
  }
}

extension SaveRefusal {
  /// What the store's refusal means to the workspace.
  fileprivate init(_ error: StoreError) {
    self =
      switch error.category {
      case .conflict: .conflict(error.description)
      case .unconfirmed: .unconfirmed(error.description)
      case .badData: .impossible(error.description)
      case .cannotWrite, .locked: .failure(error.description)
      }
  }
}
