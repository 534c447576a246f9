/// A scoring model made ready to score: its parts in order, its formulas read.
package struct Scorer: Equatable, Sendable {
  /// A section with the places of its criteria in ``Scorer/criteria``.
  package struct SectionEntry: Equatable, Sendable {
    package let id: Identifier<ScoringModel.Section>
    package let section: ScoringModel.Section
    package let criteria: Range<Int>
  }

  /// A criterion with the points of its scale, lowest first.
  package struct CriterionEntry: Equatable, Sendable {
    package let id: Identifier<Criterion>
    package let criterion: Criterion
    package let points: [(value: Exact, point: ScalePoint)]

    package static func == (left: CriterionEntry, right: CriterionEntry) -> Bool {
      left.id == right.id && left.criterion == right.criterion
    }

    /// The values of the scale as a person would list them: `0, 1, 2, 4, 8`.
    package var allowed: String { points.map(\.value.description).joined(separator: ", ") }
  }

  package let id: Identifier<ScoringModel>
  package let title: String
  package let version: String
  package let sections: [SectionEntry]

  /// All criteria, section by section.
  package let criteria: [CriterionEntry]

  /// The greatest risk the scales allow: 504 for the model as published.
  package private(set) var greatestRisk = Exact.zero

  let risk: Formula
  let grading: Formula
  let multipliers: [Exact: Figure]

  /// The places of the criteria, sorted by name, to match them with a card's sorted values.
  private let byName: [Int]

  /// Makes a model ready, or says everything that is wrong with it.
  package init(_ record: Record<ScoringModel>) throws(ModelProblems) {
    let model = record.content
    var problems = ModelProblems()
    id = record.id
    title = model.title
    version = model.version
    (sections, criteria) = Scorer.ordered(model, &problems)
    byName = criteria.indices.sorted { [criteria] in criteria[$0].id < criteria[$1].id }
    multipliers = Scorer.figures(of: model.multipliers)
    let names = Scorer.names(sections, criteria, &problems)
    risk = Scorer.read(model.formula.risk, "formula.risk", names, &problems)
    grading = Scorer.read(model.formula.grading, "formula.grading", names, &problems)
    Scorer.checkOrder(of: model.multipliers, &problems)
    guard problems.isEmpty else { throw problems }
    for formula in [risk, grading] { checkMultipliers(of: formula, &problems) }
    guard problems.isEmpty else { throw problems }
    greatestRisk = greatest(risk, "formula.risk", &problems)
    _ = greatest(grading, "formula.grading", &problems)
    guard problems.isEmpty else { throw problems }
  }

  /// A formula's figure for the greatest value of every scale: no other is greater.
  private func greatest(
    _ formula: Formula, _ field: String, _ problems: inout ModelProblems
  ) -> Exact {
    do {
      return try figure(formula, criteria.map { $0.points.last?.value })?.value ?? .zero
    } catch {
      problems.add(field, "cannot be used: \(error)")
      return .zero
    }
  }

  /// A card's values in the order of ``criteria``; `nil` where one is unscored.
  ///
  /// Values of criteria that the model does not have are left out; a check lists them.
  package func ordered(_ values: CriterionValues) -> [Exact?] {
    var ordered = [Exact?](repeating: nil, count: criteria.count)
    var entries = values.entries[...]
    for index in byName {
      let id = criteria[index].id
      while let entry = entries.first, entry.criterion < id { entries = entries.dropFirst() }
      if let entry = entries.first, entry.criterion == id { ordered[index] = entry.value }
    }
    return ordered
  }

  /// The score, or `nil` while a criterion that a formula needs is unscored.
  ///
  /// A card with a gap has no score rather than a low one.
  ///
  /// - Parameter values: One for each of ``criteria``.
  /// - Returns: Both figures, or `nil`.
  /// - Throws: ``ScoringError`` when the model cannot answer for these values.
  package func score(_ values: [Exact?]) throws(ScoringError) -> Score? {
    guard let risk = try figure(risk, values), let grading = try figure(grading, values) else {
      return nil
    }
    return Score(risk: risk, grading: grading)
  }

  /// The total of a section, or `nil` while one of its criteria is unscored.
  package func total(of section: Int, _ values: [Exact?]) -> Exact? {
    var total = Exact.zero
    for index in sections[section].criteria {
      guard let value = values[index], let sum = total.adding(value) else { return nil }
      total = sum
    }
    return total
  }

  /// Whether the risk is made of a section's total; otherwise only the grading can be.
  package func isPartOfRisk(_ section: Int) -> Bool { risk.names.contains(.section(section)) }

  func figure(_ formula: Formula, _ values: [Exact?]) throws(ScoringError) -> Figure? {
    switch formula {
    case .number(let number): return Figure(number)
    case .criterion(let index): return values[index].map { Figure($0) }
    case .section(let index): return total(of: index, values).map { Figure($0) }
    case .sum(let left, let right):
      guard let left = try figure(left, values), let right = try figure(right, values) else {
        return nil
      }
      return try left.adding(right)
    case .product(let left, let right):
      guard let left = try figure(left, values), let right = try figure(right, values) else {
        return nil
      }
      return try left.multiplied(by: right)
    case .multiplier(let argument):
      guard let total = try figure(argument, values) else { return nil }
      guard let multiplier = multipliers[total.value] else {
        throw .noMultiplier(total: total.value)
      }
      return multiplier
    }
  }
}

/// Everything that is wrong with a scoring model.
package struct ModelProblems: Error, Equatable, Sendable {
  /// One thing that is wrong, and in which field.
  package struct Entry: Equatable, Sendable {
    package let field: String
    package let what: String
  }

  package private(set) var entries: [Entry]

  init(_ entries: [Entry] = []) { self.entries = entries }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ field: String, _ what: String) {
    entries.append(Entry(field: field, what: what))
  }
}

extension ModelProblems: CustomStringConvertible {
  package var description: String {
    entries.map { "\($0.field) \($0.what)" }.joined(separator: "; ")
  }
}
