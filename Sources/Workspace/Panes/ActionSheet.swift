package import Domain

/// A part of the whole action, with its entries.
enum SheetSection: String, CaseIterable, Sendable {
  case recommendation = "What"
  case shortcomings = "Lacking"
  case status = "Status"
  case lead = "Lead"
  case owners = "Owners"
  case milestones = "Milestones"
  case review = "Review"
  case requests = "Blocked by"
  case evidence = "Evidence"
  case outcome = "Outcome"
  case disruptions = "Disruptions"
  case moves = "Moves"
  case succession = "Succession"
  case notes = "Notes"
  case source = "Source"
  case marking = "Marking"
}

/// An entry of the whole action, by the name it has in the record.
package enum SheetEntry: Hashable, Sendable {
  case recommendation, status, suggestion, lead, review, outcome, notes, source, marking
  case shortcoming(Shortcoming.Kind)
  /// An earlier status, with its reason.
  case change(Identifier<Action.StatusChange>)
  case owner(Identifier<Partner>)
  case milestone(Identifier<Action.Milestone>)
  case request(Identifier<Request>)
  case evidence(Identifier<Evidence>)
  case disruption(Identifier<Action.Disruption>)
  case move(Identifier<Action.Move>)
  /// The action in whose place this one came.
  case supersedes
  /// The action that came in the place of this one.
  case successor(Identifier<Action>)

  // Lists without an entry, where one can be added.
  case noOwner, noMilestone, noRequest, noEvidence, noDisruption, noMove

  var section: SheetSection {
    switch self {
    case .recommendation: .recommendation
    case .shortcoming: .shortcomings
    case .status, .suggestion, .change: .status
    case .lead: .lead
    case .owner, .noOwner: .owners
    case .milestone, .noMilestone: .milestones
    case .review: .review
    case .request, .noRequest: .requests
    case .evidence, .noEvidence: .evidence
    case .outcome: .outcome
    case .disruption, .noDisruption: .disruptions
    case .move, .noMove: .moves
    case .supersedes, .successor: .succession
    case .notes: .notes
    case .source: .source
    case .marking: .marking
    }
  }
}

extension SheetEntry {
  /// The fields of the record that the entry shows, by their outermost names.
  var fields: Set<String> {
    switch section {
    case .recommendation: ["recommendation"]
    case .shortcomings: []
    case .status: ["status", "statusHistory"]
    case .requests: ["blockedBy"]
    case .succession: ["supersedes"]
    default: [section.rawValue.lowercased()]
    }
  }
}

extension SheetSection {
  /// What stands for the section while it has no entry; `nil` where none can be added.
  var absence: SheetEntry? {
    switch self {
    case .owners: .noOwner
    case .milestones: .noMilestone
    case .requests: .noRequest
    case .evidence: .noEvidence
    case .disruptions: .noDisruption
    case .moves: .noMove
    default: nil
    }
  }

  /// One entry of the section, as a word; `nil` where the section is one itself.
  var entryTitle: String? {
    switch self {
    case .owners: "owner"
    case .milestones: "milestone"
    case .requests: "information request"
    case .evidence: "evidence"
    case .disruptions: "disruption"
    case .moves: "score it should move"
    default: nil
    }
  }
}

extension WorkspaceState {
  /// The action whose whole is shown; `nil` in every other view.
  var sheetAction: Record<Action>? {
    guard pane == .plan, case .action(let id) = plan.view else { return nil }
    return board[id]
  }

  /// Opens the whole of an action, to be left for the view it was opened from.
  mutating func openSheet(of id: Identifier<Action>) {
    if case .action = plan.view {} else { plan.below = plan.view }
    plan.view = .action(id)
    plan.sheet = ListState()
    sortSheet()
  }

  /// Goes back to the view that the whole action was opened from.
  mutating func closeSheet() {
    guard case .action(let id) = plan.view else { return }
    plan.view = plan.below
    if plan.view == .grid { plan.view = .area }
    select(action: id)
  }

  /// Lists the entries again; the cursor stays on its entry.
  mutating func sortSheet() {
    guard let action = sheetAction else { return }
    let rows = SheetSection.allCases.flatMap { entries(of: $0, in: action) }
    if rows != plan.sheet.rows { plan.sheet.show(rows, of: rows.count) }
  }

  private func entries(of section: SheetSection, in action: Record<Action>) -> [SheetEntry] {
    let entries: [SheetEntry] =
      switch section {
      case .recommendation: [.recommendation]
      case .shortcomings:
        shortcomings(of: action).map { .shortcoming($0.kind) }
      case .status:
        [.status] + (suggestion(for: action) == nil ? [] : [.suggestion])
          + action.formerChanges.map { .change($0) }
      case .lead: [.lead]
      case .owners:
        board.owners(of: action.content).filter { action.owners[$0] != nil }.map { .owner($0) }
      case .milestones: action.milestones.ranked().map { .milestone($0.key) }
      case .review: [.review]
      case .requests: action.blockedBy.map { .request($0) }
      case .evidence: action.evidence.sorted { $0.key < $1.key }.map { .evidence($0.key) }
      case .outcome: [.outcome]
      case .disruptions:
        action.disruptions.sorted { $0.key < $1.key }.map { .disruption($0.key) }
      case .moves: action.moves.sorted { $0.key < $1.key }.map { .move($0.key) }
      case .succession:
        (action.supersedes == nil ? [] : [.supersedes])
          + [summaries.successor(of: action.id)].compactMap { $0.map { .successor($0) } }
      case .notes: [.notes]
      case .source: [.source]
      case .marking: [.marking]
      }
    return entries.isEmpty ? [section.absence].compactMap(\.self) : entries
  }

  /// The status that the dates speak for, where it is another one than that of the action.
  func suggestion(for action: Record<Action>) -> StatusSuggestion? {
    let suggestion = board.suggestedStatus(of: action, today: today)
    return suggestion?.status == action.status ? nil : suggestion
  }
}

extension Record<Action> {
  /// The changes of status, the latest first.
  private var changes: [Identifier<Action.StatusChange>] {
    content.statusChanges.reversed().map(\.key)
  }

  /// The change of status that led to the present one; `nil` where none is known.
  var latestChange: Identifier<Action.StatusChange>? {
    changes.first.flatMap { content.statusHistory[$0]?.status == content.status ? $0 : nil }
  }

  /// The changes before it, the latest first.
  var formerChanges: [Identifier<Action.StatusChange>] {
    changes.filter { $0 != latestChange }
  }
}
