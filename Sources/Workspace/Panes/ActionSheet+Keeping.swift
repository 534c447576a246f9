import Domain
import Screen

extension Form {
  fileprivate func place(of field: EntryField) -> Int? {
    fields.firstIndex { $0.label == field.rawValue }
  }

  /// The place of a field that was changed, or that a new entry takes as it stands.
  fileprivate func kept(_ field: EntryField, isNew: Bool) -> Int? {
    place(of: field).flatMap { isNew || fields[$0].isChanged ? $0 : nil }
  }

  fileprivate func text(at index: Int) -> String? {
    fields[index].text.isEmpty ? nil : fields[index].text
  }

  fileprivate func option<Choice: RawRepresentable<String>>(_ field: EntryField) -> Choice? {
    place(of: field).flatMap { choice($0) }.flatMap(Choice.init(rawValue:))
  }

  fileprivate func identifier<Subject>(_ field: EntryField) -> Identifier<Subject>? {
    place(of: field).flatMap { choice($0) }.flatMap { try? Identifier($0) }
  }
}

extension WorkspaceState {
  /// What a kept form changes in an action, or adds to it.
  mutating func keep(
    _ entry: SheetEntry, of id: Identifier<Action>, _ form: inout Form
  ) -> [Edit]? {
    guard var action = board[id] else { return [] }
    let name = "“\(action.recommendation.cut(to: 40))”"
    guard let kept = keep(entry, of: &action, &form) else {
      if form.complaint == nil { form.complaint = "Somebody has removed it: Esc leaves the form." }
      return nil
    }
    guard let edit = put(action: action) else {
      flash = "Nothing was changed."
      return []
    }
    sortSheet()
    plan.sheet.select(kept)
    let isNew = kept != entry
    flash =
      "\(isNew ? "Added" : "Changed") \(kept.section.rawValue.folded)\(isNew ? " to" : " of") \(name)."
    return [edit]
  }

  /// - Returns: The entry as it is called from here on; `nil` where it cannot be kept.
  private mutating func keep(
    _ entry: SheetEntry, of action: inout Record<Action>, _ form: inout Form
  ) -> SheetEntry? {
    switch entry {
    case .recommendation, .outcome, .notes, .source, .marking, .review:
      keepField(entry, of: &action, form)
      return entry
    case .change(let id):
      guard var change = action.statusHistory[id] else { return nil }
      if let place = form.kept(.reason, isNew: false) { change.reason = form.fields[place].text }
      if let place = form.kept(.on, isNew: false) { change.at = form.date(at: place) }
      action.statusHistory[id] = change
      return entry
    case .owner(let id):
      guard var owner = action.owners[id] else { return nil }
      keepOwner(&owner, form)
      action.owners[id] = owner
      return entry
    case .milestone(let id):
      guard var milestone = action.milestones[id] else { return nil }
      keepMilestone(&milestone, form, isNew: false)
      action.milestones[id] = milestone
      return entry
    case .noMilestone:
      let id: Identifier<Action.Milestone> = identifiers.next()
      var milestone = Action.Milestone(text: "")
      keepMilestone(&milestone, form, isNew: true)
      milestone.rank = Rank.between(action.milestones.values.compactMap(\.rank).max(), nil)
      action.milestones[id] = milestone
      return .milestone(id)
    case .evidence(let id):
      guard var evidence = action.evidence[id] else { return nil }
      keepEvidence(&evidence, form, isNew: false)
      action.evidence[id] = evidence
      return entry
    case .noEvidence:
      let id: Identifier<Evidence> = identifiers.next()
      var evidence = Evidence(text: "")
      keepEvidence(&evidence, form, isNew: true)
      action.evidence[id] = evidence
      return .evidence(id)
    case .noRequest:
      guard let id: Identifier<Request> = form.identifier(.request) else { return nil }
      action.blockedBy.append(id)
      return .request(id)
    case .disruption, .noDisruption: return keepDisruption(entry, of: &action, &form)
    case .move, .noMove: return keepMove(entry, of: &action, &form)
    default: return nil
    }
  }

  private func keepField(_ entry: SheetEntry, of action: inout Record<Action>, _ form: Form) {
    guard form.fields[0].isChanged else { return }
    let text = form.text(at: 0)
    switch entry {
    case .recommendation: action.recommendation = text ?? action.recommendation
    case .outcome: action.outcome = text
    case .notes: action.header.notes = text
    case .source: action.header.source = text
    case .marking: action.header.marking = form.identifier(.marking)
    case .review: action.review = form.date(at: 0)
    default: break
    }
  }

