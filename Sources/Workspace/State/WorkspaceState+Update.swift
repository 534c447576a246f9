import Domain
import Screen

extension WorkspaceState {
  /// Moves the workspace on by one message.
  ///
  /// The same state and message always give the same result.
  ///
  /// - Returns: What the world should now do, in order; usually nothing.
  package mutating func update(on message: Message) -> [Effect] {
    audience == .board ? take(message) : updateInPublic(on: message)
  }

  /// Takes a message, whatever stands behind the view.
  mutating func take(_ message: Message) -> [Effect] {
    let (formerPane, former) = (pane, selectedName)
    var effects =
      switch message {
      case .input(let event): update(on: event)
      case .time(let time): take(time)
      case .shown: shown()
      case .saved: saved()
      case .refused(let refusal): refused(refusal)
      case .undone(let undone): self.undone(undone)
      case .notUndone(let failure): notUndone(failure)
      case .history(let records, let entries): show(entries, on: records)
      case .noHistory(let reason): noHistory(reason)
      case .loadedAsAt(let date, let board, let problems): loaded(board, problems, asAt: date)
      case .loaded(let board, let problems): loaded(board, problems)
      case .notLoaded(let reason): notLoaded(reason)
      case .editing(let file): isEditing(file)
      case .changed(let readings): received(readings)
      case .changedEverywhere: changedEverywhere()
      case .news(let acts): heard(of: acts)
      case .here(let visitors): met(visitors)
      case .edited(let text): editedTelling(text)
      case .notEdited(let reason, let text): notEdited(reason, text: text)
      case .wrote(let path): wrote(path)
      case .notWritten(let reason): notWritten(reason)
      case .previewed(let preview): previewed(preview)
      case .previewedIssues(let preview): previewed(preview)
      case .previewedReplies(let preview): previewed(preview)
      case .notPreviewed(let reason): notPreviewed(reason)
      case .wroteForms(let count, let folder): wrote(count, in: folder)
      case .originalsKept: originalsKept()
      case .originalsNotKept(let reason): originalsNotKept(reason)
      case .drafts(let drafts, let problems): take(drafts, problems: problems)
      case .draftsNotKept(let sentence): draftsNotKept(sentence)
      }
    effects += moved(from: former, in: formerPane)
    stretchRange()
    countHiddenMarks()
    sortSheet()
    sortPartnerSheet()
    settleResponses()
    if openForm == nil { meanwhile = [] }
    keepSelectionsInSight()
    settleThreats()
    return effects
  }

