import Domain
import Screen

extension WorkspaceState {
  /// What stands behind the public view; `nil` where everything is shown.
  var whole: WorkspaceState? {
    if case .whole(let state) = backstage { state } else { nil }
  }

  /// Why nothing on the board can be changed now, as a sentence; `nil` when something can.
  var whyReadOnly: String? {
    audience == .public ? "this is the public view, to be read only: P leaves it." : whyNotAsAt
  }

  /// Why a command that changes nothing cannot be asked for in the public view.
  func whyNotInPublic(_ command: Command) -> String? {
    guard audience == .public else { return nil }
    return switch command {
    case .problems, .drafts: "this is not public: P leaves the public view."
    case .nextAttention where pane == .responses:
      "who has not answered is never public: P leaves the public view."
    case .nextAttention where pane == .risk:
      "what has no score is never public: P leaves the public view."
    case .whatIf: "what is missing is never public: P leaves the public view."
    case .compareRounds: "what a round lacks is never public: P leaves the public view."
    case .mine: "the public is told of nobody's login: P leaves the public view."
    default: nil
    }
  }

  /// Shows only what is public, or asks whether to show everything again.
  mutating func exchangePublicView() {
    guard audience == .public else { return enterPublicView() }
    overlay = .confirmation(
      Confirmation(
        "Leave the public view? Whoever sees this screen can then see the whole board.",
        to: .leavePublicView))
  }

  /// Shows only what is public, from here on until somebody says otherwise.
  mutating func enterPublicView() {
    self = publicView(at: place)
    flash = "This is what the public may see; P asks before it shows the rest."
  }

  /// Shows the whole board again, as it was left and as it has become since.
  mutating func leavePublicView() -> [Effect] {
    guard var whole else { return [] }
    whole.size = size
    whole.hasFocus = hasFocus
    whole.now = now
    whole.flash = "This is the whole board again."
    self = whole
    keepSelectionsInSight()
    return [.look(selectedName)]
  }

  /// Asks before the program ends: it would begin again with the whole board.
  mutating func quitPublicView() -> [Effect] {
    guard !isTooSmall else { return [.quit] }
    overlay = .confirmation(Confirmation("Quit socboard? This is the public view.", to: .quit))
    return []
  }

  /// Reads the board from disk again; that of now where another day is shown.
  mutating func refreshPublicView() -> [Effect] {
    guard var whole else { return [] }
    backstage = .nothing
    whole.isRefreshing = asAt == nil
    backstage = .whole(whole)
    flash = asAt == nil ? "Read again from disk." : "Reading the board of now."
    return [.load]
  }
}

// MARK: Messages

extension WorkspaceState {
  /// Moves a public view on: what a person does there is done to it; all else happens behind it,
  /// and is sifted again.
  mutating func updateInPublic(on message: Message) -> [Effect] {
    switch message {
    case .input, .wrote, .wroteForms, .notWritten: return take(message).filter(\.isForThePublic)
    case .time:
      _ = take(message)
      return takeBackstage(message)
    case .shown: return takeBackstage(message) + [.look(selectedName)]
    case .history, .noHistory, .previewed, .previewedIssues, .previewedReplies, .notPreviewed:
      // It was asked for before; nothing waits for it.
      return []
    case .notLoaded:
      flash = "The board could not be read: P leaves the public view, and R then tells why."
      return takeBackstage(message)
    case .loaded, .loadedAsAt, .changed, .undone:
      let effects = takeBackstage(message)
      followBackstage()
      return effects
    default: return takeBackstage(message)
    }
  }

  private mutating func takeBackstage(_ message: Message) -> [Effect] {
    guard case .whole(var whole) = backstage else { return [] }
    // One copy only, or every table would be copied with the first change.
    backstage = .nothing
    let effects = whole.take(message)
    // Whatever would be asked waits: nothing is seen of it here.
    whole.overlay = nil
    backstage = .whole(whole)
    return effects.filter { if case .look = $0 { false } else { true } }
  }

  /// Sifts the board again, as it has become.
  private mutating func followBackstage() {
    guard let whole else { return }
    let shown = whole.board.shown(to: .public)
    if whole.asAt == asAt, shown.holds(allOf: board) {
      take(shown, problems: [])
      whyNothingIsShown = whole.board.whyNothingIsPublic
      keepSelectionsInSight()
      return
    }
    // What is no longer shown may stand anywhere: a view that never knew it takes the place.
    let former = asAt
    let (overlay, filter, isNarrowing) = (overlay, currentFilter, isNarrowing)
    var next = whole.publicView(of: shown, at: place)
    next.size = size
    next.hasFocus = hasFocus
    next.now = now
    next.isZoomed = isZoomed
    switch overlay {
    case .confirmation?, .form(_, .errand(.asAt))?: next.overlay = overlay
    default: break
    }
    if isNarrowing {
      next.changeFilter { $0 = filter }
      next.isNarrowing = true
    }
    self = next
    if let asAt {
      flash = "This is the board as at \(asAt.words): R goes back to now."
    } else if former != nil {
      flash = "This is the board of now."
    }
  }
}

// MARK: Making

extension WorkspaceState {
  private func publicView(at place: Place) -> WorkspaceState {
    publicView(of: board.shown(to: .public), at: place)
  }

  /// A view of a sifted board, which has nothing of this state but what everybody may know.
  private func publicView(of shown: Board, at place: Place) -> WorkspaceState {
    var view = WorkspaceState(
      Start(
        board: shown, today: todayOfNow, isTodayGiven: isTodayGiven, asAt: asAt, writer: "",
        now: now, minutesAhead: minutesAhead, seed: 0, size: size, repertoire: repertoire))
    view.audience = .public
    view.backstage = .whole(self)
    view.whyNothingIsShown = board.whyNothingIsPublic
    view.hasFocus = hasFocus
    view.goAsFarAsShown(place)
    return view
  }

  /// Goes to a place, or as near to it as there is something to see.
  private mutating func goAsFarAsShown(_ place: Place) {
    var place = place
    if let record = place.record, !board.holds(record) { place.record = nil }
    if let area = place.area, !board.holds(RecordName(area)) { place.area = nil }
    switch place.view {
    case .area where place.area == nil, .list: place.view = .grid
    case .action where place.record == nil: place.view = place.area == nil ? .grid : .area
    default: break
    }
    place.selection = nil
    place.threats?.group = nil
    place.spot = nil
    go(to: place)
    flash = nil
  }
}

extension Board {
  /// Whether the board holds every standing record of another one.
  fileprivate func holds(allOf other: Board) -> Bool {
    func holds<Content: RecordContent>(_ content: Content.Type) -> Bool {
      other[kind: content].standing.allSatisfy { self[$0.id]?.isDeleted == false }
    }
    return Kind.allCases.allSatisfy { $0 == .board || holds($0.content) }
  }
}
