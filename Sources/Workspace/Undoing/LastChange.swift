package import Domain

/// What a person did last, as it can be done once more on another record.
package enum LastChange: Equatable, Sendable {
  /// A form was kept: the fields that were changed in it get the same values.
  case form(Form, FormPurpose)

  /// A value was given under a criterion, or taken away.
  case value(Exact?, under: Identifier<Criterion>)

  /// A value was raised or lowered by so many steps of its scale.
  case step(Int)

  /// The cut of the register was moved by one.
  case cut(isDown: Bool)

  /// An area was moved down in the list by so many rows.
  case move(Int)

  /// A key did something to actions.
  case deed(ActionDeed)

  /// A key did something to answers.
  case answer(AnswerDeed)

  /// A key did something to issues.
  case threat(ThreatDeed)

  /// Something that belongs to one record only; a sentence says what.
  case single(String)
}

extension FormPurpose {
  /// The same said of another record; `nil` where it cannot be.
  func on(_ name: RecordName) -> FormPurpose? {
    switch self {
    case .changeArea: name.identifier().map { .changeArea($0) }
    case .setStatus: name.identifier().map { .setStatus($0) }
    case .reviewArea(_, let questions): name.identifier().map { .reviewArea($0, questions) }
    case .changeIssue: name.identifier().map { .changeIssue($0) }
    case .changeAction: name.identifier().map { .changeAction($0) }
    case .setActionStatus: name.identifier().map { .setActionStatus($0) }
    case .setDates: name.identifier().map { .setDates($0) }
    case .setPartners: name.identifier().map { .setPartners($0) }
    case .risk(let form): form.on(name).map { .risk($0) }
    case .partners(let form): form.on(name).map { .partners($0) }
    case .threats(let form): form.on(name).map { .threats($0) }
    case .addArea, .addIssue, .addAction, .supersede, .addRound, .changeRound, .setRespondents,
      .closeRound, .addMeeting, .decide, .entry, .errand, .addAnswer, .changeAnswer,
      .setReceived:
      nil
    }
  }

  /// The pane in which it can be repeated.
  fileprivate var pane: Pane {
    switch self {
    case .addArea, .changeArea, .setStatus, .reviewArea, .errand: .areas
    case .addIssue, .changeIssue, .risk: .risk
    case .addAction, .changeAction, .setActionStatus, .setDates, .setPartners, .supersede, .entry:
      .plan
    case .addRound, .changeRound, .setRespondents, .closeRound: .responses
    case .addAnswer, .changeAnswer, .setReceived: .responses
    case .addMeeting, .decide: .meeting
    case .partners: .partners
    case .threats: .threats
    }
  }
}

extension RecordName {
  /// The name as that of a record of one kind; `nil` when it is of another kind.
  func identifier<Content: RecordContent>() -> Identifier<Content>? {
    kind == Content.kind ? try? Identifier(id) : nil
  }
}

extension WorkspaceState {
  /// Why the last change cannot be made here; `nil` when it can.
  var whyNotRepeated: String? {
    switch lastChange {
    case nil: "you have changed nothing yet."
    case .single(let sentence): sentence
    case .form(_, let purpose):
      pane != purpose.pane
        ? "your last change was made in \(purpose.pane.title), \(purpose.pane.rawValue)."
        : activeMarks == nil && selectedName == nil
          ? "nothing is selected."
          : (activeMarks?.all ?? Set([selectedName].compactMap(\.self)))
            .contains { purpose.on($0) == nil }
            ? "nothing is selected that it fits." : activeMarks == nil ? whyGhost : nil
    case .value(_, let criterion):
      pane != .risk
        ? "your last change gave a value, in Risk, 4." : whyValueNotRepeated(under: criterion)
    case .step:
      pane != .risk
        ? "your last change gave a value, in Risk, 4." : whyNot(.stepUp)
    case .cut:
      pane != .risk ? "your last change moved the cut, in Risk, 4." : whyNot(.lowerCut)
    case .deed(let deed):
      pane != .plan ? "your last change was made in Plan, 2." : whyNotInPlan(deed.command)
    case .answer(let deed):
      pane != .responses
        ? "your last change was made in Responses, 3." : whyNotInResponses(deed.command)
    case .threat(let deed):
      pane != .threats ? "your last change was made in Threats, 5." : whyNotInThreats(deed.command)
    case .move: pane != .areas ? "your last change moved an area." : whyNot(.lowerArea)
    }
  }

  /// Makes the last change once more, on what is selected.
  ///
  /// - Parameter isAgreed: Whether what looks like personal data is to be kept there, too.
  /// - Returns: What the world should do.
  mutating func repeatLastChange(isAgreed: Bool = false) -> [Effect] {
    switch lastChange {
    case .form(var form, let purpose):
      if !isAgreed, let (index, suspicion) = form.firstPersonal {
        overlay = .confirmation(
          Confirmation(question(of: form.fields[index].label, suspicion), to: .repeatChange))
        return []
      }
      guard let edits = edits(of: &form, for: purpose, on: targets) else {
        flash = "Not repeated: \(form.complaint ?? "it does not fit here.")"
        return []
      }
      return save(edits)
    case .value(let value, let criterion): return repeatValue(value, under: criterion)
    case .step(let steps): return step(by: steps)
    case .cut(let isDown): return moveCut(down: isDown)
    case .move(let rows): return moveAreas(by: rows)
    case .deed(let deed): return perform(deed, on: targets.compactMap { $0.identifier() })
    case .answer(let deed): return perform(deed)
    case .threat(let deed): return perform(deed)
    case .single, nil: return []
    }
  }

  /// Why a value cannot be given once more; `nil` when it can.
  private func whyValueNotRepeated(under criterion: Identifier<Criterion>) -> String? {
    var there = self
    there.goToValue(under: criterion)
    return there.whyNot(.stepUp)
  }

  /// Outside SCORE a value is repeated under its own criterion; in SCORE under the next one, as its
  /// key would.
  private mutating func goToValue(under criterion: Identifier<Criterion>) {
    guard risk.scoring == nil else { return }
    risk.column = assessment?.scorer.criteria.firstIndex { $0.id == criterion } ?? risk.column
  }

  private mutating func repeatValue(
    _ value: Exact?, under criterion: Identifier<Criterion>
  ) -> [Effect] {
    goToValue(under: criterion)
    guard let criterion = selectedCriterion else { return [] }
    if let value, !criterion.points.contains(where: { $0.value == value }) {
      flash =
        "\(value) is not on the scale of \(criterion.criterion.title): \(scaleKeys(criterion))."
      return []
    }
    let effects = give(value)
    // As the key does that gave it first.
    if risk.scoring != nil, value != nil { moveCriterion(by: 1) }
    return effects
  }
}
