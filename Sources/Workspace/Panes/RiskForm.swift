package import Domain

/// What a form of the Risk pane is for.
package enum RiskForm: Equatable, Sendable {
  /// To agree the working score of an issue in the place or period that is shown.
  case agree(Identifier<Issue>)
  /// To say why an issue has its value under a criterion.
  case reason(Identifier<Issue>, Identifier<Criterion>)
  /// To decide where the register is cut.
  case cut
  /// To agree what is proposed of a scoring model.
  case model(ModelBox)

  /// The record the form is about; `nil` when it is about none.
  var record: RecordName? {
    switch self {
    case .agree(let id), .reason(let id, _): RecordName(id)
    case .cut, .model: nil
    }
  }

  /// The same said of another record; `nil` where it cannot be.
  func on(_ name: RecordName) -> RiskForm? {
    switch self {
    case .agree: name.identifier().map { .agree($0) }
    case .reason(_, let criterion): name.identifier().map { .reason($0, criterion) }
    case .cut, .model: nil
    }
  }

  /// The command that opens the form.
  var command: Command {
    switch self {
    case .agree: .agree
    case .reason: .giveReason
    case .cut: .decideCut
    case .model: .showModel
    }
  }

  /// Why the last change, which the form made, cannot be repeated elsewhere; `nil` where it can.
  var whySingle: String? {
    switch self {
    case .agree: nil
    case .reason: "your last change gave a reason; i gives another one."
    case .cut: "your last change decided the cut; { and } move it."
    case .model: "your last change agreed a scoring model; it belongs to that model."
    }
  }
}

extension WorkspaceState {
  mutating func edits(of form: inout Form, for purpose: RiskForm) -> [Edit]? {
    switch purpose {
    case .agree(let id): agree([id], &form)
    case .reason(let id, let criterion): giveReason(id, criterion, &form)
    case .cut: decideCut(&form)
    case .model(let box): agreeModel(box, &form)
    }
  }
}