  private mutating func update(on event: InputEvent) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      return []
    case .focus(let hasFocus):
      self.hasFocus = hasFocus
      return []
    case .paste(let text): return paste(text)
    case .key(let key): return press(key)
    }
  }

  private mutating func take(_ time: Timestamp) -> [Effect] {
    now = time
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    switch overlay {
    case .form(var form, let purpose)?:
      shelf.typedAt = now
      form.paste(text)
      find(in: &form, for: purpose)
      overlay = .form(form, purpose)
    case .chooser(var chooser)?:
      if !chooser.paste(text) { flash = LineEditor.refusal(of: text) }
      overlay = .chooser(chooser)
    default:
      guard isNarrowing else {
        flash = "Pasted text was ignored: nothing is being typed."
        return []
      }
      var isTaken = true
      changeFilter { isTaken = $0.paste(text) }
      if !isTaken { flash = LineEditor.refusal(of: text) }
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    flash = nil
    responses.isJustShown = false
    isQuitting = false
    guard !isTooSmall else { return pressBlindly(key) }
    if overlay != nil { return pressOverlay(key) }
    if isNarrowing { return pressNarrowing(key) }
    if risk.scoring != nil, pane == .risk, pendingKeys.isEmpty, let effects = pressScale(key) {
      return effects
    }
    return pressCommand(key)
  }

  /// On a screen too small to show anything no key changes the board.
  private mutating func pressBlindly(_ key: Key) -> [Effect] {
    let leaves = [.character("q"), .control("c"), .control("q")].contains(key)
    // A question could not be seen: what is not saved is not given up here.
    return leaves && saves.failure == nil ? quit() : []
  }

  private mutating func pressCommand(_ key: Key) -> [Effect] {
    if !pendingKeys.isEmpty, key == .escape || key == .control("g") || key == .control("c") {
      pendingKeys = []
      return []
    }
    pendingKeys.append(key)
    switch KeyMap.standard.meaning(of: pendingKeys, in: scopes) {
    case .command(let command):
      pendingKeys = []
      return ask(for: command)
    case .letter(let command, let letter):
      pendingKeys = []
      return ask(for: command, letter: letter)
    case .prefix:
      return []
    case .nothing:
      let keys = pendingKeys.map(\.description).joined()
      pendingKeys = []
      flash = "\(keys) means nothing here: ? lists the keys."
      return []
    }
  }

  /// Where keys are looked up, the nearest first.
  var scopes: [Scope] {
    if pane == .risk, risk.scoring != nil { return [.scoring, .pane(.risk), .everywhere] }
    return (sheetAction == nil ? [] : [.sheet]) + [.pane(pane), .everywhere]
  }

  /// Does what a command says, or tells why it is off.
  ///
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - letter: The letter that the command takes; without one its keys wait for it.
  /// - Returns: What the world should now do.
  mutating func ask(for command: Command, letter: Character? = nil) -> [Effect] {
    let entry = CommandTable.entry(command)
    if let reason = whyNot(command) {
      flash = "\(entry.title): \(reason)"
      return []
    }
    let former = place
    defer { if command.isJump { remember(former) } }
    if entry.takesLetter {
      guard let letter else {
        pendingKeys = entry.keys.first ?? []
        return []
      }
      command == .setPlace ? setPlace(letter) : goToPlace(letter)
      return []
    }
    let effects = perform(command)
    countTargets()
    return effects
  }

  private mutating func pressOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .form(var form, let purpose)?:
      let draft = typed
      let outcome = form.update(key)
      guard outcome != .left else {
        if case .errand(.placeReply(let box)) = purpose {
          show(box)
          return []
        }
        leaveForm(draft)
        if let box = purpose.model { putInFront(box) }
        return []
      }
      shelf.typedAt = now
      find(in: &form, for: purpose)
      overlay = .form(form, purpose)
      return outcome == .kept ? keep(form, for: purpose) : []
    case .chooser(var chooser)?:
      let outcome = chooser.update(key)
      overlay = outcome == .open ? .chooser(chooser) : nil
      guard case .chosen(let command) = outcome else { return [] }
      return ask(for: command)
    case .reader(let reader)? where key == .character("u") && reader.ownAct != nil:
      overlay = nil
      return reader.ownAct.map { undo(.act($0)) } ?? []
    case .reader(var reader)?:
      overlay = scroll(&reader, by: key) ? .reader(reader) : nil
      return []
    case .changes(var box)?:
      let outcome = box.update(key)
      overlay = .changes(box)
      return act(on: outcome, of: box)
    case .intake(let box)?: return press(key, at: box)
    case .model(let box)?: return press(key, at: box)
    case .confirmation(let confirmation)?:
      overlay = nil
      return key == .character("y")
        ? consent(to: confirmation.deed) : decline(confirmation.deed)
    case .offer(let offer)?: return press(key, at: offer)
    case nil: return []
    }
  }

  /// Scrolls a text that is being read.
  ///
  /// - Returns: Whether the text stays open.
  func scroll(_ reader: inout Reader, by key: Key) -> Bool {
    let size = Size(width: body.width, height: body.height)
    switch key {
    case .character("j"), .down: reader.scroll(by: 1, size: size)
    case .character("k"), .up: reader.scroll(by: -1, size: size)
    case .control("d"), .pageDown, .character(" "): reader.scroll(by: body.height / 2, size: size)
    case .control("u"), .pageUp: reader.scroll(by: -body.height / 2, size: size)
    case .tab: reader.goToHistory(size: size)
    case .character("G"), .end: reader.scroll(by: .max / 2, size: size)
    case .character("g"), .home: reader.scroll(by: .min / 2, size: size)
    case .escape, .enter, .character("q"), .character("r"), .character("K"), .character("?"),
      .control("g"),
      .control("c"):
      return false
    default: break
    }
    return true
  }

  private mutating func pressNarrowing(_ key: Key) -> [Effect] {
    switch key {
    case .enter: isNarrowing = false
    case .escape, .control("g"), .control("c"):
      isNarrowing = false
      changeFilter { $0 = LineEditor() }
    case .down: moveRow(by: 1)
    case .up: moveRow(by: -1)
    default: changeFilter { _ = $0.take(key) }
    }
    return []
  }
}