  private func keepOwner(_ owner: inout Action.Ownership, _ form: Form) {
    let answers = form.kept(.agreed, isNew: false) != nil
    if answers, let agreed: Action.Ownership.Agreed = form.option(.agreed) { owner.agreed = agreed }
    // The day that stands there goes with an answer, or is what was asked for.
    let isOnlyDate = form.place(of: EntryField.agreed) == nil && owner.on == nil
    if let place = form.kept(.on, isNew: answers || isOnlyDate) {
      // Nobody says when it is not known whether somebody agrees.
      owner.on = owner.agreed == .unknown ? nil : form.date(at: place)
    }
  }

  private func keepMilestone(_ milestone: inout Action.Milestone, _ form: Form, isNew: Bool) {
    if let place = form.kept(.text, isNew: isNew) { milestone.text = form.fields[place].text }
    if let place = form.kept(.due, isNew: isNew) { milestone.due = form.date(at: place) }
    if let place = form.kept(.done, isNew: isNew) { milestone.done = form.date(at: place) }
  }

  private func keepEvidence(_ evidence: inout Evidence, _ form: Form, isNew: Bool) {
    if let place = form.kept(.text, isNew: isNew) { evidence.text = form.fields[place].text }
    if let place = form.kept(.source, isNew: isNew) { evidence.source = form.text(at: place) }
    if let place = form.kept(.on, isNew: isNew) { evidence.on = form.date(at: place) }
  }

  private mutating func keepDisruption(
    _ entry: SheetEntry, of action: inout Record<Action>, _ form: inout Form
  ) -> SheetEntry? {
    guard let place = form.place(of: .count),
      let count = form.number(at: place).value,
      let level: Action.Disruption.Level = form.option(.level)
    else { return nil }
    let id: Identifier<Action.Disruption> =
      if case .disruption(let id) = entry { id } else { identifiers.next() }
    let isNew = entry == .noDisruption
    guard
      var disruption = action.disruptions[id]
        ?? (isNew ? Action.Disruption(level: level, count: count) : nil)
    else { return nil }
    if form.kept(.level, isNew: isNew) != nil { disruption.level = level }
    if form.kept(.count, isNew: isNew) != nil { disruption.count = count }
    if let place = form.kept(.period, isNew: isNew) { disruption.period = form.text(at: place) }
    if let place = form.kept(.source, isNew: isNew) { disruption.source = form.text(at: place) }
    action.disruptions[id] = disruption
    return .disruption(id)
  }

  private mutating func keepMove(
    _ entry: SheetEntry, of action: inout Record<Action>, _ form: inout Form
  ) -> SheetEntry? {
    guard let issue: Identifier<Issue> = form.identifier(.issue),
      let criterion: Identifier<Criterion> = form.identifier(.criterion),
      let scale = assessment?.scorer.criteria.first(where: { $0.id == criterion }),
      let (from, to) = ends(&form, on: scale)
    else { return nil }
    let id: Identifier<Action.Move> =
      if case .move(let id) = entry { id } else { identifiers.next() }
    let isNew = entry == .noMove
    guard
      var move = action.moves[id]
        ?? (isNew ? Action.Move(issue: issue, criterion: criterion) : nil)
    else { return nil }
    if form.kept(.issue, isNew: isNew) != nil { move.issue = issue }
    if form.kept(.criterion, isNew: isNew) != nil { move.criterion = criterion }
    if form.kept(.from, isNew: isNew) != nil {
      move.from = from ?? value(of: criterion, for: issue)
    }
    if form.kept(.to, isNew: isNew) != nil { move.to = to }
    action.moves[id] = move
    return .move(id)
  }

  /// The two values of a move; `nil` where one is not on the scale, of which the form complains.
  private func ends(
    _ form: inout Form, on scale: Scorer.CriterionEntry
  ) -> (from: Exact?, to: Exact?)? {
    var ends: [Exact?] = []
    for field in [EntryField.from, .to] {
      guard let place = form.place(of: field) else { return nil }
      let typed = form.fields[place].text
      let value = Exact(typed)
      guard typed.isEmpty || scale.points.contains(where: { $0.value == value }) else {
        form.complain(
          "“\(typed.cut(to: 20))” is not on the scale of \(scale.criterion.title): \(scale.allowed).",
          at: place)
        return nil
      }
      ends.append(value)
    }
    return (ends[0], ends[1])
  }

  /// The value that counts for an issue under a criterion.
  private func value(of criterion: Identifier<Criterion>, for issue: Identifier<Issue>) -> Exact? {
    guard let assessment, let slot = board.issues.slot(of: issue),
      let place = assessment.scorer.criteria.firstIndex(where: { $0.id == criterion })
    else { return nil }
    return assessment.values(of: slot, in: board)[place]
  }
}
