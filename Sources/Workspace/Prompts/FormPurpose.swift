package import Domain

/// What a form that is filled in is for.
package enum FormPurpose: Equatable, Sendable {
  case addArea
  case changeArea(Identifier<Area>)
  case setStatus(Identifier<Area>)
  case reviewArea(Identifier<Area>, [ReviewQuestion])
  case addIssue
  case changeIssue(Identifier<Issue>)

  /// To do something that changes nothing on the board.
  case errand(Errand)

  /// Whether keeping the form changes nothing on the board.
  var isErrand: Bool { if case .errand = self { true } else { false } }

  /// The record the form is about; `nil` when it makes one.
  var record: RecordName? {
    switch self {
    case .addArea, .addIssue, .errand: nil
    case .changeArea(let id), .setStatus(let id), .reviewArea(let id, _): RecordName(id)
    case .changeIssue(let id): RecordName(id)
    }
  }
}

extension WorkspaceState {
  /// Does what a filled-in form is for, or leaves it open with a complaint.
  mutating func keep(_ form: Form, for purpose: FormPurpose) -> [Effect] {
    var form = form
    if case .errand(let errand) = purpose { return run(errand, form) }
    guard let act = edits(of: &form, for: purpose, on: targets(of: purpose)) else {
      overlay = .form(form, purpose)
      return []
    }
    let draft = typed ?? shelf.restored
    overlay = nil
    shelf.restored = nil
    guard !act.isEmpty else {
      // Somebody else has taken the record away: what was typed for it is not.
      if let draft, let record = purpose.record, !board.holds(record) { shelf.setAside([draft]) }
      return []
    }
    lastChange = change(by: form, for: purpose)
    // Where others changed a field meanwhile, both values are kept: the edit began before theirs.
    let effects = save(act.map { $0.begun(before: meanwhile) })
    if let draft { shelf.wait(for: draft, place: saves.count) }
    return effects
  }

  /// What a filled-in form changes; `nil` where it does not fit, of which the form then complains.
  mutating func edits(of form: inout Form, for purpose: FormPurpose) -> [Edit]? {
    switch purpose {
    case .addArea: addArea(&form)
    case .changeArea(let id): changeArea(id, &form)
    case .setStatus(let id): setStatus(of: [id], &form)
    case .reviewArea(let id, let questions): review(id, questions, &form)
    case .addIssue: addIssue(&form)
    case .changeIssue(let id): changeIssue(id, &form)
    case .errand: []
    }
  }

  private func change(by form: Form, for purpose: FormPurpose) -> LastChange {
    switch purpose {
    case .addArea, .addIssue: .single("your last change added something; a adds more.")
    default: .form(form, purpose)
    }
  }
}
