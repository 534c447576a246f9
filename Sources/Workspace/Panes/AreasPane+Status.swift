import Domain

extension WorkspaceState {
  var statusOptions: [Form.Option] {
    Area.Status.allCases.map { Form.Option(value: $0.rawValue, label: $0.rawValue) }
  }

  func statusForm(_ area: Record<Area>) -> Form {
    let next: Area.Status = area.status == .focus ? .monitored : .focus
    return Form(
      title: "\(area.title) is \(area.status.rawValue): change its status",
      fields: [
        Form.Field(choose: "Status", next.rawValue, among: statusOptions, isRequired: true)
      ] + DecisionPrompt.fields(board, today: today))
  }

  /// Gives one area a status, or several by one decision.
  mutating func setStatus(of ids: [Identifier<Area>], _ form: inout Form) -> [Edit]? {
    var areas = ids.compactMap { board[$0] }
    guard let first = areas.first, let status = form.choice(0).flatMap(Area.Status.init(rawValue:))
    else { return [] }
    if let same = areas.first(where: { $0.status == status }) {
      form.complain("\(same.title) is \(status.rawValue) already.", at: 0)
      return nil
    }
    let what = areas.map { "\($0.title): from \($0.status.rawValue) to \(status.rawValue)." }
    var decision = DecisionPrompt.decision(
      in: form, board, today: today, what: what.joined(separator: " "))
    let isOne = areas.count == 1
    decision.subject = isOne ? first.recordName : nil
    decision.from = Set(areas.map(\.status)).count == 1 ? first.status.rawValue : nil
    decision.to = status.rawValue
    for index in areas.indices { areas[index].status = status }
    let act = decide(decision, for: areas)
    sortAreas()
    flash =
      (isOne ? "\(first.title) is" : "\(areas.count) areas are")
      + " \(status.rawValue), by a decision of \(decision.date.words)."
    return act
  }

  /// Writes a decision, and then the areas whose status it sets: where one act writes several
  /// records the decision goes first.
  mutating func decide(_ decision: Decision, for areas: [Record<Area>]) -> [Edit] {
    let id: Identifier<Decision> = identifiers.next()
    let header = header(handledAs: areas.map(\.header))
    var edits = [put(Record(id: id, header: header, content: decision))]
    for var area in areas {
      area.statusHistory[identifiers.next()] = Area.StatusChange(
        status: area.status, on: decision.date, decision: id)
      edits.append(put(area))
    }
    return edits.compactMap(\.self)
  }
}
