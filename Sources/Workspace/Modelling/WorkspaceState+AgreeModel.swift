import Domain

/// Agreeing a model: the proposal becomes a version of it, by a decision.
extension WorkspaceState {
  /// Asks for the version and the decision, or says why there is nothing to agree.
  mutating func askToAgree(_ box: ModelBox) {
    switch box.outcome {
    case nil: flash = "Nothing is proposed: i changes what the cursor is on."
    case .unusable?: flash = "Nothing could be scored by it: mend what stands at the right first."
    case .change?:
      overlay = .form(agreeForm(box), .risk(.model(box)))
    }
  }

  private func agreeForm(_ box: ModelBox) -> Form {
    let version = Form.Field(
      "Version", nextVersion(of: box.revision.base), isRequired: true,
      hint: "another one than before")
    // What is only taken into use stays the version that it is.
    return Form(
      title: "Agree \(box.model.title)",
      fields: (box.revision.isChanged ? [version] : [])
        + DecisionPrompt.fields(board, today: today))
  }

  /// A version named by the day; with a number where that day has one already.
  private func nextVersion(of model: Record<ScoringModel>) -> String {
    let (day, taken) = ("\(today)", takenVersions(of: model))
    let names = [day] + (2...(taken.count + 2)).map { "\(day).\($0)" }
    return names.first { !taken.contains($0) } ?? day
  }

  /// The versions that a model has had, or that a card names: no other one may be called so.
  private func takenVersions(of model: Record<ScoringModel>) -> Set<String> {
    let former = board.models.all.filter { $0.formerOf == model.id }.map(\.version)
    let named = board.scorecards.all.filter { $0.model == model.id }.map(\.modelVersion)
    return Set(former).union(named).union([model.version])
  }

  /// Changes the model, and what the board scores by, by a decision.
  mutating func agreeModel(_ box: ModelBox, _ form: inout Form) -> [Edit]? {
    guard let revision = rebased(box, &form), isAsShown(revision, box, &form) else { return nil }
    let version = revision.isChanged ? form.fields[0].text : revision.base.version
    guard !revision.isChanged || !takenVersions(of: revision.base).contains(version) else {
      form.complain(
        "There was a version \(version) already, which cards may name: give another one.", at: 0)
      return nil
    }
    var model = revision.proposed
    if revision.isChanged { model.version = version }
    var decision = DecisionPrompt.decision(
      in: form, board, today: today, what: agreedWords(box, revision))
    decision.subject = model.recordName
    decision.from = board.settings.model.flatMap { board[$0]?.label }
    decision.to = model.label
    let id: Identifier<Decision> = identifiers.next()
    let header = header(handledAs: [model.header])
    var settings = board.settings
    settings.model = model.id
    let edits = [
      putAndFollow(Record(id: id, header: header, content: decision)),
      revision.isChanged ? putFormer(revision.base) : nil, put(model), put(settings),
    ]
    assess()
    sortIssues()
    flash = "\(model.label) is agreed by a decision of \(decision.date.words)."
    return edits.compactMap(\.self)
  }

  /// Keeps a model as it was, for the scores that were agreed under it.
  private mutating func putFormer(_ model: Record<ScoringModel>) -> Edit? {
    var content = model.content
    content.formerOf = model.id
    let header = header(handledAs: [model.header])
    return put(Record(id: identifiers.next(), header: header, content: content))
  }

  /// The proposal on the model as it stands by now; `nil`, with a complaint, where somebody else has
  /// changed the same.
  private func rebased(_ box: ModelBox, _ form: inout Form) -> ModelRevision? {
    guard let current = board[box.revision.base.id], !current.isDeleted else {
      form.complain("Somebody has removed the model meanwhile.", at: 0)
      return nil
    }
    do {
      return try box.revision.rebased(on: current)
    } catch {
      form.complain("Not agreed: \(error). Esc twice shows the model as it is.", at: 0)
      return nil
    }
  }

  /// Whether the proposal leads to what was shown of it; else it is shown anew, behind the form.
  ///
  /// What each of two people proposed may be well alone, and lead to nothing together.
  private mutating func isAsShown(
    _ revision: ModelRevision, _ box: ModelBox, _ form: inout Form
  ) -> Bool {
    guard revision.base != box.revision.base else { return true }
    let outcome = revision.outcome(on: board, from: assessment)
    guard outcome != box.outcome else { return true }
    var box = box
    box.revision = revision
    box.outcome = outcome
    box.listEntries()
    if case .unusable = outcome {
      form.complain(
        "Somebody has changed the model meanwhile: nothing could be scored by it any more. "
          + "Esc shows why.", at: 0)
    } else {
      form.complain(
        "Somebody has changed the model meanwhile: see above what would move. Enter agrees that.",
        at: 0)
    }
    overlay = .form(form, .risk(.model(inSight(box))))
    return false
  }

  private func agreedWords(_ box: ModelBox, _ revision: ModelRevision) -> String {
    let changes = board.lines(of: revision.changes, to: revision.base.recordName, isNew: false)
    let use = box.isInUse ? [] : ["issues are scored by it"]
    return "Scoring model \(revision.base.title): \((use + changes).joined(separator: "; "))."
  }
}
