package import Domain

/// A part of a scoring model that can be changed by itself.
package enum ModelEntry: Hashable, Sendable {
  /// Its title and where it comes from.
  case model
  case risk, grading
  case section(Identifier<ScoringModel.Section>)
  case criterion(Identifier<Criterion>)

  /// A point of a criterion's scale, by its value.
  case point(Identifier<Criterion>, Exact)

  /// An entry of the multiplier table, by its total.
  case multiplier(Exact)
}

/// What is asked for in a scoring model.
package enum ModelRequest: Equatable, Sendable {
  case change(ModelEntry)
  case addCriterion(to: Identifier<ScoringModel.Section>)
  case addPoint(to: Identifier<Criterion>)
  case addMultiplier
}

extension ModelEntry {
  /// What `a` adds here; `nil` where there is nothing to add to.
  func addition(in model: ScoringModel) -> ModelRequest? {
    switch self {
    case .model, .risk: nil
    case .section(let id): .addCriterion(to: id)
    case .criterion(let id), .point(let id, _): .addPoint(to: id)
    case .grading, .multiplier: .addMultiplier
    }
  }

  /// Whether it can be taken out of the model.
  var isRemovable: Bool {
    switch self {
    case .criterion, .point, .multiplier: true
    case .model, .risk, .grading, .section: false
    }
  }
}

extension ScoringModel {
  /// The parts of the model in their order; points only of the criteria that are unfolded.
  func entries(unfolding unfolded: Set<Identifier<Criterion>>) -> [ModelEntry] {
    let criteria = criteria.ranked()
    return [.model, .risk, .grading]
      + sections.ranked().flatMap { section, _ in
        [.section(section)]
          + criteria.filter { $0.value.section == section }.flatMap { id, criterion in
            [.criterion(id)]
              + (unfolded.contains(id) ? criterion.scale.keys.sorted().map { .point(id, $0) } : [])
          }
      } + multipliers.keys.sorted().map { .multiplier($0) }
  }

  /// The model without a part of it.
  func removing(_ entry: ModelEntry) -> ScoringModel {
    var model = self
    switch entry {
    case .criterion(let id): model.criteria[id] = nil
    case .point(let id, let value): model.criteria[id]?.scale[value] = nil
    case .multiplier(let total): model.multipliers[total] = nil
    case .model, .risk, .grading, .section: break
    }
    return model
  }

  /// Whether a part is the same in another model.
  func says(_ entry: ModelEntry, asIn other: ScoringModel) -> Bool {
    switch entry {
    case .model: title == other.title && provenance == other.provenance
    case .risk: formula.risk == other.formula.risk
    case .grading: formula.grading == other.formula.grading
    case .section(let id): sections[id] == other.sections[id]
    case .criterion(let id): criteria[id] == other.criteria[id]
    case .point(let id, let value): criteria[id]?.scale[value] == other.criteria[id]?.scale[value]
    case .multiplier(let total): multipliers[total] == other.multipliers[total]
    }
  }
}
