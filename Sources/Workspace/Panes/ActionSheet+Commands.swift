import Domain
import Screen

extension WorkspaceState {
  func whyNotInSheet(_ command: Command) -> String? {
    guard let action = sheetAction, let entry = plan.sheet.selected else {
      return "only in the whole of an action: Enter on one."
    }
    switch command {
    case .nextSection, .previousSection, .previousAction, .nextAction: return nil
    default: break
    }
    if let whyGhost { return whyGhost }
    switch command {
    case .addEntry:
      if entry.section == .moves, let scoringProblem { return scoringProblem }
      return entry.section.absence == nil
        ? "there is one \(entry.section.rawValue.folded) only; i changes it." : nil
    case .removeEntry:
      return entry.isRemovable ? nil : "only an entry of a list is removed; x clears others."
    case .clearEntry: return whyNotCleared(entry, in: action)
    case .dateEntry: return entry.hasDate ? nil : "this entry has no date."
    default: return nil
    }
  }

  private func whyNotCleared(_ entry: SheetEntry, in action: Record<Action>) -> String? {
    let isEmpty: Bool
    switch entry {
    case .status, .suggestion: isEmpty = action.status == nil
    case .lead: isEmpty = action.lead == nil
    case .review: isEmpty = action.review == nil
    case .outcome: isEmpty = action.outcome == nil
    case .notes: isEmpty = action.header.notes == nil
    case .source: isEmpty = action.header.source == nil
    case .milestone(let id): isEmpty = action.milestones[id]?.done == nil
    case .owner(let id): isEmpty = action.owners[id]?.agreed == .unknown
    default: return entry.isRemovable ? "d removes the entry." : "it cannot be empty."
    }
    return isEmpty ? "there is nothing to clear." : nil
  }

  mutating func performInSheet(_ command: Command) -> [Effect] {
    guard let action = sheetAction, let entry = plan.sheet.selected else { return [] }
    switch command {
    case .nextSection: goToSection(by: 1)
    case .previousSection: goToSection(by: -1)
    case .nextAction: changeSheet(by: 1)
    case .previousAction: changeSheet(by: -1)
    case .changeEntry: return change(entry, of: action)
    case .addEntry: return add(to: entry.section, of: action)
    case .setEntry: return set(entry, of: action)
    case .dateEntry: return ask(entryDateForm(entry, of: action), for: entry, of: action)
    case .removeEntry: return save(removing: entry, from: action)
    case .clearEntry: return save(clearing: entry, of: action)
    default: break
    }
    return []
  }

  private mutating func ask(
    _ form: Form?, for entry: SheetEntry, of action: Record<Action>
  ) -> [Effect] {
    if let form { overlay = .form(form, .entry(action.id, entry)) }
    return []
  }

  /// Opens the form of an entry, or goes to what it names.
  private mutating func change(_ entry: SheetEntry, of action: Record<Action>) -> [Effect] {
    switch entry {
    case .shortcoming(let kind): goToRemedy(of: kind, in: action)
    case .status, .suggestion: return performInPlan(.setActionStatus)
    case .lead, .noOwner: return performInPlan(.setPartners)
    case .request(let id): return read(RecordName(id))
    case .supersedes: action.supersedes.map { openSheet(of: $0) }
    case .successor(let id): openSheet(of: id)
    // A field is one line and would join these.
    case .outcome where action.outcome.hasLines, .notes where action.header.notes.hasLines:
      return editTexts(of: action, by: .editAction)
    case .evidence(let id) where action.evidence[id].map(\.text).hasLines:
      flash = "It has several lines, which a field cannot hold: a adds other evidence."
    default: return ask(entryForm(entry, of: action), for: entry, of: action)
    }
    return []
  }

  private mutating func add(to section: SheetSection, of action: Record<Action>) -> [Effect] {
    guard let entry = section.absence else { return [] }
    return change(entry, of: action)
  }

  /// Ticks a milestone off, or not; asks whether an owner agrees; else asks for the status.
  private mutating func set(_ entry: SheetEntry, of action: Record<Action>) -> [Effect] {
    switch entry {
    case .owner: return ask(entryForm(entry, of: action), for: entry, of: action)
    case .milestone(let id):
      var action = action
      guard let milestone = action.milestones[id] else { return [] }
      action.milestones[id]?.done = milestone.done == nil ? today : nil
      return save(
        action,
        milestone.done == nil ? "“\(milestone.text)” is done" : "“\(milestone.text)” is to do")
    default: return performInPlan(.setActionStatus)
    }
  }

  private mutating func save(_ action: Record<Action>, _ sentence: String) -> [Effect] {
    let edit = put(action: action)
    lastChange = .single("your last change was made in the whole of an action; it stays there.")
    flash = edit == nil ? "Nothing was changed." : "\(sentence)."
    sortSheet()
    return save([edit].compactMap(\.self))
  }

  private mutating func save(
    removing entry: SheetEntry, from action: Record<Action>
  ) -> [Effect] {
    var changed = action
    switch entry {
    case .change(let id): changed.statusHistory[id] = nil
    case .owner(let id): changed.owners[id] = nil
    case .milestone(let id): changed.milestones[id] = nil
    case .request(let id): changed.blockedBy.removeAll { $0 == id }
    case .evidence(let id): changed.evidence[id] = nil
    case .disruption(let id): changed.disruptions[id] = nil
    case .move(let id): changed.moves[id] = nil
    case .supersedes: changed.supersedes = nil
    default: return []
    }
    return save(changed, "Removed: \(text(of: entry, in: action).text.cut(to: 40))")
  }

  private mutating func save(
    clearing entry: SheetEntry, of action: Record<Action>
  ) -> [Effect] {
    var changed = action
    switch entry {
    case .status, .suggestion: changed.status = nil
    case .lead: changed.lead = nil
    case .review: changed.review = nil
    case .outcome: changed.outcome = nil
    case .notes: changed.header.notes = nil
    case .source: changed.header.source = nil
    case .milestone(let id): changed.milestones[id]?.done = nil
    case .owner(let id):
      changed.owners[id]?.agreed = .unknown
      changed.owners[id]?.on = nil
    default: return []
    }
    return save(changed, "Cleared: \(entry.section.rawValue.folded)")
  }
}

extension String? {
  /// Whether a text holds a line break.
  fileprivate var hasLines: Bool { self?.contains(where: \.isNewline) ?? false }
}

extension SheetEntry {
  /// Whether it is an entry of a list, or a link, that can be taken out.
  fileprivate var isRemovable: Bool {
    switch self {
    case .change, .owner, .milestone, .request, .evidence, .disruption, .move, .supersedes: true
    default: false
    }
  }

  /// Whether a date belongs to it.
  fileprivate var hasDate: Bool {
    switch self {
    case .change, .owner, .milestone, .review, .evidence: true
    default: false
    }
  }
}
