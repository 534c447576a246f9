import Domain
import Screen

/// What forms of the Threats pane change when they are kept.
extension WorkspaceState {
  /// What a filled-in form changes in some issues, as one act: all of it or nothing.
  ///
  /// - Returns: `nil` where it does not fit one of them, of which the form then complains.
  mutating func edits(
    of form: inout Form, for purpose: ThreatsForm, on names: [RecordName]
  ) -> [Edit]? {
    guard case .deed(let deed, _) = purpose else { return capture(&form) }
    if let sentence = ghostAmong(names), names.count > 1 {
      form.complaint = sentence
      return nil
    }
    let issues = names.compactMap { $0.identifier() }
      .compactMap { (id: Identifier<Issue>) in board[id] }.filter { !$0.isDeleted }
    guard !issues.isEmpty else {
      flash = "The issue is gone."
      return []
    }
    do throws(TriageRefusal) {
      let act = try deed == .merge ? merge(issues, form) : change(issues, by: deed, form)
      if act.isEmpty { flash = "Nothing was changed." }
      if deed.isTriage { goOn(from: issues.map(\.id)) }
      return act
    } catch {
      form.complain("\(error)", at: 0)
      return nil
    }
  }

  // MARK: Capture

  private mutating func capture(_ form: inout Form) -> [Edit]? {
    let names = CaptureNames(on: board, today: today)
    let line: CaptureLine
    do throws(UnreadableCapture) {
      line = try CaptureLine(form.text(of: .threat), among: names, today: today)
    } catch {
      // Somebody else may have taken a name away since the form was opened.
      form.complain("\(error)", at: 0)
      return nil
    }
    let id: Identifier<Issue> = identifiers.next()
    var issue = Issue(title: line.title)
    issue.sourcePartner = line.source
    issue.area = line.area
    issue.raised = line.raised ?? today
    let marking = line.marking ?? names.usualMarking(in: line.area)
    let edit = putAndFollow(
      Record(id: id, header: newHeader(marking: marking), content: issue))
    var like: Record<Issue>?
    if pane == .threats {
      _ = selectInThreats(RecordName(id))
      settleThreats()
      like = threats.likely[id]?.first.flatMap { board[$0.issue] }
    }
    // On a narrow line this comes before what can be read in the row.
    let raised = line.raised == nil ? ", raised today" : ""
    flash =
      like.map { "Captured\(raised). It is like “\($0.title.cut(to: 36))”: M merges them" }
      ?? "Captured \(line.words(names))"
    return [edit].compactMap(\.self)
  }

  // MARK: Deeds

  private mutating func change(
    _ issues: [Record<Issue>], by deed: ThreatsForm.Deed, _ form: Form
  ) throws(TriageRefusal) -> [Edit] {
    // All are refused before one is changed.
    var changed: [Record<Issue>] = []
    for issue in issues { changed.append(try self.changed(issue, by: deed, form)) }
    var act: [Edit] = []
    switch deed {
    case .source, .change: take(sourceIn: form, into: &changed, adding: &act)
    case .themes: take(themesIn: form, into: &changed, adding: &act)
    case .evidence: addEvidence(form, to: &changed)
    default: break
    }
    let edits = changed.compactMap { putAndFollow($0) }
    flash = sentence(of: deed, changed)
    if deed == .stage, let target = issues.compactMap(\.mergedInto).first.flatMap({ board[$0] }) {
      flash? += "; “\(target.title.cut(to: 40))” keeps what it took over"
    }
    return act + edits
  }

  /// An issue as a form makes it, without what the form adds to the board.
  private func changed(
    _ issue: Record<Issue>, by deed: ThreatsForm.Deed, _ form: Form
  ) throws(TriageRefusal) -> Record<Issue> {
    switch deed {
    case .accept:
      // Where nobody touched the field, each goes into the area that it has.
      let area = form.changedRow(of: .area) == nil ? issue.area : form.choice(of: .area)
      return try board.accepted(issue, into: area)
    case .watch:
      guard let date = form.row(of: .until).flatMap({ form.date(at: $0) }) else { return issue }
      return try board.watched(issue, until: date, today: today)
    case .dismiss: return try board.dismissed(issue, because: form.text(of: .reason))
    case .stage:
      let stage = form.row(of: .stage).flatMap { form.choice($0) }
      return try stage == Issue.Stage.emerging.rawValue
        ? board.returned(issue) : board.accepted(issue, into: issue.area)
    case .change:
      var issue = issue
      if form.changedRow(of: .title) != nil { issue.title = form.text(of: .title) }
      if form.changedRow(of: .area) != nil { issue.area = form.choice(of: .area) }
      if let place = form.changedRow(of: .raised) { issue.raised = form.date(at: place) }
      if form.changedRow(of: .marking) != nil { issue.header.marking = form.choice(of: .marking) }
      return issue
    case .merge, .source, .themes, .evidence: return issue
    }
  }

