extension Scorer {
  /// Sections by rank, and all criteria, section by section.
  static func ordered(
    _ model: ScoringModel, _ problems: inout ModelProblems
  ) -> ([SectionEntry], [CriterionEntry]) {
    var sections: [SectionEntry] = []
    var criteria: [CriterionEntry] = []
    for (sectionID, section) in model.sections.ranked() {
      let first = criteria.count
      for (id, criterion) in model.criteria.ranked() where criterion.section == sectionID {
        checkScale(of: id, criterion, &problems)
        let points = criterion.scale.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        criteria.append(CriterionEntry(id: id, criterion: criterion, points: points))
      }
      if first == criteria.count { problems.add("sections.\(sectionID)", "has no criterion") }
      sections.append(
        SectionEntry(id: sectionID, section: section, criteria: first..<criteria.count))
    }
    for (id, criterion) in model.criteria.ranked() where model.sections[criterion.section] == nil {
      problems.add(
        "criteria.\(id).section", "names no section of the model: “\(criterion.section)”")
    }
    if criteria.isEmpty { problems.add("criteria", "is empty; nothing could be scored") }
    return (sections, criteria)
  }

  private static func checkScale(
    of id: Identifier<Criterion>, _ criterion: Criterion, _ problems: inout ModelProblems
  ) {
    let field = "criteria.\(id).scale"
    if criterion.scale.isEmpty {
      problems.add(field, "is empty; give the values that may be given")
    }
    var keys: Set<String> = []
    for (value, point) in criterion.scale.sorted(by: { $0.key < $1.key }) {
      if value < .zero { problems.add(field, "holds \(value); values cannot be negative") }
      if point.key.count != 1 || !keys.insert(point.key).inserted {
        problems.add("\(field).\(value).key", "must be one character that no other value has")
      }
    }
  }

  /// What a formula may name: every section and every criterion.
  static func names(
    _ sections: [SectionEntry], _ criteria: [CriterionEntry], _ problems: inout ModelProblems
  ) -> [String: Formula] {
    var names: [String: Formula] = [:]
    func check(_ field: String, _ name: String) {
      if FormulaReader.canName(name) { return }
      problems.add(
        "\(field).\(name)", "has a name that a formula reads as something else; rename it")
    }
    for (index, criterion) in criteria.enumerated() {
      names[criterion.id.text] = .criterion(index)
      check("criteria", criterion.id.text)
    }
    for section in sections { check("sections", section.id.text) }
    for (index, section) in sections.enumerated()
    where names.updateValue(.section(index), forKey: section.id.text) != nil {
      problems.add("sections.\(section.id)", "has the name of a criterion; rename one of them")
    }
    return names
  }

  static func read(
    _ text: String, _ field: String, _ names: [String: Formula], _ problems: inout ModelProblems
  ) -> Formula {
    var reader = FormulaReader(text, names: names)
    do {
      return try reader.read()
    } catch {
      problems.add(field, error.what)
      return .number(.zero)
    }
  }

  /// The table as figures: an assumed entry lies between its published neighbours.
  ///
  /// The table is taken never to fall. Below the first published entry the bound is 0; above the
  /// last it is the greatest entry.
  static func figures(of table: [Exact: ScoringModel.Multiplier]) -> [Exact: Figure] {
    let published = table.filter { $0.value.basis == .published }
    let greatest = table.values.map(\.value).max() ?? .zero
    return Dictionary(
      uniqueKeysWithValues: table.map { total, entry in
        guard entry.basis == .assumed else { return (total, Figure(entry.value)) }
        let below = published.filter { $0.key < total }.max { $0.key < $1.key }?.value.value
        let above = published.filter { $0.key > total }.min { $0.key < $1.key }?.value.value
        return (
          total,
          Figure(
            value: entry.value, low: below ?? .zero, high: above ?? greatest, isAssumed: true)
        )
      })
  }

  /// Looks for entries that are negative or less than one before them.
  ///
  /// With either, a figure could fall when a value rises, and bounds would be wrong.
  static func checkOrder(
    of table: [Exact: ScoringModel.Multiplier], _ problems: inout ModelProblems
  ) {
    var greatest = Exact.zero
    for (total, entry) in table.sorted(by: { $0.key < $1.key }) {
      let field = "multipliers.\(total).value"
      if entry.value < .zero {
        problems.add(field, "is \(entry.value); a multiplier cannot be negative")
      } else if entry.value < greatest {
        problems.add(
          field,
          "is \(entry.value), less than \(greatest) for a total before it; the table may not fall")
      }
      greatest = max(greatest, entry.value)
    }
  }

  /// Looks for totals that the scales allow but the multiplier table has no entry for.
  func checkMultipliers(of formula: Formula, _ problems: inout ModelProblems) {
    for argument in formula.multiplierArguments {
      guard let totals = reachable(argument) else {
        problems.add("multipliers", "cannot be checked: the formula reaches over 10000 totals")
        continue
      }
      for total in totals.sorted() where multipliers[total] == nil {
        problems.add(
          "multipliers",
          "has no entry for \(total), which the scales allow; add one, marked assumed")
      }
    }
  }

  /// All values a formula can have, or `nil` when they are more than can be listed.
  private func reachable(_ formula: Formula) -> Set<Exact>? {
    switch formula {
    case .number(let number): [number]
    case .criterion(let index): Set(criteria[index].points.map(\.value))
    case .section(let index):
      sections[index].criteria.reduce([.zero]) { totals, criterion in
        combine(totals, Set(criteria[criterion].points.map(\.value))) { $0.adding($1) }
      }
    case .sum(let left, let right):
      combine(reachable(left), reachable(right)) { $0.adding($1) }
    case .product(let left, let right):
      combine(reachable(left), reachable(right)) { $0.multiplied(by: $1) }
    case .multiplier(let argument):
      reachable(argument).map { Set($0.compactMap { multipliers[$0]?.value }) }
    }
  }

  private func combine(
    _ left: Set<Exact>?, _ right: Set<Exact>?, _ operation: (Exact, Exact) -> Exact?
  ) -> Set<Exact>? {
    guard let left, let right, left.count * right.count <= 100_000 else { return nil }
    let all = Set(left.flatMap { one in right.compactMap { operation(one, $0) } })
    return all.count <= 10_000 ? all : nil
  }
}