extension WorkspaceState {
  private mutating func shown() -> [Effect] {
    check()
    return [.look(selectedName)]
  }

  private mutating func saved() -> [Effect] {
    savedAt = now
    if case .confirmation(let question)? = overlay, question.deed == .quit { overlay = nil }
    _ = shelf.moveUp(isSaved: true)
    return saves.saved() + whenAllIsSaved()
  }

  private mutating func refused(_ refusal: SaveRefusal) -> [Effect] {
    switch refusal {
    case .conflict(let sentence):
      return gaveUp("NOT SAVED, theirs is shown: \(sentence)")
    case .impossible(let sentence):
      return gaveUp("NOT SAVED, taken back: \(sentence)")
    case .unconfirmed(let sentence):
      return gaveUp("NOT CONFIRMED: \(sentence)")
    case .failure(let sentence):
      saves.failed(sentence)
      flash = "NOT SAVED: \(sentence)"
      if isQuitting {
        isQuitting = false
        return quit()
      }
      return []
    }
  }

  /// Drops the act that is not to be saved again, and shows what the disk holds.
  private mutating func gaveUp(_ sentence: String) -> [Effect] {
    let isKept = shelf.moveUp(isSaved: false)
    tell(sentence + (isKept ? " What you typed is kept: :drafts offers it." : ""))
    isTakingBack = true
    isStale = true
    isQuitting = false
    return saves.dropped() + whenAllIsSaved()
  }

  /// Tells something that must be seen: it stays until it is asked for.
  mutating func tell(_ sentence: String) {
    flash = sentence
    unread.append(sentence)
  }

  private mutating func changedEverywhere() -> [Effect] {
    guard asAt == nil else { return [] }
    guard saves.isEmpty else {
      isStale = true
      return []
    }
    return [.load]
  }

  private mutating func loaded(_ board: Board, _ problems: [Problem]) -> [Effect] {
    guard saves.isEmpty else {
      isStale = true
      return []
    }
    if asAt != nil { return leftThePast(for: board, problems) }
    received(board, damaged: problems)
    isTakingBack = false
    guard isRefreshing else {
      inconsistent = self.board.problems
      tellProblems()
      return []
    }
    isRefreshing = false
    take(board, problems: problems)
    check()
    return []
  }

  private mutating func notLoaded(_ reason: String) -> [Effect] {
    isRefreshing = false
    flash = reason
    return []
  }

  /// Quits when nothing waits to be saved; else waits for it, or asks when it cannot be saved.
  mutating func quit() -> [Effect] {
    if audience == .public { return quitPublicView() }
    if saves.isEmpty { return [.quit] }
    guard let failure = saves.failure else {
      isQuitting = true
      flash = "Saving, then quitting."
      return []
    }
    let isKept = shelf.failure == nil
    overlay = .confirmation(
      Confirmation(
        "\(unsaved ?? failure) "
          + (isKept
            ? "Quit? What is not saved is kept, and shown at the next start."
            : "Quit, and lose what is not saved?"),
        to: .quit))
    return []
  }

  /// What is not on disk, as a sentence; `nil` when there is nothing, or it has been told.
  package var unsaved: String? {
    if let whole { return whole.unsaved }
    guard let failure = saves.failure else {
      return unread.isEmpty ? nil : unread.joined(separator: "\n")
    }
    let changes = saves.count == 1 ? "1 change is" : "\(saves.count) changes are"
    return "\(changes) not saved: \(failure)"
  }

  /// Once nothing waits to be saved: quits, or reads what the disk holds instead of ours.
  mutating func whenAllIsSaved() -> [Effect] {
    guard saves.isEmpty else { return [] }
    if isQuitting { return [.quit] }
    guard isStale else { return [] }
    isStale = false
    return [.load]
  }
}
