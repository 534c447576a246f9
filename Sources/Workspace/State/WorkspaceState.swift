package import Domain
package import Screen

/// What is on the screen, and everything it follows from.
///
/// Only ``update(on:)`` changes it and only effects leave it; ``draw()`` makes a picture of it. It
/// reads no clock, draws no random number and touches no file.
package struct WorkspaceState: Sendable {
  package internal(set) var board: Board

  /// Who is to see the screen; for the public ``board`` is what the public is shown of the board.
  package internal(set) var audience = Audience.board

  /// The state behind a public view.
  var backstage = Backstage.nothing

  /// Why the public is shown nothing at all, as a sentence; `nil` where something is.
  var whyNothingIsShown: String?

  /// Everything wrong with the files and records of the board.
  package internal(set) var problems: [Problem] = []

  /// What is wrong with single files: they could not be read.
  var unreadable: [Problem] = []

  /// What is wrong with the records together; `nil` until it is looked for.
  var inconsistent: [Problem]?

  /// Scores and ranks; `nil` while the board has no model that can be used.
  package internal(set) var assessment: Assessment?

  /// Why there is no assessment, as a sentence.
  var scoringProblem: String?
  var summaries: AreaSummaries

  /// The highest marking among the records of a kind that has been shown, worked out once.
  var markings: [Kind: String] = [:]

  /// The day that lateness is reckoned from: the one whose board is shown, else that of now.
  package var today: CalendarDate {
    asAt.flatMap { CalendarDate(dayNumber: $0.lastDayNumber) } ?? todayOfNow
  }

  let todayOfNow: CalendarDate

  /// The day at whose end the board was as it is shown; `nil` shows the board of now.
  package internal(set) var asAt: CalendarDate?

  /// Whether today is a day that was asked for, not the day it is.
  let isTodayGiven: Bool

  /// Who edits: a person and installation.
  let writer: String
  var now: Timestamp

  /// How many minutes the clock on the wall is ahead of universal time.
  let minutesAhead: Int
  var identifiers: IdentifierSource

  package internal(set) var pane = Pane.areas

  /// The panes that have been shown: what the others need is not worked out before.
  private(set) var visited: Set<Pane> = [.areas]

  /// The panes that show records which were changed since they were last worked out.
  private var outdated: Set<Pane> = []

  /// The area that the other panes take as their context.
  var area: Identifier<Area>?
  var areas = AreasPane()
  package internal(set) var plan = PlanPane()
  package internal(set) var responses = ResponsesPane()
  package internal(set) var risk = RiskPane()
  package internal(set) var partners = PartnersPane()
  package internal(set) var threats = ThreatsPane()
  var records: [Pane: RecordsPane] = [:]

  /// What lies over the pane and takes the keys; `nil` when nothing does.
  package internal(set) var overlay: Overlay?

  /// The marked rows of each pane that has some.
  var rowMarks: [Pane: RowMarks] = [:]

  /// How many of the plan's marked actions are not shown.
  var hiddenMarks = HiddenMarks()

  /// Where one can go back to.
  var places = Places()

  /// Whether the box in front has the whole body, however wide the screen.
  var isZoomed = false

  /// Whether the filter of the pane's list is being typed.
  var isNarrowing = false

  /// What others did, and what of it has not been looked at.
  var news = News()

  /// What others did to the record of the open form while it is open.
  var meanwhile: [Change] = []

  /// The records that hold two values for a field, and those in whose rows that is shown.
  var conflicted: Set<RecordName> = []
  var conflictMarks: Set<RecordName> = []

  /// The others who have the board open.
  package internal(set) var here: [Visitor] = []

  /// Keys pressed so far of a longer sequence.
  var pendingKeys: [Key] = []

  /// The last result, shown until the next key.
  package internal(set) var flash: String?
  package internal(set) var saves = SaveQueue()

  /// What became of saves and has not been asked for yet, as sentences.
  var unread: [String] = []
  var savedAt: Timestamp?

  /// Whether the disk holds something else than what is shown, and must be read again.
  var isStale = false

  /// Whether the board is read again because the disk refused what memory holds.
  var isTakingBack = false

  /// Whether a person asked for the board to be read again and sorted afresh.
  var isRefreshing = false

  /// Whether to quit as soon as everything is saved.
  var isQuitting = false

  /// What a person did last, for doing the same elsewhere; `nil` before anything.
  var lastChange: LastChange?

  /// What the person's editor has; `nil` while it is not open.
  var editing: TextEditing?

  /// What was typed and is not on the board, beside what is being typed.
  var shelf = DraftShelf()
  var size: Size
  var repertoire: Canvas.Repertoire
  var hasFocus = true

  /// What the workspace starts with.
  package struct Start: Sendable {
    package var board: Board
    package var problems: [Problem]
    package var today: CalendarDate
    package var isTodayGiven: Bool
    package var asAt: CalendarDate?
    package var audience: Audience
    package var writer: String
    package var now: Timestamp
    package var minutesAhead: Int
    package var seed: UInt64
    package var size: Size
    package var repertoire: Canvas.Repertoire

    /// - Parameters:
    ///   - board: The board as read.
    ///   - problems: What could not be read.
    ///   - today: The day that lateness is reckoned from.
    ///   - isTodayGiven: Whether that is a day somebody asked for.
    ///   - asAt: The day at whose end the board was like this; `nil` for the board of now.
    ///   - audience: Who is to see the screen.
    ///   - writer: Who edits.
    ///   - now: The time.
    ///   - minutesAhead: How far local time is ahead of universal time.
    ///   - seed: Where the names of new records come from.
    ///   - size: The size of the screen.
    ///   - repertoire: Which characters the screen can show.
    package init(
      board: Board, problems: [Problem] = [], today: CalendarDate, isTodayGiven: Bool = false,
      asAt: CalendarDate? = nil, audience: Audience = .board, writer: String, now: Timestamp,
      minutesAhead: Int = 0,
      seed: UInt64, size: Size,
      repertoire: Canvas.Repertoire = .unicode
    ) {
      self.board = board
      self.problems = problems
      self.today = today
      self.isTodayGiven = isTodayGiven
      self.asAt = asAt
      self.audience = audience
      self.writer = writer
      self.now = now
      self.minutesAhead = minutesAhead
      self.seed = seed
      self.size = size
      self.repertoire = repertoire
    }
  }

  package init(_ start: Start) {
    board = start.board
    todayOfNow = start.today
    asAt = start.asAt
    isTodayGiven = start.isTodayGiven
    writer = start.writer
    now = start.now
    minutesAhead = start.minutesAhead
    identifiers = IdentifierSource(seed: start.seed)
    size = start.size
    repertoire = start.repertoire
    summaries = AreaSummaries(of: start.board, today: todayOfNow)
    take(start.board, problems: start.problems)
    area = areas.list.selected
    if start.audience == .public { enterPublicView() }
  }

  /// What lies over a pane.
  package enum Overlay: Equatable, Sendable {
    case form(Form, FormPurpose)
    case chooser(Chooser)
    case reader(Reader)
    case confirmation(Confirmation)
    case offer(DraftOffer)
    case changes(ChangeBox)
    case intake(IntakeBox)
    case model(ModelBox)
  }

  /// Takes a board as it was read, keeping selections where they still name something.
  mutating func take(_ board: Board, problems: [Problem]) {
    self.board = board
    unreadable = problems
    inconsistent = nil
    tellProblems()
    summaries = AreaSummaries(of: board, today: today)
    assess()
    markings = [:]
    partners.derived = nil
    threats.derived = nil
    responses.turnout = nil
    for pane in visited { prepare(pane) }
  }

  /// Looks for what is wrong with the records together: the first screen does not wait for it.
  mutating func check() {
    inconsistent = board.problems
    tellProblems()
    findConflicts()
    for pane in visited { prepare(pane) }
  }

  /// Goes to a pane.
  mutating func show(_ pane: Pane) {
    self.pane = pane
    if visited.insert(pane).inserted || outdated.remove(pane) != nil { prepare(pane) }
    switch pane {
    case .areas: findLeadingIssues()
    case .risk, .partners, .threats: break
    case .plan: if area != nil, area != plannedArea { showPlan(of: area) }
    case .responses:
      settleResponses()
      takeContextInResponses()
      responses.isJustShown = true
    default: records[pane]?.select(context: area, in: board)
    }
  }

  /// Works out what a pane shows.
  mutating func prepare(_ pane: Pane) {
    for kind in pane.kinds { markings[kind] = board.highestMarking(of: kind) }
    switch pane {
    case .areas: sortAreas()
    case .plan: sortPlan()
    case .responses: sortResponses()
    case .risk: if risk.scoring == nil { sortIssues() }
    case .partners:
      partners.isSheetStale = true
      sortPartners()
    case .threats: sortThreats()
    default:
      var list = records[pane] ?? RecordsPane(pane: pane)
      list.take(board, problems: problems)
      records[pane] = list
    }
  }

  mutating func assess() {
    assessment = nil
    scoringProblem = nil
    // It counts what is scored.
    threats.funnel = nil
    defer { keepCriterionInModel() }
    guard let id = board.settings.model else {
      scoringProblem = "The board has no scoring model: name one in board.json, field model."
      return
    }
    guard let model = board[id] else {
      scoringProblem = "The board's model, models/\(id).json, is not there or cannot be read."
      return
    }
    do {
      assessment = Assessment(of: board, scorer: try Scorer(model))
      workOutShownScores()
    } catch {
      scoringProblem = "Nothing can be scored with models/\(id).json: \(error)."
    }
  }
}

