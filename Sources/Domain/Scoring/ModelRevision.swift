import JSON

/// A scoring model as somebody proposes to change it, change by change; nothing of it is agreed.
package struct ModelRevision: Equatable, Sendable {
  /// The model that the changes begin from.
  package let base: Record<ScoringModel>

  /// The model after each change, the latest last.
  private var steps: [ScoringModel] = []

  package init(of base: Record<ScoringModel>) { self.base = base }

  /// The model as it would be.
  package var proposed: Record<ScoringModel> {
    var record = base
    record.content = steps.last ?? base.content
    return record
  }

  /// Whether anything would be different.
  package var isChanged: Bool { proposed.content != base.content }

  /// Goes on to another state of the model; one that says the same is no change.
  package mutating func propose(_ model: ScoringModel) {
    if model != proposed.content { steps.append(model) }
  }

  /// Takes the latest change back.
  ///
  /// - Returns: Whether there was one.
  package mutating func takeBack() -> Bool { steps.popLast() != nil }

  /// What would change, field by field.
  package var changes: [FieldChange] { Edit(from: base, to: proposed)?.changes ?? [] }

  /// The same changes of the model as somebody else has changed it meanwhile.
  ///
  /// - Throws: ``EditRefusal`` where both changed one field, or somebody removed what it belongs to.
  package func rebased(on current: Record<ScoringModel>) throws(EditRefusal) -> ModelRevision {
    var revision = ModelRevision(of: current)
    guard let edit = Edit(from: base, to: proposed), let value = try? Value(encoding: current)
    else { return revision }
    for change in edit.changes { try change.refuseWithoutParent(in: value, from: edit.seen) }
    let document = try edit.apply(to: value)
    guard let record = try? Record<ScoringModel>(id: current.id, document: document) else {
      preconditionFailure("Changes of fields lead to a model where nothing around them is gone.")
    }
    revision.propose(record.content)
    return revision
  }
}

extension FieldChange {
  /// Refuses a change in an object that was there when it began and is gone: what it names would
  /// come back without the rest.
  fileprivate func refuseWithoutParent(
    in current: Value, from seen: Value?
  ) throws(EditRefusal) {
    for end in path.indices.dropFirst()
    where new != nil && seen?.value(at: path[..<end]) != nil
      && current.value(at: path[..<end]) == nil
    {
      let field = path[..<end].joined(separator: ".")
      throw .changedMeanwhile(field: field, found: nil, wanted: new)
    }
  }
}

extension ModelRevision {
  /// What a revision would lead to.
  package enum Outcome: Equatable, Sendable {
    /// Nothing could be scored with the model.
    case unusable(ModelProblems)
    case change(ModelChange)
  }

  /// What would become of the ranks if this model were the one in use, and all scores agreed anew.
  ///
  /// Every issue is scored afresh, so the cost is that of scoring the whole board.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - standing: Its scores as they are; `nil` where nothing can be scored.
  /// - Returns: The moves, or why there could be none.
  package func outcome(on board: Board, from standing: Assessment?) -> Outcome {
    do {
      let assessment = Assessment(of: board, scorer: try Scorer(proposed), isAgreedAnew: true)
      return .change(ModelChange(of: board, from: standing, to: assessment))
    } catch {
      return .unusable(error)
    }
  }
}
