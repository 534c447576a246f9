import Domain
import Screen

extension ModelBox {
  /// The form that asks for a change of the model.
  func form(for request: ModelRequest) -> Form {
    switch request {
    case .change(let entry): form(for: entry)
    case .addCriterion(let section):
      Form(
        title: "Add a criterion to \(model.sections[section]?.title ?? section.text)",
        fields: [
          Form.Field(
            "Name", isRequired: true,
            hint: "for formulas and sheets: 3 to 32 small letters, digits and -")
        ] + criterionFields(nil) + [
          Form.Field("Scale", isRequired: true, hint: "its values, as in 0 1 2 3")
        ])
    case .addPoint(let criterion):
      Form(
        title: "Add a point to the scale of \(model.criteria[criterion]?.title ?? criterion.text)",
        fields: pointFields(nil, nil))
    case .addMultiplier:
      Form(title: "Add an entry to the multiplier table", fields: multiplierFields(nil, nil))
    }
  }

  private func form(for entry: ModelEntry) -> Form {
    switch entry {
    case .model:
      Form(
        title: "The model",
        fields: [
          Form.Field("Title", model.title, isRequired: true),
          Form.Field(
            "Provenance", model.provenance ?? "", hint: "where it comes from, what is inferred"),
        ])
    case .risk: formulaForm("Risk", model.formula.risk)
    case .grading: formulaForm("Grade", model.formula.grading)
    case .section(let id):
      Form(
        title: "Section \(id)",
        fields: [
          Form.Field("Title", model.sections[id]?.title ?? "", isRequired: true),
          Form.Field(
            "Short", model.sections[id]?.short ?? "", isRequired: true,
            hint: "for the head of a column: at most five letters"),
        ])
    case .criterion(let id):
      Form(title: "Criterion \(id)", fields: criterionFields(model.criteria[id]))
    case .point(let id, let value):
      Form(
        title: "\(model.criteria[id]?.title ?? id.text) \(value)",
        fields: pointFields(value, model.criteria[id]?.scale[value]))
    case .multiplier(let total):
      Form(
        title: "Multiplier of \(total)", fields: multiplierFields(total, model.multipliers[total]))
    }
  }

  private func formulaForm(_ title: String, _ formula: String) -> Form {
    Form(
      title: "\(title), as a formula",
      fields: [Form.Field("Formula", formula, isRequired: true, hint: "harm * likelihood")])
  }

  private func criterionFields(_ criterion: Criterion?) -> [Form.Field] {
    [
      Form.Field("Title", criterion?.title ?? "", isRequired: true),
      Form.Field(
        "Short", criterion?.short ?? "", isRequired: true,
        hint: "for the head of a column: at most two letters"),
      Form.Field("Meaning", criterion?.meaning ?? "", hint: "what it measures, and which way"),
    ]
  }

  private func pointFields(_ value: Exact?, _ point: ScalePoint?) -> [Form.Field] {
    [
      Form.Field("Value", value?.description ?? "", isRequired: true, hint: "a number, as in 0.5"),
      Form.Field("Key", point?.key ?? "", hint: "one character; empty: the last of the value"),
      Form.Field("Anchor", point?.anchor ?? "", hint: "when the value applies"),
    ]
  }

  private func multiplierFields(
    _ total: Exact?, _ entry: ScoringModel.Multiplier?
  ) -> [Form.Field] {
    let bases = ScoringModel.Multiplier.Basis.allCases.map {
      Form.Option(value: $0.rawValue, label: $0.rawValue)
    }
    let basis = entry?.basis ?? .assumed
    return [
      Form.Field("Total", total?.description ?? "", isRequired: true, hint: "a number, as in 2"),
      Form.Field(
        "Multiplier", entry?.value.description ?? "", isRequired: true, hint: "a number, as in 0.8"
      ),
      Form.Field("Basis", basis.rawValue, kind: .letter(bases), isRequired: true),
    ]
  }
}

extension ScoringModel {
  /// The model after a change that was typed, with the part it changed.
  ///
  /// - Returns: `nil` where something does not fit, of which the form then complains.
  func revised(by request: ModelRequest, _ form: inout Form) -> (ScoringModel, ModelEntry)? {
    var model = self
    let entry: ModelEntry? =
      switch request {
      case .change(let entry): model.change(entry, &form)
      case .addCriterion(let section): model.addCriterion(to: section, &form)
      case .addPoint(let criterion): model.putPoint(of: criterion, insteadOf: nil, &form)
      case .addMultiplier: model.putMultiplier(insteadOf: nil, &form)
      }
    return entry.map { (model, $0) }
  }