extension WorkspaceState {
  /// The cursor stands on a criterion of the model, and SCORE is on only where one can score.
  private mutating func keepCriterionInModel() {
    let count = assessment?.scorer.criteria.count ?? 0
    let last = risk.scoring == nil ? count + 1 : count - 1
    if let column = risk.column { risk.column = count == 0 ? nil : min(column, last) }
    if count == 0 { risk.scoring = nil }
  }

  /// Who edits, and when, for the record that is changed.
  var stamp: Stamp { Stamp(at: now, by: writer) }

  /// Saves the edits of one act; none when there are none.
  ///
  /// - Parameters:
  ///   - edits: What the act changes.
  ///   - effective: When it came true; `nil` takes now, or the day that was given as today.
  /// - Returns: What writes it.
  mutating func save(_ edits: [Edit], effective: CalendarDate? = nil) -> [Effect] {
    guard !edits.isEmpty else { return [] }
    settleCells()
    flash = flash.map { $0.hasSuffix(".") ? "\($0) u undoes." : "\($0). u undoes." }
    return saves.add(
      Act(stamp: stamp, effective: effective ?? (isTodayGiven ? today : nil), edits: edits))
  }

  /// Puts a record in place and gives its edit; `nil` when it says the same already.
  mutating func put<Content: RecordContent>(_ record: Record<Content>) -> Edit? {
    outdated.formUnion(
      visited.filter { $0 != pane && $0 != .risk && $0.sources.contains(Content.kind) })
    markings[Content.kind] = board.higherMarking(markings[Content.kind], record.header.marking)
    defer { if let area = record as? Record<Area> { recountTotals(of: [area.id]) } }
    let old = board[record.id]
    let edit = board.put(record, stamp: stamp)
    if let kept = board[record.id] { deriveThreats(from: kept, after: old) }
    return edit
  }

  /// Puts a record in place, and works out again what follows from it; `nil` when it says the same
  /// already.
  mutating func putAndFollow<Content: RecordContent>(_ record: Record<Content>) -> Edit? {
    let old = board[record.id]
    guard let edit = put(record), let kept = board[record.id] else { return nil }
    place(kept, after: old)
    if pane == .plan, movesCards(kept, after: old) { plan.isOutOfOrder = true }
    return edit
  }
}