  private mutating func merge(
    _ issues: [Record<Issue>], _ form: Form
  ) throws(TriageRefusal) -> [Edit] {
    guard let target: Identifier<Issue> = form.choice(of: .into), let links = threats.derived?.links
    else { return [] }
    var names = identifiers
    let merged = try board.merged(
      issues, into: target, today: today, links, cards: cards(of:)
    ) { names.next() }
    identifiers = names
    var act = merged.issues.compactMap { putAndFollow($0) }
    act += [putAndFollow(merged.target)].compactMap(\.self)
    let issuesChanged = act.count
    act += merged.responses.compactMap { putAndFollow($0) }
    act += merged.actions.compactMap { putAndFollow($0) }
    act += merged.meetings.compactMap { putAndFollow($0) }
    act += merged.scorecards.compactMap { putAndFollow($0) }
    let moved = act[issuesChanged...].map(\.record).counted
    let isDone = merged.target.isDecided && merged.target.stage != .registered
    flash =
      "Merged \(words(for: issues)) into “\(merged.target.title.cut(to: 50))”, which keeps both texts"
      + (moved.isEmpty ? "" : " and takes \(moved)")
      + (isDone
        ? ", and is \(merged.target.stage.rawValue) \(outcome(of: merged.target) ?? "")" : "")
    return act
  }

  /// The scorecards of an issue; without an assessment, which knows them, they have to be looked for.
  private func cards(of issue: Identifier<Issue>) -> [Record<Scorecard>] {
    guard let assessment else { return board.scorecards.standing.filter { $0.issue == issue } }
    return board.issues.slot(of: issue).map { assessment.allCards(of: $0) }?
      .map { board.scorecards[slot: $0] } ?? []
  }

  /// What was done to issues, as a sentence without its end.
  private func sentence(of deed: ThreatsForm.Deed, _ issues: [Record<Issue>]) -> String {
    let what = words(for: issues)
    let outcome = issues.first.flatMap { self.outcome(of: $0) } ?? ""
    switch deed {
    case .accept:
      let isOne = Set(issues.map(\.area)).count == 1
      return "Accepted \(what) "
        + (isOne ? (issues[0].area == nil ? outcome : "into \(outcome)") : "into their areas")
    case .watch: return "Watching \(what) \(outcome)"
    case .dismiss: return "Dismissed \(what): \(outcome.cut(to: 60))"
    case .stage:
      return issues[0].stage == .emerging
        ? "\(what) \(issues.count == 1 ? "is" : "are") back in the inbox" : "Registered \(what)"
    case .evidence: return "Added what supports \(what)"
    case .merge, .source, .change, .themes: return "Changed \(what)"
    }
  }

  // MARK: What a form may add

  private mutating func take(
    sourceIn form: Form, into issues: inout [Record<Issue>], adding act: inout [Edit]
  ) {
    if let place = form.changedRow(of: .source) {
      let partner = partners(in: form, at: place, adding: &act).first
      for index in issues.indices { issues[index].sourcePartner = partner }
    }
    if form.changedRow(of: .meeting) != nil {
      for index in issues.indices { issues[index].sourceMeeting = form.choice(of: .meeting) }
    }
  }

  private mutating func take(
    themesIn form: Form, into issues: inout [Record<Issue>], adding act: inout [Edit]
  ) {
    var settings = board.settings
    if let place = form.changedRow(of: .theme) {
      let theme = themes(form.named(at: place), in: &settings.themes).first
      for index in issues.indices { issues[index].theme = theme }
    }
    if let place = form.changedRow(of: .golden) {
      // Only what was named more or less than before: the others may have other golden themes.
      let former = Set(form.formerChoices(place))
      let named = themes(form.named(at: place), in: &settings.goldenThemes)
      let removed = former.subtracting(named.map(\.text))
      for index in issues.indices {
        let kept = issues[index].goldenThemes.filter { !removed.contains($0.text) }
        issues[index].goldenThemes =
          kept + named.filter { !former.contains($0.text) && !kept.contains($0) }
      }
    }
    if let place = form.changedRow(of: .alone) {
      for index in issues.indices {
        issues[index].standsAlone = form.choice(place).map { $0 == "yes" }
      }
    }
    act += [putAndFollow(settings)].compactMap(\.self)
  }

  /// The themes that a field names; those that are not there yet are added behind the others.
  private mutating func themes(
    _ named: [Form.Named], in themes: inout [Identifier<Theme>: Theme]
  ) -> [Identifier<Theme>] {
    named.compactMap { name in
      switch name {
      case .option(let id): return try? Identifier(id)
      case .added(let title):
        if let known = themes.first(where: { $0.value.title.folded == title.folded }) {
          return known.key
        }
        let id: Identifier<Theme> = identifiers.next()
        let last = themes.values.compactMap(\.rank).max()
        themes[id] = Theme(title: title, rank: Rank.between(last, nil))
        return id
      }
    }
  }

  private mutating func addEvidence(_ form: Form, to issues: inout [Record<Issue>]) {
    let origin = form.text(of: .origin)
    let evidence = Evidence(
      text: form.text(of: .text), source: origin.isEmpty ? nil : origin,
      on: form.row(of: .on).flatMap { form.date(at: $0) })
    for index in issues.indices { issues[index].evidence[identifiers.next()] = evidence }
  }
}

extension ThreatsForm.Deed {
  /// Whether it says what becomes of an issue, so that one goes on to the next.
  fileprivate var isTriage: Bool {
    switch self {
    case .accept, .watch, .merge, .dismiss, .stage: true
    case .source, .change, .themes, .evidence: false
    }
  }
}
