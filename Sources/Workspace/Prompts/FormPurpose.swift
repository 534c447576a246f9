package import Domain

/// What a form that is filled in is for.
package enum FormPurpose: Equatable, Sendable {
  case addArea
  case changeArea(Identifier<Area>)
  case setStatus(Identifier<Area>)
  case reviewArea(Identifier<Area>, [ReviewQuestion])
  case addIssue
  case changeIssue(Identifier<Issue>)
}

extension WorkspaceState {
  /// Does what a filled-in form is for, or leaves it open with a complaint.
  mutating func keep(_ form: Form, for purpose: FormPurpose) -> [Effect] {
    var form = form
    let act: [Edit]?
    switch purpose {
    case .addArea: act = addArea(&form)
    case .changeArea(let id): act = changeArea(id, &form)
    case .setStatus(let id): act = setStatus(of: id, &form)
    case .reviewArea(let id, let questions): act = review(id, questions, &form)
    case .addIssue: act = addIssue(&form)
    case .changeIssue(let id): act = changeIssue(id, &form)
    }
    guard let act else {
      overlay = .form(form, purpose)
      return []
    }
    overlay = nil
    // Where others changed a field meanwhile, both values are kept: the edit began before theirs.
    return save(act.map { $0.begun(before: meanwhile) })
  }
}
