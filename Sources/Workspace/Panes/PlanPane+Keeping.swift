import Domain
import Screen

/// What forms for actions change when they are kept.
extension WorkspaceState {
  mutating func addAction(_ form: Form) -> [Edit]? {
    guard let p = form.place(of: .p).flatMap(form.choice).flatMap({ try? Identifier<P>($0) })
    else { return [] }
    let area = form.place(of: .area).flatMap(form.choice).flatMap { try? Identifier<Area>($0) }
    let marking = form.place(of: .marking).flatMap { self.marking(in: form, at: $0) }
    let id: Identifier<Action> = identifiers.next()
    var action = Record(
      id: id, header: newHeader(marking: marking),
      content: Action(area: area, p: p, recommendation: ""))
    var act = take(form, into: &action) + rank(&action)
    act += [put(action: action)].compactMap(\.self)
    // In the grid one goes on to the next gap.
    if plan.view != .grid { select(action: id) }
    flash = "Added \(quoted(action))\(warning(about: action, after: form))"
    return act
  }

  mutating func changeAction(_ id: Identifier<Action>, _ form: Form) -> [Edit]? {
    guard var action = board[id] else { return [] }
    var act = take(form, into: &action)
    guard let edit = put(action: action) else {
      flash = "Nothing was changed."
      return []
    }
    act.append(edit)
    flash = "Changed \(quoted(action))\(warning(about: action, after: form))"
    return act
  }

  mutating func setStatus(of id: Identifier<Action>, _ form: Form) -> [Edit]? {
    guard var action = board[id],
      let status = form.choice(0).flatMap({ try? Identifier<ActionStatus>($0) })
    else { return [] }
    let reason = form.fields[1].text
    action.content.take(
      Action.StatusChange(status: status, reason: reason, at: today, by: roleOfWriter ?? writer),
      as: identifiers.next())
    let edit = put(action: action)
    flash = "\(quoted(action)) is \(statusTitle(status)): \(reason.cut(to: 60))"
    return [edit].compactMap(\.self)
  }

  /// The role by which the board knows who edits; `nil` where no partner names the login.
  var roleOfWriter: String? {
    let login = writer.prefix { $0 != "@" }
    return board.partners.standing.lazy.flatMap(\.content.roles.values)
      .first { $0.login.map { $0 == login } ?? false }?.role
  }

  /// Adds an action that takes the place of another one: what is not done goes along.
  mutating func supersede(_ id: Identifier<Action>, _ form: Form) -> [Edit]? {
    guard let old = board[id] else { return [] }
    var content = old.content
    content.supersedes = id
    content.status = nil
    content.statusHistory = [:]
    content.evidence = [:]
    content.outcome = nil
    content.disruptions = [:]
    content.milestones = content.milestones.filter { $0.value.done == nil }
    var action = Record(
      id: identifiers.next(), header: header(handledAs: [old.header]), content: content)
    var act = take(form, into: &action)
    // Who agreed to the former words has not agreed to others.
    if action.recommendation != old.recommendation {
      for owner in action.owners.keys { action.owners[owner] = .init(agreed: .unknown) }
    }
    act += [put(action: action)].compactMap(\.self)
    select(action: action.id)
    flash = "\(quoted(action)) takes the place of the former action"
    return act
  }

  // MARK: From the fields

  /// Takes what was changed in a form, and nothing else: somebody else may have changed the rest.
  ///
  /// - Returns: The edits that add partners who are named for the first time.
  private mutating func take(_ form: Form, into action: inout Record<Action>) -> [Edit] {
    var act: [Edit] = []
    if let index = form.changed(.recommendation) {
      action.recommendation = form.fields[index].text
    }
    if let index = form.changed(.lead) {
      action.lead = partners(in: form, at: index, adding: &act).first
    }
    if let index = form.changed(.owners) {
      let owners = partners(in: form, at: index, adding: &act)
      let former = formerPartners(in: form, at: index)
      for owner in former where !owners.contains(owner) { action.owners[owner] = nil }
      for owner in owners where !former.contains(owner) && action.owners[owner] == nil {
        action.owners[owner] = .init(agreed: .unknown)
      }
    }
    for (field, answer) in [(ActionField.refused, Action.Ownership.Agreed.no), (.agreed, .yes)] {
      guard let index = form.changed(field) else { continue }
      let partners = partners(in: form, at: index, adding: &act)
      take(answer, of: partners, after: formerPartners(in: form, at: index), into: &action)
    }
    if let index = form.changed(.review) { action.review = form.date(at: index) }
    if let index = form.changed(.phase) {
      action.phase = form.choice(index).flatMap { try? Identifier($0) }
    }
    takeMilestone(form, into: &action)
    return act
  }

  /// The partners that a field named when the form was opened.
  private func formerPartners(in form: Form, at index: Int) -> [Identifier<Partner>] {
    form.formerChoices(index).compactMap { try? Identifier($0) }
  }

  /// Notes who has given an answer; whoever has given it no longer has given none.
  private func take(
    _ answer: Action.Ownership.Agreed, of partners: [Identifier<Partner>],
    after former: [Identifier<Partner>], into action: inout Record<Action>
  ) {
    for owner in former
    where !partners.contains(owner) && action.owners[owner]?.agreed == answer {
      action.owners[owner] = .init(agreed: .unknown)
    }
    for owner in partners
    where !former.contains(owner) && action.owners[owner]?.agreed != answer {
      action.owners[owner] = .init(agreed: answer, on: today)
    }
  }

  /// Takes text and date of the milestone that is due next; where there is none one is added.
  private mutating func takeMilestone(_ form: Form, into action: inout Record<Action>) {
    let (due, text) = (form.changed(.due), form.changed(.milestone))
    guard due != nil || text != nil else { return }
    let next = action.content.nextMilestone
    let id = next?.id ?? identifiers.next()
    var milestone = next?.milestone ?? Action.Milestone(text: "")
    if next == nil {
      let last = action.milestones.values.compactMap(\.rank).max()
      milestone.rank = Rank.between(last, nil)
    }
    if let due { milestone.due = form.date(at: due) }
    if let text { milestone.text = form.fields[text].text }
    let isEmpty = milestone.text.isEmpty && milestone.due == nil
    if milestone.text.isEmpty { milestone.text = "Complete" }
    action.milestones[id] = isEmpty ? nil : milestone
  }

  /// What contradicts itself in the dates that were typed, as the end of a sentence.
  private func warning(about action: Record<Action>, after form: Form) -> String {
    guard form.changed(.due) ?? form.changed(.review) != nil,
      let review = action.review, let due = action.content.nextMilestone?.milestone.due,
      review.lastDayNumber < due.firstDayNumber
    else { return "." }
    return ". Its review, \(review.words), comes before the milestone, \(due.words)."
  }
}
