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

  mutating func setStatus(of id: Identifier<Area>, _ form: inout Form) -> [Edit]? {
    guard var area = board[id], let status = form.choice(0).flatMap(Area.Status.init(rawValue:))
    else { return [] }
    guard status != area.status else {
      form.complain("\(area.title) is \(status.rawValue) already.", at: 0)
      return nil
    }
    let what = "\(area.title): from \(area.status.rawValue) to \(status.rawValue)."
    var decision = DecisionPrompt.decision(in: form, board, today: today, what: what)
    decision.subject = area.recordName
    decision.from = area.status.rawValue
    decision.to = status.rawValue
    area.status = status
    let act = decide(decision, for: area)
    sortAreas()
    flash = "\(area.title) is \(status.rawValue), by a decision of \(decision.date.words)."
    return act
  }

  /// Writes a decision, and then the area whose status it sets: where one act writes two records
  /// the decision goes first.
  mutating func decide(_ decision: Decision, for area: Record<Area>) -> [Edit] {
    let id: Identifier<Decision> = identifiers.next()
    var area = area
    area.statusHistory[identifiers.next()] = Area.StatusChange(
      status: area.status, on: decision.date, decision: id)
    // A decision about a record is handled as the record is.
    let header = newHeader(marking: area.header.marking)
    let first = put(Record(id: id, header: header, content: decision))
    return [first, put(area)].compactMap(\.self)
  }
}