  private mutating func change(_ entry: ModelEntry, _ form: inout Form) -> ModelEntry? {
    switch entry {
    case .model:
      title = form.fields[0].text
      // A field that nobody touched may have joined the lines of its text.
      if form.fields[1].isChanged { provenance = form.typed(at: 1) }
    case .risk: formula.risk = form.fields[0].text
    case .grading: formula.grading = form.fields[0].text
    case .section(let id):
      guard form.isShort(1, 5) else { return nil }
      sections[id]?.title = form.fields[0].text
      sections[id]?.short = form.fields[1].text
    case .criterion(let id):
      guard let criterion = criteria[id], form.isShort(1, 2) else { return nil }
      criteria[id] = criterion.described(by: form, from: 0)
    case .point(let id, let value): return putPoint(of: id, insteadOf: value, &form)
    case .multiplier(let total): return putMultiplier(insteadOf: total, &form)
    }
    return entry
  }

  private mutating func addCriterion(
    to section: Identifier<Section>, _ form: inout Form
  ) -> ModelEntry? {
    guard let id = try? Identifier<Criterion>(form.fields[0].text) else {
      form.complain(form.fields[0].hint, at: 0)
      return nil
    }
    guard criteria[id] == nil, sections[Identifier(id)] == nil else {
      form.complain("The model has something of that name already.", at: 0)
      return nil
    }
    guard form.isShort(2, 2), let scale = form.scale(at: 4) else { return nil }
    let last = criteria.ranked().last?.value.rank
    let criterion = Criterion(
      title: "", short: "", section: section, scale: scale, rank: Rank.between(last, nil))
    criteria[id] = criterion.described(by: form, from: 1)
    return .criterion(id)
  }

  private mutating func putPoint(
    of id: Identifier<Criterion>, insteadOf former: Exact?, _ form: inout Form
  ) -> ModelEntry? {
    guard let value = form.exact(at: 0), var scale = criteria[id]?.scale else { return nil }
    if let former { scale[former] = nil }
    guard scale[value] == nil else {
      form.complain("The scale has \(value) already.", at: 0)
      return nil
    }
    let key = form.typed(at: 1) ?? String(value.description.suffix(1))
    guard key.count == 1, !scale.values.contains(where: { $0.key == key }) else {
      form.complain("“\(key)” must be one character that no other value has.", at: 1)
      return nil
    }
    scale[value] = ScalePoint(key: key, anchor: form.typed(at: 2))
    criteria[id]?.scale = scale
    return .point(id, value)
  }

  private mutating func putMultiplier(
    insteadOf former: Exact?, _ form: inout Form
  ) -> ModelEntry? {
    guard let total = form.exact(at: 0), let value = form.exact(at: 1) else { return nil }
    guard let basis = Multiplier.Basis(rawValue: form.choice(2) ?? "") else {
      form.complain("It is published or assumed.", at: 2)
      return nil
    }
    if let former { multipliers[former] = nil }
    guard multipliers[total] == nil else {
      form.complain("The table has an entry for \(total) already.", at: 0)
      return nil
    }
    multipliers[total] = Multiplier(value: value, basis: basis)
    return .multiplier(total)
  }
}

extension Criterion {
  /// The criterion with the title, short title and meaning that stand in a form, from a field on.
  fileprivate func described(by form: Form, from first: Int) -> Criterion {
    var criterion = self
    criterion.title = form.fields[first].text
    criterion.short = form.fields[first + 1].text
    if form.fields[first + 2].isChanged { criterion.meaning = form.typed(at: first + 2) }
    return criterion
  }
}

extension Form {
  /// What was typed into a field; `nil` where nothing was.
  fileprivate func typed(at index: Int) -> String? {
    fields[index].text.isEmpty ? nil : fields[index].text
  }

  /// The number in a field; `nil`, with a complaint, where it is none or is negative.
  fileprivate mutating func exact(at index: Int) -> Exact? {
    if let number = Exact(fields[index].text), number >= .zero { return number }
    complain("“\(fields[index].text.cut(to: 20))” is not a number such as 2 or 0.5.", at: index)
    return nil
  }

  /// Whether a text is short enough for the head of a column; complains where it is not.
  fileprivate mutating func isShort(_ index: Int, _ most: Int) -> Bool {
    guard fields[index].text.count > most else { return true }
    complain("“\(fields[index].text.cut(to: 20))” is longer than \(most) letters.", at: index)
    return false
  }

  /// The points of a scale whose values stand in a field: the last character of each is its key.
  fileprivate mutating func scale(at index: Int) -> [Exact: ScalePoint]? {
    var scale: [Exact: ScalePoint] = [:]
    for word in fields[index].text.split(whereSeparator: { ", ".contains($0) }) {
      let key = String(word.suffix(1))
      guard let value = Exact(String(word)), value >= .zero, scale[value] == nil,
        !scale.values.contains(where: { $0.key == key })
      else {
        complain(
          "“\(word)” must be a number such as 2 or 0.5 with a last digit that no other has.",
          at: index)
        return nil
      }
      scale[value] = ScalePoint(key: key)
    }
    return scale
  }
}
