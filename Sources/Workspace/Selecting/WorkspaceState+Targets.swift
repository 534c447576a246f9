import Domain

extension WorkspaceState {
  /// The records that a kept form changes: all that are marked, if its own is one of them.
  func targets(of purpose: FormPurpose) -> [RecordName] {
    guard let record = purpose.record else { return [] }
    return isMarked(record) && purpose.on(record) != nil ? targets : [record]
  }

  /// Says in the title of a form that was opened how many records it changes.
  mutating func countTargets() {
    guard case .form(var form, let purpose)? = overlay else { return }
    let count = targets(of: purpose).count
    guard count > 1, let record = purpose.record else { return }
    form.title =
      "\(count) \(RecordName.plural(of: record.kind)) · "
      + CommandTable.entry(purpose.command).title
    overlay = .form(form, purpose)
  }

  /// What a filled-in form changes in some records, as one act: all of it or nothing.
  ///
  /// - Returns: `nil` where it does not fit one of them; the form then says which and why.
  mutating func edits(
    of form: inout Form, for purpose: FormPurpose, on names: [RecordName]
  ) -> [Edit]? {
    guard names.count > 1, let first = names.first else {
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
        : "Changed \(names.count) \(RecordName.plural(of: first.kind))."
    }
    self = trial
    return act
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
