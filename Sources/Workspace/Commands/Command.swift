package import Screen

/// What a person can ask for.
package enum Command: String, CaseIterable, Sendable {
  case showAreas = "areas"
  case showPlan = "plan"
  case showResponses = "responses"
  case showRisk = "risk"
  case showThreats = "threats"
  case showMeeting = "meeting"
  case showPartners = "partners"
  case moveUp = "up"
  case moveDown = "down"
  case moveLeft = "left"
  case moveRight = "right"
  case goFirst = "first"
  case goLast = "last"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case nextBox = "next-box"
  case previousBox = "previous-box"
  case previousArea = "previous-area"
  case nextArea = "next-area"
  case previousView = "previous-view"
  case nextView = "next-view"
  case mine = "mine"
  case open = "open"
  case back = "back"
  case leave = "quit"
  case nextAttention = "next-attention"
  case narrow = "narrow"
  case order = "order"
  case reverse = "reverse"
  case refresh = "refresh"
  case changes = "changes"
  case undo = "undo"
  case redo = "redo"
  case repeatChange = "repeat"
  case read = "read"
  case asAt = "as-at"
  case today = "today"
  case publicView = "public-view"
  case saveState = "save"
  case problems = "problems"
  case drafts = "drafts"
  case palette = "palette"
  case help = "help"
  case markRow = "mark"
  case markRange = "mark-range"
  case markAll = "mark-all"
  case setPlace = "set-place"
  case goToPlace = "go-to-place"
  case goToFormerPlace = "go-back"
  case zoom = "zoom"
  case copyLines = "copy-line"
  case copyReferences = "copy-reference"
  case copyTable = "copy-table"
  case copyToFile = "copy-file"
  case exportPlan = "export-plan"
  case importPlan = "import-plan"
  case exportRegister = "export-register"
  case importIssues = "import-issues"
  case picture = "picture"
  case redraw = "redraw"
  case suspend = "suspend"

  case addArea = "add-area"
  case changeArea = "change-area"
  case editProfile = "edit-profile"
  case setStatus = "set-status"
  case reviewArea = "review-area"
  case raiseArea = "raise-area"
  case lowerArea = "lower-area"

  case chooseAgency = "agency"
  case addAction = "add-action"
  case changeAction = "change-action"
  case setActionStatus = "set-action-status"
  case setDates = "set-dates"
  case setPartners = "set-partners"
  case editAction = "edit-action"
  case previousP = "previous-p"
  case nextP = "next-p"
  case raiseAction = "raise-action"
  case lowerAction = "lower-action"
  case supersede = "supersede"
  case clearStatus = "clear-status"
  case removeAction = "remove-action"

  case changeEntry = "change-entry"
  case addEntry = "add-entry"
  case setEntry = "set-entry"
  case dateEntry = "date-entry"
  case removeEntry = "remove-entry"
  case clearEntry = "clear-entry"
  case nextSection = "next-section"
  case previousSection = "previous-section"
  case previousAction = "previous-action"
  case nextAction = "next-action"

  case addRound = "add-round"
  case changeRound = "change-round"
  case setRespondents = "set-respondents"
  case closeRound = "close-round"
  case reopenRound = "reopen-round"
  case compareRounds = "compare-rounds"
  case exportRound = "export-round"
  case importReplies = "import-replies"

  case score = "score"
  case addIssue = "add-issue"
  case changeIssue = "change-issue"
  case stepUp = "step-up"
  case stepDown = "step-down"
  case unscore = "unscore"
  case anchors = "anchors"
  case scoreAs = "score-for"
  case giveReason = "reason"
  case agree = "agree"
  case whatIf = "what-if"
  case tracePath = "where-from"
  case raiseCut = "cut-up"
  case lowerCut = "cut-down"
  case decideCut = "decide-cut"
  case addContext = "add-place"
  case changeContext = "change-place"
  case showModel = "model"

  case recordAnswered = "answered"
  case recordNil = "nil-return"
  case recordDeclined = "declined"
  case recordNotApplicable = "not-applicable"
  case noteBounce = "bounced"
  case clearAnswer = "clear-answer"
  case changeAnswer = "change-answer"
  case editAnswer = "edit-answer"
  case setReceived = "set-received"
  case noteReminder = "chased"
  case raiseIssue = "raise-issue"
  case referAnswer = "refer"
  case foldUnits = "fold"
  case unfoldUnits = "unfold"

  case capture = "capture"
  case acceptThreat = "accept"
  case watchThreat = "watch"
  case mergeThreat = "merge"
  case escalateThreat = "escalate"
  case referThreat = "refer-threat"
  case dismissThreat = "dismiss"
  case scoreThreat = "score-threat"
  case setStage = "set-stage"
  case setThemes = "set-themes"
  case setSource = "set-source"
  case changeThreat = "change-threat"
  case editThreat = "edit-threat"
  case addEvidence = "add-evidence"

  case addMeeting = "add-meeting"
  case decide = "decide"

  case addHere = "add-here"
  case addPartner = "add-partner"
  case addRequest = "add-request"
  case addAgreement = "add-agreement"
  case addPractice = "add-practice"
  case changePartner = "change-partner"
  case decideRequest = "decide-request"
  case partnerDates = "partner-dates"
  case setMembers = "set-members"
  case handOver = "hand-over"
  case setImpact = "set-impact"
  case clearPartner = "clear-partner"
  case removePartner = "remove-partner"
  case foldPartners = "fold-partners"
  case unfoldPartners = "unfold-partners"
  case nextCriterion = "next-criterion"
  case previousCriterion = "previous-criterion"
  case endScoring = "end-scoring"
}

/// Where a command may be asked for.
package enum Scope: Hashable, Sendable {
  case everywhere
  case pane(Pane)
  /// In the whole of one action.
  case sheet
  /// While values are being given to an issue.
  case scoring

  /// The heading of the scope in help and documentation.
  package var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .pane(let pane): "\(pane.rawValue) \(pane.title)"
    case .sheet: "The whole action, in 2 Plan"
    case .scoring: "SCORE, in 4 Risk"
    }
  }
}

/// What is known of a command: the one source of keys, footer, palette, help and manual.
package struct CommandEntry: Sendable {
  package let command: Command
  package let scope: Scope

  /// One to three words for the footer.
  package let title: String

  /// What it does, as one sentence.
  package let sentence: String

  /// All keys that ask for it, the preferred one first; each is a sequence of presses.
  package let keys: [[Key]]

  /// Whether any letter follows the keys, and says which of several things is meant.
  package let takesLetter: Bool

  /// Whether and how what the command does can be taken back.
  package let danger: Danger

  package enum Danger: Sendable {
    /// It changes nothing that is kept.
    case none
    /// It changes the board; the change can be made undone by another one.
    case reversible
  }

  init(
    _ command: Command, _ scope: Scope, _ title: String, _ keys: [[Key]], _ sentence: String,
    takesLetter: Bool = false, danger: Danger = .none
  ) {
    self.command = command
    self.scope = scope
    self.title = title
    self.keys = keys
    self.sentence = sentence
    self.takesLetter = takesLetter
    self.danger = danger
  }
}
