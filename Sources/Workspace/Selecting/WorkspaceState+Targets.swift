import Domain
import Screen

extension WorkspaceState {
  /// The records that a kept form changes: all that are marked, if its own is one of them.
  func targets(of purpose: FormPurpose) -> [RecordName] {
    guard let record = purpose.record else { return [] }
    return isMarked(record) && purpose.on(record) != nil ? targets : [record]
  }

  /// Says in the title of a form that was opened how many records it changes.
  mutating func countTargets() {
    guard case .form(var form, let purpose)? = overlay else { return }
    let names = targets(of: purpose)
    guard names.count > 1, let record = purpose.record else { return }
    form.title =
      "\(names.count) \(RecordName.plural(of: record.kind)) · "
      + CommandTable.entry(purpose.command).title
    if case .risk(.agree) = purpose { form.title += agreeNote(on: names) }
    overlay = .form(form, purpose)
  }

  /// What a filled-in form changes in some records, as one act: all of it or nothing.
  ///
  /// - Returns: `nil` where it does not fit one of them; the form then says which and why.
  mutating func edits(
    of form: inout Form, for purpose: FormPurpose, on names: [RecordName]
  ) -> [Edit]? {
    if purpose.takesDecision, !DecisionPrompt.isTakenBy(today, &form, board) { return nil }
    if case .threats(let purpose) = purpose { return edits(of: &form, for: purpose, on: names) }
    guard names.count > 1 else {
      return edits(of: &form, for: names.first.flatMap { purpose.on($0) } ?? purpose)
    }
    var trial = self
    var act: [Edit] = []
    if let sentence = ghostAmong(names) {
      form.complaint = sentence
      return nil
    }
    if case .setStatus = purpose {
      // Several areas take their status by one decision.
      guard let edits = trial.setStatus(of: names.compactMap { try? Identifier($0.id) }, &form)
      else { return nil }
      act = edits
    } else if case .risk(.agree(_, let spot, _)) = purpose {
      let ids = names.compactMap { try? Identifier<Issue>($0.id) }
      guard let edits = trial.agree(ids, at: spot, &form) else { return nil }
      act = edits
    } else {
      for name in names {
        guard let here = purpose.on(name), let edits = trial.edits(of: &form, for: here) else {
          let reason = form.complaint ?? "it does not fit."
          form.complaint = "\(board.title(of: name) ?? "\(name)"): \(reason) None is changed."
          return nil
        }
        act += edits
      }
      trial.flash =
        act.isEmpty
        ? "Nothing was changed."
        : bulkSentence(of: form, for: purpose, on: names)
    }
    self = trial
    return act
  }

  /// What became of several records, as a sentence.
  private func bulkSentence(
    of form: Form, for purpose: FormPurpose, on names: [RecordName]
  ) -> String {
    let kind = names.first.map { RecordName.plural(of: $0.kind) } ?? "records"
    guard case .setActionStatus = purpose else { return "Changed \(names.count) \(kind)." }
    let status = form.choice(0).flatMap { try? Identifier<ActionStatus>($0) }
    let reason = form.fields[1].text
    return "\(names.count) \(kind) are \(statusTitle(status)): \(reason.cut(to: 60))"
  }

  /// Why an act cannot be done to all marked records, naming the first that is gone.
  func ghostAmong(_ names: [RecordName]) -> String? {
    names.first(where: isGhost).map { name in
      "\(board.title(of: name) ?? "\(name)") is \(ghostWord(name)): Space on it takes its mark away."
    }
  }
}

extension RecordName {
  /// The records of a kind, as one counts them: `areas`.
  static func plural(of kind: Kind) -> String { kind.folder ?? "boards" }
}
